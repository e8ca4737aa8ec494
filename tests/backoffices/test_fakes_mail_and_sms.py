"""The fake mail server and the fake text-message gateway: what they keep and what they refuse."""

import smtplib
from collections.abc import Iterator
from email.message import EmailMessage
from typing import Any, Literal

import pytest
import requests

from tests.backoffices.fakes.sms import FakeSmsGateway
from tests.backoffices.fakes.smtp import Envelope, FakeMailServer

SENDER, RECIPIENT = "desk@example.nl", "meldingen@example.nl"


@pytest.fixture
def mail() -> Iterator[FakeMailServer]:
    with FakeMailServer() as mail:
        yield mail


@pytest.fixture
def gateway() -> Iterator[FakeSmsGateway]:
    with FakeSmsGateway() as gateway:
        yield gateway


def letter(words: str = "Café K-7F3A\n.een punt\n") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = SENDER, RECIPIENT, "Melding"
    message.set_content(words, cte="base64")
    message.add_attachment(b"\xff\xd8", maintype="image", subtype="jpeg", filename="lamp.jpg")
    return message


def send(mail: FakeMailServer, *recipients: str, login: tuple[str, str] | None = None) -> None:
    with smtplib.SMTP(mail.host, mail.port, timeout=5) as line:
        if login:
            line.login(*login)
        line.send_message(letter(), to_addrs=recipients or [RECIPIENT])


def test_a_message_is_kept_with_its_parts_and_its_envelope(mail: FakeMailServer) -> None:
    send(mail, RECIPIENT, "kopie@example.nl")
    (kept,) = mail.messages
    body = kept.get_body()
    assert body is not None
    assert body.get_content() == "Café K-7F3A\n.een punt\n"
    assert [each.get_filename() for each in kept.iter_attachments()] == ["lamp.jpg"]
    assert mail.envelopes == [Envelope(SENDER, (RECIPIENT, "kopie@example.nl"))]
    assert mail.url == f"smtp://127.0.0.1:{mail.port}"


def test_a_code_is_counted_through_the_coding_of_the_mail(mail: FakeMailServer) -> None:
    send(mail)
    send(mail)
    assert (mail.times("Café K-7F3A"), mail.times("lamp.jpg"), mail.times("K-9999")) == (2, 2, 0)


def test_a_line_that_begins_with_a_dot_comes_through(mail: FakeMailServer) -> None:
    with smtplib.SMTP(mail.host, mail.port, timeout=5) as line:
        line.sendmail(SENDER, [RECIPIENT], "Subject: x\r\n\r\n.\r\n..K-7F3A\r\n")
    assert mail.messages[0].get_content().splitlines() == [".", "..K-7F3A"]


def test_an_unknown_mailbox_is_550(mail: FakeMailServer) -> None:
    mail.refused.add("weg@example.nl")
    with pytest.raises(smtplib.SMTPRecipientsRefused) as caught:
        send(mail, "weg@example.nl")
    assert caught.value.recipients["weg@example.nl"][0] == 550
    assert mail.messages == []
    send(mail, "weg@example.nl", RECIPIENT)
    assert mail.envelopes == [Envelope(SENDER, (RECIPIENT,))]


def test_a_server_that_puts_off_says_451(mail: FakeMailServer) -> None:
    mail.later = True
    with pytest.raises(smtplib.SMTPRecipientsRefused) as caught:
        send(mail)
    assert caught.value.recipients[RECIPIENT][0] == 451
    mail.later = False
    send(mail)
    assert mail.times("K-7F3A") == 1


def test_it_asks_for_a_login_when_it_has_one(mail: FakeMailServer) -> None:
    mail.login = ("desk", "s3cret")
    with pytest.raises(smtplib.SMTPSenderRefused) as caught:
        send(mail)
    assert caught.value.smtp_code == 530
    with pytest.raises(smtplib.SMTPAuthenticationError) as wrong:
        send(mail, login=("desk", "wrong"))
    assert wrong.value.smtp_code == 535
    send(mail, login=mail.login)
    assert mail.times("K-7F3A") == 1


