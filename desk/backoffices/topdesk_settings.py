"""What backoffices.yaml says about a TOPdesk, and a report as the incident that it takes.

    topdesk:
      kind: topdesk
      url: https://voorbeeldstad.topdesk.net
      login: zuil
      password: ...                     an application password
      branch: Gemeentehuis

TOPdesk points at lists of the customer's own by id or by name; a name must occur once.
"""

import html
import re
from collections.abc import Mapping
from typing import Any, Literal
from urllib.parse import quote

from pydantic import Field, SecretStr

from desk.backoffices.contract import Parcel, Settings
from desk.backoffices.fields import Url
from desk.backoffices.wording import shorten, title, whole
from desk.intake.models import Status

BRIEF_MAX = 80
EXTERNAL_MAX = 60
NAME_MAX, PHONE_MAX, EMAIL_MAX = 109, 25, 100
"""Of a caller who is not registered. What is longer stands in the request only."""
ID = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")


class TopdeskSettings(Settings):
    url: Url
    """Without the path: https://town.topdesk.net"""
    login: str
    password: SecretStr
    """An application password of that operator (not the one to log in with)."""
    query: Literal["fiql", "old"] = "fiql"
    """How to look a report up: `old` for a TOPdesk whose REST API is older than 3.3."""
    branch: str = ""
    """The branch of the callers, by id or name. Most TOPdesks ask for one."""
    caller_name: str = "Burger via de zuil"
    """The caller, where the visitor gave no name."""
    line: Literal["firstLine", "secondLine", "partial"] = "firstLine"
    call_type: str = ""
    entry_type: str = ""
    operator_group: str = ""
    processing_status: str = ""
    """That a new report starts with. Empty: as TOPdesk is set up."""
    reopen_status: str = ""
    """That a report gets which is not solved. Empty: the desk tells staff instead."""
    attachments_hidden: bool = True
    """Not to be seen by the caller in the self-service portal."""
    statuses: Mapping[str, Status] = Field(default_factory=dict)
    """The names of your processing statuses to ours, where they differ from the usual."""
    staff_link: str = ""
    """Leads staff to a report there; `{id}` and `{number}` stand for its own."""
    push_secret_header: str = "X-Zuil-Secret"  # noqa: S105 - a name of a header
    push_secret: SecretStr | None = None
    """What an automated action of yours sends along. Without it they cannot tell us anything."""
    push_number_field: str = "number"
    """Where the number of the report stands in the JSON of that action."""


def pointer(wanted: str) -> dict[str, str]:
    return {"id": wanted.lower()} if ID.fullmatch(wanted) else {"name": wanted}


def staff_link(settings: TopdeskSettings, which: str, number: str) -> str:
    link = settings.staff_link.replace("{id}", which)
    return link.replace("{number}", quote(number, safe=""))


def external_number(parcel: Parcel) -> str:
    """What the incident is looked up by; the number on the receipt too, for people."""
    both = f"{parcel.reference}-{parcel.code}"
    return both if len(both) <= EXTERNAL_MAX else parcel.reference


def target_parts(target: str) -> tuple[str, str]:
    """Category and subcategory; the second may be empty. A name with a slash goes by id."""
    category, _, subcategory = target.partition("/")
    return category.strip(), subcategory.strip()


def incident_of(parcel: Parcel, settings: TopdeskSettings) -> dict[str, Any]:
    category, subcategory = target_parts(parcel.target)
    pointed = {
        "category": category,
        "subcategory": subcategory,
        "callType": settings.call_type,
        "entryType": settings.entry_type,
        "operatorGroup": settings.operator_group,
        "processingStatus": settings.processing_status,
    }
    return {
        "caller": caller_of(parcel, settings),
        "status": settings.line,
        "briefDescription": title(parcel, BRIEF_MAX),
        "request": as_html(f"{whole(parcel)}\nBij de zuil: {parcel.link}"),
        "externalNumber": external_number(parcel),
        **{name: pointer(wanted) for name, wanted in pointed.items() if wanted},
    }


def caller_of(parcel: Parcel, settings: TopdeskSettings) -> dict[str, Any]:
    """Someone whom TOPdesk does not know."""
    contact = parcel.contact
    caller: dict[str, Any] = {
        "dynamicName": shorten(contact.name or settings.caller_name, NAME_MAX)
    }
    if settings.branch:
        caller["branch"] = pointer(settings.branch)
    if 0 < len(contact.phone) <= PHONE_MAX:
        caller["phoneNumber"] = contact.phone
    if 0 < len(contact.email) <= EMAIL_MAX:
        caller["email"] = contact.email
    return caller


def as_html(text: str) -> str:
    """As TOPdesk shows it: its memos are html of a few tags."""
    return html.escape(text, quote=False).replace("\n", "<br>")


def as_text(memo: str) -> str:
    """A memo of theirs for the public: lines, no tags."""
    lines = re.sub(r"(?i)<\s*br\s*/?>", "\n", memo)
    bare = html.unescape(re.sub(r"</?[a-zA-Z][^<>]*>", "", lines))
    return re.sub(r"\n{3,}", "\n\n", bare).strip()
