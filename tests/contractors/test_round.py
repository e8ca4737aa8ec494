"""A firm takes work in hand, finishes it or gives it back; the visitor hears, others do not."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from desk.answers.telling import Told, tell
from desk.contractors import work
from desk.contractors.models import Contractor
from desk.follow.reopening import not_solved
from desk.intake.models import Picture, Status, StatusChange, Submission
from desk.intake.sealing import seal_for_ourselves
from tests.contractors.conftest import PASSWORD, Firm
from tests.desk.conftest import TakeIn
from tests.desk.samples import NAME, PHONE, WORDS, spoken, street_light, wav
from tests.open311.samples import SECRET, jpeg

Phone = Callable[[Contractor], Client]
BASE = "/aannemer"


def _told(kept: Submission) -> tuple[str, str]:
    kept.refresh_from_db()
    return kept.status, kept.sentence


def test_a_firm_takes_work_in_hand_and_the_visitor_sees_it(
    firm: Firm, phone: Phone, take_in: TakeIn
) -> None:
    kept, light, other = take_in(street_light()), firm(), firm("ander")
    client = phone(light)
    assert str(kept.pk) in client.get(f"{BASE}/").content.decode()
    response = client.post(f"{BASE}/{kept.pk}/oppakken/", follow=True)
    assert "U heeft dit opgepakt" in response.content.decode()
    assert _told(kept) == ("in_progress", "")
    change = kept.changes.get()
    assert (change.source, change.by, change.note) == ("contractor", light.user, light.firm)
    assert [each.pk for each in work.own_work(light)] == [kept.pk]
    assert work.open_work(light) == work.open_work(other) == []
    assert phone(other).get(f"{BASE}/{kept.pk}/").status_code == 404


def test_taking_it_again_changes_nothing_and_another_is_too_late(
    firm: Firm, phone: Phone, take_in: TakeIn
) -> None:
    kept, light, other = take_in(street_light()), firm(), firm("ander")
    assert [work.take(each, kept.pk) for each in (light, light, other)] == ["done", "done", "taken"]
    assert kept.changes.count() == 1
    response = phone(other).post(f"{BASE}/{kept.pk}/oppakken/", follow=True)
    assert "Een ander was net iets eerder" in response.content.decode()


def test_what_staff_told_stays_when_a_firm_takes_it(firm: Firm, take_in: TakeIn) -> None:
    kept = take_in(street_light())
    told = Told(Status.IN_PROGRESS, "Wij komen dinsdag.")
    tell(kept.pk, told, source=StatusChange.Source.STAFF)
    work.take(firm(), kept.pk)
    assert _told(kept) == ("in_progress", "Wij komen dinsdag.")


def test_finished_with_a_note_and_a_picture_is_done_for_the_visitor(
    firm: Firm, phone: Phone, take_in: TakeIn, staff: Client
) -> None:
    kept, light = take_in(street_light()), firm()
    work.take(light, kept.pk)
    said = {
        "sentence": "De lamp is vervangen.",
        "picture": SimpleUploadedFile("IMG_1.HEIC", jpeg()),
    }
    response = phone(light).post(f"{BASE}/{kept.pk}/klaar/", said, follow=True)
    assert "Klaar gemeld" in response.content.decode()
    assert _told(kept) == ("done", "De lamp is vervangen.")
    picture = kept.pictures.get()
    assert (picture.of, picture.media_type) == (Picture.Of.RESULT, "image/jpeg")
    assert SECRET not in picture.content
    assert picture.content not in bytes(picture.sealed)
    assert kept.job.finished_at is not None
    public = Client().get(f"/volg/{kept.code}").content.decode()
    assert "De lamp is vervangen." in public
    assert "foto" not in public
    assert (
        f"/inbox/{kept.pk}/foto/{picture.pk}/" in staff.get(f"/inbox/{kept.pk}/").content.decode()
    )
    assert work.own_work(light) == []
    assert phone(light).get(f"{BASE}/{kept.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"sentence": ""}, "Schrijf een zin voor de burger."),
        ({"sentence": f"Gebeld met {NAME}."}, "naam van de burger"),
        ({"sentence": f"Bel {PHONE}."}, "telefoonnummer"),
        ({"sentence": WORDS}, "woorden van de burger"),
        ({"sentence": "Klaar.", "picture": b"%PDF-1.7"}, "niet lezen"),
    ],
)
def test_what_may_not_be_told_is_not(
    firm: Firm, phone: Phone, take_in: TakeIn, said: dict[str, Any], fault: str
) -> None:
    kept, light = take_in(street_light()), firm()
    work.take(light, kept.pk)
    if "picture" in said:
        said = said | {"picture": SimpleUploadedFile("x.jpg", said["picture"])}
    response = phone(light).post(f"{BASE}/{kept.pk}/klaar/", said)
    assert response.status_code == 422
    assert fault in response.content.decode()
    assert said["sentence"] in response.content.decode()
    assert _told(kept) == ("in_progress", "")
    assert not kept.pictures.exists()


def test_a_picture_that_is_too_large_is_not_even_read(
    firm: Firm, phone: Phone, take_in: TakeIn
) -> None:
    kept, light = take_in(street_light()), firm()
    work.take(light, kept.pk)
    large = SimpleUploadedFile("x.jpg", jpeg() + bytes(9 * 2**20))
    said = {"sentence": "Klaar.", "picture": large}
    response = phone(light).post(f"{BASE}/{kept.pk}/klaar/", said)
    assert response.status_code == 413
    assert "hoogstens 8 MB" in response.content.decode()


def test_given_back_is_for_somebody_else_and_staff_know_why(
    firm: Firm, phone: Phone, take_in: TakeIn
) -> None:
    kept, light, other = take_in(street_light()), firm(), firm("ander")
    work.take(light, kept.pk)
    client = phone(light)
    assert client.post(f"{BASE}/{kept.pk}/terug/", {"why": " "}).status_code == 422
    said = {"why": "De kabel is van de netbeheerder."}
    response = client.post(f"{BASE}/{kept.pk}/terug/", said, follow=True)
    assert "Teruggegeven" in response.content.decode()
    assert _told(kept) == ("received", "")
    latest = kept.changes.first()
    assert latest is not None
    assert (latest.note, latest.source) == (said["why"], "contractor")
    assert said["why"] not in Client().get(f"/volg/{kept.code}").content.decode()
    assert work.open_work(light) == work.own_work(light) == []
    assert [each.pk for each in work.open_work(other)] == [kept.pk]


def test_what_is_not_solved_comes_back_to_the_same_firm(
    firm: Firm, phone: Phone, take_in: TakeIn
) -> None:
    kept, light = take_in(street_light()), firm()
    work.take(light, kept.pk)
    work.finish(light, kept.pk, "De lamp is vervangen.", None)
    assert not_solved(kept) == "reopened"
    assert "niet opgelost" in phone(light).get(f"{BASE}/").content.decode()
    assert work.finish(light, kept.pk, "De kabel is ook vervangen.", None) == "done"
    assert _told(kept) == ("done", "De kabel is ook vervangen.")


def test_what_staff_have_closed_meanwhile_stays_closed(firm: Firm, take_in: TakeIn) -> None:
    kept, light = take_in(street_light()), firm()
    work.take(light, kept.pk)
    told = Told(Status.CANNOT, "De paal is niet van ons.")
    tell(kept.pk, told, source=StatusChange.Source.STAFF)
    assert work.finish(light, kept.pk, "Klaar.", None) == "gone"
    assert work.give_back(light, kept.pk, "Nee.") == "gone"
    assert work.take(firm("ander"), kept.pk) == "gone"
    assert _told(kept) == ("cannot", "De paal is niet van ons.")


def test_what_is_not_theirs_cannot_be_touched(firm: Firm, phone: Phone, take_in: TakeIn) -> None:
    kept, waste = take_in(street_light()), firm("afval", categories=["afval"])
    client = phone(waste)
    for path, said in (("", None), ("klaar/", {"sentence": "Klaar."}), ("terug/", {"why": "x"})):
        address = f"{BASE}/{kept.pk}/{path}"
        response = client.get(address) if said is None else client.post(address, said)
        assert response.status_code == 404, path
    assert work.take(waste, kept.pk) == "gone"
    assert work.take(waste, uuid.uuid4()) == "gone"
    assert _told(kept) == ("received", "")


def test_a_firm_sees_what_is_the_matter_and_not_who_said_it(
    firm: Firm, phone: Phone, take_in: TakeIn
) -> None:
    said = f"Bel {NAME} op 06-1234 5678 of jo@voorbeeld.nl. De lamp is sinds 2026-11-01 uit."
    content = street_light(words=said)
    content["answers"][2] |= {"value": said, "shown": said}
    content["answers"].append(
        {"step": "antwoord", "question": "Antwoord?", "value": "bellen", "shown": "Ja, bel mij"}
    )
    kept = take_in(content)
    page = phone(firm()).get(f"{BASE}/{kept.pk}/").content.decode()
    for secret in (NAME, PHONE, "1234 5678", "jo@voorbeeld.nl", "bel mij", kept.code):
        assert secret not in page
    for needed in ("Bel ••• op ••• of •••. De lamp is sinds 2026-11-01 uit.", "Marktstraat 12",
                   "7511 AB", "geo:52.2215,6.8937?q=52.2215,6.8937(Marktstraat%2012)",
                   "Straatlamp", "Uiterlijk", "Wij maken het binnen 5 werkdagen."):  # fmt: skip
        assert needed in page


def test_a_firm_hears_and_sees_what_came_with_it_while_it_is_theirs(
    firm: Firm, phone: Phone, take_in: TakeIn
) -> None:
    kept, light = take_in(spoken(wav(2))), firm()
    picture = Picture.objects.create(
        submission=kept, media_type="image/jpeg", digest="", sealed=seal_for_ourselves(jpeg())
    )
    client = phone(light)
    sound = f"{BASE}/{kept.pk}/gesproken/0/"
    photo = f"{BASE}/{kept.pk}/foto/{picture.pk}/"
    page = client.get(f"{BASE}/{kept.pk}/")
    assert sound in page.content.decode()
    assert photo in page.content.decode()
    assert "media-src 'self'" in page["Content-Security-Policy"]
    assert client.get(sound, headers={"Range": "bytes=0-3"}).content == b"RIFF"
    assert client.get(photo).content == jpeg()
    for stranger in (Client(), phone(firm("afval", categories=["afval"]))):
        assert {stranger.get(each).status_code for each in (sound, photo)} <= {302, 404}


def test_without_a_login_of_a_firm_nothing_is_shown(
    firm: Firm, phone: Phone, take_in: TakeIn, staff: Client
) -> None:
    kept = take_in(street_light())
    for client in (Client(), staff):
        for path in ("/", f"/{kept.pk}/"):
            response = client.get(BASE + path)
            assert response["Location"].startswith(f"{BASE}/inloggen/")
    assert phone(firm()).get("/inbox/").status_code == 302


def test_only_firms_log_in_here_and_a_blocked_one_is_out_at_once(firm: Firm, staff: Client) -> None:
    light = firm()
    client = Client()
    right = {"username": "licht", "password": PASSWORD}
    assert client.post(f"{BASE}/inloggen/", right)["Location"] == f"{BASE}/"
    assert client.get(f"{BASE}/").status_code == 200
    as_staff = Client().post(f"{BASE}/inloggen/", {"username": "beheer", "password": PASSWORD})
    assert (as_staff.status_code, "klopt niet" in as_staff.content.decode()) == (200, True)
    light.user.is_active = False
    light.user.save()
    assert client.get(f"{BASE}/").status_code == 302
    assert Client().post(f"{BASE}/inloggen/", right).status_code == 200


def test_forms_of_others_are_not_accepted(firm: Firm, take_in: TakeIn) -> None:
    kept, light = take_in(street_light()), firm()
    client = Client(enforce_csrf_checks=True)
    client.force_login(light.user)
    for path in ("oppakken", "klaar", "terug"):
        said = {"sentence": "Klaar.", "why": "x"}
        assert client.post(f"{BASE}/{kept.pk}/{path}/", said).status_code == 403
    assert _told(kept) == ("received", "")


def test_a_promise_that_is_over_says_so(firm: Firm, phone: Phone, take_in: TakeIn) -> None:
    kept = take_in(street_light())
    Submission.objects.filter(pk=kept.pk).update(due=timezone.localdate() - timedelta(days=1))
    assert "Te laat:" in phone(firm()).get(f"{BASE}/").content.decode()
