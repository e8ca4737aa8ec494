"""What Open Klant refuses in a contact, an address and a task."""

import re
import uuid

from tests.backoffices.fakes.drf import Fault, Fields

# As the real one: no spaces, no dashes.
_PHONE = re.compile(r"(0[1-9][0-9]{8}|\+[0-9]{9,15}|00[0-9]{7,13})")


def check_contact(fields: Fields) -> Fields:
    """The whole of maak-klantcontact; returns the part about the contact itself."""
    contact = fields.inner("klantcontact", required=True) or Fields({}, fields.words)
    contact.text("kanaal", 50, required=True, blank=False)
    contact.text("onderwerp", 200, required=True, blank=False)
    contact.text("taal", 3, required=True, blank=False)
    contact.truth("vertrouwelijk", required=True)
    contact.text("inhoud", 1000)
    contact.when("plaatsgevondenOp")
    contact.truth("indicatieContactGelukt", null=True)
    contact.inner("metadata")
    number = contact.text("referentienummer", 10)
    if number and not number.isdecimal():
        contact.faults["referentienummer"] = Fault("invalid", "De waarde moet een getal zijn.")
    person = fields.inner("betrokkene")
    if person is not None:
        _check_person(person)
    subject = fields.inner("onderwerpobject")
    named = subject.inner("onderwerpobjectidentificator", null=True) if subject else None
    if named is not None:
        for name in ("objectId", "codeObjecttype", "codeRegister", "codeSoortObjectId"):
            named.text(name, 200, required=True, blank=False)
    return contact


def _check_person(person: Fields) -> None:
    if "wasPartij" not in person.content:
        person.say("wasPartij", "required")
    person.one_of("rol", ("klant", "vertegenwoordiger"), required=True)
    person.truth("initiator", required=True)
    name = person.inner("contactnaam", null=True)
    if name is not None:
        name.text("voorletters", 10)
        name.text("voornaam", 200)
        name.text("voorvoegselAchternaam", 10)
        name.text("achternaam", 200)
    post = person.inner("correspondentieadres", null=True)
    for line in ("adresregel1", "adresregel2", "adresregel3"):
        if post is not None:
            post.text(line, 80)


def check_address(fields: Fields, people: set[str]) -> str | None:
    """Returns the uuid of whom it is of."""
    address = fields.text("adres", 80, required=True, blank=False)
    kind = fields.content.get("soortDigitaalAdres")
    fields.one_of("soortDigitaalAdres", ("email", "telefoonnummer", "overig"), required=True)
    fields.text("omschrijving", 40)
    if address is not None:
        if kind == "telefoonnummer" and not _PHONE.fullmatch(address):
            fields.faults["adres"] = Fault("invalid", "Het opgegeven telefoonnummer is ongeldig.")
        if kind == "email":
            fields.mail("adres", 80)
    return _check_link(fields, "verstrektDoorBetrokkene", people, null=True)


def check_task(fields: Fields, contacts: set[str], actors: set[str]) -> str | None:
    """Returns the uuid of the contact that it follows from."""
    fields.text("gevraagdeHandeling", 200, required=True, blank=False)
    fields.text("toelichting", 1000)
    fields.one_of("status", ("te_verwerken", "verwerkt"), required=True)
    contact = _check_link(fields, "aanleidinggevendKlantcontact", contacts)
    if "toegewezenAanActor" in fields.content:
        _check_link(fields, "toegewezenAanActor", actors)
    for actor in fields.many("toegewezenAanActoren"):
        _check_uuid(actor, actors)
    given = [name in fields.content for name in ("toegewezenAanActor", "toegewezenAanActoren")]
    if not fields.bad and sum(given) != 1:
        said = "`toegewezen_aan_actor` of `toegewezen_aan_actoren` is required"
        fields.faults["non_field_errors"] = Fault("invalid", f"{said} (mag niet beiden gebruiken).")
    return contact


def _check_link(fields: Fields, name: str, known: set[str], *, null: bool = False) -> str | None:
    link = fields.inner(name, required=True, null=null)
    return None if link is None else _check_uuid(link, known)


def _check_uuid(link: Fields, known: set[str]) -> str | None:
    given = link.text("uuid", required=True)
    if given is None:
        return None
    try:
        wanted = str(uuid.UUID(given))
    except ValueError:
        link.faults["uuid"] = Fault("invalid", "Voer een geldige UUID in.")
        return None
    if wanted not in known:
        link.faults["uuid"] = Fault("does_not_exist", "Het object bestaat niet.")
    return wanted
