"""How often this kiosk started, and why the last run ended: `started.json` in the state folder.

A run that ends in order says why. One that did not say anything was cut off: by a power cut
if the machine itself started since (another boot id), else by a crash.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from config.durable import write_durably

if TYPE_CHECKING:
    from kiosk.core.health import RestartReason

FILE = "started.json"
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
Ending = Literal["closed", "update", "order"]


@dataclass(frozen=True, slots=True)
class Started:
    """This run, for the heartbeat. `restarts` counts all starts, `crashes` those after a crash."""

    at: datetime
    restarts: int
    crashes: int
    reason: "RestartReason"


def note_start(
    state: Path, *, fell_back: bool = False, boot: str | None = None, now: datetime | None = None
) -> Started:
    """A run begins. `fell_back`: the bundle before did not start, and an older one is used."""
    boot = _boot() if boot is None else boot
    before = _read(state / FILE)
    reason = _reason(before, boot)
    started = Started(
        now or datetime.now(UTC),
        _count(before, "starts") + 1,
        _count(before, "crashes") + (reason == "crash"),
        "fallback" if fell_back else reason,
    )
    _write(
        state / FILE,
        {"starts": started.restarts, "crashes": started.crashes, "boot": boot, "ended": ""},
    )
    return started


def note_end(state: Path, why: Ending) -> None:
    """This run ends in order."""
    content = _read(state / FILE)
    if content:
        _write(state / FILE, {**content, "ended": why})


def _reason(before: dict[str, Any] | None, boot: str) -> "RestartReason":
    if before is None:
        return "first"
    ended: Ending
    for ended in get_args(Ending):
        if before.get("ended") == ended:
            return ended
    # A file that says nothing was half written: only a power cut does that.
    return "crash" if before.get("boot") == boot else "power"


def _read(file: Path) -> dict[str, Any] | None:
    """None where there was no start before; empty where it cannot be read."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _count(content: dict[str, Any] | None, name: str) -> int:
    value = (content or {}).get(name)
    return value if isinstance(value, int) and value >= 0 else 0


def _write(file: Path, content: dict[str, Any]) -> None:
    with suppress(OSError):  # a full disk: this run is not counted, and works
        write_durably(file, json.dumps(content).encode())


def _boot() -> str:
    try:
        return BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return ""
