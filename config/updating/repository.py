"""The published repository as a kiosk sees it: verified first, and only then read.

The TUF client (python-tuf) does what its specification says, in its order: root, timestamp,
snapshot, targets; each signed by whom the one before trusts, never older than what was
seen before, not expired, of the length and hash that was promised. It begins at the root
of the enrolment every time and keeps what it learned in the state folder; what is damaged
there is fetched again.
"""

from pathlib import Path

from pydantic import ValidationError
from tuf.api.exceptions import LengthOrHashMismatchError, RepositoryError
from tuf.api.metadata import TargetFile
from tuf.ngclient.config import UpdaterConfig
from tuf.ngclient.updater import Updater

from config.durable import keep_all
from config.updating.fetching import Fetcher
from config.updating.releases import FILE, LONGEST_BYTES, Offered, Releases
from config.updating.unpacking import MOST_ZIP_BYTES, TooLargeError

CONFIG = UpdaterConfig(
    max_root_rotations=256,
    max_delegations=0,  # one town signs for itself
    root_max_length=64 * 1024,
    timestamp_max_length=16 * 1024,
    snapshot_max_length=64 * 1024,
    targets_max_length=1024 * 1024,
)


class Repository:
    """`folder` is for this repository only. Raises what the TUF client raises."""

    def __init__(self, url: str, root: str, folder: Path, grace_s: float) -> None:
        self._metadata = folder / "metadata"
        self._work = folder / "work"
        for one in (self._metadata, self._work):
            one.mkdir(parents=True, exist_ok=True)
        self._fetcher = Fetcher(self._metadata, self._work, grace_s)
        base = url.rstrip("/")
        self._updater = Updater(
            str(self._metadata),
            f"{base}/metadata/",
            str(self._work),
            f"{base}/targets/",
            self._fetcher,
            CONFIG,
            bootstrap=root.encode(),
        )

    @property
    def server_date(self) -> str:
        return self._fetcher.server_date

    def refresh(self) -> None:
        """Bring what is known of the repository up to date, and keep it."""
        try:
            self._updater.refresh()
        finally:
            keep_all(self._metadata)

    def releases(self) -> Releases:
        content = self._target(FILE, LONGEST_BYTES).read_bytes()
        try:
            return Releases.model_validate_json(content)
        except ValidationError:
            raise RepositoryError("releases.json is not what it should be") from None

    def zip_of(self, offered: Offered) -> Path:
        """The release, downloaded and verified. Whoever takes it removes it."""
        return self._target(offered.file, MOST_ZIP_BYTES)

    def close(self) -> None:
        self._fetcher.close()

    def _target(self, name: str, most_bytes: int) -> Path:
        info = self._updater.get_targetinfo(name)
        if info is None:
            raise LengthOrHashMismatchError(f"{name} is not among the targets")
        if info.length > most_bytes:
            raise TooLargeError(f"{name} has {info.length // 1024} kB, which is too much.")
        return Path(self._updater.find_cached_target(info) or self._download(info))

    def _download(self, info: TargetFile) -> str:
        return self._updater.download_target(info)
