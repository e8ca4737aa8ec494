"""An Open Klant on loopback: contacts with residents, and the tasks that follow from them.

    with FakeOpenKlant() as klant:
        klant.contacts, klant.addresses, klant.tasks   what it holds, oldest first
        klant.times("4821-7390-5560")     how many contacts contain this reference
        klant.close(task)                 status verwerkt, with the moment

A contact whose referentienummer is taken is refused (400, code `unique`). The three calls
(contact, address, task) hang together by uuid only: whoever stops halfway leaves a contact
without a task.
"""

import json
import re
import secrets
import uuid
from dataclasses import dataclass, field
from typing import Any, TypeVar

from tests.backoffices.fakes.drf import (
    DUTCH,
    Fault,
    Fields,
    flat,
    host_of,
    not_json,
    now,
)
from tests.backoffices.fakes.openklant_rules import (
    check_address,
    check_contact,
    check_task,
)
from tests.backoffices.fakes.server import Answer, Asked, FakeServer, json_answer

BASE = "/klantinteracties/api/v1"


@dataclass
class Contact:
    """What one maak-klantcontact made. `content` is what was sent; `said` the same as text."""

    content: dict[str, Any]
    said: str
    number: str
    uuid: str = field(default_factory=lambda: str(uuid.uuid4()))
    person: str = field(default_factory=lambda: str(uuid.uuid4()))  # of the betrokkene
    subject: str = field(default_factory=lambda: str(uuid.uuid4()))  # of the onderwerpobject

    @property
    def object_id(self) -> str | None:
        named = (self.content.get("onderwerpobject") or {}).get("onderwerpobjectidentificator")
        return (named or {}).get("objectId")


@dataclass
class Address:
    content: dict[str, Any]
    person: str | None
    uuid: str = field(default_factory=lambda: str(uuid.uuid4()))


@dataclass
class Actor:
    """Who gets tasks: here always a department."""

    name: str
    active: bool = True
    uuid: str = field(default_factory=lambda: str(uuid.uuid4()))


@dataclass
class Task:
    content: dict[str, Any]
    contact: str
    number: str
    status: str
    done_at: str | None = None
    assigned_at: str = field(default_factory=lambda: now().isoformat())
    uuid: str = field(default_factory=lambda: str(uuid.uuid4()))


_Kept = TypeVar("_Kept", Actor, Contact, Task)


Kept = TypeVar("Kept", Actor, Contact, Task)


