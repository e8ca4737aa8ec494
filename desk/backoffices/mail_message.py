"""A submission as one mail that a person can read, with everything in it and its files.

Its Message-ID is made of our reference: a mail that was sent twice is the same mail, which
mail programs and people can see. What the visitor says later goes into the same thread.
"""

import hashlib
import re
from collections.abc import Sequence
from datetime import date, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from django.utils import timezone

from desk.backoffices.contract import Attachment, Parcel
from desk.backoffices.wording import title, whole

ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
ADDRESS_MAX = 254
SUBJECT_MAX = 120
"""Characters: about what a list of mails shows."""


def is_address(text: str) -> bool:
    return len(text) <= ADDRESS_MAX and ADDRESS.fullmatch(text) is not None


def message_of(
    parcel: Parcel, sender: str, to: str, files: Sequence[Attachment], moment: datetime
) -> EmailMessage:
    subject = f"{title(parcel, SUBJECT_MAX)} (Zuil {parcel.code})"
    message = _mail(sender, to, subject, message_id(parcel.reference, sender), moment)
    if is_address(parcel.contact.email):
        message["Reply-To"] = _address(parcel.contact.email)
    message.set_content(text_of(parcel), cte="quoted-printable")
    for each in files:
        main, _, sub = each.media_type.partition("/")
        message.add_attachment(
            each.read(), maintype=main, subtype=sub or "octet-stream", filename=each.name
        )
    return message


def text_of(parcel: Parcel) -> str:
    """From what it is about to where the rest is."""
    place = parcel.place
    received = timezone.localtime(parcel.received_at)
    about = [
        f"Onderwerp: {parcel.subject}",
        f"Soort: {parcel.title}",
        f"Ontvangen: {received:%d-%m-%Y %H:%M}, zuil {parcel.kiosk}",
    ]
    if parcel.promise:
        about.append(f"Beloofd: {parcel.promise}")
    about.append(f"Taal: {parcel.language_name}")
    if place and place.latitude is not None and place.longitude is not None:
        about.append(f"Op de kaart: {place.latitude:.6f}, {place.longitude:.6f}")
    end = [f"Voor medewerkers: {parcel.link}", f"Kenmerk: {parcel.reference}"]
    return "\n\n".join(["\n".join(about), whole(parcel), "\n".join(end)]) + "\n"


def not_solved(
    sender: str, to: str, reference: str, code: str, *, why: str, moment: datetime
) -> EmailMessage:
    """An answer in the thread of the report. The same one for the same day and words."""
    first = message_id(reference, sender)
    which = _digest(moment.date(), why)
    own = message_id(f"{reference}.{which}", sender)
    message = _mail(sender, to, f"Niet opgelost (Zuil {code})", own, moment)
    message["In-Reply-To"] = first
    message["References"] = first
    message.set_content(f"{why}\n\nZuil-nummer: {code}\n", cte="quoted-printable")
    return message


def message_id(reference: str, sender: str) -> str:
    return f"<{reference}@{sender.rpartition('@')[2]}>"


def _mail(sender: str, to: str, subject: str, own_id: str, moment: datetime) -> EmailMessage:
    message = EmailMessage()
    message["From"] = _address(sender)
    message["To"] = _address(to)
    message["Subject"] = subject
    message["Date"] = format_datetime(timezone.localtime(moment))
    message["Message-ID"] = own_id
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday replies to this, please
    return message


def _address(said: str) -> Address:
    return Address(addr_spec=said)


def _digest(day: date, why: str) -> str:
    return hashlib.sha256(f"{day.isoformat()} {why}".encode()).hexdigest()[:12]
