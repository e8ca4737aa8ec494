"""A kiosk of its real parts in this process, and a visitor whose words can be looked for.

No display, no loudspeaker that anybody hears, no microphone: those are SDL's own doubles
and a line that brings the same noise at each look. All else is what a kiosk runs on.

What the visitor tells is kept here in a form that is not it (backwards, or added to), and
only put right in calls that have ended before anybody looks.
"""

import http.client
import json
import random
import threading
import time
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from nacl.public import PrivateKey

from kiosk import codes
from kiosk.core import inputs
from kiosk.core.events import Plugged, SpeechEnded, Tapped
from kiosk.core.keyboard import marks_of
from kiosk.core.terminal import Terminal
from kiosk.core.view import InputKind
from kiosk.keeping import SealedKeeper
from kiosk.outbox import Outbox
from kiosk.pieces import Pieces
from kiosk.recorder import Line, Recorder
from kiosk.runtime import Runtime
from kiosk.speech import Speech
from kiosk.status import StatusDesk
from kiosk.voice import SAMPLE_BYTES, SAMPLE_RATE, EspeakVoice, Sound
from kiosk.world import World
from printers.page import Page
from printers.picture import PicturePrinter
from printers.printer import Outcome
from printers.settings import PictureSettings
from printers.worker import PrinterWorker
from screens.glass import Glass
from screens.sound import open_player
from tests.backstage.memory import gathered, holders
from tests.core.languages import texts
from tests.core.visit import factory, terminal_of

CONSONANTS = "bcdfghjklmnpqrstvwxz"
ARABIC = "ضظغثقصهخحجشسيبلتنمكط"
RUN = 32
"""Samples that are looked for: no other sound has the same run of them."""
DIGITS_OF_A_NUMBER = 9
_OTHER = bytes((value + 77) % 256 for value in range(256))
_SAME = bytes((value - 77) % 256 for value in range(256))


