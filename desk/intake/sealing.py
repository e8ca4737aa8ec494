"""The desk's key pair: kiosks seal with the public half, only this desk can open.

The private half is one file in the state folder. Losing it makes what kiosks still hold
unreadable for ever, so a new one is only ever made before the first kiosk is enrolled.
"""

from base64 import b64decode, b64encode
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox

from desk.private_files import read_or_make_private


def key_file() -> Path:
    return Path(settings.STATE) / "sealing-key"


def make_key_pair() -> None:
    """Make the key pair where there is none, and put the public half beside it to read."""
    read_or_make_private(key_file(), lambda: b64encode(bytes(PrivateKey.generate())).decode())
    public_file = key_file().with_suffix(".pub")
    if not public_file.exists():
        public_file.write_text(public_key() + "\n")


def public_key() -> str:
    """The half that kiosks get, in base64."""
    return b64encode(bytes(_private_key(key_file()).public_key)).decode()


def open_box(sealed: bytes) -> bytes | None:
    """What was sealed for this desk; None where it was not, or is damaged."""
    try:
        return bytes(SealedBox(_private_key(key_file())).decrypt(sealed))
    except (CryptoError, ValueError):  # ValueError: shorter than any sealed box
        return None


def seal_for_ourselves(content: bytes) -> bytes:
    """Closed so that only this desk opens it: for what lies long in the database."""
    return bytes(SealedBox(_private_key(key_file()).public_key).encrypt(content))


@lru_cache(maxsize=4)
def _private_key(path: Path) -> PrivateKey:
    return PrivateKey(b64decode(path.read_text()))
