"""What visitors said by voice: kept whole and sealed, heard by staff and by nobody else."""

import base64
import io
import re
import uuid
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.http import UnreadablePostError
from django.test import Client, RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from desk.fleet.models import Kiosk
from desk.intake import sealing, store
from desk.intake.bodies import SILENCE_S, SMALL_BYTES, Places, read_body
from desk.intake.models import Aside, Recording
from desk.intake.spoken import playing_time_s
from tests.desk.conftest import TakeIn
from tests.desk.samples import recording, seal, spoken, wav

TWO_SECONDS = wav(2)


def _set_aside(content: dict[str, Any], take_in: TakeIn) -> tuple[Aside, tuple[str, ...]]:
    """What the desk keeps of a submission that it refuses, and why it does."""
    kiosk = Kiosk.objects.create(name="ZUIL-7", token_digest="seven")
    box = seal(content, base64.b64decode(sealing.public_key()))
    outcome = store.take_in(uuid.UUID(content["id"]), box, kiosk)
    problems = outcome.problems if isinstance(outcome, store.Invalid) else ()
    return Aside.objects.get(), problems


def test_every_byte_of_a_message_is_kept(take_in: TakeIn) -> None:
    other = wav(1)
    kept = take_in(spoken(TWO_SECONDS, other))
    assert [(each.seconds, each.wav) for each in kept.spoken.all()] == [
        (2, TWO_SECONDS),
        (1, other),
    ]


def test_the_database_alone_does_not_speak(take_in: TakeIn) -> None:
    kept = take_in(spoken(TWO_SECONDS))
    samples = TWO_SECONDS[1000:1200]
    (row,) = Recording.objects.all()
    assert samples not in bytes(row.sealed)
    assert base64.b64encode(TWO_SECONDS)[300:400].decode() not in kept.raw
    assert len(kept.raw) < 5000


def test_a_message_is_erased_with_its_submission(take_in: TakeIn) -> None:
    kept = take_in(spoken(TWO_SECONDS))
    kept.delete()
    assert not Recording.objects.exists()


def test_a_message_whose_sound_was_lost_does_not_cost_the_rest(
    staff: Client, take_in: TakeIn
) -> None:
    lost = recording(b"", step="welke")
    kept = take_in(spoken(recordings=[lost, recording(TWO_SECONDS)]))
    page = staff.get(f"/inbox/{kept.pk}/").content.decode()
    assert "Het geluid is niet meegekomen." in page
    assert re.findall(r' src="([^"]+gesproken[^"]+)"', page) == [f"/inbox/{kept.pk}/gesproken/1/"]
    assert staff.get(f"/inbox/{kept.pk}/gesproken/0/").status_code == 404


def test_handing_in_again_knows_the_sound_again(take_in: TakeIn) -> None:
    content = spoken(TWO_SECONDS)
    kept = take_in(content)
    box = seal(content, base64.b64decode(sealing.public_key()))
    assert kept.kiosk
    assert store.take_in(kept.pk, box, kept.kiosk) == store.Known()
    assert Recording.objects.count() == 1


def test_other_sound_under_a_known_id_is_set_aside(take_in: TakeIn) -> None:
    content = spoken(TWO_SECONDS)
    kept = take_in(content)
    other = content | {"recordings": [recording(wav(2))]}
    box = seal(other, base64.b64decode(sealing.public_key()))
    assert kept.kiosk
    assert store.take_in(kept.pk, box, kept.kiosk) == store.Conflict()
    assert kept.spoken.get().wav == TWO_SECONDS


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        (recording(TWO_SECONDS, data="geen base64!"), "data: not_base64"),
        (recording(TWO_SECONDS, data="gélùid"), "data: not_base64"),
        (recording(b"RIFF geen geluid"), "data: not_16_bit_mono_wav"),
        (recording(TWO_SECONDS[:-100]), "data: not_16_bit_mono_wav"),
        (recording(wav(1, channels=2)), "data: not_16_bit_mono_wav"),
        (recording(wav(1, width=1)), "data: not_16_bit_mono_wav"),
        (recording(wav(0)), "data: not_16_bit_mono_wav"),
        (recording(wav(66, rate_hz=8000)), "data: too_long"),
        (recording(wav(1, rate_hz=96000)), "data: not_16_bit_mono_wav"),
        (recording(TWO_SECONDS, media_type="text/html"), "media_type: not_wav"),
    ],
)
def test_what_is_no_sound_is_set_aside_and_can_still_be_fetched(
    staff: Client, take_in: TakeIn, said: dict[str, Any], problem: str
) -> None:
    aside, problems = _set_aside(spoken(recordings=[said]), take_in)
    assert problems == (f"recordings.0.{problem}",)
    page = staff.get(f"/inbox/apart/{aside.pk}/").content.decode()
    assert f"/inbox/apart/{aside.pk}/gesproken/0/" in page
    assert "Straatlamp" in page
    file = staff.get(f"/inbox/apart/{aside.pk}/gesproken/0/")
    try:
        sent = base64.b64decode(said["data"], validate=True)
    except ValueError:
        sent = said["data"].encode()
    assert file.content == sent
    assert file["Content-Type"] in {"application/octet-stream", "audio/wav"}
    assert file["X-Content-Type-Options"] == "nosniff"


