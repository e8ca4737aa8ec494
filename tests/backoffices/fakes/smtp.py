"""A mail server on loopback: takes mail in, refuses it, puts it off, or falls over.

    with FakeMailServer() as mail:
        mail.host, mail.port, mail.url      where it listens
        mail.messages                       what it stored, as EmailMessage
        mail.refused.add("weg@example.nl")  550 for this recipient
        mail.later = True                   451 for every recipient
        mail.login = ("desk", "secret")     530 without AUTH (PLAIN or LOGIN), 535 when wrong
        mail.cut_next = "before storing"    the next message: the line is cut after its last
                                            dot, and nothing was kept
        mail.cut_next = "after storing"     the same, but it was kept
        mail.away(), mail.back()            as for every fake server

It stores a message that it gets twice twice, whatever the Message-ID.
"""

import base64
import binascii
import socket
import socketserver
import threading
from contextlib import suppress
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from types import TracebackType
from typing import Literal, Self

LONGEST_LINE = 4096


@dataclass(frozen=True, slots=True)
class Envelope:
    sender: str
    recipients: tuple[str, ...]


class FakeMailServer:
    """`envelopes[i]` is what `messages[i]` travelled in."""

    host = "127.0.0.1"

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.messages: list[EmailMessage] = []
        self.envelopes: list[Envelope] = []
        self.refused: set[str] = set()
        self.later = False
        self.login: tuple[str, str] | None = None
        self.cut_next: Literal["", "before storing", "after storing"] = ""
        self.largest_bytes = 25_000_000
        self.port = 0
        self._server: _Server | None = None

    @property
    def url(self) -> str:
        return f"smtp://{self.host}:{self.port}"

    def times(self, reference: str) -> int:
        with self.lock:
            return sum(reference in text_of(message) for message in self.messages)

    def take(self, envelope: Envelope, content: bytes) -> bool:
        """False: the line has to be cut instead of an answer."""
        with self.lock:
            cut, self.cut_next = self.cut_next, ""
            if cut != "before storing":
                self.envelopes.append(envelope)
                self.messages.append(BytesParser(policy=policy.default).parsebytes(content))
            return not cut

    def back(self) -> None:
        if self._server is None:
            self._server = _Server((self.host, self.port), self)
            self.port = self._server.server_address[1]
            threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def away(self) -> None:
        if self._server is not None:
            server, self._server = self._server, None
            server.shutdown()
            server.server_close()
            for line in list(server.lines):
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        self.back()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.away()


def text_of(message: EmailMessage) -> str:
    """Headers and every part, decoded; of a file what can be read."""
    said = [f"{name}: {value}" for name, value in message.items()]
    for part in message.walk():
        if not part.is_multipart():
            said.append(f"{part.get_filename() or ''}")
            content = part.get_payload(decode=True)
            charset = part.get_content_charset() or "utf-8"
            said.append(content.decode(charset, "replace") if isinstance(content, bytes) else "")
    return "\n".join(said)


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], fake: FakeMailServer) -> None:
        self.fake = fake
        self.lines: set[socket.socket] = set()
        super().__init__(address, _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A desk that was killed in the middle of its mail is what this is here for."""


class _Handler(socketserver.StreamRequestHandler):
    """One conversation (RFC 5321, with AUTH of RFC 4954), line by line."""

    server: _Server
    disable_nagle_algorithm = True

    def handle(self) -> None:
        self.fake = self.server.fake
        self.server.lines.add(self.connection)
        self.known = False
        self._forget()
        try:
            self._say("220 mail.example.nl ESMTP")
            while self._do(*self._hear()):
                pass
        except ConnectionError:
            pass
        finally:
            self.server.lines.discard(self.connection)

    def _forget(self) -> None:
        self.sender: str | None = None
        self.recipients: list[str] = []

    def _say(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())

    def _line(self) -> str:
        line = self.rfile.readline(LONGEST_LINE)
        if not line.endswith(b"\n"):
            raise ConnectionError
        return line.decode("utf-8", "replace").rstrip("\r\n")

    def _hear(self) -> tuple[str, str]:
        verb, _, rest = self._line().partition(" ")
        return verb.upper(), rest.strip()

    def _do(self, verb: str, rest: str) -> bool:
        """Whether the conversation goes on."""
        match verb:
            case "EHLO":
                size = self.fake.largest_bytes
                self._say("250-mail.example.nl", f"250-SIZE {size}", "250-8BITMIME")
                self._say("250-SMTPUTF8", "250 AUTH PLAIN LOGIN" if self.fake.login else "250 HELP")
            case "HELO" | "NOOP":
                self._say("250 mail.example.nl")
            case "RSET":
                self._forget()
                self._say("250 forgotten")
            case "AUTH":
                self._say(self._auth(*rest.split()))
            case "MAIL" | "RCPT" | "DATA" if self.fake.login and not self.known:
                self._say("530 5.7.0 Authentication required")
            case "MAIL":
                self._forget()
                self.sender = _address(rest)
                self._say("250 2.1.0 sender ok")
            case "RCPT":
                self._say(self._recipient(_address(rest)))
            case "DATA":
                return self._data()
            case "QUIT":
                self._say("221 2.0.0 bye")
                return False
            case _:
                self._say("502 5.5.1 not known here")
        return True

    def _auth(self, kind: str = "", first: str = "") -> str:
        if not self.fake.login:
            return "502 5.5.1 not known here"
        try:
            if kind.upper() == "PLAIN":
                _, name, secret = _plain(first or self._ask("")).split("\0")
            elif kind.upper() == "LOGIN":
                name = _plain(first or self._ask("Username:"))
                secret = _plain(self._ask("Password:"))
            else:
                return "504 5.5.4 PLAIN or LOGIN"
        except (ValueError, binascii.Error):
            return "501 5.5.2 not readable"
        self.known = (name, secret) == self.fake.login
        return "235 2.7.0 welcome" if self.known else "535 5.7.8 wrong name or password"

    def _ask(self, prompt: str) -> str:
        self._say(f"334 {base64.b64encode(prompt.encode()).decode()}")
        return self._line()

    def _recipient(self, address: str) -> str:
        if self.sender is None:
            return "503 5.5.1 MAIL first"
        if address in self.fake.refused:
            return "550 5.1.1 no such mailbox"
        if self.fake.later:
            return "451 4.7.1 try again later"
        self.recipients.append(address)
        return "250 2.1.5 recipient ok"

    def _data(self) -> bool:
        if self.sender is None or not self.recipients:
            self._say("503 5.5.1 RCPT first")
            return True
        self._say("354 end with a dot")
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                return False
            lines.append(line.removeprefix(b"."))  # RFC 5321, 4.5.2: a dot was put before a dot
        content = b"".join(lines)
        if len(content) > self.fake.largest_bytes:
            self._say("552 5.3.4 too large")
        elif self.fake.take(Envelope(self.sender, tuple(self.recipients)), content):
            self._say("250 2.0.0 stored")
        else:
            return False
        self._forget()
        return True


def _address(rest: str) -> str:
    return rest.partition("<")[2].partition(">")[0]


def _plain(coded: str) -> str:
    return base64.b64decode(coded, validate=True).decode()
