"""A database with all its tables and nothing in it, made once and copied for each running desk.

Making the tables takes a second of a processor; nearly every test of a running desk would
pay it. It lies in pytest's cache under a name that says which migrations made it.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".pytest_cache"


def put_ready(state: Path) -> None:
    """Lay it in a state folder that has none yet."""
    file = state / "desk.sqlite3"
    if file.exists():
        return
    state.mkdir(mode=0o700, parents=True, exist_ok=True)
    shutil.copyfile(_ready(), file)
    file.chmod(0o600)


def _ready() -> Path:
    found = CACHE / f"desk-{_version()}.sqlite3"
    if not found.exists():
        CACHE.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as folder:
            own = {name: value for name, value in os.environ.items() if "ZUIL" not in name}
            subprocess.run(
                [sys.executable, "-m", "desk", "django", "migrate", "--verbosity", "0"],
                cwd=ROOT,
                env=own | {"ZUIL_DESK_STATE": folder},
                check=True,
                timeout=120,
            )
            Path(folder, "desk.sqlite3").replace(found)
    return found


def _version() -> str:
    content = hashlib.sha256()
    for path in sorted(ROOT.glob("desk/*/migrations/*.py")):
        content.update(path.read_bytes())
    return content.hexdigest()[:12]
