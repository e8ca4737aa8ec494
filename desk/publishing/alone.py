"""Only one process at a time changes the repository, wherever the processes run."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

from desk.private_files import make_private_folder

SIGNING = 2_055_412
"""Any number that no other program on that database takes a lock by."""


@contextmanager
def alone(*, wait: bool = False) -> Iterator[bool]:
    """Whether we are the one; with `wait` we become it."""
    folder = make_private_folder(Path(settings.PUBLISHING_KEYS))
    with (folder / "publisher.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        with _in_database(wait=wait) as ours:
            yield ours


@contextmanager
def _in_database(*, wait: bool) -> Iterator[bool]:
    """Machines that share a PostgreSQL do not share the lock file."""
    if connection.vendor != "postgresql":
        yield True
        return
    with connection.cursor() as cursor:
        if wait:
            cursor.execute("SELECT pg_advisory_lock(%s)", [SIGNING])
            ours = True
        else:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [SIGNING])
            ours = bool(cursor.fetchone()[0])
        try:
            yield ours
        finally:
            if ours:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [SIGNING])
