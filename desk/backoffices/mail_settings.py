"""What backoffices.yaml says about handing over by mail.

    mail:
      kind: mail
      host: smtp.example.org
      username: zuil
      password: ...
      sender: zuil@example.org
      to: meldingen@example.org

Mails hold all that a visitor said: so without encryption they go to this machine only.
"""

from typing import Literal, Self

from pydantic import SecretStr, field_validator, model_validator

from desk.backoffices.contract import Settings
from desk.backoffices.mail_message import is_address
from kiosk.core.loopback import is_this_machine

PORTS = {"tls": 465, "starttls": 587, "none": 25}


class MailSettings(Settings):
    host: str
    port: int = 0
    """0: 465 for tls, 587 for starttls, 25 for none."""
    security: Literal["tls", "starttls", "none"] = "starttls"
    """`none` only for a mail server on this machine."""
    ca_file: str = ""
    """Certificates of an authority of your own, beside those that every machine trusts."""
    username: str = ""
    password: SecretStr | None = None
    sender: str
    """An address that your mail server may send for, and whose mail you read."""
    to: str = ""
    """Where mails go whose route names no address."""
    attach_up_to_bytes: int = 10_000_000
    """All files of a mail together; larger ones are linked to."""
    at_once: int = 4
    ask_every_s: float = 0.0
    """0: never. A mail tells nothing back; staff say how it goes."""

    @field_validator("sender")
    @classmethod
    def _sender(cls, given: str) -> str:
        if not is_address(given):
            raise ValueError("it is no mail address, such as zuil@example.org")
        return given

    @field_validator("to")
    @classmethod
    def _to(cls, given: str) -> str:
        if given and not is_address(given):
            raise ValueError("it is no mail address, such as meldingen@example.org")
        return given

    @model_validator(mode="after")
    def _safe(self) -> Self:
        if self.security == "none" and not is_this_machine(self.host):
            raise ValueError("security 'none' is only for a mail server on this machine; use tls")
        if (self.password is None) != (not self.username):
            raise ValueError("'username' and 'password' go together")
        return self

    @property
    def port_used(self) -> int:
        return self.port or PORTS[self.security]
