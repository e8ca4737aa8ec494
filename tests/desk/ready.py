"""A database with all its tables and nothing in it, made once and copied wherever one is needed.

Making the tables takes two seconds of a processor; every test of a running desk would pay
them, and every worker of pytest. It lies in pytest's cache under a name that says what made it.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".pytest_cache"
MADE_BY = ("*/migrations/*.py", "*/*models.py", "access/roles.py", "settings.py")
"""In `desk`: the tables, and what Django and the roles put in them after each migration."""


def put_ready(state: Path) -> None:
    """Lay it in a state folder that has none yet."""
    file = state / "desk.sqlite3"
    if file.exists():
        return
    state.mkdir(mode=0o700, parents=True, exist_ok=True)
    shutil.copyfile(_ready(), file)
    file.chmod(0o600)


def fill_ready(empty: sqlite3.Connection) -> None:
    """The same for a database that somebody has open, in memory too."""
    with closing(sqlite3.connect(_ready())) as made:
        made.backup(empty)


def _ready() -> Path:
    found = CACHE / f"desk-{_version()}.sqlite3"
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "desk.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # of two workers one makes it
        if not found.exists():
            _make(found)
    return found


def _make(wanted: Path) -> None:
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        own = {name: value for name, value in os.environ.items() if "ZUIL" not in name}
        subprocess.run(
            [sys.executable, "-m", "desk", "django", "migrate", "--verbosity", "0"],
            cwd=ROOT,
            env=own | {"ZUIL_DESK_STATE": folder},
            check=True,
            timeout=120,
        )
        Path(folder, "desk.sqlite3").replace(wanted)


def _version() -> str:
    content = hashlib.sha256((ROOT / "requirements" / "all.lock").read_bytes())
    for pattern in MADE_BY:
        for path in sorted((ROOT / "desk").glob(pattern)):
            content.update(path.read_bytes())
    return content.hexdigest()[:12]
