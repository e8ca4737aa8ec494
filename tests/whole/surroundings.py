"""What stands around a kiosk in these tests: ports, an environment, a bundle, an enrolment."""

import os
import shutil
import socket
import time
from collections.abc import Callable
from pathlib import Path

from config.bundle import FACTORY
from tests.desk.running import RunningDesk

LONGEST_PAUSE_S = 0.12
ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(happened: Callable[[], object], within_s: float = 60.0, what: str = "it") -> None:
    """Look at once, then less and less often, and give up after a deadline.

    Each look costs whoever is looked at something, and a failing test alone waits to the end.
    """
    deadline, pause_s = time.monotonic() + within_s, 0.01
    while not happened():
        assert time.monotonic() < deadline, f"{what} did not happen within {within_s} s"
        time.sleep(pause_s)
        pause_s = min(1.4 * pause_s, LONGEST_PAUSE_S)


def clean_environment(**settings: str) -> dict[str, str]:
    """Ours, without what a developer may have set, without a display, and with `settings`."""
    dropped = ("ZUIL", "DISPLAY", "SDL_")
    own = {name: value for name, value in os.environ.items() if not _any_in(dropped, name)}
    return own | settings


def _any_in(parts: tuple[str, ...], text: str) -> bool:
    return any(part in text for part in parts)


def changed_bundle(folder: Path, **changes: tuple[str, str]) -> Path:
    """The factory bundle with `file=(old, new)` put into it; `flows__x` means flows/x.yaml."""
    shutil.copytree(FACTORY, folder)
    for name, (old, new) in changes.items():
        file = folder / f"{name.replace('__', '/')}.yaml"
        content = file.read_text()
        assert content.count(old) == 1, f"{old!r} does not stand once in {file.name}"
        file.write_text(content.replace(old, new))
    return folder


def enrol(desk: RunningDesk, name: str, folder: Path, desk_url: str | None = None) -> Path:
    """Let a kiosk in at this desk, to be reached at `desk_url`; gives its enrolment file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "enrolment.yaml"
    done = desk.run("enrol", name, "--out", str(file), "--desk-url", desk_url or desk.url)
    assert done.returncode == 0, done.stderr
    return file
