"""Signing what kiosks fetch: a TUF repository in plain files (theupdateframework.io, 1.0).

Promises:

- Each file is written beside its name, synced, and then put in place. `timestamp.json` comes
  last and is the moment that a publication happens: whatever stops this earlier leaves
  kiosks with what they could fetch before, and the next run goes on.
- A number is never used twice, not even one that nothing points to yet.
- A root that names other keys is written after everything is signed by the old and the new
  ones, so that there is no moment at which a kiosk finds something that it cannot believe.

The keys are passed in, by their names; which are in force is what the newest root says.
"""

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import UnsignedMetadataError
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.api.serialization.json import JSONSerializer

from config.durable import write_durably
from desk.publishing.keys import ONLINE, WrongKeyError, name_of
from desk.publishing.repository import newest, numbers

BELIEVED = {
    "root": timedelta(days=730),  # replaced by hand, with a key that lies in a safe
    "targets": timedelta(days=90),
    "snapshot": timedelta(days=90),
    "timestamp": timedelta(days=7),
}
"""How long kiosks believe a file: the longest that they can be kept from news unnoticed."""
SIGN_AGAIN = {
    "targets": timedelta(days=30),
    "snapshot": timedelta(days=30),
    "timestamp": timedelta(days=6),
}
"""Signed anew when less than this is left: a publisher that is away for days harms nobody."""
KEPT = 5
"""So many publications stay on disk: a kiosk may be fetching an older one just now."""
RELEASES = "releases.json"
Keys = Mapping[str, CryptoSigner]
Make = Callable[[], bytes]


