"""From a visitor's answers to what the desk receives: complete, and readable in Dutch."""

from collections.abc import Mapping

from kiosk.core import inputs, walk
from kiosk.core.events import Drawn
from kiosk.core.flow import Flow, Step
from kiosk.core.session import Session
from kiosk.core.submission import (
    Answer,
    Category,
    Channel,
    Contact,
    Location,
    Recording,
    Submission,
)
from kiosk.core.terminal import Terminal
from kiosk.core.view import OTHER

CHANNELS: dict[str, Channel] = {
    "geen": "none",
    "brief": "letter",
    "sms": "sms",
    "bellen": "phone",
    "mail": "mail",
}


def submission_of(terminal: Terminal, session: Session, lot: Drawn) -> Submission:
    """The submission that these answers make, under the id and code of this visit."""
    flow = terminal.flows[session.flow]
    answers = walk.counted(terminal, flow, session.answers)
    staff = terminal.texts.staff
    return Submission(
        id=lot.submission_id,
        code=lot.code,
        kiosk=terminal.name,
        bundle=terminal.bundle,
        flow=flow.flow,
        title=terminal.texts.text(staff, f"flow-{flow.flow}.title").shown,
        language=session.settings.language,
        made_at=lot.now,
        category=category_of(terminal, flow, answers, staff),
        location=_location(terminal, flow, answers, staff),
        words=next(
            (
                answers[step.step]
                for step in flow.steps
                if step.means == "words" and step.step in answers
            ),
            "",
        ),
        contact=_contact(flow, answers),
        answers=tuple(
            Answer(
                step=step.step,
                question=terminal.texts.text(staff, f"{flow.flow}-{step.step}").shown,
                value=answers[step.step],
                shown=_in_words(terminal, session, step, answers, staff),
            )
            for step in flow.steps
            if step.step in answers
        ),
        recordings=tuple(
            Recording(step=step.step, seconds=session.recordings[step.step])
            for step in flow.steps
            if step.step in answers and step.step in session.recordings
        ),
    )


def _in_words(
    terminal: Terminal, session: Session, step: Step, answers: Mapping[str, str], language: str
) -> str:
    """An answer in words, or that it was only spoken."""
    seconds = session.recordings.get(step.step)
    if seconds is not None and not answers[step.step]:
        return terminal.texts.text(language, "ui-recorded", seconds=seconds).shown
    return shown_answer(terminal, terminal.flows[session.flow], step, answers, language)


def shown_answer(
    terminal: Terminal, flow: Flow, step: Step, answers: Mapping[str, str], language: str
) -> str:
    """An answer in words: the label of a choice, or what was typed in its groups."""
    value = answers[step.step]
    if step.ask != "choice":
        return inputs.shown(step.ask, value)
    found = walk.options(terminal, flow, step, answers)
    key = next(option.key for option in found if option.value == value)
    return terminal.texts.text(language, key).shown


def category_of(
    terminal: Terminal, flow: Flow, answers: Mapping[str, str], language: str
) -> Category | None:
    """The category with its promise, in `language`; None for a flow without categories."""
    found = walk.category_chosen(terminal, flow, answers)
    if found is None:
        return None
    main, sub = found
    key = f"category-{main.value}"
    if sub.value != OTHER:
        key = f"{key}-{sub.value}"
    promise = next(item for item in terminal.catalogue.promises if item.promise == sub.promise)
    return Category(
        main=main.value,
        sub=sub.value,
        label=terminal.texts.text(language, key).shown,
        promise=terminal.texts.text(language, f"promise-{promise.promise}").shown,
        promise_days=promise.days,
    )


def _location(
    terminal: Terminal, flow: Flow, answers: Mapping[str, str], language: str
) -> Location | None:
    steps = [step for step in flow.steps if step.means == "location" and step.step in answers]
    if not steps:
        return None
    place = next((answers[step.step] for step in steps if step.source == "places"), None)
    if place is not None:
        known = next(item for item in terminal.catalogue.places if item.value == place)
        label = terminal.texts.text(language, f"place-{place}").shown
        return Location(
            kind="place", label=label, latitude=known.latitude, longitude=known.longitude
        )
    typed = {str(step.ask): answers[step.step] for step in steps if step.ask != "choice"}
    if typed:
        label = " ".join(
            shown_answer(terminal, flow, s, answers, language) for s in steps if s.ask != "choice"
        )
        return Location(
            kind="address",
            label=label,
            postcode=typed.get("postcode", ""),
            house_number=typed.get("house_number", ""),
            street=typed.get("street", ""),
        )
    if any(answers[step.step] == "hier" for step in steps):
        return Location(
            kind="kiosk",
            label=terminal.location,
            latitude=terminal.latitude,
            longitude=terminal.longitude,
        )
    return Location(kind="unknown", label="")


def _contact(flow: Flow, answers: Mapping[str, str]) -> Contact:
    """What the visitor gave to be answered by. Without a question about it, a number is to call."""
    details = {
        str(step.ask): answers[step.step]
        for step in flow.steps
        if step.means == "contact" and step.ask != "choice" and step.step in answers
    }
    chosen = next(
        (
            answers[step.step]
            for step in flow.steps
            if step.means == "channel" and step.step in answers
        ),
        None,
    )
    if chosen is not None:
        channel = CHANNELS.get(chosen, "none")
    else:
        channel = "phone" if "phone" in details else "none"
    return Contact(channel=channel, **details)
