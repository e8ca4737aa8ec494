"""Every screen that a visitor can reach fits, says what it shows, and offers a way out."""

from dataclasses import replace
from functools import cache

import pytest

from kiosk.core.session import Session
from kiosk.core.show import show
from screens.boxes import Panel
from screens.layout import layout
from screens.problems import problems
from screens.text import TextEngine
from tests.core.visit import factory, terminal_of
from tests.crawl import crawl

LANGUAGES = factory().texts.languages
PANELS = {"21.5 inch": Panel.of((1080, 1920), 268), "15.6 inch": Panel.of((1080, 1920), 194)}


@cache
def screens(language: str) -> dict[str, Session]:
    return crawl(language)


@cache
def engine() -> TextEngine:
    return TextEngine()


@pytest.mark.parametrize("size", [0, 1])
@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_off_covered_too_small_or_too_close(
    language: str, panel: str, size: int
) -> None:
    terminal = terminal_of(factory())
    faults = {}
    for name, session in screens(language).items():
        settings = replace(session.settings, text_size=size)
        view = show(terminal, replace(session, settings=settings))
        if found := problems(layout(view, PANELS[panel], engine())):
            faults[name] = found
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
def test_what_is_shown_is_said(language: str) -> None:
    terminal = terminal_of(factory())
    for name, session in screens(language).items():
        view = show(terminal, session)
        assert view.title.spoken in view.spoken, name
        assert view.notice.spoken in view.spoken, name
        for target in view.targets:
            assert view.said[target.name].strip(" ."), f"{name}: {target.name} is mute"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_controls_of_a_screen_sound_alike(language: str) -> None:
    terminal = terminal_of(factory())
    for name, session in screens(language).items():
        view = show(terminal, session)
        said = [view.said[target.name] for target in view.targets]
        assert len(said) == len(set(said)), f"{name}: {[s for s in said if said.count(s) > 1]}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_most_six_choices_stand_on_a_screen(language: str) -> None:
    terminal = terminal_of(factory())
    for name, session in screens(language).items():
        choices = [t for t in show(terminal, session).targets if t.role == "choice"]
        assert len(choices) <= 6, name
