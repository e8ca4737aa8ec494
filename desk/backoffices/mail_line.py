"""A line to a mail server, one per thread and kept open: connect, prove who we are, send.

    result = line.send(to, content)

Until the last dot nothing was handed over, so it may be tried later; a line that is cut from
the word DATA on leaves it unclear, because the server may have kept the mail.
"""

import smtplib
import ssl
import threading
from contextlib import suppress
from dataclasses import dataclass

from desk.backoffices.contract import Accepted, Ambiguous, Refused, Result, TryLater
from desk.backoffices.mail_settings import MailSettings
from desk.backoffices.usual import BUSY_WAIT_S, set_wrong

NOT_REACHED = "De mailserver is niet te bereiken."
NOT_SAFE = (
    "De mailserver kan zich niet bewijzen of biedt geen beveiliging. Kijk 'host', 'port',"
    " 'security' en 'ca_file' na in backoffices.yaml."
)
WRONG_LOGIN = (
    "De mailserver laat ons niet binnen. Kijk 'username' en 'password' na in backoffices.yaml."
)
WRONG_SENDER = (
    "De mailserver neemt onze afzender niet aan. Kijk de regel 'sender' na in backoffices.yaml."
)
WRONG_RECIPIENT = "De mailserver neemt het adres van deze route niet aan. Kijk het na bij Routes."
CUT = "De verbinding met de mailserver brak af. Niet zeker is of de mail aankwam."
PUT_OFF = "De mailserver vraagt om het later nog eens te proberen."
NOT_TAKEN = (
    "De mailserver neemt deze mail niet aan. Geef de melding zelf door of kies een andere route."
)
TOO_LARGE = 552


@dataclass(frozen=True, slots=True)
class TooLarge:
    """The server takes mails, but not of this size."""


class Line:
    def __init__(self, settings: MailSettings) -> None:
        self._settings = settings
        self._here = threading.local()
        self._all: list[smtplib.SMTP] = []

    def send(self, to: str, content: bytes) -> Result | TooLarge:
        opened = self._open()
        if not isinstance(opened, smtplib.SMTP):
            return opened
        try:
            recipient = self._address_it(opened, to, len(content))
        except (smtplib.SMTPException, OSError):
            self._drop()
            return TryLater(NOT_REACHED, all_wait=True)
        if recipient is not None:
            return recipient
        try:
            code, _ = opened.data(content)
        except smtplib.SMTPDataError as error:
            code = int(error.smtp_code)
        except (smtplib.SMTPException, OSError):
            self._drop()
            return Ambiguous(CUT)
        return self._kept(code)

    def try_out(self, recipients: list[str]) -> str | list[str]:
        """Without sending: what is wrong with the line, or which recipients are not taken."""
        opened = self._open()
        if not isinstance(opened, smtplib.SMTP):
            return opened.why
        refused = []
        try:
            for each in recipients:
                result = self._address_it(opened, each, 0)
                if isinstance(result, TryLater) and result.all_wait:
                    return result.why
                if isinstance(result, Refused):
                    refused.append(each)
                opened.rset()
        except (smtplib.SMTPException, OSError):
            self._drop()
            return NOT_REACHED
        return refused

    def _address_it(self, line: smtplib.SMTP, to: str, size: int) -> Result | TooLarge | None:
        """Sender and recipient; None when the mail itself may follow."""
        options = [f"size={size}"] if size and line.has_extn("size") else []
        code, _ = line.mail(self._settings.sender, options)
        if code == TOO_LARGE:
            return TooLarge()
        if code >= 400:
            return self._put_off(code) if code < 500 else self._not_let_in(code)
        code, _ = line.rcpt(to)
        if 400 <= code < 500 or code == TOO_LARGE:  # here: no room for more (RFC 5321, 4.5.3.1.10)
            return self._put_off(code)
        return None if code < 400 else Refused(WRONG_RECIPIENT)

    def _not_let_in(self, code: int) -> TryLater:
        return set_wrong(WRONG_LOGIN if code in {530, 535} else WRONG_SENDER)

    def _put_off(self, code: int) -> TryLater:
        if code == 421:
            self._drop()
        return TryLater(PUT_OFF, wait_s=BUSY_WAIT_S)

    def _kept(self, code: int) -> Result | TooLarge:
        if 200 <= code < 300:
            return Accepted()
        if code < 400:  # half an answer, then the end of the line
            self._drop()
            return Ambiguous(CUT)
        if code == TOO_LARGE:
            return TooLarge()
        return self._put_off(code) if code < 500 else Refused(NOT_TAKEN)

    # Opening and closing.

    def _open(self) -> smtplib.SMTP | TryLater:
        line: smtplib.SMTP | None = getattr(self._here, "line", None)
        if line is not None:
            with suppress(smtplib.SMTPException, OSError):
                if line.rset()[0] == 250:
                    return line
            self._drop()
        try:
            line = self._here.line = self._connect()
        except smtplib.SMTPAuthenticationError as error:
            return (
                self._put_off(error.smtp_code) if error.smtp_code < 500 else set_wrong(WRONG_LOGIN)
            )
        except (ssl.SSLError, smtplib.SMTPNotSupportedError):
            return set_wrong(NOT_SAFE)
        except (smtplib.SMTPException, OSError):
            return TryLater(NOT_REACHED, all_wait=True)
        self._all.append(line)
        return line

    def _connect(self) -> smtplib.SMTP:
        given = self._settings
        if given.security == "tls":
            line: smtplib.SMTP = smtplib.SMTP_SSL(
                given.host, given.port_used, timeout=given.timeout_s, context=self._context()
            )
        else:
            line = smtplib.SMTP(given.host, given.port_used, timeout=given.timeout_s)
        try:
            if given.security == "starttls":
                line.starttls(context=self._context())
            line.ehlo_or_helo_if_needed()
            if given.password is not None:
                line.login(given.username, given.password.get_secret_value())
        except BaseException:
            line.close()
            raise
        return line

    def _context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self._settings.ca_file or None)

    def _drop(self) -> None:
        line: smtplib.SMTP | None = self._here.__dict__.pop("line", None)
        if line is not None:
            line.close()
            if line in self._all:
                self._all.remove(line)

    def close(self) -> None:
        for line in self._all:
            line.close()
