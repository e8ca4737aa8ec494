"""Who is to hear what by which way, and that a newer answer takes the place of an older one."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from desk.answers.models import Channel, Notice
from desk.intake.models import StatusChange
from tests.answers.conftest import Setup, Visit

State = Notice.State
GATEWAY = {"url": "http://127.0.0.1:9/messages", "token": "t"}
SERVER = {"host": "127.0.0.1", "port": 9, "security": "none", "sender": "zuil@example.nl"}
ADDRESS = {"name": "J. Verhoeven", "postcode": "7511 AB", "house_number": "12"}
CONTACTS: dict[str, dict[str, str]] = {
    "letter": ADDRESS,
    "sms": {"phone": "0612345678"},
    "phone": {"phone": "0612345678"},
    "mail": {"email": "jo@example.nl"},
}


@pytest.mark.parametrize("channel", [*CONTACTS, "none"])
def test_what_is_told_by_which_way(visitor: Visit, setup: Setup, channel: str) -> None:
    setup(sms=GATEWAY, mail=SERVER)
    told = []
    for status in ("received", "in_progress", "planned", "done", "cannot", "forwarded"):
        someone = visitor(channel, **CONTACTS.get(channel, {}))
        someone.hears(status)
        told += [(each.status, each.channel) for each in someone.notices]
    by = {
        "none": [],
        "letter": ["done", "cannot", "forwarded"],
        "phone": ["done", "cannot", "forwarded"],
    }.get(channel, ["planned", "done", "cannot", "forwarded"])
    assert told == [(status, channel) for status in by]


@pytest.mark.parametrize(
    ("sentence", "planned_for", "count"),
    [("", None, 0), ("Volgende week.", None, 1), ("", date(2026, 12, 3), 1)],
)
def test_planned_is_told_only_with_a_day_or_a_sentence(
    visitor: Visit, setup: Setup, sentence: str, planned_for: date | None, count: int
) -> None:
    setup(sms=GATEWAY)
    someone = visitor("sms", **CONTACTS["sms"])
    someone.hears("planned", sentence, planned_for=planned_for)
    assert len(someone.notices) == count


def test_what_the_visitor_says_is_not_told_to_the_visitor(visitor: Visit) -> None:
    someone = visitor("phone", **CONTACTS["phone"])
    someone.hears("done", source=StatusChange.Source.VISITOR)
    assert someone.notices == []


def test_it_waits_a_while_first(visitor: Visit, setup: Setup, settings: Any) -> None:
    setup(sms=GATEWAY)
    settings.NOTICE_AFTER_S = 300
    someone = visitor("sms", **CONTACTS["sms"])
    change = someone.hears("done")
    assert change
    assert someone.notice.due_at == change.at + timedelta(seconds=300)
    assert someone.notice.state == State.WAITING


@pytest.mark.parametrize("channel", CONTACTS)
def test_a_newer_change_takes_the_place_of_what_is_not_sent_yet(
    visitor: Visit, setup: Setup, channel: str
) -> None:
    setup(sms=GATEWAY, mail=SERVER)
    someone = visitor(channel, **CONTACTS[channel])
    for status in ("done", "in_progress", "done"):
        someone.hears(status)
    states = [each.state for each in someone.notices]
    assert states == [
        State.SUPERSEDED,
        State.TO_DO if channel in ("letter", "phone") else "waiting",
    ]


def test_what_was_sent_stays_sent(visitor: Visit) -> None:
    someone = visitor("phone", **CONTACTS["phone"])
    someone.hears("done")
    Notice.objects.update(state=State.DONE)
    someone.hears("cannot")
    assert [each.state for each in someone.notices] == [State.DONE, State.TO_DO]


def test_the_visitor_who_says_not_solved_is_no_longer_told_that_it_is_done(visitor: Visit) -> None:
    someone = visitor("phone", **CONTACTS["phone"])
    someone.hears("done")
    someone.hears("in_progress", source=StatusChange.Source.VISITOR)
    assert [each.state for each in someone.notices] == [State.SUPERSEDED]


def test_a_note_for_staff_tells_the_visitor_nothing_new(visitor: Visit) -> None:
    someone = visitor("phone", **CONTACTS["phone"])
    someone.hears("done")
    assert someone.hears("done", note="Rekening is betaald.")
    assert [each.state for each in someone.notices] == [State.TO_DO]


def test_of_two_submissions_each_has_its_own_answer(visitor: Visit) -> None:
    first, second = (visitor("phone", **CONTACTS["phone"]) for _ in range(2))
    first.hears("done")
    second.hears("done")
    assert (first.notice.state, second.notice.state) == (State.TO_DO, State.TO_DO)


@pytest.mark.parametrize(
    ("channel", "contact", "why"),
    [
        ("sms", {"phone": "0612345678"}, "Sms is niet ingesteld."),
        ("mail", {"email": "jo@example.nl", "phone": "0612345678"}, "E-mail is niet ingesteld."),
        ("letter", {"name": "Jo", "phone": "0612345678"}, "Het adres is niet compleet."),
        ("letter", {"postcode": "7511 AB", "phone": "0612345678"}, "Het adres is niet compleet."),
    ],
)
def test_a_way_that_is_not_there_becomes_a_call(
    visitor: Visit, channel: str, contact: dict[str, str], why: str
) -> None:
    someone = visitor(channel, **contact)
    someone.hears("done")
    notice = someone.notice
    assert (notice.chosen, notice.channel, notice.state) == (channel, Channel.PHONE, State.TO_DO)
    assert notice.problem == why
    assert "ik bel namens" in notice.text


@pytest.mark.parametrize(
    ("phone", "why"),
    [
        ("123", "Dit is geen nummer dat een sms kan krijgen."),
        ("bel mij", "Dit is geen nummer dat een sms kan krijgen."),
        ("0534123456", "Dit is een vast nummer. Dat krijgt geen sms."),
    ],
)
def test_a_number_that_gets_no_text_becomes_a_call(
    visitor: Visit, setup: Setup, phone: str, why: str
) -> None:
    setup(sms=GATEWAY)
    someone = visitor("sms", phone=phone)
    someone.hears("done")
    assert (someone.notice.channel, someone.notice.problem) == (Channel.PHONE, why)


@pytest.mark.parametrize(
    ("channel", "contact", "what"),
    [
        ("sms", {}, "wacht tot de burger belt"),
        ("phone", {"email": "jo@example.nl"}, "stuur een e-mail"),
        ("mail", {**ADDRESS, "email": "jo@example.nl"}, "schrijf een brief"),
        ("letter", {"name": "Jo"}, "wacht tot de burger belt"),
    ],
)
def test_without_a_number_it_still_stands_on_the_call_list_with_what_to_do(
    visitor: Visit, channel: str, contact: dict[str, str], what: str
) -> None:
    someone = visitor(channel, **contact)
    someone.hears("done")
    assert (someone.notice.channel, someone.notice.state) == (Channel.PHONE, State.TO_DO)
    assert someone.notice.problem.startswith("Geen nummer bekend: ")
    assert what in someone.notice.problem


def test_a_problem_never_says_how_to_reach_the_visitor(visitor: Visit, setup: Setup) -> None:
    setup(sms=GATEWAY, mail=SERVER)
    for channel, contact in (
        ("sms", {"phone": "99887766554433"}),
        ("mail", {"email": "geen-adres", "phone": "0612345678"}),
        ("letter", {"postcode": "7511 AB", "name": "Verhoeven"}),
    ):
        someone = visitor(channel, **contact)
        someone.hears("done")
        assert someone.notice.problem
        assert not any(said in someone.notice.problem for said in contact.values())


def test_a_letter_is_in_the_visitors_language_and_in_dutch(visitor: Visit) -> None:
    someone = visitor("letter", "pl", **ADDRESS)
    someone.hears("done", "De lamp brandt weer.", sentence_translated="Lampa znów świeci.")
    polish, dutch = someone.notice.text.split("\f")
    assert "Lampa znów świeci." in polish
    assert "De lamp brandt weer." not in polish
    assert "De lamp brandt weer." in dutch


@pytest.mark.parametrize("content", ["sms: [", "sms: {kind: pigeon}"])
def test_while_the_file_is_wrong_nothing_is_lost_and_the_status_is_kept(
    visitor: Visit, own_state: Path, content: str
) -> None:
    file = own_state / "answers.yaml"
    file.touch(mode=0o600)
    file.write_text(content)
    someone = visitor("sms", **CONTACTS["sms"])
    someone.hears("done")
    someone.submission.refresh_from_db()
    assert someone.submission.status == "done"
    assert (someone.notice.channel, someone.notice.state) == (Channel.SMS, State.WAITING)


def test_a_change_that_is_rolled_back_leaves_no_notice(visitor: Visit, monkeypatch: Any) -> None:
    someone = visitor("phone", **CONTACTS["phone"])

    def fails(**_: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(Notice.objects, "create", fails)
    with pytest.raises(RuntimeError):
        someone.hears("done")
    monkeypatch.undo()
    someone.submission.refresh_from_db()
    assert someone.submission.status == "received"
    assert not someone.submission.changes.exists()
