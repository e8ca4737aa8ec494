"""From a tap on 'send' to the durable commit, and to the first dots of the receipt.

The tap is down and up in one. The commit is seen from outside, in a connection of our own
to the outbox: SQLite shows a row to others only after its log is on the disk
(`synchronous=FULL`: the log is synced before its index says that it has grown), so the moment
at which we see it lies after the sync, never before. We look at the counter of row
numbers, which stays when delivery erases the row. The dots are the first raster command (`GS v 0`)
that a network printer receives. The desk is up, and takes the submission meanwhile.
"""

import sqlite3
from contextlib import closing

from benchmarks import visit
from benchmarks.display import when
from benchmarks.figures import Figure, median, percentile_95
from benchmarks.stage import Stage

VISITS = 12
LIMIT_S = 10.0
READING_S = 1.6
"""A press of 'ready' sooner than this counts as a second press on 'send'."""


def measure(stage: Stage) -> list[Figure]:
    with stage.installation.kiosk(stage.display) as (_, mirror):
        outbox = stage.installation.outbox.as_uri() + "?mode=ro"
        with closing(sqlite3.connect(outbox, uri=True, isolation_level=None)) as looking:
            commits, dots = [], []
            for number in range(VISITS + 1):
                visit.to_check_page(mirror, "nl")
                stage.display.still(0.1)
                commit, dot = _send(stage, looking, mirror.rect("send"))
                if number:  # the first one warms up
                    commits.append(commit)
                    dots.append(dot)
                mirror.look()
                visit.done(mirror, stage.installation.paper, -1, READING_S)
    return [
        Figure("send to durable commit, median", "ms", median(commits), at_most=50, values=commits),
        Figure("the same, 95th percentile", "ms", percentile_95(commits), at_most=50),
        Figure("send to first receipt bytes, median", "ms", median(dots), at_most=300, values=dots),
        Figure("the same, 95th percentile", "ms", percentile_95(dots), at_most=300),
    ]


def _send(
    stage: Stage, looking: sqlite3.Connection, button: tuple[int, int, int, int]
) -> tuple[float, float]:
    printed = stage.installation.paper.first_dots_at
    before, receipts = _rows(looking), len(printed)
    stage.display.finger.point(button)
    tapped = stage.display.finger.tap()
    committed = when(lambda: _rows(looking) > before, LIMIT_S, "Nothing was committed.")
    when(lambda: len(printed) > receipts, LIMIT_S, "No receipt came.")
    return (committed - tapped) * 1000, (printed[-1] - tapped) * 1000


def _rows(looking: sqlite3.Connection) -> int:
    """How many rows the outbox has ever had."""
    row = looking.execute("SELECT seq FROM sqlite_sequence WHERE name = 'owed'").fetchone()
    return int(row[0]) if row else 0
