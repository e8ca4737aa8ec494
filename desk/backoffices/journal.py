"""How far a hand-over is, written down before and after every step, by whoever has it in hand.

    {"signal": {"begun": "2026-11-26T10:00:00+00:00", "done": {"id": "11"}}}

`begun` without `done`: it may have arrived. `unclear`: it was answered, but not clearly;
without that the relay itself died in the middle. `left`: this step was given up, for staff.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from desk.backoffices.contract import Accepted
from desk.backoffices.models import Handover, HandoverNote
from desk.backoffices.writing import writing
from desk.intake.store import add_to_search


class LostError(Exception):
    """Another relay has this hand-over in hand by now; nothing may be done with it here."""


def names_of(handover: Handover) -> dict[str, str]:
    """What the back-office calls what we made there, of all steps."""
    found: dict[str, str] = {}
    # A database need not keep the order of keys; what was made last goes before the rest.
    for entry in sorted(handover.journal.values(), key=lambda entry: str(entry.get("begun", ""))):
        found |= entry.get("done", {})
    return found


class Journal:
    """The hand-over in hand. What happened is committed before anything more is sent (`begin`)
    and at the `end`, all of it at once; that renews the lease, and fails where it was lost.
    A relay that dies between an answer and that commit looks up what it had begun.
    """

    def __init__(self, handover: Handover, lease_s: float) -> None:
        self.handover = handover
        self._lease_s = lease_s
        self._lease = handover.leased_until
        self._fields: dict[str, Any] = {}
        self._notes: list[tuple[datetime, str]] = []

    @property
    def names(self) -> dict[str, str]:
        return names_of(self.handover)

    def entry(self, step: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.handover.journal.get(step, {})
        return found

    def is_over(self, step: str) -> bool:
        entry = self.entry(step)
        return "done" in entry or "left" in entry

    def begun_at(self, step: str) -> datetime | None:
        begun = self.entry(step).get("begun")
        return None if begun is None else datetime.fromisoformat(begun)

    def begin(self, step: str, now: datetime) -> None:
        """Durable before anything is sent. Raises LostError."""
        self._put(step, {"begun": now.isoformat()})
        self.record(now, begun=True)
        self._commit(now + timedelta(seconds=self._lease_s))

    def was_not(self, step: str) -> None:
        """It certainly did not arrive."""
        kept = {name: entry for name, entry in self.handover.journal.items() if name != step}
        self.handover.journal = kept

    def unclear(self, step: str) -> None:
        self._put(step, {**self.entry(step), "unclear": True})

    def leave(self, step: str, why: str, now: datetime) -> None:
        """Give up a step that the rest can do without, and tell staff."""
        self._put(step, {**self.entry(step), "left": True})
        self.record(now, note=why)

    def done(self, step: str, accepted: Accepted, now: datetime) -> None:
        self._put(step, {**self.entry(step), "done": dict(accepted.names)})
        if accepted.number:
            self.record(now, number=accepted.number[:200])
        if accepted.link:
            self.record(now, link=accepted.link[:500])

    def record(self, now: datetime, *, note: str = "", **fields: Any) -> None:
        """These columns are so from now on; and a line of history."""
        self._fields |= fields
        for name, value in fields.items():
            setattr(self.handover, name, value)
        if note:
            self._notes.append((now, note))

    def end(self, now: datetime, *, note: str = "", **fields: Any) -> None:
        """Record it and let go of the hand-over. Raises LostError."""
        self.record(now, note=note, **fields)
        self._commit(None)

    def _put(self, step: str, entry: dict[str, Any]) -> None:
        self.handover.journal = {**self.handover.journal, step: entry}

    def _commit(self, until: datetime | None) -> None:
        handover = self.handover
        fields = self._fields | {"journal": handover.journal, "leased_until": until}
        with writing():
            mine = Handover.objects.filter(pk=handover.pk, leased_until=self._lease)
            if not mine.update(**fields):
                raise LostError
            for at, what in self._notes:
                HandoverNote.objects.create(handover=handover, at=at, what=what)
            if number := self._fields.get("number"):
                add_to_search(handover.submission, number)
        self._lease = handover.leased_until = until
        self._fields, self._notes = {}, []
