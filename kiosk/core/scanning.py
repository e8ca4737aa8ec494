"""One switch is enough: the choices go past by themselves, and a press takes the one that is said.

The first press begins. Each target is said, and stays for `SCAN_S` seconds after that; with
speech off it stays as long from when it was shown. A keyboard goes past row by row, and a
press opens a row. After a choice the new screen is read, then it goes past from its first
target. Whatever is being said, a press silences it. When everything has gone past three
times it waits, and the next press goes on.

Time comes in through `TimePassed`, ten times a second while `Session.scan` is there.
"""

from dataclasses import replace

from kiosk.core import focus
from kiosk.core.effects import Effect, Say
from kiosk.core.pressing import press
from kiosk.core.session import SCAN_S, Echo, Scan, Session
from kiosk.core.show import show
from kiosk.core.terminal import Terminal
from kiosk.core.view import View

Next = tuple[Session, tuple[Effect, ...]]
ROUNDS = 3
"""Past everything so often without a press, then it waits."""
ROUNDS_OF_A_ROW = 2
"""Past the keys of one row so often without a press, then back to the rows."""


def switch(terminal: Terminal, session: Session) -> Next:
    """The switch was pressed: begin, open the row of keys, or choose what was last said."""
    scan, view = session.scan, show(terminal, session)
    name = session.focus
    if scan is None or scan.waits or name is None or view.target(name) is None:
        return _next(terminal, replace(session, scan=Scan(), focus=None), view)
    if view.focus_row:
        row = _rows(terminal, view).index(view.focus_row)
        return replace(session, scan=Scan(row=row), focus=view.focus_row[0]), (Say("focus"),)
    after, effects = press(terminal, session, name)
    if not after.active:
        return after, effects
    # What has not gone, such as 'louder', can be pressed again at once. Keys begin anew.
    now = show(terminal, after)
    stays = (now.screen, now.page) == (view.screen, view.page) and not name.startswith("key:")
    kept = name if stays and now.target(name) else None
    return replace(after, scan=Scan(), focus=kept), effects


def time_passed(terminal: Terminal, session: Session, now: float) -> Next:
    """To the next target, when the present one has been said and has had its time."""
    scan = session.scan
    if scan is None or scan.waits or _is_elsewhere(session):
        return session, ()
    if session.voice != "silent":
        # Its time begins when all has been said, the news of the paper too.
        return replace(session, scan=replace(scan, due_at=None)) if scan.due_at else session, ()
    if session.focus is not None and scan.due_at is None:
        due_at = now + SCAN_S[session.settings.scan]
        return replace(session, scan=replace(scan, due_at=due_at)), ()
    if session.focus is not None and scan.due_at is not None and now < scan.due_at:
        return session, ()
    return _next(terminal, session, show(terminal, session))


def restarted(session: Session) -> Session:
    """From the first target again, for somebody pressed in another way."""
    return session if session.scan is None else replace(session, scan=Scan())


def _is_elsewhere(session: Session) -> bool:
    """Nothing goes past while any press means one thing, or while there is nothing to press."""
    recording = session.take is not None and session.take.state in ("recording", "playing")
    return session.panel in ("still-there", "practice") or session.place == "saving" or recording


def _rows(terminal: Terminal, view: View) -> list[tuple[str, ...]]:
    """The rows of keys."""
    return [s for s in focus.stops(view, terminal.arrangement.rows(view)) if len(s) > 1]


def _next(terminal: Terminal, session: Session, view: View) -> Next:
    scan = session.scan or Scan()
    stops = focus.stops(view, terminal.arrangement.rows(view))
    row = None
    if scan.row is not None and scan.row < len(rows := _rows(terminal, view)):
        row = rows[scan.row]
        stops = tuple((name,) for name in row)
    if not stops:
        return session, ()
    here = next((i for i, stop in enumerate(stops) if session.focus in stop), -1)
    at, rounds = here + 1, scan.rounds
    if at == len(stops):
        at, rounds = 0, rounds + 1
    if row is not None and rounds == ROUNDS_OF_A_ROW:
        return _at(session, row, Scan())
    if rounds == ROUNDS:
        waiting = replace(session, scan=Scan(waits=True), focus=None)
        return replace(waiting, echo=Echo("news", "ui-scan-waits")), (Say("echo"),)
    return _at(session, stops[at], Scan(row=scan.row if row else None, rounds=rounds))


def _at(session: Session, stop: tuple[str, ...], scan: Scan) -> Next:
    alone = len(stop) == 1
    found = replace(session, scan=scan, focus=stop[0], echo=None if alone else Echo("row"))
    return found, (Say("focus" if alone else "echo"),)
