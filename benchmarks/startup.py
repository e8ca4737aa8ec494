"""From starting the process to the first screen, and to the first answer that it gives.

The programs are started in turns, from a warm disk, with a state folder or profile that was
used before; Chromium once more with an empty profile, which is what it takes to forget
all visitors at a start. `first screen` is the moment at which every pixel inside the first button
is on the glass as it stays. At that moment a finger taps it; `first answer` is the moment
at which the same holds for the first button of the next screen.
"""

import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks.display import Display, inside
from benchmarks.figures import Figure, median
from benchmarks.processes import end
from benchmarks.stage import FLOW, Stage

RUNS = 5
LIMIT_S = 30.0

Starter = Callable[[Display], subprocess.Popen[bytes]]


@dataclass(slots=True)
class _Program:
    start: Starter
    first: bytes
    second: bytes
    screen_s: list[float] = field(default_factory=list)
    answer_s: list[float] = field(default_factory=list)


def measure(stage: Stage) -> list[Figure]:
    zuil, peers = _learn_kiosk(stage), _learn_chromium(stage)
    for _ in range(RUNS):
        for program in (zuil, *peers):
            _run(stage, program)
    peer, anew = peers or (None, None)
    return [
        Figure(
            "process start to first usable screen",
            "s",
            median(zuil.screen_s),
            median(peer.screen_s) if peer else None,
            at_most=0.5,
            ratio_at_most=0.4,
            values=zuil.screen_s,
            chromium_values=peer.screen_s if peer else (),
        ),
        Figure(
            "the same, Chromium with an empty profile",
            "s",
            median(zuil.screen_s),
            median(anew.screen_s) if anew else None,
            chromium_values=anew.screen_s if anew else (),
        ),
        Figure(
            "process start to first tap answered",
            "s",
            median(zuil.answer_s),
            median(peer.answer_s) if peer else None,
            values=zuil.answer_s,
            chromium_values=peer.answer_s if peer else (),
        ),
    ]


def _learn_kiosk(stage: Stage) -> _Program:
    """What the two buttons look like when all is quiet; this is also the warm-up."""
    with stage.installation.kiosk(stage.display) as (_, mirror):
        first = stage.display.pixels(inside(stage.first[0]))
        mirror.tap(FLOW)
        stage.display.still(0.3)
        second = stage.display.pixels(inside(stage.second[0]))
    return _Program(stage.installation.start_kiosk, first, second)


def _learn_chromium(stage: Stage) -> tuple[_Program, ...]:
    """The same for the peer: with a profile that was used before, and with an empty one."""
    if stage.chromium is None:
        return ()
    with stage.chromium.running(stage.display):
        stage.display.finger.point(stage.first[0])
        stage.display.still(0.5)
        first = stage.display.pixels(inside(stage.first[0]))
        stage.display.finger.tap()
        stage.display.still(1.0)
        second = stage.display.pixels(inside(stage.second[0]))
    return (
        _Program(stage.chromium.start, first, second),
        _Program(stage.chromium.start_anew, first, second),
    )


def _run(stage: Stage, program: _Program) -> None:
    display = stage.display
    first, second = inside(stage.first[0]), inside(stage.second[0])
    assert display.pixels(first) != program.first
    display.finger.point(first)
    began = time.monotonic()
    process = program.start(display)
    try:
        shown = display.when_shown(first, program.first, LIMIT_S)
        display.finger.tap()
        answered = display.when_shown(second, program.second, LIMIT_S)
    finally:
        end(process)
        display.still(0.1)
    program.screen_s.append(shown - began)
    program.answer_s.append(answered - began)
