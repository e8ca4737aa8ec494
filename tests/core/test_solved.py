"""The answer comes back: six statuses, and whether it is really solved."""

from dataclasses import replace

import pytest

from kiosk.core.effects import Hush, NotSolved, Say
from kiosk.core.events import (
    KeyPressed,
    NotSolvedFailed,
    NotSolvedTold,
    Report,
    StatusFound,
    Tapped,
)
from kiosk.core.session import fresh
from kiosk.core.view import Choices
from tests.core.listening import AtTheKeypad, Listener, WithOneSwitch, WithTwoSwitches
from tests.core.visit import Visit

CODE = "482173905569"
DONE = Report(
    *("2026-11-22", "done", "melding", "De lamp doet het weer.", "2026-11-24"), may_reopen=True
)


def visit_about(*reports: Report, language: str = "nl") -> Visit:
    """A visitor who looks at these reports."""
    visit = Visit(language=language)
    visit.desk = {CODE: reports}
    return visit.scan(CODE)


def telling(visit: Visit) -> Visit:
    """The desk is being told, and has not answered yet."""
    visit.press("Verder", "Nee, het is niet opgelost")
    visit.session = replace(visit.session, place="telling")
    return visit


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (replace(DONE, status="received"), "Binnen."),
        (replace(DONE, status="in_progress"), "Bezig."),
        (replace(DONE, status="planned"), "Gepland."),
        (
            replace(DONE, status="planned", planned_for="2026-12-02"),
            "Gepland op woensdag 2 december 2026.",
        ),
        (DONE, "Klaar."),
        (replace(DONE, status="cannot"), "Het kan niet."),
        (replace(DONE, status="forwarded"), "Bij een andere organisatie."),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_status_is_said_with_the_day_for_which_it_is_planned(
    report: Report, words: str
) -> None:
    visit = visit_about(report)
    said = [utterance.text for utterance in visit.heard]
    assert words in said
    assert "De lamp doet het weer." in said
    assert "Wij kregen het op zondag 22 november 2026." in said


def test_another_organisation_is_named_as_it_is_named_here() -> None:
    report = replace(DONE, status="forwarded", organisation="Waterschap Vechtstromen")
    visit = visit_about(report, language="tr")
    assert ("Waterschap Vechtstromen.", "nl") in {(u.text, u.language) for u in visit.heard}
    assert ("Başka bir kurumda.", "tr") in {(u.text, u.language) for u in visit.heard}


def test_a_day_or_an_organisation_of_before_is_not_told_with_another_status() -> None:
    report = replace(DONE, planned_for="2026-12-02", organisation="Waterschap")
    assert "december" not in visit_about(report).view.spoken
    assert "Waterschap" not in visit_about(report).view.spoken


@pytest.mark.parametrize(
    "report",
    [
        replace(DONE, may_reopen=False),
        replace(DONE, status="cannot"),
        replace(DONE, status="in_progress"),
    ],
)
def test_only_of_what_is_done_and_may_be_opened_again_it_is_asked(report: Report) -> None:
    visit = visit_about(report)
    assert visit.view.target("next") is None
    visit.press("Klaar")
    assert visit.view.screen == "start"


def test_the_question_is_one_screen_with_yes_first_and_a_picture_for_each() -> None:
    visit = visit_about(DONE).press("Verder")
    view = visit.view
    assert view.title.shown == "Is het echt opgelost?"
    (choices,) = view.blocks
    assert isinstance(choices, Choices)
    assert [target.text.shown for target in choices.targets] == [
        "Ja, het is opgelost",
        "Nee, het is niet opgelost",
    ]
    assert [target.picture for target in choices.targets] == ["2714", "274C"]
    assert view.actions == ()


def test_a_yes_is_thanked_for_and_nothing_is_sent() -> None:
    visit = visit_about(DONE).press("Verder", "Ja, het is opgelost")
    assert visit.view.spoken.startswith("Dank u. Fijn dat het is opgelost.")
    assert visit.told == []
    visit.press("Terug")
    assert visit.view.screen == "status.solved"
    visit.press("Ja, het is opgelost", "Klaar")
    assert visit.view.screen == "start"
    assert visit.told == []


def test_a_no_is_told_to_the_desk_after_it_was_shown_once_more() -> None:
    visit = visit_about(DONE).press("Verder", "Nee, het is niet opgelost")
    assert visit.told == []
    assert "Het is niet opgelost." in visit.view.spoken
    visit.press("Dit doorgeven")
    assert visit.told == [NotSolved(CODE, "2026-11-22")]
    assert visit.view.spoken.startswith("Dank u. Wij gaan er weer naar kijken.")
    assert visit.effects[-2:] == [Hush(), Say("screen")]


def test_who_thinks_better_of_it_goes_back_and_tells_nothing() -> None:
    visit = visit_about(DONE).press("Verder", "Nee, het is niet opgelost", "Terug", "Terug")
    assert visit.view.screen == "status.report"
    assert visit.told == []


def test_of_several_reports_under_one_code_the_one_of_that_day_is_told() -> None:
    visit = visit_about(DONE, replace(DONE, day="2026-11-23"), replace(DONE, day="2026-11-24"))
    visit.press("maandag 23 november 2026", "Verder")
    assert "maandag 23 november 2026" in visit.view.spoken
    visit.press("Nee, het is niet opgelost", "Dit doorgeven")
    assert visit.told == [NotSolved(CODE, "2026-11-23")]


