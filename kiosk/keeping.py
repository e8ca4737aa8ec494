"""Keeping what a visitor sends: sealed to the desk, on disk, and only then thanked for."""

from collections.abc import Callable

from kiosk.core.events import Saved, SaveFailed
from kiosk.core.submission import Submission
from kiosk.outbox import Outbox, PutResult
from kiosk.sealing import seal


class SealedKeeper:
    """Seals to the desk's public key and commits to the outbox; then wakes the delivery."""

    def __init__(self, outbox: Outbox, public_key: str, wake: Callable[[], None]) -> None:
        self._outbox = outbox
        self._public_key = public_key
        self._wake = wake

    def keep(self, submission: Submission) -> Saved | SaveFailed:
        result = self._outbox.put(submission.id, seal(submission, self._public_key))
        if result is not PutResult.SAVED:
            return SaveFailed(submission.id, result.value)
        self._wake()
        return Saved(submission.id)


class NothingToKeepIn:
    """A kiosk that no desk knows yet: it shows everything and promises nothing."""

    def keep(self, submission: Submission) -> Saved | SaveFailed:
        return SaveFailed(submission.id, "not_enrolled")
