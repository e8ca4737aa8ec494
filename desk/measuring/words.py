"""The names of forms and steps as staff know them: the questions of the published bundle."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from config.bundle import Bundle
from config.problems import Mistakes
from desk.bundle import bundle

PLACES = {
    "advice": gettext_lazy("Advies"),
    "check": gettext_lazy("Nakijken"),
    "saving": gettext_lazy("Bewaren"),
    "thanks": gettext_lazy("Bedankt"),
    "leaflet": gettext_lazy("Folder"),
    "looking": gettext_lazy("Opzoeken"),
    "which-day": gettext_lazy("Kies een dag"),
    "report": gettext_lazy("Hoe het ermee staat"),
    "solved": gettext_lazy("Is het opgelost?"),
    "solved-thanks": gettext_lazy("Opgelost"),
    "not-solved": gettext_lazy("Niet opgelost"),
    "telling": gettext_lazy("Doorgeven"),
    "told": gettext_lazy("Doorgegeven"),
    "not-told": gettext_lazy("Niet doorgegeven"),
}
MODES = {
    "touch": gettext_lazy("Met de vinger"),
    "keys": gettext_lazy("Met toetsen"),
    "switch": gettext_lazy("Met één knop"),
}


@dataclass(frozen=True, slots=True)
class Names:
    """What a form and a step are called; by their own short name where the bundle has none."""

    bundle: Bundle | None

    @property
    def order(self) -> dict[str, tuple[str, ...]]:
        """The steps of each form, in order; the forms of the start screen first."""
        if self.bundle is None:
            return {}
        names = [*self.bundle.start, *(n for n in self.bundle.flows if n not in self.bundle.start)]
        return {
            name: tuple(step.step for step in self.bundle.flows[name].steps)
            for name in names
            if name in self.bundle.flows
        }

    def flow(self, name: str) -> str:
        return self._text(f"flow-{name}.title") or self._text(f"flow-{name}") or name

    def step(self, flow: str, name: str) -> str:
        if name in PLACES:
            return str(PLACES[name])
        return self._text(f"{flow}-{name}") or name or _("Begin")

    def _text(self, key: str) -> str:
        if self.bundle is None:
            return ""
        texts = self.bundle.texts
        first = texts.languages[0]
        return texts.text(first, key).shown if texts.has(first, key) else ""


def names() -> Names:
    """With a bundle that cannot be read, forms go by their short names: figures still show."""
    try:
        return Names(bundle())
    except Mistakes:
        return Names(None)
