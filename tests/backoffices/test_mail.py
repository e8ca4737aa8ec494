"""Handing over by mail, to a real mail server on loopback."""

import socket
import threading
from collections.abc import Iterator
from email.message import EmailMessage
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from desk.backoffices.contract import (
    Accepted,
    Ambiguous,
    ContactTold,
    NoNews,
    Parcel,
    Push,
    Refused,
    Result,
    TryLater,
)
from desk.backoffices.mail import Mail
from desk.backoffices.mail_settings import MailSettings
from tests.backoffices.fakes.smtp import Envelope
from tests.backoffices.first_step import long
from tests.backoffices.parcels import (
    MAIL,
    NAME,
    PHONE,
    attachment,
    parcel,
    picture,
    png,
    sound,
    wav,
)
from tests.backoffices.worlds.mail import World


@pytest.fixture
def world() -> Iterator[World]:
    with World() as made:
        yield made


def report(**changes: Any) -> Parcel:
    return parcel(**{"target": World.target} | changes)


def send(connector: Mail, sent: Parcel) -> Result:
    (step,) = connector.steps(sent)
    assert step.look_up is None
    return step.do(sent, {})


def the_text(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def files(message: EmailMessage) -> list[tuple[str | None, str, bytes]]:
    return [
        (each.get_filename(), each.get_content_type(), each.get_content())
        for each in message.iter_attachments()
    ]


# What is sent.


def test_everything_is_in_one_mail_that_a_person_can_read(world: World) -> None:
    contact = ContactTold("mail", NAME, PHONE, MAIL, "Kerkweg", "3", "4321 BA")
    sent = report(contact=contact)
    result = send(world.connector(), sent)
    assert isinstance(result, Accepted)
    (message,) = world.fake.messages
    assert world.fake.envelopes == [Envelope("zuil@voorbeeldstad.example", (World.target,))]
    assert message["To"] == World.target
    assert message["Reply-To"] == MAIL
    assert message["Message-ID"] == f"<{sent.reference}@voorbeeldstad.example>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert sent.code in message["Subject"]
    assert "Kapotte straatlamp" in message["Subject"]
    text = the_text(message)
    told = (sent.words, "4071", NAME, PHONE, MAIL, "Kerkweg 3 4321 BA", sent.place.label,
            "52.373100, 4.892200", sent.promise, sent.link, sent.reference, sent.code,
            "23-11-2026 15:05", "ZUIL-1") if sent.place else ()  # fmt: skip
    assert [each for each in told if each not in text] == []


def test_pictures_and_sound_are_in_it(world: World) -> None:
    send(world.connector(), report(attachments=(picture(), sound())))
    assert files(world.fake.messages[0]) == [
        ("foto.png", "image/png", png()),
        ("bericht.wav", "audio/wav", wav()),
    ]


def test_files_that_are_too_large_together_are_linked(world: World) -> None:
    large = attachment("groot.wav", "audio/wav", bytes(3000), "Gesproken bericht, 60 seconden")
    sent = report(attachments=(large, picture()))
    assert isinstance(send(world.connector(attach_up_to_bytes=2000), sent), Accepted)
    (message,) = world.fake.messages
    assert [name for name, _, _ in files(message)] == ["foto.png"]
    assert large.link in the_text(message)


def test_a_server_that_takes_no_large_mails_gets_one_with_links(world: World) -> None:
    world.fake.largest_bytes = 6000
    large = attachment("groot.wav", "audio/wav", bytes(9000), "Gesproken bericht, 60 seconden")
    sent = report(attachments=(large,))
    assert isinstance(send(world.connector(), sent), Accepted)
    (message,) = world.fake.messages
    assert files(message) == []
    assert large.link in the_text(message)
    world.fake.largest_bytes = 100
    assert isinstance(send(world.connector(), sent), Refused)


def test_what_is_no_mail_address_gets_no_answer_and_stays_in_the_text(world: World) -> None:
    odd = "piet@x\r\nBcc: iedereen@example.org"
    sent = report(contact=ContactTold("mail", email=odd), subject="Lamp\r\nBcc: een@example.org")
    assert isinstance(send(world.connector(), sent), Accepted)
    (message,) = world.fake.messages
    assert message["Reply-To"] is None
    assert message["Bcc"] is None
    assert world.fake.envelopes[0].recipients == (World.target,)
    assert "iedereen@example.org" in the_text(message)


def test_the_route_names_the_address_or_the_settings_do(world: World) -> None:
    connector = world.connector(to="algemeen@voorbeeldstad.example")
    send(connector, report())
    send(connector, report(target=""))
    assert [each.recipients[0] for each in world.fake.envelopes] == [
        World.target,
        "algemeen@voorbeeldstad.example",
    ]
    assert isinstance(send(world.connector(), report(target="")), Refused)
    assert isinstance(send(world.connector(), report(target="geen adres")), Refused)


@given(
    subject=long(st.characters(exclude_categories=["Cs"]), 300),
    words=long(st.characters(exclude_categories=["Cs"]), 8000),
    phone=st.from_regex(r"\+?[0-9 ]{6,40}", fullmatch=True),
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_nothing_is_refused_for_its_length_or_its_letters(
    world: World, subject: str, words: str, phone: str
) -> None:
    contact = ContactTold("phone", phone=phone.strip())
    sent = report(subject=subject, words=words, contact=contact)
    assert isinstance(send(world.connector(), sent), Accepted)
    message = world.fake.messages[-1]
    assert sent.code in message["Subject"]
    text = the_text(message)
    assert contact.phone in text
    assert "".join(words.split()) in "".join(text.split())


# What the answers mean.


def test_a_recipient_that_is_refused_refuses_the_report(world: World) -> None:
    world.fake.refused.add(World.target)
    result = send(world.connector(), report())
    assert isinstance(result, Refused)
    assert "Routes" in result.why


def test_what_is_put_off_is_tried_later(world: World) -> None:
    world.fake.later = True
    connector, sent = world.connector(), report()
    assert isinstance(send(connector, sent), TryLater)
    world.fake.later = False
    assert isinstance(send(connector, sent), Accepted)


@pytest.mark.parametrize("login", [{}, {"username": "desk", "password": "wrong"}])
def test_a_wrong_login_makes_all_wait(world: World, login: dict[str, str]) -> None:
    world.fake.login = ("desk", "secret")
    result = send(world.connector(**login), report())
    assert isinstance(result, TryLater)
    assert (result.all_wait, result.wait_s) == (True, 900)
    assert "'password'" in result.why
    assert "wrong" not in result.why


def test_with_the_right_login_it_goes(world: World) -> None:
    world.fake.login = ("desk", "secret")
    connector = world.connector(username="desk", password="secret")
    assert isinstance(send(connector, report()), Accepted)


@pytest.mark.parametrize(("when", "stored"), [("before storing", 0), ("after storing", 1)])
def test_a_line_that_is_cut_after_the_mail_leaves_it_unclear(
    world: World, when: Any, stored: int
) -> None:
    connector, sent = world.connector(), report()
    world.fake.cut_next = when
    assert isinstance(send(connector, sent), Ambiguous)
    assert world.times(sent.reference) == stored
    assert isinstance(send(connector, sent), Accepted)
    assert len({each["Message-ID"] for each in world.fake.messages}) == 1


def test_nobody_there_is_tried_later_and_found_again(world: World) -> None:
    connector = world.connector()
    assert isinstance(send(connector, report()), Accepted)
    world.fake.away()
    result = send(connector, report())
    assert isinstance(result, TryLater)
    assert result.all_wait
    world.fake.back()
    assert isinstance(send(connector, report()), Accepted)


@pytest.mark.parametrize(
    ("answers", "expected", "all_wait"),
    [
        (["421 too busy"], TryLater, True),
        (["220 hi", "250 hi", "451 later"], TryLater, False),
        (["220 hi", "250 hi", "553 not you"], TryLater, True),
        (["220 hi", "250 hi", "250 ok", "421 bye"], TryLater, False),
        (["220 hi", "250 hi", "250 ok", "552 full"], TryLater, False),
        (["220 hi", "250 hi", "250 ok", "250 ok", "451 no"], TryLater, False),
        (["220 hi", "250 hi", "250 ok", "250 ok", "554 no"], Refused, False),
        (["220 hi", "250 hi", "250 ok", "250 ok", "354 go", "452 full"], TryLater, False),
        (["220 hi", "250 hi", "250 ok", "250 ok", "354 go", "554 spam"], Refused, False),
        (["220 hi", "250 hi", "250 ok", "250 ok", "354 go", ""], Ambiguous, False),
        (["220 hi", "250 hi", "250 ok", "250 ok", "354 go", "2"], Ambiguous, False),
        (["220 hi", "250 hi", ""], TryLater, True),
    ],
)
def test_what_a_server_says_at_each_step(
    world: World, answers: list[str], expected: type[Result], all_wait: bool
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        talking = threading.Thread(target=_talk, args=(listening, answers), daemon=True)
        talking.start()
        result = send(world.connector(port=listening.getsockname()[1]), report())
        talking.join(10)
    assert isinstance(result, expected), result
    assert getattr(result, "all_wait", False) == all_wait


def _talk(listening: socket.socket, answers: list[str]) -> None:
    """One line a request (and one at first); "" and then the end of the line."""
    line, _ = listening.accept()
    with line, line.makefile("rb") as heard:
        for answer in answers:
            line.sendall(f"{answer}\r\n".encode() if len(answer) > 3 else answer.encode())
            if len(answer) <= 3:
                return
            ended = b".\r\n" if answer.startswith("354") else None
            while (said := heard.readline()) and ended not in {None, said}:
                pass


def test_a_server_that_says_nothing_is_not_waited_for_long(world: World) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        connector = world.connector(port=silent.getsockname()[1], timeout_s=0.2)
        assert isinstance(send(connector, report()), TryLater)


def test_one_line_serves_many_mails(world: World) -> None:
    connector = world.connector()
    for _ in range(5):
        assert isinstance(send(connector, report()), Accepted)
    server = world.fake._server
    assert server is not None
    assert len(server.lines) == 1


# Safety.


@pytest.mark.parametrize(
    "changes",
    [
        {"host": "mail.example.org"},
        {"sender": "geen adres"},
        {"to": "geen adres"},
        {"username": "desk"},
        {"password": "secret"},
    ],
)
def test_settings_that_are_not_safe_or_not_whole_are_not_taken(
    world: World, changes: dict[str, str]
) -> None:
    with pytest.raises(ValidationError):
        world.connector(**changes)


def test_every_security_has_its_usual_port(world: World) -> None:
    lines = {"kind": "mail", "host": "mail.example.org", "sender": "zuil@example.org"}
    ports = {
        each: MailSettings.model_validate(lines | {"security": each}).port_used
        for each in ("tls", "starttls")
    }
    assert ports == {"tls": 465, "starttls": 587}


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_server_without_encryption_gets_nothing(world: World, security: str) -> None:
    sent = report()
    result = send(world.connector(security=security), sent)
    assert isinstance(result, TryLater)
    assert result.all_wait
    assert world.fake.messages == []


# What follows.


def test_nothing_comes_back_and_nobody_asks(world: World) -> None:
    connector = world.connector()
    assert connector.settings.ask_every_s == 0
    (told,) = connector.news([{}])
    assert isinstance(told, NoNews)
    assert not told.gone
    assert connector.pushed(Push("POST", "", {}, b"")) is None
    assert connector.targets() == ()


def test_not_solved_goes_into_the_same_thread(world: World) -> None:
    connector, sent = world.connector(), report()
    result = send(connector, sent)
    assert isinstance(result, Accepted)
    assert connector.reopen(result.names, sent.code, "Hij brandt nog niet.") == Accepted()
    first, second = world.fake.messages
    assert second["In-Reply-To"] == second["References"] == first["Message-ID"]
    assert second["Message-ID"] != first["Message-ID"]
    assert second["To"] == World.target
    assert sent.code in second["Subject"]
    assert "Hij brandt nog niet." in the_text(second)
    assert connector.reopen(connector.names_of("7"), sent.code, "") is None
    world.fake.later = True
    assert isinstance(connector.reopen(result.names, sent.code, ""), TryLater)


# Check.


def test_all_is_well_and_nothing_is_sent(world: World) -> None:
    connector = world.connector(to="algemeen@voorbeeldstad.example")
    assert connector.check([World.target, "", World.target]) == []
    assert world.fake.messages == []
    assert isinstance(send(connector, report()), Accepted)


@pytest.mark.parametrize(
    ("changes", "targets", "said"),
    [
        ({}, ["weg@voorbeeldstad.example"], "'weg@voorbeeldstad.example'"),
        ({}, ["geen adres"], "'geen adres' is geen mailadres"),
        ({}, [""], "noemt geen mailadres"),
        ({"username": "x", "password": "wrong"}, [], "'password'"),
        ({"port": 1}, [], "niet te bereiken"),
        ({"security": "starttls"}, [], "'security'"),
    ],
)
def test_a_check_says_what_is_wrong(
    world: World, changes: dict[str, Any], targets: list[str], said: str
) -> None:
    world.fake.refused.add("weg@voorbeeldstad.example")
    if "password" in changes:
        world.fake.login = ("desk", "secret")
    (problem,) = world.connector(**changes).check(targets)
    assert said in problem.what
