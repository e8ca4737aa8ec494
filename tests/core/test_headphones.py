"""Headphones: plugging them in is asking to be spoken to, pulling them out ends it."""

from kiosk.core.effects import Hush, Route, Say
from kiosk.core.events import Plugged
from kiosk.core.session import DEFAULT_STEP, Hardware, fresh
from tests.core.listening import AtTheKeypad
from tests.core.visit import Visit
from tests.core.walking import walk_to_the_end


def words(visit: Visit, key: str) -> str:
    return visit.terminal.texts.text(visit.language, key).spoken


def test_plugging_in_silences_first_then_switches_then_reads_from_the_beginning() -> None:
    visit = Visit().tap("flow:melding")
    count, heard = len(visit.effects), len(visit.heard)
    visit.plug("headphones")
    assert visit.effects[count:] == [
        Hush(),
        Route("headphones"),
        Say("echo"),
        Say("screen", after=True),
    ]
    said = [utterance.text for utterance in visit.heard[heard:]]
    assert said == [words(visit, "ui-headphones"), *(part.text for part in visit.view.say)]


def test_a_visit_may_begin_with_plugging_in() -> None:
    visit = Visit().plug("headphones")
    assert visit.session.active
    assert words(visit, "ui-start-title") in [utterance.text for utterance in visit.heard]


def test_it_starts_at_the_safe_volume_whatever_the_loudspeaker_had() -> None:
    visit = Visit().key("louder", "louder", "louder").plug("headphones")
    assert visit.session.settings.volume == DEFAULT_STEP
    visit.key("louder", "louder").plug("headphones", False)
    assert visit.session.settings.volume == DEFAULT_STEP


def test_plugging_in_turns_on_a_voice_that_was_off() -> None:
    visit = Visit().tap("sound", "speech", "close").plug("headphones")
    assert visit.session.settings.speech
    assert Say("screen", after=True) in visit.effects


def test_pulling_out_is_silence_and_the_loudspeaker_takes_nothing_over() -> None:
    visit = Visit().plug("headphones").tap("flow:melding")
    count, heard = len(visit.effects), len(visit.heard)
    visit.plug("headphones", False)
    assert visit.effects[count:] == [Hush(), Route("loudspeaker")]
    visit.tap("choice:verlichting", "back").key("down", "right")
    assert visit.heard[heard:] == []


def test_after_pulling_out_the_voice_comes_back_when_it_is_asked_for() -> None:
    visit = Visit().plug("headphones").tap("flow:melding").plug("headphones", False)
    heard = len(visit.heard)
    visit.tap("repeat")
    assert len(visit.heard) > heard, "the button to hear it again is asking"
    heard = len(visit.heard)
    visit.key("down")
    assert len(visit.heard) == heard
    visit.key("speech")
    assert visit.session.settings.speech
    assert visit.heard[-1].text == visit.view.say[-1].text
    visit.key("speech").plug("headphones")
    assert visit.session.settings.speech


def test_pulling_out_brings_back_a_screen_that_was_off() -> None:
    visit = Visit().plug("headphones").tap("sound", "page:next", "blank")
    assert visit.view.blank
    visit.plug("headphones", False)
    assert not visit.view.blank


def test_what_is_plugged_in_outlives_the_visit_and_the_settings_do_not() -> None:
    visit = Visit().plug("headphones").plug("microphone").tap("flow:melding").key("louder")
    visit.tap("stop", "stop:yes")
    plugged = Hardware(headphones=True, microphone=True)
    assert visit.session == fresh(visit.terminal, visit.session.visit, plugged)
    heard = len(visit.heard)
    visit.tap("flow:melding")
    assert len(visit.heard) > heard


def test_pulling_out_after_the_visit_leaves_the_start_screen_as_it_was() -> None:
    visit = Visit().plug("headphones").tap("flow:melding", "stop", "stop:yes")
    visit.plug("headphones", False)
    assert visit.session == fresh(visit.terminal, visit.session.visit)


def test_the_same_news_twice_and_the_news_of_the_microphone_change_nothing_else() -> None:
    visit = Visit().plug("headphones")
    before = visit.session
    assert visit.handle(Plugged("headphones", True, at=99.0)) == ()
    assert visit.session is before
    assert visit.handle(Plugged("microphone", True, at=99.0)) == ()
    assert visit.session.hardware == Hardware(headphones=True, microphone=True)
    empty = Visit()
    assert empty.handle(Plugged("headphones", False, at=1.0)) == ()
    assert not empty.session.active


def test_plugging_in_answers_the_question_whether_somebody_is_there() -> None:
    visit = Visit().tap("flow:melding").wait(125).plug("headphones")
    assert visit.view.screen == "melding.wat"
    visit.wait(60)
    assert visit.view.screen == "melding.wat"


def test_over_headphones_contact_details_are_said_in_full() -> None:
    visit = Visit().plug("headphones").tap("flow:terugbellen")
    while visit.view.input is None or visit.view.input.kind != "phone":
        field = visit.view.input
        visit.type_in("jo").tap("next") if field else visit.tap(visit.view.targets[0].name)
    visit.tap("key:0", "key:6")
    assert [utterance.text for utterance in visit.view.echo] == ["6"]
    visit.type_in("12345678").tap("next")
    walk_to_the_end(visit)
    assert "0 6, 1 2, 3 4, 5 6, 7 8" in visit.view.spoken
    visit.plug("headphones", False)
    assert "0 6" not in visit.view.spoken


def test_a_call_is_asked_for_by_keypad_and_headphones_alone() -> None:
    visit = Visit().plug("headphones")
    listener = AtTheKeypad(visit)
    listener.choose("Bel mij terug")
    while visit.view.input is None:
        listener.press("down", "select")
    listener.spell("jo")
    listener.choose("Verder")
    listener.spell("0612345678")
    said = listener.choose("Verder")
    assert visit.session.place == "check"
    assert any("0 6, 1 2, 3 4, 5 6, 7 8" in sentence for sentence in said)
    assert any("Jo" in sentence for sentence in said)
    listener.choose("Vraag versturen")
    assert visit.sent[0].submission.contact.phone == "0612345678"
