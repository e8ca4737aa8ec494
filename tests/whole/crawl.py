"""Someone who tries every way through a kiosk: each screen of each flow, through the mirror.

Walks again and again from the start screen; at each screen it takes the way that it took
least often. What screens there should be is computed from the bundle, so a crawl that
misses one fails instead of passing by.
"""

from collections import Counter
from collections.abc import Iterable

from config.bundle import Bundle
from kiosk.core.flow import Flow
from tests.whole.hearing import View, names
from tests.whole.machine import Kiosk
from tests.whole.surroundings import until

TYPED = {
    "postcode": "1234AB",
    "house_number": "12",
    "street": "Dorpsstraat",
    "phone": "0612345678",
    "email": "jan@voorbeeld.nl",
    "name": "Jan Jansen",
    "words": "De lamp is stuk",
}
FRAME = ("language", "sound", "help", "stop")
LONGEST_WALK = 25


def screens_of(flow: Flow) -> set[str]:
    """The places of a flow at which a visitor can stand still."""
    found = {f"{flow.flow}.{step.step}" for step in flow.steps}
    if flow.advice:
        found |= {f"{flow.flow}.advice", f"{flow.flow}.leaflet"}
    if flow.ends == "send":
        found |= {f"{flow.flow}.check", f"{flow.flow}.thanks"}
    else:
        found |= {f"{flow.flow}.report"}
    return found


class Crawl:
    """`seen` holds a view of each screen; of those with a notice or other keys, under longer names.

    `code` is one that the desk knows.
    """

    def __init__(self, kiosk: Kiosk, bundle: Bundle, code: str) -> None:
        self.seen: dict[str, View] = {}
        self._kiosk = kiosk
        self._bundle = bundle
        self._code = code
        self._taken: Counter[tuple[str, str]] = Counter()

    def everywhere(self, flows: Iterable[str]) -> dict[str, View]:
        """All screens of the frame and of these flows."""
        self._frame()
        for name in flows:
            self._flow(self._bundle.flows[name])
        return self.seen

    def _frame(self) -> None:
        self._keep(self._kiosk.view)
        for panel in ("language", "sound", "help"):
            self._keep(self._kiosk.tap(panel))
            self._kiosk.tap("back")
        self._kiosk.tap("flow:melding")
        self._keep(self._kiosk.tap("stop"))
        self._kiosk.tap("stop:yes")

    def _flow(self, flow: Flow) -> None:
        missing = screens_of(flow)
        for _ in range(30):
            self._walk(flow, missing)
            if not missing:
                return
        raise AssertionError(f"no way was found to {sorted(missing)}")

    def _walk(self, flow: Flow, missing: set[str]) -> None:
        """From the start screen to the end, or until nothing is missing any more."""
        view = self._kiosk.tap(f"flow:{flow.flow}")
        for _ in range(LONGEST_WALK):
            self._keep(view)
            missing.difference_update(self.seen)
            if "done" in names(view) or not missing:
                self._kiosk.go_home()
                return
            if view["screen"] == "start":
                return
            view = self._onwards(view)
        raise AssertionError(f"{flow.flow} does not end; now at {view['screen']}")

    def _onwards(self, view: View) -> View:
        if view["input"]:
            return self._typed(view)
        ways = [name for name in names(view) if name.startswith(("choice:", "page:", "send"))]
        way = min(ways or ["next"], key=lambda name: self._taken[view["screen"], name])
        self._taken[view["screen"], way] += 1
        if way == "send" and f"{view['screen'].partition('.')[0]}.thanks" in self.seen:
            return self._kiosk.tap("stop", "stop:yes")
        return self._kiosk.tap(way)

    def _typed(self, view: View) -> View:
        """First nothing, which gives a notice unless it may be skipped; then what fits."""
        kind, screen = view["input"]["kind"], view["screen"]
        if f"{screen} notice" not in self.seen and not view["input"]["value"]:
            after = self._kiosk.tap("next")
            if after["screen"] != screen:
                return after
            self.seen[f"{screen} notice"] = after
        value = self._code if kind == "code" else TYPED[kind]
        if {f"{screen} True", f"{screen} False"} & self.seen.keys():
            self._kiosk.type_in(value)
        else:
            for part in filter(None, (value[:1], value[1:4], value[4:])):
                # Other keys come with other characters.
                self._keep(self._kiosk.type_in(part), f"{screen} {part[-1:].isdigit()}")
        self._kiosk.tap("next")
        until(lambda: self._kiosk.view["screen"] not in (screen, "status.looking"))
        return self._kiosk.view

    def _keep(self, view: View, name: str = "") -> None:
        self.seen.setdefault(name or view["screen"], view)
