"""A town that publishes bundles: a real TUF repository, made with python-tuf, on loopback.

It signs as the desk's publisher does and can also do whatever somebody does who wants to
hurt a kiosk: serve old files, mixed ones, endless ones, ones with another key.
"""

import hashlib
import io
import json
import shutil
import threading
import time
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import (
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

from config.bundle import FACTORY, files_of, version_of

ROLES = ("root", "targets", "snapshot", "timestamp")
YEAR, WEEK = timedelta(days=365), timedelta(days=7)
Content = bytes | Callable[["Handler"], None]


def small_bundle(folder: Path, title: str = "Afspraak maken") -> Path:
    """One flow of the factory bundle in one language, and a start screen that says `title`."""
    shutil.copytree(FACTORY, folder, ignore=shutil.ignore_patterns("*.txt", "clips"))
    for file in (*folder.glob("flows/*"), *folder.glob("texts/*")):
        if file.stem not in ("afspraak", "nl"):
            file.unlink()
    _lines(folder / "bundle.yaml", languages="[nl]", start="[afspraak]")
    _lines(folder / "texts" / "nl.ftl", mark=" =", **{"flow-afspraak": title})
    return folder


def _lines(file: Path, mark: str = ":", **changes: str) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    for name, value in changes.items():
        at = next(n for n, line in enumerate(lines) if line.startswith(f"{name}{mark}"))
        lines[at] = f"{name}{mark} {value}"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def zip_of(folder: Path) -> bytes:
    return zip_with({str(path.relative_to(folder)): path.read_bytes() for path in files_of(folder)})


def zip_with(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


class Town:
    """`url` serves `files`; a value may be a function that answers by itself."""

    def __init__(self) -> None:
        self.files: dict[str, Content] = {}
        self.asked: list[tuple[str, int]] = []
        """Paths that were asked for, and how each was answered."""
        self.before: dict[str, Content] = {}
        """An earlier moment, for who wants to go back to it."""
        self.open = True
        self.keys = {role: CryptoSigner.generate_ed25519() for role in ROLES}
        self.targets: dict[str, bytes] = {}
        self.releases: dict[str, Any] = {
            "format": 1,
            "all": None,
            "trial": None,
            "trial_kiosks": [],
        }
        self.expires = {role: YEAR if role != "timestamp" else WEEK for role in ROLES}
        self.versions = dict.fromkeys(ROLES, 0)
        self.root = Root(version=1, expires=self._until("root"), consistent_snapshot=True)
        for role, key in self.keys.items():
            self.root.add_key(key.public_key, role)
        self.versions["root"] = 1
        self._put("metadata/1.root.json", self._signed(self.root, "root"))
        self.first_root = self._bytes("metadata/1.root.json").decode()
        self.sign()
        handler = type("OfThisTown", (Handler,), {"town": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=[0.005], daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def publish(self, number: int, folder: Path, ring: str = "all") -> None:
        self.publish_zip(number, zip_of(folder), version_of(folder), ring)

    def publish_zip(self, number: int, content: bytes, version: str, ring: str = "all") -> None:
        name = f"bundle-{number}.zip"
        self.targets[name] = content
        self.releases[ring] = {"number": number, "file": name, "version": version}
        self.sign()

    def sign(self) -> None:
        """New targets, snapshot and timestamp, all a version higher."""
        self.targets["releases.json"] = json.dumps(self.releases).encode()
        self.sign_targets(self.targets)

    def sign_targets(self, contents: Mapping[str, bytes]) -> None:
        infos = {}
        for name, content in contents.items():
            infos[name] = TargetFile.from_data(name, content, ["sha256"])
            self._put(f"targets/{hashlib.sha256(content).hexdigest()}.{name}", content)
        targets = self._bytes_of(Targets, "targets", targets=infos)
        self._put(f"metadata/{self.versions['targets']}.targets.json", targets)
        self.sign_snapshot()

    def sign_snapshot(self, targets_version: int | None = None) -> None:
        meta = {"targets.json": MetaFile(targets_version or self.versions["targets"])}
        snapshot = self._bytes_of(Snapshot, "snapshot", meta=meta)
        self._put(f"metadata/{self.versions['snapshot']}.snapshot.json", snapshot)
        self.sign_timestamp()

    def sign_timestamp(self) -> None:
        version = self.versions["snapshot"]
        file = f"metadata/{version}.snapshot.json"
        meta = MetaFile.from_data(version, self._bytes(file), ["sha256"])
        timestamp = self._bytes_of(Timestamp, "timestamp", snapshot_meta=meta)
        self._put("metadata/timestamp.json", timestamp)

    def rotate_root(self, *, signed_by_the_old: bool = True) -> None:
        """New keys for everything, and a root that says so."""
        old = self.keys
        self.keys = {role: CryptoSigner.generate_ed25519() for role in ROLES}
        self.versions["root"] += 1
        self.root = Root(
            version=self.versions["root"], expires=self._until("root"), consistent_snapshot=True
        )
        for role, key in self.keys.items():
            self.root.add_key(key.public_key, role)
        signed = Metadata(self.root)
        if signed_by_the_old:
            signed.sign(old["root"])
        signed.sign(self.keys["root"], append=True)
        self._put(f"metadata/{self.versions['root']}.root.json", signed.to_bytes())
        self.sign()

    def _bytes_of(
        self, kind: type[Targets | Snapshot | Timestamp], role: str, **parts: Any
    ) -> bytes:
        self.versions[role] += 1
        one = kind(version=self.versions[role], expires=self._until(role), **parts)
        return self._signed(one, role)

    def _signed(self, one: Root | Targets | Snapshot | Timestamp, role: str) -> bytes:
        signed: Metadata[Any] = Metadata(one)
        signed.sign(self.keys[role])
        return signed.to_bytes()

    def _until(self, role: str) -> datetime:
        return datetime.now(UTC).replace(microsecond=0) + self.expires[role]

    def _put(self, path: str, content: bytes) -> None:
        self.files[path] = content

    def _bytes(self, path: str) -> bytes:
        content = self.files[path]
        assert isinstance(content, bytes)
        return content


class Handler(BaseHTTPRequestHandler):
    """Plain files with an ETag, as any static host serves them."""

    town: Town
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        path = self.path.lstrip("/")
        content = self.town.files.get(path)
        if content is None:
            self.answer(404, b"")
        elif isinstance(content, bytes):
            etag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
            same = self.headers.get("If-None-Match") == etag
            self.answer(304 if same else 200, b"" if same else content, etag)
        else:
            self.close_connection = True
            content(self)

    def answer(self, status: int, content: bytes, etag: str = "") -> None:
        self.town.asked.append((self.path.lstrip("/"), status))
        self.send_response_only(status)
        self.send_header("Date", formatdate(time.time(), usegmt=True))
        if etag:
            self.send_header("ETag", etag)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None: ...


def endless(handler: Handler) -> None:
    """Never stops sending."""
    handler.send_response_only(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b" " * 65536)
    except OSError:
        return


def a_letter_now_and_then(handler: Handler) -> None:
    """Never stops, and never gets anywhere: not even its headers end."""
    try:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while True:
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)
    except OSError:
        return


def half(content: bytes, *, tell: bool) -> Callable[[Handler], None]:
    """The connection breaks off in the middle; `tell` says before how much it would be."""

    def answer(handler: Handler) -> None:
        handler.send_response_only(200)
        if tell:
            handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content[: len(content) // 2])

    return answer


def elsewhere(url: str) -> Callable[[Handler], None]:
    def answer(handler: Handler) -> None:
        handler.send_response_only(302)
        handler.send_header("Location", url)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def gzipped(handler: Handler) -> None:
    """A little that would become a lot."""
    import gzip  # noqa: PLC0415 - for this only

    packed = gzip.compress(b" " * 5_000_000)
    handler.send_response_only(200)
    handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Content-Length", str(len(packed)))
    handler.end_headers()
    handler.wfile.write(packed)
