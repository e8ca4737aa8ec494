"""Memory after a visit in each language, and what 500 more visits add to it.

PSS: what a process has for itself, and its part of what it shares. All processes of a
program are added up; the X server is in neither sum. Chromium gets the same number of
page changes. PSS falls when other Pythons run beside the kiosk, as the desk and this
benchmark do; so what it has in memory if charged for everything (RSS) is told as well.

The growth is of anonymous memory, which no neighbour changes, and is counted from the same
moment, so it also holds what a kiosk fills once (caches of drawings and words). The 500
visits are whole: choices, typing, check page, sending, delivery to the desk, receipt, ready.
"""

import time
from collections.abc import Sequence

from benchmarks import visit
from benchmarks.figures import Figure
from benchmarks.processes import own_mb, pss_mb, resident_mb
from benchmarks.stage import Stage

LANGUAGES = ("nl", "en", "ar", "tr", "pl", "uk")
MANY = 500
EVERY = 100
SETTLE_S = 1.0


def measure(stage: Stage) -> list[Figure]:
    zuil, resident, grown = _kiosk(stage)
    return [
        Figure(
            "memory (PSS) after a visit in each language",
            "MB",
            zuil,
            _chromium(stage),
            at_most=90,
            ratio_at_most=0.25,
        ),
        Figure("the same kiosk, resident (RSS)", "MB", resident),
        Figure(
            f"growth over {MANY} more visits",
            "MB",
            grown[-1],
            at_most=5,
            values=grown,
        ),
    ]


def _kiosk(stage: Stage) -> tuple[float, float, Sequence[float]]:
    paper = stage.installation.paper
    program = ("-m", "benchmarks.hurried_kiosk")
    with stage.installation.kiosk(stage.display, program=program) as (process, mirror):
        for language in LANGUAGES:
            visit.whole(mirror, paper, language)
        time.sleep(SETTLE_S)
        first, resident, own = pss_mb(process), resident_mb(process), own_mb(process)
        grown = []
        for number in range(1, MANY + 1):
            visit.whole(mirror, paper, LANGUAGES[number % len(LANGUAGES)])
            if number % EVERY == 0:
                time.sleep(SETTLE_S)
                grown.append(own_mb(process) - own)
    return first, resident, grown


def _chromium(stage: Stage) -> float | None:
    if stage.chromium is None:
        return None
    with stage.chromium.running(stage.display) as process:
        for number in range(len(LANGUAGES) * visit.SCREENS):
            places = stage.second if number % 2 else stage.first
            stage.display.finger.point(places[0])
            stage.display.finger.tap()
            stage.display.still(0.1)
        time.sleep(SETTLE_S)
        return pss_mb(process)
