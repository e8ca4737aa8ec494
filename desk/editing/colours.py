"""The colours of the screens, one theme at a time, with what can and cannot be read well.

Contrast is that of WCAG 2, 1 to 21. Words need 7, lines and rings 3; the check before
publishing refuses what is below.
"""

import re
from dataclasses import dataclass, fields

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from desk.editing.pages import form_page, keep, page, status_of, yaml_of
from desk.editing.saving import Edit
from desk.editing.yaml_text import edited, put, values
from desk.publishing.drafts import draft
from kiosk.core.theme import Palette

THEME = "theme.yaml"
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
COLOURS = tuple(each.name for each in fields(Palette))
NAMES = {
    "ground": gettext_lazy("Achtergrond"),
    "card": gettext_lazy("Kaarten en knoppen"),
    "line": gettext_lazy("Rand om wat u kunt indrukken"),
    "shadow": gettext_lazy("Schaduw"),
    "ink": gettext_lazy("Woorden"),
    "ink_soft": gettext_lazy("Helpende zinnen"),
    "brand": gettext_lazy("Balk, naam en voortgang"),
    "forward": gettext_lazy("Knop Verder"),
    "forward_ink": gettext_lazy("Woorden op de knop Verder"),
    "send": gettext_lazy("Knop Versturen"),
    "send_ink": gettext_lazy("Woorden op de knop Versturen"),
    "change": gettext_lazy("Knop Wijzig"),
    "change_ink": gettext_lazy("Woorden op de knop Wijzig"),
    "chosen": gettext_lazy("Rand van wat gekozen is"),
    "chosen_fill": gettext_lazy("Achtergrond van wat gekozen is"),
    "focus": gettext_lazy("Ring om waar de pijltjes staan"),
    "pressed": gettext_lazy("Knop onder de vinger"),
    "warning_fill": gettext_lazy("Kaart met een fout"),
    "warning_line": gettext_lazy("Rand van een fout"),
    "good_fill": gettext_lazy("Kaart met goed nieuws"),
    "good_line": gettext_lazy("Rand van goed nieuws"),
    "plate": gettext_lazy("Onder plaatjes en QR-codes"),
}
WORDS, PARTS = 7.0, 3.0
GROUNDS = {
    "ink": ("ground", "card", "chosen_fill", "pressed", "warning_fill", "good_fill"),
    "ink_soft": ("ground", "card", "chosen_fill"),
    "brand": ("ground",),
    "forward_ink": ("forward",),
    "send_ink": ("send",),
    "change_ink": ("change",),
}
LINES = {
    "line": ("ground", "card"),
    "chosen": ("ground", "chosen_fill"),
    "focus": ("ink",),
    "forward": ("ground",),
    "send": ("ground",),
    "warning_line": ("ground", "warning_fill"),
    "good_line": ("ground", "good_fill"),
}
"""What is read or recognised, and what it lies on."""


@dataclass(frozen=True, slots=True)
class Contrast:
    on: object
    ratio: float
    least: float

    @property
    def is_enough(self) -> bool:
        return self.ratio >= self.least


def contrast(one: str, other: str) -> float:
    """(lighter + 0.05) / (darker + 0.05) of two `#RRGGBB`."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@form_page
@require_safe
def themes(request: HttpRequest) -> HttpResponse:
    found = yaml_of(draft().files, THEME)
    rows = [
        (name, [palette[each] for each in ("ground", "ink", "brand")])
        for name, palette in found.items()
    ]
    return page(request, "editing/themes.html", {"rows": rows, "tab": "more"})


@form_page
@require_http_methods(["GET", "HEAD", "POST"])
def theme(request: HttpRequest, theme: str) -> HttpResponse:
    found = yaml_of(draft().files, THEME)
    if theme not in found:
        raise Http404
    colours = {each: str(found[theme].get(each, "#FFFFFF")) for each in COLOURS}
    faults: list[str] = []
    more: dict[str, object] = {}
    status, act = 200, request.POST.get("act", "")
    if request.method == "POST":
        typed = {each: request.POST.get(each, "").upper() for each in COLOURS}
        colours |= {key: each for key, each in typed.items() if COLOUR.fullmatch(each)}
        if colours != typed:
            faults, status = [_("Een kleur is geen kleur. Schrijf die zo: #0B4F7D.")], 422
        elif act == "save":
            outcome, more = keep(request, _edit(theme, colours))
            if outcome.saved:
                return redirect("editing:theme", theme)
            status = status_of(outcome)
    context = {
        "theme": theme,
        "rows": [(each, NAMES[each], colours[each], _contrasts(colours, each)) for each in COLOURS],
        "unsaved": request.method == "POST",
        "faults": faults,
        "tab": "more",
    }
    return page(request, "editing/theme.html", context | more, (THEME,), status)


def _contrasts(colours: dict[str, str], name: str) -> list[Contrast]:
    return [
        Contrast(NAMES[on], contrast(colours[name], colours[on]), least)
        for pairs, least in ((GROUNDS, WORDS), (LINES, PARTS))
        for on in pairs.get(name, ())
    ]


def _edit(theme: str, colours: dict[str, str]) -> Edit:
    def apply(texts: dict[str, str]) -> dict[str, str]:
        old = values(texts[THEME])[theme]
        new = {
            key: each
            for key, each in colours.items()
            if str(old.get(key, "#FFFFFF")).upper() != each.upper()
        }

        def change(tree: CommentedMap) -> None:
            for key, each in new.items():
                put(tree, [theme, key], DoubleQuotedScalarString(each))

        return {THEME: edited(texts[THEME], change)}

    return Edit(
        (THEME,),
        lambda texts: values(texts[THEME]).get(theme),
        apply,
        _("Kleuren van %(theme)s") % {"theme": theme},
    )
