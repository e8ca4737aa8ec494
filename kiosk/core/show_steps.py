"""The screens that ask: the portal, one question, schemes that may fit, everything once more."""

from collections.abc import Mapping

from kiosk.core import board, inputs, keyboard, show_board, show_record, walk
from kiosk.core.flow import Flow, Step
from kiosk.core.inner import Inner
from kiosk.core.session import Session
from kiosk.core.terminal import Terminal
from kiosk.core.texts import Text, isolated
from kiosk.core.view import OTHER, Block, Choices, Field, Keys, Paragraph, Row, Rows, Target

TOUCH = "1F446"
HEAR = "1F50A"
SHORT = 90
"""Characters of the visitor's own words on the check page; all of them are read out."""


def inner(terminal: Terminal, session: Session) -> Inner:
    match session.place:
        case "start" if board.is_closed(session):
            return show_board.closed(terminal, session)
        case "start":
            return _start(terminal, session)
        case "advice":
            return _advice(terminal, session)
        case "check":
            return _check(terminal, session)
        case _:
            return _question(terminal, session)


def _start(terminal: Terminal, session: Session) -> Inner:
    texts, language = terminal.texts, session.settings.language
    tiles = tuple(
        Target(
            f"flow:{name}",
            "choice",
            texts.text(language, f"flow-{name}"),
            terminal.flows[name].picture,
            texts.find(language, f"flow-{name}.note"),
        )
        for name in terminal.start
    )
    return Inner(
        "start",
        texts.text(language, "ui-start-title"),
        texts.text(language, "ui-start-title.help"),
        picture=TOUCH,
        blocks=(Choices(tiles, "list"),),
    )


def _question(terminal: Terminal, session: Session) -> Inner:
    flow = terminal.flows[session.flow]
    step = next(step for step in flow.steps if step.step == session.step)
    key = f"{flow.flow}-{step.step}"
    texts, language = terminal.texts, session.settings.language
    blocks: tuple[Block, ...]
    actions: tuple[Target, ...] = ()
    if step.ask == "choice":
        blocks = (_choices(terminal, session, flow, step),)
    else:
        blocks = _typing(terminal, session, step)
        said = step.step in session.recordings
        name = "ui-skip" if step.skip and not session.typed and not said else "ui-next"
        record = show_record.entry(terminal, session) if step.ask == "words" else ()
        actions = (*record, Target("next", "forward", texts.text(language, name)))
    return Inner(
        f"{flow.flow}.{step.step}",
        texts.text(language, key),
        texts.find(language, f"{key}.help"),
        picture="" if step.ask == "choice" else step.picture or "",
        blocks=blocks,
        actions=actions,
        step=_progress(terminal, session, flow),
    )


def _progress(terminal: Terminal, session: Session, flow: Flow) -> tuple[int, int] | None:
    names = [step.step for step in walk.asked(terminal, flow, session.answers)]
    if session.step not in names or len(names) < 2:
        return None
    return names.index(session.step) + 1, len(names)


def _choices(terminal: Terminal, session: Session, flow: Flow, step: Step) -> Choices:
    texts, language = terminal.texts, session.settings.language
    found = walk.options(terminal, flow, step, session.answers)
    chosen = walk.counted(terminal, flow, session.answers).get(step.step)
    targets = tuple(
        Target(
            f"choice:{option.value}",
            "choice",
            texts.text(language, option.key),
            option.picture,
            texts.find(language, f"{option.key}.note"),
            chosen=option.value == chosen,
        )
        for option in found
    )
    return Choices(targets, step.style)


def _typing(terminal: Terminal, session: Session, step: Step) -> tuple[Block, ...]:
    assert step.ask != "choice"  # noqa: S101 - the caller knows
    texts, language = terminal.texts, session.settings.language
    value = session.typed
    hear = Target("hear", "repeat", texts.text(language, "ui-hear"), HEAR, enabled=bool(value))
    field = Field(
        step.ask,
        value,
        inputs.shown(step.ask, value),
        texts.find(language, f"ui-hint-{step.ask.replace('_', '-')}"),
        hear,
    )
    words = keyboard.words_of(texts, language)
    return field, Keys(keyboard.rows(step.ask, value, session.layer, language, words))


def advice_cards(terminal: Terminal, session: Session) -> tuple[Paragraph, ...]:
    """The schemes that may fit, each explained in three sentences."""
    texts, language = terminal.texts, session.settings.language
    flow = terminal.flows[session.flow]
    cards = []
    for name, picture in walk.advised(flow, walk.counted(terminal, flow, session.answers)):
        lines = [texts.text(language, f"advice-{name}.line{number}") for number in (1, 2, 3)]
        words = Text(
            " ".join(line.shown for line in lines), " ".join(line.spoken for line in lines)
        )
        cards.append(Paragraph(words, texts.text(language, f"advice-{name}"), picture))
    return tuple(cards)


