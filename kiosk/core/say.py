"""What is said: the same text objects as are shown, in the order in which they are read.

`say_of` is the whole screen. `echo_of` is what was just done. What a target says by
itself is `said_of`: its label, its note, and whether it is chosen or cannot be used.
Contact details are never echoed; they are said only where the visitor asks (A6).
"""

from collections.abc import Iterator

from kiosk.core import inputs
from kiosk.core.session import Session
from kiosk.core.show_ends import paper_news
from kiosk.core.terminal import Terminal
from kiosk.core.texts import Text
from kiosk.core.view import Choices, Code, Field, Paragraph, Qr, Rows, Target, Utterance, View

SHORT_PAUSE_MS = 150
LONG_PAUSE_MS = 350


def said_of(terminal: Terminal, target: Target, language: str) -> str:
    """What is said of one target, for focus and for the accessibility tree."""
    spoken = target.language or language
    parts = [target.text.spoken, target.note.spoken]
    if target.chosen:
        parts.append(terminal.texts.text(spoken, "ui-chosen").spoken)
    if not target.enabled:
        parts.append(terminal.texts.text(spoken, "ui-not-now").spoken)
    return " ".join(_sentence(part) for part in parts if part)


def say_of(terminal: Terminal, view: View) -> tuple[Utterance, ...]:
    """The screen from top to bottom: news first, then the question, the answers, the button."""
    return tuple(utterance for utterance in _parts(terminal, view) if utterance.text)


def _parts(terminal: Terminal, view: View) -> Iterator[Utterance]:
    language = view.language
    yield _utter(view.notice, language, LONG_PAUSE_MS)
    yield _utter(view.title, language, LONG_PAUSE_MS)
    yield _utter(view.help, language, LONG_PAUSE_MS)
    for block in view.blocks:
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
            case _:  # keys are said one by one as they are used
                pass
    for action in view.actions:
        yield _utter(action.text, language, SHORT_PAUSE_MS)


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
            return (Utterance(_value(session, view), language),)
        case "key":
            return (Utterance(_key(terminal, session, echo.value, view), language),)
        case "countdown":
            return (_utter(texts.text(language, "ui-still-help", seconds=echo.value), language, 0),)
        case "paper":
            return (_utter(paper_news(terminal, session), language, 0),)
        case "setting":
            return (
                _utter(
                    texts.text(language, f"ui-now-{_setting(session, echo.value)}"), language, 0
                ),
            )


def _setting(session: Session, name: str) -> str:
    if name == "larger":
        return "larger" if session.settings.text_size else "normal-size"
    return name


def _value(session: Session, view: View) -> str:
    if session.place == "thanks":
        return inputs.said("code", session.code)
    return inputs.said(view.input.kind, view.input.value) if view.input else ""


def _key(terminal: Terminal, session: Session, key: str, view: View) -> str:
    texts = terminal.texts
    if len(key) > 1 and key != "value":
        return texts.text(view.language, f"ui-key-{key}").spoken
    step = next(
        (step for step in terminal.flows[session.flow].steps if step.step == session.step), None
    )
    if step is not None and step.means == "contact":
        kind = "digit" if key.isdigit() else "letter"
        return texts.text(view.language, f"ui-hidden-{kind}").spoken
    if key == "value":
        return _value(session, view)
    target = view.target(f"key:{'space' if key == ' ' else key}")
    return target.text.spoken if target else key
