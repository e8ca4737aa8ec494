"""Wrong staff codes, kept over a restart: pulling the plug is no new chance."""

import json
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kiosk.core.events import Tries

FILE = "staff-tries.json"


def keep_tries(
    path: Path, wrong: int, locked_s: float, wall: Callable[[], float] = time.time
) -> None:
    """A full disk: then they are forgotten with the power, and no sooner."""
    with suppress(OSError):
        if not wrong and not locked_s:
            path.unlink(missing_ok=True)
            return
        beside = path.with_suffix(".new")
        until = wall() + locked_s if locked_s else 0
        beside.write_text(json.dumps({"wrong": wrong, "until": until}), encoding="utf-8")
        beside.replace(path)


def kept_tries(path: Path, longest_s: float, wall: Callable[[], float] = time.time) -> Tries | None:
    """What was kept. A clock that was set back never locks for longer than it would have."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        wrong, until = int(kept["wrong"]), float(kept["until"])
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return Tries(wrong, min(max(0.0, until - wall()), longest_s) if until else 0.0)
