"""What carries effects out, as the loop needs it: a voice, a keeper, paper, a desk, a recorder.

All of it is a Protocol. `config/furniture.py` fills it in for a real kiosk; a test plays
any part.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from kiosk.core.events import KeyName, Saved, SaveFailed
from kiosk.core.receipt import Receipt
from kiosk.core.submission import Submission
from kiosk.core.view import Utterance


class Voice(Protocol):
    def say(
        self, utterances: Sequence[Utterance], *, rate_step: int, volume_step: int, after: bool
    ) -> None: ...
    def hush(self) -> None: ...
    def pause(self, on: bool) -> None: ...
    def play(self, samples: bytes, *, volume_step: int) -> None: ...
    def forget(self) -> None: ...


class Recorder(Protocol):
    """The microphone, and what it heard in this visit, in memory only."""

    def start(self, name: str, most_s: int) -> None: ...
    def stop(self) -> None: ...
    def sound(self, name: str) -> bytes: ...
    def wavs(self, names: Sequence[str]) -> Mapping[str, bytes]: ...
    def discard(self, name: str) -> None: ...
    def forget(self) -> None: ...


class Keeper(Protocol):
    """Seals and commits a submission with its recordings (WAV by step), and then says Saved."""

    def keep(self, submission: Submission, sounds: Mapping[str, bytes]) -> SaveFailed | Saved: ...


class Paper(Protocol):
    def submit(self, receipt: Receipt) -> None: ...
    def forget(self) -> None: ...


class StatusDesk(Protocol):
    def ask(self, code: str, language: str) -> None: ...
    def tell_not_solved(self, code: str, day: str) -> None: ...


@dataclass(frozen=True, slots=True)
class World:
    """What carries effects out. Everything here is a Protocol: a test plays any of it.

    `route` lets sound come out of the headphones or of the loudspeaker from here on.
    `keep_keys` uses them from here on, and says whether this device keeps which key does what.
    `enrol` answers with an event; `keep_tries` outlives a restart.
    `recorder` is None where there is no microphone.
    """

    voice: Voice
    keeper: Keeper
    paper: Paper
    status: StatusDesk
    make_code: Callable[[], str]
    recorder: Recorder | None = None
    route: Callable[[Literal["headphones", "loudspeaker"]], None] = lambda _: None
    keep_keys: Callable[[tuple[tuple[KeyName, int], ...]], bool] = lambda _: False
    enrol: Callable[[str, str], None] = lambda _code, _desk: None
    keep_tries: Callable[[int, float], None] = lambda _wrong, _locked_s: None
    wall: Callable[[], datetime] = lambda: datetime.now().astimezone()
