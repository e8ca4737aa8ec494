"""Texts and mails really go out, once, over real lines; and what does not work is not lost."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from desk.answers import sending, sms
from desk.answers.models import Channel, Notice
from desk.answers.sending import send_due
from tests.answers.conftest import Setup, Visit, Visitor, later
from tests.backoffices.fakes.sms import FakeSmsGateway
from tests.backoffices.fakes.smtp import FakeMailServer

State = Notice.State
PHONE = "06 12345678"
EMAIL = "jo@example.nl"


@pytest.fixture
def gateway(setup: Setup) -> Iterator[FakeSmsGateway]:
    with FakeSmsGateway() as fake:
        setup(sms={"url": f"{fake.url}/messages", "token": fake.token, "sender": "Gemeente"})
        yield fake


@pytest.fixture
def server(setup: Setup) -> Iterator[FakeMailServer]:
    with FakeMailServer() as fake:
        line = {"host": fake.host, "port": fake.port, "security": "none"}
        setup(mail=line | {"sender": "Gemeente Voorbeeldstad <zuil@example.nl>"})
        yield fake


def _texted(visitor: Visit, **more: Any) -> Visitor:
    someone = visitor("sms", phone=PHONE, **more)
    someone.hears("done")
    return someone


def _mailed(visitor: Visit, **more: Any) -> Visitor:
    someone = visitor("mail", email=EMAIL, **more)
    someone.hears("done")
    return someone


def test_a_text_goes_out_when_its_time_has_come(visitor: Visit, gateway: FakeSmsGateway) -> None:
    someone = _texted(visitor)
    assert send_due(timezone.now()) == 0
    assert gateway.messages == []
    assert send_due(later()) == 1
    (message,) = gateway.messages
    assert message.to == "+31612345678"
    assert "Kapotte straatlamp" in message.text
    assert "Is het niet opgelost?" in message.text
    assert sms.parts(message.text) <= 2
    assert someone.notice.state == State.DONE
    assert someone.notice.done_at
    assert send_due(later(60)) == 0
    assert len(gateway.messages) == 1


def test_a_gateway_may_call_its_fields_otherwise(visitor: Visit, setup: Setup) -> None:
    with FakeSmsGateway() as fake:
        names = {"to": "recipient", "text": "body", "reference": "", "sender": "originator"}
        setup(
            sms={
                "url": f"{fake.url}/send?v=2",
                "token": "t",
                "scheme": "AccessKey",
                "sender": "Gemeente",
                "format": "form",
                "fields": names,
                "success": [404],
            }
        )
        someone = _texted(visitor)
        send_due(later())
        (asked,) = fake.asked
        assert (asked.path, asked.query) == ("/send", {"v": "2"})
        assert asked.headers["Authorization"] == "AccessKey t"
        assert dict(asked.form()) == {
            "recipient": "+31612345678",
            "body": someone.notice.text,
            "originator": "Gemeente",
        }
        assert someone.notice.state == State.DONE


def test_a_mail_goes_out_as_plain_text(visitor: Visit, server: FakeMailServer) -> None:
    someone = _mailed(visitor, language="uk")
    assert send_due(later()) == 1
    (message,) = server.messages
    assert message.get_content_type() == "text/plain"
    assert message["To"] == EMAIL
    assert message["From"] == "Gemeente Voorbeeldstad <zuil@example.nl>"
    assert "Gemeente Voorbeeldstad" in message["Subject"]
    assert message["Message-ID"].endswith("@example.nl>")
    assert str(someone.notice.pk) in message["Message-ID"]
    assert message.get_content().split() == someone.notice.text.split()
    assert someone.notice.state == State.DONE


def test_without_a_gateway_staff_send_it_by_hand(visitor: Visit, setup: Setup) -> None:
    setup(sms={"kind": "inbox"})
    someone = _texted(visitor)
    send_due(later())
    assert (someone.notice.channel, someone.notice.state) == (Channel.SMS, State.TO_DO)


def test_a_newer_answer_is_sent_instead_of_the_older(
    visitor: Visit, gateway: FakeSmsGateway
) -> None:
    someone = _texted(visitor)
    someone.hears("cannot", "Het kan niet, sorry.")
    assert send_due(later()) == 1
    (message,) = gateway.messages
    assert "Het kan niet, sorry." in message.text


@pytest.mark.parametrize("trouble", ["away", "busy", "no credit", "wrong token"])
def test_it_is_tried_later_and_later_and_then_somebody_calls(
    visitor: Visit, gateway: FakeSmsGateway, trouble: str
) -> None:
    someone = _texted(visitor)
    match trouble:
        case "away":
            gateway.away()
        case "busy":
            gateway.retry_after_s = 30
        case "no credit":
            gateway.credit = 0
        case _:
            gateway.token = "another"
    now = later()
    waits = []
    while someone.notice.state == State.WAITING:
        assert send_due(now) == 1
        if someone.notice.state == State.WAITING:
            waits.append((someone.notice.due_at - now).total_seconds() / 60)
            assert someone.notice.problem
            assert send_due(now) == 0
            now = someone.notice.due_at
    assert waits == [1, 2, 4, 8, 16, 32, 60]
    assert gateway.messages == []
    assert (someone.notice.channel, someone.notice.state) == (Channel.PHONE, State.TO_DO)
    assert someone.notice.problem.startswith(sending.TOO_OFTEN)
    assert "ik bel namens" in someone.notice.text


def test_a_gateway_that_says_when_is_not_asked_before(
    visitor: Visit, gateway: FakeSmsGateway
) -> None:
    someone = _texted(visitor)
    gateway.retry_after_s = 900
    now = later()
    send_due(now)
    assert someone.notice.due_at == now + timedelta(seconds=900)


def test_while_nobody_is_reached_one_try_counts_for_all(
    visitor: Visit, gateway: FakeSmsGateway
) -> None:
    waiting = [_texted(visitor) for _ in range(3)]
    gateway.credit = 0
    now = later()
    assert send_due(now) == 1
    assert [someone.notice.tries for someone in waiting] == [1, 1, 1]
    assert send_due(now) == 0
    for _ in range(7):
        now = waiting[0].notice.due_at
        send_due(now)
    assert {someone.notice.channel for someone in waiting} == {Channel.PHONE}
    assert len(gateway.asked) == 8


def test_after_an_outage_all_are_sent(visitor: Visit, gateway: FakeSmsGateway) -> None:
    for _ in range(3):
        _texted(visitor)
    gateway.away()
    send_due(later())
    gateway.back()
    assert send_due(later(13)) == 3
    assert len(gateway.messages) == 3


def test_a_mailbox_that_does_not_exist_becomes_a_call(
    visitor: Visit, server: FakeMailServer
) -> None:
    server.refused.add(EMAIL)
    someone = _mailed(visitor, phone=PHONE)
    send_due(later())
    assert (someone.notice.channel, someone.notice.state) == (Channel.PHONE, State.TO_DO)
    assert someone.notice.problem == "De mailserver kent dit e-mailadres niet."


def test_a_mail_server_that_wants_to_be_asked_later_is(
    visitor: Visit, server: FakeMailServer
) -> None:
    server.later = True
    someone = _mailed(visitor)
    send_due(later())
    assert someone.notice.state == State.WAITING
    server.later = False
    send_due(later(20))
    assert someone.notice.state == State.DONE
    assert len(server.messages) == 1


@pytest.mark.parametrize("login", [("desk", "secret"), None])
def test_a_mail_server_that_does_not_let_us_in_is_named(
    visitor: Visit, setup: Setup, server: FakeMailServer, login: tuple[str, str] | None
) -> None:
    server.login = login
    line = {"host": server.host, "port": server.port, "security": "none"}
    setup(mail=line | {"user": "desk", "password": "wrong", "sender": "zuil@example.nl"})
    someone = _mailed(visitor)
    send_due(later())
    assert "'password'" in someone.notice.problem
    assert "wrong" not in someone.notice.problem


@pytest.mark.parametrize("cut", ["before storing", "after storing"])
def test_a_mail_that_was_cut_off_goes_once_more_with_the_same_id(
    visitor: Visit, server: FakeMailServer, cut: Any
) -> None:
    someone = _mailed(visitor)
    server.cut_next = cut
    send_due(later())
    assert someone.notice.state == State.WAITING
    send_due(later(20))
    assert someone.notice.state == State.DONE
    assert len({message["Message-ID"] for message in server.messages}) == 1
    assert len(server.messages) == (2 if cut == "after storing" else 1)


class _PowerCutError(BaseException):
    """Nothing in the desk gets to do anything more."""


def _killed(monkeypatch: Any, *, after_sending: bool) -> None:
    real = sms.HttpGateway.send

    def send(self: sms.HttpGateway, to: str, text: str, reference: str) -> None:
        if after_sending:
            real(self, to, text, reference)
        raise _PowerCutError

    monkeypatch.setattr(sms.HttpGateway, "send", send)


@pytest.mark.parametrize("after_sending", [True, False])
def test_killed_between_sending_and_marking_it_goes_again_with_the_same_reference(
    visitor: Visit, gateway: FakeSmsGateway, monkeypatch: Any, after_sending: bool
) -> None:
    someone = _texted(visitor)
    _killed(monkeypatch, after_sending=after_sending)
    now = later()
    with pytest.raises(_PowerCutError):
        send_due(now)
    monkeypatch.undo()
    assert send_due(now) == 0  # it is still in somebody's hands
    assert send_due(now + sending.LEASE) == 1
    assert someone.notice.state == State.DONE
    assert len(gateway.messages) == 1 + after_sending
    assert len({message.reference for message in gateway.messages}) == 1


def test_killed_twice_it_is_not_sent_a_third_time(
    visitor: Visit, gateway: FakeSmsGateway, monkeypatch: Any
) -> None:
    someone = _texted(visitor)
    _killed(monkeypatch, after_sending=True)
    for at in (11, 20):
        with pytest.raises(_PowerCutError):
            send_due(later(at))
    monkeypatch.undo()
    send_due(later(30))
    assert len(gateway.messages) == 2
    assert (someone.notice.channel, someone.notice.state) == (Channel.PHONE, State.TO_DO)
    assert someone.notice.problem == sending.MAYBE_SENT


def test_an_unclear_answer_is_remembered_while_the_gateway_is_away(
    visitor: Visit, gateway: FakeSmsGateway, monkeypatch: Any
) -> None:
    """Sent, then known not to be sent, then sent: that is twice, and no third time."""
    someone = _texted(visitor)
    _killed(monkeypatch, after_sending=True)
    with pytest.raises(_PowerCutError):
        send_due(later())
    monkeypatch.undo()
    gateway.retry_after_s = 30
    send_due(later(20))
    gateway.retry_after_s = 0
    _killed(monkeypatch, after_sending=True)
    with pytest.raises(_PowerCutError):
        send_due(later(30))
    monkeypatch.undo()
    send_due(later(40))
    assert len(gateway.messages) == 2
    assert someone.notice.problem == sending.MAYBE_SENT


def test_what_is_in_somebodys_hands_is_not_taken_by_another(
    visitor: Visit, gateway: FakeSmsGateway
) -> None:
    someone = _texted(visitor)
    now = later()
    Notice.objects.filter(pk=someone.notice.pk).update(leased_until=now + timedelta(seconds=1))
    assert send_due(now) == 0
    assert send_due(now + timedelta(seconds=1)) == 1


def test_superseded_while_it_was_being_sent_it_counts_as_sent(
    visitor: Visit, gateway: FakeSmsGateway, monkeypatch: Any
) -> None:
    someone = _texted(visitor)
    real = sms.HttpGateway.send

    def send(self: sms.HttpGateway, to: str, text: str, reference: str) -> Any:
        monkeypatch.undo()
        someone.hears("in_progress")
        return real(self, to, text, reference)

    monkeypatch.setattr(sms.HttpGateway, "send", send)
    send_due(later())
    assert [each.state for each in someone.notices] == [State.DONE]


def test_no_more_than_asked_for_are_sent_at_once(visitor: Visit, gateway: FakeSmsGateway) -> None:
    for _ in range(3):
        _texted(visitor)
    assert [send_due(later(), most=2), send_due(later(), most=2)] == [2, 1]
    assert len(gateway.messages) == 3


def test_what_was_set_up_and_is_no_longer_becomes_a_call(visitor: Visit, setup: Setup) -> None:
    setup(sms={"url": "http://127.0.0.1:9/", "token": "t"})
    someone = _texted(visitor)
    setup()
    send_due(later())
    assert (someone.notice.channel, someone.notice.problem) == ("phone", "Sms is niet ingesteld.")


def test_a_file_that_is_wrong_is_waited_for_and_logged_without_its_secrets(
    visitor: Visit, setup: Setup, gateway: FakeSmsGateway, caplog: pytest.LogCaptureFixture
) -> None:
    someone = _texted(visitor)
    setup(sms={"url": "nowhere", "token": "hush-hush"})
    send_due(later())
    assert someone.notice.state == State.WAITING
    assert "answers.yaml:1: 'sms' needs a line 'url:'" in caplog.text
    assert "hush-hush" not in caplog.text


def test_nothing_of_a_visitor_is_in_the_log(
    visitor: Visit, gateway: FakeSmsGateway, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="desk")
    someone = _texted(visitor)
    gateway.credit = 0
    send_due(later())
    gateway.credit = None
    send_due(later(20))
    assert someone.notice.state == State.DONE
    for secret in ("12345678", someone.submission.code, someone.notice.text, gateway.token):
        assert secret not in caplog.text
