"""Erasing what a visitor told: what goes, what stays, what waits."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.utils import timezone

from desk.answers.models import Channel, Notice
from desk.answers.telling import Told, tell
from desk.backoffices.models import Handover
from desk.contractors.models import Contractor, Job
from desk.fleet.models import Kiosk
from desk.intake.models import (
    Aside,
    ContactReading,
    Picture,
    SearchText,
    Status,
    StatusChange,
    Submission,
)
from desk.intake.sealing import seal_for_ourselves
from desk.personal.erasing import erase_due, erase_on_request, without_the_visitor
from kiosk.core import submission as core
from tests.desk.conftest import TakeIn
from tests.desk.samples import NAME, PHONE, WORDS, spoken, street_light, wav

IN_31_DAYS = timedelta(days=31)
SOUND = wav(1)
PRIVATE = (
    PHONE,
    NAME,
    "Verhoeven",
    "drie weken",
    "Dorpsweg",
    "7512CD",
    "Gebeld met Jo",
    "zoon Piet",
)


def told_all(**changes: Any) -> dict[str, Any]:
    content = spoken(SOUND, words=WORDS, language="nl", **changes)
    content["contact"] |= {"street": "Dorpsweg", "house_number": "3", "postcode": "7512CD"}
    return content


def answered(kept: Submission) -> Submission:
    """Arrived, answered and told: with everything that the desk may hold of it."""
    user = User.objects.get_or_create(username="collega")[0]
    change = tell(
        kept.pk,
        Told(Status.DONE, "De lamp brandt weer."),
        source=StatusChange.Source.STAFF,
        note="zoon Piet belde",
    )
    assert change
    Handover.objects.create(
        submission=kept, backoffice="signalen", number="SIG-11", state=Handover.State.ARRIVED
    )
    Notice.objects.filter(submission=kept).delete()
    Notice.objects.create(
        submission=kept, change=change, chosen=Channel.PHONE, channel=Channel.PHONE,
        status=Status.DONE, language="nl", state=Notice.State.DONE,
        text=f"Bel {NAME}", outcome="Gebeld met Jo",
    )  # fmt: skip
    Picture.objects.create(
        submission=kept, media_type="image/png", digest="x", sealed=seal_for_ourselves(b"PNG!")
    )
    ContactReading.objects.create(submission=kept, by=user, why="Bellen")
    firm = Contractor.objects.get_or_create(user=user, firm="De Lamp")[0]
    Job.objects.create(submission=kept, contractor=firm, note="zoon Piet deed open")
    Submission.objects.filter(pk=kept.pk).update(routed=True)
    kept.refresh_from_db()
    return kept


def _rows(kept: Submission) -> str:
    """All that stands in rows of a submission, as one text."""
    rows = [
        *Submission.objects.filter(pk=kept.pk).values(),
        *kept.changes.values(), *kept.notices.values(), *kept.handovers.values(),
        *SearchText.objects.filter(submission=kept).values(), *Job.objects.values(),
    ]  # fmt: skip
    return str(rows)


def test_thirty_days_after_the_answer_the_visitor_is_erased(
    take_in: TakeIn, client: Client
) -> None:
    kept = answered(take_in(told_all()))
    assert [each for each in PRIVATE if each not in _rows(kept)] == []
    assert kept.answered_at
    assert erase_due(kept.answered_at + timedelta(days=30, seconds=-1)) == 0
    now = kept.answered_at + timedelta(days=30)
    assert erase_due(now) == 1
    assert [each for each in PRIVATE if each in _rows(kept)] == []
    kept = Submission.objects.get(pk=kept.pk)
    assert kept.erased_at == now
    assert (kept.spoken.count(), kept.pictures.count()) == (0, 0)
    assert [(each.text, each.outcome) for each in kept.notices.all()] == [("", "")]
    assert erase_due(now + IN_31_DAYS) == 0


def test_what_was_chosen_the_place_and_the_public_history_stay(
    take_in: TakeIn, client: Client
) -> None:
    kept = answered(take_in(told_all()))
    erase_due(timezone.now() + IN_31_DAYS)
    kept = Submission.objects.get(pk=kept.pk)
    answers = {each.step: each.shown for each in kept.content.answers}
    assert answers == {
        "wat": "Straat en verlichting", "welke": "Straatlamp", "vertel": "", "telefoon": "",
    }  # fmt: skip
    assert kept.content.category
    assert kept.content.location
    assert (kept.content.location.label, kept.place) == ("Marktstraat 12", "Marktstraat 12")
    assert kept.content.contact == core.Contact(channel="none")
    assert [each.sentence for each in kept.changes.all()] == ["De lamp brandt weer."]
    assert [each.why for each in kept.readings.all()] == ["Bellen"]
    found = SearchText.objects.get(submission=kept).text
    assert found == f"melding kapotte straatlamp marktstraat 12 {kept.code} sig-11"
    page = client.get(f"/volg/{kept.code}").content.decode()
    assert "De lamp brandt weer." in page
    assert client.get(f"/api/status/{kept.code}").json()["reports"][0]["status"] == "done"


def test_handing_in_again_what_was_erased_brings_nothing_back(take_in: TakeIn) -> None:
    content = told_all()
    kept = answered(take_in(content))
    erase_due(timezone.now() + IN_31_DAYS)
    with pytest.raises(AssertionError, match="Known"):
        take_in(content)
    assert not Aside.objects.exists()
    assert PHONE not in Submission.objects.get(pk=kept.pk).raw


def _open_again(kept: Submission) -> None:
    tell(kept.pk, Told(Status.IN_PROGRESS), source=StatusChange.Source.VISITOR)


def test_what_is_open_again_is_not_erased(take_in: TakeIn) -> None:
    kept = answered(take_in(told_all()))
    _open_again(kept)
    assert erase_due(timezone.now() + IN_31_DAYS) == 0
    assert PHONE in Submission.objects.get(pk=kept.pk).raw


@pytest.mark.parametrize(
    ("rows", "waiting"),
    [
        (Submission, {"routed": False}),
        (Handover, {"state": "waiting"}),
        (Handover, {"state": "unsure"}),
        (Handover, {"state": "refused"}),
        (Notice, {"state": "waiting"}),
        (Notice, {"state": "to_do"}),
    ],
)
def test_what_waits_is_not_erased(
    take_in: TakeIn, rows: type[Model], waiting: dict[str, Any]
) -> None:
    kept = answered(take_in(told_all()))
    rows._default_manager.update(**waiting)
    assert erase_due(timezone.now() + IN_31_DAYS) == 0
    assert PHONE in Submission.objects.get(pk=kept.pk).raw


@pytest.mark.parametrize(
    ("rows", "settled"),
    [
        (Handover, {"state": "unrouted"}),  # staff answered it themselves
        (Handover, {"state": "waiting", "current": False}),
        (Notice, {"state": "superseded"}),
    ],
)
def test_what_waits_for_nobody_is_erased(
    take_in: TakeIn, rows: type[Model], settled: dict[str, Any]
) -> None:
    answered(take_in(told_all()))
    rows._default_manager.update(**settled)
    assert erase_due(timezone.now() + IN_31_DAYS) == 1


def test_what_was_reopened_after_that_is_erased_again(take_in: TakeIn) -> None:
    kept = answered(take_in(told_all()))
    Submission.objects.update(answered_at=timezone.now() - IN_31_DAYS)
    assert erase_due(timezone.now()) == 1
    _open_again(kept)
    tell(kept.pk, Told(Status.DONE), source=StatusChange.Source.CONTRACTOR, note="zoon Piet")
    assert erase_due(timezone.now()) == 0
    assert erase_due(timezone.now() + IN_31_DAYS) == 1
    assert "zoon Piet" not in _rows(kept)


def test_at_most_so_many_at_a_time_the_oldest_first(take_in: TakeIn) -> None:
    made = [told_all() for _ in range(3)]
    for content in made:
        kept = take_in(content)
        tell(kept.pk, Told(Status.DONE), source=StatusChange.Source.STAFF)
    Submission.objects.update(routed=True)
    Notice.objects.all().delete()
    then = timezone.now() + IN_31_DAYS
    assert erase_due(then, most=2) == 2
    assert not Submission.objects.filter(erased_at=None).exclude(pk=made[2]["id"]).exists()
    assert [erase_due(then, most=2) for _ in range(2)] == [1, 0]


def set_aside(settled_at: datetime | None, content: dict[str, Any]) -> Aside:
    kiosk = Kiosk.objects.get_or_create(name="ZUIL-7", defaults={"token_digest": "7"})[0]
    sealed = seal_for_ourselves(json.dumps(content).encode())
    return Aside.objects.create(
        submission_id=content["id"], kiosk=kiosk, settled_at=settled_at,
        reason=Aside.Reason.CONFLICT, digest=content["id"], sealed=sealed,
    )  # fmt: skip


def test_what_was_set_aside_goes_as_long_after_staff_dealt_with_it(
    own_state: Any, db: None
) -> None:
    now = timezone.now()
    old = set_aside(now - timedelta(days=30), street_light())
    kept = {set_aside(now - timedelta(days=29), street_light()), set_aside(None, street_light())}
    Aside.objects.update(received_at=now - timedelta(days=300))
    user = User.objects.create_user("collega")
    ContactReading.objects.create(aside_number=old.pk, by=user, why="Bellen")
    assert erase_due(now) == 1
    assert set(Aside.objects.all()) == kept
    assert ContactReading.objects.get().aside_number == old.pk


HOME = {"street": "Dorpsweg", "house_number": "3", "postcode": "7512CD"}


@pytest.mark.parametrize(
    ("location", "category", "stays"),
    [
        ({"kind": "kiosk", "label": "Stadhuis"}, False, True),
        ({"kind": "place", "label": "Zwembad"}, False, True),
        ({"kind": "address", "label": "Marktstraat 12"}, True, True),
        ({"kind": "address", "label": "Marktstraat 12"}, False, False),
        ({"kind": "address", "label": "7512 CD 3"}, True, False),
        ({"kind": "address", "label": "dorpsweg 3"}, True, False),
        (
            {"kind": "address", "label": "Hoek", "street": "Dorpsweg", "house_number": "3"},
            True,
            False,
        ),
        (
            {"kind": "address", "label": "Hoek", "postcode": "7512 cd", "house_number": "3"},
            True,
            False,
        ),
        ({"kind": "address", "label": "Dorpsweg 30"}, True, True),
        ({"kind": "unknown", "label": "bij mij thuis"}, False, False),
        (None, True, False),
    ],
)
def test_a_public_place_stays_and_a_home_does_not(
    location: dict[str, str] | None, category: bool, stays: bool
) -> None:
    content = street_light(location=location, contact={"channel": "letter", **HOME})
    content |= {} if category else {"category": None}
    left = without_the_visitor(core.Submission.model_validate(content))
    assert (left.location is not None) == stays


def test_the_columns_of_a_home_address_go_with_it(take_in: TakeIn) -> None:
    kept = answered(take_in(told_all(category=None)))
    assert "Marktstraat" in _rows(kept).title()
    erase_due(timezone.now() + IN_31_DAYS)
    kept = Submission.objects.get(pk=kept.pk)
    left = (kept.place, kept.postcode, kept.latitude, kept.longitude)
    assert left == ("", "", None, None)
    assert "marktstraat" not in _rows(kept).casefold()


@pytest.mark.parametrize(
    ("value", "shown", "stays"),
    [
        ("weet-niet", "Weet ik niet", True),
        ("jan", "jan", False),
        ("Jan", "Jan ", False),
        ("7512CD", "7512 CD", False),
        ("", "Ingesproken: 12 seconden", False),
        ("dorpsweg", "Dorpsweg", False),
    ],
)
def test_only_choices_stay_among_the_answers(value: str, shown: str, stays: bool) -> None:
    answer = {"step": "x", "question": "Vraag?", "value": value, "shown": shown}
    content = street_light(answers=[answer], contact={"channel": "letter", "street": "Dorpsweg"})
    (left,) = without_the_visitor(core.Submission.model_validate(content)).answers
    assert (left.value, left.shown) == ((value, shown) if stays else ("", ""))


def test_on_request_it_is_erased_at_once_unless_it_is_on_its_way(take_in: TakeIn) -> None:
    kept = answered(take_in(told_all()))
    Handover.objects.update(state="waiting", leased_until=timezone.now())
    Notice.objects.update(state="to_do")
    assert erase_on_request(kept) is False
    assert PHONE in Submission.objects.get(pk=kept.pk).raw
    assert erase_on_request(kept, anyway=True) is True
    assert [each for each in PRIVATE if each in _rows(kept)] == []
    handover = Handover.objects.get()
    left = (handover.state, handover.next_try, handover.leased_until)
    assert left == ("withdrawn", None, None)
    assert "Op verzoek van de burger gewist" in handover.notes.get().what
    assert Notice.objects.get().state == "superseded"


def test_what_nobody_has_sorted_yet_is_on_its_way(take_in: TakeIn) -> None:
    kept = take_in(told_all())
    assert erase_on_request(kept) is False
    assert erase_on_request(kept, anyway=True) is True
    kept.refresh_from_db()
    assert (kept.routed, kept.status, kept.erased_at is None) == (True, "received", False)
