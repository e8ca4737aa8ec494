"""Every screen that a visitor can reach, found by pressing everything.

Sessions are values, so a crawl is a walk over them: from each new screen every target is
pressed and every field is filled in, rightly and wrongly.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kiosk.core.effects import Save
from kiosk.core.events import KeyName, PrintProblem, RawKey, Recorded, RecordingHeard, Report
from kiosk.core.session import Scan, Session
from kiosk.core.staff import ORDER
from kiosk.core.terminal import Terminal
from kiosk.core.view import Choices, Paragraph, View
from tests.core.visit import Visit, factory, terminal_of

TYPED = {
    "postcode": "7522ab",
    "house_number": "12b",
    "street": "Kerkstraat",
    "phone": "0612345678",
    "email": "jo@voorbeeld.nl",
    "name": "jo de vries",
    "words": "al een week donker op de hoek bij de school, en er lopen veel kinderen.",
    "digits": "3",
}
STAFF_CODE = "4711"
SETTINGS = frozenset(
    {
        *("larger", "repeat", "pause", "louder", "softer", "faster", "slower"),
        *("speech", "explore", "blank", "unblank", "scan-faster", "scan-slower"),
        *("motion", "low"),
    }
)
"""What these change is another look of the same screens, not another screen."""
PROBLEMS: tuple[PrintProblem, ...] = ("no_paper", "cover_open", "offline", "lost", "fault")
CODE = "482173905566"
REPORTS = {
    "received": (
        Report("2026-11-20", "received", "melding", "Wij hebben uw melding.", "2026-11-20"),
    ),
    "in_progress": (
        Report("2026-11-20", "in_progress", "melding", "Een monteur komt dinsdag.", "2026-11-21"),
    ),
    "done": (Report("2026-11-20", "done", "klacht", "De lamp doet het weer.", "2026-11-24"),),
    "cannot": (
        Report("2026-11-20", "cannot", "afspraak", "Dit is van de provincie.", "2026-11-24"),
    ),
    "planned": (
        Report(
            *("2026-11-20", "planned", "melding", "Een monteur komt bij u langs.", "2026-11-21"),
            planned_for="2026-12-02",
        ),
    ),
    "planned some day": (Report("2026-11-20", "planned", "melding", "", "2026-11-21"),),
    "forwarded": (
        Report(
            *("2026-11-20", "forwarded", "melding", "Zij kijken ernaar.", "2026-11-21"),
            organisation="Waterschap Vechtstromen",
        ),
    ),
    "forwarded to somebody": (
        Report("2026-11-20", "forwarded", "melding", "Zij kijken ernaar.", "2026-11-21"),
    ),
    "done, and asked": (
        Report(
            *("2026-11-20", "done", "melding", "De lamp doet het weer.", "2026-11-24"),
            may_reopen=True,
        ),
    ),
}


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


@cache
def everything() -> Terminal:
    """A kiosk that has all that a kiosk can have, so that all screens are there."""
    return replace(
        terminal_of(factory()), staff_code_is=lambda code: code == STAFF_CODE, can_be_low=True
    )


def begin(language: str) -> Visit:
    return Visit(everything(), language).plug("microphone")


def crawl(language: str, most: int = 600) -> dict[str, Session]:
    """All screens by a readable name, in the order in which they are found."""
    start = begin(language)
    found: dict[tuple[object, ...], Session] = {}
    names: dict[str, Session] = {}
    waiting = deque([*_specials(language), start.session])
    while waiting:
        session = waiting.popleft()
        visit = _at(session, language)
        key = key_of(visit.view)
        if key in found:
            continue
        found[key] = session
        names[_name(visit.view, names)] = session
        assert len(found) < most, "the crawl does not end"
        waiting.extend(_next(session, language))
    return names


def _name(view: View, taken: dict[str, Session]) -> str:
    name, number = view.screen, 2
    while name in taken:
        name = f"{view.screen}-{number}"
        number += 1
    return name


def _at(session: Session, language: str) -> Visit:
    visit = Visit(everything(), language)
    visit.session = session
    visit.now = session.last_press_at + 5
    return visit


def _next(session: Session, language: str) -> Iterator[Session]:
    here = _at(session, language)
    for target in here.view.targets:
        # Another language is another crawl, and the keyboard is filled in below.
        if target.name in SETTINGS or target.role == "key":
            continue
        if target.name.startswith(("language:", "theme:")):
            continue
        if target.enabled:
            yield _at(session, language).tap(target.name).session
    if here.view.input is not None and here.view.input.kind != "code":
        yield _at(session, language).type_in(TYPED[here.view.input.kind]).session
        if here.view.input.kind == "house_number":
            yield _at(session, language).tap("key:letters").session


def _specials(language: str) -> Iterator[Session]:
    """Screens that need the world to do something: no paper, a full disk, nobody there."""
    for problem in PROBLEMS:
        visit = _check_page(language)
        visit.paper = problem
        yield visit.tap("send").session
    full = _check_page(language)
    full.save = "disk_full"
    yield full.tap("send").session
    saving = _check_page(language)
    submission = replace(saving.session, place="saving")
    yield submission
    for reports in REPORTS.values():
        visit = begin(language)
        code = valid_code(visit)
        visit.desk = {code: reports}
        yield visit.scan(code).session
    both = begin(language)
    code = valid_code(both)
    both.desk = {code: REPORTS["done"] + (replace(REPORTS["received"][0], day="2026-11-22"),)}
    yield both.scan(code).session
    asked = begin(language)
    asked.desk = {code: REPORTS["done, and asked"]}
    asked.desk_listens = False
    asked.scan(code).tap("next", "solved:no")
    yield replace(asked.session, place="looking")
    yield replace(asked.session, place="telling")
    yield asked.tap("tell").session
    idle = begin(language).tap("flow:melding")
    yield idle.wait(idle.terminal.limits.idle_s + 1).session
    yield begin(language).tap("flow:status").type_in("12345").tap("next").session
    yield from _by_keys(language)
    yield from _spoken(language)
    yield from _staff(language)


def _by_keys(language: str) -> Iterator[Session]:
    """Practising with the keys, and the panel of sound for who chooses with one switch."""
    visit = begin(language).key("help")
    yield visit.session
    some: tuple[KeyName, ...] = ("down", "select", "help", "switch")
    for key in some:
        yield replace(visit.session, practised=key)
    panel = begin(language).tap("sound")
    yield replace(panel.session, scan=Scan())


def _spoken(language: str) -> Iterator[Session]:
    """A spoken message while it is made, when it is there, and on the check page."""
    visit = begin(language)
    visit.tap("flow:melding", "choice:verlichting", "choice:lamp-uit", "choice:hier", "record")
    visit.tap("record:start")
    visit.handle(RecordingHeard(0.6, 17, at=visit.now + 1))
    yield visit.session
    visit.handle(Recorded(visit.session.step, 24, at=visit.now + 2))
    yield visit.session
    yield visit.tap("record:keep").session
    yield visit.tap("choice:geen").session
    silent = begin(language)
    silent.tap("flow:melding", "choice:verlichting", "choice:lamp-uit", "choice:hier", "record")
    silent.tap("record:start")
    silent.handle(Recorded(silent.session.step, 0, silent=True, at=silent.now + 2))
    yield silent.session


def _staff(language: str) -> Iterator[Session]:
    """Behind the code: every key that is asked, one that was pressed twice, and the end."""
    visit = begin(language).tap("help", "staff")
    yield visit.session
    yield begin(language).tap("help", "staff", "key:1", "next").session
    visit.tap(*(f"key:{digit}" for digit in STAFF_CODE), "next", "learn")
    for code, _ in enumerate(ORDER):
        yield visit.session
        visit.now += 2
        visit.handle(RawKey(code, at=visit.now))
        if code == 0:
            twice = _at(visit.session, language)
            twice.handle(RawKey(code, at=twice.now))
            yield twice.session
    yield visit.session


def valid_code(visit: Visit) -> str:
    return next(
        code
        for code in (f"{CODE[:11]}{digit}" for digit in range(10))
        if visit.terminal.code_is_valid(code)
    )


def _check_page(language: str) -> Visit:
    visit = begin(language).tap("flow:melding", "choice:verlichting", "choice:lamp-uit")
    visit.tap("choice:hier").type_in(TYPED["words"]).tap("next", "choice:geen")
    assert not any(isinstance(effect, Save) for effect in visit.effects)
    return visit
