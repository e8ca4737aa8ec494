"""Which questions of a form anybody can come to: for each, answers that lead there, if any.

    when: {waar: [adres], hulp: [ja]}      reached where both can be answered so together

Only the questions that a condition hangs on are tried, so this is exact, and quick for any
form that a person can oversee.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from config.bundle import Bundle
from config.examining.findings import Finding, finding
from config.terminals import terminal_of
from kiosk.core import walk
from kiosk.core.flow import Flow, Step, When, holds
from kiosk.core.terminal import Terminal

Answers = dict[str, str]


@dataclass(frozen=True)
class Reach:
    """One form of a kiosk."""

    terminal: Terminal
    flow: Flow

    def answers_for(self, when: When) -> Answers | None:
        """Answers with which a condition holds; None where there are none."""
        needed = self._behind(when)
        return next((found for found in self._tries(needed, 0, {}) if holds(when, found)), None)

    def _behind(self, when: When) -> list[Step]:
        """The questions that a condition hangs on, and those that these hang on."""
        names = set(when)
        for step in reversed(self.flow.steps):
            if step.step in names:
                names |= set(step.when)
                if step.source == "subcategories":
                    names |= {one.step for one in self.flow.steps if one.source == "categories"}
        return [step for step in self.flow.steps if step.step in names]

    def _tries(self, steps: list[Step], at: int, answers: Answers) -> Iterator[Answers]:
        if at == len(steps):
            yield answers
            return
        step = steps[at]
        options = (
            walk.options(self.terminal, self.flow, step, answers)
            if holds(step.when, answers)
            else ()
        )
        for option in options:
            yield from self._tries(steps, at + 1, {**answers, step.step: option.value})
        if not options:
            yield from self._tries(steps, at + 1, answers)


def ways(terminal: Terminal) -> Iterator[tuple[str, str, Answers]]:
    """Each question that hangs on others, with answers that lead to it: (flow, step, answers)."""
    for flow in terminal.flows.values():
        reach = Reach(terminal, flow)
        for step in flow.steps:
            answers = reach.answers_for(step.when) if step.when else None
            if answers is not None:
                yield flow.flow, step.step, answers


def unreachable(bundle: Bundle) -> Iterator[Finding]:
    """Each question, advice and end that no answers lead to."""
    terminal = terminal_of(bundle)
    for name, flow in bundle.flows.items():
        reach, file = Reach(terminal, flow), f"flows/{name}.yaml"
        for step in flow.steps:
            if reach.answers_for(step.when) is None:
                line = line_of(bundle, name, "step", step.step)
                what = (
                    f"no answers lead to step '{step.step}': {_told(step.when)} never holds. "
                    "Change its 'when', or take the step out."
                )
                yield finding("step", file, line, what, step=step.step, flow=name)
        for item in flow.advice:
            if reach.answers_for(item.when) is None:
                line = line_of(bundle, name, "advice", item.advice)
                what = (
                    f"no answers lead to advice '{item.advice}': {_told(item.when)} never holds. "
                    "Change its 'when', or take the advice out."
                )
                yield finding("advice", file, line, what, advice=item.advice, flow=name)
        if flow.ends == "send" and reach.answers_for(flow.send_when) is None:
            what = (
                f"this form is never sent: {_told(flow.send_when)} never holds. "
                "Change its 'send_when', or take it out."
            )
            yield finding("send", file, line_of(bundle, name, "send_when"), what, flow=name)


def _told(when: When) -> str:
    return ", ".join(f"{name}: [{', '.join(values)}]" for name, values in when.items())


def line_of(bundle: Bundle, flow: str, part: str, name: str = "") -> int:
    """Where a part begins in the file of a form, such as `step: wat`; 0 where that is not found."""
    named = rf"""['"]?{re.escape(name)}['"]?\s*([,#}}]|$)""" if name else ""
    wanted = re.compile(rf"[\s\-{{]*{part}:\s*{named}")
    lines = (bundle.folder / "flows" / f"{flow}.yaml").read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if wanted.match(line)), 0)
