"""Photographs: known by their bytes, without what cameras tell on the side, and sealed."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from desk.intake.models import Picture, Submission
from desk.intake.pictures import photograph
from tests.open311.conftest import Post
from tests.open311.samples import SECRET, gif, jpeg, png


def _file(content: bytes, name: str = "foto.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_pictures_come_along_and_staff_see_them(post: Post, staff: Client) -> None:
    said = post(media=_file(jpeg()), foto2=_file(png(), "x.exe"), foto3=_file(gif())).json()[0]
    kept = list(Picture.objects.filter(submission=said["service_request_id"]))
    assert [each.media_type for each in kept] == ["image/jpeg", "image/png", "image/gif"]
    assert {each.of for each in kept} == {"report"}
    page = staff.get(f"/inbox/{said['service_request_id']}/").content.decode()
    for each in kept:
        assert each.content[:4] not in bytes(each.sealed)
        address = f"/inbox/{each.submission_id}/foto/{each.pk}/"
        assert address in page
        response = staff.get(address)
        assert (response.content, response["Content-Type"]) == (each.content, each.media_type)
        assert "no-store" in response["Cache-Control"]
    other = post().json()[0]["service_request_id"]
    assert staff.get(f"/inbox/{other}/foto/{kept[0].pk}/").status_code == 404
    assert Client().get(address).status_code == 302


def test_a_picture_tells_only_what_it_shows(own_state: None) -> None:
    for content in (jpeg(), jpeg(progressive=True), png()):
        assert SECRET in content
        photo = photograph(content)
        assert photo is not None
        assert SECRET not in photo.content
        before, after = Image.open(io.BytesIO(content)), Image.open(io.BytesIO(photo.content))
        assert before.tobytes() == after.tobytes()
        assert dict(after.getexif().get_ifd(0x8825)) == {}


@pytest.mark.parametrize("way_up", range(1, 9))
def test_a_picture_stays_the_right_way_up(way_up: int) -> None:
    photo = photograph(jpeg(way_up))
    assert photo is not None
    assert Image.open(io.BytesIO(photo.content)).getexif().get(0x0112, 1) == way_up


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7", b"<svg onload='alert(1)'/>", b"\xff\xd8\xff", jpeg()[:200], png()[:60]],
)
def test_what_is_no_picture_is_refused_with_the_whole_report(post: Post, content: bytes) -> None:
    response = post(media=_file(content))
    assert response.status_code == 400
    assert response.json()[0]["description"].startswith("A picture is a JPEG, PNG or GIF")
    assert not Submission.objects.exists()


def test_not_too_many_and_not_too_large(post: Post) -> None:
    four = {f"foto{n}": _file(gif()) for n in range(4)}
    assert "At most 3" in post(**four).json()[0]["description"]
    large = _file(jpeg() + bytes(8 * 2**20))
    assert "8 MiB" in post(media=large).json()[0]["description"]


def test_no_picture_is_ever_written_to_a_disk_unsealed(
    post: Post, settings: Any, tmp_path: Any
) -> None:
    """Django puts a large file into a folder for temporary ones; that folder is not there."""
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path / "not there")
    content = jpeg()
    padding = b"\xff\xec\xff\xff" + bytes(65533)  # APP12 segments, which are kept
    assert post(media=_file(content[:2] + padding * 50 + content[2:])).status_code == 200