@given(st.data())
def test_damaged_sound_is_sound_or_not_and_never_a_crash(data: st.DataObject) -> None:
    whole = bytearray(wav(0.01))
    for _ in range(data.draw(st.integers(0, 4))):
        whole[data.draw(st.integers(0, 43))] = data.draw(st.integers(0, 255))
    assert playing_time_s(bytes(whole[: data.draw(st.integers(0, len(whole)))])) >= 0


def test_a_clerk_sees_what_was_asked_how_long_and_in_which_language(
    staff: Client, take_in: TakeIn
) -> None:
    kept = take_in(spoken(TWO_SECONDS))
    page = staff.get(f"/inbox/{kept.pk}/").content.decode()
    (player,) = re.findall(r"<audio [^>]+>", page)
    assert "controls" in player
    assert 'preload="none"' in player
    assert f'src="/inbox/{kept.pk}/gesproken/0/"' in player
    assert "Antwoord op: Vertel het maar" in page
    assert "2 seconden" in page
    assert page.count("Arabisch") >= 3  # above, beside the sound, beside the telephone number
    assert "Straat en verlichting" in page  # choices are in Dutch whatever the language


def test_the_inbox_shows_that_something_was_said_and_in_which_language(
    staff: Client, take_in: TakeIn
) -> None:
    take_in(spoken(TWO_SECONDS, language="nl"))
    page = staff.get("/inbox/").content.decode()
    assert page.count("Gesproken bericht") == 1
    assert "Taal:" not in page
    take_in(spoken())
    page = staff.get("/inbox/").content.decode()
    assert page.count("Gesproken bericht") == 1
    assert page.count("Taal: Arabisch") == 1


def test_sound_is_for_staff_only(take_in: TakeIn, client: Client) -> None:
    kept = take_in(spoken(TWO_SECONDS))
    for path in (f"/inbox/{kept.pk}/gesproken/0/", "/inbox/apart/1/gesproken/0/"):
        response = client.get(path)
        assert response.status_code == 302
        assert response["Location"].startswith("/inbox/inloggen/")
    client.force_login(User.objects.create_user("geen-medewerker"))
    assert client.get(f"/inbox/{kept.pk}/gesproken/0/").status_code == 302


def test_the_follow_page_and_the_status_never_speak_of_it(take_in: TakeIn, client: Client) -> None:
    kept = take_in(spoken(TWO_SECONDS))
    for path in (f"/volg/{kept.code}", f"/volg/{kept.code}?taal=nl", f"/api/status/{kept.code}"):
        response = client.get(path)
        page = response.content.decode()
        for sign in ("audio", "gesproken", "Gesproken", str(kept.pk)):
            assert sign not in page
    assert "media-src" not in client.get(f"/volg/{kept.code}")["Content-Security-Policy"]


def test_sound_is_not_kept_by_the_browser_and_plays_from_here_only(
    staff: Client, take_in: TakeIn
) -> None:
    kept = take_in(spoken(TWO_SECONDS))
    response = staff.get(f"/inbox/{kept.pk}/gesproken/0/")
    assert response.content == TWO_SECONDS
    assert response["Content-Type"] == "audio/wav"
    assert response["Content-Disposition"] == f'inline; filename="gesproken-{kept.code}-1.wav"'
    assert response["Accept-Ranges"] == "bytes"
    assert "no-store" in response["Cache-Control"]
    page = staff.get(f"/inbox/{kept.pk}/")
    assert "media-src 'self'" in page["Content-Security-Policy"]
    assert staff.get(f"/inbox/{kept.pk}/gesproken/1/").status_code == 404


