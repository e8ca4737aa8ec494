"""How this terminal is, in numbers and words that say nothing of who uses it.

Each part is asked by its own name when a heartbeat is due; none of them waits for anything.
Whether somebody stands here now is not among them: headphones count as there when this kiosk
has an outlet for them, not when somebody has plugged them in, and the last visit is known to
the minute in which it ended, no better.
"""

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import metadata
from pathlib import Path
from typing import Protocol

from kiosk.core.events import AnyEvent
from kiosk.core.health import (
    BundleState,
    Heartbeat,
    NetworkState,
    OrderDone,
    PaperState,
    RestartReason,
    SoundState,
)
from kiosk.core.session import Session

ROOT = Path(__file__).parent.parent
THERMAL = Path("/sys/class/thermal")
INPUTS = Path("/dev/input")
COLDEST_C, HOTTEST_C = -60, 150
"""Zones that are switched off report less, or more."""


class Started(Protocol):
    """When and why this run of the program began."""

    @property
    def at(self) -> datetime: ...
    @property
    def restarts(self) -> int: ...
    @property
    def crashes(self) -> int: ...
    @property
    def reason(self) -> RestartReason: ...


@dataclass(frozen=True, slots=True)
class Owed:
    """What waits for the desk, and how the desk was found."""

    network: NetworkState = "unknown"
    waiting: int = 0
    refused: int = 0
    oldest_s: int = 0


class Updates(Protocol):
    """Published bundles: what is in use and what is not, and a wish to look for another."""

    def state(self) -> BundleState: ...
    def check_soon(self) -> None: ...


class Orders(Protocol):
    """What staff asked from afar, as far as it tells how this kiosk is."""

    def results(self) -> Sequence[OrderDone]: ...
    @property
    def is_in_service(self) -> bool: ...
    @property
    def last_test_print(self) -> datetime | None: ...


class Presence:
    """Whether a visit is going on, and when the last one ended; for this program itself."""

    def __init__(self, wall: Callable[[], datetime]) -> None:
        self._wall = wall
        self.is_idle = False
        """Somebody may have pressed before we began to look."""
        self.last_visit: datetime | None = None

    def watch(self, before: Session, event: AnyEvent, after: Session) -> None:  # noqa: ARG002 - all watchers get it
        """Called by the loop, after each event."""
        if before.active and not after.active:
            self.last_visit = self._wall().replace(second=0, microsecond=0)
        self.is_idle = not after.active


@dataclass(frozen=True, slots=True)
class Fittings:
    """What this kiosk has, as found when it started. `keys` is the file of learned keys."""

    headphones: bool
    microphone: bool
    keys: Path
    display: str
    location: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Health:
    """Where each part of a heartbeat comes from."""

    program: str
    started: Started
    fittings: Fittings
    presence: Presence
    orders: Orders | None
    """None where this kiosk takes none."""
    bundle: Callable[[], BundleState]
    sound: Callable[[], SoundState]
    paper: Callable[[], PaperState]
    owed: Callable[[], Owed]
    state: Path
    wall: Callable[[], datetime]

    def gather(self) -> Heartbeat:
        fittings, orders, owed = self.fittings, self.orders, self.owed()
        return Heartbeat(
            at=self.wall(),
            program=self.program,
            bundle=self.bundle(),
            location=fittings.location[:200],
            latitude=fittings.latitude,
            longitude=fittings.longitude,
            paper=self.paper(),
            sound=self.sound(),
            headphones=fittings.headphones,
            microphone=fittings.microphone,
            keypad=fittings.keys.exists() and has_keyboard(),
            display=fittings.display,
            network=owed.network,
            disk_free_mb=disk_free_mb(self.state),
            temperature_c=hottest_c(),
            waiting=owed.waiting,
            oldest_s=owed.oldest_s,
            refused=owed.refused,
            last_visit=self.presence.last_visit,
            last_test_print=orders.last_test_print if orders else None,
            started_at=self.started.at,
            restarts=self.started.restarts,
            crashes=self.started.crashes,
            restart_reason=self.started.reason,
            in_service=orders is None or orders.is_in_service,
            orders_done=tuple(orders.results()) if orders else (),
        )


def program_version(project: Path = ROOT / "pyproject.toml") -> str:
    """The version of the program that runs: of the files beside it, or as it was installed."""
    try:
        found = re.search(
            r'^version = "([^"]+)"', project.read_text(encoding="utf-8"), re.MULTILINE
        )
        return found[1] if found else metadata.version("zuil")
    except (OSError, metadata.PackageNotFoundError):
        return "unknown"


def disk_free_mb(folder: Path) -> int | None:
    """What is left on the disk where submissions are kept, in MB of 10^6 bytes."""
    try:
        found = os.statvfs(folder)
    except OSError:
        return None
    return found.f_bavail * found.f_frsize // 10**6


def hottest_c(zones: Path = THERMAL) -> float | None:
    """The hottest part that this machine can measure; None where it measures nothing."""
    found = []
    for file in zones.glob("thermal_zone*/temp"):
        try:
            found.append(int(file.read_text(encoding="ascii")) / 1000)
        except (OSError, ValueError):
            continue  # a zone that is switched off
    return max((one for one in found if COLDEST_C < one < HOTTEST_C), default=None)


def has_keyboard(inputs: Path = INPUTS) -> bool:
    """Whether the system sees a keypad, a switch or a keyboard: all are the same to it."""
    return any(inputs.glob("by-*/*-event-kbd"))
