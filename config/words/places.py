"""Which texts are longer than their place, at the largest size on the usual panel.

Every kind of screen of a bundle is laid out as a kiosk would. A text is too long where a
word of it had to be broken, or where it had to be written smaller than the visitor chose.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from config.bundle import Bundle, load_bundle
from config.words.screens import every_session, terminal_for
from config.words.wording import Remark
from kiosk.core.session import Session
from kiosk.core.show import show
from kiosk.core.terminal import Terminal
from kiosk.core.view import View
from screens.arrangement import EVERY_SCREEN, PanelArrangement
from screens.boxes import Panel, Words
from screens.sizes import FLOORS_MM
from screens.text import TextEngine

USUAL_PX, USUAL_MM = (1080, 1920), 268


def long_texts(folder: Path, languages: Sequence[str] = ()) -> Iterator[Remark]:
    """Each text that does not fit its place, once, with its line; in these languages, or in
    all of the bundle's. Raises Mistakes."""
    bundle = load_bundle(folder)
    for language in languages or bundle.texts.languages:
        yield from _in_language(bundle, language)


def _in_language(bundle: Bundle, language: str) -> Iterator[Remark]:
    panel = Panel.of(USUAL_PX, USUAL_MM)
    arrangement = PanelArrangement(panel, TextEngine(), patience=EVERY_SCREEN)
    terminal = replace(terminal_for(bundle), arrangement=arrangement)
    known = _messages(bundle, language)
    largest = terminal.text_sizes - 1
    told: set[str] = set()
    for session in every_session(terminal):
        settings = replace(session.settings, language=language, text_size=largest)
        for view in _pages(terminal, replace(session, settings=settings)):
            for key, why, words in _faults(arrangement, view, known):
                if key not in told:
                    told.add(key)
                    yield Remark(
                        f"texts/{language}.ftl",
                        bundle.texts.line(language, key.partition(".")[0]),
                        "long",
                        f"'{key}' {why} with the largest letters, on the screen "
                        f"'{view.screen}': {words!r}. Use fewer or shorter words.",
                    )


def _faults(
    arrangement: PanelArrangement, view: View, known: Mapping[str, "_Message"]
) -> Iterator[tuple[str, str, str]]:
    layout = arrangement.layout(view)
    # These cannot go to a next page: they are as large as fits.
    fixed = {target.name for target in (*view.nav, *view.settings) if target}
    fixed |= {target.name for target in view.targets if target.role == "key"}
    if view.input is not None:
        fixed.add("hear")
    asked_px = FLOORS_MM[view.text_size] * layout.px_per_mm
    for box in layout.boxes:
        if not isinstance(box, Words):
            continue
        message = known.get(_bare(" ".join(box.lines)))
        if message is None:
            continue
        if " ".join(box.lines).split() != message.words.split():
            yield message.key, "has a word that is broken", " / ".join(box.lines)
        elif box.cap_px < asked_px - 1 and box.target not in fixed:
            yield message.key, "is written smaller", " / ".join(box.lines)


@dataclass(frozen=True, slots=True)
class _Message:
    key: str
    words: str


def _messages(bundle: Bundle, language: str) -> dict[str, _Message]:
    """Messages by what they show; those with a value in them cannot be found so."""
    found: dict[str, _Message] = {}
    for name in bundle.texts.names(language):
        if name.startswith("-"):
            continue
        for attribute in bundle.texts.attributes(name):
            try:
                shown = bundle.texts.find(language, f"{name}{attribute}").shown
            except KeyError:
                continue
            if shown:
                found.setdefault(_bare(shown), _Message(f"{name}{attribute}", shown))
    return found


def _bare(words: str) -> str:
    return "".join(words.split())


def _pages(terminal: Terminal, session: Session) -> Iterator[View]:
    first = show(terminal, session)
    yield first
    for number in range(1, first.page[1]):
        yield show(terminal, replace(session, page=number, panel_page=number))
