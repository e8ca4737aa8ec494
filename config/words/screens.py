"""Every kind of screen of a bundle, without anybody who walks to it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from config.bundle import Bundle
from config.terminals import terminal_of
from kiosk.core import walk
from kiosk.core.events import Board, PrintProblem, Report, SaveProblem
from kiosk.core.flow import Flow, Step
from kiosk.core.session import Hardware, Panel, Paper, Place, Session, Take, fresh
from kiosk.core.terminal import Terminal

CODE = "482173905566"
TYPED = {
    "postcode": "7511AB",
    "house_number": "12",
    "phone": "0612345678",
    "email": "naam@voorbeeld.nl",
    "digits": "3",
    "code": CODE,
}

STATUS_PLACES: tuple[Place, ...] = (
    *("looking", "solved", "solved-thanks", "not-solved", "telling", "told", "not-told"),
)


def terminal_for(bundle: Bundle) -> Terminal:
    """One that has everything a kiosk may have."""
    return replace(terminal_of(bundle), can_be_low=True, staff_code_is=bool)


def every_session(terminal: Terminal) -> Iterator[Session]:
    """One session for each kind of screen that a visitor can come to."""
    given: set[str] = set()
    for session in _on_every_way(terminal):
        if (told := repr(session)) not in given:
            given.add(told)
            yield session


def _on_every_way(terminal: Terminal) -> Iterator[Session]:
    """The same, with what lies on two ways twice."""
    start = replace(fresh(terminal, 1, Hardware(microphone=True)), active=True)
    yield start
    yield from (replace(start, panel=panel) for panel in get_args(Panel) if panel != "record")
    news = replace(start, board=Board(announcements=tuple(terminal.announcements)))
    yield from (news, replace(news, panel="news"), replace(start, board=Board(closed={})))
    for flow in terminal.flows.values():
        opened = replace(start, flow=flow.flow)
        for number in range(max(len(step.choices) for step in flow.steps) + 6):
            yield from _walk(terminal, opened, flow, number)
        yield from _endings(opened, flow)


def _walk(terminal: Terminal, opened: Session, flow: Flow, number: int) -> Iterator[Session]:
    """All questions of a flow, answering each with its numbered choice, and the check page."""
    answers: dict[str, str] = {}
    while step := walk.unanswered(terminal, flow, answers):
        here = replace(opened, place="step", step=step.step, answers=dict(answers))
        yield here
        if step.ask != "choice":
            yield from _typing(here, step)
        answers[step.step] = _answer(terminal, flow, step, answers, number)
    done = replace(opened, answers=answers)
    if flow.advice:
        yield replace(done, place="advice", step=flow.advice_before or flow.steps[-1].step)
    if flow.ends == "send":
        yield replace(done, place="check")


def _typing(here: Session, step: Step) -> Iterator[Session]:
    kind = str(step.ask).replace("_", "-")
    yield replace(here, notice=f"ui-empty-{kind}")
    yield replace(here, notice=f"ui-wrong-{kind}", typed=TYPED.get(str(step.ask), "Jo"))
    if step.ask == "words":
        for state in get_args(Take.__annotations__["state"]):
            yield replace(here, panel="record", take=Take(step.step, state, 12, 0.5))


def _answer(
    terminal: Terminal, flow: Flow, step: Step, answers: dict[str, str], number: int
) -> str:
    found = walk.options(terminal, flow, step, answers)
    if not found:
        return TYPED.get(str(step.ask), "Jo de Vries")
    return found[number % len(found)].value


def _endings(opened: Session, flow: Flow) -> Iterator[Session]:
    if flow.ends == "status":
        for status in get_args(Report.__annotations__["status"]):
            report = Report("2026-11-20", status, flow.flow, "", "2026-11-20")
            yield replace(opened, place="report", reports=(report,))
            planned = replace(report, planned_for="2026-11-25", organisation="Provincie")
            yield replace(opened, place="report", reports=(planned,))
        done = replace(opened, reports=(report,))
        yield from (replace(done, place=place) for place in STATUS_PLACES)
        return
    for problem in get_args(SaveProblem):
        yield replace(opened, place="check", notice=f"ui-save-{problem.replace('_', '-')}")
    yield replace(opened, place="saving")
    thanks = replace(opened, place="thanks", code=CODE)
    leaflet = replace(opened, place="leaflet")
    for paper in get_args(Paper):
        yield replace(thanks, paper=paper)
        yield replace(leaflet, paper=paper)
    for reason in get_args(PrintProblem):
        yield replace(thanks, paper="failed", paper_problem=reason)
