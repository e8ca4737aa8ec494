"""Every screen that a visitor can reach, found by pressing everything.

Sessions are values, so a crawl is a walk over them: from each new screen every target is
pressed and every field is filled in, rightly and wrongly.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from kiosk.core.effects import Save
from kiosk.core.events import PrintProblem, Report
from kiosk.core.session import Session
from kiosk.core.view import Choices, Paragraph, View
from tests.core.visit import Visit

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
    return view.screen, choices, news, view.notice.shown, bool(typed)


def crawl(language: str, most: int = 600) -> dict[str, Session]:
    """All screens by a readable name, in the order in which they are found."""
    start = Visit(language=language)
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
    visit = Visit(language=language)
    visit.session = session
    visit.now = session.last_press_at + 5
    return visit


def _next(session: Session, language: str) -> Iterator[Session]:
    here = _at(session, language)
    skip = ("larger", "contrast", "repeat", "pause", "louder", "softer", "faster", "slower")
    for target in here.view.targets:
        # Another language is another crawl, and the keyboard is filled in below.
        if target.name in skip or target.role == "key" or target.name.startswith("language:"):
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
        visit = Visit(language=language)
        code = valid_code(visit)
        visit.desk = {code: reports}
        yield visit.scan(code).session
    both = Visit(language=language)
    code = valid_code(both)
    both.desk = {code: REPORTS["done"] + (replace(REPORTS["received"][0], day="2026-11-22"),)}
    yield both.scan(code).session
    idle = Visit(language=language).tap("flow:melding")
    yield idle.wait(idle.terminal.limits.idle_s + 1).session
    yield Visit(language=language).tap("flow:status").type_in("12345").tap("next").session


def valid_code(visit: Visit) -> str:
    return next(
        code
        for code in (f"{CODE[:11]}{digit}" for digit in range(10))
        if visit.terminal.code_is_valid(code)
    )


def _check_page(language: str) -> Visit:
    visit = Visit(language=language).tap("flow:melding", "choice:verlichting", "choice:lamp-uit")
    visit.tap("choice:hier").type_in(TYPED["words"]).tap("next", "choice:geen")
    assert not any(isinstance(effect, Save) for effect in visit.effects)
    return visit
