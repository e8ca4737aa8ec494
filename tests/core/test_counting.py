"""What is counted of a visit: how far somebody came, and never who or what."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.advance import advance
from kiosk.core.counting import Count, Watch, summed, watched
from kiosk.core.effects import Effect
from kiosk.core.events import AnyEvent
from tests.core.visit import Visit


class Counted(Visit):
    """A visit that is watched."""

    watch = Watch()

    def __init__(self) -> None:
        self.rows: list[Count] = []
        super().__init__()

    def handle(self, event: AnyEvent) -> Sequence[Effect]:
        # Before its effects, whose answers are events of their own.
        after, _ = advance(self.terminal, self.session, event)
        self.watch, found = watched(self.watch, self.session, event, after)
        self.rows += found
        return super().handle(event)

    def goes(self, *names: str) -> "Counted":
        self.tap(*names)
        return self

    def times(self, what: str) -> list[tuple[str, str, int]]:
        return [(row.flow, row.step, row.number) for row in summed(self.rows) if row.what == what]


def test_a_report_that_was_sent_is_completed_and_not_abandoned() -> None:
    visit = Counted()
    visit.tap("flow:melding", "choice:verlichting", "choice:lamp-uit", "choice:hier")
    visit.type_in("donker").tap("next", "choice:geen", "send").wait(5).tap("done")
    assert visit.times("completed") == [("melding", "", 1)]
    assert visit.times("abandoned") == []
    assert visit.times("visit") == [("", "", 1)]
    assert ("melding", "wat", 1) in visit.times("step")
    assert ("melding", "check", 1) in visit.times("step")


def test_a_visit_that_nobody_ends_is_abandoned_at_its_step() -> None:
    visit = Counted().goes("flow:melding")
    came_at = visit.session.last_press_at
    visit.tap("choice:verlichting")
    pressed_at = visit.session.last_press_at
    visit.wait(visit.terminal.limits.idle_s + visit.terminal.limits.warning_s + 5)
    assert visit.times("abandoned") == [("melding", "welke", 1)]
    (whole,) = [row for row in visit.rows if row.what == "visit"]
    assert whole.seconds == pytest.approx(pressed_at - came_at)


def test_stopping_is_abandoning_where_one_was() -> None:
    visit = Counted().goes("flow:klacht", "stop", "stop:yes")
    assert visit.times("abandoned") == [("klacht", "soort", 1)]


def test_going_back_asking_for_help_and_hearing_again_are_counted_at_their_step() -> None:
    visit = Counted().goes("flow:melding", "choice:verlichting", "help", "close", "repeat", "back")
    assert visit.times("help") == [("melding", "welke", 1)]
    assert visit.times("repeat") == [("melding", "welke", 1)]
    assert visit.times("back") == [("melding", "welke", 1)]


def test_somebody_who_works_here_is_not_counted() -> None:
    visit = Counted()
    visit.terminal = replace(visit.terminal, staff_code_is=lambda code: code == "4711")
    visit.tap("help", "staff", "key:1", "next", "back")
    visit.wait(visit.terminal.limits.idle_s + visit.terminal.limits.warning_s + 5)
    assert visit.times("visit") == []
    visit.tap("flow:klacht")
    visit.tap("stop", "stop:yes")
    assert visit.times("visit") == [("", "", 1)]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 40), max_size=30))
def test_whatever_is_pressed_each_flow_is_left_as_often_as_it_was_begun(presses: list[int]) -> None:
    visit = Counted()
    begun = 0
    for number in presses:
        targets = [
            target.name
            for target in visit.view.targets
            if target.enabled and target.name not in ("staff",)
        ]
        before = visit.watch.flow
        visit.tap(targets[number % len(targets)])
        begun += visit.watch.flow not in ("", before)
        if visit.session.place == "saving":
            break
    visit.wait(visit.terminal.limits.idle_s + visit.terminal.limits.warning_s + 5)
    rows = visit.rows
    ends = sum(row.number for row in rows if row.what in ("abandoned", "completed"))
    assert ends == begun
    assert all(row.seconds >= 0 for row in rows)
