"""Saying it instead of typing it: whole visits by voice."""

import pytest

from kiosk.core.effects import (
    Hush,
    Play,
    Record,
    Say,
    StopRecording,
)
from kiosk.core.events import (
    KeyPressed,
    Recorded,
    RecordingFailed,
    SpeechEnded,
    Tapped,
)
from kiosk.core.view import Level
from tests.core.talker import Talker
from tests.core.visit import Visit


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
