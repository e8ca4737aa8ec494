"""Making the state folder ready: database up to date, keys there. Cheap when all is well.

A second start only compares names of migrations with what the database says was done.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection, connections

from desk.access.locking import lock_all
from desk.fleet.models import Kiosk
from desk.intake.sealing import key_file, make_key_pair
from desk.private_files import make_private_folder

MIGRATING = 2_055_411
"""Any number that no other program on that database takes a lock by."""


class KeyLostError(Exception):
    """The sealing key is gone while kiosks seal with it. The message says what to do."""


def prepare(*, opens_submissions: bool = True) -> None:
    """Bring the state folder up to date; several processes may do so at the same time.

    The publisher opens no submissions: it may run as a user who has no sealing key.
    """
    make_private_folder(settings.STATE)
    with (settings.STATE / "start.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if connection.vendor == "sqlite":
            database = connection.settings_dict["NAME"]
            Path(database).touch(mode=0o600)  # SQLite gives its side files the mode of this one
        with _alone_in_database():
            if not is_migrated():
                call_command("migrate", interactive=False, verbosity=0)
        if opens_submissions:
            _have_keys()
            lock_all()
    connections.close_all()  # a process that forks later must not share a connection


def _have_keys() -> None:
    if not key_file().exists() and Kiosk.objects.exists():
        raise KeyLostError(
            f"The sealing key {key_file()} is missing, but kiosks are enrolled. Put it back "
            "from the backup: with a new one, what kiosks still hold could never be read."
        )
    make_key_pair()


@contextmanager
def _alone_in_database() -> Iterator[None]:
    """Machines that share a PostgreSQL do not share the lock file."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATING])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATING])


def is_migrated() -> bool:
    with connection.cursor() as cursor:
        try:
            cursor.execute("SELECT app, name FROM django_migrations")
        except DatabaseError:  # a new database has no such table yet
            return False
        done = {(str(app), str(name)) for app, name in cursor.fetchall()}
    return _shipped() <= done


def _shipped() -> set[tuple[str, str]]:
    return {
        (app.label, file.stem)
        for app in apps.get_app_configs()
        for file in Path(app.path, "migrations").glob("[0-9]*.py")
    }
