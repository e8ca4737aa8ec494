"""Looks once whether there is a new bundle for this kiosk, and puts it on the shelf: a process.

    python -m config.updating < asked.json         one line of JSON comes out: see outcomes.py

A process of its own, so that all it needs (a TUF client, cryptography, every screen laid
out once) is gone from memory when it is done, and so that whatever a hostile repository
makes of it happens elsewhere than where visitors are served. It has the lowest priority,
little memory, and an end.

Each step is taken only when the one before went well: signatures, which release, its file,
its content, whether it fits this kiosk. The last one is a rename: a release is on the shelf
whole, or not at all. Which one is in use is not decided here.
"""

import fcntl
import os
import resource
import shutil
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    ExpiredMetadataError,
    RepositoryError,
    SlowRetrievalError,
    UnsignedMetadataError,
)

from config.bundle import version_of
from config.durable import keep_all, keep_names
from config.problems import Mistakes, Problem
from config.shelf import FIT_STAMP, FOLDER, repository_of
from config.updating.asking import Asked
from config.updating.outcomes import Kind, Outcome, Staged, Trouble, UpToDate, plain, to_line
from config.updating.releases import Offered
from config.updating.repository import Repository
from config.updating.unpacking import BadZipError, NoRoomError, TooLargeError, unpack

MEMORY_BYTES = 1024**3
LIMIT_S = 2 * 3600
"""64 MB over a line of 128 kbit/s take more than an hour."""
NICENESS = 19
PR_SET_PDEATHSIG = 1  # linux/prctl.h


def main(_arguments: Sequence[str] = ()) -> int:
    asked = Asked.model_validate_json(sys.stdin.read())
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # the screens bring pygame along
    answer = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library says is for the log
    _be_small()
    os.write(answer, f"{to_line(update(asked))}\n".encode())
    return 0


def update(asked: Asked) -> Outcome:
    """Everything that can be expected to go wrong is an outcome."""
    folder = asked.state / "updates" / repository_of(asked.root)
    server_date = ""
    try:
        with _alone(asked.state / "updates"):
            repository = Repository(asked.updates_url, asked.root, folder, asked.grace_s)
            try:
                return _update(asked, repository, folder / "work")
            finally:
                server_date = repository.server_date
                repository.close()
    except (RepositoryError, DownloadError, BadZipError) as error:
        return _trouble(error, server_date)
    except BlockingIOError:
        return Trouble("failed", "Another process of this kiosk is looking for updates already.")
    except OSError as error:
        why = plain(error.strerror or type(error).__name__)
        return Trouble("disk", f"The disk of this kiosk does not take the update: {why}.")


def _update(asked: Asked, repository: Repository, work: Path) -> Outcome:
    repository.refresh()
    offered = repository.releases().for_kiosk(asked.kiosk)
    if offered is None:
        return UpToDate(0)
    number, in_use = offered.number, asked.in_use
    if in_use and number == in_use.number:
        if offered.version == in_use.version:
            return UpToDate(number)
        what = "is offered with another content than the one in use. Publish a new release"
        return Trouble("damaged", f"Release {number} {what}.", number)
    if number in asked.refused:
        return UpToDate(number)
    if number <= asked.highest and number != asked.again:
        what = f"but release {asked.highest} was in use here: a lower one is never taken"
        what = f"Release {number} is offered, {what}. Publish a new release."
        return Trouble("rolled_back", what, number)
    return _stage(asked, repository, work, offered)


