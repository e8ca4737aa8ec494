"""Where a visitor is in a flow: what may be answered, what still must be, and what comes next.

Everything is computed from the answers. A sub category that belongs to another main
category than the one now chosen counts as not answered; a question with only one
possible answer is not asked but answered.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.core.catalogue import MainCategory, SubCategory
from kiosk.core.flow import Flow, Step, holds, path
from kiosk.core.terminal import Terminal


@dataclass(frozen=True, slots=True)
class Option:
    """An answer that can be chosen: value, pictogram, and the message with its words."""

    value: str
    picture: str
    key: str


def options(
    terminal: Terminal, flow: Flow, step: Step, answers: Mapping[str, str]
) -> tuple[Option, ...]:
    """The answers to a choice, in order; empty for a step that is typed."""
    catalogue = terminal.catalogue
    match step.source:
        case "categories":
            return tuple(
                Option(main.value, main.picture, f"category-{main.value}")
                for main in catalogue.categories
            )
        case "subcategories":
            chosen = main_category(flow, answers)
            return tuple(
                Option(sub.value, sub.picture, f"category-{main.value}-{sub.value}")
                for main in catalogue.categories
                if main.value == chosen
                for sub in main.sub
            )
        case "places":
            return tuple(
                Option(place.value, place.picture, f"place-{place.value}")
                for place in catalogue.places
            )
        case None:
            return tuple(
                Option(choice.value, choice.picture, f"{flow.flow}-{step.step}-{choice.value}")
                for choice in step.choices
            )


def main_category(flow: Flow, answers: Mapping[str, str]) -> str:
    """The main category that was chosen, or nothing."""
    return next(
        (
            answers[step.step]
            for step in flow.steps
            if step.source == "categories" and step.step in answers
        ),
        "",
    )


def category_chosen(
    terminal: Terminal, flow: Flow, answers: Mapping[str, str]
) -> tuple[MainCategory, SubCategory] | None:
    """The main and sub category of these answers; None where the flow has none."""
    chosen = main_category(flow, answers)
    sub = next((answers.get(s.step, "") for s in flow.steps if s.source == "subcategories"), "")
    return next(
        (
            (main, item)
            for main in terminal.catalogue.categories
            for item in main.sub
            if main.value == chosen and item.value == sub
        ),
        None,
    )


def counted(terminal: Terminal, flow: Flow, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers that count, in the order of the flow, with those that answer themselves."""
    result: dict[str, str] = {}
    for step in flow.steps:
        if not holds(step.when, result):
            continue
        if step.ask == "choice":
            values = [option.value for option in options(terminal, flow, step, result)]
            if len(values) == 1:
                result[step.step] = values[0]
            elif answers.get(step.step) in values:
                result[step.step] = answers[step.step]
        elif step.step in answers:
            result[step.step] = answers[step.step]
    return result


def asked(terminal: Terminal, flow: Flow, answers: Mapping[str, str]) -> tuple[Step, ...]:
    """The questions on this visitor's way, as far as the answers tell."""
    valid = counted(terminal, flow, answers)
    return tuple(
        step
        for step in path(flow, valid)
        if step.ask != "choice" or len(options(terminal, flow, step, valid)) > 1
    )


def unanswered(terminal: Terminal, flow: Flow, answers: Mapping[str, str]) -> Step | None:
    """The first question that still wants an answer."""
    valid = counted(terminal, flow, answers)
    return next((step for step in asked(terminal, flow, answers) if step.step not in valid), None)


def groups(
    terminal: Terminal, flow: Flow, answers: Mapping[str, str]
) -> tuple[tuple[Step, ...], ...]:
    """Questions that make one line on the check page: where, or how to reach you.

    Neighbours with the same meaning belong together; how to answer and where to reach
    the visitor are one. Everything else is a line of its own.
    """
    result: list[list[Step]] = []
    for step in asked(terminal, flow, answers):
        if result and belongs(result[-1][-1]) and belongs(result[-1][-1]) == belongs(step):
            result[-1].append(step)
        else:
            result.append([step])
    return tuple(tuple(group) for group in result)


def belongs(step: Step) -> str | None:
    """The line of the check page that a question shares with its neighbours, if it does."""
    match step.means:
        case "channel" | "contact":
            return "contact"
        case "category" | "location":
            return step.means
        case _:
            return None


def advised(flow: Flow, answers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Name and pictogram of each scheme that may fit these answers."""
    return ((item.advice, item.picture) for item in flow.advice if holds(item.when, answers))


def will_send(flow: Flow, answers: Mapping[str, str]) -> bool:
    """Whether these answers are sent; an advice without a call-back only prints."""
    return flow.ends == "send" and holds(flow.send_when, answers)
