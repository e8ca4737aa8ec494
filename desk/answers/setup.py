"""Which ways of answering are set up here: answers.yaml in the state folder.

    phone_region: NL            how a number without a country code is read
    sms:
      kind: http                or `inbox`: staff send the texts by hand
      url: https://sms.example.org/messages
      token: ...
      sender: Gemeente          what the telephone shows; at most 11 letters or digits
      scheme: Bearer            before the token, in the header Authorization
      format: json              or `form`
      fields: {to: to, text: text, reference: reference, sender: sender}
      success: [200, 201, 202]
    mail:
      host: smtp.example.org
      port: 587
      security: starttls        or `tls`, or `none` on a network of your own
      user: zuil
      password: ...
      sender: Gemeente Voorbeeldstad <zuil@example.org>
    letter:
      sender: [Gemeente Voorbeeldstad, Postbus 1, 7500 AA Voorbeeldstad]
      towns: {"7511": VOORBEELDSTAD}     for a visitor's postcode

Everything is optional: what is not set up falls to the call list. The file holds secrets,
so it is private (mode 0600), and no message quotes what stands in it.
"""

from email.utils import parseaddr
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

import phonenumbers
from django.conf import settings
from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator, model_validator

from config.problems import validated
from desk.private_yaml import read_private_yaml

NAME = "answers.yaml"


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Fields(Part):
    """What the gateway calls things. An empty name: it is not sent."""

    to: str = "to"
    text: str = "text"
    reference: str = "reference"
    sender: str = "sender"


class Sms(Part):
    kind: Literal["http", "inbox"] = "http"
    url: str = ""
    token: SecretStr = SecretStr("")
    sender: str = ""
    scheme: str = "Bearer"
    format: Literal["json", "form"] = "json"
    fields: Fields = Fields()
    success: tuple[int, ...] = (200, 201, 202)
    timeout_s: Annotated[float, Field(gt=0, le=60)] = 15

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.kind == "http":
            where = urlsplit(self.url)
            if where.scheme not in ("http", "https") or not where.hostname:
                raise ValueError("'sms' needs a line 'url:' that begins with https://")
            if not self.token.get_secret_value():
                raise ValueError("'sms' needs a line 'token:'; its owner's pages name it")
        return self


class Mail(Part):
    host: Annotated[str, Field(min_length=1)]
    port: Annotated[int, Field(ge=1, le=65535)] = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    password: SecretStr = SecretStr("")
    sender: str
    timeout_s: Annotated[float, Field(gt=0, le=60)] = 15

    @field_validator("sender")
    @classmethod
    def _is_address(cls, sender: str) -> str:
        if "@" not in parseaddr(sender)[1]:
            raise ValueError("'sender' of 'mail' must hold an address: Gemeente <zuil@example.org>")
        return sender


class Letter(Part):
    """`sender`: the lines on top. `towns`: by the four digits of a postcode."""

    sender: tuple[str, ...] = ()
    towns: dict[str, str] = {}


class Answers(Part):
    phone_region: str = "NL"
    sms: Sms | None = None
    mail: Mail | None = None
    letter: Letter = Letter()

    @field_validator("phone_region")
    @classmethod
    def _is_region(cls, region: str) -> str:
        if region not in phonenumbers.SUPPORTED_REGIONS:
            raise ValueError("'phone_region' must be two capital letters, such as NL")
        return region


def load() -> Answers:
    """What is set up; nothing where there is no file. Raises Mistakes."""
    path: Path = settings.STATE / NAME
    if not path.exists():
        return Answers()
    return validated(Answers, read_private_yaml(path) or {}, path, NAME)
