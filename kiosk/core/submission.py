"""What we owe the desk: one visit's answers, complete enough to act on without the kiosk.

Staff read Dutch: every answer carries the question and the choice in Dutch beside the
raw value. The clock of a kiosk may be wrong, so `made_at` is information, never a key.
"""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Channel = Literal["none", "letter", "sms", "phone", "mail"]
MOST_DATA = 4_000_000
"""Characters of base64: 68 seconds of 16-bit mono sound at 22050 Hz."""
TrackingCode = Annotated[str, StringConstraints(pattern=r"^\d{12}$")]


class Frozen(BaseModel):
    # An error must not carry what a visitor said into a log.
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Answer(Frozen):
    """One step: its name, the question and the answer in Dutch, and the raw value."""

    step: str
    question: str
    value: str
    shown: str


class Category(Frozen):
    """Main and sub category as in the bundle, with the promise that was made."""

    main: str
    sub: str
    label: str
    promise: str
    promise_days: int | None = None


class Location(Frozen):
    """Where it is: at this kiosk, at a known place, or an address."""

    kind: Literal["kiosk", "place", "address", "unknown"]
    label: str
    latitude: float | None = None
    longitude: float | None = None
    postcode: str = ""
    house_number: str = ""
    street: str = ""


class Contact(Frozen):
    """How the visitor wants to hear, and what is needed for it. Empty where not asked."""

    channel: Channel
    name: str = ""
    phone: str = ""
    email: str = ""
    postcode: str = ""
    house_number: str = ""
    street: str = ""


class Recording(Frozen):
    """What the visitor said at a step instead of typing it: a WAV file in base64.

    `data` is empty in the core, where no sound ever comes; the keeper fills it before sealing.
    """

    step: str
    seconds: Annotated[int, Field(ge=0, le=600)]
    media_type: str = "audio/wav"
    data: Annotated[str, StringConstraints(max_length=MOST_DATA)] = ""


class Submission(Frozen):
    """The whole of it. `id` makes handing over twice harmless; `code` is the visitor's."""

    format: Literal[1] = 1
    id: UUID
    code: TrackingCode
    kiosk: str
    bundle: str
    flow: str
    title: str
    language: str
    made_at: str
    category: Category | None = None
    location: Location | None = None
    words: str = ""
    contact: Contact = Contact(channel="none")
    answers: tuple[Answer, ...] = ()
    recordings: tuple[Recording, ...] = ()
