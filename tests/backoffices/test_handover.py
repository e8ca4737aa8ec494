"""The engine that all hand-overs go through: never lost, never twice by its own doing."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.backoffices.contract import (
    Accepted,
    Ambiguous,
    CannotTell,
    Refused,
    Result,
    Settings,
    TryLater,
)
from desk.backoffices.handover import CANNOT_REOPEN, MAYBE_TWICE, REOPENED, UNSURE
from desk.backoffices.journal import Journal, LostError, names_of
from desk.backoffices.models import Handover, Quiet
from desk.intake.models import Submission
from tests.backoffices.relaying import Clock, Relaying, notes, waiting
from tests.backoffices.scripted import Arrives, Dies, PowerCutError, Scripted
from tests.desk.conftest import TakeIn
from tests.desk.samples import street_light

State = Handover.State
USUAL = Settings(kind="scripted")
NEVER_TWICE = Settings(kind="scripted", resend_once=False)


def test_what_is_accepted_has_arrived_under_its_number(take_in: TakeIn) -> None:
    town = Scripted()
    submission = take_in(street_light())
    kept = Relaying(town, USUAL).once(waiting(submission))
    assert (kept.state, kept.number, kept.next_try) == (State.ARRIVED, "N-1", None)
    assert notes(kept) == ["Aangekomen onder nummer N-1."]
    assert names_of(kept) == {"report": "1"}
    assert "n-1" in Submission.objects.get(pk=submission.pk).search.text
    assert kept.poll_at is not None


def test_it_is_written_down_before_it_is_sent(take_in: TakeIn) -> None:
    town = Scripted(results={"report": [Dies(there=True)]})
    handover = waiting(take_in(street_light()))
    with pytest.raises(PowerCutError):
        Relaying(town, USUAL).once(handover)
    kept = Handover.objects.get(pk=handover.pk)
    assert "begun" in kept.journal["report"]
    assert "done" not in kept.journal["report"]


def test_after_a_power_cut_it_is_looked_up_and_not_sent_again(take_in: TakeIn) -> None:
    town = Scripted(results={"report": [Dies(there=True)]})
    relay = Relaying(town, USUAL)
    handover = waiting(take_in(street_light()))
    with pytest.raises(PowerCutError):
        relay.once(handover)
    kept = relay.to_the_end(handover)
    assert (kept.state, town.stored["report"]) == (State.ARRIVED, 1)
    assert town.asked == ["report", "look report"]


def test_nothing_is_looked_up_while_it_may_still_be_under_way(take_in: TakeIn) -> None:
    town = Scripted(results={"report": [Ambiguous("?")]})
    relay = Relaying(town, Settings(kind="scripted", look_up_after_s=60))
    handover = waiting(take_in(street_light()))
    relay.once(handover)
    relay.clock.pass_(seconds=50)
    kept = relay.once(handover)
    assert town.asked == ["report"]
    assert kept.next_try is not None
    assert kept.next_try > relay.clock.now


def test_what_a_look_up_does_not_find_is_sent(take_in: TakeIn) -> None:
    town = Scripted(results={"report": [Dies(there=False)]})
    relay = Relaying(town, USUAL)
    handover = waiting(take_in(street_light()))
    with pytest.raises(PowerCutError):
        relay.once(handover)
    assert relay.to_the_end(handover).state == State.ARRIVED
    assert town.stored["report"] == 1


def test_a_look_up_that_cannot_be_done_now_is_done_later(take_in: TakeIn) -> None:
    town = Scripted(results={"report": [Arrives(Ambiguous("?"))]}, looks=[CannotTell("weg")] * 3)
    kept = Relaying(town, USUAL).to_the_end(waiting(take_in(street_light())))
    assert (kept.state, town.stored["report"]) == (State.ARRIVED, 1)


def test_a_blind_back_office_gets_it_once_more_after_an_unclear_answer(take_in: TakeIn) -> None:
    town = Scripted(results={"report": [Arrives(Ambiguous("?"))]}, blind=True)
    kept = Relaying(town, USUAL).to_the_end(waiting(take_in(street_light())))
    assert (kept.state, kept.maybe_twice, town.stored["report"]) == (State.ARRIVED, True, 2)
    assert MAYBE_TWICE in notes(kept)[-1]


def test_and_then_a_person_decides(take_in: TakeIn) -> None:
    town = Scripted(results={"report": [Ambiguous("?"), Ambiguous("?")]}, blind=True)
    kept = Relaying(town, USUAL).to_the_end(waiting(take_in(street_light())))
    assert (kept.state, kept.problem) == (State.UNSURE, UNSURE)
    assert town.asked == ["report", "report"]


def test_or_at_once_where_it_is_set_up_so(take_in: TakeIn) -> None:
    town = Scripted(results={"report": [Arrives(Ambiguous("?"))]}, blind=True)
    kept = Relaying(town, NEVER_TWICE).to_the_end(waiting(take_in(street_light())))
    assert (kept.state, town.stored["report"]) == (State.UNSURE, 1)


def test_after_a_power_cut_a_blind_back_office_gets_nothing_again(take_in: TakeIn) -> None:
    town = Scripted(results={"report": [Dies(there=True)]}, blind=True)
    relay = Relaying(town, USUAL)
    handover = waiting(take_in(street_light()))
    with pytest.raises(PowerCutError):
        relay.once(handover)
    kept = relay.to_the_end(handover)
    assert (kept.state, town.stored["report"]) == (State.UNSURE, 1)


def test_what_is_refused_waits_for_a_person_with_the_reason(take_in: TakeIn) -> None:
    town = Scripted(results={"report": [Refused("De categorie bestaat niet.")]})
    kept = Relaying(town, USUAL).once(waiting(take_in(street_light())))
    assert (kept.state, kept.problem) == (State.REFUSED, "De categorie bestaat niet.")
    assert kept.next_try is None


def test_pauses_become_longer_and_what_they_asked_goes_first(take_in: TakeIn) -> None:
    later: list[Result] = [TryLater("weg")] * 4
    town = Scripted(results={"report": [*later, TryLater("vol", wait_s=4000)]})
    relay = Relaying(town, USUAL)
    handover = waiting(take_in(street_light()))
    pauses = []
    for _ in range(5):
        kept = relay.once(handover)
        assert kept.next_try is not None
        pauses.append((kept.next_try - relay.clock.now).total_seconds())
    assert pauses[0] < pauses[1] < pauses[2] < pauses[3]
    assert pauses[4] == pytest.approx(4000, abs=1)


def test_a_throttle_silences_everyone_and_is_asked_for_once(take_in: TakeIn) -> None:
    town = Scripted(results={"report": [TryLater("vol", wait_s=3517, all_wait=True)]})
    relay = Relaying(town, USUAL)
    kept = relay.once(waiting(take_in(street_light())))
    quiet = Quiet.objects.get(backoffice="straat")
    assert quiet.until == kept.next_try
    assert quiet.until is not None
    assert (quiet.until - relay.clock.now).total_seconds() == pytest.approx(3517, abs=1)


def test_sixty_an_hour_are_sixty_an_hour(take_in: TakeIn) -> None:
    town = Scripted(counts=True)
    relay = Relaying(town, Settings(kind="scripted", per_hour=3))
    started = relay.clock.now
    for _ in range(4):
        relay.once(waiting(take_in(street_light())))
    assert town.stored["report"] == 3
    quiet = Quiet.objects.get(backoffice="straat")
    assert quiet.until is not None
    assert timedelta(minutes=59) < quiet.until - started < timedelta(minutes=61)


def test_three_steps_go_on_where_they_stopped(take_in: TakeIn) -> None:
    shape = (("contact", True), ("address", True), ("task", True))
    town = Scripted(results={"address": [TryLater("weg")], "task": [Dies(there=True)]}, shape=shape)
    relay = Relaying(town, USUAL)
    handover = waiting(take_in(street_light()))
    assert relay.once(handover).state == State.WAITING
    relay.clock.pass_(hours=1)
    with pytest.raises(PowerCutError):
        relay.once(handover)
    assert relay.to_the_end(handover).state == State.ARRIVED
    assert town.stored == {"contact": 1, "address": 1, "task": 1}


def test_a_picture_that_is_refused_does_not_hold_up_the_report(take_in: TakeIn) -> None:
    town = Scripted(
        results={"file-1": [Refused("te groot")]}, shape=(("report", True), ("file-1", False))
    )
    kept = Relaying(town, USUAL).once(waiting(take_in(street_light())))
    assert (kept.state, kept.next_try) == (State.ARRIVED, None)
    assert notes(kept)[-1] == "Een bijlage: dit is niet aangenomen. te groot"


def test_a_picture_that_must_wait_is_sent_later_and_the_report_has_arrived(
    take_in: TakeIn,
) -> None:
    town = Scripted(
        results={"file-1": [TryLater("druk")]}, shape=(("report", True), ("file-1", False))
    )
    relay = Relaying(town, USUAL)
    handover = waiting(take_in(street_light()))
    assert relay.once(handover).state == State.ARRIVED
    assert relay.to_the_end(handover).next_try is None
    assert town.stored == {"report": 1, "file-1": 1}


def test_not_solved_is_passed_on_once(take_in: TakeIn) -> None:
    town = Scripted()
    relay = Relaying(town, USUAL)
    submission = take_in(street_light())
    handover = waiting(submission)
    relay.once(handover)
    Submission.objects.filter(pk=submission.pk).update(not_solved_at=relay.clock())
    relay.once(handover)
    kept = relay.once(handover)
    assert town.asked.count("reopen") == 1
    assert notes(kept)[-1] == REOPENED


def test_where_it_cannot_be_passed_on_staff_are_told(take_in: TakeIn) -> None:
    town = Scripted(reopens=[None])
    relay = Relaying(town, USUAL)
    submission = take_in(street_light())
    handover = waiting(submission)
    relay.once(handover)
    Submission.objects.filter(pk=submission.pk).update(not_solved_at=relay.clock())
    assert notes(relay.once(handover))[-1] == CANNOT_REOPEN


def test_a_relay_that_lost_its_lease_sends_nothing(take_in: TakeIn) -> None:
    handover = waiting(take_in(street_light()))
    slow = Journal(Handover.objects.get(pk=handover.pk), 60)
    Handover.objects.filter(pk=handover.pk).update(leased_until=Clock()())
    with pytest.raises(LostError):
        slow.begin("report", Clock()())
    assert Handover.objects.get(pk=handover.pk).journal == {}


answers = st.sampled_from(
    [
        Accepted({"report": "1"}),
        Arrives(Ambiguous("?")),
        Ambiguous("?"),
        TryLater("weg"),
        Dies(there=True),
        Dies(there=False),
    ]
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(script=st.lists(answers, max_size=8), blind=st.booleans(), resend=st.booleans())
def test_whatever_happens_it_is_there_once_or_a_person_knows(
    take_in: TakeIn, *, script: list[object], blind: bool, resend: bool
) -> None:
    town = Scripted(results={"report": list(script)}, blind=blind)  # type: ignore[arg-type]
    relay = Relaying(town, USUAL if resend else NEVER_TWICE)
    handover = waiting(take_in(street_light()))
    for _ in range(20):
        try:
            kept = relay.to_the_end(handover)
            break
        except PowerCutError:
            relay.clock.pass_(hours=1)
    assert kept.next_try is None
    if blind:
        assert town.stored["report"] <= 2
        assert town.stored["report"] == 1 or kept.maybe_twice or kept.state == State.UNSURE
    else:
        assert (kept.state, town.stored["report"]) == (State.ARRIVED, 1)
