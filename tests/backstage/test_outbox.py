"""The tray of envelopes: kept through anything, one per id, and gone when the desk has it."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kiosk.outbox import Outbox, PutResult

IDS = [UUID(int=number) for number in range(1, 7)]
BIG = b"x" * 3000
SPOKEN = b"s" * 3_600_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "outbox.sqlite3"


class AnyOrder(RuleBasedStateMachine):
    """Whatever is done in whatever order, the tray is what a plain dictionary would be."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "outbox.sqlite3"
        self.outbox = Outbox(self.path)
        self.abandoned: list[Outbox] = []
        self.kept: dict[UUID, tuple[bytes, str | None]] = {}

    @rule(row=st.sampled_from(IDS), sealed=st.binary(min_size=1, max_size=9000))
    def put(self, row: UUID, sealed: bytes) -> None:
        assert self.outbox.put(row, sealed) is PutResult.SAVED
        self.kept.setdefault(row, (sealed, None))

    @rule(row=st.sampled_from(IDS))
    def erase(self, row: UUID) -> None:
        assert self.outbox.erase(row) is PutResult.SAVED
        self.kept.pop(row, None)

    @rule(row=st.sampled_from(IDS), reason=st.sampled_from(["400", "422"]))
    def refuse(self, row: UUID, reason: str) -> None:
        assert self.outbox.refuse(row, reason) is PutResult.SAVED
        if row in self.kept:
            self.kept[row] = (self.kept[row][0], reason)

    @rule()
    def reopen(self) -> None:
        self.outbox.close()
        self.outbox = Outbox(self.path)

    @rule()
    def lose_power(self) -> None:
        """Go on with the files as they lie on the disk now; the old ones are never closed."""
        folder = self.path.parent / "after"
        folder.mkdir()
        for ending in ("", "-wal"):
            shutil.copy(f"{self.path}{ending}", folder)
        self.abandoned.append(self.outbox)
        self.path = folder / self.path.name
        self.outbox = Outbox(self.path)

    @invariant()
    def agrees(self) -> None:
        assert self.outbox.due() == [row for row, (_, why) in self.kept.items() if why is None]
        assert self.outbox.refused() == {row: why for row, (_, why) in self.kept.items() if why}
        assert self.outbox.count() == len(self.kept)
        for row in IDS:
            assert self.outbox.sealed(row) == self.kept.get(row, (None, None))[0]

    def teardown(self) -> None:
        for outbox in (*self.abandoned, self.outbox):
            outbox.close()
        self.folder.cleanup()


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)

WRITER = """
import sys
from pathlib import Path
from uuid import uuid4
from kiosk.outbox import Outbox
outbox = Outbox(Path(sys.argv[1]))
while True:
    row = uuid4()
    print(row, outbox.put(row, b"sealed" * 300).value, flush=True)
"""


def test_what_was_saved_is_there_after_a_kill_in_mid_work(path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", WRITER, path], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        lines = [writer.stdout.readline() for _ in range(40)]
        writer.send_signal(signal.SIGKILL)
        lines += writer.stdout.read().splitlines(keepends=True)
    promised = [UUID(line.split()[0].decode()) for line in lines if line.endswith(b" saved\n")]
    kept = Outbox(path).due()
    assert len(promised) >= 40
    # One more may be on the disk, whose promise did not get out.
    assert kept[: len(promised)] == promised
    assert len(kept) - len(promised) in {0, 1}


def test_every_put_is_synced_to_the_disk_before_it_answers(path: Path) -> None:
    """SQLite's own promise, asked of the settings that this connection really has."""
    outbox = Outbox(path)
    assert outbox._db is not None
    pragmas = [
        outbox._db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "secure_delete")
    ]
    assert pragmas == ["wal", 2, 1]


def test_an_erased_envelope_leaves_no_bytes_behind(path: Path) -> None:
    outbox = Outbox(path)
    rows = [uuid4() for _ in range(3)]
    for row in rows:
        outbox.put(row, b"SEALED-BYTES" * 400)
    for row in rows:
        outbox.erase(row)
    outbox.due()
    left = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"SEALED-BYTES" not in left


