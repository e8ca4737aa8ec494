"""From a finger on a button to the first changed pixel in that button.

The moment of the press is taken just before the X server is told; the answer is the
first pixel in the button that differs, as the X server has it. Kiosk and Chromium take turns,
each with a finger that comes down at no particular moment of the program's own loop.
The kiosk is tapped through whole visits: choices, number keys, a keyboard, setting
buttons, speaking all the while. The first tap of a visit, on a kiosk that looks less
often because nobody was there, counts separately.
"""

import random
import time
from dataclasses import dataclass, field

from benchmarks.display import Display, Rect
from benchmarks.figures import Figure, median, percentile_95
from benchmarks.mirror import Mirror
from benchmarks.stage import FLOW, Stage

TURNS = 2
VISITS = 5
"""In each turn; a visit has 21 taps after its first."""
PEER_TAPS = 60
HOLD_S = 0.02
REST_S = 0.05
"""Without a change, before the next tap: longer than any screen takes to be drawn."""
LIMIT_S = 3.0
VISIT = (
    "choice:verlichting", "choice:lamp-kapot", "choice:adres",
    "key:1", "key:2", "key:3", "key:4", "key:erase", "key:4", "key:a", "key:b", "next",
    "key:1", "key:2", "next",
    "key:d", "key:o", "key:n", "key:k", "key:e", "key:r",
)  # fmt: skip
"""No two in a row in the same spot: the kiosk takes those for one (A11)."""


@dataclass(slots=True)
class _Taps:
    s: list[float] = field(default_factory=list)
    first_s: list[float] = field(default_factory=list)
    luck: random.Random = field(default_factory=random.Random)

    def tap(self, display: Display, rect: Rect) -> float:
        """Press, see it, lift, and wait until all is quiet."""
        display.finger.point(rect)
        time.sleep(0.01 + self.luck.random() * 0.02)
        before = display.pixels(rect)
        pressed = display.finger.press()
        seen = display.when_not(rect, before, LIMIT_S)
        time.sleep(HOLD_S)
        display.finger.lift()
        display.still(REST_S)
        return seen - pressed


def measure(stage: Stage) -> list[Figure]:
    zuil, peer = _Taps(), _Taps()
    for _ in range(TURNS):
        with stage.installation.kiosk(stage.display) as (_, mirror):
            for _ in range(VISITS):
                _visit(stage.display, mirror, zuil)
        if stage.chromium is not None:
            with stage.chromium.running(stage.display):
                for number in range(PEER_TAPS):
                    places = stage.second if number % 2 else stage.first
                    peer.s.append(peer.tap(stage.display, places[number // 2 % len(places)]))
    zuil_ms, peer_ms = [[s * 1000 for s in taps.s] for taps in (zuil, peer)]
    first_ms = [s * 1000 for s in zuil.first_s]
    return [
        Figure(
            "tap to changed pixels, median",
            "ms",
            median(zuil_ms),
            median(peer_ms) if peer_ms else None,
            at_most=10,
            ratio_at_most=0.5,
            values=zuil_ms,
            chromium_values=peer_ms,
        ),
        Figure(
            "tap to changed pixels, 95th percentile",
            "ms",
            percentile_95(zuil_ms),
            percentile_95(peer_ms) if peer_ms else None,
            at_most=17,
        ),
        Figure("the same, first tap of a visit, median", "ms", median(first_ms), values=first_ms),
    ]


def _visit(display: Display, mirror: Mirror, taps: _Taps) -> None:
    mirror.look()
    taps.first_s.append(taps.tap(display, mirror.rect(FLOW)))
    for name in VISIT:
        mirror.look()
        taps.s.append(taps.tap(display, mirror.rect(name)))
    mirror.tap("stop", "stop:yes")
    display.still(REST_S)
