"""Every screen that a visitor can reach in a bundle, found by pressing everything.

From each new screen every target is pressed and every field is filled in, rightly and
wrongly; the world answers in every way that it can (`config.examining.walking`). It needs the core
only: no panel, no window, no sound.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import get_args

from config.examining.walking import CODE, STAFF_CODE, Walk
from kiosk.core.events import (
    Board,
    EnrolFailed,
    Enrolled,
    EnrolProblem,
    KeyName,
    KeyPressed,
    Plugged,
    RawKey,
    Scanned,
    Tapped,
    TimePassed,
    Typed,
)
from kiosk.core.session import Scan, Session, fresh
from kiosk.core.show import show
from kiosk.core.staff import ORDER
from kiosk.core.terminal import Terminal
from kiosk.core.view import Choices, Paragraph, View

MOST_SCREENS = 2000
TYPED = {
    "postcode": "7522ab",
    "house_number": "12b",
    "street": "Kerkstraat",
    "phone": "0612345678",
    "email": "jo@voorbeeld.nl",
    "name": "jo de vries",
    "words": "al een week donker op de hoek bij de school, en er lopen veel kinderen.",
    "code": CODE,
    "digits": "3",
}
ENROLMENT = "https://balie.voorbeeldstad.nl/zuilen/aanmelden/#482173905560"
LONG_NAME = "zuil-bibliotheek-centrum"
SETTINGS = frozenset(
    {
        *("larger", "repeat", "pause", "louder", "softer", "faster", "slower"),
        *("speech", "explore", "blank", "unblank", "scan-faster", "scan-slower"),
        *("motion", "low"),
    }
)
"""What these change is another look of the same screens, not another screen."""
PANELS = frozenset({"language", "sound", "sight", "help"})
"""The same over every screen."""


class EndlessError(Exception):
    """A bundle has more screens than anybody could look at."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(f"more than {most} screens")


def crawl(
    terminal: Terminal,
    start: Session | None = None,
    behind: Iterable[Session] = (),
) -> dict[str, Session]:
    """All screens by a readable name, in the order in which they are found.

    `behind` are sessions to begin from when everything else was found. Raises EndlessError.
    """
    walk = Walk(terminal)
    start = start or beginning(terminal)
    found: set[tuple[object, ...]] = set()
    names: dict[str, Session] = {}
    for beginnings in ((start, *specials(walk, start)), behind):
        waiting = deque(beginnings)
        while waiting:
            session = waiting.popleft()
            view = show(terminal, session)
            # Two messages may have the same words in this language, and not in another.
            key = (*key_of(view), session.notice, session.paper_problem)
            if key in found:
                continue
            found.add(key)
            names[_name(view, names)] = session
            if len(found) > MOST_SCREENS:
                raise EndlessError(MOST_SCREENS)
            waiting.extend(_next(walk, session, view, names))
    return names


def beginning(terminal: Terminal) -> Session:
    """The start screen of a kiosk with a microphone."""
    return Walk(terminal).to(fresh(terminal, 1), Plugged("microphone", present=True))


def key_of(view: View) -> tuple[object, ...]:
    """What makes a screen another one: its place, its choices and its news."""
    choices = tuple(
        target.name
        for block in view.blocks
        if isinstance(block, Choices)
        for target in block.targets
    )
    news = tuple(
        (block.heading.shown, block.text.shown)
        for block in view.blocks
        if isinstance(block, Paragraph)
    )
    typed = view.input.value if view.input else ""
    return view.screen, view.title.shown, choices, news, view.notice.shown, bool(typed)


def _name(view: View, taken: dict[str, Session]) -> str:
    name, number = view.screen, 2
    while name in taken:
        name = f"{view.screen}-{number}"
        number += 1
    return name


def _next(walk: Walk, session: Session, view: View, names: dict[str, Session]) -> Iterator[Session]:
    for target in view.targets:
        # Another language is the same screens in other words, and the keyboard is filled in below.
        if target.name in SETTINGS or target.role == "key" or not target.enabled:
            continue
        if target.name.startswith(("language:", "theme:")):
            continue
        if target.name in PANELS and target.name in names:
            continue
        yield from walk.after(session, Tapped(target.name))
    if view.input is None:
        return
    kind = view.input.kind
    if not view.input.value:
        whole, half = (walk.to(session, Typed(text)) for text in (TYPED[kind], TYPED[kind][:1]))
        yield whole
        # At once: what is typed whole and what is typed half are one screen to `key_of`.
        yield from walk.after(whole, Tapped("next"))
        yield walk.to(half, Tapped("next"))
    if kind == "house_number":
        yield from walk.after(session, Tapped("key:letters"))


def specials(walk: Walk, start: Session) -> Iterator[Session]:
    """Screens that come without a press, or by keys: nobody there, practising, staff."""
    for flow in walk.terminal.start[:1]:
        busy = walk.to(start, Tapped(f"flow:{flow}"))
        too_late = busy.last_press_at + walk.terminal.limits.idle_s + 1
        yield from walk.after(busy, TimePassed(at=too_late))
    practising = walk.to(start, KeyPressed("help"))
    yield practising
    for key in get_args(KeyName):
        yield replace(practising, practised=key)
    yield replace(walk.to(start, Tapped("sound")), scan=Scan())
    yield from _staff(walk, start)
    yield from _boards(walk, start)


def _boards(walk: Walk, start: Session) -> Iterator[Session]:
    """The start screen with all its announcements, and that of a kiosk out of service."""
    yield walk.to(start, Board(announcements=tuple(walk.terminal.announcements)))
    yield walk.to(start, Board(closed={}))


def _enrolling(walk: Walk, menu: Session) -> Iterator[Session]:
    """Letting the kiosk in: the desk is asked, says yes, or one of the ways of no."""
    asking = walk.to(menu, Tapped("enrol"), Scanned(ENROLMENT))
    yield asking
    yield from walk.after(asking, Enrolled(LONG_NAME))
    for problem in get_args(EnrolProblem):
        yield from walk.after(asking, EnrolFailed(problem))


def _staff(walk: Walk, start: Session) -> Iterator[Session]:
    """Behind the code: every key that is asked, one that was pressed twice, and the end."""
    asked = walk.to(start, Tapped("help"), Tapped("staff"))
    yield asked
    yield walk.to(asked, Tapped("key:1"), Tapped("next"))
    digits = [Tapped(f"key:{digit}") for digit in STAFF_CODE]
    menu = walk.to(asked, *digits, Tapped("next"))
    yield from _enrolling(walk, menu)
    learning = walk.to(menu, Tapped("learn"))
    for code in range(len(ORDER)):
        yield learning
        taught = tuple(walk.after(learning, RawKey(code)))
        yield from taught
        learning = taught[-1]
        if code == 0:
            yield from walk.after(learning, RawKey(code))
