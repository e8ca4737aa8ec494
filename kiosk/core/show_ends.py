"""The screens after the last question: a moment of waiting, thanks, paper to take along."""

from kiosk.core import inputs
from kiosk.core.inner import Inner
from kiosk.core.paper import code_groups, promise_of
from kiosk.core.session import Session
from kiosk.core.terminal import Terminal
from kiosk.core.texts import Text
from kiosk.core.view import Block, Code, Paragraph, Qr, Target

WAIT = "23F3"
PAPER = "1F9FE"
WARNING = "26A0"


def inner(terminal: Terminal, session: Session) -> Inner:
    match session.place:
        case "saving":
            return _wait(terminal, session, "ui-saving")
        case "looking":
            return _wait(terminal, session, "ui-looking")
        case "telling":
            return _wait(terminal, session, "ui-telling")
        case "thanks":
            return _thanks(terminal, session)
        case _:
            return _leaflet(terminal, session)


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


def ready(terminal: Terminal, session: Session) -> tuple[Target, ...]:
    """The button that ends the visit."""
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
        actions=ready(terminal, session),
    )


def _leaflet(terminal: Terminal, session: Session) -> Inner:
    texts, language = terminal.texts, session.settings.language
    key = "ui-leaflet-title" if session.paper in ("printed", "printing") else "ui-leaflet-none"
    return Inner(
        f"{session.flow}.leaflet",
        texts.text(language, key),
        blocks=(_paper(terminal, session),),
        actions=ready(terminal, session),
    )
