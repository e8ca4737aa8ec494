"""A member of staff who opens one page after another, one each second, while kiosks report."""

import threading
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

import requests

from benchmarks.display import Unavailable

EVERY_S = 1.0
LONGEST_S = 60.0


class Browsing:
    """From `with` until its end, in a thread of its own. `took_ms` has what each page took."""

    def __init__(
        self, url: str, session: str, pages: Mapping[str, str], every_s: float = EVERY_S
    ) -> None:
        self.took_ms: dict[str, list[float]] = defaultdict(list)
        self._addresses = [(name, f"{url}{path}") for name, path in pages.items()]
        self._session, self._every_s = session, every_s
        self._fault = ""
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self._stop.set()
        self._thread.join()
        if self._fault and error is None:
            raise Unavailable(self._fault)

    @property
    def all_ms(self) -> Sequence[float]:
        return [each for some in self.took_ms.values() for each in some]

    def _run(self) -> None:
        with requests.Session() as browser:
            browser.cookies["sessionid"] = self._session
            number = 0
            while not self._stop.wait(self._every_s):
                name, address = self._addresses[number % len(self._addresses)]
                self._open(browser, name, address)
                number += 1

    def _open(self, browser: requests.Session, name: str, address: str) -> None:
        began = time.perf_counter()
        try:
            answer = browser.get(address, timeout=LONGEST_S, allow_redirects=False)
        except requests.RequestException as error:
            self._fault = f"The page '{name}' did not answer: {type(error).__name__}."
            return
        self.took_ms[name].append((time.perf_counter() - began) * 1000)
        if answer.status_code != requests.codes.ok:
            self._fault = f"The page '{name}' answered {answer.status_code}."
