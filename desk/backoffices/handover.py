"""One hand-over, from where it stopped: the same for all back-offices.

    begun, not done, cut off     wait until nothing can be under way any more, then look it up:
                                 there: go on; not there: do it; cannot be asked now: later
    ... and cannot be looked up  after an unclear answer once more (shown to staff as perhaps
                                 twice), if this back-office is set up so; else a person decides
    ... because a relay died     never again by itself: a person decides
    TryLater                     it is certainly not there: later, with a longer pause each time
    Refused                      a person decides; a picture only is left out, and staff told

A person sees why in words, and settles it (`settling.py`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from desk.backoffices.contract import (
    Accepted,
    Ambiguous,
    CannotTell,
    Connector,
    Names,
    NotThere,
    Parcel,
    Refused,
    Result,
    Settings,
    Step,
    TryLater,
)
from desk.backoffices.journal import Journal
from desk.backoffices.models import Handover
from desk.backoffices.quiet import hush, take_call
from desk.backoffices.retry import pause_s

UNSURE = "Het is niet zeker of dit is aangekomen. Kijk in het zaaksysteem of het er staat."
MAYBE_TWICE = "Dit is twee keer verstuurd, omdat het niet zeker was. Misschien staat het er dubbel."
SETTLING = "Het is nog niet zeker of dit is aangekomen. Wij kijken het straks na."
THROTTLED = "Er mogen niet meer berichten in dit uur. Het gaat straks vanzelf."
LEFT_UNSURE = "{what}: het is niet zeker of dit is aangekomen."
LEFT_REFUSED = "{what}: dit is niet aangenomen. {why}"
NOT_SOLVED = "De burger zegt dat het niet is opgelost"
CANNOT_REOPEN = f"{NOT_SOLVED}. Dit systeem kan dat niet van ons aannemen: zeg het daar zelf."
REOPENED = f"Doorgegeven: {NOT_SOLVED.lower()}."

State = Handover.State


@dataclass(frozen=True, slots=True)
class _Stop:
    """This hand-over is let go of, with these fields."""

    fields: dict[str, object]
    note: str = ""


class Giving:
    """Hands over one submission with `connector`, as far as it goes now."""

    def __init__(
        self,
        connector: Connector,
        settings: Settings,
        journal: Journal,
        parcel: Parcel,
        clock: Callable[[], datetime] = timezone.now,
    ) -> None:
        self._connector = connector
        self._settings = settings
        self._journal = journal
        self._handover = journal.handover
        self._parcel = parcel
        self._clock = clock

    def run(self) -> None:
        """As far as it goes now. Raises LostError where another relay has taken it over."""
        stop = None
        steps = self._connector.steps(self._parcel)
        if self._handover.state != State.ARRIVED:
            stop = self._run([step for step in steps if step.needed])
            if stop is None:
                self._arrived()
        stop = stop or self._run([step for step in steps if not step.needed]) or self._reopen()
        if stop is None:
            stop = _Stop({"next_try": None, "tries": 0, "problem": ""})
        self._journal.end(self._clock(), note=stop.note, **stop.fields)

    def _run(self, steps: Sequence[Step]) -> _Stop | None:
        for step in steps:
            if not self._journal.is_over(step.name) and (stop := self._step(step)) is not None:
                return stop
        return None

    def _arrived(self) -> None:
        now, every_s = self._clock(), self._settings.ask_every_s
        number = f" onder nummer {self._handover.number}" if self._handover.number else ""
        note = f"Aangekomen{number}."
        if self._handover.maybe_twice:
            note = f"{note} {MAYBE_TWICE}"
        poll_at = now + timedelta(seconds=every_s) if every_s else None
        self._journal.record(now, note=note, state=State.ARRIVED, arrived_at=now, poll_at=poll_at)

    def _step(self, step: Step) -> _Stop | None:
        begun = self._journal.begun_at(step.name)
        if begun is not None:
            stop, is_over = self._after_begun(step, begun)
            if stop is not None or is_over:
                return stop
        if step.counts and self._settings.per_hour:
            now = self._clock()
            wait_s = take_call(self._handover.backoffice, self._settings.per_hour, now)
            if wait_s:
                return self._later(TryLater(THROTTLED, wait_s, all_wait=True))
        self._journal.begin(step.name, self._clock())
        return self._answered(step, step.do(self._parcel, self._journal.names))

    def _after_begun(self, step: Step, begun: datetime) -> tuple[_Stop | None, bool]:
        """Whether to stop here; if not, whether the step is over (else it must be done)."""
        now = self._clock()
        settled = begun + timedelta(seconds=self._settings.look_up_after_s)
        if now < settled:
            return _Stop({"next_try": settled, "problem": SETTLING}), False
        if step.look_up is None:
            return self._blind(step, now)
        match step.look_up(self._parcel, self._journal.names):
            case Accepted() as found:
                self._journal.done(step.name, found, now)
                return None, True
            case NotThere():
                self._journal.was_not(step.name)
                return None, False
            case CannotTell(why):
                return self._later(TryLater(why)), False

    def _blind(self, step: Step, now: datetime) -> tuple[_Stop | None, bool]:
        """Nothing can be looked up. After an unclear answer once more; else a person decides."""
        if not step.needed:
            self._journal.leave(step.name, LEFT_UNSURE.format(what=step.what), now)
            return None, True
        unclear = self._journal.entry(step.name).get("unclear")
        if unclear and self._settings.resend_once and not self._handover.resends:
            self._journal.record(now, resends=1, maybe_twice=True)
            return None, False
        return _Stop({"state": State.UNSURE, "next_try": None, "problem": UNSURE}, UNSURE), False

    def _answered(self, step: Step, result: Result) -> _Stop | None:
        now = self._clock()
        match result:
            case Accepted():
                self._journal.done(step.name, result, now)
                return None
            case Ambiguous(why):
                self._journal.unclear(step.name)
                tries = self._handover.tries + 1  # what goes on failing is asked less often
                wait_s = max(self._settings.look_up_after_s, pause_s(tries) if tries > 1 else 0)
                until = now + timedelta(seconds=wait_s)
                return _Stop({"next_try": until, "tries": tries, "problem": why})
            case TryLater():
                self._journal.was_not(step.name)
                return self._later(result)
            case Refused(why) if step.needed:
                self._journal.was_not(step.name)
                return _Stop({"state": State.REFUSED, "next_try": None, "problem": why}, why)
            case Refused(why):
                left = LEFT_REFUSED.format(what=step.what, why=why)
                self._journal.leave(step.name, left, now)
                return None

    def _later(self, later: TryLater) -> _Stop:
        now = self._clock()
        tries = self._handover.tries + 1
        until = now + timedelta(seconds=pause_s(tries) if later.wait_s is None else later.wait_s)
        if later.all_wait:
            until = hush(self._handover.backoffice, now, later.why, later.wait_s)
        return _Stop({"next_try": until, "tries": tries, "problem": later.why})

    def _reopen(self) -> _Stop | None:
        """Pass on that the visitor says it is not solved."""
        said, told = self._handover.submission.not_solved_at, self._handover.reopened_at
        if said is None or (told is not None and told >= said):
            return None
        note = REOPENED

        def do(parcel: Parcel, names: Names) -> Result:
            nonlocal note
            result = self._connector.reopen(names, parcel.code, NOT_SOLVED)
            if result is None:
                note = CANNOT_REOPEN
            return result or Accepted()

        step = Step(f"reopen {said.isoformat()}", do, needed=False, what=NOT_SOLVED)
        if (stop := self._run([step])) is not None:
            return stop
        now = self._clock()
        if "left" in self._journal.entry(step.name):
            note = ""  # the journal has said so already
        poll_at = now if self._settings.ask_every_s else None
        self._journal.record(now, note=note, reopened_at=said, poll_at=poll_at)
        return None
