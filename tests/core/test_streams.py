"""Whatever is pressed, in whatever order: the visit never sticks, lies or leaks."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kiosk.core.effects import Forget, NotSolved, Print, Save
from kiosk.core.events import (
    KeyName,
    KeyPressed,
    Plugged,
    Report,
    Saved,
    Scanned,
    SpeechEnded,
    Tapped,
    TimePassed,
    Touched,
    Typed,
)
from kiosk.core.session import fresh
from tests.core.visit import Visit

KEYS = KeyName.__args__  # type: ignore[attr-defined] # a Literal has them
CODE = "482173905569"
DONE = Report("2026-11-22", "done", "melding", "", "2026-11-23", may_reopen=True)
PROBLEMS = [None, "no_paper", "cover_open", "offline", "lost", "fault"]

move = st.one_of(
    st.tuples(st.just("tap"), st.integers(0, 200)),
    st.tuples(st.just("tap"), st.integers(0, 200)),
    st.tuples(st.just("key"), st.sampled_from(KEYS)),
    st.tuples(st.just("type"), st.sampled_from(["1234ab", "0612345678", "jo", "12", "é?", "\x00"])),
    st.tuples(st.just("scan"), st.sampled_from(["", "http://x/volg/482173905566", "000000000000"])),
    st.tuples(st.just("wait"), st.integers(1, 200)),
    st.tuples(st.just("touch"), st.integers(0, 200)),
    st.tuples(st.just("plug"), st.booleans()),
    st.tuples(st.just("ended"), st.none()),
)
world = st.tuples(st.sampled_from([None, "disk_full", "disk_fault"]), st.sampled_from(PROBLEMS))


def do(visit: Visit, kind: str, value: object) -> None:
    visit.now += 1.7
    targets = [target for target in visit.view.targets if target.enabled]
    match kind:
        case "tap" if targets:
            assert isinstance(value, int)
            visit.handle(Tapped(targets[value % len(targets)].name, at=visit.now))
        case "touch" if targets:
            assert isinstance(value, int)
            visit.handle(Touched(targets[value % len(targets)].name, at=visit.now))
        case "plug":
            visit.handle(Plugged("headphones", bool(value), at=visit.now))
        case "key":
            visit.handle(KeyPressed(value, at=visit.now))  # type: ignore[arg-type] # one of KEYS
        case "type":
            visit.handle(Typed(str(value), at=visit.now))
        case "scan":
            visit.handle(Scanned(str(value), at=visit.now))
        case "wait":
            assert isinstance(value, int)
            visit.now += value
            visit.handle(TimePassed(at=visit.now))
        case _:
            visit.handle(SpeechEnded(at=visit.now))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(move, max_size=80), world)
@example(
    # The postcode's digits are typed elsewhere while a finger rests on one: letters come instead.
    [("tap", 0), ("tap", 0), ("tap", 0), ("tap", 106), ("touch", 0), ("type", "1234ab")],
    (None, None),
)
def test_no_stream_of_events_sticks_or_sends_without_a_check_page(
    moves: list[tuple[str, object]], played: tuple[object, object]
) -> None:
    visit = Visit()
    visit.save, visit.paper = played  # type: ignore[assignment] # drawn from the right values
    for kind, value in moves:
        before = visit.session
        count = len(visit.effects)
        do(visit, kind, value)
        view = visit.view
        fresh_effects = visit.effects[count:]
        if any(isinstance(effect, Save) for effect in fresh_effects):
            assert before.place == "check"
        if any(isinstance(effect, Print) for effect in fresh_effects):
            assert visit.session.place in ("thanks", "leaflet")
        assert view.spoken, f"{view.screen} says nothing"
        assert view.focus is None or view.target(view.focus), view.focus
        if visit.session.place not in ("saving", "looking"):
            assert any(target.enabled for target in view.targets)
        names = [target.name for target in view.targets]
        assert len(names) == len(set(names)), f"{view.screen} has a name twice"
    paid = [effect.receipt.name for effect in visit.effects if isinstance(effect, Print)]
    assert len(paid) == len(set(paid)), "a receipt was printed twice"


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(move, max_size=60), world)
def test_after_idle_the_start_screen_is_back_with_nothing_left_of_the_visit(
    moves: list[tuple[str, object]], played: tuple[object, object]
) -> None:
    visit = Visit()
    visit.save, visit.paper = played  # type: ignore[assignment] # drawn from the right values
    for kind, value in moves:
        do(visit, kind, value)
    was_here = visit.session.active
    visit.effects.clear()
    visit.wait(visit.terminal.limits.idle_s + visit.terminal.limits.warning_s + 2)
    assert visit.session == fresh(visit.terminal, visit.session.visit, visit.session.hardware)
    assert any(isinstance(effect, Forget) for effect in visit.effects) == was_here


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(move, max_size=60))
def test_from_every_place_a_few_presses_lead_back_to_the_start_screen(
    moves: list[tuple[str, object]],
) -> None:
    visit = Visit()
    for kind, value in moves:
        do(visit, kind, value)
    if visit.view.blank:
        visit.handle(Tapped("unblank", at=visit.now))
    for _ in range(12):  # where the first tap only says what is there, each is tapped twice
        if visit.view.screen == "start":
            return
        names = {target.name for target in visit.view.targets}
        for name in ("continue", "stop:yes", "close", "done", "stop", "back", "repeat"):
            if name in names:
                visit.tap(name)
                break
    assert visit.view.screen == "start"


@settings(max_examples=100, deadline=None)
@given(st.lists(move, max_size=60))
def test_the_same_events_always_lead_to_the_same_place(moves: list[tuple[str, object]]) -> None:
    first, second = Visit(), Visit()
    for kind, value in moves:
        do(first, kind, value)
        do(second, kind, value)
    assert first.session == second.session
    assert first.effects == second.effects


def test_a_saved_answer_without_a_question_thanks_nobody() -> None:
    visit = Visit().tap("flow:melding")
    lot = visit.session.lot
    assert lot is not None
    visit.handle(Saved(lot.submission_id, at=visit.now))
    assert visit.view.screen == "melding.wat"


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(move, max_size=40), st.booleans())
def test_no_stream_of_events_tells_the_desk_without_the_button_that_says_so(
    moves: list[tuple[str, object]], desk_listens: bool
) -> None:
    visit = Visit()
    visit.desk, visit.desk_listens = {CODE: (DONE,)}, desk_listens
    visit.scan(CODE).tap("next")
    assert visit.view.screen == "status.solved"
    for kind, value in moves:
        before, count = visit.session, len(visit.effects)
        do(visit, kind, value)
        view, told = visit.view, [e for e in visit.effects[count:] if isinstance(e, NotSolved)]
        if told:
            assert before.place == "not-solved"
            assert told == [NotSolved(CODE, DONE.day)]
            assert visit.session.place == ("told" if desk_listens else "not-told")
        assert view.spoken, f"{view.screen} says nothing"
        assert view.focus is None or view.target(view.focus), view.focus
        assert any(target.enabled for target in view.targets)
    visit.wait(visit.terminal.limits.idle_s + visit.terminal.limits.warning_s + 2)
    assert visit.session == fresh(visit.terminal, visit.session.visit, visit.session.hardware)
