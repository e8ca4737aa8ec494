"""A copy of the database opens nothing: what apps know is locked, and anew with a new key."""

from base64 import b32decode
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django_otp.plugins.otp_totp.models import TOTPDevice

from desk.access import second
from desk.access.locking import AppDevice, lock_all
from tests.access.conftest import Named, code_of, is_in, typed_password, with_second

CODE = "/beheer/tweede-stap/"


@pytest.fixture
def anna(named: Named, settings: Any) -> User:
    settings.OTP_TOTP_THROTTLE_FACTOR = 0
    return named("anna", "inbox")


def kept() -> str:
    """As it stands in the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT key FROM otp_totp_totpdevice")
        ((key,),) = cursor.fetchall()
    return str(key)


def gets_in(user: User) -> bool:
    client = typed_password(user.username)
    client.post(CODE, {"code": code_of(user, later=1)})
    TOTPDevice.objects.update(last_t=-1)  # the same code once more
    return is_in(client)


def test_what_the_app_knows_is_nowhere_in_the_database(anna: User) -> None:
    shown = b32decode(second.secret_to_type(second.begun(anna)).replace(" ", ""))
    assert len(shown) == 20
    assert shown.hex() not in kept()
    with_second(anna)
    assert len(kept()) == 80
    assert gets_in(anna)


def test_what_was_kept_as_it_is_gets_locked_and_the_app_goes_on(anna: User) -> None:
    with_second(anna)
    plain = AppDevice.objects.get().bin_key.hex()
    TOTPDevice.objects.update(key=plain)
    assert gets_in(anna)
    lock_all()
    assert len(kept()) == 80
    assert AppDevice.objects.get().bin_key.hex() == plain
    locked = kept()
    lock_all()
    assert kept() == locked
    assert gets_in(anna)


def test_a_new_key_takes_over_from_the_old_one(anna: User, settings: Any) -> None:
    with_second(anna)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new" * 20, [settings.SECRET_KEY]
    assert gets_in(anna)
    lock_all()
    settings.SECRET_KEY_FALLBACKS = []
    assert gets_in(anna)


def test_without_its_key_nobody_gets_in_and_nothing_is_lost(
    anna: User, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    codes = with_second(anna)
    now, before, own = code_of(anna, later=1), kept(), settings.SECRET_KEY
    settings.SECRET_KEY = "another" * 10
    lock_all()
    client = typed_password("anna")
    assert client.post(CODE, {"code": now}).status_code == 200
    assert not is_in(client)
    assert "put that line back" in caplog.text
    assert kept() == before
    settings.SECRET_KEY = own
    assert second.matched(anna, codes[0]) is not None
    assert gets_in(anna)


def test_an_app_that_was_begun_with_a_lost_key_is_begun_anew(anna: User, settings: Any) -> None:
    first = second.begun(anna)
    settings.SECRET_KEY = "another" * 10
    again = second.begun(anna)
    assert again != first
    assert second.confirm(anna, code_of(anna)) == again
    assert AppDevice.objects.get() == again
