"""'It is not solved': what a visitor says on the page or at a kiosk, and what it changes."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from desk.codes import grouped
from desk.fleet.models import Kiosk
from desk.follow.reopening import not_solved
from desk.intake.models import Status, StatusChange, Submission
from tests.desk.conftest import TakeIn
from tests.desk.samples import code, street_light
from tests.desk.test_follow import report_of, tell_it, text_of


def _answered(submission: Submission, ago: timedelta) -> None:
    Submission.objects.filter(pk=submission.pk).update(answered_at=timezone.now() - ago)


def _not_solved(client: Client, code: str, said: Any, token: str) -> tuple[int, dict[str, Any]]:
    response = client.post(
        f"/api/status/{code}/not-solved",
        said,
        content_type="application/json",
        headers={"Authorization": f"Bearer {token}"},
    )
    return response.status_code, response.json()


def test_only_what_is_done_and_not_long_ago_may_be_reopened(
    take_in: TakeIn, client: Client
) -> None:
    kept = take_in(street_light())
    for status in Status:
        tell_it(kept, status, sentence=f"Stand {status}.")
        assert report_of(client, kept)["may_reopen"] == (status == Status.DONE), status
        question = "Is het echt opgelost?" in text_of(client, f"/volg/{kept.code}")
        assert question == (status == Status.DONE)
    tell_it(kept, Status.DONE)
    _answered(kept, timedelta(days=28) - timedelta(minutes=1))
    assert report_of(client, kept)["may_reopen"] is True
    _answered(kept, timedelta(days=28, minutes=1))
    assert report_of(client, kept)["may_reopen"] is False
    assert not_solved(kept) == "refused"


def test_a_no_on_the_page_reopens_it_and_is_thanked_for(take_in: TakeIn, client: Client) -> None:
    kept = tell_it(take_in(street_light()), Status.DONE)
    said = {"bericht": "0", "opgelost": "nee"}
    response = client.post(f"/volg/{kept.code}/opgelost?taal=nl", said, follow=True)
    today = timezone.localdate().isoformat()
    address = f"/volg/{kept.code}?dag={today}&taal=nl&dank=nee"
    assert response.redirect_chain == [(address, 302)]
    page = response.content.decode()
    assert "Dank u wel" in page
    assert "Wij kijken er opnieuw naar." in page
    assert "Is het echt opgelost?" not in page
    kept.refresh_from_db()
    assert (kept.status, kept.answered_at) == ("in_progress", None)
    assert kept.not_solved_at
    assert kept.changes.latest("at").source == StatusChange.Source.VISITOR
    client.post(f"/volg/{kept.code}/opgelost", said)
    assert kept.changes.count() == 2


def test_a_yes_on_the_page_is_thanked_for_and_changes_nothing(
    take_in: TakeIn, client: Client
) -> None:
    kept = tell_it(take_in(street_light()), Status.DONE)
    said = {"bericht": "0", "opgelost": "ja"}
    page = client.post(f"/volg/{kept.code}/opgelost", said, follow=True).content.decode()
    assert "Fijn dat het is opgelost." in page
    assert "Is het echt opgelost?" not in page
    before = kept.changed_at
    kept.refresh_from_db()
    assert (kept.status, kept.changed_at, kept.changes.count()) == ("done", before, 1)


def test_a_no_that_comes_too_late_says_to_call(take_in: TakeIn, client: Client) -> None:
    kept = tell_it(take_in(street_light()), Status.DONE)
    _answered(kept, timedelta(days=29))
    said = {"bericht": "0", "opgelost": "nee"}
    page = client.post(f"/volg/{kept.code}/opgelost", said, follow=True).content.decode()
    assert "Dit kan hier niet meer. Bel ons" in page
    kept.refresh_from_db()
    assert kept.status == "done"


def test_a_link_cannot_make_the_page_promise_to_look_again(take_in: TakeIn, client: Client) -> None:
    kept = tell_it(take_in(street_light()), Status.DONE)
    page = text_of(client, f"/volg/{kept.code}?dank=nee")
    assert "Wij kijken er opnieuw naar" not in page
    assert "Is het echt opgelost?" in page


def test_of_two_on_one_day_the_one_that_was_meant_is_reopened(
    take_in: TakeIn, client: Client
) -> None:
    shared = code()
    first, second = (tell_it(take_in(street_light(code=shared)), Status.DONE) for _ in range(2))
    page = text_of(client, f"/volg/{shared}")
    assert re.findall(r'name="bericht" value="(\d)"', page) == ["0", "1"]
    said = {"bericht": "1", "opgelost": "nee"}
    page = client.post(f"/volg/{shared}/opgelost", said, follow=True).content.decode()
    assert page.count("Is het echt opgelost?") == 1
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == ("done", "in_progress")


@pytest.mark.parametrize(
    "said", [{}, {"bericht": "0"}, {"bericht": "9" * 5000, "opgelost": "nee"}, {"opgelost": "nee"}]
)
def test_a_form_that_says_nothing_leads_back_to_the_page(
    take_in: TakeIn, client: Client, said: dict[str, str]
) -> None:
    kept = tell_it(take_in(street_light()), Status.DONE)
    response = client.post(f"/volg/{kept.code}/opgelost", said)
    assert response["Location"] == f"/volg/{kept.code}"
    assert client.post("/volg/123/opgelost", said)["Location"] == "/volg/123"
    kept.refresh_from_db()
    assert kept.status == "done"


def test_a_forged_no_is_refused_and_too_many_have_to_wait(take_in: TakeIn, settings: Any) -> None:
    kept = tell_it(take_in(street_light()), Status.DONE)
    said = {"bericht": "0", "opgelost": "nee"}
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(f"/volg/{kept.code}/opgelost", said).status_code == 403
    settings.PUBLIC_PER_MINUTE = 1
    visitor = Client(REMOTE_ADDR="192.0.2.9")
    visitor.get(f"/volg/{kept.code}")
    refused = visitor.post(f"/volg/{kept.code}/opgelost", said)
    assert refused.status_code == 429
    assert int(refused["Retry-After"]) > 0
    kept.refresh_from_db()
    assert kept.status == "done"


def test_only_a_page_with_a_question_names_its_origin_or_sets_a_cookie(
    take_in: TakeIn, client: Client
) -> None:
    """Without a name a browser says `Origin: null`, and the form would be taken for forged."""
    kept = take_in(street_light())
    response = client.get(f"/volg/{kept.code}")
    assert (response["Referrer-Policy"], list(response.cookies)) == ("no-referrer", [])
    tell_it(kept, Status.DONE)
    response = client.get(f"/volg/{kept.code}")
    assert (response["Referrer-Policy"], list(response.cookies)) == ("same-origin", ["csrftoken"])


def test_a_kiosk_can_say_that_it_is_not_solved(take_in: TakeIn, client: Client) -> None:
    kept = take_in(street_light())
    token = Kiosk.objects.enrol("ZUIL-2")
    day = {"day": timezone.localdate().isoformat()}
    other_day = {"day": (timezone.localdate() - timedelta(days=1)).isoformat()}
    assert _not_solved(client, kept.code, day, token)[0] == 409
    tell_it(kept, Status.DONE)
    assert _not_solved(client, code(), day, token)[0] == 404
    assert _not_solved(client, kept.code, other_day, token)[0] == 404
    assert _not_solved(client, "123", day, token)[0] == 400
    assert _not_solved(client, kept.code, day, "guessed")[0] == 401
    assert _not_solved(client, grouped(kept.code), day, token) == (200, {"result": "reopened"})
    assert _not_solved(client, kept.code, day, token) == (200, {"result": "known"})
    tell_it(kept, Status.PLANNED, planned_for=date(2026, 12, 1))
    assert _not_solved(client, kept.code, day, token) == (200, {"result": "known"})
    assert kept.changes.filter(source=StatusChange.Source.VISITOR).count() == 1
    tell_it(kept, Status.CANNOT)
    status, said = _not_solved(client, kept.code, day, token)
    assert (status, list(said)) == (409, ["error"])


@pytest.mark.parametrize("said", ["", "{", "[]", '"2026-11-22"', {}, {"day": "gisteren Jo"}])
def test_what_a_kiosk_cannot_have_meant_is_refused_without_quoting_it(
    take_in: TakeIn, client: Client, said: Any
) -> None:
    kept = tell_it(take_in(street_light()), Status.DONE)
    status, answer = _not_solved(client, kept.code, said, Kiosk.objects.enrol("ZUIL-2"))
    assert (status, list(answer)) == (422, ["error"])
    assert "Jo" not in answer["error"]


def test_of_several_on_one_day_a_kiosk_reopens_the_one_that_is_done(
    take_in: TakeIn, client: Client
) -> None:
    shared = code()
    waiting = take_in(street_light(code=shared))
    done = tell_it(take_in(street_light(code=shared)), Status.DONE)
    day = {"day": timezone.localdate().isoformat()}
    token = Kiosk.objects.enrol("ZUIL-2")
    assert _not_solved(client, shared, day, token) == (200, {"result": "reopened"})
    waiting.refresh_from_db()
    done.refresh_from_db()
    assert (waiting.status, done.status) == ("received", "in_progress")
