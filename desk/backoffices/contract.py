"""What every back-office looks like from here: steps to hand over, and a status to read.

A connector (one file each, beside this one) says which steps a hand-over takes and does
one step at a time. It decides what an answer means, never by its status class alone:

    Accepted    it is there; `names` is what we must remember (ids, number, link)
    Ambiguous   it may be there: cut off, timed out, half an answer
    TryLater    it is certainly not there, and may be later; `wait_s` where they said when
    Refused     it is certainly not there and will not be, as it is; `why` says what to mend

The engine (`handover.py`) does the rest for all connectors alike: it writes down that a
step begins before it begins, resumes where it stopped, looks up before it sends again, and
asks a person where nothing can be looked up. So a connector keeps no state, never sleeps,
touches no database, and does one step with a few HTTP calls.

`why` and `Problem` are sentences in Dutch for staff, without anything that a visitor said
and without secrets.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar, Protocol

from pydantic import BaseModel, ConfigDict

from desk.intake.models import Status

Names = Mapping[str, str]
"""What a back-office calls things that we made there; kept with the hand-over."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """`number` is what its people say aloud; `link` leads staff to it. Both may come later."""

    names: Names = field(default_factory=dict)
    number: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    why: str


@dataclass(frozen=True, slots=True)
class TryLater:
    """`wait_s`: as they asked. `all_wait`: nobody needs to try meanwhile (throttle, outage)."""

    why: str
    wait_s: float | None = None
    all_wait: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    why: str


Result = Accepted | Ambiguous | TryLater | Refused


@dataclass(frozen=True, slots=True)
class NotThere:
    """A look-up is certain that it did not arrive."""


@dataclass(frozen=True, slots=True)
class CannotTell:
    """It could not be asked just now."""

    why: str


Looked = Accepted | NotThere | CannotTell


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the visitor's. `read` gets its bytes; `link` leads logged-in staff to it."""

    name: str
    media_type: str
    size: int
    read: Callable[[], bytes]
    link: str
    what: str
    """In Dutch, such as `Gesproken bericht, 12 seconden`."""


@dataclass(frozen=True, slots=True)
class ContactTold:
    """How the visitor can be reached; empty where not given. See `desk.intake` for `channel`."""

    channel: str
    name: str = ""
    phone: str = ""
    email: str = ""
    street: str = ""
    house_number: str = ""
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is. Degrees are WGS84; None where only words are known."""

    label: str
    latitude: float | None = None
    longitude: float | None = None
    street: str = ""
    house_number: str = ""
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One submission as a connector gets it, in Dutch. `reference` is the desk's own number
    for it (32 hexadecimal digits of its id), `code` the number on the visitor's receipt.

    `target` is what the route calls it in this back-office. `answers` are pairs of question
    and answer in the order of the visit, the visitor's own words among them.
    """

    reference: str
    code: str
    received_at: datetime
    kiosk: str
    flow: str
    title: str
    subject: str
    target: str
    words: str
    answers: tuple[tuple[str, str], ...]
    language: str
    """ISO 639-1 of the visit."""
    language_name: str
    promise: str
    place: Place | None
    contact: ContactTold
    attachments: tuple[Attachment, ...]
    link: str
    """Leads logged-in staff to this submission at the desk."""
    callback_url: str
    """Where this back-office may tell us about this submission; ends with `/`."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to be made in the back-office.

    `look_up` is None where there is no way to ask whether it arrived. A step that is not
    `needed` (a picture) may be refused without the whole being refused; staff are told.
    """

    name: str
    do: Callable[[Parcel, Names], Result]
    look_up: Callable[[Parcel, Names], Looked] | None = None
    needed: bool = True
    counts: bool = False
    """It counts for the throttle of this back-office (`per_hour`)."""
    what: str = "Een bijlage"
    """In words for staff, where it is not needed and was left out."""


@dataclass(frozen=True, slots=True)
class News:
    """How it is there. `version` changes when anything of it changes; `status` None where we
    do not know what theirs means (`their_status` is then shown to staff).

    `text` is what they wrote for the public; it may be empty.
    """

    their_status: str
    status: Status | None
    version: str
    text: str = ""
    changed_at: datetime | None = None
    planned_for: date | None = None
    organisation: str = ""
    number: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class NoNews:
    """It could not be read: for now (`gone` False), or there is no such thing there any more."""

    why: str
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Push:
    """A back-office called us: `tail` is the rest of the address behind its name."""

    method: str
    tail: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Pushed:
    """Which hand-over it is about: by our reference, or by their number; and the news itself,
    or None where it must be read there. `answer` is what they expect back.
    """

    reference: str = ""
    number: str = ""
    news: News | None = None
    status: int = 200
    answer: str = ""
    media_type: str = "application/json"


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check found: one sentence that says what is wrong and how to mend it."""

    what: str


class Settings(BaseModel):
    """What every back-office has in backoffices.yaml. Connectors add their own lines."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    kind: str
    timeout_s: float = 20.0
    """How long an answer may take before we no longer wait for it."""
    at_once: int = 8
    """Hand-overs under way at the same time, per relay."""
    per_hour: int | None = None
    """New reports within an hour, all relays together, where it is throttled."""
    look_up_after_s: float = 60.0
    """As long as a request that was cut off may still be under way over there: until then a
    look-up proves nothing."""
    resend_once: bool = True
    """Where it cannot be asked whether something arrived: send it once more after an unclear
    answer (and show it to staff), or leave that to staff as well."""
    ask_every_s: float = 900.0
    """Between two looks at the status of an open report. 0: it has no status to look at."""


class Connector(Protocol):
    """One back-office. Made once per relay and used by many threads at the same time."""

    kind: ClassVar[str]
    settings_type: ClassVar[type[Settings]]

    def __init__(self, name: str, settings: Any) -> None: ...

    def steps(self, parcel: Parcel) -> Sequence[Step]:
        """What a hand-over takes, in order. The first one makes the report itself."""
        ...

    def news(self, asked: Sequence[Names]) -> Sequence[News | NoNews]:
        """How they are there, by what `Accepted` named, in the same order."""
        ...

    def names_of(self, number: str) -> Names:
        """What `news` needs, where a person found the report over there under this number;
        empty where a number is not enough."""
        ...

    def reopen(self, names: Names, code: str, why: str) -> Result | None:
        """The visitor says that it is not solved. None where this cannot be told there."""
        ...

    def pushed(self, push: Push) -> Pushed | None:
        """What a call from this back-office to us means; None where it does not prove to be
        theirs or is about nothing that we know."""
        ...

    def check(self, targets: Sequence[str]) -> Sequence[Problem]:
        """Address, rights, and whether every target of a route exists. Changes nothing there."""
        ...

    def targets(self) -> Sequence[tuple[str, str]]:
        """What a route may name, each with its name for people; empty where there is no list."""
        ...

    def close(self) -> None: ...
