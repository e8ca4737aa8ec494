"""What an examination found, as staff read it: where, what, and how to mend it.

The examination says it in English and says what it is about (`config.examining.findings`). What
is not known here, such as a mistake in a file's spelling, is said by `desk.mistakes`; what was kept
before that was known is shown as it was said.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from desk.languages import language_name
from desk.mistakes import in_words
from kiosk.core.sentences import made_of

SENTENCES = {
    "fit": (
        gettext_noop("‘%(words)s’ past niet op zijn plek (%(language)s, %(panel)s)."),
        gettext_noop("Maak de tekst korter, of gebruik kortere woorden."),
    ),
    "step": (
        gettext_noop("Geen enkel antwoord leidt naar de vraag ‘%(step)s’."),
        gettext_noop("Verander de voorwaarde achter ‘when’, of haal de vraag weg."),
    ),
    "advice": (
        gettext_noop("Geen enkel antwoord leidt naar het advies ‘%(advice)s’."),
        gettext_noop("Verander de voorwaarde achter ‘when’, of haal het advies weg."),
    ),
    "send": (
        gettext_noop("Het formulier ‘%(flow)s’ wordt nooit verstuurd."),
        gettext_noop("Verander de voorwaarde achter ‘send_when’, of haal die weg."),
    ),
    "missing": (
        gettext_noop("De tekst ‘%(key)s’ ontbreekt in deze taal: %(language)s."),
        gettext_noop("Vertaal de tekst."),
    ),
    "unused": (
        gettext_noop("Het formulier ‘%(flow)s’ staat op geen enkel startscherm."),
        gettext_noop("Zet het op een startscherm, als mensen het moeten zien."),
    ),
    "gone": (
        gettext_noop("‘%(name)s’ (%(part)s) is er nu, en straks niet meer."),
        gettext_noop("Kijk of dat de bedoeling is."),
    ),
    "voice": (
        gettext_noop("Er is geen stem voor deze taal: %(language)s."),
        gettext_noop("Laat iemand de teksten inspreken, of vraag de beheerder om een stem."),
    ),
    "later": (
        gettext_noop("De schermen zijn nog niet bekeken."),
        gettext_noop("Herstel eerst de fouten, en controleer dan opnieuw."),
    ),
    "unrouted": (
        gettext_noop("‘%(label)s’ heeft geen route: een melding blijft dan liggen."),
        gettext_noop("Kies bij Routes waar het naartoe gaat."),
    ),
}
PARTS = {
    "form": gettext_noop("formulier"),
    "language": gettext_noop("taal"),
    "theme": gettext_noop("kleuren"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One problem on the page. `language` is that of the sentence where it is not the page's."""

    where: str
    sentence: str
    mend: str
    language: str
    address: str
    """Where it can be mended; empty where that page does not exist."""


def told(problem: Mapping[str, Any]) -> Told:
    words = SENTENCES.get(problem.get("kind", ""))
    if words is None and "template" in problem.get("about", {}):
        return Told(_where(problem), in_words(made_of(problem["about"])), "", "", _address(problem))
    if words is None:
        return Told(_where(problem), problem["what"], "", "en", _address(problem))
    values = {name: str(value) for name, value in problem["about"].items()}
    if "language" in values:
        values["language"] = language_name(values["language"])
    if "panel" in values:
        values["panel"] = values["panel"].replace("lying", _("liggend"))
    if "part" in values:
        name = PARTS[values["part"]]
        values["part"] = _(name)
    sentence, mend = (_(each) % values for each in words)
    return Told(_where(problem), sentence, mend, "", _address(problem))


def _where(problem: Mapping[str, Any]) -> str:
    place = {"file": problem["file"], "line": problem["line"]}
    about = problem.get("about", {})
    if about.get("screen"):
        return _("Scherm %(screen)s") % {"screen": about["screen"]}
    return _("%(file)s, regel %(line)s") % place if place["line"] else str(place["file"])


def _address(problem: Mapping[str, Any]) -> str:
    about = problem.get("about", {})
    try:
        if problem.get("kind") == "unrouted":
            return reverse("inbox:routes")
        if about.get("key"):
            return reverse("editing:text", args=[about["key"].partition(".")[0]])
        file = reverse("editing:file", args=[problem["file"]])
    except NoReverseMatch:
        return ""
    return f"{file}#line-{problem['line']}" if problem["line"] else file
