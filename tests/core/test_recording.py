"""Saying it instead of typing it: whole visits by voice, and what becomes of the sound."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Self

import pytest

from kiosk.core.effects import (
    Discard,
    Effect,
    Forget,
    Hush,
    Play,
    Record,
    Route,
    Say,
    StopRecording,
)
from kiosk.core.events import (
    AnyEvent,
    KeyPressed,
    Plugged,
    Recorded,
    RecordingFailed,
    RecordingHeard,
    SpeechEnded,
    Tapped,
)
from kiosk.core.filing import submission_of
from kiosk.core.session import fresh
from kiosk.core.view import Level, Row
from tests.core.languages import LANGUAGES, terminal
from tests.core.visit import Visit


class Talker(Visit):
    """A visitor with a microphone before them. `sounds` is what the recorder holds."""

    def __init__(self, language: str = "nl") -> None:
        super().__init__(terminal(), language)
        self.handle(Plugged("microphone", present=True))
        self.sounds: dict[str, int] = {}
        self.open = ""

    def handle(self, event: AnyEvent) -> Sequence[Effect]:
        effects = super().handle(event)
        for effect in effects:
            match effect:
                case Record(name):
                    self.open = name
                    self.sounds[name] = 0
                case StopRecording() if self.open:
                    name, self.open = self.open, ""
                    self.handle(Recorded(name, self.sounds[name], at=self.now))
                case Discard(name):
                    self.sounds.pop(name, None)
                case Forget():
                    self.sounds.clear()
                    self.open = ""
        return effects

    def press(self, *spoken: str) -> Self:
        super().press(*spoken)
        return self

    def tap(self, *names: str) -> Self:
        super().tap(*names)
        return self

    def type_in(self, text: str) -> Self:
        super().type_in(text)
        return self

    def talk(self, seconds: int) -> Self:
        for second in range(1, seconds + 1):
            self.now += 1.0
            self.sounds[self.open] = second
            self.handle(RecordingHeard(0.5, float(second), at=self.now))
        return self

    def go_to_the_words(self, flow: str = "klacht") -> Self:
        self.tap(f"flow:{flow}")
        while self.view.input is None:
            self.tap(self.view.targets[0].name)
        return self

    def say_it(self, seconds: int = 12) -> Self:
        """From the words screen to a message that is not kept yet."""
        self.tap("record", "record:start")
        self.talk(seconds)
        self.tap("record:stop")
        assert self.view.screen == "record.done"
        return self

    def seek(self, spoken: str) -> Self:
        """With the keypad, eyes shut: to the right until this is heard, and choose it."""
        for _ in range(120):
            focus = self.view.focus
            if focus is not None and self.view.said[focus].startswith(spoken):
                self.key("select")
                return self
            self.key("right")
        raise AssertionError(f"{spoken!r} is never heard; {list(self.view.said.values())}")

    @property
    def read_out(self) -> str:
        return self.view.spoken


def rows(visit: Visit) -> list[Row]:
    return [row for block in visit.view.blocks for row in getattr(block, "rows", ())]


def test_a_complaint_is_told_by_voice_alone_with_the_keypad_and_eyes_shut() -> None:
    visit = Talker()
    visit.seek("Klacht of idee").seek("Een klacht").seek("Lang wachten")
    assert "Zeg het in plaats van typen" in visit.read_out
    visit.seek("Zeg het in plaats van typen")
    assert "U hebt 60 seconden" in visit.read_out
    visit.seek("Opnemen")
    assert visit.open == "vertel"
    visit.talk(20).key("select")
    assert "Uw bericht staat erop" in visit.read_out
    visit.seek("Luister het na")
    assert visit.effects[-1] == Play("vertel")
    visit.handle(SpeechEnded())
    visit.seek("Gebruik dit bericht").seek("Nee, dank u")
    assert visit.view.screen == "klacht.check"
    assert "U hebt het gezegd met uw stem, in 20 seconden" in visit.read_out
    visit.seek("Bericht versturen")
    submission = visit.sent[0].submission
    assert [(one.step, one.seconds, one.data) for one in submission.recordings] == [
        ("vertel", 20, "")
    ]
    assert submission.words == ""
    (told,) = [answer for answer in submission.answers if answer.step == "vertel"]
    assert (told.value, told.shown) == ("", "Uw stem: 20 seconden")


def test_without_a_microphone_nobody_is_asked_to_speak() -> None:
    visit = Visit().tap("flow:klacht")
    while visit.view.input is None:
        visit.tap(visit.view.targets[0].name)
    assert visit.view.target("record") is None


def test_only_words_can_be_spoken_never_a_name_or_a_number() -> None:
    visit = Talker().tap("flow:terugbellen")
    seen = set()
    for _ in range(8):
        if visit.view.input is not None:
            seen.add(visit.view.input.kind)
            assert visit.view.target("record") is None
            value = {"name": "jo", "phone": "0612345678"}[visit.view.input.kind]
            visit.type_in(value).tap("next")
        elif visit.session.place == "step":
            visit.tap(visit.view.targets[0].name)
    assert seen == {"name", "phone"}


def test_nothing_is_spoken_while_the_microphone_is_open() -> None:
    visit = Talker().go_to_the_words().tap("record")
    visit.effects.clear()
    visit.tap("record:start")
    assert visit.effects[:2] == [Hush(), Record("vertel", 60)]
    visit.talk(30)
    assert visit.said == []
    visit.tap("record:stop")
    assert visit.effects[-1] == Say("screen")


def test_the_meter_shows_how_loud_it_hears_and_how_much_time_is_used() -> None:
    visit = Talker().go_to_the_words().tap("record", "record:start")
    visit.talk(7)
    (level,) = [block for block in visit.view.blocks if isinstance(block, Level)]
    assert (level.level, level.seconds, level.most) == (0.5, 7, 60)
    assert level.text.shown == "7 van 60 seconden"


@pytest.mark.parametrize("name", ["record:stop", "language", "sound", "larger", "repeat"])
def test_a_touch_anywhere_ends_a_recording_and_does_nothing_else(name: str) -> None:
    visit = Talker().go_to_the_words().tap("record", "record:start")
    settings = visit.session.settings
    visit.talk(5).tap(name)
    assert visit.view.screen == "record.done"
    assert visit.session.settings == settings
    assert visit.sounds == {"vertel": 5}


@pytest.mark.parametrize("key", ["select", "down", "louder", "repeat", "move", "switch"])
def test_any_key_ends_a_recording(key: str) -> None:
    visit = Talker().go_to_the_words().tap("record", "record:start")
    visit.talk(5)
    visit.handle(KeyPressed(key, at=visit.now + 1))  # type: ignore[arg-type] # the keys above
    assert visit.view.screen == "record.done"


def test_somebody_who_speaks_for_a_minute_is_not_asked_whether_they_are_there() -> None:
    visit = Talker().go_to_the_words().tap("record", "record:start")
    visit.now += visit.terminal.limits.idle_s - 3
    visit.talk(4)
    visit.wait(10)
    assert visit.view.screen == "record.busy"


def test_at_the_end_of_its_time_a_recording_stops_and_is_kept_to_be_heard() -> None:
    visit = Talker().go_to_the_words().tap("record", "record:start")
    visit.talk(60)
    visit.handle(Recorded("vertel", 60, at=visit.now))
    assert visit.view.notice.shown == "De tijd is om. Uw bericht staat erop."
    assert visit.view.target("record:keep")


def test_silence_is_said_and_thrown_away() -> None:
    visit = Talker().go_to_the_words().tap("record", "record:start")
    visit.open = ""
    visit.handle(Recorded("vertel", 4, silent=True, at=visit.now))
    assert visit.read_out.startswith("Ik heb niets gehoord.")
    assert visit.view.target("record:start")
    assert visit.sounds == {}


def test_a_microphone_that_fails_leads_back_to_the_keys_with_what_was_typed() -> None:
    visit = Talker().go_to_the_words().type_in("donker").tap("record", "record:start")
    visit.handle(RecordingFailed("vertel", at=visit.now))
    assert visit.view.screen == "klacht.vertel"
    assert visit.read_out.startswith("De microfoon doet het nu niet.")
    assert visit.view.input is not None
    assert visit.view.input.value == "Donker"
    assert visit.view.target("record") is None


def test_a_message_is_heard_and_any_press_stops_it() -> None:
    visit = Talker().go_to_the_words().say_it().tap("record:listen")
    assert visit.effects[-1] == Play("vertel")
    effects = visit.handle(Tapped("record:listen", at=visit.now + 2))
    assert list(effects) == [Hush()]
    visit.tap("record:listen", "record:keep")
    assert visit.session.recordings == {"vertel": 12}


def test_a_message_is_done_over_as_often_as_wanted() -> None:
    visit = Talker().go_to_the_words().say_it(9).press("Doe het over")
    visit.press("Opnemen")
    visit.talk(4).tap("record:stop", "record:keep")
    assert visit.session.recordings == {"vertel": 4}
    assert visit.sounds == {"vertel": 4}


def test_throwing_away_is_confirmed_and_can_be_taken_back() -> None:
    visit = Talker().go_to_the_words().say_it().press("Gooi het weg")
    assert visit.read_out.startswith("Wilt u het bericht weggooien?")
    visit.press("Nee, bewaar het")
    assert visit.sounds == {"vertel": 12}
    visit.press("Gooi het weg", "Ja, gooi het weg")
    assert visit.view.screen == "klacht.vertel"
    assert visit.sounds == {}
    assert visit.find("Zeg het in plaats van typen").name == "record"


def test_back_from_a_message_that_was_not_kept_keeps_nothing() -> None:
    visit = Talker().go_to_the_words().say_it().tap("back")
    assert visit.view.screen == "klacht.vertel"
    assert visit.sounds == {}
    assert visit.session.recordings == {}


def test_back_while_it_listens_throws_it_away() -> None:
    visit = Talker().go_to_the_words().tap("record", "record:start")
    visit.talk(5).tap("back")
    assert visit.view.screen == "klacht.vertel"
    assert StopRecording() in visit.effects
    assert visit.sounds == {}
    assert visit.session.recordings == {}


def test_a_kept_message_stays_when_it_is_looked_at_again_and_left() -> None:
    visit = Talker().go_to_the_words().say_it().tap("record:keep", "back")
    visit.press("U hebt het gezegd met uw stem").press("Doe het over").tap("back")
    assert visit.session.recordings == {"vertel": 12}
    assert visit.sounds == {"vertel": 12}


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
