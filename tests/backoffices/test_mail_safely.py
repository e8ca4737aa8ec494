"""Mail over an encrypted line, to a mail server that others wrote (aiosmtpd)."""

import asyncio
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from desk.backoffices.contract import Accepted, Result, TryLater
from desk.backoffices.mail import Mail
from desk.backoffices.mail_settings import MailSettings
from tests.backoffices.parcels import parcel, picture

OPENSSL = which("openssl")
pytestmark = [
    pytest.mark.skipif(OPENSSL is None, reason="makes its certificate with openssl"),
    pytest.mark.filterwarnings("ignore:Requiring AUTH"),  # it does not count tls from the start
]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Its own authority, for 127.0.0.1: and the key of it."""
    folder = tmp_path_factory.mktemp("tls")
    public, private = folder / "public.pem", folder / "private.pem"
    made = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    name = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(private), "-out", str(public)]
    subprocess.run([str(OPENSSL), *made.split(), *name, *files], check=True, capture_output=True)
    return public, private


class Kept:
    def __init__(self) -> None:
        self.mails: list[bytes] = []

    async def handle_DATA(  # noqa: N802 - as aiosmtpd calls it
        self,
        server: SMTP,  # noqa: ARG002 - as aiosmtpd calls it
        session: Session,  # noqa: ARG002 - as aiosmtpd calls it
        envelope: Envelope,
    ) -> str:
        self.mails.append(envelope.original_content or b"")
        return "250 kept"


def _let_in(server: SMTP, session: Session, envelope: Envelope, kind: str, told: Any) -> AuthResult:
    right = LoginPassword(b"desk", b"secret")
    return AuthResult(success=told == right, handled=False)  # the server words its answer


@contextmanager
def serving(certificate: tuple[Path, Path], security: str) -> Iterator[tuple[Kept, int]]:
    """A server that takes nothing from who did not encrypt and log in."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    kept, loop = Kept(), asyncio.new_event_loop()

    def talk() -> SMTP:
        asked_first: dict[str, Any] = {"tls_context": context, "require_starttls": True}
        first = asked_first if security == "starttls" else {"auth_require_tls": False}
        return SMTP(kept, authenticator=_let_in, auth_required=True, loop=loop, **first)

    encrypted = context if security == "tls" else None
    server = loop.run_until_complete(loop.create_server(talk, "127.0.0.1", 0, ssl=encrypted))
    running = threading.Thread(target=loop.run_forever, daemon=True)
    running.start()
    try:
        yield kept, server.sockets[0].getsockname()[1]
    finally:
        asyncio.run_coroutine_threadsafe(_end(server), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        running.join(10)
        loop.close()


async def _end(server: asyncio.Server) -> None:
    server.close()
    talks = asyncio.all_tasks() - {asyncio.current_task()}
    for each in talks:
        each.cancel()
    await asyncio.gather(*talks, return_exceptions=True)


def send(port: int, security: str, **changes: str) -> Result:
    lines: dict[str, Any] = {
        "kind": "mail",
        "host": "127.0.0.1",
        "port": port,
        "security": security,
        "sender": "zuil@voorbeeldstad.example",
        "to": "meldingen@voorbeeldstad.example",
        "timeout_s": 5,
    }
    connector = Mail("mail", MailSettings.model_validate(lines | changes))
    sent = parcel(attachments=(picture(),))
    result = connector.steps(sent)[0].do(sent, {})
    connector.close()
    return result


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_mail_goes_over_an_encrypted_line(certificate: tuple[Path, Path], security: str) -> None:
    login = {"username": "desk", "password": "secret", "ca_file": str(certificate[0])}
    with serving(certificate, security) as (kept, port):
        assert isinstance(send(port, security, **login), Accepted)
        (mail,) = kept.mails
        assert b"foto.png" in mail


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_server_that_cannot_prove_who_it_is_gets_nothing(
    certificate: tuple[Path, Path], security: str
) -> None:
    with serving(certificate, security) as (kept, port):
        result = send(port, security, username="desk", password="secret")
        assert isinstance(result, TryLater)
        assert result.all_wait
        assert "'ca_file'" in result.why
        assert kept.mails == []


def test_a_wrong_password_is_no_reason_to_refuse(certificate: tuple[Path, Path]) -> None:
    login = {"username": "desk", "password": "wrong", "ca_file": str(certificate[0])}
    with serving(certificate, "starttls") as (kept, port):
        result = send(port, "starttls", **login)
        assert isinstance(result, TryLater)
        assert "'password'" in result.why
        assert kept.mails == []
