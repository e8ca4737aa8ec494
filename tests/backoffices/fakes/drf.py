"""What the fakes that imitate a Django REST framework program share: reading fields, saying faults.

    fields = Fields(asked_content, ENGLISH)
    fields.text("omschrijving", 2000, required=True)
    fields.faults           {} or {"omschrijving": Fault("required", "This field is required.")}
    rendered(fields.faults) {"omschrijving": ["This field is required."]}
    flat(fields.faults)     [("omschrijving", Fault(...))]

All faults of a body are found at once, nested as the body is, as the real framework does.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.backoffices.fakes.server import Answer, Asked, json_answer

DUTCH = {
    "required": "Dit veld is vereist.",
    "blank": "Dit veld mag niet leeg zijn.",
    "null": "Dit veld mag niet leeg zijn.",
    "max_length": "Zorg ervoor dat dit veld niet meer dan {limit} karakters bevat.",
    "text": "Geen geldige tekenreeks.",
    "invalid_choice": '"{value}" is een ongeldige keuze.',
    "truth": "Moet een geldige booleaanse waarde zijn.",
    "mail": "Voer een geldig e-mailadres in.",
    "when": "Datetime heeft een ongeldig formaat, gebruik 1 van de volgende formaten: "
    "YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].",
    "object": "Ongeldige data. Verwacht een dictionary, kreeg een {value}.",
    "list": 'Verwachtte een lijst met items, maar kreeg type "{value}".',
    "no_nul": "Null-tekens zijn niet toegestaan.",
}
ENGLISH = {
    "required": "This field is required.",
    "blank": "This field may not be blank.",
    "null": "This field may not be null.",
    "max_length": "Ensure this field has no more than {limit} characters.",
    "text": "Not a valid string.",
    "invalid_choice": '"{value}" is not a valid choice.',
    "truth": "Must be a valid boolean.",
    "mail": "Enter a valid email address.",
    "when": "Datetime has wrong format. Use one of these formats instead: "
    "YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].",
    "object": "Invalid data. Expected a dictionary, but got {value}.",
    "list": 'Expected a list of items but got type "{value}".',
    "no_nul": "Null characters are not allowed.",
}
_MAIL = re.compile(r"[^\s@]+@[^\s@.]+(\.[^\s@.]+)+")
_MISSING = object()


@dataclass(frozen=True, slots=True)
class Fault:
    code: str
    reason: str


class Fields:
    """One JSON object, or what came in its place, and every fault found in it so far."""

    def __init__(self, content: object, words: dict[str, str]) -> None:
        self.words = words
        self.faults: dict[str, Any] = {}
        self.content: dict[str, Any] = content if isinstance(content, dict) else {}
        if not isinstance(content, dict):
            self.say("non_field_errors", "object", value=type(content).__name__)

    def say(self, name: str, word: str, **values: object) -> None:
        """A fault in the framework's own words; faults of type all have the code `invalid`."""
        types = ("text", "truth", "mail", "when", "object", "list", "no_nul")
        code = "invalid" if word in types else word
        self.faults[name] = Fault(code, self.words[word].format(**values))

    def _given(self, name: str, required: bool, null: bool) -> Any:
        """The value; `_MISSING` where there is nothing more to check."""
        value = self.content.get(name, _MISSING)
        if value is _MISSING and required:
            self.say(name, "required")
        if value is None:
            if not null:
                self.say(name, "null")
            return _MISSING
        return value

    def text(
        self,
        name: str,
        limit: int | None = None,
        *,
        required: bool = False,
        blank: bool = True,
        null: bool = False,
    ) -> str | None:
        value = self._given(name, required, null)
        if value is _MISSING:
            return None
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            self.say(name, "text")
            return None
        said = str(value).strip()
        if not said and not blank:
            self.say(name, "blank")
        elif "\0" in said:
            self.say(name, "no_nul")
        elif limit is not None and len(said) > limit:
            self.say(name, "max_length", limit=limit)
        else:
            return said
        return None

    def one_of(
        self, name: str, choices: Collection[str], *, required: bool = False, null: bool = False
    ) -> None:
        value = self._given(name, required, null)
        if value is not _MISSING and value not in choices:
            self.say(name, "invalid_choice", value=value)

    def truth(self, name: str, *, required: bool = False, null: bool = False) -> None:
        value = self._given(name, required, null)
        if value is not _MISSING and value not in (True, False, "true", "false"):
            self.say(name, "truth")

    def mail(self, name: str, limit: int = 254, *, null: bool = False) -> None:
        value = self.text(name, limit, null=null)
        if value and not _MAIL.fullmatch(value):
            self.say(name, "mail")

    def when(self, name: str, *, required: bool = False, null: bool = False) -> datetime | None:
        value = self._given(name, required, null)
        if value is _MISSING:
            return None
        moment = moment_of(value)
        if moment is None:
            self.say(name, "when")
        return moment

    def inner(self, name: str, *, required: bool = False, null: bool = False) -> "Fields | None":
        value = self._given(name, required, null)
        if value is _MISSING:
            return None
        fields = Fields(value, self.words)
        self.faults[name] = fields.faults
        return fields

    def many(self, name: str) -> "list[Fields]":
        value = self._given(name, False, False)
        if value is _MISSING:
            return []
        if not isinstance(value, list):
            self.say(name, "list", value=type(value).__name__)
            return []
        fields = [Fields(item, self.words) for item in value]
        self.faults[name] = [each.faults for each in fields]
        return fields

    @property
    def bad(self) -> bool:
        return bool(rendered(self.faults))


def rendered(faults: Any) -> Any:
    """As the framework answers: {field: [reason]}; places without faults are left out."""
    match faults:
        case Fault():
            return [faults.reason]
        case dict():
            found = {name: rendered(inner) for name, inner in faults.items()}
            return {name: inner for name, inner in found.items() if inner}
        case list():
            items = [rendered(inner) for inner in faults]
            return items if any(items) else []
    return faults


def flat(faults: dict[str, Any], prefix: str = "") -> list[tuple[str, Fault]]:
    """As the Dutch API strategy answers: names with dots, each with its code."""
    found: list[tuple[str, Fault]] = []
    for name, inner in faults.items():
        if isinstance(inner, Fault):
            found.append((prefix + name, inner))
        else:
            found += flat(inner, f"{prefix}{name}.")
    return found


def moment_of(value: object) -> datetime | None:
    """Naive moments and bare days are Amsterdam's."""
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo("Europe/Amsterdam"))


def now() -> datetime:
    return datetime.now(UTC)


def host_of(asked: Asked) -> str:
    """Links are built on the host that the client named, as behind any proxy."""
    return f"http://{asked.headers['Host']}"


def not_json(error: ValueError) -> dict[str, str]:
    return {"detail": f"JSON parse error - {error}"}


def html_500() -> Answer:
    """An exception that the program did not foresee."""
    page = b"<!doctype html><html lang=en><title>Server Error (500)</title><h1>Server Error (500)"
    return Answer(500, page, "text/html")


def method_not_allowed(asked: Asked) -> Answer:
    return json_answer(405, {"detail": f'Method "{asked.method}" not allowed.'})
