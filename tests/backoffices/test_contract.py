"""What every connector must do, tried on all of them: a new one is added in `worlds`.

Each hands over to its own faithful back-office, over real HTTP, through a network that
delays, cuts and answers nonsense. However that goes: it is there exactly once, or, where
the back-office cannot be asked, a person is shown that it may be there twice or not at all.
"""

import random
import re
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk.backoffices.contract import News, Settings
from desk.backoffices.journal import names_of
from desk.backoffices.models import Handover
from desk.backoffices.registry import KINDS
from desk.intake.models import Status, Submission
from tests.backoffices.fault_proxy import Fault, FaultProxy
from tests.backoffices.relaying import Relaying, notes, waiting
from tests.backoffices.worlds import (
    mail,
    mor,
    open311,
    openklant,
    signalen,
    signalen_public,
    topdesk,
)
from tests.desk.conftest import TakeIn
from tests.desk.samples import street_light

GUIDE = Path(__file__).parents[2] / "docs" / "connectors.md"


def from_the_guide() -> Any:
    """The connector and the back-office that docs/connectors.md teaches to write."""
    found = re.findall(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    for name, code in zip(("desk.backoffices.klik", "klik_world"), found, strict=True):
        sys.modules[name] = types.ModuleType(name)
        exec(compile(code, GUIDE.name, "exec"), vars(sys.modules[name]))  # noqa: S102 - our own page
    return sys.modules["klik_world"].World


WORLDS: dict[str, Any] = {
    "signalen": signalen.World,
    "signalen-public": signalen_public.World,
    "mor": mor.World,
    "openklant": openklant.World,
    "open311-plain": open311.World,
    "open311-xml": open311.XmlWorld,
    "open311-mysociety": open311.MySocietyWorld,
    "topdesk": topdesk.World,
    "mail": mail.World,
    "klik": from_the_guide(),
}
OVER_HTTP = [name for name in WORLDS if name != "mail"]
WITH_STATUS = OVER_HTTP
QUICK = {"look_up_after_s": 0.0, "timeout_s": 0.5}
LATE_S, IMPATIENT_S = 0.4, 0.2
"""Each of thirty tests waits so long; one that is too slow in an answer is one fault more."""
State = Handover.State


def test_every_kind_is_held_to_the_contract() -> None:
    with_flavours = {name.split("-")[0] if "311" in name else name for name in WORLDS}
    assert with_flavours == {*KINDS, "klik"}


@pytest.fixture(params=list(WORLDS))
def world(request: pytest.FixtureRequest) -> Iterator[Any]:
    with WORLDS[request.param]() as made:
        yield made


@pytest.fixture(params=OVER_HTTP)
def stormy(request: pytest.FixtureRequest) -> Iterator[tuple[Any, FaultProxy]]:
    """A back-office, and the network before it."""
    with WORLDS[request.param]() as made, FaultProxy(made.fake.url, late_s=LATE_S) as network:
        yield made, network


def settings_of(world: Any, **changes: Any) -> Settings:
    settings_type = type(world.connector()).settings_type
    found: Settings = settings_type.model_validate(world.settings_lines() | changes)
    return found


def relaying(world: Any, network: FaultProxy | None = None) -> Relaying:
    changes: dict[str, Any] = dict(QUICK)
    if network is not None:
        changes["timeout_s"] = IMPATIENT_S
        changes["url"] = world.settings_lines()["url"].replace(world.fake.url, network.url)
    if hasattr(world.fake, "applications"):
        world.fake.applications.add("http://127.0.0.1:8800")
    return Relaying(world.connector(**changes), settings_of(world, **changes))


def there_once_or_shown(world: Any, kept: Handover) -> None:
    times = world.times(kept.submission.pk.hex)
    if world.can_look_up:
        assert (kept.state, times) == (State.ARRIVED, 1), notes(kept)
    elif kept.state == State.UNSURE:
        assert times <= 2
    else:
        assert kept.state == State.ARRIVED, kept.problem
        assert times == 1 or (times == 2 and kept.maybe_twice), notes(kept)


def test_a_submission_arrives(world: Any, take_in: TakeIn) -> None:
    kept = relaying(world).to_the_end(waiting(take_in(street_light()), world.target))
    assert (kept.state, world.times(kept.submission.pk.hex)) == (State.ARRIVED, 1), kept.problem
    assert kept.arrived_at is not None


def test_an_appointment_without_a_place_arrives_or_is_refused_in_words(
    world: Any, take_in: TakeIn
) -> None:
    content = street_light(location=None, category=None, words="", flow="afspraak", language="en")
    kept = relaying(world).to_the_end(waiting(take_in(content), world.target))
    times = world.times(kept.submission.pk.hex)
    if kept.state == State.REFUSED:  # Open311 knows nothing without a place
        assert times == 0
        assert "plaats" in kept.problem or "plek" in kept.problem, kept.problem
    else:
        assert (kept.state, times) == (State.ARRIVED, 1), kept.problem


@pytest.mark.parametrize("fault", [fault for fault in Fault if fault is not Fault.NONE])
@pytest.mark.parametrize("before", [0, 1, pytest.param(2, marks=pytest.mark.soak)])
def test_one_fault_at_any_call(
    stormy: tuple[Any, FaultProxy], take_in: TakeIn, fault: Fault, before: int
) -> None:
    world, network = stormy
    network.play = [Fault.NONE] * before + [fault]
    kept = relaying(world, network).to_the_end(waiting(take_in(street_light()), world.target))
    there_once_or_shown(world, kept)


def test_a_whole_storm(stormy: tuple[Any, FaultProxy], take_in: TakeIn) -> None:
    world, network = stormy
    network.stormy = 0.4
    relay = relaying(world, network)
    for _ in range(8):
        there_once_or_shown(world, relay.to_the_end(waiting(take_in(street_light()), world.target)))
    assert network.played.total() > network.played[Fault.NONE]


def test_a_back_office_that_is_away_is_waited_for(world: Any, take_in: TakeIn) -> None:
    relay = relaying(world)
    world.fake.away()
    handover = waiting(take_in(street_light()), world.target)
    kept = relay.once(handover)
    assert (kept.state, kept.begun, kept.next_try is None) == (State.WAITING, True, False)
    assert "begun" not in str(kept.journal), "what never left us is certainly not there"
    world.fake.back()
    kept = relay.to_the_end(handover)
    assert (kept.state, world.times(kept.submission.pk.hex)) == (State.ARRIVED, 1)


@pytest.mark.parametrize("name", WITH_STATUS)
def test_what_a_clerk_over_there_does_is_heard_here(name: str, take_in: TakeIn) -> None:
    with WORLDS[name]() as world:
        relay = relaying(world)
        kept = relay.to_the_end(waiting(take_in(street_light()), world.target))
        (before,) = relay.connector.news([names_of(kept)])
        assert isinstance(before, News)
        assert before.status in (Status.RECEIVED, Status.IN_PROGRESS)
        world.clerk_sets(kept.submission.pk.hex, "done", "De lamp brandt weer.")
        (after,) = relay.connector.news([names_of(kept)])
        assert isinstance(after, News)
        assert after.status == Status.DONE
        assert after.version != before.version
        (again,) = relay.connector.news([names_of(kept)])
        assert again == after


def test_the_visitors_not_solved_reaches_them_or_staff_are_told(
    world: Any, take_in: TakeIn
) -> None:
    relay = relaying(world)
    submission = take_in(street_light())
    handover = waiting(submission, world.target)
    kept = relay.to_the_end(handover)
    if hasattr(world, "clerk_sets"):
        world.clerk_sets(submission.pk.hex, "done", "")
    Submission.objects.filter(pk=submission.pk).update(not_solved_at=relay.clock())
    kept = relay.to_the_end(handover)
    assert kept.reopened_at is not None
    assert "niet is opgelost" in notes(kept)[-1].casefold()


def test_a_check_finds_nothing_wrong_where_all_is_well(world: Any) -> None:
    assert list(world.connector().check([world.target])) == []


def test_a_check_says_in_one_sentence_that_it_cannot_be_reached(world: Any) -> None:
    connector = world.connector(**QUICK)
    world.fake.away()
    (problem,) = connector.check([world.target])
    assert problem.what.endswith(".")
    assert len(problem.what) < 250


def test_a_check_makes_nothing_over_there(world: Any) -> None:
    before = world.times("")
    list(world.connector().check([world.target]))
    assert world.times("") == before


def test_no_sentence_quotes_what_the_visitor_said(
    stormy: tuple[Any, FaultProxy], take_in: TakeIn
) -> None:
    world, network = stormy
    network.stormy = 1.0
    network.play = [random.Random(1).choice(list(Fault)) for _ in range(30)]
    relay = relaying(world, network)
    content = street_light()
    handover = waiting(take_in(content), world.target)
    for _ in range(6):
        kept = relay.once(handover)
        said = " ".join([kept.problem, *notes(kept)])
        for secret in (content["words"], content["contact"]["phone"], content["contact"]["name"]):
            assert secret not in said
        relay.clock.pass_(hours=2)
