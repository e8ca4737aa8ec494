"""The key that orders are signed with: a kiosk does what this desk asks, and nobody else.

Ed25519. The private half is one file in the state folder, made at first use and readable by
the desk's own user only; kiosks get the public half when they are enrolled. All machines of
one desk need the same file, like `sealing-key`. Lost, kiosks refuse orders until they are
enrolled anew; everything else goes on.
"""

from base64 import b64decode, b64encode
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from nacl.signing import SigningKey

from desk.private_files import read_or_make_private
from kiosk.core.health import ORDER_CONTEXT

NAME = "orders-key"


def orders_public_key() -> str:
    """The half that kiosks get, in base64."""
    return b64encode(bytes(_key(_file()).verify_key)).decode()


def sign(order_json: bytes) -> str:
    """The signature under an order, in base64."""
    return b64encode(_key(_file()).sign(ORDER_CONTEXT + order_json).signature).decode()


def _file() -> Path:
    return Path(settings.STATE) / NAME


@lru_cache(maxsize=4)
def _key(path: Path) -> SigningKey:
    made = read_or_make_private(path, lambda: b64encode(bytes(SigningKey.generate())).decode())
    return SigningKey(b64decode(made))
