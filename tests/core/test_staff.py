"""Staff teach a kiosk its keys at the kiosk itself; nobody else gets that far."""

from dataclasses import replace

import pytest

from kiosk.core.effects import KeepKeys
from kiosk.core.events import KeyName, KeyPressed, KeysKept, RawKey
from kiosk.core.staff import LOCKED_S, ORDER, TRIES, missing
from tests.core.visit import Visit, factory, terminal_of

CODE = "482915"
UP, DOWN, CHOOSE, SWITCH = 1073741906, 1073741905, 13, 32
CODES: dict[KeyName, int] = {"up": UP, "down": DOWN, "select": CHOOSE}


def visit() -> Visit:
    return Visit(replace(terminal_of(factory()), staff_code_is=lambda code: code == CODE))


def type_code(staff: Visit, code: str = CODE) -> Visit:
    return staff.press(*code, "Verder")


def at_the_menu() -> Visit:
    return type_code(visit().press("Hulp", "Voor wie hier werkt"))


def teach(staff: Visit, keys: dict[KeyName, int]) -> Visit:
    """Press each key when it is asked for, and skip those that this keypad lacks."""
    staff.press("Toetsen leren")
    for name in ORDER:
        if name in keys:
            press_key(staff, keys[name])
        else:
            staff.press("Sla deze toets over")
    return staff


def press_key(staff: Visit, code: int) -> Visit:
    staff.now += 2.0
    staff.handle(RawKey(code, at=staff.now))
    return staff


def kept(staff: Visit) -> list[KeepKeys]:
    return [effect for effect in staff.effects if isinstance(effect, KeepKeys)]


def heard(staff: Visit) -> str:
    view = staff.view
    return " ".join([view.spoken, *(said.text for said in view.echo), *view.said.values()])


def test_a_kiosk_without_a_code_has_no_staff_screen() -> None:
    plain = Visit().press("Hulp")
    assert plain.view.target("staff") is None
    plain.session = replace(plain.session, panel="help")
    assert plain.view.target("staff") is None


def test_it_is_offered_on_the_start_screen_only() -> None:
    assert visit().press("Hulp").view.target("staff") is not None
    busy = visit().press("Iets melden")
    assert busy.press("Hulp").view.target("staff") is None


def test_the_code_is_typed_as_dots_and_no_digit_is_shown_or_said_or_sent_along() -> None:
    staff = visit().press("Hulp", "Voor wie hier werkt", "4", "8")
    view = staff.view
    assert view.input is not None
    assert (view.input.value, view.input.shown) == ("••", "••")
    assert [said.text for said in view.echo] == ["cijfer."]
    assert not set("48") & set(view.spoken)
    staff.press("Wis")
    assert staff.view.input is not None
    assert staff.view.input.shown == "•"


def test_a_wrong_code_is_told_and_the_right_one_leads_on() -> None:
    staff = type_code(visit().press("Hulp", "Voor wie hier werkt"), "111111")
    assert staff.view.notice.shown == "Deze code klopt niet."
    assert staff.view.screen == "staff"
    assert type_code(staff).view.screen == "staff-menu"
    assert staff.view.notice.shown == ""


def test_five_wrong_codes_lock_it_for_five_minutes_also_for_the_next_visitor() -> None:
    staff = visit().press("Hulp", "Voor wie hier werkt")
    for _ in range(TRIES - 1):
        type_code(staff, "111111")
    # Leaving and coming back is no new chance.
    staff.press("Terug")
    staff.wait(200)
    assert staff.session.visit > 1
    type_code(staff.press("Hulp", "Voor wie hier werkt"), "222222")
    assert "Te vaak fout. Wacht 5 minuten." in staff.view.notice.shown
    locked_at = staff.now
    assert type_code(staff).view.screen == "staff"
    staff.wait(200)
    type_code(staff.press("Hulp", "Voor wie hier werkt"))
    assert staff.view.screen == "staff"
    assert "Wacht" in staff.view.notice.spoken
    staff.now = max(staff.now, locked_at + LOCKED_S)
    assert type_code(staff).view.screen == "staff-menu"