class FakeOpenKlant(FakeServer):
    def __init__(self) -> None:
        super().__init__()
        self.token = secrets.token_hex(20)
        self.actors = [Actor("Klantcontactcentrum"), Actor("Wijkbeheer")]
        self.actor = self.actors[0].uuid  # the department that tasks go to
        self.contacts: list[Contact] = []
        self.addresses: list[Address] = []
        self.tasks: list[Task] = []
        self._by_number: dict[str, Contact] = {}

    # What a test asks, and does as the clerk.

    def times(self, reference: str) -> int:
        with self.lock:
            return sum(reference in contact.said for contact in self.contacts)

    def set_status(self, task: Task, status: str) -> None:
        with self.lock:
            task.status = status
            task.done_at = now().isoformat() if status == "verwerkt" else None

    def close(self, task: Task) -> None:
        self.set_status(task, "verwerkt")

    # What it answers.

    def answer(self, asked: Asked) -> Answer:
        with self.lock:
            refusal = self._who(asked)
            if refusal:
                return refusal
            where = asked.path.removeprefix(BASE).strip("/").split("/")
            if not asked.path.startswith(BASE):
                return _problem(404, "not_found", "Niet gevonden.")
            try:
                return self._routed(asked, where)
            except ValueError as error:
                return _problem(400, "parse_error", not_json(error)["detail"])

    def _who(self, asked: Asked) -> Answer | None:
        given = asked.headers["Authorization"] or ""
        if given == f"Token {self.token}":
            return None
        if given.startswith("Token "):
            return _problem(401, "authentication_failed", "Ongeldige token.")
        return _problem(401, "not_authenticated", "Authenticatiegegevens zijn niet opgegeven.")

    def _routed(self, asked: Asked, where: list[str]) -> Answer:
        match (asked.method, *where):
            case ("POST", "maak-klantcontact"):
                return self._contact(asked)
            case ("POST", "digitaleadressen"):
                return self._address(asked)
            case ("POST", "internetaken"):
                return self._task(asked)
            case ("GET", kind) if kind != "maak-klantcontact":
                return self._listed(asked, kind)
            case ("GET", "actoren", wanted) if actor := _one(self.actors, wanted):
                return json_answer(200, _actor_view(asked, actor))
            case ("GET", "klantcontacten", wanted) if contact := _one(self.contacts, wanted):
                return json_answer(200, self._contact_view(asked, contact))
            case ("GET" | "PATCH", "internetaken", wanted) if task := _one(self.tasks, wanted):
                return self._change(asked, task)
            case (_, "maak-klantcontact" | "klantcontacten" | "digitaleadressen" | "internetaken"):
                said = f'Methode "{asked.method}" niet toegestaan.'
                return _problem(405, "method_not_allowed", said)
        return _problem(404, "not_found", "Niet gevonden.")

    def _listed(self, asked: Asked, kind: str) -> Answer:
        match kind:
            case "klantcontacten":
                of = [self._contact_view(asked, each) for each in self._contacts(asked)]
            case "digitaleadressen":
                person = asked.query.get("verstrektDoorBetrokkene__uuid")
                found = [each for each in self.addresses if not person or each.person == person]
                of = [_address_view(asked, each) for each in found]
            case "internetaken":
                of = [_task_view(asked, each) for each in self._tasks(asked)]
            case "actoren":
                wanted = asked.query.get("indicatieActief")
                of = [
                    _actor_view(asked, each)
                    for each in self.actors
                    if wanted in (None, str(each.active).lower())
                ]
            case _:
                return _problem(404, "not_found", "Niet gevonden.")
        return _page(asked, of)

    def _contact(self, asked: Asked) -> Answer:
        content = asked.json()
        fields = Fields(content, DUTCH)
        sent = check_contact(fields)
        number = str(sent.content.get("referentienummer") or self._free_number())
        if number in self._by_number and "referentienummer" not in sent.faults:
            said = "klantcontact met dit referentienummer bestaat reeds."
            sent.faults["referentienummer"] = Fault("unique", said)
        if fields.bad:
            return _refused(fields)
        contact = Contact(content, json.dumps(content, ensure_ascii=False), number)
        self._by_number[number] = contact
        self.contacts.append(contact)
        made: dict[str, Any] = {"klantcontact": self._contact_view(asked, contact)}
        made["betrokkene"] = _person_view(asked, contact) if content.get("betrokkene") else None
        made["onderwerpobject"] = (
            {
                **_link(asked, "onderwerpobjecten", contact.subject),
                "klantcontact": _link(asked, "klantcontacten", contact.uuid),
                "wasKlantcontact": None,
                **content["onderwerpobject"],
            }
            if content.get("onderwerpobject")
            else None
        )
        return json_answer(201, made)

    def _free_number(self) -> str:
        return f"{len(self.contacts) + 1:010d}"

    def _address(self, asked: Asked) -> Answer:
        fields = Fields(asked.json(), DUTCH)
        person = check_address(fields, {contact.person for contact in self.contacts})
        if fields.bad:
            return _refused(fields)
        address = Address(fields.content, person)
        self.addresses.append(address)
        return json_answer(201, _address_view(asked, address))

    def _task(self, asked: Asked) -> Answer:
        fields = Fields(asked.json(), DUTCH)
        contact = check_task(fields, {each.uuid for each in self.contacts}, self._actors())
        if fields.bad:
            return _refused(fields)
        number = f"{len(self.tasks) + 1:010d}"
        task = Task(fields.content, str(contact), number, fields.content["status"])
        self.set_status(task, task.status)
        self.tasks.append(task)
        return json_answer(201, _task_view(asked, task))

    def _actors(self) -> set[str]:
        return {each.uuid for each in self.actors}

    def _change(self, asked: Asked, task: Task) -> Answer:
        if asked.method == "PATCH":
            fields = Fields(asked.json(), DUTCH)
            fields.one_of("status", ("te_verwerken", "verwerkt"))
            fields.text("toelichting", 1000)
            if fields.bad:
                return _refused(fields)
            task.content |= fields.content
            self.set_status(task, fields.content.get("status", task.status))
        return json_answer(200, _task_view(asked, task))

    def _contacts(self, asked: Asked) -> list[Contact]:
        """Newest first. Filters that it does not know change nothing, as with django-filter."""
        number = asked.query.get("referentienummer")
        object_id = asked.query.get("onderwerpobject__onderwerpobjectidentificatorObjectId")
        return [
            each
            for each in reversed(self.contacts)
            if (not number or each.number == number)
            and (not object_id or each.object_id == object_id)
        ]

    def _tasks(self, asked: Asked) -> list[Task]:
        contact = asked.query.get("aanleidinggevendKlantcontact__uuid")
        status = asked.query.get("status")
        return [
            each
            for each in reversed(self.tasks)
            if (not contact or each.contact == contact) and (not status or each.status == status)
        ]

    def _contact_view(self, asked: Asked, contact: Contact) -> dict[str, Any]:
        tasks = [each.uuid for each in self.tasks if each.contact == contact.uuid]
        people = [contact.person] if contact.content.get("betrokkene") else []
        subjects = [contact.subject] if contact.content.get("onderwerpobject") else []
        return {
            **_link(asked, "klantcontacten", contact.uuid),
            "gingOverOnderwerpobjecten": [_link(asked, "onderwerpobjecten", u) for u in subjects],
            "hadBetrokkenActoren": [],
            "omvatteBijlagen": [],
            "hadBetrokkenen": [_link(asked, "betrokkenen", each) for each in people],
            "leiddeTotInterneTaken": [_link(asked, "internetaken", each) for each in tasks],
            **contact.content["klantcontact"],
            "referentienummer": contact.number,
        }


