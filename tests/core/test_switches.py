"""Two switches, one to move and one to choose; and one switch, with which all goes past."""

from dataclasses import replace

from kiosk.core.effects import Say
from kiosk.core.events import KeyPressed, SpeechEnded, TimePassed
from kiosk.core.session import DEFAULT_STEP, SCAN_S, fresh
from tests.core.listening import Listener, WithOneSwitch, WithTwoSwitches
from tests.core.visit import Visit


def report_a_lamp(listener: Listener) -> list[str]:
    """Only what was said leads from one press to the next."""
    listener.choose("Iets melden op straat", "Lamp of verkeerslicht", "Lamp brandt niet")
    listener.choose("Hier dichtbij", "Overslaan", "Nee, dank u")
    return listener.choose("Melding versturen")


def test_a_street_light_is_reported_with_two_switches() -> None:
    visit = Visit()
    said = report_a_lamp(WithTwoSwitches(visit))
    assert len(visit.sent) == 1
    assert said[0].startswith("Dank u wel")


def test_the_moving_switch_goes_past_everything_and_round() -> None:
    visit = Visit().tap("flow:melding").silence()
    passed = []
    for _ in [t for t in visit.view.targets if t.enabled]:
        visit.key("move").silence()
        passed.append(visit.view.focus)
    enabled = [t.name for t in visit.view.targets if t.enabled]
    assert passed == enabled
    assert visit.key("move").view.focus == enabled[0]


def test_a_street_light_is_reported_with_one_switch() -> None:
    visit = Visit()
    listener = WithOneSwitch(visit)
    listener.press()
    said = report_a_lamp_after_the_first(listener)
    assert len(visit.sent) == 1
    assert said[0].startswith("Dank u wel")
    listener.choose("Klaar")
    assert visit.session == fresh(visit.terminal, visit.session.visit)


def report_a_lamp_after_the_first(listener: WithOneSwitch) -> list[str]:
    """The first press says the first choice, which is the one that is wanted."""
    assert listener.all[-1].startswith("Iets melden op straat")
    listener.press()
    listener.choose("Lamp of verkeerslicht", "Lamp brandt niet", "Hier dichtbij", "Overslaan")
    return listener.choose("Nee, dank u", "Melding versturen")


def test_words_are_typed_with_one_switch_row_by_row() -> None:
    visit = Visit()
    listener = WithOneSwitch(visit)
    listener.press()
    listener.choose("Klacht of idee", "Een klacht", "Lang wachten")
    listener.spell("te lang")
    listener.choose("Verder", "Nee, dank u", "Bericht versturen")
    assert visit.sent[0].submission.words == "Te lang"


def test_the_new_screen_is_read_before_anything_goes_past() -> None:
    visit = Visit()
    listener = WithOneSwitch(visit)
    listener.press()
    read = listener.press()
    assert read == [words.text for words in visit.view.say]
    visit.handle(TimePassed(at=visit.now + 60))
    assert listener.hears() == [], "it is still being read"
    assert listener.waits() == [visit.view.said[visit.view.targets[0].name]]


def test_each_target_stays_as_long_as_was_chosen_after_it_was_said() -> None:
    visit = Visit()
    WithOneSwitch(visit).press()
    first = visit.view.focus
    start = visit.now + 40.0
    visit.handle(TimePassed(at=start))
    assert visit.view.focus == first, "it is still being said"
    visit.handle(SpeechEnded())
    visit.handle(TimePassed(at=start))
    visit.handle(TimePassed(at=start + SCAN_S[DEFAULT_STEP] - 0.1))
    assert visit.view.focus == first
    visit.handle(TimePassed(at=start + SCAN_S[DEFAULT_STEP]))
    assert visit.view.focus not in (first, None)


def test_it_goes_past_without_a_voice_as_well() -> None:
    visit = Visit().tap("sound", "speech", "close").key("switch")
    first = visit.view.focus
    assert first is not None
    for tenth in range(1, 30):
        visit.handle(TimePassed(at=visit.now + tenth / 10))
    assert visit.view.focus not in (first, None)


def test_a_press_while_the_screen_is_read_goes_to_the_first_choice_at_once() -> None:
    visit = Visit()
    listener = WithOneSwitch(visit)
    listener.press()
    listener.press()
    assert listener.press() == [visit.view.said[visit.view.targets[0].name]]


def test_a_row_in_which_nothing_is_chosen_leads_back_to_the_rows() -> None:
    visit = Visit()
    listener = WithOneSwitch(visit)
    listener.press()
    listener.choose("Klacht of idee", "Een klacht", "Lang wachten")
    assert listener.choose("Rij van a tot l") == ["a."]
    passed = [listener.waits()[-1] for _ in range(2 * 9)]
    assert passed[:8] == [f"{letter}." for letter in "sdfghjkl"]
    assert passed[8:17] == [f"{letter}." for letter in "asdfghjkl"]
    assert passed[17] == "Rij van a tot l."
    assert visit.session.typed == ""


