"""How to reach a visitor: who may see it, for how long, and what is written down of it."""

import base64
import json
import uuid
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from desk.fleet.models import Kiosk
from desk.intake import sealing, store
from desk.intake.models import Aside, ContactReading, StatusChange, Submission
from tests.desk.conftest import TakeIn
from tests.desk.samples import NAME, PHONE, WORDS, appointment, seal, street_light

EMAIL = "jo@voorbeeld.nl"
REACHED_BY = (NAME, PHONE, "06 12 34 56 78", EMAIL, "Dorpsweg", "7512 CD")


def _reachable(**changes: Any) -> dict[str, Any]:
    """A report that says how to reach the visitor twice: to the point, and among the answers."""
    content = street_light(**changes)
    content["contact"] |= {
        "email": EMAIL, "street": "Dorpsweg", "house_number": "3", "postcode": "7512CD",
    }  # fmt: skip
    asked = {"step": "x", "question": "Vraag?"}
    content["answers"] += [
        asked | {"value": PHONE, "shown": "06 12 34 56 78"},
        asked | {"value": "7512CD", "shown": "7512 CD"},
        asked | {"value": EMAIL.upper(), "shown": EMAIL.upper()},
    ]
    return content


def _shown(page: str) -> list[str]:
    return [each for each in (*REACHED_BY, EMAIL.upper()) if each in page]


def _set_aside(content: dict[str, Any] | bytes) -> Aside:
    kiosk, _ = Kiosk.objects.get_or_create(name="ZUIL-7", defaults={"token_digest": "seven"})
    box = seal(content, base64.b64decode(sealing.public_key()))
    submission_id = uuid.UUID(content["id"]) if isinstance(content, dict) else uuid.uuid4()
    store.take_in(submission_id, box, kiosk)
    return Aside.objects.get()


def test_without_the_right_nothing_tells_how_to_reach_the_visitor(
    staff: Client, take_in: TakeIn
) -> None:
    kept = take_in(_reachable())
    page = staff.get(f"/inbox/{kept.pk}/").content.decode()
    assert _shown(page) == []
    assert "U mag dit niet zien; vraag de beheerder." in page
    assert "Toon contactgegevens" not in page
    assert page.count(">Verborgen<") == 4
    for still in (WORDS, "Straatlamp", "Bellen", "Marktstraat 12"):
        assert still in page
    refused = staff.post(f"/inbox/{kept.pk}/contact/", {"why": "bellen"})
    assert refused.status_code == 403
    assert _shown(refused.content.decode()) == []
    assert not ContactReading.objects.exists()


def test_a_form_with_a_fault_does_not_show_it_either(staff: Client, take_in: TakeIn) -> None:
    kept = take_in(_reachable())
    response = staff.post(f"/inbox/{kept.pk}/", {"status": "done", "sentence": "", "seen": ""})
    assert response.status_code == 422
    assert _shown(response.content.decode()) == []


def test_whoever_may_says_why_and_it_is_shown_once_and_written_down(
    reader: Client, take_in: TakeIn
) -> None:
    kept = take_in(_reachable())
    before = reader.get(f"/inbox/{kept.pk}/").content.decode()
    assert _shown(before) == []
    assert "Toon contactgegevens" in before
    page = reader.post(f"/inbox/{kept.pk}/contact/", {"why": "vraag"}).content.decode()
    assert NAME in page
    assert page.count(PHONE) == 2
    assert "Verborgen" not in page
    assert "Toon contactgegevens" not in page
    reading = ContactReading.objects.get()
    assert (reading.submission, reading.by.username, reading.why) == (
        kept, "beheer", "Vraag van de burger",
    )  # fmt: skip
    after = reader.get(f"/inbox/{kept.pk}/").content.decode()
    assert _shown(after) == []
    for told in (page, after):
        history = told[told.index("Contactgegevens gezien") :]
        assert "Vraag van de burger" in history
        assert "door beheer" in history


@pytest.mark.parametrize("said", [{}, {"why": ""}, {"why": "nieuwsgierig"}])
def test_without_a_reason_it_stays_hidden(
    reader: Client, take_in: TakeIn, said: dict[str, str]
) -> None:
    kept = take_in(_reachable())
    response = reader.post(f"/inbox/{kept.pk}/contact/", said)
    assert (response.status_code, response["Location"]) == (302, f"/inbox/{kept.pk}/")
    assert reader.get(f"/inbox/{kept.pk}/contact/")["Location"] == f"/inbox/{kept.pk}/"
    assert not ContactReading.objects.exists()


