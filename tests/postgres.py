"""A PostgreSQL of a test's own: made in a moment, reached through a socket file, gone afterwards.

It refuses to run as root, so for root it is run by the user `postgres` that the package makes.
Where there is no PostgreSQL on this machine, tests skip with that reason.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest


def programs() -> Path | None:
    """Where its programs stand: Debian keeps them out of the way of the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def runner() -> str | None:
    """Who runs it: ourselves, or `postgres` where we are root."""
    if os.getuid() != 0:
        return pwd.getpwuid(os.getuid()).pw_name
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        return None


@contextmanager
def running_postgres() -> Iterator[str]:
    """Its address, for `ZUIL_DESK_DATABASE_URL`. Durable, as for real: fsync is on."""
    binaries, user = programs(), runner()
    if binaries is None or user is None:
        pytest.skip("there is no PostgreSQL on this machine")
    folder = Path(tempfile.mkdtemp(prefix="zuil-pg-", dir="/tmp"))
    shutil.chown(folder, user)

    def do(*command: str) -> None:
        subprocess.run(
            [str(binaries / command[0]), *command[1:]],
            user=user if os.getuid() == 0 else None,
            cwd=folder,
            check=True,
            capture_output=True,
            timeout=60,
        )

    data = str(folder / "data")
    do("initdb", "-D", data, "-A", "trust", "-U", "zuil", "-E", "UTF8", "--locale=C.UTF-8")
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c max_connections=200"
    do("pg_ctl", "-D", data, "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        do("createdb", "-h", str(folder), "-U", "zuil", "zuil")
        yield f"postgres://zuil@{quote(str(folder), safe='')}/zuil"
    finally:
        do("pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)
