"""The keys that bundles are signed with: private files, by the name of the key they hold.

The root says which keys are in force, so old and new ones may lie beside each other while
they are being replaced. Only the publisher and `publishing-keys` import this.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner

from desk.private_files import make_private_folder, write_private

LOCKED = b"ENCRYPTED"
"""Stands in the first line of such a file."""
ONLINE = ("targets", "snapshot", "timestamp")


class KeysMissingError(Exception):
    """There is no key here."""


class KeyLockedError(Exception):
    """A passphrase is needed, or it is another one."""


class WrongKeyError(Exception):
    """The file is no key, or not one that belongs here."""


def make() -> CryptoSigner:
    return CryptoSigner.generate_ed25519()


def name_of(key: CryptoSigner) -> str:
    return str(key.public_key.keyid)


def write(key: CryptoSigner, file: Path, passphrase: bytes | None) -> None:
    """The private key into a file that only its owner reads, locked where there is a passphrase."""
    private = load_pem_private_key(key.private_bytes, None)
    lock = BestAvailableEncryption(passphrase) if passphrase else NoEncryption()
    write_private(file, private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock))


def read(file: Path, passphrase: bytes | None) -> CryptoSigner:
    """Raises KeysMissingError, KeyLockedError, WrongKeyError; none says what is in the file."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        raise KeysMissingError(f"There is no key {file}.") from None
    locked = LOCKED in content.partition(b"\n")[0]
    if locked and not passphrase:
        raise KeyLockedError(f"The key {file} needs its passphrase.")
    try:
        private = load_pem_private_key(content, passphrase if locked else None)
    except (ValueError, TypeError):
        if locked:
            raise KeyLockedError(f"The key {file} does not open with this passphrase.") from None
        raise WrongKeyError(f"{file} is no key.") from None
    if not isinstance(private, Ed25519PrivateKey):
        raise WrongKeyError(f"{file} is not a key of ours (Ed25519).")
    return CryptoSigner(private)


def is_locked(file: Path) -> bool:
    return file.is_file() and LOCKED in file.read_bytes().partition(b"\n")[0]


def are_locked(folder: Path) -> bool:
    return any(is_locked(path) for path in folder.glob("*.pem"))


def names_in(folder: Path) -> frozenset[str]:
    """Which keys lie in a folder; none of them is read."""
    return frozenset(path.stem for path in folder.glob("*.pem"))


def read_all(folder: Path, passphrase: bytes | None) -> Mapping[str, CryptoSigner]:
    """The keys in a folder by their name. Raises as `read`, and where there are none."""
    found = {name: read(folder / f"{name}.pem", passphrase) for name in sorted(names_in(folder))}
    if not found:
        raise KeysMissingError(f"There are no keys in {folder}.")
    for name, key in found.items():
        if name != name_of(key):
            raise WrongKeyError(f"The key {folder / name}.pem has the name of another.")
    return found


def write_all(keys: Iterable[CryptoSigner], folder: Path, passphrase: bytes | None) -> None:
    make_private_folder(folder)
    for key in keys:
        write(key, folder / f"{name_of(key)}.pem", passphrase)


def forget(folder: Path, keep: Iterable[str]) -> None:
    """Erase the keys that are no longer in force."""
    for name in names_in(folder) - set(keep):
        (folder / f"{name}.pem").unlink(missing_ok=True)