def test_a_desk_that_cannot_be_told_leads_to_the_telephone_and_can_be_tried_again() -> None:
    visit = visit_about(DONE)
    visit.desk_listens = False
    visit.press("Verder", "Nee, het is niet opgelost", "Dit doorgeven")
    phone = visit.terminal.municipality.phone
    assert any(phone in block.heading.shown for block in visit.view.blocks)  # type: ignore[union-attr] # cards
    assert visit.view.spoken.startswith("Het is niet gelukt. Bel 1 4, 0 9 9 9.")
    assert "Dank u" not in visit.view.spoken
    visit.desk_listens = True
    visit.press("Terug", "Dit doorgeven")
    assert visit.told == [NotSolved(CODE, "2026-11-22")] * 2
    assert visit.view.screen == "status.told"


def test_a_second_press_tells_nothing_twice_and_does_not_end_the_visit() -> None:
    visit = visit_about(DONE).press("Verder", "Nee, het is niet opgelost", "Dit doorgeven")
    # Where the button to tell it was, there is now another one.
    for event in (Tapped("done", at=visit.now + 0.4), KeyPressed("select", at=visit.now + 0.6)):
        assert visit.handle(event) == ()
    visit.handle(Tapped("tell", at=visit.now + 0.8))
    assert visit.view.screen == "status.told"
    assert len(visit.told) == 1
    visit.press("Klaar")
    assert visit.view.screen == "start"


def test_while_the_desk_is_being_told_neither_a_press_nor_a_scanned_receipt_changes_it() -> None:
    visit = telling(visit_about(DONE))
    for event in (Tapped("tell", at=visit.now), Tapped("done", at=visit.now)):
        visit.handle(event)
    visit.scan(CODE).key("select", "back")
    assert visit.view.screen == "status.telling"
    assert visit.told == []
    assert visit.view.target("stop") is None
    visit.handle(NotSolvedTold(CODE, at=visit.now))
    assert visit.view.screen == "status.told"
    assert visit.view.focus is None


def test_an_answer_for_another_visit_or_a_second_one_changes_nothing() -> None:
    visit = telling(visit_about(DONE))
    before = visit.session
    visit.handle(NotSolvedTold("111111111111", at=visit.now))
    visit.handle(StatusFound(CODE, (), at=visit.now))
    assert visit.session == before
    visit.handle(NotSolvedTold(CODE, at=visit.now))
    told = visit.session
    visit.handle(NotSolvedFailed(CODE, at=visit.now))
    assert visit.session == told
    start = Visit()
    visit_before = start.session
    start.handle(NotSolvedTold(CODE, at=start.now))
    assert start.session == visit_before


@pytest.mark.parametrize("kind", [AtTheKeypad, WithTwoSwitches, WithOneSwitch])
def test_by_ear_alone_it_is_said_that_it_is_not_solved(kind: type[Listener]) -> None:
    visit = visit_about(DONE)
    listener = kind(visit)
    if isinstance(listener, WithOneSwitch):
        listener.press()  # from here on everything goes past
    assert "Is het echt opgelost?" in listener.choose("Verder")
    said = listener.choose("Nee, het is niet opgelost")
    assert said[:2] == ["Klopt dit?", "Wij krijgen het pas als u op de knop drukt."]
    assert "Het is niet opgelost." in said
    said = listener.choose("Dit doorgeven")
    assert said[-3:] == ["Dank u.", "Wij gaan er weer naar kijken.", "Klaar."]
    assert visit.told == [NotSolved(CODE, "2026-11-22")]


@pytest.mark.parametrize("language", ["nl", "en", "ar", "tr", "pl", "uk"])
def test_in_every_language_every_status_and_every_answer_has_words_of_its_own(
    language: str,
) -> None:
    headings = set()
    for status in ("received", "in_progress", "planned", "done", "cannot", "forwarded"):
        view = visit_about(replace(DONE, status=status), language=language).view
        headings.add(view.blocks[0].heading.shown)  # type: ignore[union-attr] # a card
    assert len(headings) == 6
    visit = visit_about(DONE, language=language).tap("next", "solved:no", "tell")
    assert visit.view.screen == "status.told"
    heard = [utterance.text for utterance in visit.heard if utterance.language == language]
    texts = visit.terminal.texts
    assert f"{texts.text(language, 'ui-solved-title').spoken}".rstrip("?؟") in " ".join(heard)
    assert texts.text(language, "ui-told").spoken in heard


def test_nothing_is_left_when_the_visit_ends_or_is_abandoned() -> None:
    told = visit_about(DONE).press("Verder", "Nee, het is niet opgelost", "Dit doorgeven", "Klaar")
    asked = visit_about(DONE).press("Verder")
    asked.wait(asked.terminal.limits.idle_s + asked.terminal.limits.warning_s + 2)
    during = telling(visit_about(DONE))
    during.wait(during.terminal.limits.idle_s + during.terminal.limits.warning_s + 2)
    for visit in (told, asked, during):
        assert visit.session == fresh(visit.terminal, visit.session.visit, visit.session.hardware)
        assert visit.forgotten
    # An answer that comes after that finds nobody.
    before = during.session
    during.handle(NotSolvedTold(CODE, at=during.now))
    assert during.session == before
