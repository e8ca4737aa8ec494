"""What is said: the same text objects as are shown, in the order in which they are read.

`say_of` is the whole screen. `echo_of` is what was just done. What a target says by
itself is `said_of`: its label, its note, and whether it is chosen or cannot be used.
Contact details are said over headphones only, or where the visitor asks for them (A6).
"""

from collections.abc import Iterator

from kiosk.core import inputs
from kiosk.core.keyboard import marks_of
from kiosk.core.preferences import at_an_end
from kiosk.core.session import Session
from kiosk.core.show_board import unseen
from kiosk.core.show_ends import paper_news
from kiosk.core.terminal import Terminal
from kiosk.core.texts import Text
from kiosk.core.view import Choices, Code, Field, Paragraph, Qr, Rows, Target, Utterance, View

SHORT_PAUSE_MS = 150
LONG_PAUSE_MS = 350
STEPPED = ("louder", "softer", "faster", "slower")
"""At the end of their scale the level is said too: it cannot go on."""


def said_of(terminal: Terminal, target: Target, language: str) -> str:
    """What is said of one target, for focus and for the accessibility tree."""
    spoken = target.language or language
    parts = [target.text.spoken, target.note.spoken]
    if target.chosen:
        parts.append(terminal.texts.text(spoken, "ui-chosen").spoken)
    if not target.enabled:
        parts.append(terminal.texts.text(spoken, "ui-not-now").spoken)
    return " ".join(_sentence(part) for part in parts if part)


def say_of(terminal: Terminal, session: Session, view: View) -> tuple[Utterance, ...]:
    """The screen from top to bottom: news first, then the question, the answers, the button."""
    return tuple(found for found in _parts(terminal, session, view) if found.text)


def _parts(terminal: Terminal, session: Session, view: View) -> Iterator[Utterance]:
    language = view.language
    yield _utter(view.notice, language, LONG_PAUSE_MS)
    yield _utter(view.title, language, LONG_PAUSE_MS)
    yield _utter(view.help, language, LONG_PAUSE_MS)
    for block in (*unseen(terminal, session, view), *view.blocks):
        match block:
            case Choices(targets):
                for target in targets:
                    said = said_of(terminal, target, language)
                    yield Utterance(said, target.language or language, SHORT_PAUSE_MS)
            case Rows(rows):
                for row in rows:
                    words = f"{row.label.spoken}: {row.value.spoken.rstrip('.')}."
                    yield Utterance(words, language, SHORT_PAUSE_MS)
            case Code(label, _, spoken, _):
                yield Utterance(f"{label.spoken}: {spoken}.", language, LONG_PAUSE_MS)
            case Paragraph(text, heading, language=other):
                yield _utter(heading, language, SHORT_PAUSE_MS)
                yield _utter(text, other or language, SHORT_PAUSE_MS)
            case Qr(text=text):
                yield _utter(text, language, SHORT_PAUSE_MS)
            case Field(value="", hint=hint):
                yield _utter(hint, language, SHORT_PAUSE_MS)
            case Field():
                said = _value(terminal, session, view)
                if is_private(terminal, session):
                    said = terminal.texts.text(language, "ui-filled-in").spoken
                yield Utterance(_sentence(said), language, SHORT_PAUSE_MS)
            case _:  # keys are said one by one as they are used
                pass
    for action in view.actions:
        yield _utter(action.text, language, SHORT_PAUSE_MS)


def is_private(terminal: Terminal, session: Session) -> bool:
    """Whether what is being typed is not to be heard by others (A6)."""
    if session.hardware.headphones or session.place != "step":
        return False
    steps = terminal.flows[session.flow].steps
    return any(step.step == session.step and step.means == "contact" for step in steps)


def _utter(text: Text, language: str, pause_ms: int) -> Utterance:
    return Utterance(_sentence(text.spoken), language, pause_ms)


def _sentence(words: str) -> str:
    """Words with an end that a voice can hear."""
    words = words.strip()
    return words if not words or words[-1] in ".?!:" else f"{words}."


def echo_of(terminal: Terminal, session: Session, view: View) -> tuple[Utterance, ...]:
    """What was just done, said alone."""
    echo, language = session.echo, view.language
    if echo is None:
        return ()
    texts = terminal.texts
    match echo.kind:
        case "value":
            return (Utterance(_value(terminal, session, view), language),)
        case "key":
            return (Utterance(_key(terminal, session, echo.value, view), language),)
        case "countdown":
            return (_utter(texts.text(language, "ui-still-help", seconds=echo.value), language, 0),)
        case "paper":
            return (_utter(paper_news(terminal, session), language, 0),)
        case "setting":
            now = _utter(texts.text(language, f"ui-now-{echo.value}"), language, 0)
            if echo.value not in STEPPED or not at_an_end(session.settings, echo.value):
                return (now,)
            level = {"volume": session.settings.volume + 1, "rate": session.settings.rate + 1}
            return now, _utter(texts.text(language, "ui-sound-level", **level), language, 0)
        case "row":
            keys = [view.target(name) for name in view.focus_row]
            ends = [key.text.spoken for key in (keys[:1] + keys[-1:]) if key]
            if len(ends) < 2:
                return ()
            row = texts.text(language, "ui-scan-row", first=ends[0], last=ends[1])
            return (_utter(row, language, 0),)
        case "news":
            return (_utter(texts.text(language, echo.value), language, 0),)


def _value(terminal: Terminal, session: Session, view: View) -> str:
    if session.place == "thanks":
        return inputs.said("code", session.code)
    marks = marks_of(terminal.texts, view.language)
    return inputs.said(view.input.kind, view.input.value, marks) if view.input else ""


def _key(terminal: Terminal, session: Session, key: str, view: View) -> str:
    texts = terminal.texts
    if len(key) > 1 and key != "value":
        return texts.text(view.language, f"ui-key-{key}").spoken
    if is_private(terminal, session):
        kind = "digit" if key.isdigit() else "letter"
        return texts.text(view.language, f"ui-hidden-{kind}").spoken
    if key == "value":
        return _value(terminal, session, view)
    target = view.target(f"key:{'space' if key == ' ' else key}")
    return target.text.spoken if target else key
