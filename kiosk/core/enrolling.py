"""Letting this kiosk in at a desk, by somebody who works here: a one-time code, typed or scanned.

    staff menu -> code -> being asked -> enrolled, or what went wrong

A scanned code names the desk as well. A typed one goes to the desk that this kiosk knows.
"""

import re
from dataclasses import replace

from kiosk.core.effects import ECHO, SCREEN, Effect, Enrol
from kiosk.core.events import EnrolFailed, Enrolled
from kiosk.core.inputs import western
from kiosk.core.session import Echo, Session, Staff

Next = tuple[Session, tuple[Effect, ...]]
DIGITS = 12
_SCANNED = re.compile(r"^(https?://[^\s/#]+)/\S*#(\d{12})$")
"""As the desk draws it: `https://desk.example/zuilen/aanmelden/#482173905560`."""


def press(session: Session, staff: Staff, name: str) -> Next | None:
    """What a target of these screens does; None for those of every screen."""
    head, _, value = name.partition(":")
    match staff.stage, head:
        case "menu", "enrol":
            return _at(session, Staff("enrol")), SCREEN
        case "enrol", "key":
            return _type(session, staff, value)
        case "enrol", "next" if len(staff.typed) == DIGITS:
            return _ask(session, staff.typed, "")
        case "enrol", "next":
            return replace(session, notice="ui-enrol-short"), SCREEN
        case (("enrol" | "enrolling" | "enrolled"), "back"):
            return _at(session, Staff("menu")), SCREEN
        case _:
            return None


def is_over(session: Session, name: str) -> bool:
    """Whether whoever enrolled it is done: then the kiosk starts anew as soon as it can."""
    enrolled = session.staff is not None and session.staff.stage == "enrolled"
    return session.panel == "staff" and enrolled and name == "close"


def scanned(session: Session, text: str) -> Next:
    """A code that staff let the kiosk scan from the desk's page."""
    found = _SCANNED.match(western(text).strip())
    if found is None:
        return replace(session, notice="ui-enrol-scan"), SCREEN
    return _ask(session, found[2], found[1])


def answered(session: Session, event: Enrolled | EnrolFailed) -> Next:
    """What the desk said. One that comes when nobody waits for it any more changes nothing here."""
    staff = session.staff
    if session.panel != "staff" or staff is None or staff.stage != "enrolling":
        return session, ()
    if isinstance(event, Enrolled):
        return _at(session, Staff("enrolled", name=event.name)), SCREEN
    failed = _at(session, Staff("enrol"))
    return replace(failed, notice=f"ui-enrol-{event.problem.replace('_', '-')}"), SCREEN


def _ask(session: Session, code: str, desk_url: str) -> Next:
    return _at(session, Staff("enrolling")), (*SCREEN, Enrol(code, desk_url))


def _type(session: Session, staff: Staff, key: str) -> Next:
    if key == "erase":
        typed = staff.typed[:-1]
    elif len(key) == 1 and key.isdigit() and len(staff.typed) < DIGITS:
        typed = staff.typed + key
    else:
        return session, ()
    echo = Echo("news", "ui-key-erase") if key == "erase" else Echo("key", key)
    return replace(session, staff=replace(staff, typed=typed), notice="", echo=echo), ECHO


def _at(session: Session, staff: Staff) -> Session:
    return replace(session, staff=staff, notice="", echo=None, focus=None)
