"""The screens on which the answer comes back: how it is with a report, and is it solved?"""

from dataclasses import replace
from datetime import date

from kiosk.core import solved
from kiosk.core.events import Report
from kiosk.core.inner import Inner
from kiosk.core.session import Session
from kiosk.core.show_ends import ready
from kiosk.core.terminal import Terminal
from kiosk.core.texts import Text
from kiosk.core.view import Block, Choices, Paragraph, Target

YES, NO = "2714", "274C"
DAY = "1F4C5"
ORGANISATION = "1F3E2"
TELL, AGAIN, GLAD, PHONE = "1F4E3", "1F440", "1F44D", "1F4DE"
STATUS = {
    "received": "1F4E5",
    "in_progress": "1F6E0",
    "planned": "E0AB",
    "done": "2705",
    "cannot": "274C",
    "forwarded": "1F4E4",
}


def inner(terminal: Terminal, session: Session) -> Inner:
    match session.place:
        case "which-day":
            return _which_day(terminal, session)
        case "solved":
            return _solved(terminal, session)
        case "not-solved":
            return _not_solved(terminal, session)
        case "solved-thanks":
            return _told(terminal, session, "ui-thank-you", "ui-solved-thanks", GLAD)
        case "told":
            return _told(terminal, session, "ui-thank-you", "ui-told", AGAIN)
        case "not-told":
            return _told(terminal, session, "ui-not-told-title", "ui-not-told", PHONE)
        case _:
            return _report(terminal, session)


def _which_day(terminal: Terminal, session: Session) -> Inner:
    texts, language = terminal.texts, session.settings.language
    days = tuple(
        Target(
            f"day:{index}",
            "choice",
            texts.day(language, date.fromisoformat(report.day)),
            DAY,
            texts.find(language, f"flow-{report.flow}.title"),
        )
        for index, report in enumerate(session.reports[:6])
    )
    return Inner(
        f"{session.flow}.which-day",
        texts.text(language, "ui-which-day"),
        texts.text(language, "ui-which-day.help"),
        blocks=(Choices(days, "list"),),
    )


def _report(terminal: Terminal, session: Session) -> Inner:
    """What the page behind the QR code says: status, the public sentence, and the days."""
    texts, language = terminal.texts, session.settings.language
    report = session.reports[session.report]
    blocks: tuple[Block, ...] = (
        Paragraph(
            Text.plain(report.sentence),
            _status(terminal, report, language),
            STATUS[report.status],
            tone="good" if report.status == "done" else "plain",
            language=report.language,
        ),
        *_elsewhere(terminal, report, language),
        Paragraph(
            _received(terminal, report, language),
            texts.find(language, f"flow-{report.flow}.title"),
            DAY,
        ),
    )
    question = Target("next", "forward", texts.text(language, "ui-next"))
    return Inner(
        f"{session.flow}.report",
        texts.text(language, "ui-status-title"),
        blocks=blocks,
        actions=(question,) if solved.is_asked(report) else ready(terminal, session),
    )


def _status(terminal: Terminal, report: Report, language: str) -> Text:
    texts = terminal.texts
    if report.status == "planned" and report.planned_for:
        day = texts.day(language, date.fromisoformat(report.planned_for))
        return texts.text(language, "ui-status-planned-day", day=day.shown)
    return texts.text(language, f"ui-status-{report.status.replace('_', '-')}")


def _elsewhere(terminal: Terminal, report: Report, language: str) -> tuple[Paragraph, ...]:
    """Who has it now; a name of here, so it is said as people say it here."""
    if report.status != "forwarded" or not report.organisation:
        return ()
    heading = terminal.texts.text(language, "ui-status-organisation")
    name = Text.plain(report.organisation)
    return (Paragraph(name, heading, ORGANISATION, language=terminal.texts.staff),)


def _received(terminal: Terminal, report: Report, language: str) -> Text:
    day = terminal.texts.day(language, date.fromisoformat(report.day))
    return terminal.texts.text(language, "ui-status-day", day=day.shown)


def _solved(terminal: Terminal, session: Session) -> Inner:
    """The question, and of which day it is: one code may have several reports."""
    texts, language = terminal.texts, session.settings.language
    choices = (
        Target("solved:yes", "choice", texts.text(language, "ui-solved-yes"), YES),
        Target("solved:no", "choice", texts.text(language, "ui-solved-no"), NO),
    )
    return Inner(
        f"{session.flow}.solved",
        texts.text(language, "ui-solved-title"),
        _received(terminal, session.reports[session.report], language),
        blocks=(Choices(choices, "list"),),
    )


def _not_solved(terminal: Terminal, session: Session) -> Inner:
    """As the check page before sending: one line, and the button that cannot be taken back."""
    texts, language = terminal.texts, session.settings.language
    report = session.reports[session.report]
    send = Target("tell", "send", texts.text(language, "ui-not-solved-send"))
    return Inner(
        f"{session.flow}.not-solved",
        texts.text(language, "ui-check-title"),
        texts.text(language, "ui-check-title.help"),
        blocks=(
            Paragraph(
                texts.text(language, "ui-not-solved"),
                texts.find(language, f"flow-{report.flow}.title"),
                TELL,
            ),
        ),
        actions=(send,),
    )


def _told(terminal: Terminal, session: Session, title: str, key: str, picture: str) -> Inner:
    """How it ended, in one card, and how we can still be reached where it failed."""
    texts, language = terminal.texts, session.settings.language
    card = Paragraph(texts.text(language, key), picture=picture, tone="good")
    if session.place == "not-told":
        call = texts.text(language, "ui-not-told-call", phone=terminal.municipality.phone)
        card = replace(card, heading=call, tone="warning")
    return Inner(
        f"{session.flow}.{session.place}",
        texts.text(language, title),
        blocks=(card,),
        actions=ready(terminal, session),
    )
