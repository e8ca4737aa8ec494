"""What holds on every screen: settings, keys, speech, waiting, stopping, and late answers."""

from dataclasses import replace

import pytest

from kiosk.core.arrangement import Plain
from kiosk.core.effects import Draw, Hush, LookUp, Say
from kiosk.core.events import Printed, Tapped, TimePassed
from kiosk.core.paging import pages
from kiosk.core.session import fresh
from kiosk.core.texts import Text
from kiosk.core.view import Choices, Target
from tests.core.visit import Visit, factory
from tests.core.walking import TYPED, walk_to_the_end


def test_language_changes_at_any_moment_without_losing_an_answer() -> None:
    visit = Visit().tap("flow:melding")
    walk_to_the_end(visit)
    answers = visit.session.answers
    visit.tap("language").press("English")
    assert visit.view.screen == "melding.check"
    assert visit.view.title.shown == "Is this right?"
    assert visit.session.answers == answers


def test_what_was_typed_survives_help_and_larger_letters() -> None:
    visit = Visit().tap("flow:terugbellen")
    while visit.view.input is None:
        visit.tap(visit.view.targets[0].name)
    visit.type_in("jo").tap("help", "close", "larger", "sight", "close", "sound", "close")
    assert visit.view.input is not None
    assert visit.view.input.value == "Jo"


def test_a_wrong_number_is_explained_beside_the_answer_and_spoken_first() -> None:
    visit = Visit().tap("flow:status").type_in("123456789012").tap("next")
    assert visit.view.screen == "status.code"
    assert visit.view.notice.shown.startswith("Dit nummer klopt niet")
    assert visit.view.spoken.startswith("Dit nummer klopt niet")
    visit.tap("key:erase")
    assert not visit.view.notice


def test_words_may_be_left_out_where_the_flow_says_so_and_nowhere_else() -> None:
    visit = Visit().press("Iets melden op straat", "Lamp of verkeerslicht", "Lamp brandt niet")
    visit.tap("choice:hier").press("Overslaan")
    assert visit.view.screen == "melding.antwoord"
    visit = Visit().tap("flow:klacht")
    while visit.view.input is None:
        visit.tap(visit.view.targets[0].name)
    visit.tap("next")
    assert visit.view.screen == "klacht.vertel"
    assert visit.view.notice


def test_arrows_and_select_alone_send_a_report() -> None:
    visit = Visit()
    for _ in range(60):
        if visit.session.place == "thanks":
            break
        field = visit.view.input
        if field is not None and not field.value and field.kind != "words":
            visit.type_in(TYPED[field.kind])
        wanted = next(
            t.name
            for t in visit.view.targets
            if t.role in ("send", "forward") or (t.role == "choice" and field is None)
        )
        for _ in range(80):
            if visit.view.focus == wanted:
                break
            visit.key("down" if visit.view.focus is None else "right")
        visit.key("select")
    assert visit.view.screen == "melding.thanks"
    assert len(visit.sent) == 1


def test_every_press_stops_speech_before_anything_else_is_said() -> None:
    visit = Visit().tap("flow:melding")
    for name in (
        visit.view.targets[0].name,
        "back",
        "repeat",
        "help",
    ):
        visit.now += 2
        effects = visit.handle(Tapped(name, at=visit.now))
        assert effects[0] == Hush()


def test_pause_holds_speech_and_goes_on_where_it_was() -> None:
    visit = Visit().tap("flow:melding")
    voices = [visit.session.voice]
    visit.press("Pauze")
    voices.append(visit.session.voice)
    visit.press("Verder luisteren")
    voices.append(visit.session.voice)
    assert voices == ["speaking", "paused", "speaking"]
    assert not any(isinstance(e, Hush) for e in visit.effects[-2:])


def test_speech_that_is_off_stays_silent_on_every_screen() -> None:
    visit = Visit().tap("sound", "speech", "close")
    visit.effects.clear()
    visit.tap("flow:melding")
    walk_to_the_end(visit).tap("send")
    assert visit.said == []


def test_a_visit_that_nobody_continues_warns_counts_aloud_and_leaves_nothing() -> None:
    visit = Visit(language="nl").tap(
        "larger", "sight", "theme:contrast-dark", "close", "flow:terugbellen"
    )
    walk_to_the_end(visit)
    limits = visit.terminal.limits
    visit.wait(limits.idle_s)
    assert visit.view.screen == "still-there"
    visit.effects.clear()
    visit.wait(limits.warning_s - 2)
    assert visit.view.screen == "still-there"
    assert visit.said == [Say("echo", after=True)] * 2
    visit.wait(3)
    assert visit.session == fresh(visit.terminal, visit.session.visit)
    assert visit.forgotten


def test_one_press_goes_on_at_least_ten_times() -> None:
    visit = Visit().tap("flow:melding")
    for _ in range(12):
        visit.wait(visit.terminal.limits.idle_s + 5)
        assert visit.view.screen == "still-there"
        visit.press("Ja, ik ben er nog")
        assert visit.view.screen == "melding.wat"


def test_stopping_is_confirmed_and_can_be_taken_back() -> None:
    visit = Visit().tap("flow:melding", "stop")
    assert visit.view.screen == "stop"
    visit.tap("stop:no")
    assert visit.view.screen == "melding.wat"
    visit.tap("stop", "stop:yes")
    assert visit.view.screen == "start"
    assert visit.forgotten


def test_an_empty_start_screen_never_changes() -> None:
    visit = Visit()
    before = visit.session
    visit.wait(600)
    assert visit.session is before
    assert visit.effects == []


def test_an_answer_for_an_earlier_visit_is_ignored() -> None:
    visit = Visit().tap("flow:melding")
    walk_to_the_end(visit).tap("send")
    code = visit.session.code
    visit.tap("done")
    before = visit.session
    visit.handle(Printed(code, at=visit.now))
    visit.handle(TimePassed(at=visit.now))
    assert visit.session == before


def test_more_choices_than_fit_go_to_a_next_page_with_something_else_on_each() -> None:
    names = (*(f"choice:{number}" for number in range(9)), "choice:anders")
    choices = Choices(tuple(Target(name, "choice", Text.plain(name)) for name in names), "list")
    view = replace(Visit().view, blocks=(choices,))
    more = Target("page:next", "choice", Text.plain("more"))
    found = [page.blocks[0] for page in pages(view, more, more, Plain().fits)]
    shown = [[t.name for t in block.targets] for block in found if isinstance(block, Choices)]
    assert all(len(page) <= 6 for page in shown)
    assert all(page[-2:] == ["page:next", "choice:anders"] for page in shown)
    seen = [name for page in shown for name in page[:-2]]
    assert seen == list(names[:-1])


def test_the_code_and_id_are_drawn_once_for_each_visit() -> None:
    visit = Visit().tap("flow:melding")
    walk_to_the_end(visit).tap("send")
    draws = [effect for effect in visit.effects if isinstance(effect, Draw)]
    assert len(draws) == 1
    assert not any(isinstance(effect, LookUp) for effect in visit.effects)


@pytest.mark.parametrize("language", factory().texts.languages)
def test_by_touch_the_voice_is_on_from_the_start(language: str) -> None:
    """It is offered to everyone (A19): nobody has to ask for it, or is singled out by it."""
    visit = Visit(language=language).tap("flow:melding")
    assert visit.said[-1] == Say("screen")
    assert visit.view.spoken.startswith(visit.view.title.spoken)
