"""What a back-office says of a report, as the visitor hears it: read there, or pushed to us."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from desk.backoffices import registry
from desk.backoffices.contract import News, NoNews
from desk.backoffices.models import Handover
from desk.backoffices.news import NOT_SHOWN, claim_polls, hear, look
from desk.backoffices.registry import BackOffice
from desk.intake.models import Status, StatusChange, Submission
from tests.backoffices.relaying import notes, waiting
from tests.backoffices.samples import write_backoffices
from tests.backoffices.test_contract import WORLDS, relaying, settings_of
from tests.desk.conftest import TakeIn
from tests.desk.samples import NAME, street_light

EVERY_S = 900.0


def arrived(take_in: TakeIn) -> Handover:
    handover = waiting(take_in(street_light()))
    handover.state, handover.next_try = Handover.State.ARRIVED, None
    handover.poll_at = timezone.now()
    handover.save()
    return handover


def news(status: Status | None, text: str = "", **more: Any) -> News:
    version = more.pop("version", f"{status} {text} {more}")
    return News(their_status="x", status=status, version=version, text=text, **more)


def now_told(handover: Handover) -> tuple[str, str]:
    kept = Submission.objects.get(pk=handover.submission_id)
    return kept.status, kept.sentence


def test_their_status_and_public_text_become_the_visitors(take_in: TakeIn) -> None:
    handover = arrived(take_in)
    hear(handover, news(Status.DONE, "De lamp brandt weer."), every_s=EVERY_S)
    assert now_told(handover) == ("done", "De lamp brandt weer.")
    change = StatusChange.objects.get(submission=handover.submission_id)
    assert (change.source, change.via, change.by) == ("backoffice", "straat", None)


def test_hearing_it_again_changes_nothing(take_in: TakeIn) -> None:
    handover = arrived(take_in)
    for _ in range(3):
        hear(handover, news(Status.DONE, "Klaar."), every_s=EVERY_S)
    assert StatusChange.objects.filter(submission=handover.submission_id).count() == 1


def test_what_staff_wrote_here_stays_until_there_is_news(take_in: TakeIn) -> None:
    handover = arrived(take_in)
    hear(handover, news(Status.IN_PROGRESS), every_s=EVERY_S)
    Submission.objects.filter(pk=handover.submission_id).update(status="done", sentence="Klaar.")
    hear(handover, news(Status.IN_PROGRESS), every_s=EVERY_S)
    assert now_told(handover) == ("done", "Klaar.")
    hear(handover, news(Status.IN_PROGRESS, "Toch nog niet."), every_s=EVERY_S)
    assert now_told(handover) == ("in_progress", "Toch nog niet.")


def test_it_may_go_backwards(take_in: TakeIn) -> None:
    handover = arrived(take_in)
    hear(handover, news(Status.DONE, "Klaar."), every_s=EVERY_S)
    assert Submission.objects.get(pk=handover.submission_id).answered_at is not None
    hear(handover, news(Status.IN_PROGRESS), every_s=EVERY_S)
    assert now_told(handover)[0] == "in_progress"
    assert Submission.objects.get(pk=handover.submission_id).answered_at is None


def test_what_is_open_again_over_there_is_looked_at_again(take_in: TakeIn) -> None:
    handover = arrived(take_in)
    hear(handover, news(Status.RECEIVED), every_s=EVERY_S)
    assert now_told(handover) == ("received", "")
    hear(handover, news(Status.DONE, "Klaar."), every_s=EVERY_S)
    hear(handover, news(Status.RECEIVED, version="open again"), every_s=EVERY_S)
    assert now_told(handover) == ("in_progress", "")


def test_a_day_and_another_organisation_come_along(take_in: TakeIn) -> None:
    handover = arrived(take_in)
    day = date(2026, 12, 4)
    hear(handover, news(Status.PLANNED, planned_for=day), every_s=EVERY_S)
    assert Submission.objects.get(pk=handover.submission_id).planned_for == day
    hear(handover, news(Status.FORWARDED, organisation="Waterschap"), every_s=EVERY_S)
    kept = Submission.objects.get(pk=handover.submission_id)
    assert (kept.organisation, kept.planned_for) == ("Waterschap", None)


def test_a_text_with_the_visitor_in_it_is_not_public(take_in: TakeIn) -> None:
    handover = arrived(take_in)
    hear(handover, news(Status.DONE, f"Beste mevrouw {NAME}, klaar."), every_s=EVERY_S)
    assert now_told(handover) == ("done", "")
    assert notes(handover) == [NOT_SHOWN]


def test_a_status_that_we_do_not_know_is_for_staff(take_in: TakeIn) -> None:
    handover = arrived(take_in)
    hear(handover, news(None), every_s=EVERY_S)
    assert now_told(handover)[0] == "received"
    assert "Wij weten niet wat dat" in notes(handover)[0]


def test_what_is_over_is_looked_at_seldom_and_at_last_never(take_in: TakeIn) -> None:
    handover = arrived(take_in)
    hear(handover, news(Status.IN_PROGRESS), every_s=EVERY_S)
    soon = Handover.objects.get(pk=handover.pk).poll_at
    hear(handover, news(Status.DONE), every_s=EVERY_S)
    seldom = Handover.objects.get(pk=handover.pk).poll_at
    assert soon is not None
    assert seldom is not None
    assert seldom - soon > timedelta(hours=20)
    long_ago = timezone.now() - timedelta(days=70)
    hear(handover, news(Status.DONE, changed_at=long_ago), every_s=EVERY_S)
    assert Handover.objects.get(pk=handover.pk).poll_at is None


class _Silent:
    def __init__(self, *, gone: bool) -> None:
        self._gone = gone

    def news(self, asked: list[Any]) -> list[NoNews]:
        return [NoNews("weg", gone=self._gone) for _ in asked]


@pytest.mark.parametrize("gone", [True, False])
def test_no_news_is_asked_for_again_unless_it_is_gone(take_in: TakeIn, *, gone: bool) -> None:
    handover = arrived(take_in)
    silent = BackOffice("straat", settings_of(WORLDS["mor"]()), _Silent(gone=gone))  # type: ignore[arg-type]
    due = claim_polls("straat", timezone.now())
    assert [each.pk for each in due] == [handover.pk]
    assert claim_polls("straat", timezone.now()) == []
    look(silent, due)
    kept = Handover.objects.get(pk=handover.pk)
    assert (kept.poll_at is None, kept.ask_failures) == (gone, 1)
    assert bool(notes(handover)) == gone


@pytest.mark.parametrize("name", ["mor", "topdesk", "open311-mysociety", "open311-plain"])
def test_a_back_office_that_calls_us_is_heard(
    name: str, take_in: TakeIn, live_server: Any, settings: Any
) -> None:
    settings.URL = live_server.url
    with WORLDS[name]() as world:
        if hasattr(world.fake, "applications"):
            world.fake.applications.add(live_server.url)
        handover = waiting(take_in(street_light()), world.target)
        relay = relaying(world)
        relay.to_the_end(handover)
        settings.BACKOFFICES = write_backoffices(
            settings.STATE / "backoffices.yaml", straat=world.settings_lines()
        )
        reference = handover.submission.pk.hex
        answer = world.pushes(
            f"{live_server.url}/api/terug/straat/", reference, "done", "De lamp brandt weer."
        )
        assert answer.ok, answer.text
        kept = Handover.objects.get(pk=handover.pk)
        if now_told(kept)[0] != "done":  # it is to be read there, and at once
            assert kept.poll_at is not None
            assert kept.poll_at <= timezone.now()
            look(registry.cached()["straat"], claim_polls("straat", timezone.now()))
        status, sentence = now_told(kept)
        assert status == "done"
        assert sentence == "De lamp brandt weer."


@pytest.mark.parametrize(
    "path", ["/api/terug/straat/anything/", "/api/terug/nobody/", "/api-token-auth/"]
)
def test_whoever_is_not_that_back_office_hears_nothing(
    own_state: Any, db: None, client: Client, settings: Any, path: str
) -> None:
    with WORLDS["mor"]() as world:
        settings.BACKOFFICES = write_backoffices(
            own_state / "backoffices.yaml", straat=world.settings_lines()
        )
        answer = client.post(path, b'{"username": "x", "password": "y"}', "application/json")
        assert (answer.status_code, answer.json()) == (403, {"error": "This is not for us."})
        for _ in range(29):
            client.post(path, b"{}", "application/json")
        assert client.post(path, b"{}", "application/json").status_code == 429
