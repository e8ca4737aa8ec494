"""`python -m desk relay`: one relay, until it is told to stop."""

import argparse
import fcntl
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection

from config.problems import Mistakes
from desk.backoffices import registry
from desk.backoffices.models import Handover
from desk.backoffices.relay import Relay
from desk.fleet.watch import Watch
from desk.terminal import say, sorry


class AnotherOneError(Exception):
    """SQLite knows one writer at a time, so it has one relay."""


def run_relay(_: argparse.Namespace) -> int:
    try:
        backoffices = registry.load()
    except Mistakes as mistakes:
        return sorry(str(mistakes))
    try:
        with _alone():
            relay, watch = Relay(backoffices), Watch()
            for each in (signal.SIGTERM, signal.SIGINT):
                signal.signal(each, lambda *_: relay.end())
            names = ", ".join(backoffices) or "no back-office yet"
            say(f"The relay is at work: {names}.")
            watch.start()
            try:
                relay.run()
            finally:
                watch.end()
    except AnotherOneError:
        return sorry(
            "Another relay is at work on this database. Use that one, or PostgreSQL "
            "(ZUIL_DESK_DATABASE_URL) to have several."
        )
    return 0


@contextmanager
def _alone() -> Iterator[None]:
    """On SQLite: the only relay, so that whatever is still leased was left by one that died."""
    if connection.vendor != "sqlite":
        yield
        return
    with (settings.STATE / "relay.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise AnotherOneError from None
        Handover.objects.filter(leased_until__isnull=False).update(leased_until=None)
        yield
