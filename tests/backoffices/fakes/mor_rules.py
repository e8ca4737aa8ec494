"""What MOR-core refuses in a signal."""

import base64
import binascii
import re
from urllib.parse import urlsplit

from tests.backoffices.fakes.drf import ENGLISH, Fault, Fields

# Django's own rule: a name with a dot, an address, or localhost.
_HOST = re.compile(r"localhost|\d+(\.\d+){3}|[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z-]{2,}", re.IGNORECASE)
_STARTS = (  # jpg, png, rtf, doc, docx
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
    b"PK\x03\x04",
)


class UnknownApplicationError(Exception):
    """No registered program has this scheme and host."""


class RefusedUrlError(Exception):
    """The subject is not one of the configured register."""


def check(content: object, applications: set[str], subjects_url: str) -> Fields:
    """Raises UnknownApplicationError, RefusedUrlError."""
    fields = Fields(content, ENGLISH)
    url = fields.text("signaal_url", 200, required=True, blank=False)
    if url is not None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not _HOST.fullmatch(parts.hostname or ""):
            fields.faults["signaal_url"] = Fault("invalid", "Enter a valid URL.")
        elif f"{parts.scheme}://{parts.netloc}" not in applications:
            raise UnknownApplicationError(url)
    for name in ("bron_id", "bron_signaal_id", "kanaal"):
        fields.text(name, 500, null=True)
    fields.when("origineel_aangemaakt", null=True)
    fields.text("omschrijving_melder", 2000, null=True)
    fields.text("aanvullende_informatie", 5000, null=True)
    for name, kind, said in (
        ("aanvullende_vragen", list, "Value must be a list."),
        ("meta", dict, "Value must be a dictionary."),
        ("urgentie", int | float, "A valid number is required."),
    ):
        if name in fields.content and not isinstance(fields.content[name], kind):
            fields.faults[name] = Fault("invalid", said)
    _check_people_and_places(fields)
    for file in fields.many("bijlagen"):
        _check_file(file)
    for subject in fields.many("onderwerpen"):
        where = subject.text("bron_url", required=True)
        if where is not None and not where.startswith(subjects_url):
            raise RefusedUrlError("onderwerp bron_url")
    return fields


def _check_people_and_places(fields: Fields) -> None:
    melder = fields.inner("melder")
    if melder is not None:
        melder.text("naam", 100, null=True)
        melder.text("voornaam", 50, null=True)
        melder.text("achternaam", 50, null=True)
        melder.mail("email", null=True)
        melder.text("telefoonnummer", 17, null=True)
    for place in fields.many("adressen"):
        place.text("plaatsnaam", 255, null=True)
        place.text("straatnaam", 255, null=True)
        place.text("huisletter", 1, null=True)
        place.text("toevoeging", 4, null=True)
        place.text("postcode", 7, null=True)
        number = place.content.get("huisnummer")
        if number is not None and not re.fullmatch(r"-?\d+", str(number)):
            place.faults["huisnummer"] = Fault("invalid", "A valid integer is required.")
    fields.many("lichtmasten")
    fields.many("graven")


def _check_file(file: Fields) -> None:
    given = file.text("bestand", required=True, blank=False)
    if given is None:
        return
    try:
        content = base64.b64decode(given.rpartition(";base64,")[2], validate=True)
    except binascii.Error:
        file.faults["bestand"] = Fault("invalid", "Please upload a valid file.")
        return
    if not content.startswith(_STARTS) and content[4:12] not in (b"ftypheic", b"ftypmif1"):
        said = "The type of the file couldn't be determined."
        file.faults["bestand"] = Fault("invalid", said)
