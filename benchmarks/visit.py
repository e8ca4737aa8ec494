"""A whole visit through the mirror: choose, type, check, send, paper, done."""

import time

from benchmarks.display import TooLate
from benchmarks.mirror import Mirror
from benchmarks.paper import Paper

PAPER_WITHIN_S = 10.0
SCREENS = 9
"""How many times a visit shows another screen."""


def to_check_page(mirror: Mirror, language: str) -> None:
    """Up to the page with the send button."""
    mirror.look()
    if mirror.view["language"] != language:
        mirror.tap("language", f"language:{language}")
    mirror.tap("flow:terugbellen")
    while not mirror.has("send"):
        field = mirror.view["input"]
        choices = [one.name for one in mirror.targets if one.name.startswith("choice:")]
        if field is None:
            mirror.tap(choices[0])
        else:
            mirror.type("Jo de Vries" if field["kind"] == "name" else "06 1234 5678")
            mirror.tap("next")


def whole(mirror: Mirror, paper: Paper, language: str, *, rest_s: float = 0.0) -> None:
    """Ends on the start screen. `rest_s`: how long the visitor looks at the thanks."""
    printed = paper.cuts
    to_check_page(mirror, language)
    mirror.tap("send")
    done(mirror, paper, printed, rest_s)


def done(mirror: Mirror, paper: Paper, printed_before: int, rest_s: float) -> None:
    """From the thanks to the start screen, with the paper in hand."""
    until = time.monotonic() + PAPER_WITHIN_S
    while paper.cuts == printed_before or not mirror.has("done"):
        if time.monotonic() > until:
            raise TooLate(f"No receipt came; the kiosk shows {mirror.screen}.")
        time.sleep(0.002)
        mirror.look()
    time.sleep(rest_s)
    mirror.tap("done")
    if mirror.screen != "start":
        raise TooLate(f"After a visit the kiosk shows {mirror.screen}.")
