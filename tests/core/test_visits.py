"""Whole visits in words, for every shipped flow, in every language."""

import pytest

from kiosk.core.effects import Print, Save, Say
from kiosk.core.events import Printed, Report, Tapped
from kiosk.core.receipt import Number, Words
from kiosk.core.session import fresh
from tests.core.visit import Visit, factory
from tests.core.walking import TYPED, walk_to_the_end

LANGUAGES = factory().texts.languages


def sends() -> list[str]:
    return [name for name in factory().start if factory().flows[name].ends == "send"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("flow", sends())
@pytest.mark.parametrize("channel", ["bellen", "sms", "brief", "mail", "geen"])
def test_every_flow_ends_with_a_check_page_thanks_and_a_receipt(
    flow: str, language: str, channel: str
) -> None:
    visit = Visit(language=language).tap(f"flow:{flow}")
    walk_to_the_end(visit, prefer=(f"choice:{channel}",))
    assert visit.view.screen == f"{flow}.check"
    assert visit.sent == []
    visit.tap("send")
    assert visit.view.screen == f"{flow}.thanks"
    (save,), (paper,) = visit.sent, visit.printed
    assert save.submission.flow == flow
    assert save.submission.language == language
    assert Number in {type(part) for part in paper.receipt.parts}
    assert visit.tap("done").session == fresh(visit.terminal, visit.session.visit)


def test_a_broken_street_light_is_reported_in_words() -> None:
    visit = Visit().press("Iets melden op straat", "Lamp of verkeerslicht", "Lamp brandt niet")
    visit.press("Bij een adres").type_in("1234 ab").press("Verder")
    visit.type_in("12").press("Verder")
    visit.type_in("al een week donker op de hoek.").press("Verder")
    visit.tap("choice:sms").type_in("06 1234 5678").press("Verder")
    assert visit.view.screen == "melding.check"
    visit.press("Melding versturen")
    submission = visit.sent[0].submission
    assert submission.category is not None
    assert submission.category.label == "Lamp brandt niet"
    assert submission.location is not None
    assert submission.location.model_dump(exclude_none=True) == {
        "kind": "address",
        "label": "1234 AB 12",
        "postcode": "1234AB",
        "house_number": "12",
        "street": "",
    }
    assert submission.words == "Al een week donker op de hoek."
    assert submission.contact.model_dump(exclude_defaults=True) == {
        "channel": "sms",
        "phone": "0612345678",
    }


def test_the_receipt_and_the_thanks_carry_the_promise_of_the_category() -> None:
    visit = Visit().tap("flow:melding")
    walk_to_the_end(visit, prefer=("choice:hier", "choice:geen")).tap("send")
    category = visit.sent[0].submission.category
    assert category is not None
    assert category.promise
    words = [part.text for part in visit.printed[0].receipt.parts if isinstance(part, Words)]
    assert category.promise in words
    assert visit.view.help.shown == category.promise
    assert category.promise in visit.view.spoken


def test_no_word_of_the_visitor_is_on_the_paper() -> None:
    visit = Visit().tap("flow:melding")
    walk_to_the_end(visit, prefer=("choice:adres", "choice:brief")).tap("send")
    paper = " ".join(
        part.text for part in visit.printed[0].receipt.parts if isinstance(part, Words)
    )
    for private in ("1234", "12 B", "Jo", "Vries", "donker"):
        assert private not in paper


def test_a_receipt_in_english_has_the_essentials_in_dutch() -> None:
    visit = Visit(language="en").tap("flow:melding")
    walk_to_the_end(visit, prefer=("choice:geen",)).tap("send")
    words = [part.text for part in visit.printed[0].receipt.parts if isinstance(part, Words)]
    assert "Your receipt" in words
    category = visit.sent[0].submission.category
    assert category is not None
    assert category.promise in words


def test_contact_details_are_hidden_and_not_spoken_until_asked_for() -> None:
    visit = Visit().tap("flow:terugbellen")
    walk_to_the_end(visit)
    rows = [row for block in visit.view.blocks for row in getattr(block, "rows", ())]
    shown = " ".join(row.value.shown for row in rows)
    assert "06 ·· ·· ·· 78" in shown
    assert "34" not in shown
    for private in ("06", "78", "Vries", "vries"):
        assert private not in visit.view.spoken


def test_typing_a_telephone_number_is_not_echoed_but_can_be_heard_on_request() -> None:
    visit = Visit().tap("flow:terugbellen")
    while visit.view.input is None or visit.view.input.kind != "phone":
        field = visit.view.input
        visit.type_in(TYPED[field.kind]).tap("next") if field else visit.tap(
            visit.view.targets[0].name
        )
    visit.tap("key:0", "key:6")
    assert [u.text for u in visit.view.echo] == ["cijfer"]
    visit.tap("hear")
    assert [u.text for u in visit.view.echo] == ["0 6"]


def test_every_answer_can_be_changed_and_changing_returns_straight_to_the_check_page() -> None:
    visit = Visit().tap("flow:melding")
    walk_to_the_end(visit, prefer=("choice:hier", "choice:geen"))
    for name in [t.name for t in visit.view.targets if t.role == "change"]:
        visit.tap(name)
        assert visit.session.place == "step"
        visit.tap("back")
        assert visit.view.screen == "melding.check"
    visit.tap("change:waar", "choice:adres")
    visit.type_in("4321zz").tap("next").type_in("7").tap("next")
    assert visit.view.screen == "melding.check"
    visit.tap("change:antwoord", "choice:bellen").type_in("0612345678").tap("next")
    assert visit.view.screen == "melding.check"
    visit.tap("send")
    location = visit.sent[0].submission.location
    assert location is not None
    assert location.label == "4321 ZZ 7"


def test_another_main_category_asks_for_its_own_sub_category() -> None:
    visit = Visit().tap("flow:melding")
    walk_to_the_end(visit, prefer=("choice:hier", "choice:geen"))
    before = visit.session.answers["welke"]
    visit.tap("change:wat")
    other = [t.name for t in visit.view.targets if t.name.startswith("choice:")][1]
    visit.tap(other)
    assert visit.view.screen == "melding.welke"
    visit.tap(visit.view.targets[0].name)
    assert visit.view.screen == "melding.check"
    assert visit.session.answers["welke"] != before


def test_advice_without_a_call_back_prints_a_leaflet_and_sends_nothing() -> None:
    visit = Visit().tap("flow:geldhulp")
    walk_to_the_end(visit, prefer=("choice:nee",))
    assert visit.view.screen == "geldhulp.leaflet"
    assert visit.sent == []
    (paper,) = visit.printed
    assert not any(isinstance(part, Number) for part in paper.receipt.parts)
    assert len(paper.receipt.parts) > 5


def test_advice_with_a_call_back_is_sent_after_a_check_page() -> None:
    visit = Visit().tap("flow:geldhulp")
    walk_to_the_end(visit, prefer=("choice:ja",))
    assert visit.view.screen == "geldhulp.check"
    visit.tap("send")
    assert visit.sent[0].submission.contact.channel == "phone"


def test_a_report_is_followed_by_typing_its_code_and_by_scanning_the_receipt() -> None:
    sent = Visit().tap("flow:melding")
    walk_to_the_end(sent).tap("send")
    code = sent.session.code
    report = Report("2026-11-22", "done", "melding", "De lamp doet het weer.", "2026-11-24")
    typing = Visit().tap("flow:status").type_in(code)
    typing.desk = {code: (report,)}
    typing.tap("next")
    scanning = Visit()
    scanning.desk = typing.desk
    scanning.scan(f"http://127.0.0.1:8800/volg/{code}")
    for visit in (typing, scanning):
        assert visit.view.screen == "status.report"
        assert "De lamp doet het weer." in visit.view.spoken
        assert "22 november 2026" in visit.view.spoken
        dutch = [u.language for u in visit.view.say if u.text.startswith("De lamp")]
        assert dutch == ["nl"]


def test_two_reports_under_one_code_are_told_apart_by_their_day() -> None:
    first = Report("2026-11-20", "received", "melding", "", "2026-11-20")
    second = Report("2026-11-22", "in_progress", "klacht", "", "2026-11-23")
    visit = Visit()
    code = "482173905567"
    code = next(
        c for c in (f"48217390556{d}" for d in range(10)) if visit.terminal.code_is_valid(c)
    )
    visit.desk = {code: (first, second)}
    visit.scan(code)
    assert visit.view.screen == "status.which-day"
    visit.press("zondag 22 november 2026")
    assert "Bezig" in visit.view.spoken
    visit.tap("back")
    assert visit.view.screen == "status.which-day"


@pytest.mark.parametrize("problem", ["no_paper", "cover_open", "offline", "lost", "fault"])
def test_without_paper_the_visit_goes_on_with_the_number_shown_and_spoken(problem: str) -> None:
    visit = Visit().tap("flow:melding")
    visit.paper = problem  # type: ignore[assignment] # pytest gives strings
    walk_to_the_end(visit).tap("send")
    code = visit.session.code
    assert visit.view.screen == "melding.thanks"
    key = f"ui-paper-{problem.replace('_', '-')}"
    sentence = visit.terminal.texts.text("nl", key).spoken
    assert sentence in visit.view.spoken
    assert " ".join(code[:4]) in visit.view.spoken
    assert [u.text for u in visit.view.echo] == [sentence]


def test_a_full_disk_is_told_without_thanks_and_the_same_submission_can_be_tried_again() -> None:
    visit = Visit().tap("flow:melding")
    visit.save = "disk_full"
    walk_to_the_end(visit).tap("send")
    assert visit.view.screen == "melding.check"
    assert visit.view.notice.shown.startswith("Het is niet gelukt")
    assert visit.printed == []
    visit.save = None
    visit.tap("send")
    assert visit.view.screen == "melding.thanks"
    first, second = visit.sent
    assert first.submission == second.submission


def test_a_second_tap_on_send_neither_sends_again_nor_ends_the_visit() -> None:
    visit = Visit().tap("flow:melding")
    walk_to_the_end(visit).tap("send")
    effects = visit.handle(Tapped("done", at=visit.now + 0.3))
    assert effects == ()
    assert visit.view.screen == "melding.thanks"
    visit.handle(Tapped("send", at=visit.now + 0.4))
    assert len(visit.sent) == len(visit.printed) == 1


def test_the_paper_is_told_after_the_thanks_and_does_not_cut_them_off() -> None:
    visit = Visit().tap("flow:melding")
    walk_to_the_end(visit)
    visit.effects.clear()
    visit.tap("send")
    kinds = [type(effect) for effect in visit.effects]
    assert kinds.index(Save) < kinds.index(Print)
    assert visit.said == [Say("screen"), Say("echo", after=True)]


def test_a_second_answer_of_the_printer_changes_nothing() -> None:
    visit = Visit().tap("flow:melding")
    walk_to_the_end(visit).tap("send")
    before = visit.session
    visit.handle(Printed(visit.session.code, at=visit.now))
    assert visit.session == before


def test_a_name_that_was_left_out_says_nothing_beside_the_number() -> None:
    visit = Visit().tap("flow:terugbellen")
    while visit.session.step != "naam":
        visit.tap(visit.view.targets[0].name)
    visit.tap("next")
    assert visit.session.step == "telefoon", "the factory's call-back lets the name be left out"
    visit.type_in("0612345678").tap("next")
    rows = [row for block in visit.view.blocks for row in getattr(block, "rows", ())]
    assert rows[-1].value.shown == "06 ·· ·· ·· 78"


def test_the_advice_is_printed_too_where_a_call_back_is_asked_for() -> None:
    visit = Visit().tap("flow:geldhulp")
    walk_to_the_end(visit, prefer=("choice:ja",)).tap("send")
    words = [part.text for part in visit.printed[0].receipt.parts if isinstance(part, Words)]
    assert "Huurtoeslag" in words
    assert any(word.startswith("U krijgt elke maand geld voor uw huur.") for word in words)
