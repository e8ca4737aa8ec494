"""Moving what kiosks told into the sums of days and months, a piece at a time.

    while add_up(): ...

Each piece is one short transaction: additions are taken, added to their sums, and gone. Killed
half-way, it was never begun. Of several relays each takes what no other has in hand.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, transaction

from desk.measuring.models import Addition, Span

PIECE = 10_000
"""Additions at a time: some 200 ms, for which on SQLite nobody else writes."""
AT_ONCE = 500
"""Sums in one statement: SQLite allows 32,766 values in one."""
COLUMNS = (
    *("pk", "kiosk", "day", "flow", "step", "language", "mode", "what"),
    *("number", "seconds", "seconds_squared"),
)
FORMS = ("span", "first", "flow", "step", "language", "mode", "what")
KIOSKS = ("kiosk_id", "span", "first", "language", "mode")
Sums = dict[tuple[Any, ...], tuple[float, ...]]


def add_up(most: int = PIECE) -> int:
    """So many additions at most go into the sums. How many did."""
    waiting = Addition.objects.order_by("pk")
    if not waiting.exists():  # mostly: then nobody else has to wait for a lock
        return 0
    with transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            waiting = waiting.select_for_update(skip_locked=True)
        rows = list(waiting.values_list(*COLUMNS)[:most])
        forms: Sums = {}
        kiosks: Sums = {}
        for _, kiosk, day, flow, step, language, mode, what, *numbers in rows:
            for span, first in ((Span.DAY, day), (Span.MONTH, day.replace(day=1))):
                _plus(forms, (span.value, first, flow, step, language, mode, what), numbers)
                if what not in ("completed", "abandoned"):
                    continue
                ended = (numbers[0] if what == "completed" else 0, numbers[0])
                for each in ((language, mode), (language, ""), ("", mode), ("", "")):
                    _plus(kiosks, (kiosk, span.value, first, *each), ended)
        _add("measuring_formsum", FORMS, ("number", "seconds", "seconds_squared"), forms)
        _add("measuring_kiosksum", KIOSKS, ("completed", "begun"), kiosks)
        Addition.objects.filter(pk__in=[row[0] for row in rows]).delete()
    return len(rows)


def _plus(sums: Sums, key: tuple[Any, ...], numbers: Iterable[float]) -> None:
    known = sums.get(key)
    sums[key] = (
        tuple(numbers)
        if known is None
        else tuple(one + other for one, other in zip(known, numbers, strict=True))
    )


def _add(table: str, keys: Sequence[str], added: Sequence[str], sums: Sums) -> None:
    """In the order of their keys, so that two relays wait for each other and never both at once.

    Django can put a new value in the place of the known one, but not add to it.
    """
    rows = sorted(sums.items())
    one = f"({', '.join(['%s'] * (len(keys) + len(added)))})"
    for begin in range(0, len(rows), AT_ONCE):
        some = rows[begin : begin + AT_ONCE]
        sql = (
            f"INSERT INTO {table} ({', '.join([*keys, *added])}) "  # noqa: S608 - names of our own
            f"VALUES {', '.join([one] * len(some))} "
            f"ON CONFLICT ({', '.join(keys)}) DO UPDATE SET "
            + ", ".join(f"{each} = {table}.{each} + excluded.{each}" for each in added)
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [value for key, numbers in some for value in (*key, *numbers)])
