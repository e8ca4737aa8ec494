"""A tactile keypad: the whole service with it, eyes shut; practising; and what each key says."""

from dataclasses import replace

import pytest

from kiosk.core.arrangement import Plain
from kiosk.core.effects import Hush, Say
from kiosk.core.events import KeyName, KeyPressed, TimePassed
from kiosk.core.focus import moved
from kiosk.core.session import DEFAULT_STEP
from kiosk.core.texts import Text
from kiosk.core.view import Choices, Target, View
from tests.core.languages import LANGUAGES, visit_in
from tests.core.listening import AtTheKeypad
from tests.core.visit import Visit

EVERY_KEY: tuple[KeyName, ...] = KeyName.__args__  # type: ignore[attr-defined] # a Literal has them


def test_a_street_light_is_reported_by_keypad_alone_with_eyes_shut() -> None:
    visit = Visit()
    listener = AtTheKeypad(visit)
    listener.choose("Iets melden op straat", "Lamp of verkeerslicht", "Lamp brandt niet")
    listener.choose("Hier dichtbij", "Overslaan", "Nee, dank u")
    said = listener.choose("Melding versturen")
    (save,) = visit.sent
    assert save.submission.category is not None
    assert save.submission.category.label == "Lamp brandt niet"
    assert said[0].startswith("Dank u wel")
    number = " ".join(save.submission.code[:4])
    assert any(number in sentence for sentence in said), "the number is said without asking"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_reported_by_keypad_and_ear_in_every_language(language: str) -> None:
    visit = visit_in(language)
    texts = visit.terminal.texts
    keys = ("flow-melding", "category-verlichting", "category-verlichting-lamp-uit")
    more = ("melding-waar-hier", "ui-skip", "melding-antwoord-geen", "flow-melding.send")
    listener = AtTheKeypad(visit)
    said = listener.choose(*(texts.text(language, key).spoken for key in (*keys, *more)))
    assert visit.sent[0].submission.language == language
    assert said[0].startswith(texts.text(language, "flow-melding.thanks").spoken)


def test_a_complaint_in_own_words_is_typed_with_arrows() -> None:
    visit = Visit()
    listener = AtTheKeypad(visit)
    listener.choose("Klacht of idee", "Een klacht", "Lang wachten")
    listener.spell("te lang")
    assert listener.choose("Hoor wat u hebt getypt") == ["Te lang"]
    listener.choose("Verder", "Nee, dank u")
    assert "Uw woorden: Te lang." in listener.press("repeat")
    listener.choose("Bericht versturen")
    assert visit.sent[0].submission.words == "Te lang"


def test_a_mistake_is_heard_erased_and_put_right() -> None:
    listener = AtTheKeypad(Visit())
    listener.choose("Hoe is het met mijn melding")
    listener.spell("48")
    assert listener.choose("Verder")[0].startswith("Dit nummer klopt niet")
    assert listener.press("erase") == ["Wis"]
    assert listener.choose("Hoor wat u hebt getypt") == ["4"]


def test_a_new_screen_is_read_and_a_key_pressed_twice_answers_nothing_unheard() -> None:
    visit = Visit().key("down", "select")
    screen = visit.view.screen
    assert Say("screen") in visit.effects
    assert visit.view.focus is None
    visit.key("select")
    assert visit.view.screen == screen, "the first press only says the first choice"
    assert visit.view.said[str(visit.view.focus)] == visit.heard[-1].text


def test_the_focus_stays_on_the_key_while_typing_and_few_presses_lead_onwards() -> None:
    visit = Visit()
    listener = AtTheKeypad(visit)
    listener.choose("Klacht of idee", "Een klacht", "Lang wachten", "e")
    assert listener.press("select", "select") == ["e"]
    assert visit.session.typed == "Eee"
    assert "Verder." in [listener.press("down")[0] for _ in range(4)]


def test_other_keys_in_the_place_of_the_present_ones_say_where_the_focus_is_now() -> None:
    visit = Visit()
    listener = AtTheKeypad(visit)
    listener.choose("Iets melden op straat", "Lamp of verkeerslicht", "Lamp brandt niet")
    listener.choose("Bij een adres")
    listener.spell("123")
    said = listener.choose("4")
    assert said == ["4", "q."], "four digits are followed by letters"


@pytest.mark.parametrize("key", ["louder", "softer", "faster", "slower"])
def test_a_key_for_the_voice_says_what_it_did_and_when_it_is_at_its_end(key: KeyName) -> None:
    listener = AtTheKeypad(Visit())
    first = listener.press(key)
    assert len(first) == 1
    at_the_end = listener.press(key, key, key)
    assert at_the_end[0] == first[0]
    assert "7" in at_the_end[1]


def test_a_key_that_can_do_nothing_here_says_where_the_visitor_is() -> None:
    visit = Visit()
    listener = AtTheKeypad(visit)
    for key in ("back", "erase"):
        assert listener.press(key)[0] == "Wat wilt u doen?"
    assert visit.view.screen == "start"


def test_the_keys_speak_on_a_screen_that_is_off() -> None:
    visit = Visit()
    AtTheKeypad(visit).choose("Geluid", "Meer", "Scherm uit")
    visit.key("back", "back", "down", "select")
    assert visit.view.blank
    assert visit.view.screen == "melding.wat"
    assert visit.heard[-1].text == visit.view.say[-1].text


