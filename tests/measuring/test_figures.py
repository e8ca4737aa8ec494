"""Where people get stuck, whether a change helped, and nothing about anybody."""

import csv
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from config.bundle import FACTORY
from desk.access.models import Deed
from desk.fleet.models import Kiosk
from desk.intake.models import Status, Submission
from desk.measuring.comparing import compare, periods
from desk.measuring.figures import Asked, by_kiosk, flow, glance
from desk.measuring.models import Effort, StepNote
from desk.measuring.outcomes import months_of, spots, waited
from desk.publishing.drafts import read_folder
from desk.publishing.models import Publication, PublicationState, Release, Ring
from kiosk.core.counting import What
from tests.measuring.conftest import counted, row

STEPS = ("wat", "welke", "waar", "vertel")


def today() -> Any:
    return timezone.localdate()


def last_month() -> Asked:
    return Asked(today() - timedelta(days=30), today())


def some_visits(kiosk: Kiosk, days_ago: int, stopped: int, release: int = 1) -> None:
    """A hundred who begin a report; `stopped` of them leave at the question where it is."""
    counted(
        kiosk,
        [
            row("visit", 100, flow="", seconds=90),
            row("step", 100, step="wat", seconds=8),
            row("step", 100, step="waar", seconds=20),
            row("abandoned", stopped, step="waar"),
            row("help", 12, step="waar"),
            row("back", 3, step="waar"),
            row("step", 100 - stopped, step="check", seconds=10),
            row("completed", 100 - stopped, seconds=60),
        ],
        days_ago,
        release,
    )


def test_the_step_where_most_people_leave_stands_out(town: Kiosk) -> None:
    some_visits(town, 1, stopped=30)
    found = flow(last_month(), "melding", STEPS)
    assert (found.begun, found.completed, found.abandoned) == (100, 70, 30)
    assert [step.step for step in found.steps] == ["wat", "waar", "check"]
    assert found.stuck is not None
    assert found.stuck.step == "waar"
    assert found.stuck.seconds == pytest.approx(20)
    assert found.took.value == pytest.approx(60)


ENDED: tuple[What, ...] = ("completed", "visit")


def test_forms_are_divided_by_language_way_of_using_and_kiosk(town: Kiosk) -> None:
    other = Kiosk.objects.create(name="zuil-2", token_digest="two")
    # A visit is no form that was begun.
    arabic = [row(what, 6, language="ar", mode="keys") for what in ENDED]
    counted(town, [row("completed", 4), row("abandoned", 1), row("step", 9, step="wat"), *arabic])
    counted(other, [row("completed", 20)], days_ago=3)
    found = glance(last_month(), {"melding": ()})
    assert list(found.languages.items()) == [("nl", (24, 25)), ("ar", (6, 6))]
    assert list(found.modes.items()) == [("touch", (24, 25)), ("keys", (6, 6))]
    assert list(by_kiosk(last_month()).items()) == [("zuil-2", (20, 20)), ("zuil-1", (10, 11))]


def test_what_is_asked_narrows_what_is_counted(town: Kiosk) -> None:
    other = Kiosk.objects.create(name="zuil-2", token_digest="two")
    counted(town, [row("completed", 10), row("completed", 6, language="ar", mode="keys")])
    counted(other, [row("completed", 20)], days_ago=3)
    days = {"first": today() - timedelta(days=30), "last": today()}

    def number(**more: Any) -> int:
        return sum(each.completed for each in glance(Asked(**days, **more), {"melding": ()}).flows)

    assert number() == 36
    assert number(kiosk="zuil-2") == 20
    assert number(language="ar") == 6
    assert number(mode="keys") == 6
    yesterday = today() - timedelta(days=2)
    assert flow(Asked(yesterday, today()), "melding", ()).completed == 16


def test_a_change_that_helped_is_told_from_luck(town: Kiosk) -> None:
    for days_ago in range(11, 21):
        some_visits(town, days_ago, stopped=30)
    for days_ago in range(1, 10):
        some_visits(town, days_ago, stopped=15, release=2)
    changed = today() - timedelta(days=10)
    two = periods(last_month(), changed, 28, today())
    assert two is not None
    assert two[0].days == two[1].days == 9
    found = compare(*two, "melding", STEPS)
    completed, seconds = found.differences
    assert completed.verdict == "better"
    assert completed.rose is not None
    assert completed.rose.low < 0.15 < completed.rose.high
    assert seconds.verdict == "unclear"
    (where,) = [each for each in found.steps if each.step == "waar"]
    assert [each.verdict for each in where.differences][:2] == ["better", "unclear"]


def test_of_few_visits_nothing_is_said(town: Kiosk) -> None:
    counted(town, [row("completed", 2), row("abandoned", 8, step="wat")], days_ago=11)
    counted(town, [row("completed", 9), row("abandoned", 1, step="wat")], days_ago=9)
    two = periods(last_month(), today() - timedelta(days=10), 7, today())
    assert two is not None
    assert {each.verdict for each in compare(*two, "melding", STEPS).differences} == {"too-few"}


def test_the_day_of_the_change_belongs_to_neither_side() -> None:
    assert periods(last_month(), today(), 7, today()) is None
    assert periods(last_month(), today() - timedelta(days=1), 7, today()) is None


def report(kiosk: Kiosk, number: int, **more: Any) -> None:
    Submission.objects.bulk_create(
        Submission(
            id=f"00000000-0000-4000-8000-{Submission.objects.count() + index:012d}",
            code=f"{index:012d}",
            kiosk=kiosk,
            flow="melding",
            title="Melding",
            category="Straatlantaarn brandt niet",
            category_key="verlichting/lamp-uit",
            language="nl",
            raw="{}",
            **({"postcode": "7511AB"} | more),
        )
        for index in range(number)
    )


