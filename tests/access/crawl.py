"""Every staff page there is, found by following links from those that need nothing.

What is found is compared with the addresses of the desk, so a page that nobody links to
is noticed, and a new one is found without anybody writing it down.
"""

import re
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin, urlsplit

from django.urls import URLPattern, URLResolver, get_resolver, resolve
from django.urls.exceptions import Resolver404

STAFF = ("inbox/", "zuilen/", "bundel/", "cijfers/", "beheer/")
OF_EACH = 2
"""Two submissions, two kiosks: more of the same tell nothing new."""
_LINK = re.compile(r'<a\b[^>]*\bhref="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    media_type: str
    text: str


Fetch = Callable[[str], Answer]


def addresses() -> Iterator[tuple[str, str]]:
    """View name and route of everything for staff."""
    yield from (each for each in _below(get_resolver().url_patterns, "", "") if _is_staff(each[1]))


def _is_staff(route: str) -> bool:
    return route.startswith(STAFF)


def _below(
    patterns: list[URLPattern | URLResolver], before: str, space: str
) -> Iterator[tuple[str, str]]:
    for each in patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from _below(each.url_patterns, route, inner)
        elif each.name:
            yield f"{space}{each.name}", route


def pages(fetch: Fetch, below: tuple[str, ...] = STAFF) -> dict[str, str]:
    """Address and text of each page that opens."""
    own = (route for _, route in addresses() if "<" not in route and route.startswith(below))
    waiting = deque(f"/{route}" for route in own)
    met: Counter[tuple[str, bool]] = Counter()
    seen: set[str] = set()
    found: dict[str, str] = {}
    while waiting:
        address = waiting.popleft()
        path = urlsplit(address).path
        try:
            name = resolve(path).view_name
        except Resolver404:
            continue
        kind = (name, "?" in address)
        if address in seen or not path[1:].startswith(below) or met[kind] >= OF_EACH:
            continue
        seen.add(address)
        answer = fetch(address)
        if answer.status != 200:
            continue
        met[kind] += 1
        if answer.media_type.startswith("text/html"):
            found[address] = answer.text
            links = (unescape(link) for link in _LINK.findall(answer.text))
            waiting.extend(urljoin(address, link).partition("#")[0] for link in links)
    return found