def _stage(asked: Asked, repository: Repository, work: Path, offered: Offered) -> Outcome:
    number = offered.number
    place = asked.state / FOLDER / offered.name
    staged = Staged(number, offered.version)
    if version_of(place) == offered.version:
        return staged
    unpacked = work / "bundle"
    shutil.rmtree(unpacked, ignore_errors=True)
    try:
        zipped = repository.zip_of(offered)
        unpack(zipped, unpacked)
    except NoRoomError as error:
        return Trouble("disk", str(error))
    except BadZipError as error:
        shutil.rmtree(unpacked, ignore_errors=True)
        kind: Kind = "too_large" if isinstance(error, TooLargeError) else "damaged"
        return Trouble(kind, f"Release {number} cannot be used. {error}", number)
    if trouble := _trouble_with(unpacked, offered, asked):
        shutil.rmtree(unpacked)
        return trouble
    keep_all(unpacked)
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.exists():  # it got damaged, and is not in use
        place.rename(work / "damaged")
        shutil.rmtree(work / "damaged")
    unpacked.rename(place)
    keep_names(place.parent)
    zipped.unlink()
    return staged


def _trouble_with(unpacked: Path, offered: Offered, asked: Asked) -> Trouble | None:
    number = offered.number
    if version_of(unpacked) != offered.version:
        what = f"Release {number} is not what the list of releases says of it."
        return Trouble("damaged", what, number)
    if problems := _unfit(unpacked, asked):
        first = plain(str(problems[0]))
        more = f" And {len(problems) - 1} more." if len(problems) > 1 else ""
        return Trouble("unfit", f"Release {number} does not fit this kiosk. {first}{more}", number)
    return None


def _unfit(folder: Path, asked: Asked) -> Sequence[Problem]:
    """What is wrong with a bundle on this very kiosk: its files, its texts, and every screen."""
    # All of the screens, so only when there is something to look at.
    from config.check import fit_bundle  # noqa: PLC0415
    from config.examining.every_screen import unfit_on  # noqa: PLC0415
    from config.groups import for_kiosk  # noqa: PLC0415

    try:
        bundle = for_kiosk(fit_bundle(folder, asked.state / FIT_STAMP), asked.kiosk)
    except Mistakes as mistakes:
        return mistakes.problems
    panel = asked.panel
    size_px = (panel.width_px, panel.height_px)
    return unfit_on(bundle, size_px, panel.width_mm, panel.bottom_mm, bundle.texts.languages)


def _trouble(error: Exception, server_date: str) -> Trouble:
    """What staff read. Nothing of what a server sent is in it, but a number and a day."""
    keeps = "This kiosk keeps the bundle it has."
    match error:
        case ExpiredMetadataError():
            ours = datetime.now(UTC).date().isoformat()
            theirs = f", its server says {server_date}" if server_date else ""
            return Trouble(
                "expired",
                f"The signatures of the repository have expired, or the clock of this kiosk is "
                f"wrong: it says {ours}{theirs}. {keeps} Look at the clock, and whether the "
                "publisher runs.",
            )
        case UnsignedMetadataError():
            return Trouble(
                "wrong_signature",
                f"The repository is not signed by whom this kiosk trusts. {keeps} If the keys "
                "were lost, enrol the kiosk anew; else find out who answers at that address.",
            )
        case BadVersionNumberError():
            return Trouble(
                "rolled_back",
                f"The repository shows something older than this kiosk has seen before. {keeps} "
                "Look whether an old copy was put back, or stands in between.",
            )
        case DownloadLengthMismatchError() | TooLargeError():
            return Trouble("too_large", f"The repository sends more than it may. {keeps}")
        case SlowRetrievalError():
            return Trouble("unreachable", f"The repository answers too slowly. {keeps}")
        case DownloadHTTPError(status_code=status):
            return Trouble("unreachable", f"The repository answers with HTTP {status}. {keeps}")
        case DownloadError():
            return Trouble("unreachable", f"The repository cannot be reached. {keeps}")
        case _:
            return Trouble(
                "damaged", f"What the repository sends is damaged or does not belong together. "
                f"{keeps}"
            )  # fmt: skip


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Raises BlockingIOError where another process is at it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


def _be_small() -> None:
    """Behind everything that a visitor needs, not large, not for ever, and gone with the kiosk."""
    import ctypes  # noqa: PLC0415 - for this only

    os.nice(NICENESS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the kiosk, which ends us
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT_S, LIMIT_S))
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
