"""Moving through a flow: to a question, onwards, back, and to change an answer.

A question leads to the next unanswered one. During a change it leads through the
questions under change and then straight back to the check page (A17).
"""

from dataclasses import replace

from kiosk.core import inputs, solved, walk
from kiosk.core.effects import SCREEN, Discard, Draw, Effect, Hush, LookUp, Print
from kiosk.core.flow import Flow, Step
from kiosk.core.paper import leaflet_of
from kiosk.core.session import Session, fresh
from kiosk.core.show import show
from kiosk.core.terminal import Terminal

Next = tuple[Session, tuple[Effect, ...]]


def current_step(terminal: Terminal, session: Session) -> Step:
    return _named(terminal.flows[session.flow], session.step)


def typing_step(terminal: Terminal, session: Session) -> Step | None:
    """The question that is being typed, if one is."""
    if session.place != "step" or session.panel is not None:
        return None
    step = current_step(terminal, session)
    return step if step.ask != "choice" else None


def start_flow(session: Session, flow: Flow) -> Next:
    started = replace(session, flow=flow.flow, answers={}, recordings={}, changing=(), lot=None)
    return go(started, flow.steps[0]), (*SCREEN, Draw(session.visit))


def go(session: Session, step: Step) -> Session:
    """Stand at this question, with what was answered before still in the field."""
    return replace(
        session,
        place="step",
        step=step.step,
        page=0,
        typed=session.answers.get(step.step, "") if step.ask != "choice" else "",
        layer="",
        focus=None,
    )


def turn_page(terminal: Terminal, session: Session) -> Next:
    """The next part of a screen that is too full; after the last comes the first."""
    number, count = show(terminal, session).page
    if session.panel is not None:
        return replace(session, panel_page=number % count, focus=None), SCREEN
    return replace(session, page=number % count, focus=None), SCREEN


def answer(terminal: Terminal, session: Session, value: str) -> Next:
    """Keep this answer and go on."""
    answered = replace(session, answers={**session.answers, session.step: value})
    return _onwards(terminal, answered)


def press_next(terminal: Terminal, session: Session) -> Next:
    """The big button under a field or under the advice."""
    if session.place == "advice":
        return go(session, current_step(terminal, session)), SCREEN
    step = current_step(terminal, session)
    assert step.ask != "choice"  # noqa: S101 - choices have no such button
    value = inputs.tidy(session.typed)
    if not value and (step.skip or step.step in session.recordings):
        return answer(terminal, session, "")
    if not inputs.is_whole(step.ask, value, terminal.code_is_valid):
        wrong = "wrong" if value else "empty"
        return replace(session, notice=f"ui-{wrong}-{step.ask.replace('_', '-')}"), SCREEN
    if step.ask == "code":
        return look_up(session, value)
    return answer(terminal, session, value)


def look_up(session: Session, code: str) -> Next:
    return replace(session, place="looking", code=code, focus=None), (
        *SCREEN,
        LookUp(code, session.settings.language),
    )


def _onwards(terminal: Terminal, session: Session) -> Next:
    flow = terminal.flows[session.flow]
    steps = walk.asked(terminal, flow, session.answers)
    here = [step.step for step in steps].index(session.step)
    following = steps[here + 1] if here + 1 < len(steps) else None
    if session.changing:
        if following is None or following.step not in session.changing:
            following = walk.unanswered(terminal, flow, session.answers)
        if following is None:
            return finish(terminal, replace(session, changing=()))
        return go(session, following), SCREEN
    if following is None:
        return finish(terminal, session)
    if following.step == flow.advice_before:
        return replace(session, place="advice", step=following.step, page=0, focus=None), SCREEN
    return go(session, following), SCREEN


def finish(terminal: Terminal, session: Session) -> Next:
    """After the last question: the check page, or paper to take along."""
    flow = terminal.flows[session.flow]
    valid = walk.counted(terminal, flow, session.answers)
    if walk.will_send(flow, valid):
        return replace(session, place="check", step="", page=0, focus=None), SCREEN
    leaflet = replace(session, place="leaflet", step="", page=0, focus=None)
    if session.paper or not terminal.has_printer or session.lot is None:
        return leaflet, SCREEN
    return replace(leaflet, paper="printing"), (Hush(), Print(leaflet_of(terminal, leaflet)))


def change(terminal: Terminal, session: Session, name: str) -> Next:
    """From the check page to a line of it: all questions that make the line, then back.

    Another answer may bring other questions of the same kind (another place, another way
    to be answered), so these belong to the change as well.
    """
    flow = terminal.flows[session.flow]
    group = next(
        group
        for group in walk.groups(terminal, flow, session.answers)
        if any(step.step == name for step in group)
    )
    belongs = walk.belongs(group[0])
    changing = tuple(
        step.step
        for step in flow.steps
        if step in group or (belongs is not None and walk.belongs(step) == belongs)
    )
    return go(replace(session, changing=changing), group[0]), SCREEN


def back(terminal: Terminal, session: Session) -> Next:
    """One screen back; from the first question to the start screen."""
    if session.page:
        return replace(session, page=session.page - 1, focus=None), SCREEN
    if (done := solved.back(session)) is not None:
        return done
    flow = terminal.flows[session.flow]
    names = [step.step for step in walk.asked(terminal, flow, session.answers)]
    here = names.index(session.step) if session.step in names else len(names)
    match session.place:
        case "step" if session.changing and session.step == session.changing[0]:
            return _unchanged(terminal, session)
        case "step" if session.step == flow.advice_before:
            return replace(session, place="advice", focus=None), SCREEN
        case "step" if here == 0:
            return to_start(terminal, session)
        case "report" if len(session.reports) > 1:
            return replace(session, place="which-day", focus=None), SCREEN
        case "report" | "which-day":
            return go(session, flow.steps[0]), SCREEN
        case _:
            return go(session, _named(flow, names[here - 1])), SCREEN


def _unchanged(terminal: Terminal, session: Session) -> Next:
    """Back from a change: to the check page, or to what has no answer any more."""
    changed = replace(session, changing=())
    open_now = walk.unanswered(terminal, terminal.flows[session.flow], session.answers)
    if open_now is None:
        return finish(terminal, changed)
    if open_now.step == session.step:
        return back(terminal, changed)
    return go(session, open_now), SCREEN


def _named(flow: Flow, name: str) -> Step:
    return next(step for step in flow.steps if step.step == name)


def to_start(terminal: Terminal, session: Session) -> Next:
    """Back to the portal with the same visitor: settings stay, answers go."""
    start = replace(
        fresh(terminal, session.visit + 1, session.hardware),
        settings=session.settings,
        active=True,
        by_keys=session.by_keys,
        last_press_at=session.last_press_at,
    )
    return start, (*SCREEN, *(Discard(step) for step in session.recordings))
