"""Which firm sees which work: by kind, and by where it is."""

from typing import Any

import pytest

from desk.contractors.area import AreaError, area_of, around_of, categories_of, distance_m
from desk.contractors.work import open_work
from tests.contractors.conftest import Firm
from tests.desk.conftest import TakeIn
from tests.desk.samples import appointment, street_light

LAMP = {"main": "straat", "sub": "lamp-kapot", "label": "Lamp", "promise": "Snel."}
HERE = (52.2215, 6.8937)


def _place(**what: Any) -> dict[str, Any]:
    return {"kind": "address", "label": "Marktstraat 12"} | what


@pytest.mark.parametrize(
    ("categories", "seen"),
    [
        (["straat"], True),
        (["straat/lamp-kapot"], True),
        (["afval", "straat/lamp-kapot"], True),
        (["straat/lamp"], False),
        (["straa"], False),
        (["afval"], False),
        ([], False),
    ],
)
def test_a_firm_sees_its_own_kinds_of_work(
    firm: Firm, take_in: TakeIn, categories: list[str], seen: bool
) -> None:
    take_in(street_light(category=LAMP))
    take_in(appointment())
    assert len(open_work(firm(categories=categories))) == seen


@pytest.mark.parametrize(
    ("area", "place", "seen"),
    [
        ({}, _place(), True),
        ({}, _place(kind="unknown", label=""), False),
        ({}, None, False),
        ({"postcodes": ["7511"]}, _place(postcode="7511 AB"), True),
        ({"postcodes": ["75", "80"]}, _place(postcode="7511AB"), True),
        ({"postcodes": ["7512"]}, _place(postcode="7511AB"), False),
        ({"postcodes": ["7511"]}, _place(), False),
        ((*HERE, 1000), _place(latitude=52.2300, longitude=6.8937), True),
        ((*HERE, 900), _place(latitude=52.2300, longitude=6.8937), False),
        ((*HERE, 1000), _place(latitude=52.2280, longitude=6.9030), True),
        # Inside the square around the circle, but not inside the circle.
        ((*HERE, 1000), _place(latitude=52.2290, longitude=6.9060), False),
        ((*HERE, 1000), _place(postcode="7511AB"), False),
    ],
)
def test_a_firm_sees_its_own_area(
    firm: Firm, take_in: TakeIn, area: Any, place: dict[str, Any] | None, seen: bool
) -> None:
    if isinstance(area, tuple):
        area = dict(zip(("latitude", "longitude", "radius_m"), area, strict=True))
    take_in(street_light(location=place))
    assert len(open_work(firm(**area))) == seen


def test_with_postcodes_and_a_circle_either_is_enough(firm: Firm, take_in: TakeIn) -> None:
    take_in(street_light(location=_place(postcode="7511AB")))
    take_in(street_light(location=_place(latitude=HERE[0], longitude=HERE[1])))
    take_in(street_light(location=_place(postcode="8000AA")))
    area = {"latitude": HERE[0], "longitude": HERE[1], "radius_m": 100}
    assert len(open_work(firm(postcodes=["7511"], **area))) == 2


def test_what_was_promised_first_stands_on_top(firm: Firm, take_in: TakeIn) -> None:
    made = {
        days: take_in(street_light(category=LAMP | {"promise_days": days})).pk
        for days in (5, None, 1)
    }
    assert [each.pk for each in open_work(firm())] == [made[1], made[5], made[None]]


def test_a_distance_is_measured_over_the_ground() -> None:
    """A nautical mile is a minute of latitude; of longitude it is less the further north."""
    assert distance_m((52, 6), (52 + 1 / 60, 6)) == pytest.approx(1852, rel=0.002)
    assert distance_m((60, 6), (60, 6 + 1 / 60)) == pytest.approx(1852 / 2, rel=0.002)
    assert distance_m(HERE, HERE) == 0


def test_an_area_is_read_as_it_is_written(firm: Firm) -> None:
    assert area_of(["7511", "75 12 ab"], "52.2, 6.9, 2000") == {
        "postcodes": ["7511", "7512AB"],
        "latitude": 52.2,
        "longitude": 6.9,
        "radius_m": 2000,
    }
    assert around_of(firm(latitude=52.2, longitude=6.9, radius_m=2000)) == "52.2,6.9,2000"
    assert categories_of(["afval", "straat/lamp-kapot", "afval"]) == ["afval", "straat/lamp-kapot"]


@pytest.mark.parametrize("around", ["52.2", "52.2,6.9", "a,b,c", "99,6.9,10", "52,6,0", "52,6,nan"])
def test_a_circle_that_is_none_is_refused(around: str) -> None:
    with pytest.raises(AreaError):
        area_of([], around)


@pytest.mark.parametrize("postcode", ["0511", "75111", "AB", "7511ABC", "%"])
def test_a_postcode_that_is_none_is_refused(postcode: str) -> None:
    with pytest.raises(AreaError):
        area_of([postcode], "")


@pytest.mark.parametrize("categories", [[], ["Straat"], ["a/b/c"], ["%"]])
def test_categories_that_are_none_are_refused(categories: list[str]) -> None:
    with pytest.raises(AreaError):
        categories_of(categories)