def test_a_full_outbox_says_so_and_takes_it_again_when_there_is_room(path: Path) -> None:
    outbox = Outbox(path, limit_bytes=20 * 4096)
    rows = [uuid4() for _ in range(40)]
    results = [outbox.put(row, BIG) for row in rows]
    kept = outbox.due()
    assert outbox.trouble is PutResult.DISK_FULL
    assert set(results) == {PutResult.SAVED, PutResult.DISK_FULL}
    assert kept == [
        row for row, result in zip(rows, results, strict=True) if result.value == "saved"
    ]
    for row in kept:
        assert outbox.erase(row) is PutResult.SAVED
    refused = next(row for row in rows if row not in kept)
    assert outbox.put(refused, BIG) is PutResult.SAVED
    assert outbox.trouble is None


FULL_DISK = """
import os, subprocess, sys
from pathlib import Path
from uuid import UUID
sys.path.insert(0, os.getcwd())
from kiosk.outbox import Outbox
place = Path(sys.argv[1])
mount = ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(place)]
if subprocess.run(mount, capture_output=True).returncode != 0:
    sys.exit(77)
(place / "ballast").write_bytes(b"x" * 200_000)
outbox = Outbox(place / "outbox.sqlite3")
rows = [UUID(int=number) for number in range(200)]
results = [outbox.put(row, b"x" * 3000).value for row in rows]
full = results.index("disk_full")
assert set(results[:full]) == {"saved"}, results
assert "disk_fault" not in results, results
assert outbox.due() == [row for row, result in zip(rows, results) if result == "saved"]
assert Outbox(place / "outbox.sqlite3").count() == results.count("saved")
# Something else takes the last byte. What is owed stays owed, whether or not it can be erased.
filler = (place / "filler").open("wb", buffering=0)
try:
    while filler.write(b"x" * 512):
        pass
except OSError:
    pass
owed = outbox.due()
erased = {row for row in owed[:20] if outbox.erase(row).value == "saved"}
assert outbox.due() == [row for row in owed if row not in erased]
# A kiosk that starts on a full disk says so, until there is room.
late = Outbox(place / "late.sqlite3")
assert late.put(rows[0], b"x" * 3000).value == "disk_full", late.trouble
filler.close()
(place / "ballast").unlink()
assert late.put(rows[0], b"x" * 3000).value == "saved", late.trouble
for row in outbox.due():
    assert outbox.erase(row).value == "saved", row
assert outbox.put(rows[-1], b"x" * 3000).value == "saved"
"""