@pytest.mark.parametrize("kind", ["PLAIN", "LOGIN"])
def test_both_ways_to_log_in_work(mail: FakeMailServer, kind: str) -> None:
    mail.login = ("desk", "s3cret")
    with smtplib.SMTP(mail.host, mail.port, timeout=5) as line:
        line.ehlo()
        assert set(line.esmtp_features["auth"].split()) >= {"PLAIN", "LOGIN"}
        line.user, line.password = mail.login
        prove = line.auth_plain if kind == "PLAIN" else line.auth_login
        for at_once in (True, False):
            assert line.auth(kind, prove, initial_response_ok=at_once)[0] == 235
        line.password = "wrong"
        with pytest.raises(smtplib.SMTPAuthenticationError):
            line.auth(kind, prove)


@pytest.mark.parametrize(("cut", "kept"), [("before storing", 0), ("after storing", 1)])
def test_the_line_is_cut_once_after_the_last_dot(
    mail: FakeMailServer, cut: Literal["before storing", "after storing"], kept: int
) -> None:
    mail.cut_next = cut
    with pytest.raises(smtplib.SMTPServerDisconnected):
        send(mail)
    assert mail.times("K-7F3A") == kept
    send(mail)
    assert mail.times("K-7F3A") == kept + 1


def test_a_message_that_is_too_large_is_552(mail: FakeMailServer) -> None:
    mail.largest_bytes = 100
    with (
        smtplib.SMTP(mail.host, mail.port, timeout=5) as line,
        pytest.raises(smtplib.SMTPDataError) as caught,
    ):
        line.sendmail(SENDER, [RECIPIENT], "x" * 101)
    assert caught.value.smtp_code == 552
    assert mail.messages == []


def test_a_mail_server_goes_away_in_a_conversation_and_comes_back(mail: FakeMailServer) -> None:
    send(mail)
    line = smtplib.SMTP(mail.host, mail.port, timeout=5)
    mail.away()
    with pytest.raises(smtplib.SMTPServerDisconnected):
        line.docmd("NOOP")
    line.close()
    with pytest.raises(ConnectionRefusedError):
        send(mail)
    mail.back()
    send(mail)
    assert mail.times("K-7F3A") == 2


def text(gateway: FakeSmsGateway, token: str = "", **more: Any) -> requests.Response:
    content = {"to": "+31612345678", "text": "De lamp brandt weer.", "reference": "K-7F3A"}
    headers = {"Authorization": f"Bearer {token or gateway.token}"}
    url = f"{gateway.url}/messages"
    return requests.post(url, json=content | more, headers=headers, timeout=5)


def test_a_text_message_is_taken_in_under_an_id(gateway: FakeSmsGateway) -> None:
    assert (text(gateway).status_code, text(gateway).json()) == (202, {"id": "sms-2"})
    gateway.accepts_with = 200
    assert text(gateway).status_code == 200
    assert (gateway.messages[0].to, gateway.times("K-7F3A")) == ("+31612345678", 3)
    assert gateway.times("K-9999") == 0


def test_a_gateway_that_knows_the_reference_sends_once(gateway: FakeSmsGateway) -> None:
    gateway.idempotent = True
    assert text(gateway).json() == text(gateway).json() == {"id": "sms-1"}
    assert gateway.times("K-7F3A") == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"to": "0612345678"},
        {"to": "+31 6 12"},
        {"to": "+31612345678 of +31687654321"},
        {"to": 31612345678},
        {"text": ""},
    ],
)
def test_a_bad_number_or_no_text_is_400(gateway: FakeSmsGateway, wrong: dict[str, Any]) -> None:
    assert text(gateway, **wrong).status_code == 400
    assert gateway.messages == []


def test_a_wrong_token_is_401(gateway: FakeSmsGateway) -> None:
    assert text(gateway, token="wrong").status_code == 401
    assert gateway.messages == []


def test_without_credit_it_is_402(gateway: FakeSmsGateway) -> None:
    gateway.credit = 1
    assert [text(gateway).status_code for _ in range(2)] == [202, 402]
    assert gateway.times("K-7F3A") == 1


def test_too_many_is_429_with_the_time_to_wait(gateway: FakeSmsGateway) -> None:
    gateway.retry_after_s = 30
    answer = text(gateway)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "30")
    assert gateway.messages == []
