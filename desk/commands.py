"""What `python -m desk` does, each a function that answers the exit code."""

import argparse
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import yaml
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management import execute_from_command_line
from django.db import transaction
from django.utils import timezone

from desk.access.history import write_down
from desk.access.models import Role
from desk.access.rights import give_rights, one_time_password
from desk.access.roles import give
from desk.first_start import KeyLostError, prepare
from desk.fleet.enrolling import enrolment_for
from desk.fleet.models import Kiosk
from desk.fleet.names import has_page
from desk.private_files import write_private
from desk.terminal import say, sorry

ELSEWHERE = {
    "serve": "desk.serve:serve",
    "relay": "desk.backoffices.running:run_relay",
    "publisher": "desk.publishing.commands:run_publisher",
    "publishing-keys": "desk.publishing.commands:manage_keys",
    "check-backoffices": "desk.backoffices.check_all:check_all",
    "app": "desk.open311.commands:let_in",
    "revoke-app": "desk.open311.commands:keep_out",
    "contractor": "desk.contractors.commands:make",
    "export": "desk.personal.commands:export_to",
    "erase": "desk.personal.commands:erase",
}
SIGN_ONLY = {"publisher", "publishing-keys"}


def run(asked: argparse.Namespace) -> int:
    if asked.command == "django":
        execute_from_command_line(["python -m desk django", *asked.rest])
        return 0
    try:
        prepare(opens_submissions=asked.command not in SIGN_ONLY)
    except KeyLostError as lost:
        return sorry(str(lost))
    match asked.command:
        case "enrol":
            return _enrol(asked.name, asked.out, asked.desk_url)
        case "revoke":
            return _revoke(asked.name)
        case "first-staff":
            return _first_staff(asked.name, asked.out)
        case "staff":
            return _staff(asked.name, asked.out, asked.role or [Role.INBOX.value], asked.may)
        case _:
            return _of_its_own(asked)


def _of_its_own(asked: argparse.Namespace) -> int:
    """Commands in modules of their own, imported when asked for: the others need not wait."""
    module, name = ELSEWHERE[asked.command].split(":")
    answer: int = getattr(import_module(module), name)(asked)
    return answer


def _enrol(name: str, out: Path, desk_url: str) -> int:
    try:
        Kiosk(name=name).clean_fields(exclude=["token_digest", "last_seen", "revoked_at"])
    except ValidationError:
        return sorry("A kiosk's name has 1 to 100 characters.")
    if not has_page(name) and not Kiosk.objects.filter(name=name).exists():
        return sorry(f"The desk has a page of its own called {name}. Choose another name.")
    try:
        with transaction.atomic():  # a token that could not be written down is not given out
            device = enrolment_for(name, Kiosk.objects.enrol(name), desk_url)
            write_down(None, "fleet.enrolled", name)
            write_private(out, yaml.safe_dump(device, sort_keys=False, allow_unicode=True))
    except OSError as error:
        return sorry(f"Cannot write {out}: {error.strerror}. The kiosk keeps its old token.")
    say(f"Kiosk {name} is enrolled. Its enrolment is {out}; it is a secret.")
    return 0


def _revoke(name: str) -> int:
    if not Kiosk.objects.filter(name=name).update(revoked_at=timezone.now()):
        return sorry(f"There is no kiosk {name}.")
    write_down(None, "fleet.revoke", name)
    say(f"Kiosk {name} is kept out from now on. Enrol it again to let it in.")
    return 0


def _first_staff(name: str, out: Path) -> int:
    if User.objects.filter(is_staff=True).exists():
        say("There is a staff login already; nothing was changed.")
        return 0
    if fault := _make_login(name, out, is_superuser=True):
        return sorry(fault)
    say(f"Staff login {name} was made; it may do everything. Its password is in {out}.")
    return 0


def _staff(name: str, out: Path, roles: Sequence[str], may: Sequence[str]) -> int:
    if User.objects.filter(username=name).exists():
        return sorry(f"There is a login {name} already; nothing was changed.")
    if fault := _make_login(name, out, roles, may):
        return sorry(fault)
    allowed = f"; it may {' and '.join(may)}" if may else ""
    said = f"Staff login {name} was made, with {' and '.join(roles)}{allowed}."
    say(f"{said} Its password is in {out}.")
    return 0


def _make_login(
    name: str,
    out: Path,
    roles: Sequence[str] = (),
    may: Sequence[str] = (),
    *,
    is_superuser: bool = False,
) -> str:
    """Make a login for staff and write its password down; what is wrong where it cannot be."""
    user = User(username=name, is_staff=True, is_superuser=is_superuser)
    password = one_time_password()
    user.set_password(password)
    try:
        user.clean_fields()
    except ValidationError:
        return "A login's name has 1 to 150 letters, digits and @ . + - _ only."
    try:
        with transaction.atomic():  # a password that could not be written down is of no use
            user.save()
            give(user, roles)
            give_rights(user, may)
            write_down(None, "access.make", name, ", ".join([*roles, *may]))
            write_private(out, password + "\n")
    except OSError as error:
        return f"Cannot write {out}: {error.strerror}. No login was made."
    return ""
