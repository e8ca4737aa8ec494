"""A kiosk of its real parts in this process, for whoever tells it something.

No display, no loudspeaker that anybody hears, no microphone: those are SDL's own doubles
and a line that brings the same noise at each look. All else is what a kiosk runs on.
"""

import http.client
import json
import random
import threading
import time
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from nacl.public import PrivateKey

from kiosk import codes
from kiosk.core.events import Plugged, SpeechEnded, Tapped
from kiosk.core.terminal import Terminal
from kiosk.keeping import SealedKeeper
from kiosk.outbox import Outbox
from kiosk.pieces import Pieces
from kiosk.recorder import Line, Recorder
from kiosk.runtime import Runtime
from kiosk.speech import Speech
from kiosk.status import StatusDesk
from kiosk.voice import EspeakVoice, Sound
from kiosk.world import World
from printers.picture import PicturePrinter
from printers.settings import PictureSettings
from printers.worker import PrinterWorker
from screens.glass import Glass
from screens.sound import open_player
from screens.text import TextEngine
from tests.backstage.forgetful_desk import ForgetfulDesk
from tests.backstage.teller import Teller
from tests.core.languages import texts
from tests.core.visit import factory, terminal_of


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
        self._open.wait(60)
        self.waiting -= 1


class HeardVoice:
    """espeak-ng. What it makes of a visitor's words may have to wait at the gate."""

    def __init__(self) -> None:
        self.visitor: Teller | None = None
        self.gate = Gate()
        self._espeak = EspeakVoice()

    def sound(self, text: str, language: str, rate_step: int) -> Sound:
        sound = self._espeak.sound(text, language, rate_step)
        if self.visitor is not None and self.visitor.hears(text, sound):
            self.gate.through()
        return sound


class SlowPen:
    """The text engine as the printer has it: what it draws may have to wait at the gate."""

    def __init__(self, engine: TextEngine) -> None:
        self.gate = Gate()
        self._engine = engine
        self.width, self.line_height = engine.width, engine.line_height
        self.coverage, self.forget = engine.coverage, engine.forget

    def wrap(self, text: str, cap_px: int, width_px: int, *, bold: bool = False) -> tuple[str, ...]:
        self.gate.through()
        return self._engine.wrap(text, cap_px, width_px, bold=bold)


class Noise:
    """A microphone that is open before a visitor who makes noise."""

    def __init__(self) -> None:
        self.visitor: Teller | None = None

    def __call__(self) -> Line:
        return self

    def read(self) -> bytes:
        return self.visitor.noise() if self.visitor else b""

    def close(self) -> None: ...


@dataclass
class Machine:
    """The parts, wired as `config/furniture.py` does; turned by whoever tests it."""

    folder: Path
    desk: ForgetfulDesk
    skipped_s: float = 0.0
    visitor: Teller = field(default_factory=lambda: Teller(0))

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
        printer = PicturePrinter(PictureSettings(directory=self.folder / "paper"), self.folder)
        pen = SlowPen(self.glass.engine)
        self.printing = pen.gate
        self.worker = PrinterWorker(printer, pen, post, self.clock)
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
                status=StatusDesk(self.desk.url, "token", post),
                make_code=lambda: self._code(luck),
                recorder=self.recorder,
                route=self.speech.route,
            )
        )
        post(Plugged("microphone", present=True))
        self.welcome(self.visitor)
        self.until(lambda: self.runtime.session.hardware.microphone)
        self.first_pixels, self.first_lines = self.pixels, self.lines

    def _terminal(self) -> Terminal:
        own = replace(terminal_of(factory()), texts=texts(), arrangement=self.glass.arrangement)
        return replace(own, can_be_low=self.glass.arrangement.can_be_low)

    def _code(self, luck: random.Random) -> str:
        code = codes.make(luck)
        self.visitor.keep_secret("code", code)
        return code

    def clock(self) -> float:
        return time.monotonic() + self.skipped_s

    def welcome(self, visitor: Teller) -> None:
        self.visitor = self.voice.visitor = self.noise.visitor = visitor

    def until(self, happened: Callable[[], object], within_s: float = 60.0) -> None:
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
    def lines(self) -> set[str]:
        """All that was measured or drawn since the last visit, for the screen or on paper."""
        engine = self.glass.engine
        shelves = (engine._widths, engine._wraps, engine._surfaces)
        return {key[0] for shelf in shelves for key in shelf._things}

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
            connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
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
