"""A mail: plain text, to one person, through the mail server of the municipality.

Nothing in it is followed: no pictures, no links but the one to the answer. It carries the
same Message-ID when it is sent again, so that mail programs show it once.
"""

import smtplib
from email.utils import parseaddr

from django.core.mail import EmailMessage, get_connection

from desk.answers.setup import Mail
from desk.backoffices.contract import Accepted, Ambiguous, Refused, Result, TryLater

BACKEND = "django.core.mail.backends.smtp.EmailBackend"
FOR_GOOD = 500
"""SMTP answers from here on say that trying again is of no use (RFC 5321, 4.2.1)."""
_NOT_REACHED = "De mailserver is niet te bereiken."
_NOT_LET_IN = (
    "De mailserver laat ons niet toe. Kijk naar 'user', 'password' en 'security' bij mail."
)


def send(setup: Mail, to: str, subject: str, text: str, reference: str) -> Result:
    """Never raises for what a network or a mail server does."""
    line = get_connection(
        BACKEND,
        host=setup.host,
        port=setup.port,
        username=setup.user,
        password=setup.password.get_secret_value(),
        use_tls=setup.security == "starttls",
        use_ssl=setup.security == "tls",
        timeout=setup.timeout_s,
    )
    domain = parseaddr(setup.sender)[1].rpartition("@")[2]
    message = EmailMessage(
        " ".join(subject.split()),
        text,
        setup.sender,
        [to],
        connection=line,
        headers={"Message-ID": f"<{reference}@{domain}>", "Auto-Submitted": "auto-generated"},
    )
    try:
        line.open()
        return _send(message)
    except (smtplib.SMTPAuthenticationError, smtplib.SMTPNotSupportedError):
        return TryLater(_NOT_LET_IN, all_wait=True)
    except (OSError, smtplib.SMTPException):
        return TryLater(_NOT_REACHED, all_wait=True)
    finally:
        line.close()


def _send(message: EmailMessage) -> Result:
    try:
        message.send()
    except (OSError, smtplib.SMTPException) as error:
        return _refusal(error)
    return Accepted()


def _refusal(error: Exception) -> Result:
    match error:
        case smtplib.SMTPRecipientsRefused():
            codes = [code for code, _ in error.recipients.values()]
            if all(code >= FOR_GOOD for code in codes):
                return Refused("De mailserver kent dit e-mailadres niet.")
            return TryLater("De mailserver neemt nu geen mail aan voor dit adres.")
        case smtplib.SMTPSenderRefused():
            return TryLater("De mailserver weigert onze afzender. Kijk naar 'sender' bij mail.",
                            all_wait=True)  # fmt: skip
        case smtplib.SMTPDataError() if error.smtp_code >= FOR_GOOD:
            return Refused("De mailserver weigert deze e-mail.")
        case smtplib.SMTPResponseException():
            return TryLater("De mailserver neemt nu geen mail aan.")
        case _:
            return Ambiguous("De mailserver gaf geen (heel) antwoord.")
