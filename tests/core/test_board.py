"""What hangs at the kiosk: news, out of service, resting. It never disturbs a visit."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.core.effects import Say
from kiosk.core.events import Board, KeyName, KeyPressed, Scanned, Tapped, TimePassed, Typed
from kiosk.core.session import DEFAULT_STEP, VOLUMES
from kiosk.core.show import show
from kiosk.core.view import Choices, Paragraph
from tests.core.listening import AtTheKeypad, WithOneSwitch
from tests.core.visit import Visit, factory, terminal_of
from tests.notices import ALL, LONG, PICTURES, WORDS, with_notices

NEWS = Board(announcements=ALL[:3])


def kiosk(board: Board, language: str = "nl") -> Visit:
    visit = Visit(with_notices(terminal_of(factory())), language)
    visit.handle(board)
    return visit


def tiles(visit: Visit) -> list[str]:
    """All services that the start screen offers, page by page."""
    found: list[str] = []
    for page in range(visit.view.page[1]):
        view = show(visit.terminal, replace(visit.session, page=page))
        choices = [block for block in view.blocks if isinstance(block, Choices)]
        found += [t.name for block in choices for t in block.targets if "flow:" in t.name]
    return found


def cards(visit: Visit) -> list[str]:
    return [block.text.shown for block in visit.view.blocks if isinstance(block, Paragraph)]


def words(visit: Visit, key: str, **values: str) -> str:
    return visit.terminal.texts.text(visit.language, key, **values).spoken


# News


@pytest.mark.parametrize("language", WORDS)
def test_news_stands_above_the_services_and_is_said_after_the_title(language: str) -> None:
    visit = kiosk(NEWS, language)
    market, road, _, waste, *_ = WORDS[language]
    assert cards(visit) == [market, road, waste]
    assert [b.picture for b in visit.view.blocks if isinstance(b, Paragraph)] == [
        PICTURES[name] for name in ALL[:3]
    ]
    assert tiles(visit) == [f"flow:{name}" for name in visit.terminal.start]
    spoken = visit.view.spoken
    title, first = visit.view.title.spoken, visit.view.said["flow:melding"]
    places = [spoken.index(words) for words in (title, market, road, waste, first)]
    assert places == sorted(places)


def test_without_news_the_start_screen_is_what_it_was() -> None:
    visit = kiosk(Board())
    assert visit.view == Visit().view


def test_of_more_than_three_the_others_are_one_button_away_and_are_said_all_the_same() -> None:
    visit = kiosk(Board(announcements=ALL))
    assert len(cards(visit)) == 3
    for sentence in (*WORDS["nl"][:2], *WORDS["nl"][3:]):
        assert sentence in visit.view.spoken
    visit.press("Nieuws")
    seen = cards(visit)
    while visit.view.target("page:next"):
        seen += cards(visit.tap("page:next"))
    assert len(seen) == len(ALL)
    assert visit.tap("close").view.screen == "start"


def test_what_more_there_is_to_say_of_news_stands_behind_the_button() -> None:
    visit = kiosk(Board(announcements=("weg",)))
    _, road, detour, *_ = WORDS["nl"]
    assert cards(visit) == [road]
    assert detour not in visit.view.spoken
    visit.press("Nieuws")
    assert road in visit.view.spoken
    assert detour in visit.view.spoken
    assert not kiosk(Board(announcements=("markt",))).view.target("news"), "nothing more to say"


def test_news_that_the_bundle_does_not_know_is_left_out() -> None:
    visit = kiosk(Board(announcements=("kermis", "markt")))
    assert cards(visit) == [WORDS["nl"][0]]


def test_news_does_not_move_the_screen_under_a_finger() -> None:
    visit = kiosk(Board()).tap("language", "language:nl")
    before = visit.view
    visit.handle(NEWS)
    assert visit.view == before
    visit.tap("flow:klacht", "back")
    assert len(cards(visit)) == 3, "the next start screen has it"


def test_the_same_news_once_more_changes_nothing() -> None:
    visit = kiosk(NEWS)
    before = visit.session
    visit.handle(replace(NEWS, at=17.0))
    assert visit.session is before


@pytest.mark.parametrize("key", ["down", "select", "switch", "move"])
def test_a_first_key_reads_the_start_screen_that_has_news(key: KeyName) -> None:
    visit = kiosk(NEWS).key(key)
    assert visit.said == [Say("screen")]
    assert visit.view.screen == "start"
    assert visit.view.focus is None
    assert [part.text for part in visit.heard][2:5] == [*WORDS["nl"][:2], WORDS["nl"][3]]


def test_a_first_key_goes_on_at_once_where_there_is_no_news() -> None:
    visit = Visit().key("down")
    assert visit.view.focus == "flow:melding"


# By ear, by keypad, with one switch


def test_news_is_heard_at_the_keypad_and_a_lamp_reported_after_it() -> None:
    visit = kiosk(NEWS)
    listener = AtTheKeypad(visit)
    assert WORDS["nl"][0] in listener.press("right")
    listener.choose("Iets melden op straat", "Lamp of verkeerslicht", "Lamp brandt niet")
    listener.choose("Hier dichtbij", "Overslaan", "Nee, dank u", "Melding versturen")
    assert len(visit.sent) == 1


def test_news_is_heard_with_one_switch_and_all_of_it_can_be_chosen() -> None:
    visit = kiosk(Board(announcements=ALL))
    listener = WithOneSwitch(visit)
    assert WORDS["nl"][0] in listener.press()
    said = listener.choose("Nieuws")
    assert WORDS["nl"][2] in said


def test_news_is_heard_over_headphones_as_soon_as_they_are_in() -> None:
    visit = kiosk(NEWS).plug("headphones")
    assert WORDS["nl"][0] in [part.text for part in visit.heard]


# Out of service


@pytest.mark.parametrize("language", WORDS)
def test_a_closed_kiosk_says_so_and_whom_to_call_and_offers_nothing(language: str) -> None:
    visit = kiosk(Board(closed={}), language)
    assert visit.view.screen == "closed"
    assert tiles(visit) == []
    phone = visit.terminal.municipality.phone
    for said in (
        words(visit, "ui-closed-title"),
        words(visit, "ui-closed"),
        words(visit, "ui-closed-call", phone=phone),
    ):
        assert said in visit.view.spoken
    shown = [b.heading.shown for b in visit.view.blocks if isinstance(b, Paragraph)]
    assert any(phone in heading for heading in shown)


def test_what_staff_wrote_is_said_in_its_language_and_the_usual_words_in_others() -> None:
    visit = kiosk(Board(closed={"nl": LONG["nl"], "en": "  "}))
    assert LONG["nl"] in visit.view.spoken
    visit.tap("language").press("English")
    assert visit.view.screen == "closed"
    assert words(visit, "ui-closed") in visit.view.spoken


def test_language_sound_help_and_staff_work_on_a_closed_kiosk() -> None:
    visit = kiosk(Board(closed={}))
    visit.terminal = replace(visit.terminal, staff_code_is="1234".__eq__)
    visit.tap("sound", "louder", "close")
    assert visit.session.settings.volume == DEFAULT_STEP + 1
    visit.tap("help", "staff", "key:1", "key:2", "key:3", "key:4", "next")
    assert visit.view.screen == "staff-menu"
    assert visit.tap("close").view.screen == "closed"


def test_a_scanned_receipt_is_not_looked_up_while_closed() -> None:
    visit = kiosk(Board(closed={}))
    visit.scan("https://voorbeeld.nl/volg/482173905566")
    assert visit.view.screen == "closed"
    assert visit.said == [Say("screen")]


@pytest.mark.parametrize("key", ["down", "select", "switch"])
def test_a_closed_kiosk_says_itself_at_the_first_key(key: KeyName) -> None:
    visit = kiosk(Board(closed={})).key(key)
    assert visit.heard[0].text == words(visit, "ui-closed-title") + "."
    assert visit.view.screen == "closed"


def test_with_one_switch_the_language_of_a_closed_kiosk_can_be_chosen() -> None:
    visit = kiosk(Board(closed={}))
    listener = WithOneSwitch(visit)
    listener.press()
    listener.choose("Taal")
    said = listener.choose("English")
    assert said[0] == words(visit, "ui-closed-title") + "."


def test_a_visit_goes_on_when_the_kiosk_closes_and_finds_it_closed_afterwards() -> None:
    visit = kiosk(Board()).tap("flow:melding", "choice:verlichting", "choice:lamp-uit")
    visit.handle(Board(closed={}))
    visit.tap("choice:hier", "next", "choice:geen", "send")
    assert visit.view.screen == "melding.thanks"
    assert len(visit.sent) == len(visit.printed) == 1
    assert visit.tap("done").view.screen == "closed"
    visit.handle(Board())
    assert visit.view.screen == "start"


def test_whoever_goes_back_to_the_start_finds_the_kiosk_closed() -> None:
    visit = kiosk(Board()).tap("flow:melding")
    visit.handle(Board(closed={}))
    assert visit.tap("back").view.screen == "closed"


# Resting


def test_a_resting_kiosk_is_dark_until_a_touch_and_then_says_its_start_screen() -> None:
    visit = kiosk(Board(resting=True))
    assert visit.view.blank
    visit.handle(Tapped("unblank", at=1.0))
    assert not visit.view.blank
    assert visit.view.screen == "start"
    assert visit.said == [Say("screen")]
    assert visit.tap("flow:melding").view.screen == "melding.wat"


@pytest.mark.parametrize(
    "event",
    [
        KeyPressed("down", at=1.0),
        KeyPressed("switch", at=1.0),
        KeyPressed("louder", at=1.0),
        KeyPressed("help", at=1.0),
        Typed("a", at=1.0),
        Scanned("482173905566", at=1.0),
        Tapped("flow:melding", at=1.0),
    ],
)
def test_anything_wakes_it(event: KeyPressed | Typed | Scanned | Tapped) -> None:
    visit = kiosk(Board(resting=True))
    visit.handle(event)
    assert not visit.view.blank
    assert visit.session.active
    assert visit.said
    assert visit.view.screen != "melding.wat", "nobody chooses what cannot be seen"


def test_headphones_wake_it_too() -> None:
    assert not kiosk(Board(resting=True)).plug("headphones").view.blank


def test_it_rests_again_when_the_visit_is_over_and_not_before() -> None:
    visit = kiosk(Board()).tap("flow:melding")
    visit.handle(Board(resting=True))
    assert not visit.view.blank
    assert not visit.tap("back").view.blank, "it is still the same visitor"
    limits = visit.terminal.limits
    visit.wait(limits.idle_s + limits.warning_s + 1)
    assert visit.view.blank
    visit.handle(Board())
    assert not visit.view.blank


def test_who_turned_the_screen_off_themselves_is_not_woken_by_a_key() -> None:
    visit = kiosk(Board()).tap("sound")
    while not visit.view.target("blank"):
        visit.tap("page:next")
    visit.tap("blank").key("down")
    assert visit.view.blank


# Volume


def test_visits_begin_with_the_volume_that_was_asked_from_afar() -> None:
    visit = kiosk(Board(volume=5))
    assert visit.session.settings.volume == 5
    visit.tap("sound", "softer", "close", "flow:melding")
    visit.handle(Board(volume=1))
    assert visit.session.settings.volume == 4, "a visitor keeps theirs"
    visit.tap("stop", "stop:yes")
    assert visit.session.settings.volume == 1


def test_headphones_begin_at_the_safe_volume_whatever_was_asked() -> None:
    visit = kiosk(Board(volume=6)).plug("headphones")
    assert visit.session.settings.volume == DEFAULT_STEP
    visit.wait(visit.terminal.limits.idle_s + visit.terminal.limits.warning_s + 1)
    assert visit.session.settings.volume == DEFAULT_STEP, "they are still in"
    visit.plug("headphones", False)
    assert visit.session.settings.volume == 6


# Whatever happens

boards = st.builds(
    Board,
    announcements=st.lists(st.sampled_from([*ALL, "kermis"]), unique=True, max_size=5).map(tuple),
    closed=st.sampled_from([None, None, {}, {"nl": LONG["nl"]}]),
    resting=st.booleans(),
    volume=st.integers(0, VOLUMES - 1),
)
happening = st.one_of(
    boards,
    st.tuples(st.just("tap"), st.integers(0, 200)),
    st.tuples(st.just("tap"), st.integers(0, 200)),
    st.sampled_from(["down", "select", "back", "switch", "help", "louder"]),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(happening, max_size=30))
def test_no_board_ends_a_visit_or_changes_what_a_visitor_sees(
    happenings: Sequence[Board | tuple[str, int] | KeyName],
) -> None:
    visit = kiosk(Board())
    for one in happenings:
        visit.now += 2.0
        before, seen, heard = visit.session, visit.view, len(visit.effects)
        match one:
            case Board():
                visit.handle(replace(one, at=visit.now))
                assert (visit.session.visit, len(visit.effects)) == (before.visit, heard)
                if before.active:
                    assert visit.view == seen
                else:
                    assert visit.session.board == replace(one, at=0.0)
            case (_, number):
                names = [t.name for t in seen.targets if t.enabled]
                name = "unblank" if seen.blank else names[number % len(names)]
                visit.handle(Tapped(name, at=visit.now))
            case key:
                visit.key(key)
        visit.handle(TimePassed(at=visit.now))
        session = visit.session
        if session.place == "start" and session.panel is None:
            everything = [f"flow:{name}" for name in visit.terminal.start]
            assert tiles(visit) == ([] if session.board.closed is not None else everything)
