"""How a submission is with its back-office, the buttons that fit, and its whole history.

wacht         send it now; deal with it here; send it elsewhere
niet zeker    send it again; it did arrive, under number ...; here; elsewhere (looked first)
geweigerd     send it again; here; elsewhere
geen route    here; elsewhere
aangekomen    elsewhere (looked first); where it may be there twice: it is there once
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy, gettext_noop

from config.problems import Mistakes
from desk.backoffices import registry
from desk.backoffices.checking import targets_known
from desk.backoffices.models import Handover, HandoverNote, Quiet
from desk.backoffices.registry import BackOffice
from desk.backoffices.settling import may_be_there
from desk.inbox.work import STUCK, Reason, reasons
from desk.intake.models import StatusChange, Submission

State = Handover.State
NOT_SETTLED = (State.WAITING, *STUCK)
SEND_LABELS: Mapping[str, str] = {
    State.WAITING: gettext_noop("Nu versturen"),
    State.UNSURE: gettext_noop("Opnieuw versturen"),
    State.REFUSED: gettext_noop("Opnieuw versturen"),
}
CANNOT_READ = gettext_lazy(
    "backoffices.yaml kan niet worden gebruikt. Vraag de beheerder om dit te verbeteren:"
)


@dataclass(frozen=True, slots=True)
class HandedShown:
    """`handover` is None where it never went, or has to go, anywhere."""

    handover: Handover | None
    reasons: Sequence[Reason]
    """Why somebody should do something, in words."""
    urgent: bool
    """A person must decide: it stands on top of the page."""
    in_hand: bool
    """A relay sends it at this moment: no buttons."""
    send_label: str
    may_have_arrived: bool
    ask_number: bool
    here: bool
    backoffices: Sequence[str]
    targets: Sequence[tuple[str, str]]
    mistake: str
    quiet: Quiet | None


def backoffices_known() -> tuple[Mapping[str, BackOffice], str]:
    """All there are, and what is wrong with their file, in words without its secrets."""
    try:
        return registry.cached(), ""
    except Mistakes as mistakes:
        return {}, f"{CANNOT_READ} {mistakes}"


def handed_shown(submission: Submission) -> HandedShown:
    found, mistake = backoffices_known()
    handover = submission.handovers.filter(current=True).first()
    now = timezone.now()
    state = handover.state if handover else ""
    begun = handover is not None and may_be_there(handover)
    quiet = (
        Quiet.objects.filter(backoffice=handover.backoffice, until__gt=now) if handover else None
    )
    gone = submission.erased_at is not None
    label = SEND_LABELS.get(state, "")
    return HandedShown(
        handover,
        reasons=reasons(submission, handover),
        urgent=state in STUCK or (handover is not None and handover.maybe_twice),
        in_hand=bool(handover and handover.leased_until and handover.leased_until > now),
        send_label=gettext(label) if label and not gone else "",
        may_have_arrived=begun,
        ask_number=begun and state in {State.WAITING, State.UNSURE},
        here=state in NOT_SETTLED,
        backoffices=[] if gone else list(found),
        targets=[] if gone else _targets(found),
        mistake=mistake,
        quiet=quiet.first() if quiet and state == State.WAITING else None,
    )


def _targets(found: Mapping[str, BackOffice]) -> list[tuple[str, str]]:
    return [
        (target, f"{label} ({name})")
        for name, backoffice in found.items()
        for target, label in targets_known(backoffice)
    ]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of history. `sentence` and `translated` are what the visitor was told."""

    at: datetime
    what: str
    who: str
    sentence: str = ""
    translated: str = ""
    more: str = ""


def history(submission: Submission) -> list[Line]:
    """All that became of it, the newest first: what was told, and what was sent where."""
    changes = submission.changes.select_related("by")
    notes = HandoverNote.objects.filter(handover__submission=submission)
    lines = [_told(each) for each in changes]
    lines += [_noted(each) for each in notes.select_related("by", "handover")]
    return sorted(lines, key=lambda line: line.at, reverse=True)


def _told(change: StatusChange) -> Line:
    planned, other = change.planned_for, change.organisation
    more = [
        gettext("Gepland op {day:%d-%m-%Y}.").format(day=planned) if planned else "",
        gettext("Doorgestuurd naar {other}.").format(other=other) if other else "",
        change.note,
    ]
    return Line(
        change.at,
        change.get_status_display(),
        _teller(change),
        change.sentence,
        change.sentence_translated,
        " ".join(part for part in more if part),
    )


def _teller(change: StatusChange) -> str:
    """In words, such as `zaaksysteem straat` or the name of a colleague."""
    named = change.by.get_username() if change.by else change.via
    if change.source == StatusChange.Source.STAFF and named:
        return named
    return f"{change.get_source_display().lower()} {named}".strip()


def _noted(note: HandoverNote) -> Line:
    where = f"{gettext('Zaaksysteem')} {note.handover.backoffice}".strip()
    who = note.by.get_username() if note.by else gettext("de desk")
    return Line(note.at, where, who, more=note.what)
