"""No room on the disk: the visitor is told, keeps all answers, and is never falsely thanked."""

import os
import resource
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.whole.clerk import Clerk
from tests.whole.conftest import NewKiosk
from tests.whole.hearing import code_heard, heard
from tests.whole.machine import Kiosk
from tests.whole.surroundings import until
from tests.whole.visitors import Visitor

NOTICE = "Het is niet gelukt. Uw antwoorden staan er nog. Probeer het nog eens."
SMALL_DISK = ("--user", "--map-root-user", "--mount", "sh", "-c")
MOUNT = 'mkdir -p "$0" && mount -t tmpfs -o size=1m none "$0" && exec "$@"'
MOUNT_FULL = (
    'mkdir -p "$0" && cp -r "$0" "$0.before" && mount -t tmpfs -o size=1m none "$0" && '
    'cp -r "$0.before/." "$0" && tail -c 2M /dev/zero > "$0/filler" 2> /dev/null; exec "$@"'
)
"""With what was there before, and then no room at all."""


def _may_mount() -> bool:
    """Whether an ordinary user may have a disk of its own here (user namespaces)."""
    if shutil.which("unshare") is None:
        return False
    tried = subprocess.run(
        ["unshare", *SMALL_DISK, "mount -t tmpfs none /mnt"], capture_output=True, check=False
    )
    return tried.returncode == 0


def test_a_disk_that_takes_nothing_keeps_the_visitor_on_the_check_page(
    new_kiosk: NewKiosk, clerk: Clerk
) -> None:
    kiosk = new_kiosk().start()
    visitor = Visitor(501)
    visitor.walk_to_the_check_page(kiosk)
    no_limit = resource.prlimit(kiosk.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(kiosk.pid, resource.RLIMIT_FSIZE, (0, no_limit[1]))
    _is_told_and_may_try_again(kiosk, visitor)
    resource.prlimit(kiosk.pid, resource.RLIMIT_FSIZE, no_limit)
    _the_same_press_sends(kiosk, visitor, clerk)


@pytest.mark.soak  # the one that starts on a full disk shows it too
@pytest.mark.skipif(not _may_mount(), reason="this machine lets no ordinary user mount a disk")
def test_a_full_disk_keeps_the_visitor_on_the_check_page(
    new_kiosk: NewKiosk, clerk: Clerk, tmp_path: Path
) -> None:
    kiosk = _on_a_small_disk(new_kiosk, tmp_path, MOUNT)
    visitor = Visitor(502)
    visitor.walk_to_the_check_page(kiosk)
    filler = kiosk.state / "filler"
    _fill(filler)
    _is_told_and_may_try_again(kiosk, visitor)
    filler.unlink()
    _the_same_press_sends(kiosk, visitor, clerk)


@pytest.mark.skipif(not _may_mount(), reason="this machine lets no ordinary user mount a disk")
@pytest.mark.parametrize("first_start", [True, False])
def test_a_kiosk_that_starts_on_a_full_disk_serves_and_sends_when_there_is_room_again(
    new_kiosk: NewKiosk, clerk: Clerk, tmp_path: Path, first_start: bool
) -> None:
    if not first_start:
        before = new_kiosk().start()
        Visitor(503).walk_to_the_check_page(before)
        before.tap("send")
        until(lambda: any(before.state.glob("receipts/*.png")), what="the receipt")
        before.stop()
        shutil.rmtree(before.state / "receipts")
    kiosk = _on_a_small_disk(new_kiosk, tmp_path, MOUNT_FULL)
    visitor = Visitor(504)
    visitor.walk_to_the_check_page(kiosk)
    _is_told_and_may_try_again(kiosk, visitor)
    (kiosk.state / "filler").unlink()
    _the_same_press_sends(kiosk, visitor, clerk)


def _on_a_small_disk(new_kiosk: NewKiosk, tmp_path: Path, mount: str) -> Kiosk:
    state = tmp_path / "kiosk" / "state"
    kiosk = new_kiosk(
        folder=state.parent, inside=("unshare", *SMALL_DISK, mount, str(state))
    ).start()
    # The disk exists for that process only; this is the way in from outside.
    kiosk.state = Path(f"/proc/{kiosk.pid}/root{state}")
    return kiosk


def _fill(filler: Path) -> None:
    """Until not one byte more fits."""
    with filler.open("wb", buffering=0) as file:
        for size in (4096, 1):
            while True:
                try:
                    file.write(b"\0" * size)
                except OSError:
                    break
    left = os.statvfs(filler)
    assert left.f_bavail == 0


def _is_told_and_may_try_again(kiosk: Kiosk, visitor: Visitor) -> None:
    for _ in range(2):
        view = kiosk.tap("send")
        assert view["screen"] == "melding.check"
        assert view["spoken"].startswith(NOTICE)
        assert visitor.words in view["spoken"]
        assert heard(view, "Melding versturen")["enabled"]
    assert not list(kiosk.state.glob("receipts/*"))


def _the_same_press_sends(kiosk: Kiosk, visitor: Visitor, clerk: Clerk) -> None:
    thanks = kiosk.tap("send")
    assert thanks["screen"] == "melding.thanks"
    code = code_heard(thanks)
    until(lambda: clerk.find(code), what="the report in the inbox")
    (page,) = clerk.find(code)
    assert visitor.words in clerk.read(page)
    until((kiosk.state / "receipts" / f"{code}.png").exists, what="the receipt")
