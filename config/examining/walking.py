"""Somebody who walks through a kiosk on paper, and a world that answers in every way it can.

Sessions are values, so one press has as many outcomes as the world has answers: a
submission is saved or not, a receipt comes out or there is no paper, the desk knows a
code or does not. Nothing is sent, printed or asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar, get_args
from uuid import UUID

from config.bundle import Bundle
from config.terminals import terminal_of
from kiosk import codes
from kiosk.core.advance import advance
from kiosk.core.effects import (
    Draw,
    Effect,
    KeepKeys,
    LookUp,
    NotSolved,
    Print,
    Record,
    Save,
    StopRecording,
)
from kiosk.core.events import (
    AnyEvent,
    Drawn,
    KeysKept,
    NotSolvedFailed,
    NotSolvedTold,
    Printed,
    PrintFailed,
    PrintProblem,
    Recorded,
    RecordingFailed,
    RecordingHeard,
    Report,
    Saved,
    SaveFailed,
    SaveProblem,
    StatusFailed,
    StatusFound,
)
from kiosk.core.flow import Flow
from kiosk.core.session import Session
from kiosk.core.terminal import Terminal

Problem = TypeVar("Problem", bound=str)
CODE = next(code for code in (f"48217390556{digit}" for digit in range(10)) if codes.is_valid(code))
STAFF_CODE = "4711"
NOW, DAY, NEXT_DAY = "2026-11-22T10:00:00+01:00", "2026-11-20", "2026-11-22"
PRESS_S = 5.0
"""Between two presses: no second tap on what came in the place of the first."""


def terminal_with_all(bundle: Bundle) -> Terminal:
    """A kiosk that has all that a kiosk can have, so that all screens are there."""
    return replace(
        terminal_of(bundle),
        location=bundle.municipality.name,
        staff_code_is=lambda code: code == STAFF_CODE,
        can_be_low=True,
    )


@dataclass(frozen=True)
class Walk:
    terminal: Terminal

    def after(self, session: Session, event: AnyEvent) -> Iterator[Session]:
        """Every session that this event may lead to, the likeliest last. Where the world is
        asked something, that in which it has not answered yet is among them."""
        timed = event if event.at else replace(event, at=session.last_press_at + PRESS_S)
        after, effects = advance(self.terminal, session, timed)
        ends = [after]
        for effect in effects:
            answers = tuple(self._answers(after, effect))
            if not answers:
                continue
            if not isinstance(effect, Draw):
                yield from ends
            ends = [end for each in ends for answer in answers for end in self.after(each, answer)]
        yield from ends

    def to(self, session: Session, *events: AnyEvent) -> Session:
        """Where these events lead when all goes well."""
        for event in events:
            *_, session = self.after(session, event)
        return session

    def _answers(self, session: Session, effect: Effect) -> Iterator[AnyEvent]:
        """All that the world may say to this; the last is that all goes well."""
        match effect:
            case Draw(visit):
                yield Drawn(visit, UUID(int=visit, version=4), CODE, NOW)
            case Save(submission):
                for trouble in self._some(session, get_args(SaveProblem)):
                    yield SaveFailed(submission.id, trouble)
                yield Saved(submission.id)
            case Print(receipt):
                for problem in self._some(session, get_args(PrintProblem)):
                    yield PrintFailed(receipt.name, problem)
                yield Printed(receipt.name)
            case LookUp(code):
                yield StatusFailed(code)
                yield StatusFound(code, ())
                for reports in self._reports:
                    yield StatusFound(code, reports)
            case NotSolved(code):
                yield NotSolvedFailed(code)
                yield NotSolvedTold(code)
            case Record(name):
                yield RecordingFailed(name)
                yield Recorded(name, 0, silent=True)
                yield RecordingHeard(0.6, 17)
            case StopRecording() if session.take is not None:
                yield Recorded(session.take.step, 24)
            case KeepKeys():
                yield KeysKept(False)
                yield KeysKept(True)
            case _:
                pass

    def _some(self, session: Session, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """All of them in one flow; in the others one, for they are told in the same words."""
        flow = self._sending
        return problems if flow and session.flow == flow.flow else problems[:1]

    @cached_property
    def _sending(self) -> Flow | None:
        return next((flow for flow in self.terminal.flows.values() if flow.ends == "send"), None)

    @cached_property
    def _reports(self) -> tuple[tuple[Report, ...], ...]:
        """One submission in every state that it may have, and two with one code."""
        flow = self._sending
        if flow is None:
            return ()
        texts, owner = self.terminal.texts, self.terminal.municipality.name
        first = texts.languages[0]
        sentence = texts.find(first, f"flow-{flow.flow}.thanks").shown
        plain = tuple(
            Report(DAY, status, flow.flow, sentence, DAY, language=first)
            for status in get_args(Report.__annotations__["status"])
        )
        by_status = {report.status: report for report in plain}
        special = (
            replace(by_status["planned"], planned_for="2026-12-02"),
            replace(by_status["forwarded"], organisation=owner),
            replace(by_status["done"], may_reopen=True),
        )
        both = (plain[0], replace(plain[0], day=NEXT_DAY))
        return (*((report,) for report in (*special, *plain)), both)
