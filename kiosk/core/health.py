"""What staff must know about this terminal, and what they may ask of it from afar.

Both cross the network, so they are validated on either side. Nothing of a visitor is in a
heartbeat: not a word, not a language, not even whether somebody stands there now.
"""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

PaperState = Literal[
    "ok", "low", "out", "cover_open", "offline", "lost", "fault", "none", "unknown"
]
SoundState = Literal["ok", "off", "fault"]
NetworkState = Literal["unknown", "well", "unreachable", "refuses_us", "unwell"]
"""The desk as the kiosk found it when it last handed something over."""
RestartReason = Literal["first", "power", "closed", "update", "order", "crash", "fallback"]
OrderKind = Literal["test_print", "restart", "reload", "volume", "out_of_service", "in_service"]
OrderResult = Literal["done", "failed", "expired", "refused"]
Short = Annotated[str, Field(max_length=200)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]


class Message(BaseModel):
    """What comes over the network: a newer program may say more than we know."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class BundleState(Message):
    """Which bundle is in use. `release` is 0 for one that was not published by the desk."""

    version: Annotated[str, Field(max_length=64)]
    release: Annotated[int, Field(ge=0)] = 0
    newest: Annotated[int, Field(ge=0)] = 0
    """The release that was offered last; other than `release` while it waits, or is bad."""
    refused: Annotated[int, Field(ge=0)] = 0
    """The newest release that this kiosk tried and cannot use; 0 for none. A network that
    fails, or a clock that is wrong, refuses nothing."""
    problem: Annotated[str, Field(max_length=500)] = ""
    """Why the newest one, or the repository, could not be used; empty when all is well."""
    checked_at: AwareDatetime | None = None
    """When the repository was last reached and found to be in order."""


class OrderDone(Message):
    id: UUID
    result: OrderResult


class Heartbeat(Message):
    """Sent each minute. `oldest_s` is the age of the submission that waits longest."""

    at: AwareDatetime
    program: Annotated[str, Field(max_length=40)]
    bundle: BundleState
    location: Short = ""
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    paper: PaperState = "unknown"
    sound: SoundState = "ok"
    headphones: bool = False
    microphone: bool = False
    keypad: bool = False
    display: Annotated[str, Field(max_length=40)] = ""
    """Width x height in pixels; empty where there is no display."""
    network: NetworkState = "unknown"
    disk_free_mb: Annotated[int, Field(ge=0)] | None = None
    temperature_c: Annotated[float, Field(ge=-60, le=150)] | None = None
    waiting: Annotated[int, Field(ge=0)] = 0
    oldest_s: Annotated[int, Field(ge=0)] = 0
    refused: Annotated[int, Field(ge=0)] = 0
    last_visit: AwareDatetime | None = None
    last_test_print: AwareDatetime | None = None
    started_at: AwareDatetime
    restarts: Annotated[int, Field(ge=0)] = 0
    """Starts since the state folder was made."""
    crashes: Annotated[int, Field(ge=0)] = 0
    """Of these, the ones that nobody asked for."""
    restart_reason: RestartReason = "first"
    in_service: bool = True
    orders_done: Annotated[tuple[OrderDone, ...], Field(max_length=50)] = ()


class SignedOrder(Message):
    """`order` is the JSON of an Order, `signature` is Ed25519 over ORDER_CONTEXT + that JSON.

    Both in standard base64.
    """

    order: Annotated[str, Field(max_length=8000)]
    signature: Annotated[str, Field(max_length=100)]


class HeartbeatAnswer(Message):
    """What the desk says to a heartbeat."""

    every_s: Annotated[int, Field(ge=5, le=3600)] = 60
    orders: Annotated[tuple[SignedOrder, ...], Field(max_length=20)] = ()


ORDER_CONTEXT = b"zuil-order-1\n"
"""Stands before what is signed, so that a signature for one thing is not one for another."""


class Order(Message):
    """One thing that staff ask of one kiosk. Carried out once, and not after `expires_at`."""

    id: UUID
    kiosk: Annotated[str, Field(min_length=1, max_length=100)]
    what: OrderKind
    volume: Annotated[int, Field(ge=1, le=7)] | None = None
    text: Annotated[
        dict[Language, Annotated[str, Field(max_length=300)]], Field(max_length=20)
    ] = {}
    """Out of service: what visitors read and hear, by language; empty for the bundle's own."""
    made_at: AwareDatetime
    expires_at: AwareDatetime

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.what == "volume") != (self.volume is not None):
            raise ValueError("'volume' belongs to the order 'volume', and only there")
        if self.text and self.what != "out_of_service":
            raise ValueError("'text' belongs to the order 'out_of_service' only")
        if self.expires_at <= self.made_at:
            raise ValueError("'expires_at' must be later than 'made_at'")
        return self

    def is_over(self, now: datetime) -> bool:
        return now >= self.expires_at