@pytest.mark.parametrize("key", [key for key in EVERY_KEY if key != "help"])
def test_while_practising_a_key_says_what_it_does_and_changes_nothing(key: KeyName) -> None:
    visit = Visit()
    AtTheKeypad(visit).choose("Klacht of idee", "Een klacht", "Lang wachten", "e", "r")
    before = visit.session
    listener = AtTheKeypad(visit)
    assert any("Help" in said or "Hulp" in said for said in listener.press("help"))
    said = listener.press(key)
    assert said == [visit.terminal.texts.text("nl", f"ui-practice-{key}").spoken]
    assert visit.view.blocks[0].text.spoken == said[0]  # type: ignore[union-attr] # a card
    listener.press(key, "help")
    same = replace(
        visit.session,
        voice=before.voice,
        last_press_at=before.last_press_at,
        explored=before.explored,
        echo=before.echo,
    )
    assert same == before


def test_practising_says_of_the_help_key_that_pressing_it_again_is_the_way_out() -> None:
    visit = Visit()
    listener = AtTheKeypad(visit)
    help_key = visit.terminal.texts.text("nl", "ui-practice-help").spoken
    assert help_key in listener.press("help")
    assert listener.press("help")[0] == "Wat wilt u doen?"


def test_practising_over_a_panel_leads_back_to_that_panel() -> None:
    visit = Visit().tap("flow:melding", "sound").key("help", "down", "help")
    assert visit.view.screen == "sound"


def test_while_practising_only_the_button_to_stop_can_be_touched() -> None:
    visit = Visit().tap("flow:melding").key("help")
    assert [t.name for t in visit.view.targets if t.enabled] == ["close"]
    visit.tap("larger", "language", "repeat")
    assert visit.view.screen == "practice"
    assert visit.session.settings.text_size == 0
    visit.press("Stop")
    assert visit.view.screen == "melding.wat"


def test_the_warning_comes_while_practising_too_and_leads_back_to_it() -> None:
    visit = Visit().tap("flow:melding").key("help").wait(120)
    assert visit.view.screen == "still-there"
    visit.key("softer")
    assert visit.view.screen == "practice"
    assert visit.session.settings.volume == DEFAULT_STEP


def test_in_arabic_the_arrows_go_where_the_eye_sees_them_go() -> None:
    visit = visit_in("ar").tap("flow:melding")
    tiles = next(block for block in visit.view.blocks if isinstance(block, Choices))
    first, second = tiles.targets[:2]
    assert tiles.style == "tiles"
    visit.key("down").key("left")
    assert visit.view.focus == second.name
    visit.key("right")
    assert visit.view.focus == first.name


NAMES = (("a", "b", "c"), ("d", "e", "f"), ("send",))
"""Three columns, as on a wide screen."""


def wide(focus: str, direction: str = "ltr") -> View:
    targets = tuple(Target(name, "choice", Text.plain(name)) for row in NAMES for name in row)
    view = replace(Visit().view, blocks=(Choices(targets, "list"),), settings=(), nav=())
    return replace(view, focus=focus, direction=direction)  # type: ignore[arg-type] # ltr or rtl


@pytest.mark.parametrize(
    ("focus", "key", "to"),
    [
        ("a", "down", "d"),
        ("c", "down", "f"),
        ("f", "up", "c"),
        ("b", "right", "c"),
        ("e", "left", "d"),
        ("c", "move", "d"),
        ("send", "move", "a"),
    ],
)
def test_on_a_wide_screen_the_arrows_follow_what_lies_there(focus: str, key: str, to: str) -> None:
    assert moved(wide(focus), NAMES, key) == to


class Small(Plain):
    """A panel with room for three choices."""

    def fits(self, view: View) -> bool:
        return sum(len(b.targets) for b in view.blocks if isinstance(b, Choices)) <= 3


def test_what_is_on_a_next_page_is_found_by_ear_as_well() -> None:
    visit = Visit(replace(Visit().terminal, arrangement=Small()))
    listener = AtTheKeypad(visit)
    listener.choose("Klacht of idee", "Een idee", "Straat of buurt")
    assert visit.session.answers == {"soort": "idee", "onderwerp": "buurt"}
    assert visit.view.input is not None


class InOneRow(Plain):
    """A panel so wide that everything lies beside each other."""

    def rows(self, view: View) -> tuple[tuple[str, ...], ...]:
        return (tuple(target.name for target in view.targets),)


def test_the_arrows_of_a_visit_follow_the_panel_that_it_is_on() -> None:
    visit = Visit(replace(Visit().terminal, arrangement=InOneRow())).key("right", "down")
    assert visit.view.focus == visit.view.targets[0].name, "nothing lies below it"
    visit.key("right")
    assert visit.view.focus == visit.view.targets[1].name


def test_a_button_that_can_go_no_further_keeps_the_focus_and_says_so() -> None:
    visit = Visit()
    listener = AtTheKeypad(visit)
    listener.choose("Geluid", "Harder")
    listener.press("select", "select")
    assert listener.press("select") == ["Harder. Dat kan nu niet."]
    assert listener.press("right") == ["Langzamer."]


def test_the_order_of_reading_is_not_mirrored_but_the_arrows_are() -> None:
    assert moved(wide("b", "rtl"), NAMES, "move") == "c"
    assert moved(wide("b", "rtl"), NAMES, "left") == "c"


def test_every_key_stops_what_is_being_said() -> None:
    for key in EVERY_KEY:
        visit = Visit().tap("flow:melding")
        visit.now += 2
        if key != "pause":
            assert Hush() in visit.handle(KeyPressed(key, at=visit.now)), key


def test_time_alone_moves_nothing_for_somebody_with_a_keypad() -> None:
    visit = Visit().key("down").silence()
    before = visit.session
    visit.handle(TimePassed(at=visit.now + 30))
    assert visit.session == before