SIZE = len(TWO_SECONDS)


@pytest.mark.parametrize(
    ("asked", "status", "expected"),
    [
        ("bytes=0-1", 206, range(2)),
        ("bytes=0-", 206, range(SIZE)),
        ("bytes=100-199", 206, range(100, 200)),
        ("bytes=100-999999999", 206, range(100, SIZE)),
        ("bytes=-5", 206, range(SIZE - 5, SIZE)),
        ("bytes=-999999999", 206, range(SIZE)),
        (f"bytes={SIZE}-", 416, range(0)),
        ("bytes=-0", 416, range(0)),
        ("bytes=5-2", 200, range(SIZE)),
        ("bytes=-", 200, range(SIZE)),
        ("bytes=0-1,5-6", 200, range(SIZE)),
        ("sheep=1-2", 200, range(SIZE)),
    ],
)
def test_a_part_of_the_sound_can_be_asked_for(
    staff: Client, take_in: TakeIn, asked: str, status: int, expected: range
) -> None:
    kept = take_in(spoken(TWO_SECONDS))
    path = f"/inbox/{kept.pk}/gesproken/0/"
    response = staff.get(path, headers={"Range": asked})
    assert response.status_code == status
    assert response.content == TWO_SECONDS[expected.start : expected.stop]
    if status == 206:
        described = f"bytes {expected.start}-{expected.stop - 1}/{SIZE}"
        assert response["Content-Range"] == described
    if status == 416:
        assert response["Content-Range"] == f"bytes */{SIZE}"
    another = staff.get(path, headers={"Range": asked, "If-Range": '"some-version"'})
    assert another.status_code == 200


def test_a_large_unreadable_submission_is_shown_without_its_sound(
    reader: Client, take_in: TakeIn
) -> None:
    content = spoken(wav(5)) | {"nieuw_veld": "van later"}
    aside, _ = _set_aside(content, take_in)
    page = reader.post(f"/inbox/apart/{aside.pk}/contact/", {"why": "anders"}).content.decode()
    assert "van later" in page
    assert len(page) < 20000


def test_large_bodies_leave_places_for_others() -> None:
    places = Places(at_once=3, per_kiosk=2)
    large = SMALL_BYTES + 1
    with places.taken(1, large) as first, places.taken(1, large) as second:
        with places.taken(1, large) as third, places.taken(1, SMALL_BYTES) as small:
            assert (first, second, third, small) == (True, True, False, True)
        with places.taken(2, large) as other, places.taken(3, large) as too_many:
            assert (other, too_many) == (True, False)
    with places.taken(1, large) as again:
        assert again


class _Line:
    def __init__(self) -> None:
        self.limits: list[float | None] = []

    def settimeout(self, value: float | None) -> None:
        self.limits.append(value)


class _Silent(io.BytesIO):
    """A line on which nothing comes any more."""

    def read(self, size: int | None = -1, /) -> bytes:  # noqa: ARG002 - as BytesIO has it
        raise TimeoutError


def _sending(body: bytes, stream: io.BytesIO | None = None) -> tuple[Any, _Line]:
    line = _Line()
    request = RequestFactory().put("/", body)
    request.META["gunicorn.socket"] = line
    if stream is not None:
        request._stream = stream
    return request, line


def test_a_line_may_be_slow_and_not_silent() -> None:
    request, line = _sending(b"whole")
    assert read_body(request, 5) == b"whole"
    assert line.limits == [SILENCE_S, None]


def test_a_kiosk_that_fell_silent_gives_its_place_back() -> None:
    request, line = _sending(b"half", _Silent())
    with pytest.raises(UnreadablePostError):
        read_body(request, 9)
    assert line.limits == [SILENCE_S, None]


def test_less_than_was_said_is_nothing() -> None:
    request, _ = _sending(b"half")
    assert read_body(request, 9) is None
