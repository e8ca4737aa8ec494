"""A text message: short by meaning, and given to a gateway or to staff.

At most 306 characters, two messages put together (2 x 153). Signs outside the GSM alphabet
(Arabic, Cyrillic, `ł`) make every message shorter: those texts are at most 268 (4 x 67).
(3GPP TS 23.038 and TS 23.040, 9.2.3.24.1.) What is too long loses words of the sentence,
then of the subject and the organisation; never a digit of a number, never the link.

A gateway gets the same `reference` when the same text is sent again, so that it can tell.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import urlsplit

from desk.answers.models import Channel
from desk.answers.setup import Sms
from desk.answers.texts import factory, fill, languages_of, template, values_of
from desk.backoffices.contract import Accepted, Ambiguous, Refused, TryLater
from desk.backoffices.http import Http
from desk.backoffices.wording import shorten
from desk.intake.models import StatusChange

_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_TWICE = frozenset("^{}\\[~]|€")
"""Of the GSM alphabet as well, but each counts as two."""
_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})
_SHORTEST = {"sentence": 20, "subject": 12, "organisation": 12}
"""What may lose words, in this order, and how many characters are worth showing at least."""


@dataclass(frozen=True, slots=True)
class ByHand:
    """Staff send it."""


Given = Accepted | Ambiguous | TryLater | Refused | ByHand


def is_gsm(text: str) -> bool:
    return all(sign in _GSM or sign in _GSM_TWICE for sign in text)


def length(text: str) -> int:
    """As the network counts it: characters of the GSM alphabet, or UTF-16 units."""
    if is_gsm(text):
        return len(text) + sum(sign in _GSM_TWICE for sign in text)
    return len(text.encode("utf-16-le")) // 2


def parts(text: str) -> int:
    """How many messages it takes, put together again by the telephone."""
    one, more = (160, 153) if is_gsm(text) else (70, 67)
    return 1 if length(text) <= one else -(-length(text) // more)


def longest(text: str) -> int:
    return 2 * 153 if is_gsm(text) else 4 * 67


def fits(text: str) -> bool:
    return length(text) <= longest(text)


def worded(change: StatusChange, language: str) -> str:
    """The text for this change. What staff wrote gives way to ours where it cannot fit."""
    own = languages_of(Channel.SMS, language)[0]
    values = values_of(change, own, alone=True)
    texts = (template(Channel.SMS, change.status, own), factory(Channel.SMS, change.status, own))
    said = [shortened(text, values, own) for text in texts]
    return next(filter(fits, said), said[-1])


def shortened(text: str, values: Mapping[str, str], language: str) -> str:
    values = {name: value.translate(_PLAIN) for name, value in values.items()}
    said = fill(text, values, language, isolate=False)
    for name, least in _SHORTEST.items():
        whole = values[name]
        for limit in range(len(whole) - 1, least - 1, -1):
            if fits(said):
                return said
            # Of nothing but spaces one is left: its line is not lost with what else it holds.
            values[name] = shorten(whole, limit - 2).translate(_PLAIN) or whole[:1]
            said = fill(text, values, language, isolate=False)
        if name != "subject" and not fits(said):  # its line holds the number as well
            values[name] = ""
            said = fill(text, values, language, isolate=False)
    return said


class Gateway(Protocol):
    def send(self, to: str, text: str, reference: str) -> Given:
        """`to` in E.164. Accepted: it will be sent. Never raises for what a network does."""
        ...


class InboxGateway:
    """No gateway: the text goes to the list of texts that staff send with a telephone."""

    def send(self, to: str, text: str, reference: str) -> Given:
        del to, text, reference  # all of it stands in the notice
        return ByHand()


class HttpGateway:
    """One POST for each text, with a token in the header Authorization."""

    def __init__(self, setup: Sms) -> None:
        where = urlsplit(setup.url)
        token = f"{setup.scheme} {setup.token.get_secret_value()}".strip()
        self._setup = setup
        self._path = where.path + (f"?{where.query}" if where.query else "")
        base = f"{where.scheme}://{where.netloc}"
        self._http = Http(base, setup.timeout_s, {"Authorization": token})

    def send(self, to: str, text: str, reference: str) -> Given:
        names = self._setup.fields
        said = {
            names.to: to,
            names.text: text,
            names.reference: reference,
            names.sender: self._setup.sender,
        }
        content = {name: value for name, value in said.items() if name and value}
        body: dict[str, Any] = {"json" if self._setup.format == "json" else "data": content}
        answer = self._http.make(self._path, **body)
        if isinstance(answer, TryLater | Ambiguous):
            return answer
        if answer.status in self._setup.success:
            return Accepted()
        return _refusal(answer.status, answer.retry_after_s)

    def close(self) -> None:
        self._http.close()


def _refusal(status: int, wait_s: float | None) -> Given:
    match status:
        case 429 | 503:
            return TryLater("De sms-dienst heeft het te druk.", wait_s=wait_s, all_wait=True)
        case 401 | 403:
            why = "De sms-dienst laat ons niet toe. Kijk naar 'token' bij sms in answers.yaml."
            return TryLater(why, all_wait=True)
        case 402:
            return TryLater("Het tegoed bij de sms-dienst is op.", all_wait=True)
        case 404 | 405:
            why = "De sms-dienst is daar niet. Kijk naar 'url' bij sms in answers.yaml."
            return TryLater(why, all_wait=True)
        case _ if status >= 500:
            return Ambiguous("De sms-dienst gaf geen duidelijk antwoord.")
        case _:
            return Refused("De sms-dienst weigert deze sms.")


def gateway(setup: Sms) -> HttpGateway | InboxGateway:
    return InboxGateway() if setup.kind == "inbox" else HttpGateway(setup)
