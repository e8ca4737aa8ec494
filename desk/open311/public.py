"""What anybody may read of a request: what it is about, where, and how it stands.

Only of reports about the town, which have a category. A complaint, a question about money
or a call-back is nobody else's business and is not here at all. What the visitor wrote is
never shown, nor the number on the receipt.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils import timezone

from desk.answers.discreet import repeated
from desk.follow.texts import words
from desk.intake.models import OPEN_STATUSES, Submission
from desk.masking import masked
from desk.municipality import municipality
from desk.open311.refusals import UNKNOWN, RefusedError, bad
from desk.open311.services import codes, services
from desk.open311.written import Value
from desk.personal.erasing import without_the_visitor
from kiosk.core.submission import Location
from kiosk.core.submission import Submission as Content

MOST = 1000
SPAN = timedelta(days=90)
"""Both from GeoReport v2, GET Service Requests."""
NO_SUCH_REQUEST = "There is no request with this service_request_id."


def public() -> QuerySet[Submission]:
    return Submission.objects.exclude(category_key="")


def requests_asked(asked: QueryDict) -> QuerySet[Submission]:
    """What a query asks for, the newest first. Raises RefusedError."""
    if ids := _list(asked, "service_request_id"):
        if len(ids) > MOST:
            raise bad(f"At most {MOST} service_request_id at once.")
        return public().filter(pk__in=list(_uuids(ids)))
    found = public()
    if codes := _list(asked, "service_code"):
        found = found.filter(_with_codes(codes))
    if statuses := _list(asked, "status"):
        if not {*statuses} <= {"open", "closed"}:
            raise bad("status is open, closed, or open,closed.")
        if len({*statuses}) == 1:
            is_open = Q(status__in=OPEN_STATUSES)
            found = found.filter(is_open if statuses[0] == "open" else ~is_open)
    first, last = _span(asked)
    return found.filter(received_at__gte=first, received_at__lte=last)[:MOST]


def request_with(text: str, among: QuerySet[Submission]) -> Submission:
    found = among.filter(pk__in=list(_uuids([text]))).first()
    if found is None:
        raise RefusedError(UNKNOWN, NO_SUCH_REQUEST)
    return found


def shown(submissions: Iterable[Submission]) -> list[Value]:
    """As the specification names it. What we do not have is null."""
    known = codes()
    return [_shown(each, known) for each in submissions]


def _shown(submission: Submission, known: Mapping[tuple[str, str], str]) -> dict[str, Value]:
    content = submission.content
    place = without_the_visitor(content).location or Location(kind="unknown", label="")
    key = submission.category_key
    usual = words("nl")(f"status-{submission.status}-sentence")
    return {
        "service_request_id": str(submission.pk),
        "status": "open" if submission.is_open else "closed",
        "status_notes": submission.sentence or usual,
        "service_name": submission.category,
        # A service that the bundle has no longer keeps the code that it had.
        "service_code": known.get((submission.flow, key), key.replace("/", "-")),
        "description": submission.subject,
        "agency_responsible": municipality().name,
        "service_notice": None,
        "requested_datetime": _w3c(submission.received_at),
        "updated_datetime": _w3c(submission.changed_at),
        "expected_datetime": _end_of(submission.due) if submission.due else None,
        "address": _address(place, content) or None,
        "address_id": None,
        "zipcode": place.postcode or None,
        "lat": place.latitude,
        "long": place.longitude,
        "media_url": None,
    }


def _address(place: Location, content: Content) -> str:
    """An app may let people type anything here."""
    return "" if repeated(place.label, content) else masked(place.label)


def _w3c(moment: datetime) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds")


def _end_of(day: date) -> str:
    return _w3c(timezone.make_aware(datetime.combine(day, time(23, 59, 59))))


def _list(asked: QueryDict, name: str) -> list[str]:
    return [part.strip() for part in asked.get(name, "").split(",") if part.strip()]


def _uuids(texts: list[str]) -> Iterator[uuid.UUID]:
    for text in texts:
        try:
            yield uuid.UUID(text)
        except ValueError:  # no number of ours, so there is no such request
            continue


def _with_codes(codes: list[str]) -> Q:
    offered = services()
    wanted = Q(pk__in=[])
    for code in codes:
        if code not in offered:
            raise RefusedError(UNKNOWN, "There is no service with this service_code.")
        service = offered[code]
        wanted |= Q(flow=service.flow.flow, category_key=service.category_key)
    return wanted


def _span(asked: QueryDict) -> tuple[datetime, datetime]:
    first, last = _moment(asked, "start_date"), _moment(asked, "end_date")
    if first and last:
        if last < first:
            raise bad("end_date is before start_date.")
        if last - first > SPAN:
            raise bad(f"start_date and end_date are at most {SPAN.days} days apart.")
        return first, last
    if first:
        return first, first + SPAN
    last = last or timezone.now()
    return last - SPAN, last


def _moment(asked: QueryDict, name: str) -> datetime | None:
    text = asked.get(name, "").strip().replace(" ", "+")  # a plus that nobody escaped
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = datetime.min  # noqa: DTZ901 - refused in the next line
    if not 1970 <= moment.year <= 2999:  # the far ends of the calendar leave no room for 90 days
        raise bad(f"{name} is a date such as 2026-11-22T00:00:00Z.")
    if moment.tzinfo is None:
        if len(text) > len("2026-11-22"):
            raise bad(f"{name} needs a time zone: Z, or such as +01:00.")
        moment = timezone.make_aware(moment)
    return moment
