"""What both doors of Signalen share: settings, odd answers, pictures, and news.

Signalen answers with its own sentences in Dutch or English, by field. We go by the field:
wrong settings wait for staff, a wrong report is refused, and what we do not understand may
have arrived all the same.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Self

from pydantic import Field, model_validator

from desk.backoffices import contract
from desk.backoffices.contract import (
    Accepted,
    Ambiguous,
    Attachment,
    Names,
    News,
    NoNews,
    Parcel,
    Refused,
    Result,
    TryLater,
)
from desk.backoffices.fields import Url
from desk.backoffices.http import NOT_ANSWERED, NOT_REACHED, Answer
from desk.backoffices.usual import set_wrong, usual
from desk.intake.models import Status

PICTURES = {"image/jpeg": "jpg", "image/png": "png", "image/gif": "gif"}
LARGEST = 20_971_520  # bytes: API_MAX_UPLOAD_SIZE
THROTTLED_S = 3600.0
"""Where it does not say how long: its throttle counts per hour."""
NO_RIGHTS = (
    "Signalen laat ons niet toe. Controleer in backoffices.yaml waarmee wij inloggen, en in"
    " Signalen de rechten van die gebruiker."
)
ELSEWHERE = "Op dit adres antwoordt geen Signalen. Controleer 'url' in backoffices.yaml."
THROTTLED = "Signalen neemt dit uur geen meldingen meer aan."
NOT_KNOWN = "Zuil weet niet onder welk nummer dit in Signalen staat."
GONE = "Deze melding is niet meer te vinden in Signalen."
UNREADABLE = "Signalen gaf geen leesbaar antwoord."


class SignalenSettings(contract.Settings):
    """Points are [longitude, latitude] in degrees, WGS84."""

    url: Url
    """With its `/signals`: https://meldingen.example.org/signals"""
    default_point: tuple[float, float]
    """Where a submission goes whose place is no point on the map: the town hall."""
    bounding_box: tuple[float, float, float, float] = (3.3, 50.7, 7.3, 53.6)
    """West, south, east, north: what this Signalen takes in (its BOUNDING_BOX)."""
    send_address: bool = True
    """`no`: only the point, for a Signalen whose address check fails."""
    source: str = ""
    """The source that its people see; it has to exist there."""
    staff_url: str = ""
    """Where its people log in, for links: https://meldingen.example.org"""
    statuses: dict[str, Status] = Field(default_factory=dict)
    """What a state of theirs means, where that is not as usual: {b: planned}"""

    @model_validator(mode="after")
    def _town_hall_is_in_the_box(self) -> Self:
        if not self.takes(*self.default_point):
            raise ValueError("default_point is [longitude, latitude], and lies in bounding_box")
        return self

    def takes(self, longitude: float, latitude: float) -> bool:
        west, south, east, north = self.bounding_box
        return west <= longitude <= east and south <= latitude <= north


def mend(why: str) -> str:
    """For a check: also where to look when nobody answers."""
    unheard = why in (NOT_REACHED, NOT_ANSWERED)
    return f"{why} Controleer 'url' in backoffices.yaml." if unheard else why


def plain(answer: Answer) -> TryLater | Ambiguous:
    """What an answer means that says nothing about what was asked."""
    if answer.status == 429:
        return TryLater(THROTTLED, answer.retry_after_s or THROTTLED_S, all_wait=True)
    if answer.status in (404, 405) or 300 <= answer.status < 400:
        return set_wrong(ELSEWHERE)
    return usual(answer, NO_RIGHTS) or Ambiguous(f"{UNREADABLE} ({answer.status})")


def pictures(parcel: Parcel) -> list[tuple[int, Attachment]]:
    """What Signalen takes, numbered. All other files are linked in the text."""
    return [
        (number, file)
        for number, file in enumerate(parcel.attachments, 1)
        if file.media_type in PICTURES and file.size <= LARGEST
    ]


def file_name(parcel: Parcel, number: int, file: Attachment) -> str:
    """One that nothing else over there has, with the extension that Signalen checks."""
    return f"zuil-{parcel.reference}-{number}.{PICTURES[file.media_type]}"


def attached(answer: Answer) -> Result:
    """What the answer to a picture means. A list, not an object: the report has moved on."""
    match answer.status:
        case 201:
            return Accepted()
        case 400 if isinstance(answer.json, list):
            return Refused("Signalen neemt de foto niet meer aan: de melding is daar al in"
                           " behandeling. De foto staat bij Zuil.")  # fmt: skip
        case 400 | 413 | 415:
            return Refused("Signalen keurt de foto af. De foto staat bij Zuil.")
        case 404:
            return Refused(f"{GONE} De foto staat bij Zuil.")
    return plain(answer)


def news_of_all(
    asked: Sequence[Names],
    name: str,
    read: Callable[[str], Answer | TryLater],
    told: Callable[[dict[str, Any]], News],
) -> list[News | NoNews]:
    """One by one, by the value of `name`; once nobody answers, nobody else is asked."""
    found: list[News | NoNews] = []
    nobody: NoNews | None = None
    for names in asked:
        if nobody or name not in names:
            found.append(nobody or NoNews(NOT_KNOWN))
            continue
        answer = read(names[name])
        if isinstance(answer, TryLater):
            nobody = NoNews(answer.why)
            found.append(nobody)
        elif answer.status == 404:
            found.append(NoNews(GONE, gone=True))
        elif answer.status == 200:
            found.append(_told(answer, told))
        else:
            found.append(NoNews(plain(answer).why))
    return found


def _told(answer: Answer, told: Callable[[dict[str, Any]], News]) -> News | NoNews:
    try:
        return told(answer.json)
    except (KeyError, TypeError):  # it is no report of Signalen
        return NoNews(UNREADABLE)


def moment(said: object) -> datetime | None:
    """With its zone; None where it is no moment."""
    try:
        found = datetime.fromisoformat(str(said))
    except ValueError:
        return None
    return found if found.tzinfo else None
