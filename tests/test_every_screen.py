"""Every screen that a visitor can reach fits, says what it shows, and offers a way out."""

from functools import cache
from typing import Any, get_args

import pytest

from kiosk.core.events import PrintProblem, Report, SaveProblem
from kiosk.core.session import Session
from kiosk.core.show import show
from screens.problems import problems
from tests.core.visit import factory
from tests.crawl import crawl, everything
from tests.panels import LOW, PANELS, SMALLEST, USUAL, dressed, layout_of, pages_of, terminal_on

LANGUAGES = factory().texts.languages
LONGEST = "uk" if "uk" in LANGUAGES else LANGUAGES[0]
"""The language with the longest words: `make tour` does all of this for each language."""
NARROW, FLAT = "15.6 inch", "15.6 inch, lying"
COMBINATIONS = [
    *((LONGEST, name, size) for name in PANELS for size in (0, 3) if size or name not in LOW),
    *((LONGEST, name, size) for name in (NARROW, FLAT) for size in (1, 2)),
    *(
        (language, name, size)
        for language in LANGUAGES
        if language != LONGEST
        for name, size in ((USUAL, 0), (FLAT, 3))
    ),
]
OFTEN = {
    *((LONGEST, name, 3) for name in (SMALLEST, FLAT)),
    (LONGEST, "32 inch, lying, low", 3),
    *((language, USUAL, 0) for language in ("nl", "ar", LONGEST)),
    ("ar", FLAT, 3),
}
"""The narrowest, the flattest, the most crowded and the usual; all others in `make soak`."""


def marked(language: str, name: str, size: int) -> Any:
    often = (language, name, size) in OFTEN
    return pytest.param(language, name, size, marks=() if often else pytest.mark.soak)


MARKED = [marked(*each) for each in COMBINATIONS]


@cache
def screens(language: str) -> dict[str, Session]:
    return crawl(language)


@pytest.mark.parametrize(("language", "panel", "size"), MARKED)
def test_nothing_is_cut_off_covered_too_small_or_too_close(
    language: str, panel: str, size: int
) -> None:
    terminal = terminal_on(panel)
    terminal.arrangement.forget()
    faults = {}
    for name, session in screens(language).items():
        for view in pages_of(terminal, dressed(session, size, low=panel in LOW)):
            if found := problems(layout_of(terminal, view)):
                faults[name, view.page] = found
    assert faults == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_of_every_flow_is_reached(language: str) -> None:
    reached = {name.partition("-")[0] for name in screens(language)}
    for flow in factory().flows.values():
        wanted = {f"{flow.flow}.{step.step}".partition("-")[0] for step in flow.steps}
        if flow.ends == "send":
            wanted |= {f"{flow.flow}.check", f"{flow.flow}.thanks"}
        assert wanted <= reached


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_where_the_answer_comes_back_is_reached(language: str) -> None:
    places = (
        *("looking", "which-day", "report", "solved", "solved-thanks"),
        *("not-solved", "telling", "told", "not-told"),
    )
    assert {f"status.{place}" for place in places} <= set(screens(language))
    status_screens = [each for each in screens(language).values() if each.flow == "status"]
    shown = {show(everything(), session).spoken for session in status_screens}
    texts = factory().texts
    for status in get_args(Report.__annotations__["status"]):
        heading = texts.text(language, f"ui-status-{status.replace('_', '-')}").spoken
        assert any(heading in spoken for spoken in shown), status


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_comes_without_a_press_or_goes_wrong_is_reached(language: str) -> None:
    found = screens(language)
    notices = {session.notice for session in found.values()}
    saving = {f"ui-save-{each.replace('_', '-')}" for each in get_args(SaveProblem)}
    assert saving | {"ui-record-silent", "ui-wrong-code", "ui-no-network"} <= notices
    troubles = {each.paper_problem for each in found.values() if each.paper == "failed"}
    assert troubles == set(get_args(PrintProblem))
    assert {"still-there", "practice", "staff", "learn-done"} <= {
        name.rstrip("-0123456789") for name in found
    }
    assert {each.take.state for each in found.values() if each.take} >= {"recording", "done"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shown_is_said(language: str) -> None:
    terminal = everything()
    for name, session in screens(language).items():
        view = show(terminal, session)
        assert view.title.spoken in view.spoken, name
        assert view.notice.spoken in view.spoken, name
        for target in view.targets:
            assert view.said[target.name].strip(" ."), f"{name}: {target.name} is mute"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_controls_of_a_screen_sound_alike(language: str) -> None:
    terminal = everything()
    for name, session in screens(language).items():
        view = show(terminal, session)
        said = [view.said[target.name] for target in view.targets]
        assert len(said) == len(set(said)), f"{name}: {[s for s in said if said.count(s) > 1]}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_most_six_choices_stand_on_a_screen(language: str) -> None:
    terminal = everything()
    for name, session in screens(language).items():
        choices = [t for t in show(terminal, session).targets if t.role == "choice"]
        assert len(choices) <= 6, name
