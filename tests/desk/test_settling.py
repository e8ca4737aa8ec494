"""What a person decides about a hand-over: what it changes, who did it, and when it may not."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from desk.backoffices import registry, settling
from desk.backoffices.journal import Journal, LostError
from desk.backoffices.models import Handover, Route
from desk.backoffices.settling import SettleError
from desk.intake.models import SearchText, Submission
from tests.desk.conftest import TakeIn
from tests.desk.handed import BEGUN, backoffices, handed, in_hand, notes, write_backoffices
from tests.desk.samples import street_light

__all__ = ["backoffices"]
State = Handover.State
DONE = {"begun": "2026-11-26T09:00:00+00:00", "done": {"id": "1"}}


@pytest.fixture
def by(db: None) -> User:
    return User.objects.create_user("anna", is_staff=True)


@pytest.fixture
def kept(take_in: TakeIn) -> Submission:
    return take_in(street_light())


@pytest.mark.parametrize("state", ["refused", "unsure"])
def test_sent_again_it_begins_anew_but_does_nothing_twice_that_is_certain(
    kept: Submission, by: User, state: str
) -> None:
    journal = {"report": DONE, "content": BEGUN, "file-1": BEGUN | {"left": True}}
    handover = handed(kept, state, journal=journal, begun=True, resends=1, tries=4, problem="Nee.")
    settling.send_again(handover, by)
    handover.refresh_from_db()
    assert handover.journal == {"report": DONE, "file-1": BEGUN | {"left": True}}
    assert (handover.state, handover.problem, handover.resends) == (State.WAITING, "", 0)
    assert handover.next_try
    assert handover.next_try <= timezone.now()
    assert notes(handover) == [("Opnieuw versturen.", "anna")]


@pytest.mark.parametrize(
    ("route", "journal", "target"),
    [
        (("straat", 1), {}, "nieuw"),
        (("straat", -1), {}, "lamp"),
        (("brief", 1), {}, "lamp"),
        (("straat", 1), {"report": DONE}, "lamp"),
    ],
)
def test_refused_for_its_target_it_goes_again_under_the_one_that_the_route_names_since(
    kept: Submission, by: User, route: tuple[str, int], journal: dict[str, Any], target: str
) -> None:
    backoffice, days_since = route
    handover = handed(kept, "refused", journal=journal)
    changed_at = handover.made_at + timedelta(days=days_since)
    Route.objects.create(
        flow="melding", backoffice=backoffice, target="nieuw", changed_at=changed_at
    )
    settling.send_again(handover, by)
    handover.refresh_from_db()
    assert handover.target == target
    assert ("'nieuw'" in notes(handover)[0][0]) == (target == "nieuw")


def test_what_only_waits_is_looked_up_as_always_when_it_is_sent_now(
    kept: Submission, by: User
) -> None:
    later = timezone.now() + timedelta(hours=1)
    journal = {"report": BEGUN | {"unclear": True}}
    handover = handed(kept, "waiting", journal=journal, begun=True, next_try=later)
    settling.send_again(handover, by)
    handover.refresh_from_db()
    assert handover.journal == journal
    assert handover.next_try
    assert handover.next_try <= timezone.now()


def test_what_arrived_is_found_and_followed_under_the_number_that_a_person_gives(
    kept: Submission, by: User, backoffices: Path
) -> None:
    handover = handed(kept, "unsure", journal={"report": BEGUN}, begun=True, problem="?")
    settling.did_arrive(handover, " M2611 004 ", by)
    handover.refresh_from_db()
    assert (handover.state, handover.number, handover.problem) == (
        State.ARRIVED,
        "M2611 004",
        "",
    )
    (done,) = [entry["done"] for entry in handover.journal.values()]
    assert done == {"number": "M2611 004"}
    assert handover.poll_at
    assert handover.arrived_at
    assert handover.next_try is None
    assert "m2611 004" in SearchText.objects.get(submission=kept).text
    assert notes(handover) == [("Het is wel aangekomen, onder nummer M2611 004.", "anna")]


def test_where_a_number_is_not_enough_to_follow_it_nobody_asks_for_news(
    kept: Submission, by: User, backoffices: Path
) -> None:
    handover = handed(kept, "unsure", backoffice="brief", begun=True)
    settling.did_arrive(handover, "SIG-7", by)
    handover.refresh_from_db()
    assert handover.poll_at is None
    assert handover.journal["report"]["done"] == {"number": "SIG-7"}


def test_without_a_number_it_stays_unsure(kept: Submission, by: User, backoffices: Path) -> None:
    handover = handed(kept, "unsure", begun=True)
    with pytest.raises(SettleError, match="Vul het nummer in"):
        settling.did_arrive(handover, "  ", by)
    assert Handover.objects.get().state == State.UNSURE


def test_seen_there_once_it_no_longer_counts_as_twice(kept: Submission, by: User) -> None:
    handover = handed(kept, "arrived", maybe_twice=True)
    settling.not_twice(handover, by)
    handover.refresh_from_db()
    assert (handover.maybe_twice, handover.state) == (False, State.ARRIVED)
    with pytest.raises(SettleError):
        settling.not_twice(handover, by)


@pytest.mark.parametrize("state", ["waiting", "refused", "unrouted"])
def test_elsewhere_closes_this_one_and_makes_another(
    kept: Submission, by: User, state: str
) -> None:
    old = handed(kept, state)
    settling.route_elsewhere(kept, "brief", " afval/grofvuil ", by, {"brief"})
    old.refresh_from_db()
    assert (old.current, old.state, old.next_try) == (False, State.WITHDRAWN, None)
    new = Handover.objects.get(current=True)
    assert (new.backoffice, new.target, new.state) == ("brief", "afval/grofvuil", State.WAITING)
    assert new.journal == {}
    assert notes(old) == [("Gaat naar brief.", "anna")]
    assert notes(new) == [("Van hier naar brief gestuurd.", "anna")]


@pytest.mark.parametrize("state", ["arrived", "unsure"])
def test_what_may_be_there_goes_elsewhere_only_when_somebody_looked(
    kept: Submission, by: User, state: str
) -> None:
    old = handed(kept, state, begun=True, poll_at=timezone.now())
    with pytest.raises(SettleError, match="Kijk daar eerst"):
        settling.route_elsewhere(kept, "brief", "", by, {"brief"})
    assert Handover.objects.get().current
    settling.route_elsewhere(kept, "brief", "", by, {"brief"}, looked=True)
    old.refresh_from_db()
    assert old.poll_at is None
    assert old.state == (State.ARRIVED if state == "arrived" else State.WITHDRAWN)


def test_what_the_relay_has_not_seen_yet_is_not_routed_a_second_time(
    kept: Submission, by: User
) -> None:
    settling.route_elsewhere(kept, "brief", "", by, {"brief"})
    kept.refresh_from_db()
    assert kept.routed


def test_an_unknown_back_office_is_refused(kept: Submission, by: User) -> None:
    handed(kept, "refused")
    with pytest.raises(SettleError, match="Dit zaaksysteem is er niet"):
        settling.route_elsewhere(kept, "weg", "", by, {"brief"})


def test_dealt_with_here_nothing_is_sent_any_more(kept: Submission, by: User) -> None:
    handover = handed(kept, "waiting", next_try=timezone.now())
    settling.deal_here(handover, by)
    handover.refresh_from_db()
    assert (handover.state, handover.next_try) == (State.WITHDRAWN, None)
    with pytest.raises(SettleError):
        settling.deal_here(handover, by)


def test_while_a_relay_has_it_in_hand_nobody_settles_it(
    kept: Submission, by: User, backoffices: Path
) -> None:
    handover = handed(
        kept, "waiting", journal={"report": BEGUN}, maybe_twice=True, leased_until=in_hand()
    )
    ways: list[Callable[[], None]] = [
        lambda: settling.send_again(handover, by),
        lambda: settling.did_arrive(handover, "1", by),
        lambda: settling.not_twice(handover, by),
        lambda: settling.deal_here(handover, by),
        lambda: settling.route_elsewhere(kept, "brief", "", by, {"brief"}, looked=True),
    ]
    for settle in ways:
        with pytest.raises(SettleError, match="op dit moment verstuurd"):
            settle()
    settling.closed(kept.pk, by)
    assert Handover.objects.get().state == State.WAITING
    assert notes(handover) == []


def test_a_relay_that_wakes_up_too_late_cannot_undo_what_was_settled(
    kept: Submission, by: User
) -> None:
    handover = handed(kept, "waiting", leased_until=timezone.now() - timedelta(seconds=1))
    journal = Journal(Handover.objects.get(), 60)
    settling.deal_here(handover, by)
    with pytest.raises(LostError):
        journal.end(timezone.now(), state=State.ARRIVED)


def test_what_was_erased_is_not_sent_again(kept: Submission, by: User) -> None:
    handover = handed(kept, "refused")
    Submission.objects.update(erased_at=timezone.now())
    with pytest.raises(SettleError, match="gewist"):
        settling.send_again(handover, by)
    with pytest.raises(SettleError, match="gewist"):
        settling.route_elsewhere(kept, "brief", "", by, {"brief"})


def test_with_the_answer_given_only_what_may_be_arriving_stays_open(
    take_in: TakeIn, by: User
) -> None:
    states: dict[str, dict[str, Any]] = {
        "refused": {}, "unrouted": {}, "unsure": {"journal": {"report": BEGUN}}, "waiting": {},
    }  # fmt: skip
    closed = [handed(take_in(street_light()), state, **more) for state, more in states.items()]
    looked_up = handed(take_in(street_light()), "waiting", journal={"report": BEGUN})
    for each in [*closed, looked_up]:
        settling.closed(each.submission_id, by)
        each.refresh_from_db()
    assert {each.state for each in closed} == {State.WITHDRAWN}
    assert looked_up.state == State.WAITING


def test_a_new_route_is_given_to_what_had_none_and_to_nothing_else(
    take_in: TakeIn, by: User
) -> None:
    free, sent, unknown = (take_in(street_light()) for _ in range(3))
    waiting = handed(free, "unrouted", backoffice="", target="")
    refused = handed(sent, "refused")
    Submission.objects.filter(pk=unknown.pk).update(flow="klacht")
    without = handed(unknown, "unrouted", backoffice="", target="")
    Route.objects.create(flow="melding", backoffice="brief", target="lamp")
    assert settling.spread(by, {"brief"}) == 1
    for each in (waiting, refused, without):
        each.refresh_from_db()
    assert (waiting.state, waiting.backoffice, waiting.target) == ("waiting", "brief", "lamp")
    assert waiting.next_try
    assert (refused.state, refused.backoffice) == ("refused", "straat")
    assert without.state == "unrouted"
    assert notes(waiting) == [("Opnieuw verdeeld: naar brief.", "anna")]


def test_a_route_to_the_inbox_ends_the_waiting(kept: Submission, by: User) -> None:
    handover = handed(kept, "unrouted", backoffice="", target="")
    Route.objects.create(flow="melding", backoffice="")
    assert settling.spread(by, {"brief"}) == 1
    handover.refresh_from_db()
    assert handover.state == State.WITHDRAWN


def test_a_changed_file_is_read_again(backoffices: Path) -> None:
    assert set(registry.cached()) == {"straat", "brief"}
    write_backoffices(backoffices, {})
    (backoffices / "backoffices.yaml").unlink()
    assert registry.cached() == {}
