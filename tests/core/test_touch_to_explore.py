"""Finding the way with a finger, by ear; and the same kiosk by touch in Arabic."""

from dataclasses import replace

from kiosk.core.effects import Hush, Say
from kiosk.core.events import Tapped, Touched
from kiosk.core.session import fresh
from kiosk.core.view import Choices
from tests.core.languages import visit_in
from tests.core.visit import Visit, factory, terminal_of


def careful() -> Visit:
    """At a kiosk where a first tap only says what is there."""
    return Visit(replace(terminal_of(factory()), explore="tap"))


def test_a_resting_finger_hears_what_lies_under_it_and_nothing_else_happens() -> None:
    visit = Visit().tap("flow:melding")
    before = visit.session
    effects = visit.handle(Touched("choice:afval", at=visit.now + 1))
    assert effects == (Hush(), Say("focus"))
    assert visit.view.focus == "choice:afval"
    assert visit.heard[-1].text == visit.view.said["choice:afval"]
    assert visit.session.answers == before.answers
    assert visit.view.screen == "melding.wat"


def test_lifting_the_finger_there_chooses() -> None:
    visit = Visit().touch("flow:klacht").touch("flow:melding").tap("flow:melding")
    assert visit.view.screen == "melding.wat"
    assert visit.view.focus is None


def test_what_cannot_be_pressed_now_is_said_as_such() -> None:
    visit = Visit().tap("flow:klacht")
    while visit.view.input is None:
        visit.tap(visit.view.targets[0].name)
    visit.touch("hear")
    assert visit.heard[-1].text.endswith("Dat kan nu niet.")


def test_where_a_first_tap_only_says_a_second_one_chooses() -> None:
    visit = careful().tap("flow:melding")
    assert visit.view.screen == "start"
    assert visit.heard[-1].text == visit.view.said["flow:melding"]
    visit.tap("flow:klacht").tap("flow:melding")
    assert visit.view.screen == "start", "another one in between begins anew"
    visit.tap("flow:melding")
    assert visit.view.screen == "melding.wat"


def test_the_touch_that_began_a_first_tap_is_not_said_twice_nor_cut_off() -> None:
    visit = careful().touch("flow:melding")
    effects = visit.handle(Tapped("flow:melding", at=visit.now + 0.2))
    assert effects == ()
    visit.touch("flow:melding").tap("flow:melding")
    assert visit.view.screen == "melding.wat"


def test_sliding_over_one_and_lifting_on_another_chooses_neither() -> None:
    visit = careful().touch("flow:klacht", "flow:melding")
    visit.tap("flow:klacht")
    assert visit.view.screen == "start"


def test_keys_of_the_screen_are_tapped_twice_as_well() -> None:
    visit = careful().tap("flow:klacht", "flow:klacht")
    while visit.view.input is None:
        first = visit.view.targets[0].name
        visit.tap(first, first)
    visit.tap("key:e")
    assert visit.session.typed == ""
    visit.tap("key:e")
    assert visit.session.typed == "E"
    visit.tap("key:e")
    assert visit.session.typed == "E", "the next letter is two taps again"


def test_with_the_voice_off_a_tap_chooses_and_a_resting_finger_does_nothing() -> None:
    visit = careful().key("speech")
    assert visit.view.explore == "off"
    before = visit.session
    assert visit.handle(Touched("flow:melding", at=visit.now)) == ()
    assert visit.session is before
    assert visit.tap("flow:melding").view.screen == "melding.wat"


def test_the_question_whether_somebody_is_there_needs_one_tap_only() -> None:
    visit = careful().tap("flow:melding", "flow:melding").wait(121)
    assert visit.view.screen == "still-there"
    visit.touch("continue").tap("continue")
    assert visit.view.screen == "melding.wat"


def test_a_visitor_chooses_to_listen_first_and_it_ends_with_the_visit() -> None:
    visit = Visit().tap("sound", "page:next")
    visit.press("Eerst horen")
    assert visit.view.explore == "tap"
    target = visit.view.target("explore")
    assert target is not None
    assert target.chosen
    visit.tap("close", "close", "flow:melding", "flow:melding", "stop", "stop")
    visit.tap("stop:yes", "stop:yes")
    assert visit.session == fresh(visit.terminal, visit.session.visit)


def test_a_name_that_is_not_on_the_screen_is_silent() -> None:
    visit = Visit().tap("flow:melding")
    assert visit.handle(Touched("choice:nothing", at=visit.now)) == ()


def test_a_street_light_is_reported_by_touch_in_arabic() -> None:
    """Every control is found by what is said of it in Arabic."""
    visit = visit_in("nl")
    arabic = visit.terminal.texts

    def said(key: str) -> str:
        return arabic.text("ar", key).spoken

    visit.tap("language").press(said("ui-language-name"))
    assert (visit.view.language, visit.view.direction) == ("ar", "rtl")
    visit.press(
        said("flow-melding"), said("category-verlichting"), said("category-verlichting-lamp-uit")
    )
    visit.press(said("melding-waar-hier"), said("ui-skip"), said("melding-antwoord-geen"))
    assert visit.view.screen == "melding.check"
    visit.press(said("flow-melding.send"))
    (save,) = visit.sent
    assert save.submission.language == "ar"
    assert save.submission.category is not None
    assert save.submission.category.label == "Lamp brandt niet", "staff read Dutch"
    assert visit.view.title.spoken == said("flow-melding.thanks")
    assert not [b for b in visit.view.blocks if isinstance(b, Choices)]