def test_a_disk_that_is_really_full_is_an_answer_and_not_a_crash(tmp_path: Path) -> None:
    command = ["unshare", "--mount", *([] if os.getuid() == 0 else ["--user", "--map-root-user"])]
    if subprocess.run([*command, "true"], check=False, capture_output=True).returncode != 0:
        pytest.skip("no right to mount a small disk here")
    done = subprocess.run(
        [*command, sys.executable, "-c", FULL_DISK, tmp_path],
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode == 77:
        pytest.skip("no right to mount a small disk here")
    assert done.returncode == 0, done.stderr


def test_a_state_folder_that_cannot_be_made_is_a_fault_until_it_can(tmp_path: Path) -> None:
    in_the_way = tmp_path / "state"
    in_the_way.write_text("a file where the folder should be")
    outbox = Outbox(in_the_way / "outbox.sqlite3")
    row = uuid4()
    assert outbox.put(row, b"sealed") is PutResult.DISK_FAULT
    assert outbox.due() == []
    in_the_way.unlink()
    assert outbox.put(row, b"sealed") is PutResult.SAVED
    assert outbox.due() == [row]


def test_a_closed_outbox_promises_nothing(path: Path) -> None:
    outbox = Outbox(path)
    outbox.close()
    assert outbox.put(uuid4(), b"sealed") is PutResult.DISK_FAULT


def test_a_file_that_is_no_database_is_kept_aside_and_a_fresh_one_started(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this was never a database" * 400)
    outbox = Outbox(path)
    row = uuid4()
    assert outbox.put(row, b"sealed") is PutResult.SAVED
    (aside,) = outbox.set_aside
    assert aside.read_bytes().startswith(b"this was never a database")
    assert Outbox(path).due() == [row]


@pytest.fixture
def damaged(path: Path) -> tuple[Path, list[UUID]]:
    """A hundred envelopes, and then a page in the middle of the file goes bad."""
    outbox = Outbox(path)
    rows = [uuid4() for _ in range(100)]
    for row in rows:
        outbox.put(row, row.bytes * 100)
    outbox.close()
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = os.urandom(4096)
    path.write_bytes(content)
    return path, rows


def test_what_can_still_be_read_from_a_damaged_file_is_still_owed(
    damaged: tuple[Path, list[UUID]],
) -> None:
    path, rows = damaged
    before = path.read_bytes()
    outbox = Outbox(path)
    (aside,) = outbox.set_aside
    assert aside.read_bytes() == before
    saved = outbox.due()
    assert 20 < len(saved) < 100
    assert set(saved) <= set(rows)
    assert all(outbox.sealed(row) == row.bytes * 100 for row in saved)


def test_a_file_that_goes_bad_while_it_is_open_is_noticed_at_the_next_put(path: Path) -> None:
    outbox = Outbox(path)
    for _ in range(30):
        outbox.put(uuid4(), BIG)
    assert outbox._db is not None
    outbox._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with path.open("r+b") as file:
        file.write(os.urandom(4096 * 8))
    outbox._db.execute("PRAGMA cache_size = 0")
    row = uuid4()
    assert outbox.put(row, b"sealed") is PutResult.SAVED
    assert row in Outbox(path).due()
    assert len(outbox.set_aside) == 1


def test_somebody_who_looks_from_outside_does_not_stop_a_visitor(path: Path) -> None:
    outbox = Outbox(path)
    outbox.put(uuid4(), b"sealed")
    with closing(sqlite3.connect(path)) as looking:
        looking.execute("BEGIN")
        looking.execute("SELECT count(*) FROM owed").fetchone()
        assert outbox.put(uuid4(), b"sealed") is PutResult.SAVED


def test_two_threads_put_and_erase_without_losing_anything(path: Path) -> None:
    outbox = Outbox(path)
    stay = [uuid4() for _ in range(60)]
    go = [uuid4() for _ in range(60)]

    def put_all() -> None:
        for row in stay:
            assert outbox.put(row, BIG) is PutResult.SAVED

    def put_and_erase() -> None:
        for row in go:
            assert outbox.put(row, BIG) is PutResult.SAVED
            assert outbox.erase(row) is PutResult.SAVED

    threads = [threading.Thread(target=work) for work in (put_all, put_and_erase)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outbox.due() == stay


def test_a_spoken_message_is_read_in_pieces(path: Path) -> None:
    outbox = Outbox(path)
    outbox.put(IDS[0], b"small")
    outbox.put(IDS[1], SPOKEN[:-3] + b"end")
    assert outbox.size(IDS[1]) == len(SPOKEN)
    assert outbox.piece(IDS[1], 0, 10) == b"s" * 10
    assert outbox.piece(IDS[1], len(SPOKEN) - 5, 10) == b"ssend"
    assert outbox.piece(IDS[0], 1, 3) == b"mal"
    outbox.erase(IDS[1])
    assert (outbox.size(IDS[1]), outbox.piece(IDS[1], 0, 10)) == (None, None)
    outbox.close()
    assert (outbox.size(IDS[0]), outbox.piece(IDS[0], 0, 10)) == (None, None)


def test_a_spoken_message_that_does_not_fit_leaves_room_for_words(path: Path) -> None:
    outbox = Outbox(path, limit_bytes=4_000_000)
    assert outbox.put(IDS[0], SPOKEN) is PutResult.SAVED
    assert outbox.put(IDS[1], SPOKEN) is PutResult.DISK_FULL
    assert outbox.put(IDS[1], BIG) is PutResult.SAVED
    assert outbox.due() == IDS[:2]
    outbox.erase(IDS[0])
    assert outbox.put(IDS[2], SPOKEN) is PutResult.SAVED
    assert outbox.sealed(IDS[2]) == SPOKEN
    outbox.close()


def test_an_empty_tray_gives_the_disk_back(path: Path) -> None:
    outbox = Outbox(path)
    for row in IDS:
        assert outbox.put(row, SPOKEN) is PutResult.SAVED
    for row in IDS:
        assert outbox.erase(row) is PutResult.SAVED
    assert sum(file.stat().st_size for file in path.parent.iterdir()) < 100_000
    assert outbox.put(IDS[0], BIG) is PutResult.SAVED
    assert outbox.sealed(IDS[0]) == BIG
    outbox.close()


def test_the_log_of_a_spoken_message_does_not_stay(path: Path) -> None:
    outbox = Outbox(path)
    outbox.put(IDS[0], SPOKEN)
    outbox.put(IDS[1], BIG)
    outbox.erase(IDS[0])
    outbox.put(IDS[2], BIG)
    assert path.with_name(path.name + "-wal").stat().st_size < 300_000
    outbox.close()
