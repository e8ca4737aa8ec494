"""New bundles for this kiosk: looked for now and then, made ready unseen, used after a visit.

The looking itself is a process of its own (`config.updating`), which this thread starts
each `updates_every_s`, a fifth sooner or later so that kiosks do not all come at once, and
less and less often while the repository cannot be reached. A release that it put on the
shelf is announced (`on_ready`) and used from the next start on: `switch` is called in the
moment between two visits. Whatever goes wrong changes nothing, and is told in `state`.
"""

import logging
import random
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from config.shelf import Shelf
from config.updating.asking import Asked, PanelFacts
from config.updating.outcomes import Outcome, Staged, Trouble, UpToDate, from_line
from config.updating.releases import Release
from kiosk.background import Background
from kiosk.core.health import BundleState

if TYPE_CHECKING:
    from config.loading import Loaded
    from screens.boxes import Panel

log = logging.getLogger(__name__)
ROOT = Path(__file__).parent.parent
PROGRAM = ("-m", "config.updating")
LIMIT_S = 2.5 * 3600
"""The process ends itself before; this is for one that hangs."""
FIRST_WAIT_S = 15.0
"""At most, after the start: kiosks that got their power back together come apart."""
JITTER = 0.2
LONGEST_WAIT_S = 3600.0
CLOSE_S = 2.0


def updates_of(loaded: "Loaded", panel: "Panel", on_ready: Callable[[], None]) -> "Updates | None":
    """Those of this kiosk; None where its enrolment names no repository."""
    enrolment, shelf = loaded.enrolment, loaded.shelf
    if enrolment is None or shelf is None or not (enrolment.updates_url and enrolment.updates_root):
        return None
    source = Source(
        enrolment.updates_url,
        enrolment.updates_root,
        enrolment.kiosk_name,
        loaded.device.updates_every_s,
    )
    facts = PanelFacts(
        width_px=panel.width_px,
        height_px=panel.height_px,
        width_mm=None if panel.guessed else panel.width_mm,
        bottom_mm=panel.bottom_mm,
    )
    return Updates(source, shelf, facts, loaded.bundle.version, on_ready)


@dataclass(frozen=True, slots=True)
class Source:
    """Where new bundles come from, and for whom."""

    url: str
    root: str
    kiosk: str
    every_s: float


class Looking:
    """The process: `look` waits for it, `stop` ends it from another thread."""

    def __init__(self, program: Sequence[str] = PROGRAM) -> None:
        self._program = program
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._stopped = False

    def look(self, asked: Asked) -> Outcome:
        with self._lock:
            if self._stopped:
                return _failed("was stopped")
            self._process = process = subprocess.Popen(
                [sys.executable, *self._program],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        try:
            said, _ = process.communicate(asked.model_dump_json(), LIMIT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return _failed("took too long")
        return from_line(said) or _failed(f"ended with {process.returncode}")

    def stop(self) -> None:
        with self._lock:
            self._stopped = True
            if self._process is not None:
                self._process.kill()


class Updates:
    """`start` and `close` once. `on_ready` is called from its thread."""

    def __init__(
        self,
        source: Source,
        shelf: Shelf,
        panel: PanelFacts,
        version: str,
        on_ready: Callable[[], None],
        *,
        rng: random.Random | None = None,
        looking: Looking | None = None,
    ) -> None:
        self._source = source
        self._shelf = shelf
        self._panel = panel
        self._version = version
        self._on_ready = on_ready
        self._rng = rng or random.SystemRandom()
        self._looking = looking or Looking()
        self._staged: Release | None = None
        self._refused: dict[int, Trouble] = {}
        self._trouble: Trouble | None = None
        self._newest = 0
        self._checked_at: datetime | None = None
        self._in_vain = 0
        self._thread = Background(self._run, "updates", close_s=CLOSE_S)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """Stop looking. What was not finished is begun again next time."""
        self._thread.end()
        self._looking.stop()
        self._thread.close()

    def check_soon(self) -> None:
        """Look now. Any thread may ask."""
        self._thread.wake()

    def switch(self) -> bool:
        """From the next start on, use what is ready; whether anything is, and the disk took it."""
        staged = self._staged
        if staged is None:
            return False
        try:
            self._shelf.switch(staged)
        except OSError as error:
            log.warning("release %d cannot be used: %s", staged.number, error.strerror)
            return False
        return True

    def state(self) -> BundleState:
        in_use = self._shelf.in_use
        release = in_use.number if in_use else 0
        return BundleState(
            version=self._version,
            release=release,
            newest=self._newest or release,
            refused=max({*self._refused, *self._shelf.bad}, default=0),
            problem=self._problem(),
            checked_at=self._checked_at,
        )

    def _problem(self) -> str:
        told = [self._trouble.sentence] if self._trouble else []
        if why := self._shelf.problem:
            told.append(why)
        return " ".join(told)[:500]

    def _run(self) -> None:
        self._thread.sleep(self._rng.uniform(0, min(FIRST_WAIT_S, self._source.every_s)))
        while not self._thread.is_ending:
            self._thread.had_news()  # this look answers it
            self.check()
            self._thread.sleep(self._wait_s())

    def check(self) -> None:
        """Look once, and wait for what comes of it."""
        self._shelf.tidy([self._staged] if self._staged else [])
        outcome = self._looking.look(self._asked())
        if not self._thread.is_ending:
            self._take(outcome)

    def _asked(self) -> Asked:
        shelf = self._shelf
        current = shelf.current
        damaged = current is not None and current != shelf.in_use and not shelf.is_whole(current)
        return Asked(
            updates_url=self._source.url,
            root=self._source.root,
            state=shelf.folder.parent.resolve(),
            kiosk=self._source.kiosk,
            panel=self._panel,
            in_use=shelf.in_use,
            again=current.number if current is not None and damaged else 0,
            highest=shelf.highest,
            refused=tuple({*self._refused, *shelf.bad}),
        )

    def _take(self, outcome: Outcome) -> None:
        before = self._trouble
        match outcome:
            case UpToDate(newest):
                self._newest = newest
                self._trouble = self._refused.get(newest)
                self._staged = None  # what was ready is not offered any more
            case Staged(number, version):
                self._newest = number
                self._trouble = None
                if self._staged is None or self._staged.number != number:
                    log.info("release %d is ready, and used when no visitor is there", number)
                self._staged = Release(number=number, version=version)
                self._on_ready()
            case Trouble(kind, _, number):
                self._newest = number or self._newest
                self._trouble = outcome
                if number and kind in ("unfit", "damaged", "too_large"):
                    self._refused[number] = outcome
        if isinstance(outcome, UpToDate | Staged):
            self._checked_at = datetime.now(UTC)
        unreachable = isinstance(outcome, Trouble) and outcome.kind == "unreachable"
        self._in_vain = self._in_vain + 1 if unreachable else 0
        if self._trouble is not None and self._trouble != before:
            log.warning("no update: %s", self._trouble.sentence)

    def _wait_s(self) -> float:
        every_s = self._source.every_s
        longest = max(every_s, LONGEST_WAIT_S)
        wait_s = min(longest, every_s * 2.0 ** min(max(0, self._in_vain - 1), 16))
        return wait_s * self._rng.uniform(1 - JITTER, 1 + JITTER)


def _failed(how: str) -> Trouble:
    return Trouble("failed", f"Looking for a new bundle {how}. This kiosk keeps the one it has.")
