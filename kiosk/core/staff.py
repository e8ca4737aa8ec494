"""What people who work here can do at the kiosk itself, behind a code: teach it its keys, let it
in at a desk (`enrolling`).

    help on the start screen -> code -> menu -> one key after the other -> done

The code is typed as dots and never said. Five wrong ones lock the screen for five minutes,
also for the next visit and after a restart. Keys are taught by pressing them (`RawKey`);
nothing is kept before all were asked, and a kiosk is never left without a key to choose
with. Nobody's answers are at stake: this begins on the start screen only.
"""

from collections.abc import Collection
from dataclasses import replace
from math import ceil

from kiosk.core import enrolling, practice
from kiosk.core.effects import ECHO, SCREEN, Effect, KeepKeys, KeepTries
from kiosk.core.events import KeyName, RawKey, Tries
from kiosk.core.session import Echo, Session, Staff
from kiosk.core.terminal import Terminal

Next = tuple[Session, tuple[Effect, ...]]
TRIES = 5
LOCKED_S = 300.0
LONGEST_CODE = 20
ORDER: tuple[KeyName, ...] = (
    *("up", "down", "left", "right", "select"),
    *("back", "repeat", "help", "louder", "softer", "faster", "slower"),
    *("pause", "erase", "speech", "move", "switch"),
)
"""In this order keys are asked: what most keypads have comes first."""
MOVING: tuple[KeyName, ...] = ("up", "down", "left", "right", "move")


def missing(names: Collection[KeyName]) -> KeyName | None:
    """Which key is needed before somebody can choose with these; None where they can.

    One to move and one to choose, or the one button of a person with one switch.
    """
    if "switch" in names:
        return None
    if "select" not in names:
        return "select"
    return None if any(name in names for name in MOVING) else "down"


def is_offered(terminal: Terminal, session: Session) -> bool:
    """Whether the way in is shown: on the start screen of a kiosk that has a code."""
    return terminal.staff_code_is is not None and session.place == "start"


def minutes_locked(session: Session) -> int:
    """How long no code is accepted; 0 where one is."""
    return max(0, ceil((session.hardware.locked_until - session.last_press_at) / 60))


def enter(terminal: Terminal, session: Session) -> Next:
    """From the help screen to the question for the code."""
    if not is_offered(terminal, session):
        return session, ()
    return replace(session, panel="staff", staff=Staff(), panel_page=0, focus=None), SCREEN


def press(terminal: Terminal, session: Session, name: str) -> Next | None:
    """What a target of these screens does; None for those of every screen."""
    staff = session.staff or Staff()
    if (done := enrolling.press(session, staff, name)) is not None:
        return done
    head, _, value = name.partition(":")
    match staff.stage, head:
        case _, "close":
            return replace(session, panel=None, panel_page=0, staff=None, focus=None), SCREEN
        case "code", "key":
            return _type(session, staff, value)
        case "code", "next":
            return _try_code(terminal, session, staff)
        case "menu", "learn":
            return _at(session, Staff("learn")), SCREEN
        case "menu" | "done", "practice":
            return practice.begin(replace(session, focus=None, by_keys=True))
        case "learn", "skip":
            return _asked(session, staff)
        case "learn", "back" if staff.asked > 0:
            before = ORDER[staff.asked - 1]
            keys = tuple(pair for pair in staff.keys if pair[0] != before)
            return _at(session, Staff("learn", asked=staff.asked - 1, keys=keys)), SCREEN
        case (("learn" | "done"), "back"):
            return _at(session, Staff("menu")), SCREEN
        case _, "back":
            return replace(session, panel=None, panel_page=0, staff=None, focus=None), SCREEN
        case _:
            return None


def taught(session: Session, event: RawKey) -> Next:
    """A key was pressed while the kiosk asked for one."""
    staff = session.staff
    if session.panel != "staff" or staff is None or staff.stage != "learn":
        return session, ()
    here = ORDER[staff.asked]
    twice = next((name for name, code in staff.keys if code == event.code), None)
    if twice is not None and twice != here:
        return _at(session, replace(staff, twice=twice)), SCREEN
    keys = (*(pair for pair in staff.keys if pair[0] != here), (here, event.code))
    return _asked(session, replace(staff, keys=keys))


def kept(session: Session, *, well: bool) -> Next:
    """Whether the keys are on the disk now. They are in use either way."""
    if well or session.panel != "staff":
        return session, ()
    return replace(session, notice="ui-learn-not-kept"), SCREEN


def _type(session: Session, staff: Staff, key: str) -> Next:
    if key == "erase":
        typed = staff.typed[:-1]
    elif len(key) == 1 and key.isdigit() and len(staff.typed) < LONGEST_CODE:
        typed = staff.typed + key
    else:
        return session, ()
    said = "ui-key-erase" if key == "erase" else "ui-hidden-digit"
    return replace(session, staff=Staff(typed=typed), notice="", echo=Echo("news", said)), ECHO


def _try_code(terminal: Terminal, session: Session, staff: Staff) -> Next:
    """Even the right code is refused while the screen is locked."""
    again = _at(session, Staff())
    hardware = session.hardware
    if terminal.staff_code_is is None or minutes_locked(session):
        return again, SCREEN
    if terminal.staff_code_is(staff.typed):
        fresh = replace(hardware, wrong_codes=0, locked_until=0.0)
        kept = () if hardware.wrong_codes == 0 else (KeepTries(0, 0.0),)
        return _at(replace(session, hardware=fresh), Staff("menu")), (*kept, *SCREEN)
    wrong = hardware.wrong_codes + 1
    locked = wrong >= TRIES
    counted = replace(
        hardware,
        wrong_codes=0 if locked else wrong,
        locked_until=session.last_press_at + LOCKED_S if locked else 0.0,
    )
    told = replace(again, hardware=counted, notice="" if locked else "ui-staff-wrong")
    return told, (KeepTries(counted.wrong_codes, LOCKED_S if locked else 0.0), *SCREEN)


def remembered(session: Session, event: Tries) -> Session:
    """What was typed before the kiosk was started again."""
    hardware = replace(
        session.hardware,
        wrong_codes=event.wrong,
        locked_until=event.at + min(event.locked_s, LOCKED_S) if event.locked_s > 0 else 0.0,
    )
    return replace(session, hardware=hardware)


def _asked(session: Session, staff: Staff) -> Next:
    """On to the next key; after the last one they are kept."""
    if staff.asked + 1 < len(ORDER):
        return _at(session, replace(staff, asked=staff.asked + 1, twice=None)), SCREEN
    needed = missing([name for name, _ in staff.keys])
    if needed is not None:
        again = replace(staff, asked=ORDER.index(needed), twice=None)
        return replace(_at(session, again), notice="ui-learn-few"), SCREEN
    done = _at(session, Staff("done"))
    return done, (KeepKeys(staff.keys), *SCREEN)


def _at(session: Session, staff: Staff) -> Session:
    return replace(session, staff=staff, notice="", echo=None, focus=None)