def test_keys_are_taught_one_by_one_and_then_kept() -> None:
    staff = at_the_menu().press("Toetsen leren")
    assert staff.view.raw_keys
    assert staff.view.title.shown == "Druk op de toets voor: Omhoog"
    press_key(staff, UP)
    assert staff.view.title.shown == "Druk op de toets voor: Omlaag"
    press_key(staff, DOWN).press("Sla deze toets over", "Sla deze toets over")
    assert staff.view.title.spoken == "Druk op de toets voor: Kiezen"
    press_key(staff, CHOOSE)
    while staff.view.screen == "learn":
        assert not kept(staff)
        staff.press("Sla deze toets over")
    assert kept(staff) == [KeepKeys((("up", UP), ("down", DOWN), ("select", CHOOSE)))]
    assert staff.view.title.shown == "De toetsen zijn klaar"
    assert not staff.view.raw_keys


def test_the_same_key_twice_is_told_by_the_name_of_the_first() -> None:
    staff = press_key(at_the_menu().press("Toetsen leren"), UP)
    press_key(staff, UP)
    assert staff.view.notice.shown == "Die toets is al Omhoog. Druk op een andere."
    assert staff.view.spoken.startswith("Die toets is al Omhoog.")
    assert staff.view.title.shown == "Druk op de toets voor: Omlaag"
    press_key(staff, DOWN)
    assert staff.view.notice.shown == ""


def test_going_back_takes_back_the_key_before() -> None:
    staff = press_key(press_key(at_the_menu().press("Toetsen leren"), UP), CHOOSE)
    staff.press("Terug")
    assert staff.view.title.shown == "Druk op de toets voor: Omlaag"
    press_key(staff, DOWN)
    assert staff.session.staff is not None
    assert staff.session.staff.keys == (("up", UP), ("down", DOWN))
    staff.press("Terug", "Terug", "Terug")
    assert staff.view.screen == "staff-menu"


def test_a_kiosk_is_not_left_without_a_key_to_choose_with() -> None:
    staff = teach(at_the_menu(), {"up": UP, "down": DOWN})
    assert not kept(staff)
    assert staff.view.notice.shown.startswith("Zonder deze toets kan iemand niet kiezen.")
    assert staff.view.title.shown == "Druk op de toets voor: Kiezen"


def test_one_button_is_enough() -> None:
    assert kept(teach(at_the_menu(), {"switch": SWITCH})) == [KeepKeys((("switch", SWITCH),))]


@pytest.mark.parametrize(
    ("names", "lacks"),
    [
        (["switch"], None),
        (["move", "select"], None),
        (["left", "select"], None),
        (["select"], "down"),
        (["up", "down"], "select"),
        ([], "select"),
    ],
)
def test_what_is_needed_before_somebody_can_choose(
    names: list[KeyName], lacks: KeyName | None
) -> None:
    assert missing(names) == lacks


def test_keys_that_could_not_be_kept_are_told() -> None:
    staff = teach(at_the_menu(), CODES)
    staff.handle(KeysKept(True, at=staff.now))
    assert staff.view.notice.shown == ""
    staff.handle(KeysKept(False, at=staff.now))
    assert staff.view.notice.shown.startswith("Bewaren is niet gelukt.")


def test_a_key_that_is_taught_does_nothing_else() -> None:
    """Louder is asked for, and the voice is as loud as before."""
    staff = at_the_menu().press("Toetsen leren")
    before = staff.session.settings
    for code in range(40, 40 + len(ORDER) - 1):
        press_key(staff, code)
    assert staff.session.settings == before
    assert staff.view.screen == "learn"


def test_a_raw_key_elsewhere_changes_nothing() -> None:
    staff = visit()
    press_key(staff, UP)
    assert staff.view.screen == "start"
    assert staff.view.focus is None


def test_the_code_is_not_in_the_session_once_it_was_accepted_or_the_screen_was_left() -> None:
    assert CODE not in repr(at_the_menu().session)
    left = visit().press("Hulp", "Voor wie hier werkt", *CODE, "Terug")
    assert CODE not in repr(left.session)
    assert left.view.screen == "start"


def test_everything_can_be_done_with_the_keys_that_there_are() -> None:
    """The way in, by arrows and select alone."""
    staff = visit().press("Hulp")
    for _ in range(20):
        staff.key("down")
        if staff.view.focus == "staff":
            break
    staff.now += 2
    staff.handle(KeyPressed("select", at=staff.now))
    assert staff.view.screen == "staff"


def test_the_screens_lead_to_practice_and_out_again() -> None:
    staff = teach(at_the_menu(), CODES).tap("close")
    assert staff.view.screen == "start"
    assert staff.session.staff is None
    practising = at_the_menu().tap("practice")
    assert practising.session.panel == "practice"
    practising.key("help")
    assert practising.view.screen == "staff-menu"