class Visitor:
    """Made-up words that nothing else has, each of its own `number`."""

    def __init__(self, number: int) -> None:
        luck = random.Random(number)

        def letters(of: str) -> str:
            return "".join(luck.choices(of, k=9))

        self._noise = number
        self._backwards: dict[str, str] = {
            "words": letters(CONSONANTS) + "ê" + letters(CONSONANTS),
            "arabic words": letters(ARABIC),
            "name": letters(CONSONANTS) + "ö" + letters(CONSONANTS),
            "email": f"{'ln.'}{letters(CONSONANTS)}@{letters(CONSONANTS)}",
            "phone": "".join(luck.choices("123456789", k=8)) + "60",
            "code of another day": codes.make(luck)[::-1],
        }
        self._heard: set[bytes] = set()
        """Runs of samples of the sound of these words, added to."""

    def tells(self, what: str) -> str:
        return self._backwards[what][::-1]

    def keep_secret(self, what: str, value: str) -> None:
        self._backwards[what] = value[::-1]

    def noise(self) -> bytes:
        """What the microphone hears of this visitor in a tenth of a second."""
        return random.Random(self._noise).randbytes(SAMPLE_RATE // 10 * SAMPLE_BYTES)

    def hear(self, text: str, sound: Sound) -> None:
        """The voice said this; remembered if it is something of the visitor's."""
        said = text.encode()
        if any(needle in said for _, needle in self._in_words()):
            values = memoryview(sound.samples).cast("h")
            loudest = max(range(RUN, len(values) - RUN), key=lambda at: abs(values[at]))
            at = loudest * SAMPLE_BYTES
            self._heard.add(sound.samples[at - RUN : at + RUN].translate(_OTHER))

    @property
    def sounds_heard(self) -> int:
        return len(self._heard)

    def found_in(self, content: bytes) -> set[str]:
        """What of this visitor is in it."""
        return {what for what, needle in self._needles() if needle in content}

    def traces(self) -> list[str]:
        """What of this visitor is in memory, and who holds it: for whoever must mend it."""
        content = gathered()
        needles = [(what, needle) for what, needle in self._needles() if needle in content]
        return [f"{what}: {holder}" for what, needle in needles for holder in holders(needle)]

    def _needles(self) -> Iterator[tuple[str, bytes]]:
        yield from self._in_words()
        for run in self._heard:
            yield "sound of the words", run.translate(_SAME)
        run = self.noise()[1000 : 1000 + 3 * RUN]
        yield "message", run[:RUN]
        for shift in range(3):  # where a group of three bytes begins, nobody knows
            yield "message in base64", b64encode(run[shift:])[4:-4]

    def _in_words(self) -> Iterator[tuple[str, bytes]]:
        for what in ("words", "arabic words", "name", "email"):
            for word in self.tells(what).replace("@", " ").split():
                cases = {word[:6], word[:6].lower(), word[:6].upper(), word[:6].capitalize()}
                yield from ((what, case.encode()) for case in cases)
        for what in ("phone", "code", "code of another day"):
            if what in self._backwards:
                yield from ((what, form.encode()) for form in self._numbers(what))

    def _numbers(self, what: str) -> set[str]:
        number = self.tells(what)
        kind: InputKind = "phone" if what == "phone" else "code"
        forms = {number, " ".join(number), inputs.shown(kind, number), inputs.said(kind, number)}
        for language in ("nl", "ar"):
            forms.add(inputs.said(kind, number, marks_of(texts(), language)))
        return {_beginning(form) for form in forms}


def _beginning(form: str) -> str:
    """Up to the ninth digit: a whole number, or one that was being typed."""
    ends = [at for at, character in enumerate(form, 1) if character.isdigit()]
    return form[: ends[DIGITS_OF_A_NUMBER - 1]]


class Gate:
    """Open, until a test closes it: what comes then waits there, and is counted."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self._open.set()
        self.waiting = 0

    def close(self) -> None:
        self._open.clear()

    def open(self) -> None:
        self._open.set()

    def through(self) -> None:
        self.waiting += 1
        self._open.wait(10)
        self.waiting -= 1


class HeardVoice:
    """espeak-ng; the visitor it speaks to hears it. What is made may have to wait at the gate."""

    def __init__(self) -> None:
        self.visitor: Visitor | None = None
        self.gate = Gate()
        self._espeak = EspeakVoice()

    def sound(self, text: str, language: str, rate_step: int) -> Sound:
        sound = self._espeak.sound(text, language, rate_step)
        if self.visitor is not None:
            self.visitor.hear(text, sound)
        self.gate.through()
        return sound


class SlowPrinter(PicturePrinter):
    gate: Gate

    def print(self, page: Page, name: str) -> Outcome:
        self.gate.through()
        return super().print(page, name)


class Noise:
    """A microphone that is open before a visitor who makes noise."""

    def __init__(self) -> None:
        self.visitor: Visitor | None = None

    def __call__(self) -> Line:
        return self

    def read(self) -> bytes:
        return self.visitor.noise() if self.visitor else b""

    def close(self) -> None: ...


@dataclass
class Machine:
    """The parts, wired as `config/furniture.py` does; turned by whoever tests it."""

    folder: Path
    desk_url: str
    skipped_s: float = 0.0
    visitor: Visitor = field(default_factory=lambda: Visitor(0))

    def __post_init__(self) -> None:
        bundle = factory()
        self.glass = Glass(
            "headless",
            bundle.themes,
            size_px=(540, 960),
            panel_width_mm=268,
            panel_bottom_mm=700,
            filter_s=0.0,
            title="",
            on_closed=lambda: None,
        )
        self.terminal = self._terminal()
        self.runtime = Runtime(self.terminal, self.glass, self.clock)
        post = self.runtime.post
        self.glass.open_mirror(("127.0.0.1", 0), post)
        self.player = open_player()
        self.voice = HeardVoice()
        self.speech = Speech(
            self.player,
            self.voice,
            lambda: post(SpeechEnded()),
            pieces=Pieces("nl", bundle.pronunciation, bundle.clips),
        )
        printer = SlowPrinter(PictureSettings(directory=self.folder / "paper"), self.folder)
        printer.gate = self.printing = Gate()
        self.worker = PrinterWorker(printer, self.glass.engine, post, self.clock)
        self.noise = Noise()
        self.recorder = Recorder(self.noise, post)
        self.outbox = Outbox(self.folder / "outbox.sqlite3")
        key = b64encode(bytes(PrivateKey.generate().public_key)).decode()
        luck = random.SystemRandom()
        self.runtime.furnish(
            World(
                voice=self.speech,
                keeper=SealedKeeper(self.outbox, key, lambda: None),
                paper=self.worker,
                status=StatusDesk(self.desk_url, "token", post),
                make_code=lambda: self._code(luck),
                recorder=self.recorder,
                route=self.speech.route,
            )
        )
        post(Plugged("microphone", present=True))
        self.welcome(self.visitor)
        self.until(lambda: self.runtime.session.hardware.microphone)
        self.first_pixels = self.pixels

    def _terminal(self) -> Terminal:
        own = replace(terminal_of(factory()), texts=texts(), arrangement=self.glass.arrangement)
        return replace(own, can_be_low=self.glass.arrangement.can_be_low)

    def _code(self, luck: random.Random) -> str:
        code = codes.make(luck)
        self.visitor.keep_secret("code", code)
        return code

    def clock(self) -> float:
        return time.monotonic() + self.skipped_s

    def welcome(self, visitor: Visitor) -> None:
        self.visitor = self.voice.visitor = self.noise.visitor = visitor

    def until(self, happened: Callable[[], object], within_s: float = 10.0) -> None:
        """Let the loop turn until then."""
        deadline = time.monotonic() + within_s
        while not happened():
            assert time.monotonic() < deadline, f"it did not happen on {self.screen}"
            if not self.runtime.turn():
                time.sleep(0.002)

    @property
    def pixels(self) -> str:
        return self.glass._window.pixels_hash()

    @property
    def screen(self) -> str:
        return self.runtime.view.screen

    def tap(self, *names: str) -> None:
        for name in names:
            self._find(name)
            self.runtime.handle(Tapped(name, at=self.clock()))

    def _find(self, name: str) -> None:
        for _ in range(5):
            target = self.runtime.view.target(name)
            if target is not None:
                return
            assert self.runtime.view.target("page:next"), f"no {name} on {self.screen}"
            self.runtime.handle(Tapped("page:next", at=self.clock()))
        raise AssertionError(f"{name} is on no page of {self.screen}")

    def type_in(self, what: str) -> None:
        """In the browser that the mirror serves, and then asking to hear it, until it is said."""
        before = self.visitor.sounds_heard
        self.ask("POST", "/type", {"text": self.visitor.tells(what)})
        self.tap("hear")
        self.until(lambda: self.visitor.sounds_heard > before)

    def ask(self, method: str, path: str, body: Mapping[str, str] | None = None) -> None:
        done: list[int] = []

        def asking() -> None:
            connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=10)
            content = json.dumps(body).encode() if body else None
            connection.request(method, path, content, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            answer.read()
            connection.close()
            done.append(answer.status)

        thread = threading.Thread(target=asking)
        thread.start()
        self.until(lambda: done or not thread.is_alive())
        thread.join()
        assert done in ([200], [204])

    @property
    def _port(self) -> int:
        assert self.glass._mirror is not None
        return self.glass._mirror.port

    def nobody_presses_anything(self) -> None:
        """Until the visit ends by itself."""
        visit = self.runtime.session.visit
        limits = self.terminal.limits
        self.skipped_s += limits.idle_s + 2
        self.until(lambda: self.screen == "still-there")
        self.skipped_s += limits.warning_s + 2
        self.until(lambda: self.runtime.session.visit > visit)

    def close(self) -> None:
        self.voice.gate.open()
        self.printing.open()
        self.outbox.close()
        self.recorder.close()
        self.worker.close()
        self.speech.close()
        self.player.close()
        self.glass.close()
