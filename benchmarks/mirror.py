"""Stands before the kiosk through its mirror: for getting somewhere, not for measuring time."""

import http.client
import json
import socket
import time
from dataclasses import dataclass
from typing import Any

from benchmarks.display import Rect, TooLate

STARTED_WITHIN_S = 30.0


@dataclass(frozen=True, slots=True)
class Target:
    name: str
    label: str
    note: str
    rect: Rect
    enabled: bool


class Mirror:
    """The screen as the mirror last told it. One connection, kept open."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        self.view: dict[str, Any] = {}

    @property
    def screen(self) -> str:
        return str(self.view["screen"])

    @property
    def targets(self) -> list[Target]:
        return [
            Target(
                one["target"],
                one["label"],
                one["spoken"].removeprefix(one["label"]).lstrip(".?! ").rstrip("."),
                (one["rect"][0], one["rect"][1], one["rect"][2], one["rect"][3]),
                one["enabled"],
            )
            for one in self.view["targets"]
        ]

    def rect(self, name: str) -> Rect:
        for target in self.targets:
            if target.name == name:
                return target.rect
        raise TooLate(f"There is no {name} on {self.screen}.")

    def has(self, name: str) -> bool:
        return any(target.name == name for target in self.targets)

    def started(self) -> None:
        """Until it answers for the first time."""
        until = time.monotonic() + STARTED_WITHIN_S
        while True:
            try:
                return self.look()
            except (OSError, http.client.HTTPException):
                self._connection.close()
                if time.monotonic() > until:
                    raise TooLate("The kiosk did not start; its log says why.") from None
                time.sleep(0.02)

    def look(self) -> None:
        self.view = self._ask("GET", "/view.json", None)

    def until_screen(self, name: str, limit_s: float = 5.0) -> None:
        until = time.monotonic() + limit_s
        while True:
            self.look()
            if self.screen == name:
                return
            if time.monotonic() > until:
                raise TooLate(f"The kiosk shows {self.screen} instead of {name}.")
            time.sleep(0.005)

    def tap(self, *names: str) -> None:
        for name in names:
            self.view = self._ask("POST", "/tap", {"target": name})

    def key(self, name: str) -> None:
        self.view = self._ask("POST", "/key", {"key": name})

    def type(self, text: str) -> None:
        self.view = self._ask("POST", "/type", {"text": text})

    def close(self) -> None:
        self._connection.close()

    def _ask(self, method: str, path: str, content: object) -> dict[str, Any]:
        body = None if content is None else json.dumps(content)
        headers = {"Content-Type": "application/json"}
        self._connection.request(method, path, body, headers)
        # The mirror answers in two pieces; TCP must not wait 40 ms before it acknowledges one.
        self._connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        answer = self._connection.getresponse()
        found: dict[str, Any] = json.loads(answer.read())
        if answer.status >= 400:
            raise TooLate(f"{path} {content} on {self.view.get('screen')}: {found.get('error')}")
        return found
