"""Keeping what a visitor sends: sealed to the desk, on disk, and only then thanked for."""

from base64 import b64encode
from collections.abc import Callable, Mapping

from kiosk.core.events import Saved, SaveFailed
from kiosk.core.submission import MOST_DATA, Recording, Submission
from kiosk.outbox import Outbox, PutResult
from kiosk.sealing import seal

NO_SOUNDS: Mapping[str, bytes] = {}


def with_sounds(submission: Submission, sounds: Mapping[str, bytes]) -> Submission:
    """The submission with the sound of its spoken messages, as far as it is there.

    A message without its sound, or with more of it than the desk takes, goes without: what
    else the visitor told must not be lost for it.
    """
    if not submission.recordings:
        return submission
    recordings = tuple(_with_sound(one, sounds.get(one.step, b"")) for one in submission.recordings)
    return submission.model_copy(update={"recordings": recordings})


def _with_sound(recording: Recording, wav: bytes) -> Recording:
    data = b64encode(wav).decode("ascii")
    if len(data) > MOST_DATA:
        return recording
    return recording.model_copy(update={"data": data})


class SealedKeeper:
    """Seals to the desk's public key and commits to the outbox; then wakes the delivery."""

    def __init__(self, outbox: Outbox, public_key: str, wake: Callable[[], None]) -> None:
        self._outbox = outbox
        self._public_key = public_key
        self._wake = wake

    def keep(
        self, submission: Submission, sounds: Mapping[str, bytes] = NO_SOUNDS
    ) -> Saved | SaveFailed:
        """`sounds` are WAV files by step. One that is missing costs nothing but itself."""
        result = self._outbox.put(
            submission.id, seal(with_sounds(submission, sounds), self._public_key)
        )
        if result is not PutResult.SAVED:
            return SaveFailed(submission.id, result.value)
        self._wake()
        return Saved(submission.id)


class NothingToKeepIn:
    """A kiosk that no desk knows yet: it shows everything and promises nothing."""

    def keep(
        self,
        submission: Submission,
        sounds: Mapping[str, bytes] = NO_SOUNDS,  # noqa: ARG002 - as the other keeper has it
    ) -> Saved | SaveFailed:
        return SaveFailed(submission.id, "not_enrolled")