def _advice(terminal: Terminal, session: Session) -> Inner:
    texts, language = terminal.texts, session.settings.language
    return Inner(
        f"{session.flow}.advice",
        texts.text(language, f"{session.flow}-advice"),
        texts.find(language, f"{session.flow}-advice.help"),
        blocks=advice_cards(terminal, session),
        actions=(Target("next", "forward", texts.text(language, "ui-next")),),
    )


def _check(terminal: Terminal, session: Session) -> Inner:
    texts, language = terminal.texts, session.settings.language
    flow = terminal.flows[session.flow]
    answers = walk.counted(terminal, flow, session.answers)
    rows = tuple(
        _row(terminal, session, flow, group, answers)
        for group in walk.groups(terminal, flow, session.answers)
    )
    return Inner(
        f"{flow.flow}.check",
        texts.text(language, "ui-check-title"),
        texts.text(language, "ui-check-title.help"),
        blocks=(Rows(rows),),
        actions=(Target("send", "send", texts.text(language, f"flow-{flow.flow}.send")),),
    )


def _row(
    terminal: Terminal,
    session: Session,
    flow: Flow,
    group: tuple[Step, ...],
    answers: Mapping[str, str],
) -> Row:
    """One line: its values joined, contact details hidden from eye and ear (A6)."""
    texts, language = terminal.texts, session.settings.language
    label = texts.text(language, f"{flow.flow}-{group[0].step}.row")
    shown: list[str] = []
    spoken: list[str] = []
    picture = group[0].picture or ""
    for step in group:
        if step.step not in answers or (len(group) > 1 and not answers[step.step]):
            continue  # a name that was left out, beside a number
        value = _value(terminal, flow, step, answers, language)
        alone = session.hardware.headphones and bool(answers[step.step])
        if alone and step.means == "contact" and step.ask != "choice":
            marks = keyboard.marks_of(texts, language)  # only the visitor hears it (A6)
            value = Text(value.shown, inputs.said(step.ask, answers[step.step], marks))
        if step.step in session.recordings:
            value = _with_voice(terminal, session, step, value, answers)
            picture = show_record.MICROPHONE
        if step.means == "category" or (step is not group[0] and step == _details(group)):
            shown, spoken = [], []  # the details say it all: which lamp, what address
        shown.append(value.shown)
        spoken.append(value.spoken)
        for option in walk.options(terminal, flow, step, answers):
            if option.value == answers[step.step] and not _says_little(option.value, picture):
                picture = option.picture
    change = texts.text(language, "ui-change")
    return Row(
        label,
        Text(("\n" if group[0].means == "channel" else " ").join(shown), ", ".join(spoken)),
        picture,
        Target(
            f"change:{group[0].step}",
            "change",
            Text(change.shown, f"{change.spoken}: {label.spoken}"),
        ),
    )


def _with_voice(
    terminal: Terminal, session: Session, step: Step, typed: Text, answers: Mapping[str, str]
) -> Text:
    """What was said instead of typed, or beside it. What was said is not heard here (A6)."""
    language = session.settings.language
    voice = show_record.said(terminal, language, session.recordings[step.step])
    if not answers[step.step]:
        return voice
    return Text(f"{typed.shown}\n{voice.shown}", f"{typed.spoken.rstrip('.')}. {voice.spoken}")


def _details(group: tuple[Step, ...]) -> Step | None:
    """The question of a line about a place that makes the first one superfluous."""
    return group[1] if group[0].means == "location" and len(group) > 1 else None


def _says_little(value: str, picture: str) -> bool:
    """Whether the question's own picture says more than a tick, a cross or a question mark."""
    return bool(picture) and value in (OTHER, "ja", "nee", "weet-niet")


def _value(
    terminal: Terminal, flow: Flow, step: Step, answers: Mapping[str, str], language: str
) -> Text:
    texts, value = terminal.texts, answers[step.step]
    direction = texts.direction(language)
    if step.ask == "choice":
        if step.source == "subcategories" and value == OTHER:
            return texts.text(language, f"category-{walk.main_category(flow, answers)}")
        found = walk.options(terminal, flow, step, answers)
        return texts.text(language, next(o.key for o in found if o.value == value))
    if not value:
        return texts.text(language, "ui-skipped")
    if step.means == "contact":
        masked = isolated(inputs.masked(step.ask, value), direction)
        return Text(masked, texts.text(language, "ui-filled-in").spoken)
    if step.ask == "words":
        short = value if len(value) <= SHORT else f"{value[:SHORT].rstrip()}…"
        return Text(f"“{isolated(short, direction)}”", value)
    return Text(isolated(inputs.shown(step.ask, value), direction), inputs.said(step.ask, value))
