"""One transaction at a time within this process, where the database knows only one writer.

SQLite makes whoever finds it taken sleep for longer and longer; eight threads of one relay
that take turns by themselves write four times as fast.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from django.db import connection, transaction

_turn = threading.RLock()


@contextmanager
def writing() -> Iterator[None]:
    with _turn if connection.vendor == "sqlite" else nullcontext(), transaction.atomic():
        yield
