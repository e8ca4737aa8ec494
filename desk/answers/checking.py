"""What is wrong with a text that staff wrote, before any visitor gets it.

Faults stop it from being saved. Doubts (no number, no address of the page) do as well,
until the writer says that it is meant so.
"""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from desk.answers import sms
from desk.answers.models import Channel
from desk.answers.texts import NAME, NAMES, link_to, said
from desk.codes import grouped
from desk.follow.texts import words
from desk.intake.models import Status
from desk.municipality import municipality

SAMPLE_CODE = "482173905560"
LONGEST = 4000
_NUMBER = gettext_noop("het nummer van de burger")
_LINK = gettext_noop("het adres van de pagina")
_NEEDED = {
    Channel.SMS: {"number": _NUMBER, "link": _LINK},
    Channel.MAIL: {"number": _NUMBER, "link": _LINK},
}
"""On a letter both stand beside the text; on the telephone nobody writes along."""


def faults(channel: str, text: str, language: str) -> list[str]:
    if not text.strip():
        return [_("Schrijf een tekst, of neem de tekst van het programma terug.")]
    unknown = sorted({name for name in NAME.findall(text) if name not in NAMES})
    known = ", ".join(f"{{{name}}}" for name in NAMES)
    wrong = _("%(name)s is onbekend. U kunt gebruiken: %(known)s.")
    found = [wrong % {"name": f"{{{name}}}", "known": known} for name in unknown]
    if set("{}") & set(NAME.sub("", text)):
        found.append(_("Er staat een haakje { of } los. Zet om elke naam twee haakjes: {number}."))
    if found or channel != Channel.SMS:
        return found
    least = sms.shortened(text, sample_values(language, Status.DONE), language)
    if not sms.fits(least):
        over = sms.length(least) - sms.longest(least)
        too_long = _("De sms wordt te lang. Haal er minstens %(over)d tekens af.")
        return [too_long % {"over": over}]
    return []


def doubts(channel: str, text: str) -> list[str]:
    needed = _NEEDED.get(Channel(channel), {})
    missing = _("%(name)s ontbreekt: %(what)s. Daarmee vindt de burger het antwoord terug.")
    return [
        missing % {"name": f"{{{name}}}", "what": _(what)}
        for name, what in needed.items()
        if name not in NAME.findall(text)
    ]


def sample_values(language: str, status: str) -> dict[str, str]:
    """A broken street light, so that staff see what a visitor will get."""
    day = words(language).day
    return {
        "subject": said(language, "sample-subject"),
        "day": day(date(2026, 11, 22)),
        "number": grouped(SAMPLE_CODE),
        "sentence": "" if status == Status.PLANNED else said(language, "sample-sentence"),
        "planned": day(date(2026, 12, 3)),
        "organisation": said(language, "sample-organisation"),
        "phone": municipality().phone,
        "municipality": municipality().name,
        "link": link_to(SAMPLE_CODE),
    }
