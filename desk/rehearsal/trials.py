"""Trials: the draft runs in the kiosk program on this machine, for one member of staff.

Each has a folder of its own under the desk's state. `rehearsal.json` in it says how the kiosk
begins, and while it is there the kiosk lives: taking it away ends the kiosk within a second,
also when another web process began it. The kiosk takes it away itself when nobody did
anything for a quarter of an hour. Nothing of a trial outlives it.
"""

import json
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import yaml
from django.conf import settings
from django.contrib.auth.models import User
from django.utils import timezone

from desk.publishing.drafts import write_folder
from desk.publishing.models import Files
from desk.rehearsal import program
from desk.rehearsal.models import Trial

MOST = 3
"""At one time, on one desk: each takes some 90 MB."""
STANDS_WITHIN_S = 25.0
LOOK_S = 0.05
SHAPES: Mapping[str, tuple[tuple[int, int], tuple[int, int]]] = {
    "10": ((125, 222), (800, 1422)),
    "15": ((194, 345), (1080, 1920)),
    "21": ((268, 477), (1080, 1920)),
    "21-lying": ((477, 268), (1920, 1080)),
}
"""Millimetres and pixels of the panels that can be chosen."""


class TooManyError(Exception):
    """As many trials as this desk can have are running."""


class DoesNotStartError(Exception):
    """The draft has a mistake, or the kiosk program failed."""


class TooSlowError(Exception):
    """This machine has too much to do."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How it begins. Empty: as a kiosk does."""

    shape: str = "21"
    kiosk: str = ""
    language: str = ""
    theme: str = ""
    text_size: int = 0


def start(user: User, files: Files, wishes: Wishes) -> Trial:
    """Until it can be seen. An earlier one of this user ends.

    Raises TooManyError, DoesNotStartError, TooSlowError.
    """
    end_all_of(user)
    sweep()
    if Trial.objects.count() >= MOST:
        raise TooManyError
    trial = Trial.objects.create(user=user)
    try:
        process = _begin(trial, files, wishes)
        trial.port = _port(trial, process)
    except BaseException:
        end(trial)
        raise
    trial.save()
    return trial


def is_alive(trial: Trial) -> bool:
    return _file(trial).exists()


def end(trial: Trial) -> None:
    """Now, and nothing of it is left."""
    _file(trial).unlink(missing_ok=True)
    shutil.rmtree(folder(trial), ignore_errors=True)
    Trial.objects.filter(pk=trial.pk).delete()


def end_all_of(user: User) -> None:
    for trial in Trial.objects.filter(user=user):
        end(trial)


def sweep() -> None:
    """Put away what has ended by itself."""
    young = timezone.now() - timedelta(seconds=STANDS_WITHIN_S)
    for trial in Trial.objects.all():
        if trial.port is None:
            gone = trial.started_at < young
        else:
            gone = not is_alive(trial) or not _listens(trial.port)
        if gone:
            end(trial)


def folder(trial: Trial) -> Path:
    return Path(settings.STATE) / "rehearsal" / trial.pk.hex


def receipts(trial: Trial) -> list[Path]:
    """The pictures of what would have been printed, in that order."""
    found = (folder(trial) / "state" / "receipts").glob("*.png")
    return sorted(found, key=lambda path: path.stat().st_mtime_ns)


def _file(trial: Trial) -> Path:
    return folder(trial) / "rehearsal.json"


def _begin(trial: Trial, files: Files, wishes: Wishes) -> subprocess.Popen[bytes]:
    place = folder(trial)
    place.mkdir(mode=0o700, parents=True)
    write_folder(files, place / "bundle")
    size_mm, size_px = SHAPES[wishes.shape]
    device = {
        "panel_mm": list(size_mm),
        "window_px": list(size_px),
        "fullscreen": False,
        "follow_url": settings.URL,
        "location": wishes.kiosk,
    }
    (place / "device.yaml").write_text(yaml.safe_dump(device), encoding="utf-8")
    begins = {
        "kiosk": wishes.kiosk,
        "language": wishes.language,
        "theme": wishes.theme,
        "text_size": wishes.text_size,
    }
    _file(trial).write_text(json.dumps(begins), encoding="utf-8")
    process = program.start(
        "run_kiosk",
        *("--rehearse", str(_file(trial)), "--mirror", "127.0.0.1:0"),
        *("--bundle", str(place / "bundle"), "--state", str(place / "state")),
        *("--device", str(place / "device.yaml")),
        log=place / "log",
    )
    threading.Thread(target=process.wait, daemon=True).start()  # so that nothing is left of it
    return process


def _port(trial: Trial, process: subprocess.Popen[bytes]) -> int:
    """Where its mirror listens, once it does."""
    told = folder(trial) / "state" / "mirror-port"
    until = time.monotonic() + STANDS_WITHIN_S
    while time.monotonic() < until:
        if process.poll() is not None:
            raise DoesNotStartError
        with suppress(FileNotFoundError, ValueError):
            return int(told.read_text(encoding="ascii"))
        time.sleep(LOOK_S)
    raise TooSlowError


def _listens(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False