class SignedRepository:
    """The repository in a folder. One process at a time may change it."""

    def __init__(self, folder: Path) -> None:
        self._metadata = folder / "metadata"
        self._targets = folder / "targets"

    def has_begun(self) -> bool:
        return newest(self._metadata, "root") > 0

    def begin(
        self, root_key: CryptoSigner, keys: Mapping[str, CryptoSigner], now: datetime
    ) -> None:
        """The first root, which names `keys` by role. Nothing can be published without it."""
        root = Root(version=1, consistent_snapshot=True)
        root.add_key(root_key.public_key, "root")
        for role, key in keys.items():
            root.add_key(key.public_key, role)
        self._write_root(root, (root_key,), now)

    def publish(
        self, releases: bytes, bundles: Mapping[str, Make], keys: Keys, now: datetime
    ) -> None:
        """Offer exactly these bundles, by the name of their file; those already there are kept."""
        present = self.targets()
        targets = Targets(version=self._next("targets"))
        for name, make in bundles.items():
            known = present.get(name)
            if known is None or not self._is_there(known):
                known = self._put(name, make())
            targets.targets[name] = known
        targets.targets[RELEASES] = self._put(RELEASES, releases)
        self._sign(targets, self.root(), keys, now)
        self._sweep()

    def refresh(self, keys: Keys, now: datetime) -> None:
        """Sign again what kiosks would soon no longer believe, or do not believe any more."""
        root = self.root()
        if not self._timestamp().exists():
            return
        targets, snapshot = self._in_force(Targets), self._in_force(Snapshot)
        if self._is_due(targets, root, now) or self._is_due(snapshot, root, now):
            self._sign(targets.signed, root, keys, now)
        elif self._is_due(self._in_force(Timestamp), root, now):
            self._stamp(self._in_force(Timestamp).signed.snapshot_meta, root, keys, now)

    def rotate(
        self, root_key: CryptoSigner, keys: Mapping[str, CryptoSigner], old: Keys, now: datetime
    ) -> None:
        """From now on `keys` sign, by role. `old`: those in force, as far as they are left."""
        before = self.root()
        _belongs(root_key, before)
        after = deepcopy(before)
        for role, key in keys.items():
            for name in tuple(after.roles[role].keyids):
                after.revoke_key(name, role)
            after.add_key(key.public_key, role)
        all_left = all(old.keys() & before.roles[role].keyids for role in ONLINE)
        if all_left and self._timestamp().exists():
            both = {**old, **{name_of(key): key for key in keys.values()}}
            self._sign(self._in_force(Targets).signed, before, both, now, after)
        self._write_root(after, (root_key,), now)
        self.refresh({name_of(key): key for key in keys.values()}, now)

    def replace_root_key(self, old: CryptoSigner, new: CryptoSigner, now: datetime) -> None:
        """From now on `new` signs the root. Kiosks believe it because `old` says so as well."""
        root = deepcopy(self.root())
        _belongs(old, root)
        for name in tuple(root.roles["root"].keyids):
            root.revoke_key(name, "root")
        root.add_key(new.public_key, "root")
        self._write_root(root, (old, new), now)

    def root(self) -> Root:
        number = newest(self._metadata, "root")
        found = Metadata[Root].from_file(str(self._metadata / f"{number}.root.json"))
        return found.signed

    def targets(self) -> Mapping[str, TargetFile]:
        """What is offered now, by name."""
        return self._in_force(Targets).signed.targets if self._timestamp().exists() else {}

    def releases(self) -> bytes:
        """`releases.json` as it is offered now; empty where nothing is."""
        found = self.targets().get(RELEASES)
        return self._place(found).read_bytes() if found and self._is_there(found) else b""

    def _sign(
        self, targets: Targets, root: Root, keys: Keys, now: datetime, also: Root | None = None
    ) -> None:
        """New numbers for targets and snapshot, then the timestamp, by the keys of this root."""
        targets.version = self._next("targets")
        signed = self._signed(targets, (root, also), keys, now)
        write_durably(self._metadata / f"{targets.version}.targets.json", signed)
        snapshot = Snapshot(version=self._next("snapshot"))
        snapshot.meta = {"targets.json": _meta(targets.version, signed)}
        signed = self._signed(snapshot, (root, also), keys, now)
        write_durably(self._metadata / f"{snapshot.version}.snapshot.json", signed)
        self._stamp(_meta(snapshot.version, signed), root, keys, now, also)

    def _stamp(
        self, snapshot: MetaFile, root: Root, keys: Keys, now: datetime, also: Root | None = None
    ) -> None:
        number = self._in_force(Timestamp).signed.version if self._timestamp().exists() else 0
        timestamp = Timestamp(version=number + 1, snapshot_meta=snapshot)
        write_durably(self._timestamp(), self._signed(timestamp, (root, also), keys, now))

    def _signed(
        self,
        content: Targets | Snapshot | Timestamp,
        roots: Iterable[Root | None],
        keys: Keys,
        now: datetime,
    ) -> bytes:
        content.expires = _until(content.type, now)
        signed: Metadata[Any] = Metadata(content)
        for root in roots:
            for name in root.roles[content.type].keyids if root else ():
                if name in keys:
                    signed.sign(keys[name], append=True)
        for root in roots:
            if root is not None:
                _check(root, content.type, signed)
        return signed.to_bytes(JSONSerializer(compact=True))

    def _write_root(self, root: Root, keys: Iterable[CryptoSigner], now: datetime) -> None:
        before = newest(self._metadata, "root")
        root.version, root.expires = before + 1, _until("root", now)
        signed = Metadata(root)
        for key in keys:
            signed.sign(key, append=True)
        _check(root, "root", signed)
        write_durably(
            self._metadata / f"{root.version}.root.json",
            signed.to_bytes(JSONSerializer(compact=True)),
        )

    def _is_due(self, found: Metadata[Any], root: Root, now: datetime) -> bool:
        role = found.signed.type
        try:
            root.verify_delegate(role, found.signed_bytes, found.signatures)
        except UnsignedMetadataError:
            return True
        return bool(found.signed.expires - now < SIGN_AGAIN[role])

    def _in_force(self, kind: type[Any]) -> Metadata[Any]:
        """What the timestamp points to."""
        stamp = Metadata[Timestamp].from_file(str(self._timestamp()))
        if kind is Timestamp:
            return stamp
        number = stamp.signed.snapshot_meta.version
        snapshot = Metadata[Snapshot].from_file(str(self._metadata / f"{number}.snapshot.json"))
        if kind is Snapshot:
            return snapshot
        number = snapshot.signed.meta["targets.json"].version
        return Metadata[Targets].from_file(str(self._metadata / f"{number}.targets.json"))

    def _timestamp(self) -> Path:
        return self._metadata / "timestamp.json"

    def _next(self, role: str) -> int:
        return newest(self._metadata, role) + 1

    def _place(self, target: TargetFile) -> Path:
        return self._targets / f"{target.hashes['sha256']}.{target.path}"

    def _is_there(self, target: TargetFile) -> bool:
        place = self._place(target)
        return place.exists() and place.stat().st_size == target.length

    def _put(self, name: str, content: bytes) -> TargetFile:
        target = TargetFile.from_data(name, content, ["sha256"])
        if not self._is_there(target):
            write_durably(self._place(target), content)
        return target

    def _sweep(self) -> None:
        """Take away what no kiosk can be fetching any more. Every root stays."""
        kept = set()
        for number in numbers(self._metadata, "targets")[-KEPT:]:
            found = Metadata[Targets].from_file(str(self._metadata / f"{number}.targets.json"))
            kept |= {self._place(target) for target in found.signed.targets.values()}
        for role in ("targets", "snapshot"):
            for number in numbers(self._metadata, role)[:-KEPT]:
                (self._metadata / f"{number}.{role}.json").unlink()
        left_over = self._metadata.glob(".*.new")
        for place in {*self._targets.iterdir(), *left_over} - kept:
            place.unlink()


def _belongs(key: CryptoSigner, root: Root) -> None:
    if name_of(key) not in root.roles["root"].keyids:
        raise WrongKeyError("This is not the root key that kiosks trust.")


def _check(root: Root, role: str, signed: Metadata[Any]) -> None:
    try:
        root.verify_delegate(role, signed.signed_bytes, signed.signatures)
    except UnsignedMetadataError:
        raise WrongKeyError(f"This is not the key that may sign the {role}.") from None


def _until(role: str, now: datetime) -> datetime:
    return now.astimezone(UTC).replace(microsecond=0) + BELIEVED[role]


def _meta(number: int, content: bytes) -> MetaFile:
    return MetaFile.from_data(number, content, ["sha256"])
