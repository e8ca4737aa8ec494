"""What becomes of a spoken message: kept, changed, sent, and nothing of it left."""

from dataclasses import replace

import pytest

from kiosk.core.effects import (
    Discard,
    Forget,
    Hush,
    Play,
    Route,
    Say,
    StopRecording,
)
from kiosk.core.events import (
    Plugged,
    Recorded,
    SpeechEnded,
)
from kiosk.core.filing import submission_of
from kiosk.core.session import fresh
from tests.core.languages import LANGUAGES
from tests.core.talker import Talker, rows


def test_what_was_typed_and_what_was_said_are_both_sent() -> None:
    visit = Talker().go_to_the_words().type_in("te lang gewacht.").say_it()
    visit.tap("record:keep", "choice:geen")
    assert "Te lang gewacht. U hebt het gezegd met uw stem" in visit.read_out
    submission = visit.tap("send").sent[0].submission
    assert submission.words == "Te lang gewacht."
    assert [one.step for one in submission.recordings] == ["vertel"]
    (told,) = [answer for answer in submission.answers if answer.step == "vertel"]
    assert told.shown == "Te lang gewacht."


def test_a_spoken_answer_is_changed_from_the_check_page_and_leads_straight_back() -> None:
    visit = Talker().go_to_the_words().say_it().tap("record:keep", "choice:geen")
    (row,) = [row for row in rows(visit) if row.value.shown == "Uw stem: 12 seconden"]
    visit.tap(row.change.name)
    visit.press("U hebt het gezegd met uw stem", "Doe het over", "Opnemen")
    visit.talk(3).tap("record:stop", "record:keep")
    assert visit.view.screen == "klacht.check"
    assert "Uw stem: 3 seconden" in [row.value.shown for row in rows(visit)]


def test_an_answer_that_must_be_given_is_asked_again_once_it_is_thrown_away() -> None:
    visit = Talker().go_to_the_words().say_it().tap("record:keep", "choice:geen")
    visit.tap("change:vertel", "record", "record:delete", "record:delete-yes")
    visit.tap("next")
    assert visit.view.notice.shown == "Typ eerst een paar woorden."
    visit.tap("back")
    assert visit.view.screen == "klacht.onderwerp"
    visit.tap("choice:wachten")
    assert visit.view.screen == "klacht.vertel"
    visit.type_in("ik wacht te lang.").tap("next", "choice:geen")
    assert visit.view.screen == "klacht.check"


def test_with_a_message_kept_the_question_needs_no_typing() -> None:
    visit = Talker().go_to_the_words().say_it().tap("record:keep", "back")
    assert visit.find("Verder").name == "next"
    visit.tap("next")
    assert visit.view.screen == "klacht.antwoord"


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_language_keeps_the_message_that_is_being_made(language: str) -> None:
    visit = Talker().go_to_the_words().type_in("donker").say_it()
    visit.tap("language", f"language:{language}")
    assert visit.view.screen == "record.done"
    assert visit.view.language == language
    visit.tap("record:keep", "choice:geen")
    assert any("12" in row.value.shown for row in rows(visit))
    submission = visit.tap("send").sent[0].submission
    assert submission.words == "Donker"
    assert submission.recordings[0].seconds == 12


def test_still_there_over_a_message_leads_back_to_it() -> None:
    visit = Talker().go_to_the_words().say_it()
    visit.wait(visit.terminal.limits.idle_s + 1)
    assert visit.view.screen == "still-there"
    visit.tap("continue")
    assert visit.view.screen == "record.done"


def test_a_visit_that_ends_leaves_no_sound() -> None:
    for ends in (["stop", "stop:yes"], ["record", "back", "stop", "stop:yes"]):
        visit = Talker().go_to_the_words().say_it().tap("record:keep", "back", *ends)
        assert visit.sounds == {}
        hardware = visit.session.hardware
        assert visit.session == fresh(visit.terminal, visit.session.visit, hardware)


def test_a_microphone_that_hangs_is_closed_when_the_visit_times_out() -> None:
    visit = Talker().go_to_the_words().tap("record", "record:start")
    visit.effects.clear()
    limits = visit.terminal.limits
    visit.wait(limits.idle_s + 1)
    assert visit.view.screen == "still-there"
    assert visit.said == [Say("screen")]
    visit.wait(limits.warning_s + 1)
    assert visit.session.place == "start"
    ends = [e for e in visit.effects if isinstance(e, StopRecording | Forget)]
    assert ends == [StopRecording(), Forget()]
    assert visit.session.recordings == {}


def test_back_to_the_start_screen_throws_the_message_away() -> None:
    visit = Talker().go_to_the_words().say_it().tap("record:keep")
    while visit.session.place != "start":
        visit.tap("back")
    assert visit.sounds == {}
    assert visit.session.recordings == {}


def test_a_recording_that_comes_when_nobody_waits_for_it_is_thrown_away() -> None:
    visit = Talker().go_to_the_words()
    assert list(visit.handle(Recorded("vertel", 5))) == [Discard("vertel")]
    assert visit.session.recordings == {}


def test_the_receipt_says_no_word_about_what_was_spoken_or_typed() -> None:
    visit = Talker().go_to_the_words().type_in("geheim").say_it()
    visit.tap("record:keep", "choice:geen", "send")
    paper = str(visit.printed[0].receipt)
    for private in ("eheim", "stem", "seconden"):
        assert private not in paper


def test_a_message_for_a_question_that_is_no_longer_asked_is_not_sent() -> None:
    visit = Talker().go_to_the_words().say_it().tap("record:keep", "choice:geen")
    assert visit.session.lot is not None
    answers = {step: told for step, told in visit.session.answers.items() if step != "vertel"}
    changed = replace(visit.session, answers=answers)
    assert submission_of(visit.terminal, changed, visit.session.lot).recordings == ()


def test_a_message_that_was_heard_to_its_end_can_be_heard_again() -> None:
    visit = Talker().go_to_the_words().say_it().tap("record:listen")
    visit.handle(SpeechEnded())
    visit.effects.clear()
    visit.tap("record:listen")
    assert visit.effects == [Hush(), Play("vertel")]


def test_headphones_that_come_while_the_microphone_is_open_are_not_spoken_into_it() -> None:
    visit = Talker().go_to_the_words().tap("record", "record:start")
    visit.effects.clear()
    visit.handle(Plugged("headphones", present=True, at=visit.now))
    assert Route("headphones") in visit.effects
    assert visit.said == []
