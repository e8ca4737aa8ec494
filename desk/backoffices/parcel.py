"""A submission made ready for any back-office: in Dutch, complete, with its files."""

from django.conf import settings
from django.db.models.functions import Length
from django.urls import reverse

from desk.backoffices.contract import Attachment, ContactTold, Parcel, Place
from desk.backoffices.models import Handover
from desk.intake.models import Picture, Recording, Submission
from desk.intake.spoken import MEDIA_TYPE
from desk.languages import STAFF_LANGUAGE, language_name
from kiosk.core import submission as core

SEALED_MORE_BYTES = 48
"""A sealed box is its content and this (libsodium: a public key of 32, a tag of 16)."""
EXTENSIONS = {"image/jpeg": "jpg", "image/png": "png", "image/gif": "gif"}


def parcel_of(handover: Handover) -> Parcel:
    submission = handover.submission
    content = submission.content
    return Parcel(
        reference=submission.pk.hex,
        code=submission.code,
        received_at=submission.received_at,
        kiosk=submission.source,
        flow=submission.flow,
        title=submission.title,
        subject=submission.subject,
        target=handover.target,
        words=content.words,
        answers=tuple((each.question, each.shown) for each in content.answers),
        language=submission.language,
        language_name=language_name(submission.language, STAFF_LANGUAGE),
        promise=content.category.promise if content.category else "",
        place=_place(content.location),
        contact=_contact(content.contact),
        attachments=_attachments(submission),
        link=staff_link(submission),
        callback_url=callback_url(handover.backoffice, submission.pk.hex),
    )


def staff_link(submission: Submission) -> str:
    return f"{settings.URL}{reverse('inbox:detail', args=[submission.pk])}"


def callback_url(backoffice: str, reference: str) -> str:
    """Where a back-office may tell us about one submission. Ends with `/`."""
    return f"{settings.URL}{reverse('backoffices:told', args=[backoffice, f'{reference}/'])}"


def _place(location: core.Location | None) -> Place | None:
    if location is None:
        return None
    return Place(
        location.label,
        location.latitude,
        location.longitude,
        location.street,
        location.house_number,
        location.postcode,
    )


def _contact(contact: core.Contact) -> ContactTold:
    return ContactTold(
        contact.channel,
        contact.name,
        contact.phone,
        contact.email,
        contact.street,
        contact.house_number,
        contact.postcode,
    )


def _attachments(submission: Submission) -> tuple[Attachment, ...]:
    size = Length("sealed") - SEALED_MORE_BYTES
    spoken = submission.spoken.defer("sealed").annotate(size=size)
    pictures = submission.pictures.filter(of=Picture.Of.REPORT).defer("sealed").annotate(size=size)
    found = [_spoken(submission, each, each.size) for each in spoken]
    found += [_picture(submission, each, each.size, at) for at, each in enumerate(pictures, 1)]
    return tuple(found)


def _spoken(submission: Submission, kept: Recording, size: int) -> Attachment:
    link = reverse("inbox:spoken", args=[submission.pk, kept.place])
    return Attachment(
        name=f"gesproken-{kept.place + 1}.wav",
        media_type=MEDIA_TYPE,
        size=size,
        read=lambda: kept.wav,
        link=f"{settings.URL}{link}",
        what=f"Gesproken bericht, {kept.seconds} seconden",
    )


def _picture(submission: Submission, kept: Picture, size: int, at: int) -> Attachment:
    link = reverse("inbox:picture", args=[submission.pk, kept.pk])
    return Attachment(
        name=f"foto-{at}.{EXTENSIONS.get(kept.media_type, 'bin')}",
        media_type=kept.media_type,
        size=size,
        read=lambda: kept.content,
        link=f"{settings.URL}{link}",
        what=f"Foto {at}",
    )
