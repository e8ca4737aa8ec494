"""What backoffices.yaml says about an Open311 server, and a report as the form that it takes.

    meldingen:
      kind: open311
      url: https://open311.example.org/open311/v2
      api_key: ...
      flavour: mysociety

What Open311 servers show to everyone is the description; so how to reach the visitor goes into
the fields for that, and nowhere else. Whoever needs more finds the link to the desk.
"""

import re
from collections.abc import Mapping
from typing import Literal

from pydantic import Field, SecretStr

from desk.backoffices.contract import Attachment, Parcel, Settings
from desk.backoffices.fields import Url
from desk.backoffices.wording import fit
from desk.intake.models import Status

DESCRIPTION_MAX = 4000
"""Characters (GeoReport v2, POST Service Request)."""
TAG = re.compile(r"<(?=[a-zA-Z/!?])")

Form = list[tuple[str, str]]


class Open311Settings(Settings):
    url: Url
    """Up to and with the version: https://.../open311/v2"""
    api_key: SecretStr
    flavour: Literal["plain", "mysociety"] = "plain"
    """`mysociety` (open311-adapter) takes pictures, tells updates and can be told to reopen."""
    format: Literal["json", "xml"] = "json"
    """Every server speaks xml, most speak json too."""
    jurisdiction_id: str = ""
    """Where one server serves several municipalities."""
    reference_attribute: str | None = None
    """The attribute that carries our reference. By default `fixmystreet_id` for mysociety and
    none for plain, where only the description has it."""
    attributes: Mapping[str, Mapping[str, str]] = Field(default_factory=dict)
    """Per service what it asks for beside the form: `{"30": {"KIND": "1"}}`."""
    default_address: str = ""
    """The address of a report without a place: Open311 takes none without."""
    send_name: bool = True
    send_phone: bool = True
    send_email: bool = True
    statuses: Mapping[str, Status] = Field(default_factory=dict)
    """Theirs, in small letters, to ours, where it differs from the usual."""
    staff_link: str = ""
    """Leads staff to a report there; `{id}` stands for its number."""
    push_key: SecretStr | None = None
    """What they send as `api_key` when they tell us about an update. Without it they cannot."""
    number_wait_s: float = 900.0
    """Between two questions for the number of a report, where it comes later."""
    updates_days: int = 90
    """How far back to read updates, for the text of a report."""

    @property
    def mysociety(self) -> bool:
        return self.flavour == "mysociety"

    @property
    def reference_name(self) -> str:
        usual = "fixmystreet_id" if self.mysociety else ""
        return usual if self.reference_attribute is None else self.reference_attribute


def form_of(parcel: Parcel, settings: Open311Settings) -> Form:
    """Every field with something in it. Without a place the form has no `address_string`."""
    place, contact = parcel.place, parcel.contact
    first, _, last = contact.name.partition(" ")
    label = place.label if place and place.label else ""
    on_map = place and place.latitude is not None and place.longitude is not None
    fields = {
        "service_code": parcel.target,
        "description": description(parcel),
        "address_string": label or ("" if on_map else settings.default_address),
        f"attribute[{settings.reference_name}]": parcel.reference
        if settings.reference_name
        else "",
        "first_name": first if settings.send_name and last else "",
        "last_name": (last or first) if settings.send_name else "",
        "phone": contact.phone if settings.send_phone else "",
        "email": contact.email if settings.send_email else "",
    }
    if place and place.latitude is not None and place.longitude is not None:
        fields |= {"lat": f"{place.latitude:.7f}", "long": f"{place.longitude:.7f}"}
    for code, value in settings.attributes.get(parcel.target, {}).items():
        fields[f"attribute[{code}]"] = value
    return [(name, value) for name, value in fields.items() if value]


def description(parcel: Parcel) -> str:
    """At most 4000 characters and no html, with what the report can be found by."""
    tail = f"\nKenmerk: {parcel.reference}\nVoor medewerkers: {parcel.link}"
    return TAG.sub("‹", fit(parcel, DESCRIPTION_MAX - len(tail), contact=False) + tail)


def pictures_of(parcel: Parcel, settings: Open311Settings) -> list[Attachment]:
    """What goes along; the rest is linked in the description."""
    if not settings.mysociety:
        return []
    return [each for each in parcel.attachments if each.media_type.startswith("image/")]
