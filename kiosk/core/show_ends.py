"""The screens that answer: thanks, paper to take along, and how it is with a report."""

from datetime import date

from kiosk.core import inputs
from kiosk.core.events import Report
from kiosk.core.inner import Inner
from kiosk.core.paper import code_groups, promise_of
from kiosk.core.session import Session
from kiosk.core.terminal import Terminal
from kiosk.core.texts import Text
from kiosk.core.view import Block, Choices, Code, Paragraph, Qr, Target

WAIT = "23F3"
PAPER = "1F9FE"
WARNING = "26A0"
DAY = "1F4C5"
STATUS = {"received": "1F4E5", "in_progress": "1F6E0", "done": "2705", "cannot": "274C"}


def inner(terminal: Terminal, session: Session) -> Inner:
    match session.place:
        case "saving":
            return _wait(terminal, session, "ui-saving")
        case "looking":
            return _wait(terminal, session, "ui-looking")
        case "thanks":
            return _thanks(terminal, session)
        case "leaflet":
            return _leaflet(terminal, session)
        case "which-day":
            return _which_day(terminal, session)
        case _:
            return _report(terminal, session)


def _wait(terminal: Terminal, session: Session, key: str) -> Inner:
    title = terminal.texts.text(session.settings.language, key)
    return Inner(f"{session.flow}.{session.place}", title, picture=WAIT)


def paper_news(terminal: Terminal, session: Session) -> Text:
    """What has become of the paper, in one sentence."""
    texts, language = terminal.texts, session.settings.language
    if session.place == "leaflet":
        state = session.paper if session.paper in ("printing", "printed") else "failed"
        values = {"phone": terminal.municipality.phone} if state == "failed" else {}
        return texts.text(language, f"ui-leaflet-{state}", **values)
    if session.paper == "failed":
        return texts.text(language, f"ui-paper-{session.paper_problem.replace('_', '-')}")
    return texts.text(language, f"ui-paper-{session.paper or 'none'}")


def _paper(terminal: Terminal, session: Session) -> Paragraph:
    failed = session.paper in ("failed", "")
    return Paragraph(
        paper_news(terminal, session),
        picture=WARNING if failed else PAPER,
        tone="warning" if failed else "good" if session.paper == "printed" else "plain",
    )


def _done(terminal: Terminal, session: Session) -> tuple[Target, ...]:
    return (Target("done", "forward", terminal.texts.text(session.settings.language, "ui-done")),)


def _thanks(terminal: Terminal, session: Session) -> Inner:
    texts, language = terminal.texts, session.settings.language
    hear = Target("hear", "repeat", texts.text(language, "ui-hear-code"), "1F50A")
    blocks: tuple[Block, ...] = (
        Code(
            texts.text(language, "ui-your-code"),
            code_groups(session.code),
            inputs.said("code", session.code),
            hear,
        ),
        _paper(terminal, session),
        Qr(terminal.follow_url.format(code=session.code), texts.text(language, "ui-qr")),
    )
    return Inner(
        f"{session.flow}.thanks",
        texts.text(language, f"flow-{session.flow}.thanks"),
        promise_of(terminal, session, language),
        blocks=blocks,
        actions=_done(terminal, session),
    )


def _leaflet(terminal: Terminal, session: Session) -> Inner:
    texts, language = terminal.texts, session.settings.language
    key = "ui-leaflet-title" if session.paper in ("printed", "printing") else "ui-leaflet-none"
    return Inner(
        f"{session.flow}.leaflet",
        texts.text(language, key),
        blocks=(_paper(terminal, session),),
        actions=_done(terminal, session),
    )


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
    key = report.status.replace("_", "-")
    blocks = (
        Paragraph(
            Text.plain(report.sentence),
            texts.text(language, f"ui-status-{key}"),
            STATUS[report.status],
            tone="good" if report.status == "done" else "plain",
            language=report.language,
        ),
        Paragraph(
            _received(terminal, report, language),
            texts.find(language, f"flow-{report.flow}.title"),
            DAY,
        ),
    )
    return Inner(
        f"{session.flow}.report",
        texts.text(language, "ui-status-title"),
        blocks=blocks,
        actions=_done(terminal, session),
    )


def _received(terminal: Terminal, report: Report, language: str) -> Text:
    day = terminal.texts.day(language, date.fromisoformat(report.day))
    return terminal.texts.text(language, "ui-status-day", day=day.shown)
