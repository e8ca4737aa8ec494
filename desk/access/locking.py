"""The secrets of apps for the second step, locked: a copy of the database opens nothing with them.

They are locked (libsodium's secret box) with a key made of the desk's `secret-key`, which every
machine of a desk has and the database has not. Where that file has several lines the first one
locks and all of them open; what an old line locked is locked anew when the desk starts.
"""

import base64
import hashlib
import hmac
import logging
import secrets

from django.conf import settings
from django_otp.plugins.otp_totp.models import TOTPDevice
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

SECRET_BYTES = 20
"""As long as the digest that it is used with (RFC 4226, 4 R6)."""
LOCKED_SIGNS = 80
"""What a locked secret is in base64; one that is not locked is 40 hexadecimal digits."""

log = logging.getLogger(__name__)


class LockedForeverError(Exception):
    """No line of `secret-key` opens it: that line has to be put back, or the app set up anew."""


class AppDevice(TOTPDevice):  # type: ignore[misc] # django-otp has no types
    """The app on a telephone of somebody who works here."""

    class Meta:
        proxy = True
        default_permissions = ()

    @property
    def bin_key(self) -> bytes:
        """Raises LockedForeverError."""
        return _unlocked(self.key)

    @property
    def is_open(self) -> bool:
        """Whether a line of `secret-key` opens it; staff who run the desk are told where not."""
        try:
            return bool(self.bin_key)
        except LockedForeverError:
            log.warning("a second step was locked by another secret-key: put that line back")
            return False


def new_secret() -> str:
    """Locked, as the database keeps it."""
    return _locked(secrets.token_bytes(SECRET_BYTES))


def lock_all() -> None:
    """Lock with the first line whatever is not locked with it. One that nothing opens stays."""
    for device in AppDevice.objects.only("key"):
        if not _is_locked_with(_boxes()[0], device.key) and device.is_open:
            device.key = _locked(device.bin_key)
            device.save(update_fields=["key"])


def _locked(secret: bytes) -> str:
    return base64.b64encode(_boxes()[0].encrypt(secret)).decode()


def _unlocked(kept: str) -> bytes:
    if len(kept) != LOCKED_SIGNS:
        return bytes.fromhex(kept)  # from before they were locked
    for box in _boxes():
        if _is_locked_with(box, kept):
            return box.decrypt(base64.b64decode(kept))
    raise LockedForeverError


def _is_locked_with(box: SecretBox, kept: str) -> bool:
    try:
        box.decrypt(base64.b64decode(kept))
    except (CryptoError, ValueError):
        return False
    return True


def _boxes() -> list[SecretBox]:
    lines = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    made = (hmac.digest(line.encode(), b"secrets of apps", hashlib.sha256) for line in lines)
    return [SecretBox(key) for key in made]
