"""The second step of logging in: six digits from an app on a telephone, or a code from paper.

The app's secret is made here and confirmed by its first code; it is kept locked
(`desk.access.locking`). With it come ten codes for a lost telephone; each works once. They are
kept as a keyed digest. So a copy of the database opens nothing with either. Wrong codes are
slowed down per device (django-otp) and stopped after some (`desk.limits`), whoever tries from
wherever.
"""

import base64
import hashlib
import hmac
import io
import secrets
from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice

from desk.access.locking import AppDevice, new_secret
from desk.limits import Limit

BACKUP_CODES = 10
BACKUP_DIGITS = 10
BY_PROVIDER = "second-by-provider"
"""In the session: the identity provider has seen to the second step."""
ASKED = "second-asked"
"""In the session: this login has a second step. Where that changes, sessions end."""


def has_second(user: User) -> bool:
    found: bool = AppDevice.objects.filter(user=user, confirmed=True).exists()
    return found


def is_done(request: HttpRequest) -> bool:
    """This session has been through the second step, here or at the identity provider."""
    return bool(request.user.is_verified() or request.session.get(BY_PROVIDER))  # type: ignore[union-attr]


def is_missing(request: HttpRequest) -> bool:
    """This login has a second step, and this session has not been through it."""
    return bool(request.session.get(ASKED)) and not is_done(request)


def is_required() -> bool:
    return bool(settings.SECOND_FACTOR == "required")


def limit() -> Limit:
    """Per login, not per address: who has the password may come from anywhere."""
    return Limit("second-step", settings.LOGIN_TRIES, settings.LOGIN_WAIT_S)


def matched(user: User, typed: str) -> Device | None:
    """The device that this code is of; a code from paper is then used up."""
    digits = "".join(sign for sign in typed if sign.isdigit())
    if not digits or limit().wait_s(str(user.pk)):
        return None
    on_paper = len(digits) == BACKUP_DIGITS
    code = _kept(digits) if on_paper else digits
    kind: type[Device] = StaticDevice if on_paper else AppDevice
    with transaction.atomic():
        for device in kind.objects.devices_for_user(user, confirmed=True).select_for_update():
            if (on_paper or device.is_open) and device.verify_token(code):
                limit().forget(str(user.pk))
                return device
    limit().take(str(user.pk))
    return None


def begun(user: User) -> AppDevice:
    """The app's secret that waits for its first code; the same until then."""
    waiting: Iterable[AppDevice] = AppDevice.objects.filter(user=user, confirmed=False)
    for found in waiting:
        if found.is_open:
            return found
    made: AppDevice = AppDevice.objects.create(
        user=user, name="app", confirmed=False, key=new_secret()
    )
    return made


def confirm(user: User, typed: str) -> AppDevice | None:
    """With its first code the app counts; whatever there was before it no longer does."""
    device = begun(user)
    digits = "".join(sign for sign in typed if sign.isdigit())
    with transaction.atomic():
        if limit().wait_s(str(user.pk)) or not device.verify_token(digits):
            limit().take(str(user.pk))
            return None
        AppDevice.objects.filter(user=user).exclude(pk=device.pk).delete()
        device.confirmed = True
        device.save(update_fields=["confirmed"])
    limit().forget(str(user.pk))
    return device


def new_backup_codes(user: User) -> list[str]:
    """Ten of them, to be shown once; the former ones are gone."""
    codes = [
        str(secrets.randbelow(10**BACKUP_DIGITS)).zfill(BACKUP_DIGITS) for _ in range(BACKUP_CODES)
    ]
    with transaction.atomic():
        StaticDevice.objects.filter(user=user).delete()
        device = StaticDevice.objects.create(user=user, name="paper")
        for code in codes:
            device.token_set.create(token=_kept(code))
    return [f"{code[:5]} {code[5:]}" for code in codes]


def backup_codes_left(user: User) -> int:
    return sum(device.token_set.count() for device in StaticDevice.objects.filter(user=user))


def forget(user: User) -> None:
    """A lost telephone: the next login asks for the password only, or sets up a new one."""
    AppDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()


def qr_svg(device: AppDevice) -> bytes:
    """A picture without any style in it, for an app's camera."""
    import qrcode  # noqa: PLC0415 - brings Pillow, and every command would wait for it
    from qrcode.image.svg import SvgPathImage  # noqa: PLC0415

    made = qrcode.make(device.config_url, image_factory=SvgPathImage, box_size=14, border=4)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def secret_to_type(device: AppDevice) -> str:
    """For an app without a camera, in groups of four."""
    text = base64.b32encode(device.bin_key).decode()
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


def _kept(code: str) -> str:
    """As it stands in the database: sixteen signs, of no use without the desk's key."""
    made = hmac.new(settings.SECRET_KEY.encode(), f"backup {code}".encode(), hashlib.sha256)
    return made.hexdigest()[:16]
