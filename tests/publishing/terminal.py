"""A terminal that fetches bundles with python-tuf's own client, from plain files on loopback."""

import functools
import http.server
import io
import json
import shutil
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tuf.ngclient import Updater
from tuf.ngclient.fetcher import FetcherInterface


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def static_host(folder: Path) -> Iterator[str]:
    """As any web server without a program behind it."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Terminal:
    """Trusts one root from its enrolment, and remembers what it saw."""

    def __init__(
        self, folder: Path, url: str, root: str, fetcher: FetcherInterface | None = None
    ) -> None:
        self.url, self.root, self.fetcher = url, root.encode(), fetcher
        self.metadata, self.targets = folder / "metadata", folder / "targets"
        for each in (self.metadata, self.targets):
            each.mkdir(parents=True, exist_ok=True)

    def copy(self, folder: Path) -> "Terminal":
        """One that saw the same, to go on from here in another way."""
        shutil.copytree(self.metadata, folder / "metadata", symlinks=True)
        return Terminal(folder, self.url, self.root.decode(), self.fetcher)

    def releases(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self._fetch("releases.json")["releases.json"])
        return found

    def bundle(self, ring: str) -> dict[str, bytes]:
        """The files of what this ring has; empty for nothing."""
        offered = self.releases()[ring]
        if offered is None:
            return {}
        with zipfile.ZipFile(io.BytesIO(self._fetch(offered["file"])[offered["file"]])) as packed:
            return {name: packed.read(name) for name in packed.namelist()}

    def numbers(self) -> tuple[int | None, int | None]:
        """What is on trial, and what is on all."""
        found = self.releases()
        trial, everywhere = (found[ring] and found[ring]["number"] for ring in ("trial", "all"))
        return trial, everywhere

    def _fetch(self, name: str) -> dict[str, bytes]:
        updater = Updater(
            str(self.metadata),
            f"{self.url}/metadata/",
            str(self.targets),
            f"{self.url}/targets/",
            self.fetcher,
            bootstrap=self.root,
        )
        target = updater.get_targetinfo(name)
        assert target, f"{name} is not offered"
        return {name: Path(updater.download_target(target)).read_bytes()}