def test_the_row_that_is_offered_can_be_seen_whole() -> None:
    visit = Visit()
    listener = WithOneSwitch(visit)
    listener.press()
    listener.choose("Klacht of idee", "Een klacht", "Lang wachten")
    while visit.view.focus != "key:a":
        listener.waits()
    assert visit.view.focus_row == tuple(f"key:{letter}" for letter in "asdfghjkl")
    listener.press()
    assert visit.view.focus_row == ()


def test_after_three_rounds_it_waits_says_so_and_goes_on_with_the_next_press() -> None:
    visit = Visit().tap("flow:melding").key("switch")
    listener = WithOneSwitch(visit)
    waiting = visit.terminal.texts.text("nl", "ui-scan-waits").spoken
    stops = len([t for t in visit.view.targets if t.enabled])
    passed = []
    while waiting not in passed:
        visit.session = replace(visit.session, last_press_at=visit.now)
        passed += listener.waits()
    # The first one was said by the press; `pause` cannot be pressed while nothing is said.
    assert len(passed) == 3 * (stops - 1)
    assert listener.waits(60) == []
    screen = visit.view.screen
    assert listener.press() == [visit.view.said[visit.view.targets[0].name]]
    assert visit.view.screen == screen


def test_the_same_button_can_be_pressed_again_without_waiting_for_it() -> None:
    visit = Visit()
    listener = WithOneSwitch(visit)
    listener.press()
    listener.choose("Geluid", "Harder")
    listener.press()
    assert visit.session.settings.volume == DEFAULT_STEP + 2


def test_how_fast_it_goes_past_is_a_setting_for_who_uses_it() -> None:
    visit = Visit().tap("sound")
    names = {target.name for target in visit.tap("page:next").view.targets}
    assert "scan-slower" not in names
    visit.tap("close")
    listener = WithOneSwitch(visit)
    listener.press()
    listener.choose("Geluid")
    said = listener.choose("Langzamer langs de keuzes gaan")
    assert visit.session.settings.scan == DEFAULT_STEP - 1
    assert said == [visit.terminal.texts.text("nl", "ui-now-scan-slower").spoken]


def test_any_press_of_the_switch_says_that_somebody_is_still_there() -> None:
    visit = Visit().tap("flow:melding").key("switch")
    visit.wait(visit.terminal.limits.idle_s)
    assert visit.view.screen == "still-there"
    visit.key("switch")
    assert visit.view.screen == "melding.wat"
    assert visit.effects[-1] == Say("screen")
    assert WithOneSwitch(visit).waits() == [visit.view.said[visit.view.targets[0].name]]


def test_after_waiting_and_the_warning_it_goes_on() -> None:
    visit = Visit().tap("flow:melding").key("switch")
    listener = WithOneSwitch(visit)
    while visit.session.panel is None:
        visit.now += 10
        listener.waits()
    assert visit.session.scan is not None
    visit.session = replace(visit.session, scan=replace(visit.session.scan, waits=True))
    listener.press()
    assert listener.waits() == [visit.view.said[visit.view.targets[0].name]]


def test_a_keyboard_goes_past_before_the_buttons_around_it() -> None:
    visit = Visit()
    listener = WithOneSwitch(visit)
    listener.press()
    listener.choose("Klacht of idee", "Een klacht", "Lang wachten")
    assert listener.waits() == ["Rij van 1 tot 0."]
    listener.spell("e")
    assert listener.waits() == ["Rij van 1 tot 0."], "before what was typed can be heard"


def test_a_switch_pressed_twice_on_send_does_not_cut_off_the_thanks() -> None:
    visit = Visit()
    listener = WithOneSwitch(visit)
    listener.press()
    report_a_lamp_after_the_first(listener)
    effects = visit.handle(KeyPressed("switch", at=visit.now + 0.3))
    assert effects == ()


def test_nothing_goes_past_for_somebody_who_uses_something_else() -> None:
    visit = Visit().tap("flow:melding").key("switch", "down").silence()
    assert visit.session.scan is None
    focus = visit.view.focus
    visit.wait(30)
    assert visit.view.focus == focus


def test_a_finger_of_somebody_who_helps_does_not_stop_it() -> None:
    visit = Visit().key("switch").tap("flow:melding").silence()
    visit.now += 1
    visit.handle(TimePassed(at=visit.now))
    assert visit.view.focus == visit.view.targets[0].name


def test_the_only_switch_can_be_pressed_at_any_moment_without_an_accident() -> None:
    visit = Visit()
    for press in range(200):
        visit.now += 0.3 * (press % 5)
        visit.handle(KeyPressed("switch", at=visit.now))
        visit.handle(SpeechEnded())
        visit.handle(TimePassed(at=visit.now))
        assert visit.view.focus is None or visit.view.target(visit.view.focus)
    assert visit.session.place in ("start", "step", "thanks", "check", "advice", "leaflet")
