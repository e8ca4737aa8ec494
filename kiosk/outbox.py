"""What we owe the desk: a tray of closed envelopes that survives a power cut.

`put` answers SAVED only after the envelope is on the disk (write-ahead log, synced at
every commit), and from then on it stays until the desk has it or has refused it. A
refused envelope stays too, for staff. Putting the same id twice keeps one. A full or
broken disk is an answer, never a crash; when there is room again the same `put` works.

An envelope with a spoken message is megabytes: it is handed out in pieces, so that a
small machine never holds the whole of it a second time.

A file that cannot be read is moved aside and kept, what can still be read from it goes
into a fresh one, and `set_aside` tells staff. Any thread may call any method.
"""

import os
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from enum import Enum
from pathlib import Path
from typing import Any
from uuid import UUID

PAGE_BYTES = 4096
LIMIT_BYTES = 512 * 1024 * 1024
"""Some 100,000 submissions, or 140 with a minute of speech: a kiosk cut off for years does
not eat the disk it starts from."""
LOG_BYTES = 256 * 1024
"""What is left of the write-ahead log once all of it is in the file."""
ROOM_BYTES = 16 * 1024 * 1024
"""As much as an empty file may keep to itself: a file that shrinks each time wears the disk."""
BUSY_S = 2.0
"""How long we wait for someone who looks into the file from outside."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS owed (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    sealed BLOB NOT NULL,
    refused TEXT,
    since REAL
)
"""
_IS_DATED = "SELECT count(*) FROM pragma_table_info('owed') WHERE name = 'since'"
_DATE = "ALTER TABLE owed ADD COLUMN since REAL"
"""For a file of an older program, at its next envelope: a full disk can still hand over."""
_UNREADABLE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_ADD = (
    "INSERT INTO owed (id, sealed, refused, since) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"
)
_OLDEST = "SELECT since FROM owed WHERE refused IS NULL ORDER BY place LIMIT 1"
_OLDEST_UNDATED = "SELECT NULL FROM owed WHERE refused IS NULL LIMIT 1"


class PutResult(Enum):
    """What became of a change; the values are those of `SaveFailed.problem`."""

    SAVED = "saved"
    DISK_FULL = "disk_full"
    DISK_FAULT = "disk_fault"


