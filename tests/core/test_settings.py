"""How a visitor wants to see and hear: chosen visibly, said aloud, gone after the visit."""

from dataclasses import replace

import pytest

from kiosk.core.effects import Hush, Say
from kiosk.core.events import Tapped
from kiosk.core.session import fresh
from tests.core.languages import visit_in
from tests.core.visit import Visit, factory, terminal_of


def tall() -> Visit:
    """At a kiosk of which the upper part is out of reach."""
    return Visit(replace(terminal_of(factory()), can_be_low=True))


def echo(visit: Visit) -> str:
    return " ".join(utterance.text for utterance in visit.view.echo)


def words(visit: Visit, key: str) -> str:
    return visit.terminal.texts.text(visit.language, key).spoken


def find(visit: Visit, name: str) -> None:
    """Turn pages until it is there."""
    for _ in range(3):
        if visit.view.target(name):
            return
        visit.tap("page:next")
    raise AssertionError(f"{name} is on no page")


def test_letters_grow_in_four_sizes_and_go_back_to_normal() -> None:
    visit = Visit()
    seen = []
    for _ in range(4):
        larger = visit.view.target("larger")
        assert larger is not None
        seen.append((visit.view.text_size, larger.text.spoken))
        visit.tap("larger")
        assert echo(visit) == words(visit, f"ui-now-size-{visit.view.text_size}")
    bigger, smaller = words(visit, "ui-larger"), words(visit, "ui-smaller")
    assert seen == [(0, bigger), (1, bigger), (2, bigger), (3, smaller)]
    assert visit.view.text_size == 0


def test_every_theme_can_be_chosen_by_its_name_and_the_present_one_is_marked() -> None:
    visit = Visit().tap("sight")
    for theme in visit.terminal.themes:
        find(visit, f"theme:{theme}")
        visit.tap(f"theme:{theme}")
        assert visit.view.screen == "sight", "it stays, so that another can be tried"
        assert visit.view.theme == theme
        chosen = [t.name for t in visit.view.targets if t.chosen and t.name.startswith("theme:")]
        assert chosen == [f"theme:{theme}"]
        assert echo(visit) == words(visit, "ui-now-contrast")


def test_less_movement_is_a_choice_that_is_seen_and_heard_as_chosen() -> None:
    visit = Visit().tap("sight")
    assert visit.view.motion
    visit.press("Minder beweging")
    assert not visit.view.motion
    assert echo(visit) == words(visit, "ui-now-motion-off")
    assert visit.view.said["motion"].endswith("Gekozen.")
    visit.press("Minder beweging")
    assert visit.view.motion
    assert echo(visit) == words(visit, "ui-now-motion-on")


def test_everything_lower_is_offered_only_where_the_screen_is_tall() -> None:
    small = Visit().tap("sight")
    assert small.view.target("low") is None
    visit = tall().tap("sight")
    visit.press("Alles lager")
    assert visit.view.low
    assert echo(visit) == words(visit, "ui-now-low")
    visit.press("Alles lager")
    assert not visit.view.low
    assert echo(visit) == words(visit, "ui-now-high")


def test_a_screen_that_is_off_comes_back_with_any_touch_which_does_nothing_else() -> None:
    visit = Visit().tap("flow:melding", "sound")
    find(visit, "blank")
    visit.tap("blank")
    assert visit.view.blank
    assert echo(visit) == words(visit, "ui-now-blank")
    effects = visit.handle(Tapped("unblank", at=visit.now + 1))
    assert effects == (Hush(), Say("echo"))
    assert not visit.view.blank
    assert visit.view.screen == "sound"
    assert echo(visit) == words(visit, "ui-now-unblank")
    visit.tap("blank")
    visit.handle(Tapped("close", at=visit.now + 3))
    assert visit.view.screen == "sound", "whatever lies under the finger"


def test_a_screen_that_is_off_and_a_voice_that_is_off_do_not_go_together() -> None:
    visit = Visit().tap("sound")
    find(visit, "blank")
    visit.tap("blank").key("speech")
    assert not visit.view.blank
    blank = visit.view.target("blank")
    assert blank is not None
    assert not blank.enabled


def test_turning_the_voice_off_is_the_last_thing_it_says() -> None:
    visit = Visit().tap("sound", "speech")
    assert visit.heard[-1].text == words(visit, "ui-now-speech-off")
    heard = len(visit.heard)
    visit.tap("louder", "close", "flow:melding")
    assert len(visit.heard) == heard
    visit.tap("sound", "speech")
    assert len(visit.heard) > heard


def test_the_warning_is_seen_on_a_screen_that_is_off() -> None:
    visit = Visit().tap("sound")
    find(visit, "blank")
    visit.tap("blank").wait(121)
    assert visit.view.screen == "still-there"
    assert not visit.view.blank
    visit.key("repeat")
    assert visit.view.blank
    assert visit.view.screen == "sound"
    visit.wait(125).tap("continue")
    assert not visit.view.blank, "a finger looks for something"


def test_going_on_leads_back_to_the_panel_that_was_open() -> None:
    visit = Visit().tap("flow:melding", "sight").wait(121).tap("continue")
    assert visit.view.screen == "sight"


def test_the_parts_of_a_panel_lead_back_to_its_first() -> None:
    visit = Visit().tap("flow:melding", "sound", "page:next")
    assert visit.view.page == (2, 2)
    visit.tap("back")
    assert visit.view.page == (1, 2)
    visit.tap("back")
    assert visit.view.screen == "melding.wat"


@pytest.mark.parametrize("abandoned", [False, True])
def test_nothing_of_it_is_left_for_the_next_visitor(abandoned: bool) -> None:
    visit = tall().tap("larger", "sight", "theme:contrast-dark", "motion")
    find(visit, "low")
    visit.tap("low", "close", "sound", "louder", "faster", "page:next", "explore")
    visit.key("back", "back", "help", "help", "switch")
    if abandoned:
        visit.wait(200)
    else:
        visit.now += 2
        visit.handle(Tapped("flow:melding", at=visit.now))
        visit.tap("flow:melding", "stop", "stop", "stop:yes", "stop:yes")
    assert visit.session == fresh(visit.terminal, visit.session.visit)


def test_arrows_point_the_way_in_which_the_visitor_reads() -> None:
    for language, back in (("nl", "2B05"), ("ar", "27A1")):
        visit = visit_in(language).tap("flow:melding")
        target = visit.view.target("back")
        assert target is not None
        assert target.picture == back
