"""Where the published bundles lie, and what anyone may read there without a key.

Plain files in two folders, that the desk or any static host serves:

    metadata/   N.root.json (all of them), N.targets.json, N.snapshot.json, timestamp.json
    targets/    <sha256>.bundle-12.zip, <sha256>.releases.json

Nothing here signs or needs the TUF library: web processes import this. What writes these
files is `desk.publishing.signing`, in the publisher only.
"""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

NUMBERED = re.compile(r"([1-9][0-9]*)\.(root|targets|snapshot)\.json")
ROLES = ("root", "targets", "snapshot", "timestamp")


@dataclass(frozen=True, slots=True)
class Signed:
    """One signed file: its number, and until when kiosks believe it."""

    role: str
    number: int
    expires: datetime


def metadata_folder() -> Path:
    return Path(settings.REPOSITORY) / "metadata"


def targets_folder() -> Path:
    return Path(settings.REPOSITORY) / "targets"


def numbers(folder: Path, role: str) -> list[int]:
    """Of the files that a role has in a metadata folder, the lowest first."""
    found = (NUMBERED.fullmatch(path.name) for path in folder.glob(f"*.{role}.json"))
    return sorted(int(match[1]) for match in found if match)


def newest(folder: Path, role: str) -> int:
    """0 where there is none."""
    return max(numbers(folder, role), default=0)


def trusted_root() -> str | None:
    """What a new kiosk is to trust: the text of the newest root, or None where there is none."""
    number = newest(metadata_folder(), "root")
    if not number:
        return None
    return (metadata_folder() / f"{number}.root.json").read_text(encoding="utf-8")


def updates_url(desk_url: str) -> str:
    """Where a kiosk that knows the desk by this address finds the repository."""
    return settings.UPDATES_URL or f"{desk_url.rstrip('/')}/kiosk"


def signed_now() -> tuple[Signed, ...]:
    """The files that are in force, root first; none where nothing was published yet."""
    folder = metadata_folder()
    timestamp = folder / "timestamp.json"
    if not timestamp.exists():
        return ()
    stamp = _read(timestamp)
    snapshot = _read(folder / f"{stamp['meta']['snapshot.json']['version']}.snapshot.json")
    targets = _read(folder / f"{snapshot['meta']['targets.json']['version']}.targets.json")
    root = _read(folder / f"{newest(folder, 'root')}.root.json")
    return tuple(
        Signed(role, each["version"], datetime.fromisoformat(each["expires"]))
        for role, each in zip(ROLES, (root, targets, snapshot, stamp), strict=True)
    )


def _read(path: Path) -> dict[str, Any]:
    signed: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["signed"]
    return signed
