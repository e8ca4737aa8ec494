"""Every list of the inbox with 100,000 submissions on SQLite, over real HTTP.

From asking for the page until all of it is here, by a member of staff who is logged in, at a
desk in its own process. Told is the median of seven, after one that is not counted; it has
to be under 200 ms for every page: the first and the last, behind each tab, narrowed down,
and searched for words that occur nowhere, once, or almost everywhere.
"""

import subprocess
import sys
import time
from contextlib import suppress

import requests
import yaml

from benchmarks.display import TooLate, Unavailable
from benchmarks.figures import Figure, median
from benchmarks.processes import ROOT, end, environment, start
from benchmarks.stage import Stage

COUNT = 100_000
REACH_MS = 200.0
TIMES = 7
FILLED_WITHIN_S = 900.0
STARTED_WITHIN_S = 30.0
PRIVATE = 0o600
NOWHERE = "http://127.0.0.1:9"
"""Where nothing listens: a back-office that is down."""
BACKOFFICES = {
    "straat": {
        "kind": "signalen-public",
        "url": f"{NOWHERE}/signals",
        "default_point": [4.9, 52.37],
    },
    "klant": {"kind": "topdesk", "url": NOWHERE, "login": "zuil", "password": "none"},
}
PAGES = {
    "the first page": "",
    "the last page": "?page=999999",
    "needs attention": "?status=attention",
    "late": "?status=late",
    "waits to be sent": "?status=waiting",
    "received": "?status=received",
    "in progress": "?status=in_progress",
    "planned": "?status=planned",
    "done": "?status=done",
    "done, the last page": "?status=done&page=999999",
    "cannot be done": "?status=cannot",
    "forwarded": "?status=forwarded",
    "one kind": "?flow=melding",
    "one kiosk": "?kiosk=ZUIL-7",
    "one app, the last page": "?kiosk=app:BuitenBeter&page=999999",
    "one kind, one kiosk, done": "?status=done&flow=klacht&kiosk=ZUIL-7",
    "a word that occurs nowhere": "?code=zonsverduistering",
    "a number of the back-office": "?code=sig-4711",
    "the end of a number": "?code=4711",
    "two words": "?code=dorpsweg+117",
    "a word that occurs almost everywhere": "?code=e",
    "the same, needs attention": "?code=lamp&status=attention",
    "routes": "routes/",
    "back-offices": "zaaksystemen/",
}


def measure(stage: Stage) -> list[Figure]:
    state = stage.folder / "many"
    settings = {"ZUIL_DESK_STATE": str(state)}
    session = _fill(settings)
    file = state / "backoffices.yaml"
    file.write_text(yaml.safe_dump(BACKOFFICES), encoding="utf-8")
    file.chmod(PRIVATE)
    command = [sys.executable, "-m", "desk", "serve", "--port", "0"]
    desk = start(command, settings, state / "desk.log", stdout=subprocess.PIPE)
    try:
        url = address(desk)
        with requests.Session() as clerk:
            clerk.cookies["sessionid"] = session
            return [_figure(clerk, name, f"{url}inbox/{path}") for name, path in PAGES.items()]
    finally:
        end(desk)


def _fill(settings: dict[str, str]) -> str:
    """Make the submissions; the key of a session of staff."""
    command = [sys.executable, "-m", "benchmarks.many", str(COUNT)]
    try:
        filled = subprocess.run(
            command, cwd=ROOT, env=environment(settings), capture_output=True, text=True,
            timeout=FILLED_WITHIN_S, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise TooLate(f"{COUNT} submissions were not made in {FILLED_WITHIN_S:.0f} s.") from None
    if filled.returncode:
        raise Unavailable(f"The desk could not be filled: {filled.stderr.strip()}")
    return filled.stdout.strip()


def address(desk: "subprocess.Popen[bytes]") -> str:
    """Where it is, once it answers there."""
    assert desk.stdout is not None
    url = desk.stdout.readline().decode().split()[-1]
    until = time.monotonic() + STARTED_WITHIN_S
    while time.monotonic() < until:
        with suppress(requests.RequestException):
            if requests.get(f"{url}health", timeout=1).ok:
                return url
    raise TooLate("The desk did not start.")


def _figure(clerk: requests.Session, name: str, url: str) -> Figure:
    took = []
    for _ in range(TIMES + 1):
        began = time.perf_counter()
        answer = clerk.get(url, timeout=60, allow_redirects=False)
        took.append((time.perf_counter() - began) * 1000)
        if answer.status_code != requests.codes.ok:
            raise Unavailable(f"The page '{name}' answered {answer.status_code}.")
    return Figure(f"inbox: {name}", "ms", median(took[1:]), at_most=REACH_MS, values=took[1:])
