"""What waits for a person: it stands out in the inbox, says why, and can be settled."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from desk.backoffices.models import Beat, Handover, HandoverNote, Quiet
from desk.inbox import finding
from desk.intake.models import SearchText, StatusChange, Submission
from desk.intake.store import add_to_search
from desk.open311.models import App
from tests.desk.conftest import TakeIn, clerk_named
from tests.desk.handed import BEGUN, SECRET, backoffices, handed, in_hand, write_backoffices
from tests.desk.samples import appointment, street_light

__all__ = ["backoffices"]


def _found(staff: Client, **asked: str) -> list[UUID]:
    return [row.submission.pk for row in staff.get("/inbox/", asked).context["rows"]]


def _tabs(staff: Client) -> dict[str, int]:
    return {tab.label: tab.count for tab in staff.get("/inbox/").context["tabs"]}


def _late(submission: Submission, days: int = 1) -> Submission:
    due = timezone.localdate() - timedelta(days=days)
    Submission.objects.filter(pk=submission.pk).update(due=due)
    return submission


def _settle(staff: Client, submission: Submission, do: str, **said: str) -> str:
    """Press a button as the page has it; the page that comes after."""
    current = Handover.objects.filter(submission=submission, current=True).first()
    asked = {"do": do, "handover": str(current.pk) if current else ""} | said
    return staff.post(f"/inbox/{submission.pk}/zaaksysteem/", asked, follow=True).content.decode()


def test_late_ones_stand_on_top_of_the_inbox_the_longest_waiting_first(
    staff: Client, take_in: TakeIn
) -> None:
    later, late, new = (take_in(street_light()) for _ in range(3))
    _late(late, 1)
    _late(later, 9)
    newest = take_in(street_light())
    assert _found(staff) == [later.pk, late.pk, newest.pk, new.pk]
    assert _found(staff, status="received") == _found(staff)
    Submission.objects.filter(pk=later.pk).update(status="done")
    assert _found(staff)[0] == late.pk


def test_pages_count_through_from_the_late_ones_to_the_others(
    staff: Client, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk.inbox.listing.PER_PAGE", 2)
    kept = [take_in(street_light()) for _ in range(5)]
    for each in kept[:3]:
        _late(each)
    pages = [_found(staff, page=str(page)) for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [2, 2, 1]
    assert {pk for page in pages for pk in page} == {each.pk for each in kept}
    assert set(pages[0]) | {pages[1][0]} == {each.pk for each in kept[:3]}


def test_what_needs_attention_has_a_tab_and_says_why_in_words(
    staff: Client, take_in: TakeIn
) -> None:
    refused, unsure, unrouted, twice, unsolved, fine = (take_in(street_light()) for _ in range(6))
    handed(refused, "refused", problem="De categorie 'x' bestaat niet meer.")
    handed(unsure, "unsure", problem="Het is niet zeker.")
    handed(unrouted, "unrouted", backoffice="", problem="Er is geen route.")
    handed(twice, "arrived", maybe_twice=True)
    handed(fine, "arrived")
    Submission.objects.filter(pk=unsolved.pk).update(not_solved_at=timezone.now())
    late = _late(take_in(street_light()))
    waiting = {refused.pk, unsure.pk, unrouted.pk, twice.pk, unsolved.pk, late.pk}
    response = staff.get("/inbox/", {"status": "attention"})
    assert {row.submission.pk for row in response.context["rows"]} == waiting
    tabs = response.context["tabs"]
    assert (tabs[0].label, tabs[0].count) == ("Aandacht", 6)
    why = {row.submission.pk: [each.short for each in row.reasons]
           for row in response.context["rows"]}  # fmt: skip
    assert why == {
        refused.pk: ["Geweigerd"],
        unsure.pk: ["Niet zeker of het aankwam"],
        unrouted.pk: ["Geen route"],
        twice.pk: ["Staat er misschien dubbel"],
        unsolved.pk: ["Volgens de burger niet opgelost"],
        late.pk: [],
    }
    page = response.content.decode()
    assert "De categorie &#x27;x&#x27; bestaat niet meer." in page
    assert "Te laat:" in page


def test_without_anything_to_do_there_is_no_attention_tab(staff: Client, take_in: TakeIn) -> None:
    handed(take_in(street_light()), "arrived")
    assert "Aandacht" not in _tabs(staff)
    assert next(iter(_tabs(staff))) == "Alles"


def test_what_an_older_hand_over_went_through_is_no_reason_any_more(
    staff: Client, take_in: TakeIn
) -> None:
    kept = take_in(street_light())
    handed(kept, "refused", current=False)
    handed(kept, "arrived")
    assert "Aandacht" not in _tabs(staff)


def test_every_status_and_the_waiting_have_a_tab_with_a_count(
    staff: Client, take_in: TakeIn
) -> None:
    for status in ("received", "planned", "planned", "forwarded"):
        kept = take_in(street_light())
        Submission.objects.filter(pk=kept.pk).update(status=status)
    handed(kept, "waiting")
    assert _tabs(staff) == {
        "Alles": 4,
        "Ontvangen": 1,
        "In behandeling": 0,
        "Gepland": 2,
        "Klaar": 0,
        "Kan niet": 0,
        "Doorgestuurd": 1,
        "Te laat": 0,
        "Wacht op versturen": 1,
    }
    assert _found(staff, status="waiting") == [kept.pk]
    assert len(_found(staff, status="planned")) == 2


def test_it_is_found_by_any_number_by_place_and_by_subject(staff: Client, take_in: TakeIn) -> None:
    lamp, passport = take_in(street_light()), take_in(appointment())
    add_to_search(lamp, "M2611-004 A")
    assert _found(staff, code="m2611-004") == [lamp.pk]
    assert _found(staff, code="STRAATLAMP marktstraat") == [lamp.pk]
    assert _found(staff, code="marktstraat afspraak") == []
    assert _found(staff, code="afspraak") == [passport.pk]
    SearchText.objects.filter(pk=passport.pk).update(text="2026-118 100%")
    assert _found(staff, code="2026-118") == [passport.pk]
    assert _found(staff, code="100%") == [passport.pk]
    assert _found(staff, code="1_0%") == []


def test_of_a_word_that_is_everywhere_the_newest_are_shown_and_that_is_said(
    staff: Client, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "MOST_FOUND", 2)
    monkeypatch.setattr(finding, "NEWEST_FOUND", 2)
    _, second, third = (take_in(street_light()) for _ in range(3))
    response = staff.get("/inbox/", {"code": "straatlamp"})
    assert [row.submission.pk for row in response.context["rows"]] == [third.pk, second.pk]
    assert "Typ meer woorden" in response.content.decode()


def test_it_can_be_narrowed_down_to_one_app(staff: Client, take_in: TakeIn) -> None:
    _, by_app = take_in(street_light()), take_in(street_light())
    app = App.objects.create(name="BuitenBeter", key_digest="x")
    Submission.objects.filter(pk=by_app.pk).update(app=app, kiosk=None)
    assert _found(staff, kiosk="app:BuitenBeter") == [by_app.pk]
    assert _found(staff, kiosk="app:Anders") == []
    assert "BuitenBeter" in staff.get("/inbox/").content.decode()


def test_staff_see_that_no_relay_is_at_work_only_while_one_is_needed(
    staff: Client, take_in: TakeIn
) -> None:
    standing = "het programma dat verstuurt, staat stil"
    kept = take_in(street_light())
    assert standing not in staff.get("/inbox/").content.decode()
    handed(kept, "waiting")
    assert standing in staff.get("/inbox/").content.decode()
    beat = Beat.objects.create(relay="een")
    assert standing not in staff.get("/inbox/").content.decode()
    Beat.objects.filter(pk=beat.pk).update(at=timezone.now() - timedelta(minutes=2))
    assert standing in staff.get("/inbox/").content.decode()


def test_what_came_in_and_was_not_looked_at_needs_a_relay_where_there_are_back_offices(
    staff: Client, take_in: TakeIn, backoffices: Path
) -> None:
    take_in(street_light())
    assert "1 inzending wacht" in staff.get("/inbox/").content.decode()


def test_staff_see_which_back_office_is_left_alone_and_why(staff: Client) -> None:
    until = timezone.now() + timedelta(hours=1)
    Quiet.objects.create(backoffice="straat", until=until, why="Het systeem is buiten gebruik.")
    Quiet.objects.create(backoffice="brief", until=timezone.now() - timedelta(1), why="Voorbij.")
    page = staff.get("/inbox/").content.decode()
    assert "Het systeem is buiten gebruik." in page
    assert "Voorbij." not in page


BUTTONS = {
    "waiting": {"again", "here", "elsewhere"},
    "refused": {"again", "here", "elsewhere"},
    "unsure": {"again", "arrived", "here", "elsewhere"},
    "unrouted": {"here", "elsewhere"},
    "arrived": {"elsewhere"},
    "withdrawn": {"elsewhere"},
}


@pytest.mark.parametrize("state", BUTTONS)
def test_only_the_buttons_that_fit_are_shown(
    staff: Client, take_in: TakeIn, backoffices: Path, state: str
) -> None:
    kept = take_in(street_light())
    handover = handed(kept, state, journal={"report": BEGUN} if state == "unsure" else {})
    page = staff.get(f"/inbox/{kept.pk}/").content.decode()
    assert set(re.findall(r'name="do" value="(\w+)"', page)) == BUTTONS[state]
    looked = 'name="looked"' in page
    assert looked == (state in {"unsure", "arrived"})
    Handover.objects.filter(pk=handover.pk).update(leased_until=in_hand())
    page = staff.get(f"/inbox/{kept.pk}/").content.decode()
    assert 'name="do"' not in page
    assert "op dit moment verstuurd" in page


def test_each_button_settles_it_and_says_so(
    staff: Client, take_in: TakeIn, backoffices: Path
) -> None:
    again, arrived, twice, here, other = (take_in(street_light()) for _ in range(5))
    handed(again, "refused")
    handed(arrived, "unsure", journal={"report": BEGUN})
    handed(twice, "arrived", maybe_twice=True)
    handed(here, "unrouted")
    handed(other, "arrived")
    assert "zodra dat kan" in _settle(staff, again, "again")
    assert "staat nu als aangekomen" in _settle(staff, arrived, "arrived", number="M1")
    assert "niet meer als dubbel" in _settle(staff, twice, "once")
    assert "handelt het hier af" in _settle(staff, here, "here")
    assert "Kijk daar eerst" in _settle(staff, other, "elsewhere", backoffice="brief")
    said = {"backoffice": "brief", "target": "a/b", "looked": "yes"}
    assert "het andere zaaksysteem" in _settle(staff, other, "elsewhere", **said)
    states = Handover.objects.filter(current=True).values_list("submission", "state")
    assert dict(states) == {
        again.pk: "waiting",
        arrived.pk: "arrived",
        twice.pk: "arrived",
        here.pk: "withdrawn",
        other.pk: "waiting",
    }
    assert "Aandacht" not in _tabs(staff)


def test_who_comes_second_changes_nothing(
    staff: Client, take_in: TakeIn, backoffices: Path
) -> None:
    kept = take_in(street_light())
    stale = handed(kept, "refused")
    _settle(staff, kept, "elsewhere", backoffice="brief")
    asked = {"do": "elsewhere", "handover": str(stale.pk), "backoffice": "straat"}
    page = staff.post(f"/inbox/{kept.pk}/zaaksysteem/", asked, follow=True).content.decode()
    assert "er is intussen iets veranderd" in page
    assert Handover.objects.get(current=True).backoffice == "brief"
    asked = {"do": "niets", "handover": ""}
    assert staff.post(f"/inbox/{kept.pk}/zaaksysteem/", asked).status_code == 302


def test_a_forged_button_is_refused(own_state: Path, take_in: TakeIn, db: None) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(clerk_named("beheer"))
    kept = take_in(street_light())
    handover = handed(kept, "refused")
    asked = {"do": "here", "handover": str(handover.pk)}
    assert client.post(f"/inbox/{kept.pk}/zaaksysteem/", asked).status_code == 403
    assert Handover.objects.get().state == "refused"


def test_a_wrong_file_of_back_offices_is_a_sentence_without_its_secrets(
    staff: Client, take_in: TakeIn, settings: Any, own_state: Path
) -> None:
    wrong = {"straat": {"kind": "topdesk", "url": "nergens", "login": "a", "password": SECRET}}
    settings.BACKOFFICES = write_backoffices(own_state, wrong)
    kept = take_in(street_light())
    handed(kept, "unsure", journal={"report": BEGUN})
    for page in (
        staff.get(f"/inbox/{kept.pk}/").content.decode(),
        _settle(staff, kept, "arrived", number="M1"),
        _settle(staff, kept, "elsewhere", backoffice="brief", looked="yes"),
    ):
        assert "backoffices.yaml kan niet worden gebruikt" in page
        assert SECRET not in page
    assert Handover.objects.get().state == "unsure"


def test_the_history_tells_who_did_what_from_the_first_to_the_last(
    staff: Client, take_in: TakeIn
) -> None:
    kept = take_in(street_light())
    first = handed(kept, "withdrawn", current=False, backoffice="brief")
    second = handed(kept, "arrived")
    start = timezone.now()

    def at(minute: int) -> Any:
        return start + timedelta(minutes=minute)

    by = User.objects.get(username="beheer")
    HandoverNote.objects.create(handover=first, at=at(1), what="De categorie bestaat niet.")
    HandoverNote.objects.create(handover=first, at=at(2), by=by, what="Gaat naar straat.")
    HandoverNote.objects.create(handover=second, at=at(3), what="Aangekomen.")
    told = {"submission": kept, "status": "planned"}
    StatusChange.objects.create(
        at=at(4), source="backoffice", via="straat", planned_for=start.date(), **told
    )
    StatusChange.objects.create(at=at(5), source="contractor", by=by, note="Geen lamp", **told)
    StatusChange.objects.create(at=at(6), source="visitor", **told)
    StatusChange.objects.create(at=at(7), source="staff", by=by, sentence="Morgen.", **told)
    lines = staff.get(f"/inbox/{kept.pk}/").context["history"]
    assert [(line.what, line.who) for line in lines] == [
        ("Gepland", "beheer"),
        ("Gepland", "burger"),
        ("Gepland", "aannemer beheer"),
        ("Gepland", "zaaksysteem straat"),
        ("Zaaksysteem straat", "de desk"),
        ("Zaaksysteem brief", "beheer"),
        ("Zaaksysteem brief", "de desk"),
    ]
    assert lines[3].more == f"Gepland op {start:%d-%m-%Y}."


def test_the_planned_day_and_the_organisation_belong_to_their_status(
    staff: Client, take_in: TakeIn
) -> None:
    kept = take_in(street_light())

    def say(status: str) -> Submission:
        kept.refresh_from_db()
        said = {"status": status, "sentence": "Dank u wel.", "planned_for": "2027-01-05",
                "organisation": "Waterschap", "seen": kept.changed_at.isoformat()}  # fmt: skip
        assert staff.post(f"/inbox/{kept.pk}/", said).status_code == 302
        kept.refresh_from_db()
        return kept

    assert str(say("planned").planned_for) == "2027-01-05"
    assert kept.organisation == ""
    assert say("forwarded").organisation == "Waterschap"
    assert kept.planned_for is None
    assert say("done").organisation == ""


def test_a_day_that_is_none_and_an_organisation_with_the_visitors_name_are_refused(
    staff: Client, take_in: TakeIn
) -> None:
    kept = take_in(street_light())
    said = {"status": "planned", "planned_for": "morgen", "seen": kept.changed_at.isoformat()}
    response = staff.post(f"/inbox/{kept.pk}/", said)
    assert response.status_code == 422
    assert "Dit is geen dag" in response.content.decode()
    assert 'value="morgen"' in response.content.decode()
    said |= {"status": "forwarded", "organisation": "Buurman Verhoeven"}
    response = staff.post(f"/inbox/{kept.pk}/", said)
    assert "Hier staat de naam van de burger in" in response.content.decode()


def test_the_page_of_a_submission_begins_with_what_is_to_be_done(
    staff: Client, take_in: TakeIn
) -> None:
    kept = take_in(street_light())
    assert "Te doen:" not in staff.get(f"/inbox/{kept.pk}/").content.decode()
    handed(kept, "refused", problem="De categorie bestaat niet meer.")
    Submission.objects.filter(pk=kept.pk).update(not_solved_at=timezone.now())
    page = staff.get(f"/inbox/{kept.pk}/").content.decode()
    assert "Te doen: volgens de burger niet opgelost, geweigerd." in page
    assert page.index("De categorie bestaat niet meer.") < page.index("Hoe staat het ermee?")


def test_closing_it_with_a_public_text_settles_it(staff: Client, take_in: TakeIn) -> None:
    kept = take_in(street_light())
    handed(kept, "refused")
    said = {"status": "done", "sentence": "Gemaakt.", "seen": kept.changed_at.isoformat()}
    staff.post(f"/inbox/{kept.pk}/", said)
    assert Handover.objects.get().state == "withdrawn"
    assert "Aandacht" not in _tabs(staff)
