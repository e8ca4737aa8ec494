"""What a kiosk may be called: anything but control characters, and not what a page is called.

A kiosk's page has its name for an address: `/zuilen/bibliotheek/`. Under `/zuilen/plan/`
stands the plan, so no kiosk is let in by the name of `plan`. One that had such a name before
keeps it: its page has a longer address, which nothing else can have.
"""

from django.urls import Resolver404, resolve
from django.urls.converters import StringConverter

URLS = "desk.fleet.urls"
AWAY = frozenset({".", ".."})
"""Browsers take these parts out of an address before they ask for it."""


class KioskName(StringConverter):
    regex = r"[^\x00-\x1f]{1,100}"


class NameAlone(KioskName):
    """A name as the whole address of a kiosk's page, where it can be."""

    def to_url(self, value: str) -> str:
        """Raises ValueError for the name of another page; Django then takes the longer address."""
        if not has_page(value):
            raise ValueError(value)
        return value


def has_page(name: str) -> bool:
    """Whether the address that is nothing but this name leads to the kiosk."""
    if AWAY & set(name.split("/")):
        return False
    try:
        found = resolve(f"/{name}/", URLS)
    except Resolver404:
        return False
    return found.url_name == "detail" and found.kwargs == {"name": name}
