"""What staff asked of this kiosk from afar, and what still holds: one small file in its state.

An order's id is written here before the order is carried out, so that nothing is done twice:
not after a restart that an order itself asked for, and not after a power cut. Ids are kept
until a day after the order would have expired anyway; what became of an order, until the desk
knows it.

The file is replaced whole or not at all. One that cannot be read never stops a kiosk: it
begins a new book, in which nothing counts that was asked before that moment, for some of it
may have been done.
"""

import logging
import os
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from kiosk.core.health import OrderDone, OrderResult

log = logging.getLogger(__name__)
FILE = "orders.json"
KEPT_AFTER = timedelta(days=1)
"""Beyond the end of an order: a clock that is put right may go back by hours."""
UNTOLD_AFTER = timedelta(days=30)
"""A result that no desk asked for in this time is nobody's news any more."""


class Entry(BaseModel):
    """An order that was dealt with, one way or the other."""

    model_config = ConfigDict(frozen=True)

    result: OrderResult
    until: AwareDatetime
    """When the order would have expired."""
    told: bool = False


class Book(BaseModel):
    """All that is kept. `volume` is 1 to 7 as staff set it, None for the kiosk's own.

    `closed` is what visitors read while this kiosk is out of service, by language; empty for
    the bundle's own words, None while it is in service.
    """

    model_config = ConfigDict(frozen=True)

    format: Literal[1] = 1
    entries: Mapping[UUID, Entry] = {}
    not_before: AwareDatetime | None = None
    """Orders made earlier may have been carried out: the book of that time is lost."""
    volume: Annotated[int, Field(ge=1, le=7)] | None = None
    closed: Mapping[str, str] | None = None
    last_test_print: AwareDatetime | None = None

    def with_entry(self, order: UUID, result: OrderResult, until: datetime) -> "Book":
        entry = Entry(result=result, until=until)
        return self.model_copy(update={"entries": {**self.entries, order: entry}})

    def with_told(self, told: Iterable[OrderDone]) -> "Book":
        """The desk knows these results."""
        known = {one.id for one in told if one.id in self.entries}
        if not known:
            return self
        entries = {
            order: entry.model_copy(update={"told": True}) if order in known else entry
            for order, entry in self.entries.items()
        }
        return self.model_copy(update={"entries": entries})

    def without_old(self, now: datetime) -> "Book":
        """Without what need not be remembered any more."""

        def is_needed(entry: Entry) -> bool:
            return now < entry.until + (KEPT_AFTER if entry.told else UNTOLD_AFTER)

        entries = {order: entry for order, entry in self.entries.items() if is_needed(entry)}
        same = len(entries) == len(self.entries)
        return self if same else self.model_copy(update={"entries": entries})


def load_book(path: Path, now: datetime) -> Book:
    """The book as it was kept; a new one where there is none, or none that can be read."""
    try:
        return Book.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return Book()
    except (OSError, ValidationError):
        log.warning("%s cannot be read: older orders are not carried out any more", path.name)
        return Book(not_before=now)


def keep_book(path: Path, book: Book) -> bool:
    """Put it in the place of the old one; whether it is on the disk."""
    fresh = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("w", encoding="utf-8") as file:
            file.write(book.model_dump_json())
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        log.warning("%s cannot be written: %s", path.name, error.strerror)
        return False
    return True
