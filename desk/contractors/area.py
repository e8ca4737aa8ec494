"""Which work is whose: the kinds that a firm does, in the area where it does them.

    postcodes    the place has a postcode that begins with one of these
    a circle     the place lies within so many metres of a point
    both         either of the two is enough: not every place has a postcode
    neither      the whole town

A report without any known place is nobody's: staff have to find out first.
"""

import math
import re
from typing import TypedDict

from django.db.models import Q

from desk.contractors.models import Contractor
from desk.intake.models import Submission

EARTH_RADIUS_M = 6_371_000
METRES_PER_DEGREE = 111_320
"""Of latitude, and of longitude at the equator."""
_CATEGORY = re.compile(r"[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)?")
_POSTCODE = re.compile(r"[1-9]\d{0,3}|[1-9]\d{3}[A-Z]{1,2}")
MOST_METRES = 100_000


class AreaError(ValueError):
    """What is wrong with an area or with categories, in one sentence without a full stop."""


class Area(TypedDict):
    postcodes: list[str]
    latitude: float | None
    longitude: float | None
    radius_m: int | None


def categories_of(given: list[str]) -> list[str]:
    for each in given:
        if not _CATEGORY.fullmatch(each):
            raise AreaError("A category is 'main' or 'main/sub', as in the catalogue")
    if not given:
        raise AreaError("A firm needs at least one category, such as 'verlichting'")
    return list(dict.fromkeys(given))


def area_of(postcodes: list[str], around: str) -> Area:
    """`around` is `52.2,6.9,2000`: a point (WGS84) and metres; or empty."""
    tidy = [each.replace(" ", "").upper() for each in postcodes]
    if not all(_POSTCODE.fullmatch(each) for each in tidy):
        raise AreaError("A postcode is its first digits, such as 7511, or all of it")
    area = Area(postcodes=list(dict.fromkeys(tidy)), latitude=None, longitude=None, radius_m=None)
    if not around.strip():
        return area
    try:
        latitude, longitude, metres = (float(part) for part in around.split(","))
    except ValueError:
        raise AreaError("A circle is latitude, longitude and metres: 52.2,6.9,2000") from None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180 and 1 <= metres <= MOST_METRES):
        raise AreaError(
            f"A circle has degrees (WGS84) and 1 to {MOST_METRES} metres, such as 52.2,6.9,2000"
        )
    area["latitude"], area["longitude"], area["radius_m"] = latitude, longitude, round(metres)
    return area


def around_of(contractor: Contractor) -> str:
    """The circle as it is written; empty where there is none."""
    if contractor.radius_m is None:
        return ""
    return f"{contractor.latitude},{contractor.longitude},{contractor.radius_m}"


def may_be_theirs(contractor: Contractor) -> Q:
    """What the database can tell: the kind, and roughly the place; `is_inside` tells the rest."""
    kinds = Q(pk__in=[])
    for each in contractor.categories:
        kinds |= Q(category_key=each) if "/" in each else Q(category_key__startswith=f"{each}/")
    place = Q(pk__in=[])
    for start in contractor.postcodes:
        place |= Q(postcode__startswith=start)
    if (circle := _circle(contractor)) is not None:
        latitude, longitude, metres = circle
        high = metres / METRES_PER_DEGREE
        wide = high / max(0.01, math.cos(math.radians(latitude)))
        place |= Q(
            latitude__range=(latitude - high, latitude + high),
            longitude__range=(longitude - wide, longitude + wide),
        )
    if _is_whole_town(contractor):
        place = ~Q(place="") | ~Q(postcode="") | Q(latitude__isnull=False)
    return kinds & place


def is_inside(contractor: Contractor, submission: Submission) -> bool:
    if _is_whole_town(contractor):
        return True
    if any(submission.postcode.startswith(start) for start in contractor.postcodes):
        return True
    circle, latitude, longitude = _circle(contractor), submission.latitude, submission.longitude
    if circle is None or latitude is None or longitude is None:
        return False
    return distance_m(circle[:2], (latitude, longitude)) <= circle[2]


def distance_m(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Over the ground, between two points in degrees (haversine on a sphere: 0.5 % off at most)."""
    (lat1, long1), (lat2, long2) = (tuple(map(math.radians, point)) for point in (one, other))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((long2 - long1) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_M * math.asin(math.sqrt(half))


def _circle(contractor: Contractor) -> tuple[float, float, int] | None:
    latitude, longitude, metres = contractor.latitude, contractor.longitude, contractor.radius_m
    if latitude is None or longitude is None or metres is None:
        return None
    return latitude, longitude, metres


def _is_whole_town(contractor: Contractor) -> bool:
    return not contractor.postcodes and _circle(contractor) is None