def _one(among: list[_Kept], wanted: str) -> _Kept | None:
    return next((each for each in among if each.uuid == wanted), None)


def _link(asked: Asked, kind: str, of: str) -> dict[str, str]:
    return {"uuid": of, "url": f"{host_of(asked)}{BASE}/{kind}/{of}"}


def _person_view(asked: Asked, contact: Contact) -> dict[str, Any]:
    return {
        **_link(asked, "betrokkenen", contact.person),
        "hadKlantcontact": _link(asked, "klantcontacten", contact.uuid),
        "digitaleAdressen": [],
        **contact.content["betrokkene"],
    }


def _actor_view(asked: Asked, actor: Actor) -> dict[str, Any]:
    return {
        **_link(asked, "actoren", actor.uuid),
        "naam": actor.name,
        "soortActor": "organisatorische_eenheid",
        "indicatieActief": actor.active,
    }


def _address_view(asked: Asked, address: Address) -> dict[str, Any]:
    person = _link(asked, "betrokkenen", address.person) if address.person else None
    return {
        **_link(asked, "digitaleadressen", address.uuid),
        **address.content,
        "verstrektDoorBetrokkene": person,
        "verstrektDoorPartij": None,
    }


def _task_view(asked: Asked, task: Task) -> dict[str, Any]:
    return {
        **_link(asked, "internetaken", task.uuid),
        "nummer": task.number,
        "toelichting": "",
        **task.content,
        "aanleidinggevendKlantcontact": _link(asked, "klantcontacten", task.contact),
        "status": task.status,
        "toegewezenOp": task.assigned_at,
        "afgehandeldOp": task.done_at,
    }


def _page(asked: Asked, results: list[dict[str, Any]]) -> Answer:
    page, size = int(asked.query.get("page", "1")), int(asked.query.get("pageSize", "100"))
    part = results[(page - 1) * size : page * size]
    more = f"{host_of(asked)}{asked.path}?page={page + 1}" if page * size < len(results) else None
    return json_answer(
        200, {"count": len(results), "next": more, "previous": None, "results": part}
    )


def _problem(status: int, code: str, title: str, **more: object) -> Answer:
    content = {
        "type": f"http://127.0.0.1/ref/fouten/{code}/",
        "code": code,
        "title": title,
        "status": status,
        "detail": title,
        "instance": f"urn:uuid:{uuid.uuid4()}",
        **more,
    }
    return Answer(status, json.dumps(content).encode(), "application/problem+json")


def _refused(fields: Fields) -> Answer:
    params = [
        {
            "name": re.sub("non_field_errors", "nonFieldErrors", name),
            "code": f.code,
            "reason": f.reason,
        }
        for name, f in flat(fields.faults)
    ]
    return _problem(400, "invalid", "Invalid input.", detail="", invalidParams=params)
