"""From what was sent to what the visitor takes along: in their language, the essentials in Dutch.

Nothing on it tells who they are: no name, number, address or own words.
"""

from collections.abc import Iterator
from datetime import date

from kiosk.core import walk
from kiosk.core.filing import category_of
from kiosk.core.receipt import Line, Number, Part, QrCode, Receipt, Words
from kiosk.core.session import Session
from kiosk.core.submission import Submission
from kiosk.core.terminal import Terminal
from kiosk.core.texts import Text


def code_groups(code: str) -> tuple[str, ...]:
    """The tracking code as it is shown: 4-4-4."""
    return tuple(code[start : start + 4] for start in range(0, len(code), 4))


def promise_of(terminal: Terminal, session: Session, language: str) -> Text:
    """What the municipality says it will do: for this category, or for this flow."""
    flow = terminal.flows[session.flow]
    found = walk.category_chosen(terminal, flow, walk.counted(terminal, flow, session.answers))
    key = f"promise-{found[1].promise}" if found else f"flow-{flow.flow}.promise"
    return terminal.texts.find(language, key)


def _what(terminal: Terminal, session: Session, language: str) -> str:
    """What was sent, in a few words."""
    flow = terminal.flows[session.flow]
    title = terminal.texts.text(language, f"flow-{flow.flow}.title").shown
    answers = walk.counted(terminal, flow, session.answers)
    category = category_of(terminal, flow, answers, language)
    return f"{title}: {category.label}" if category else title


def receipt_of(terminal: Terminal, session: Session, submission: Submission) -> Receipt:
    """The receipt of a submission that is on disk."""
    language = session.settings.language
    staff = terminal.texts.staff
    direction = terminal.texts.direction(language)
    ui = terminal.texts
    promise = promise_of(terminal, session, language).shown
    parts: list[Part] = [
        Words(terminal.municipality.name, "strong", "center"),
        Words(ui.text(language, "ui-receipt-title").shown, "title", "center", direction),
        Line(),
        Words(_what(terminal, session, language), "strong", direction=direction),
        Words(promise, direction=direction),
        Number(ui.text(language, "ui-your-code").shown, code_groups(submission.code), direction),
        QrCode(terminal.follow_url.format(code=submission.code)),
        Words(ui.text(language, "ui-receipt-follow").shown, align="center", direction=direction),
        *_advice(terminal, session, language),
        *_foot(terminal, language, submission.made_at),
    ]
    if language != staff:
        promise = promise_of(terminal, session, staff).shown
        parts += [Line(), Words(_what(terminal, session, staff)), Words(promise)]
        parts.append(Words(ui.text(staff, "ui-receipt-dutch").shown, "small"))
    return Receipt(submission.code, language, tuple(part for part in parts if part != Words("")))


def leaflet_name(code: str) -> str:
    """The name of a paper without a submission; the code of the visit makes it unique."""
    return f"leaflet-{code}"


def leaflet_of(terminal: Terminal, session: Session) -> Receipt:
    """The schemes that may fit, to take along; nothing was sent, so there is no code."""
    assert session.lot is not None  # noqa: S101 - callers wait for it
    language = session.settings.language
    direction = terminal.texts.direction(language)
    ui = terminal.texts
    parts: tuple[Part, ...] = (
        Words(terminal.municipality.name, "strong", "center"),
        Words(ui.text(language, f"flow-{session.flow}.title").shown, "title", "center", direction),
        *_advice(terminal, session, language),
        *_foot(terminal, language, session.lot.now),
    )
    return Receipt(leaflet_name(session.lot.code), language, parts)


def _advice(terminal: Terminal, session: Session, language: str) -> Iterator[Part]:
    flow = terminal.flows[session.flow]
    direction = terminal.texts.direction(language)
    answers = walk.counted(terminal, flow, session.answers)
    for name, _ in walk.advised(flow, answers):
        lines = (f"advice-{name}.line{number}" for number in (1, 2, 3))
        said = " ".join(terminal.texts.text(language, line).shown for line in lines)
        yield Line()
        yield Words(
            terminal.texts.text(language, f"advice-{name}").shown, "strong", direction=direction
        )
        yield Words(said, direction=direction)


def _foot(terminal: Terminal, language: str, now: str) -> Iterator[Part]:
    """Whom to call, and the day; the kiosk's clock may be wrong, so nothing depends on it."""
    direction = terminal.texts.direction(language)
    phone = terminal.municipality.phone
    call = terminal.texts.text(language, "ui-receipt-phone", phone=phone).shown
    day = terminal.texts.day(language, date.fromisoformat(now[:10])).shown
    yield Line()
    yield Words(call, "strong", "center", direction)
    if terminal.location:
        yield Words(terminal.location, "small", "center")
    yield Words(day, "small", "center", direction)
