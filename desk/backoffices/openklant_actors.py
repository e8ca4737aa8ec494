"""Who gets tasks at Open Klant: the actors (departments, people) that a route may name, by uuid."""

from collections.abc import Sequence

from desk.backoffices.contract import CannotTell, Problem, TryLater
from desk.backoffices.fields import part
from desk.backoffices.openklant_line import Line, other


class Actors:
    """`usual` is the one in the settings, for routes that name none."""

    def __init__(self, line: Line, usual: str) -> None:
        self._line = line
        self._usual = usual

    def all(self) -> Sequence[tuple[str, str]]:
        found = self._line.listed("actoren", indicatieActief="true")
        if isinstance(found, CannotTell):
            return ()
        return [
            (str(part(each, "uuid")), str(part(each, "naam") or part(each, "uuid")))
            for each in found
        ]

    def check(self, targets: Sequence[str]) -> Sequence[Problem]:
        """One sentence for each that cannot get a task."""
        asked = dict.fromkeys([self._usual, *filter(None, targets)])
        wrong = [self._wrong(actor) for actor in asked]
        return [Problem(what) for what in wrong if what]

    def _wrong(self, actor: str) -> str:
        mend = "Kies een andere bij Routes"
        if actor == self._usual:
            mend = "Kijk 'actor' na in backoffices.yaml"
        answer = self._line.read(f"actoren/{actor}")
        if isinstance(answer, TryLater):
            return answer.why
        if answer.status == 404:
            return f"De afdeling (actor) '{actor}' bestaat niet in Open Klant. {mend}."
        if answer.status != 200:
            return other(answer).why
        if part(answer.json, "indicatieActief") is False:
            return f"De afdeling (actor) '{actor}' is in Open Klant niet meer actief. {mend}."
        return ""