class Outbox:
    """The tray in one SQLite file. `trouble`: what the disk did wrong, until a change works."""

    def __init__(
        self,
        path: Path,
        *,
        limit_bytes: int = LIMIT_BYTES,
        wall: Callable[[], float] = time.time,
    ) -> None:
        self.trouble: PutResult | None = None
        self.set_aside: list[Path] = []
        self._path = path
        self._limit_bytes = limit_bytes
        self._wall = wall
        self._opened_at = wall()
        self._lock = threading.RLock()
        self._db: sqlite3.Connection | None = None
        self._closed = False
        self._do(lambda _: None)

    def put(self, submission_id: UUID, sealed: bytes) -> PutResult:
        """Keep this envelope. SAVED means: on the disk, whatever happens next."""

        def add(db: sqlite3.Connection) -> sqlite3.Cursor:
            if not _is_dated(db):
                db.execute(_DATE)
            return db.execute(_ADD, (str(submission_id), sealed, None, self._wall()))

        return self._change(add)

    def due(self) -> list[UUID]:
        """The ids that the desk must still get, oldest first."""
        rows = self._do(
            lambda db: db.execute("SELECT id FROM owed WHERE refused IS NULL ORDER BY place")
        )
        return [] if isinstance(rows, PutResult) else [UUID(row[0]) for row in rows]

    def sealed(self, submission_id: UUID) -> bytes | None:
        """The envelope, or None where there is none (any more) or it cannot be read now."""
        rows = self._do(
            lambda db: db.execute("SELECT sealed FROM owed WHERE id = ?", (str(submission_id),))
        )
        return None if isinstance(rows, PutResult) or not rows else rows[0][0]

    def size(self, submission_id: UUID) -> int | None:
        """Bytes of the envelope, or None as with `sealed`. Reads nothing of what is in it."""
        rows = self._do(
            lambda db: db.execute(
                "SELECT length(sealed) FROM owed WHERE id = ?", (str(submission_id),)
            )
        )
        return None if isinstance(rows, PutResult) or not rows else int(rows[0][0])

    def piece(self, submission_id: UUID, start: int, most: int) -> bytes | None:
        """At most so many bytes of the envelope from `start` on, or None as with `sealed`."""
        found: list[bytes] = []

        def read(db: sqlite3.Connection) -> None:
            rows = db.execute("SELECT place FROM owed WHERE id = ?", (str(submission_id),))
            for (place,) in rows.fetchall():
                with db.blobopen("owed", "sealed", place, readonly=True) as blob:
                    blob.seek(start)
                    found.append(blob.read(most))

        result = self._do(read)
        return None if isinstance(result, PutResult) or not found else found[0]

    def erase(self, submission_id: UUID) -> PutResult:
        """The desk has it: overwrite it here. The last one takes the log's contents with it,
        and gives the disk back what many spoken messages took."""
        row = (str(submission_id),)
        result = self._change(lambda db: db.execute("DELETE FROM owed WHERE id = ?", row))
        if result is PutResult.SAVED and self.count() == 0:
            self._do(_tidy)
        return result

    def refuse(self, submission_id: UUID, reason: str) -> PutResult:
        """The desk will never take it: keep it, with the reason, and never offer it again."""
        row = (reason, str(submission_id))
        return self._change(lambda db: db.execute("UPDATE owed SET refused = ? WHERE id = ?", row))

    def refused(self) -> dict[UUID, str]:
        """What the desk refused and why, oldest first."""
        rows = self._do(
            lambda db: db.execute(
                "SELECT id, refused FROM owed WHERE refused IS NOT NULL ORDER BY place"
            )
        )
        return {} if isinstance(rows, PutResult) else {UUID(row[0]): row[1] for row in rows}

    def count(self) -> int:
        """How many envelopes lie here, refused ones included."""
        rows = self._do(lambda db: db.execute("SELECT count(*) FROM owed"))
        return 0 if isinstance(rows, PutResult) else int(rows[0][0])

    def oldest_s(self) -> int:
        """Seconds on the wall clock that the oldest envelope waits for the desk; 0 without any."""
        rows = self._do(lambda db: db.execute(_OLDEST if _is_dated(db) else _OLDEST_UNDATED))
        if isinstance(rows, PutResult) or not rows:
            return 0
        since = self._opened_at if rows[0][0] is None else rows[0][0]
        return max(0, int(self._wall() - since))

    def close(self) -> None:
        """Close the file. Whoever still calls gets DISK_FAULT, and nothing is lost."""
        with self._lock:
            self._closed = True
            self._disconnect()

    def _change(self, work: Callable[[sqlite3.Connection], sqlite3.Cursor]) -> PutResult:
        result = self._do(work)
        if isinstance(result, PutResult):
            return result
        self.trouble = None
        return PutResult.SAVED

    def _do(
        self, work: Callable[[sqlite3.Connection], sqlite3.Cursor | None]
    ) -> list[tuple[Any, ...]] | PutResult:
        """The rows of one statement, committed; or what is wrong with the disk."""
        with self._lock:
            if self._closed:
                return PutResult.DISK_FAULT
            try:
                try:
                    return self._fetch(work)
                except sqlite3.DatabaseError as error:
                    if _code(error) not in _UNREADABLE:
                        raise
                    self._start_afresh()
                    return self._fetch(work)
            except (OSError, sqlite3.DatabaseError) as error:
                self.trouble = self._name_the_trouble(error)
                return self.trouble

    def _fetch(
        self, work: Callable[[sqlite3.Connection], sqlite3.Cursor | None]
    ) -> list[tuple[Any, ...]]:
        if self._db is None:
            self._db = self._connect()
        cursor = work(self._db)
        return [] if cursor is None else cursor.fetchall()

    def _name_the_trouble(self, error: OSError | sqlite3.DatabaseError) -> PutResult:
        if isinstance(error, sqlite3.DatabaseError) and not _of_the_disk(error):
            raise error
        if _code(error) == sqlite3.SQLITE_FULL:
            return PutResult.DISK_FULL
        # After any other fault the connection may hold a false picture of the file.
        self._disconnect()
        return PutResult.DISK_FAULT

    def _connect(self) -> sqlite3.Connection:
        new = not self._path.exists()
        self._path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(
            self._path, timeout=BUSY_S, isolation_level=None, check_same_thread=False
        )
        try:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = FULL")
            db.execute("PRAGMA secure_delete = ON")
            # A small log: what is erased does not linger in it, nor fill a small disk.
            db.execute(f"PRAGMA wal_autocheckpoint = {LOG_BYTES // PAGE_BYTES}")
            db.execute(f"PRAGMA journal_size_limit = {LOG_BYTES}")
            db.execute(f"PRAGMA max_page_count = {self._limit_bytes // PAGE_BYTES}")
            if db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise _unreadable()
            db.execute(_SCHEMA)
            if new:
                _sync_folder(self._path.parent)
                _sync_folder(self._path.parent.parent)
        except BaseException:
            db.close()
            raise
        return db

    def _disconnect(self) -> None:
        if self._db is not None:
            with suppress(sqlite3.Error):
                self._db.close()
            self._db = None

    def _start_afresh(self) -> None:
        self._disconnect()
        aside = _free_name(self._path)
        for ending in ("-wal", "-shm", ""):
            part = self._path.with_name(self._path.name + ending)
            if part.exists():
                part.rename(aside.with_name(aside.name + ending))
        self.set_aside.append(aside)
        self._db = self._connect()
        for row in _readable_rows(aside):
            self._db.execute(_ADD, (*row, self._wall()))


def _is_dated(db: sqlite3.Connection) -> bool:
    return bool(db.execute(_IS_DATED).fetchone()[0])


def _tidy(db: sqlite3.Connection) -> None:
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    if pages * PAGE_BYTES > ROOM_BYTES:
        db.execute("VACUUM")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _code(error: BaseException) -> int:
    """The primary SQLite result code; Python gives the extended one."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _of_the_disk(error: sqlite3.DatabaseError) -> bool:
    return _code(error) in _UNREADABLE | {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_PROTOCOL,
    }


def _unreadable() -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError("the check of the file failed")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    return aside


def _readable_rows(damaged: Path) -> list[tuple[str, bytes, str | None]]:
    """What can still be read, as far as the damage. A repeat at the desk changes nothing."""
    rows: list[tuple[str, bytes, str | None]] = []
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(damaged)) as db:
        for identity, sealed, refused in db.execute(
            "SELECT id, sealed, refused FROM owed ORDER BY place"
        ):
            with suppress(ValueError, AttributeError, TypeError):
                rows.append((str(UUID(identity)), bytes(sealed), refused))
    return rows


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, as fsync on a file does for its content."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
