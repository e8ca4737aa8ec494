"""Somebody who works here lets the kiosk in with a code; nobody guesses the staff code."""

from dataclasses import replace

import pytest

from kiosk.core.effects import Enrol, KeepTries
from kiosk.core.events import EnrolFailed, Enrolled, EnrolProblem, Tries
from kiosk.core.staff import LOCKED_S, TRIES
from tests.core.visit import Visit

CODE = "482173905560"
QR = f"https://balie.voorbeeldstad.nl/zuilen/aanmelden/#{CODE}"


def at_enrolling() -> Visit:
    visit = Visit()
    visit.terminal = replace(visit.terminal, staff_code_is=lambda code: code == "4711")
    visit.tap("help", "staff", *(f"key:{digit}" for digit in "4711"), "next", "enrol")
    return visit


def asked(visit: Visit) -> list[Enrol]:
    return [effect for effect in visit.effects if isinstance(effect, Enrol)]


def test_a_typed_code_goes_to_the_desk_that_the_kiosk_knows() -> None:
    visit = at_enrolling()
    for digit in CODE:
        assert asked(visit) == []
        visit.tap(f"key:{digit}")
    visit.tap("next")
    assert asked(visit) == [Enrol(CODE, "")]
    visit.handle(Enrolled("zuil-7"))
    assert "zuil-7" in visit.view.title.shown
    visit.tap("close")
    assert not visit.session.active
    assert visit.view.screen == "start"


def test_a_scanned_code_names_its_desk() -> None:
    visit = at_enrolling().scan(QR)
    assert asked(visit) == [Enrol(CODE, "https://balie.voorbeeldstad.nl")]


@pytest.mark.parametrize("text", ["482173905560", "https://x/#12", "ftp://x/y#482173905560", "?"])
def test_what_is_no_code_to_enrol_asks_nobody(text: str) -> None:
    visit = at_enrolling().scan(text)
    assert asked(visit) == []
    assert visit.view.notice.shown


def test_a_code_that_is_too_short_cannot_be_sent() -> None:
    visit = at_enrolling().tap("key:1")
    target = visit.view.target("next")
    assert target is not None
    assert not target.enabled


@pytest.mark.parametrize(
    "problem", ["unknown", "unreachable", "too_often", "no_address", "not_kept", "unsafe"]
)
def test_what_went_wrong_is_told_and_can_be_tried_again(problem: EnrolProblem) -> None:
    visit = at_enrolling().scan(QR)
    visit.handle(EnrolFailed(problem))
    assert visit.view.screen == "enrol"
    assert visit.view.notice.shown
    visit.scan(QR)
    assert len(asked(visit)) == 2


def test_who_does_not_want_to_wait_goes_back_to_the_menu() -> None:
    visit = at_enrolling().scan(QR).tap("back")
    assert visit.view.screen == "staff-menu"
    visit.handle(EnrolFailed("unreachable"))
    assert visit.view.screen == "staff-menu"


def test_a_late_answer_changes_no_other_screen() -> None:
    visit = at_enrolling().scan(QR)
    visit.wait(visit.terminal.limits.idle_s + visit.terminal.limits.warning_s + 5)
    before = visit.session
    visit.handle(Enrolled("zuil-7"))
    assert visit.session == before


def test_a_scan_of_a_receipt_still_leads_to_its_report_elsewhere() -> None:
    visit = Visit().scan(QR)
    assert asked(visit) == []


def test_wrong_codes_are_kept_over_a_restart() -> None:
    visit = Visit()
    visit.terminal = replace(visit.terminal, staff_code_is=lambda code: code == "4711")
    visit.tap("help", "staff")
    for _ in range(TRIES):
        visit.tap("key:1", "next")
    kept = [effect for effect in visit.effects if isinstance(effect, KeepTries)]
    assert [each.wrong for each in kept] == [1, 2, 3, 4, 0]
    assert kept[-1].locked_s == LOCKED_S
    again = Visit(visit.terminal)
    again.handle(Tries(0, 200.0, at=again.now))
    again.tap("help", "staff", *(f"key:{digit}" for digit in "4711"), "next")
    assert again.view.screen == "staff"
    again.wait(10)
    again.tap("back")
    again.now += 200
    again.tap("help", "staff", *(f"key:{digit}" for digit in "4711"), "next")
    assert again.view.screen == "staff-menu"
