"""What staff see and do: call, print, send by hand; and who may, with each reading logged."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from desk.answers.calls import COMES_BACK
from desk.answers.models import Channel, Notice
from desk.answers.sending import send_due
from desk.intake.models import ContactReading, Submission
from tests.answers.conftest import Setup, Visit, Visitor, grace_over, later
from tests.desk.conftest import clerk_named

State = Notice.State
HERE = "/inbox/antwoorden/"
PHONE = "0612345678"
ADDRESS = {"name": "J. Verhoeven", "postcode": "7511 AB", "house_number": "12"}
PAGES = ("", "bellen/", "bellen/1/", "brieven/", "sms/", "sms/1/", "teksten/",
         "teksten/sms/done/nl/")  # fmt: skip


@pytest.fixture
def to_call(visitor: Visit) -> Visitor:
    someone = visitor("phone", "ar", phone=PHONE, name="J. Verhoeven")
    someone.hears("done", "De lamp brandt weer.", sentence_translated="المصباح يضيء.")
    grace_over()
    return someone


@pytest.fixture
def to_print(visitor: Visit) -> Visitor:
    someone = visitor("letter", **ADDRESS)
    someone.hears("done")
    grace_over()
    return someone


def _calls(clerk: Client, someone: Visitor, outcome: str) -> str:
    page = f"{HERE}bellen/{someone.notice.pk}/"
    return clerk.post(page, {"uitkomst": outcome}, follow=True).content.decode()


def _readings(someone: Visitor) -> list[tuple[str, str]]:
    found = ContactReading.objects.filter(submission=someone.submission)
    return [(each.by.get_username(), each.why) for each in found]


@pytest.mark.parametrize("page", PAGES)
def test_staff_without_the_permission_get_nothing(client: Client, db: None, page: str) -> None:
    assert client.get(HERE + page).status_code == 302
    client.force_login(User.objects.create_user("ander", is_staff=True))
    assert client.get(HERE + page).status_code == 403


def test_the_link_is_in_the_menu_only_for_whom_it_is(
    clerk: Client, client: Client, own_state: Any
) -> None:
    assert HERE in clerk.get("/inbox/").content.decode()
    client.force_login(clerk_named("ander"))
    assert HERE not in client.get("/inbox/").content.decode()


def test_the_overview_counts_what_is_to_do(
    clerk: Client, to_call: Visitor, to_print: Visitor
) -> None:
    page = clerk.get(HERE)
    assert [page.context[name] for name in ("calls", "letters", "texts")] == [1, 1, 0]
    assert "Niet ingesteld" in page.content.decode()


def test_during_the_grace_time_nothing_is_on_a_list(clerk: Client, visitor: Visit) -> None:
    visitor("phone", phone=PHONE).hears("done")
    assert clerk.get(f"{HERE}bellen/").context["count"] == 0


def test_a_list_shows_no_number_and_no_address(
    clerk: Client, to_call: Visitor, to_print: Visitor
) -> None:
    for page in ("bellen/", "brieven/", "sms/", ""):
        shown = clerk.get(HERE + page).content.decode()
        assert not any(said in shown for said in (PHONE, "Verhoeven", "7511"))
    assert not ContactReading.objects.exists()


def test_opening_a_call_shows_number_and_script_and_is_logged(
    clerk: Client, to_call: Visitor
) -> None:
    page = clerk.get(f"{HERE}bellen/{to_call.notice.pk}/").content.decode()
    assert PHONE in page
    assert "Goedendag, ik bel namens Gemeente Voorbeeldstad." in page
    assert "De lamp brandt weer." in page
    assert "Is het opgelost?" in page
    assert "المصباح يضيء." in page
    assert "In het Arabisch" in page
    assert _readings(to_call) == [("balie", "Bellijst")]


def test_spoken_is_off_the_list(clerk: Client, to_call: Visitor) -> None:
    assert "van de lijst" in _calls(clerk, to_call, "gesproken")
    notice = to_call.notice
    assert (notice.state, notice.outcome) == (State.DONE, "Gesproken")
    assert notice.done_by == User.objects.get(username="balie")
    assert clerk.get(f"{HERE}bellen/").context["count"] == 0


def test_not_reached_is_counted_and_comes_back(clerk: Client, to_call: Visitor) -> None:
    assert "weer op de lijst" in _calls(clerk, to_call, "niet-bereikt")
    notice = to_call.notice
    assert (notice.state, notice.tries) == (State.TO_DO, 1)
    assert clerk.get(f"{HERE}bellen/").context["count"] == 0
    soon = timezone.now() + COMES_BACK
    assert soon - timedelta(minutes=1) < notice.due_at <= soon
    grace_over()
    assert "1 keer" in clerk.get(f"{HERE}bellen/").content.decode()


def test_whoever_cannot_be_reached_is_off_the_list_with_the_outcome(
    clerk: Client, to_call: Visitor
) -> None:
    _calls(clerk, to_call, "onbereikbaar")
    assert (to_call.notice.state, to_call.notice.outcome) == (State.DONE, "Niet te bereiken")


def test_not_solved_on_the_telephone_opens_it_again(clerk: Client, to_call: Visitor) -> None:
    assert "weer open" in _calls(clerk, to_call, "niet-opgelost")
    to_call.submission.refresh_from_db()
    assert to_call.submission.status == "in_progress"
    assert to_call.submission.not_solved_at
    assert to_call.notice.state == State.DONE


def test_an_outcome_that_is_none_changes_nothing(clerk: Client, to_call: Visitor) -> None:
    _calls(clerk, to_call, "misschien")
    assert (to_call.notice.state, to_call.notice.tries) == (State.TO_DO, 0)


def test_a_colleague_or_a_newer_answer_was_first(clerk: Client, to_call: Visitor) -> None:
    page = f"{HERE}bellen/{to_call.notice.pk}/"
    to_call.hears("in_progress")
    for answer in (clerk.get(page, follow=True), clerk.post(page, follow=True)):
        assert "een collega was eerder" in answer.content.decode()
    assert not ContactReading.objects.exists()


def test_without_a_number_the_page_says_what_to_do(clerk: Client, visitor: Visit) -> None:
    someone = visitor("mail", email="jo@example.nl")
    someone.hears("done")
    grace_over()
    page = clerk.get(f"{HERE}bellen/{someone.notice.pk}/").content.decode()
    assert "Geen nummer bekend: " in page
    assert "jo@example.nl" in page
    assert "Gesproken" not in page
    _calls(clerk, someone, "anders")
    assert someone.notice.state == State.DONE


def test_the_letters_come_in_one_file_and_each_is_logged(
    clerk: Client, to_print: Visitor, visitor: Visit
) -> None:
    other = visitor("letter", "pl", **ADDRESS)
    other.hears("done")
    grace_over()
    numbers = [to_print.notice.pk, other.notice.pk]
    response = clerk.post(f"{HERE}brieven/pdf/", {"brief": numbers})
    assert response["Content-Type"] == "application/pdf"
    assert "no-store" in response["Cache-Control"]
    assert response.content.count(b"/Type /Page\n") == 2
    assert _readings(to_print) == _readings(other) == [("balie", "Brief")]
    assert to_print.notice.state == State.TO_DO


def test_only_what_was_chosen_is_printed_and_off_the_list(
    clerk: Client, to_print: Visitor, visitor: Visit
) -> None:
    other = visitor("letter", **ADDRESS)
    other.hears("done")
    grace_over()
    page = clerk.post(f"{HERE}brieven/geprint/", {"brief": [to_print.notice.pk]}, follow=True)
    assert "van de lijst" in page.content.decode()
    assert (to_print.notice.state, to_print.notice.outcome) == (State.DONE, "Geprint")
    assert other.notice.state == State.TO_DO


@pytest.mark.parametrize("chosen", [[], ["x"], ["999999"]])
def test_no_letter_chosen_is_said(clerk: Client, to_print: Visitor, chosen: list[str]) -> None:
    for page in ("pdf/", "geprint/"):
        answer = clerk.post(f"{HERE}brieven/{page}", {"brief": chosen}, follow=True)
        assert "geen brief gekozen" in answer.content.decode()


def test_a_letter_whose_address_is_gone_becomes_a_call(clerk: Client, to_print: Visitor) -> None:
    raw = to_print.submission.raw.replace("7511 AB", "")
    Submission.objects.filter(pk=to_print.submission.pk).update(raw=raw)
    answer = clerk.post(f"{HERE}brieven/pdf/", {"brief": [to_print.notice.pk]}, follow=True)
    assert "bellijst" in answer.content.decode()
    assert (to_print.notice.channel, to_print.notice.state) == (Channel.PHONE, State.TO_DO)


BY_HAND = {"verstuurd": (Channel.SMS, State.DONE), "lukt-niet": (Channel.PHONE, State.TO_DO)}


@pytest.mark.parametrize("outcome", BY_HAND)
def test_a_text_is_sent_by_hand(clerk: Client, visitor: Visit, setup: Setup, outcome: str) -> None:
    setup(sms={"kind": "inbox"})
    someone = visitor("sms", phone=PHONE)
    someone.hears("done")
    send_due(later())
    grace_over()
    assert PHONE not in clerk.get(f"{HERE}sms/").content.decode()
    page = f"{HERE}sms/{someone.notice.pk}/"
    shown = clerk.get(page).content.decode()
    assert PHONE in shown
    assert "Is het niet opgelost?" in shown
    assert _readings(someone) == [("balie", "Sms versturen")]
    clerk.post(page, {"uitkomst": outcome})
    assert (someone.notice.channel, someone.notice.state) == BY_HAND[outcome]
