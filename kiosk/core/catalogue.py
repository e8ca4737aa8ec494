"""What a town has: categories with their promise, known places, and who it is.

Words for these stand in the texts: `category-<main>`, `category-<main>-<sub>`,
`promise-<promise>` and `place-<place>`.
"""

from typing import Annotated

from pydantic import Field

from kiosk.core.flow import Name, Part, Picture


class Promise(Part):
    """What the municipality says it will do, and within how many working days (if it says so)."""

    promise: Name
    days: Annotated[int, Field(ge=0, le=400)] | None = None


class SubCategory(Part):
    value: Name
    picture: Picture
    promise: Name


class MainCategory(Part):
    value: Name
    picture: Picture
    sub: Annotated[tuple[SubCategory, ...], Field(min_length=1)]


class KnownPlace(Part):
    """A place that people know by sight. Coordinates are WGS84 degrees."""

    value: Name
    picture: Picture
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None


class Municipality(Part):
    """Who we are, in one spelling for screen, voice and paper."""

    name: str
    phone: str
    """As printed, such as `14 053`. Spoken digit by digit."""


class Limits(Part):
    """How long we wait for a visitor, in seconds (EN 11.2.2.1)."""

    idle_s: Annotated[int, Field(ge=30, le=600)] = 120
    warning_s: Annotated[int, Field(ge=20, le=120)] = 30


class Catalogue(Part):
    categories: tuple[MainCategory, ...] = ()
    promises: tuple[Promise, ...] = ()
    places: tuple[KnownPlace, ...] = ()
