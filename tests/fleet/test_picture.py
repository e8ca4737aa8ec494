"""The start screen of a kiosk: a whole PNG of a screen, or nothing."""

import io
import struct
import zlib
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from desk.fleet.models import IdlePicture, Kiosk
from desk.fleet.pace import SENDING
from desk.fleet.pictures import start_screen
from tests.fleet.conftest import Teller

SIGNATURE = b"\x89PNG\r\n\x1a\n"
PACKED = zlib.compress(b"\0" * 110)


def png(width: int = 54, height: int = 96, mode: str = "RGB", text: str = "") -> bytes:
    info = PngInfo()
    if text:
        info.add_text("Comment", text)
    file = io.BytesIO()
    Image.new(mode, (width, height)).save(file, "PNG", pnginfo=info)
    return file.getvalue()


def chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def by_hand(width: int, height: int, pixels: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return SIGNATURE + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def put(client: Client, kiosk: Teller, content: bytes) -> Any:
    headers = {"Authorization": f"Bearer {kiosk.token}"}
    return client.put("/api/kiosk/picture", content, content_type="image/png", headers=headers)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA"])
def test_a_screen_is_kept_however_its_colours_are_written(mode: str) -> None:
    assert start_screen(png(mode=mode)) == png(mode=mode)


def test_what_hangs_on_a_picture_is_not_kept() -> None:
    assert start_screen(png(text="mevrouw Jansen")) == png()


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    packed = zlib.compress(b"\0" * 30_000_000, 1)
    assert len(packed) < 400_000
    assert start_screen(by_hand(100, 100, packed)) is None
    assert start_screen(by_hand(60_000, 60_000, packed)) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        SIGNATURE,
        png()[:-20],
        png()[:200].replace(b"IHDR", b"IHDX"),
        by_hand(0, 10, zlib.compress(b"")),
        by_hand(10, 10, zlib.compress(b"\0" * 109)),
        by_hand(10, 10, b"not packed at all"),
        by_hand(10, 10, PACKED + b"more"),
        by_hand(10, 10, PACKED)[:-13] + b"?" + by_hand(10, 10, PACKED)[-12:],
    ],
)
def test_what_is_no_whole_picture_is_refused(content: bytes) -> None:
    assert start_screen(content) is None


def test_a_picture_made_by_hand_as_it_should_be_is_kept() -> None:
    assert start_screen(by_hand(10, 10, PACKED))


def test_a_kiosk_shows_its_start_screen_and_staff_see_the_newest(
    kiosk: Teller, client: Client, staff: Any
) -> None:
    browser = staff("view_kiosk")
    assert browser.get("/zuilen/zuil-1/beeld.png").status_code == 404
    assert put(client, kiosk, png()).json() == {"result": "stored"}
    assert put(client, kiosk, png(mode="L")).status_code == 200
    answer = browser.get("/zuilen/zuil-1/beeld.png")
    assert (answer.content, answer["Content-Type"]) == (png(mode="L"), "image/png")
    assert "beeld.png" in browser.get("/zuilen/zuil-1/").content.decode()


def test_what_is_refused_changes_nothing(kiosk: Teller, client: Client) -> None:
    put(client, kiosk, png())
    for content, status in ((b"x" * 400_001, 413), (b"x" * 399_999, 422), (png()[:-9], 422)):
        assert put(client, kiosk, content).status_code == status
    assert bytes(IdlePicture.objects.get().png) == png()


def test_a_kiosk_that_shows_far_too_many_pictures_is_asked_to_wait(
    kiosk: Teller, client: Client
) -> None:
    put(client, kiosk, png())
    ahead_s = SENDING.at_once * SENDING.each_s - 5
    Kiosk.objects.update(paid_until=int(timezone.now().timestamp()) + ahead_s)
    refused = put(client, kiosk, png(mode="L"))
    assert refused.status_code == 429
    assert 1 <= int(refused["Retry-After"]) <= SENDING.each_s
    assert bytes(IdlePicture.objects.get().png) == png()