def test_few_reports_in_a_street_are_not_shown(town: Kiosk) -> None:
    report(town, 7)
    report(town, 4, postcode="7522CD")
    found = spots(last_month())
    assert [(spot.postcode, spot.total) for spot in found] == [("7511", 7)]


def test_a_month_with_few_is_left_open(town: Kiosk) -> None:
    report(town, 6)
    report(town, 2, received_at=timezone.now() - timedelta(days=40))
    asked = Asked(today() - timedelta(days=70), today())
    (spot,) = spots(asked)
    assert sorted(month or -1 for month in spot.months if month != 0)[:1] == [-1]
    assert 6 in spot.months
    assert len(spot.months) == len(months_of(asked))


def test_how_long_answers_take_is_reckoned_from_answers(town: Kiosk) -> None:
    now = timezone.now()
    for days in range(1, 11):
        report(
            town,
            1,
            received_at=now - timedelta(days=20),
            answered_at=now - timedelta(days=20 - days),
            status=Status.DONE,
            due=timezone.localdate(now - timedelta(days=12)),
        )
    report(town, 3, received_at=now - timedelta(days=20), due=(now + timedelta(days=5)).date())
    (found,) = waited(last_month())
    assert (found.received, found.answered) == (13, 10)
    assert found.median_days == pytest.approx(5.5, abs=0.01)
    assert found.ninth_days == pytest.approx(9, abs=0.01)
    assert found.late == 2


def test_the_pages_show_it_in_words(analyst: Client, town: Kiosk) -> None:
    some_visits(town, 1, stopped=30)
    page = analyst.get("/cijfers/").content.decode()
    assert "70 %" in page
    assert "60 tot 78 %" in page
    steps = analyst.get("/cijfers/formulier/melding/").content.decode()
    assert "Hier stoppen de meeste mensen" in steps
    assert "minder dan 5" in steps


def test_a_file_for_a_spreadsheet_says_the_same(analyst: Client, town: Kiosk) -> None:
    some_visits(town, 1, stopped=30)
    text = analyst.get("/cijfers/formulier/melding/?vorm=csv").content.decode("utf-8-sig")
    head, *rows = csv.reader(StringIO(text), delimiter=";")
    found = {each[0]: dict(zip(head, each, strict=False)) for each in rows}
    where = next(each for name, each in found.items() if each["Gestopt"] == "30")
    assert (where["Geweest"], where["Hulp"], where["Terug"]) == ("100", "12", "minder dan 5")


def test_notes_keep_who_and_why(analyst: Client, town: Kiosk) -> None:
    analyst.post(
        "/cijfers/formulier/melding/notitie/", {"step": "waar", "text": "<b>Andere vraag</b>"}
    )
    (note,) = StepNote.objects.all()
    assert (note.step, note.who_named) == ("waar", "anna")
    page = analyst.get("/cijfers/formulier/melding/").content.decode()
    assert "&lt;b&gt;Andere vraag" in page
    assert Deed.objects.filter(what="figures.note", about="melding waar").exists()


@pytest.mark.parametrize("release", ["9" * 30, "-1", "x", ""])
def test_a_note_about_a_release_that_cannot_be_is_kept_without_it(
    analyst: Client, town: Kiosk, release: str
) -> None:
    analyst.post("/cijfers/formulier/melding/notitie/", {"text": "Korter", "release": release})
    assert StepNote.objects.get().release is None


def test_hours_saved_come_from_what_staff_say(analyst: Client, town: Kiosk) -> None:
    some_visits(town, 1, stopped=40)
    assert "Vul eerst in" in analyst.get("/cijfers/").content.decode()
    analyst.post("/cijfers/moeite/", {"phone-melding": "12,5", "kiosk-melding": "2,5"})
    assert Effort.objects.get().by_telephone == 12.5
    assert analyst.get("/cijfers/").context["hours"] == pytest.approx(10)
    refused = analyst.post("/cijfers/moeite/", {"phone-melding": "veel", "kiosk-melding": "1"})
    assert refused.status_code == 422


def test_a_publication_can_be_chosen_to_compare(analyst: Client, town: Kiosk) -> None:
    some_visits(town, 9, stopped=30)
    some_visits(town, 7, stopped=10)
    release = Release.objects.create(number=4, files=read_folder(FACTORY), version="x")
    published = Publication.objects.create(
        release=release,
        ring=Ring.ALL,
        state=PublicationState.PUBLISHED,
        published_at=timezone.now() - timedelta(days=8),
        why="Vraag korter",
    )
    page = analyst.get(
        "/cijfers/formulier/melding/vergelijken/", {"uitgave": str(published.pk), "dagen": "7"}
    ).content.decode()
    assert "Vraag korter" in page
    assert "Beter" in page


@pytest.mark.parametrize("address", ["", "plekken/", "antwoorden/", "moeite/", "formulier/klacht/"])
def test_who_may_not_see_figures_sees_none(client: Client, town: Kiosk, address: str) -> None:
    client.force_login(User.objects.create_user("kees", password="goed-geheim-1", is_staff=True))
    assert client.get(f"/cijfers/{address}").status_code == 403


@pytest.mark.parametrize(
    "query", ["van=x&tot=y", "van=2026-12-01&tot=2020-01-01", "taal=<script>&hoe=x&zuil=%00", ""]
)
def test_a_strange_question_is_answered_all_the_same(
    analyst: Client, town: Kiosk, query: str
) -> None:
    for address in ("", "plekken/", "antwoorden/", "formulier/melding/"):
        answer = analyst.get(f"/cijfers/{address}?{query}")
        assert answer.status_code == 200
        assert "<script>" not in answer.content.decode()
