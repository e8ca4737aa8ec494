"""A submission as a report in Signalen, and what the answer to it means.

Signalen wants a point on its map. A submission without one gets the point of the town hall,
and says in `text_extra` that it is not exact. There stand also our reference, the place in
words and the whole text (10,000 characters); `text` has what fits in its 3,000. How to reach
the visitor stands in `reporter`, which Signalen shields and erases, and in `text_extra` only
what `reporter` has no room for.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from desk.backoffices import wording
from desk.backoffices.contract import (
    Accepted,
    Ambiguous,
    ContactTold,
    Parcel,
    Refused,
    Result,
    TryLater,
)
from desk.backoffices.fields import mail_address, phone_number
from desk.backoffices.http import Answer
from desk.backoffices.signalen_categories import no_category, path_of
from desk.backoffices.signalen_common import SignalenSettings, plain
from desk.backoffices.usual import set_wrong

TEXT = 3000  # characters, as are the next four
TEXT_EXTRA = 10_000
PHONE = 17
EMAIL = 254
LONGEST_LINE = 500
"""Of a name or an address in `text_extra`: what is longer stands at Zuil only."""
NOT_EXACT = "Plek op de kaart is niet precies"


@dataclass(frozen=True, slots=True)
class Report:
    settings: SignalenSettings
    parcel: Parcel
    with_address: bool = True

    @property
    def content(self) -> dict[str, Any]:
        told = self.parcel.contact
        reporter = {"phone": phone(told.phone), "email": email(told.email)}
        content: dict[str, Any] = {
            "text": clean(wording.fit(self.parcel, TEXT, contact=False)),
            "text_extra": self._text_extra(),
            "location": {"geometrie": {"type": "Point", "coordinates": self._point()}},
            "category": {"sub_category": path_of(self.parcel.target)},
            "reporter": {name: said for name, said in reporter.items() if said},
            "incident_date_start": self.parcel.received_at.isoformat(),
        }
        if self.address:
            content["location"]["address"] = self.address
        if self.settings.source:
            content["source"] = self.settings.source
        return content

    @property
    def address(self) -> dict[str, str]:
        """Empty where a part is missing: the check of Signalen falls over half an address."""
        place = self.parcel.place
        wanted = self.with_address and self.settings.send_address
        if not wanted or place is None or not place.street or not place.house_number:
            return {}
        return {
            "openbare_ruimte": clean(place.street),
            "huisnummer": clean(place.house_number),
            "postcode": clean(place.postcode).replace(" ", ""),
        }

    def _point(self) -> list[float]:
        return list(self._exact() or self.settings.default_point)

    def _exact(self) -> tuple[float, float] | None:
        place = self.parcel.place
        if place is None or place.latitude is None or place.longitude is None:
            return None
        found = (place.longitude, place.latitude)
        return found if self.settings.takes(*found) else None

    def _text_extra(self) -> str:
        parcel = self.parcel
        lines = [f"Zuil-kenmerk: {parcel.reference}", f"Bij Zuil: {parcel.link}"]
        if self._exact() is None:
            lines.append(NOT_EXACT)
        lines += self._place_lines()
        lines.append(f"De burger {wording.CHANNELS.get(parcel.contact.channel, '')}.")
        lines += wording.contact_lines(no_room_for(parcel.contact))
        head = clean("\n".join(line for line in lines if len(line) <= LONGEST_LINE))
        rest = wording.fit(parcel, TEXT_EXTRA - len(head) - len("\n\n"), contact=False)
        return f"{head}\n\n{clean(rest)}"

    def _place_lines(self) -> list[str]:
        """What the visitor typed, also where Signalen knows no such address or point."""
        place = self.parcel.place
        if place is None:
            return []
        typed = (place.street, place.house_number, place.postcode)
        lines = [f"Adres: {' '.join(part for part in typed if part)}"] if any(typed) else []
        if place.latitude is not None and place.longitude is not None:
            lines.append(f"Breedte en lengte: {place.latitude}, {place.longitude}")
        return lines

    def no_such_address(self, answer: Answer) -> bool:
        """The one refusal that says nothing about the report. Without an address it stands."""
        faults = answer.json if answer.status == 400 and isinstance(answer.json, dict) else {}
        location = faults.get("location")
        return bool(self.address) and isinstance(location, dict) and "location" in location

    def result(self, answer: Answer) -> Result:
        made = answer.json if isinstance(answer.json, dict) else {}
        if answer.status == 201 and "id" in made and "signal_id" in made:
            return stored(self.settings, made)
        if answer.status == 400:
            return self._refusal(made)
        if answer.status in (406, 411, 413, 415, 422):
            return self._refusal({})
        if answer.status == 500 and self.address:
            return Ambiguous(
                "Signalen liep vast (500), misschien bij het nazoeken van het adres. Blijft dat"
                " zo, zet dan 'send_address: no' in backoffices.yaml."
            )
        return plain(answer)

    def _refusal(self, faults: dict[str, Any]) -> Refused | TryLater:
        location = faults.get("location")
        if "category" in faults:
            return Refused(no_category(self.parcel.target))
        if "source" in faults:
            return set_wrong(no_source(self.settings.source))
        if isinstance(location, dict) and "geometrie" in location:
            return Refused(
                "De plek ligt buiten het gebied van deze Signalen. Stuur de melding naar een ander"
                " systeem, of maak 'bounding_box' in backoffices.yaml gelijk aan die van Signalen."
            )
        known = [name for name in self.content if name in faults]
        return Refused(
            f"Signalen keurt de melding af ({', '.join(known) or 'zonder bekende reden'}). Voer"
            " haar daar met de hand in, en meld dit aan de beheerder."
        )


def create(send: Callable[..., Answer | TryLater | Ambiguous], report: Report) -> Result:
    """Once more without the address where Signalen knows no such address: that one is
    certainly not there. The point and `text_extra` keep the place."""
    answer = send(json=report.content)
    if isinstance(answer, Answer) and report.no_such_address(answer):
        report = replace(report, with_address=False)
        answer = send(json=report.content)
    return report.result(answer) if isinstance(answer, Answer) else answer


def stored(settings: SignalenSettings, content: Mapping[str, Any]) -> Accepted:
    """A report as Signalen shows it."""
    identifier = str(content["id"])
    staff = settings.staff_url.rstrip("/")
    return Accepted(
        {"id": identifier, "signal_id": str(content["signal_id"])},
        number=str(content.get("id_display") or identifier),
        link=f"{staff}/manage/incident/{identifier}" if staff else "",
    )


def no_source(source: str) -> str:
    return (
        f"De bron '{source}' is in Signalen onbekend, niet actief of niet voor deze toegang."
        " Verbeter 'source' in backoffices.yaml."
    )


def clean(text: str) -> str:
    """Without what no database takes: NUL, and halves of a character. Never longer."""
    return text.replace("\0", "").encode(errors="replace").decode()


def phone(told: str) -> str:
    """As told where that fits; spaces go before digits do. Empty where it cannot fit whole."""
    told = clean(told).strip()
    for spelt in (told, "".join(told.split()), phone_number(told)):
        if len(spelt) <= PHONE:
            return spelt
    return ""


def email(told: str) -> str:
    """Empty where Signalen would refuse the whole report for it."""
    return mail_address(told, EMAIL)


def no_room_for(told: ContactTold) -> ContactTold:
    """What a reporter in Signalen cannot hold."""
    return replace(
        told,
        phone="" if phone(told.phone) else told.phone,
        email="" if email(told.email) else told.email,
    )