def test_where_there_is_nothing_to_hide_nothing_is_asked(staff: Client, take_in: TakeIn) -> None:
    kept = take_in(appointment(contact={"channel": "none"}))
    page = staff.get(f"/inbox/{kept.pk}/").content.decode()
    assert "vraag de beheerder" not in page
    assert "Wil geen antwoord" in page


def test_the_form_on_the_page_that_shows_it_still_changes_the_status(
    reader: Client, take_in: TakeIn
) -> None:
    kept = take_in(_reachable())
    page = reader.post(f"/inbox/{kept.pk}/contact/", {"why": "brief"}).content.decode()
    assert f'<form method="post" action="/inbox/{kept.pk}/" class="fields">' in page


def test_a_forged_reading_is_refused(reader: Client, take_in: TakeIn) -> None:
    kept = take_in(_reachable())
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.get())
    assert strict.post(f"/inbox/{kept.pk}/contact/", {"why": "brief"}).status_code == 403
    assert not ContactReading.objects.exists()


def test_of_what_was_set_aside_it_is_hidden_too(reader: Client, take_in: TakeIn) -> None:
    kept = take_in(_reachable())
    aside = _set_aside(_reachable(id=str(kept.pk), words="Iets heel anders"))
    assert _shown(reader.get(f"/inbox/apart/{aside.pk}/").content.decode()) == []
    page = reader.post(f"/inbox/apart/{aside.pk}/contact/", {"why": "bellen"}).content.decode()
    assert NAME in page
    assert "door beheer" in page
    reading = ContactReading.objects.get()
    assert (reading.aside_number, reading.submission) == (aside.pk, None)
    assert _shown(reader.get(f"/inbox/apart/{aside.pk}/").content.decode()) == []


def test_what_cannot_be_understood_is_hidden_whole(
    staff: Client, own_state: Any, client: Client
) -> None:
    aside = _set_aside(json.dumps({"oud": NAME, "bel": PHONE}).encode())
    page = staff.get(f"/inbox/apart/{aside.pk}/").content.decode()
    assert _shown(page) == []
    assert "vraag de beheerder" in page
    assert staff.post(f"/inbox/apart/{aside.pk}/contact/", {"why": "brief"}).status_code == 403
    User.objects.update(is_superuser=True)
    assert _shown(staff.get(f"/inbox/apart/{aside.pk}/").content.decode()) == []
    page = staff.post(f"/inbox/apart/{aside.pk}/contact/", {"why": "brief"}).content.decode()
    assert PHONE in page
    assert staff.get(f"/inbox/apart/{aside.pk}/contact/").status_code == 302


def test_the_history_says_that_it_was_the_visitor(staff: Client, take_in: TakeIn) -> None:
    kept = take_in(_reachable())
    StatusChange.objects.create(
        submission=kept, status="in_progress", source="visitor", at=timezone.now()
    )
    assert "door burger" in staff.get(f"/inbox/{kept.pk}/").content.decode()


def test_a_saved_status_counts_as_the_answer_and_keeps_the_planned_day(
    staff: Client, take_in: TakeIn
) -> None:
    kept = take_in(_reachable())
    kept.status, kept.planned_for = "planned", timezone.localdate()
    kept.save()
    said = {"status": "planned", "sentence": "Wij komen.", "seen": kept.changed_at.isoformat()}
    day = staff.get(f"/inbox/{kept.pk}/").context["form"]["planned_for"].value()
    staff.post(f"/inbox/{kept.pk}/", said | {"planned_for": day.isoformat()})
    kept.refresh_from_db()
    assert (kept.sentence, kept.planned_for) == ("Wij komen.", timezone.localdate())
    said = {"status": "done", "sentence": "Klaar.", "seen": kept.changed_at.isoformat()}
    staff.post(f"/inbox/{kept.pk}/", said)
    kept.refresh_from_db()
    kept = Submission.objects.get(pk=kept.pk)
    assert (kept.planned_for, kept.answered_at) == (None, kept.changed_at)
