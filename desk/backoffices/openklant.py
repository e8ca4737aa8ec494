"""Handing over to Open Klant: a contact with the visitor, how to reach them, and a task for staff.

It is for what somebody has to answer or think about: call me back, a complaint, an idea. The
three hang together by their ids only and are made one by one; each can be asked for, so what
was cut off goes on where it stopped. The contact has a number that cannot be there twice.

The task says how it goes: to be done, or done. Nothing there is written for the public. A
visitor for whom it is not solved gets a new task on the same contact.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar

from desk.backoffices.contract import (
    Accepted,
    Ambiguous,
    CannotTell,
    Looked,
    Names,
    News,
    NoNews,
    NotThere,
    Parcel,
    Problem,
    Push,
    Pushed,
    Refused,
    Result,
    Settings,
    Step,
    TryLater,
)
from desk.backoffices.fields import moment, part
from desk.backoffices.http import NOT_REACHED, Answer
from desk.backoffices.openklant_actors import Actors
from desk.backoffices.openklant_content import (
    REFERENCE,
    contact,
    numbers_of,
    reached_at,
    task,
    task_again,
)
from desk.backoffices.openklant_line import (
    NOT_REACHED_AT,
    SAID_NOTHING,
    WRONG_ADDRESS,
    Line,
    faults,
    other,
)
from desk.backoffices.openklant_settings import STATUSES, OpenKlantSettings

ALL_TAKEN = (
    "De nummers die Open Klant voor dit bericht kan krijgen, zijn daar al in gebruik. Zet het"
    " bericht er met de hand in."
)
GONE = "Deze taak staat niet meer in Open Klant."
BY_HAND = "Bij dit bericht hoort geen taak in Open Klant die wij kennen. Kijk daar hoe het staat."
OPEN = "te_verwerken"
WHAT = {
    "telefoonnummer": "Het telefoonnummer in zijn eigen veld",
    "email": "Het e-mailadres in zijn eigen veld",
}


class OpenKlant:
    kind: ClassVar[str] = "openklant"
    settings_type: ClassVar[type[Settings]] = OpenKlantSettings

    def __init__(self, name: str, settings: OpenKlantSettings) -> None:  # noqa: ARG002 - of all
        self._settings = settings
        self._line = Line(settings)
        self._actors = Actors(self._line, str(settings.actor))
        self._statuses = STATUSES | settings.statuses

    def steps(self, parcel: Parcel) -> Sequence[Step]:
        return (
            Step("contact", self._make_contact, self._look_contact, counts=True),
            *(
                # Not needed: it stands in the text as well.
                Step(
                    f"address-{kind}",
                    partial(self._make_address, kind),
                    partial(self._look_address, kind),
                    needed=False,
                    what=WHAT[kind],
                )
                for kind in reached_at(parcel.contact)
            ),
            Step("task", self._make_task, self._look_task),
        )

    # The contact.

    def _make_contact(self, parcel: Parcel, _names: Names) -> Result:
        use = self._settings
        for number in numbers_of(parcel.reference):
            content = contact(parcel, number, use.channel, confidential=use.confidential)
            answer = self._line.make("maak-klantcontact", content)
            if not isinstance(answer, Answer):
                return answer
            made = part(answer.json, "klantcontact")
            if answer.status == 201 and part(made, "uuid"):
                return self._contact(made, part(answer.json, "betrokkene"))
            if answer.status != 400 or not _is_taken(answer):
                return other(answer)
            match self._holder(number, parcel):
                case Accepted() as ours:
                    return ours
                case CannotTell(why):
                    return Ambiguous(why)
                case NotThere():
                    return Ambiguous(SAID_NOTHING)  # taken, yet nobody's
        return Refused(ALL_TAKEN)

    def _look_contact(self, parcel: Parcel, _names: Names) -> Looked:
        for number in numbers_of(parcel.reference):
            held = self._holder(number, parcel)
            if not isinstance(held, _Stranger):
                return held
        return NotThere()

    def _holder(self, number: str, parcel: Parcel) -> "Looked | _Stranger":
        """Who has this number there: this submission, another one, or nobody."""
        found = self._line.listed("klantcontacten", referentienummer=number)
        if isinstance(found, CannotTell):
            return found
        for each in found:
            if str(part(each, "referentienummer")) == number:
                ours = self._is_ours(each, parcel)
                if isinstance(ours, CannotTell):
                    return ours
                people = part(each, "hadBetrokkenen")
                return self._contact(each, people[0] if people else {}) if ours else _Stranger()
        return CannotTell(SAID_NOTHING) if found else NotThere()

    def _is_ours(self, held: dict[str, Any], parcel: Parcel) -> bool | CannotTell:
        told = part(part(held, "metadata"), REFERENCE)
        if told:
            return bool(told == parcel.reference)
        # Somebody else's, or of a version that does not give back what we wrote there.
        code = {"onderwerpobject__onderwerpobjectidentificatorObjectId": parcel.code}
        about = self._line.listed("klantcontacten", **code)
        if isinstance(about, CannotTell):
            return about
        return any(part(each, "uuid") == part(held, "uuid") for each in about)

    def _contact(self, made: dict[str, Any], person: dict[str, Any]) -> Accepted:
        uuid, number = str(made["uuid"]), str(part(made, "referentienummer") or "")
        names = {"contact": uuid, "person": str(part(person, "uuid") or "")}
        page = self._settings.page
        return Accepted(names, number, page.replace("{uuid}", uuid))

    # How to reach the visitor.

    def _make_address(self, kind: str, parcel: Parcel, names: Names) -> Result:
        content = {
            "adres": reached_at(parcel.contact)[kind],
            "soortDigitaalAdres": kind,
            "omschrijving": "Opgegeven bij de zuil",
            "verstrektDoorBetrokkene": {"uuid": names.get("person", "")},
            "verstrektDoorPartij": None,
        }
        return self._made("digitaleadressen", content, f"address-{kind}")

    def _look_address(self, kind: str, parcel: Parcel, names: Names) -> Looked:
        person = names.get("person", "")
        found = self._line.listed("digitaleadressen", verstrektDoorBetrokkene__uuid=person)
        if isinstance(found, CannotTell):
            return found
        address = reached_at(parcel.contact)[kind]
        for each in found:
            of = part(part(each, "verstrektDoorBetrokkene"), "uuid")
            if of == person and part(each, "adres") == address:
                return Accepted({f"address-{kind}": str(part(each, "uuid"))})
        return NotThere()

    # The task.

    def _make_task(self, parcel: Parcel, names: Names) -> Result:
        actor = parcel.target or str(self._settings.actor)
        made = self._made("internetaken", task(parcel, names.get("contact", ""), actor), "task")
        return Accepted({**made.names, "actor": actor}) if isinstance(made, Accepted) else made

    def _look_task(self, parcel: Parcel, names: Names) -> Looked:
        found = self._tasks(names.get("contact", ""))
        if isinstance(found, CannotTell):
            return found
        actor = parcel.target or str(self._settings.actor)
        return (
            Accepted({"task": str(part(found[0], "uuid")), "actor": actor}) if found else NotThere()
        )

    def _tasks(self, contact_uuid: str) -> list[dict[str, Any]] | CannotTell:
        found = self._line.listed("internetaken", aanleidinggevendKlantcontact__uuid=contact_uuid)
        if isinstance(found, CannotTell):
            return found
        return [
            each
            for each in found
            if part(part(each, "aanleidinggevendKlantcontact"), "uuid") == contact_uuid
        ]

    def reopen(self, names: Names, code: str, why: str) -> Result | None:
        if "contact" not in names:
            return None
        found = self._tasks(names["contact"])
        if isinstance(found, CannotTell):
            return TryLater(found.why)
        for each in found:
            if part(each, "status") == OPEN:  # by an earlier try, or by somebody there
                return Accepted({**names, "task": str(part(each, "uuid"))})
        actor = names.get("actor") or str(self._settings.actor)
        content = task_again(names["contact"], actor, code, why)
        made = self._made("internetaken", content, "task")
        return Accepted({**names, **made.names}) if isinstance(made, Accepted) else made

    def news(self, asked: Sequence[Names]) -> Sequence[News | NoNews]:
        return [self._news(names.get("task", "")) for names in asked]

    def _news(self, uuid: str) -> News | NoNews:
        if not uuid:
            return NoNews(BY_HAND, gone=True)
        answer = self._line.read(f"internetaken/{uuid}")
        if isinstance(answer, TryLater):
            return NoNews(answer.why)
        if answer.status == 404 and part(answer.json, "code") == "not_found":
            return NoNews(GONE, gone=True)
        status = part(answer.json, "status")
        if answer.status != 200 or not isinstance(status, str):
            return NoNews(other(answer).why)
        done_at = str(part(answer.json, "afgehandeldOp") or "")
        return News(
            status,
            self._statuses.get(status),
            f"{status} {done_at}",
            changed_at=moment(done_at or part(answer.json, "toegewezenOp")),
        )

    def names_of(self, number: str) -> Names:  # noqa: ARG002 - news is about a task, not a contact
        return {}

    def pushed(self, push: Push) -> Pushed | None:  # noqa: ARG002 - it never calls us
        return None

    def check(self, targets: Sequence[str]) -> Sequence[Problem]:
        answer = self._line.read("klantcontacten", pageSize="1")
        if isinstance(answer, TryLater):
            return [Problem(NOT_REACHED_AT if answer.why == NOT_REACHED else answer.why)]
        if answer.status != 200:
            return [Problem(other(answer).why)]
        if not isinstance(part(answer.json, "results"), list):
            return [Problem(WRONG_ADDRESS)]
        return self._actors.check(targets)

    def targets(self) -> Sequence[tuple[str, str]]:
        return self._actors.all()

    def close(self) -> None:
        self._line.close()

    def _made(self, kind: str, content: dict[str, Any], name: str) -> Result:
        answer = self._line.make(kind, content)
        if not isinstance(answer, Answer):
            return answer
        uuid = part(answer.json, "uuid")
        return Accepted({name: str(uuid)}) if answer.status == 201 and uuid else other(answer)


class _Stranger:
    """A contact of somebody else has the number."""


def _is_taken(answer: Answer) -> bool:
    """Nothing is wrong but the number, which is there already."""
    found = list(faults(answer))
    return bool(found) and all(
        name.endswith("referentienummer") and code == "unique" for name, code in found
    )
