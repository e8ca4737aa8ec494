"""What `python -m desk` does, each a function that answers the exit code."""

import argparse
import errno
import secrets
import sys
from pathlib import Path

import yaml
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management import execute_from_command_line
from django.db import transaction
from django.utils import timezone

from desk.first_start import KeyLostError, prepare
from desk.fleet.models import Kiosk
from desk.intake.sealing import public_key
from desk.private_files import write_private
from desk.serve import Server, open_listener

PASSWORD_GROUPS = 4
"""Groups of 24 random bits: 96 bits, and still to be typed over from paper."""


def run(asked: argparse.Namespace) -> int:
    if asked.command == "django":
        execute_from_command_line(["python -m desk django", *asked.rest])
        return 0
    try:
        prepare()
    except KeyLostError as lost:
        return _sorry(str(lost))
    match asked.command:
        case "serve":
            return _serve(asked.host, asked.port, asked.workers)
        case "enrol":
            return _enrol(asked.name, asked.out, asked.desk_url)
        case "revoke":
            return _revoke(asked.name)
        case _:
            return _first_staff(asked.name, asked.out)


def _serve(host: str, port: int, workers: int) -> int:
    try:
        listener = open_listener(host, port)
    except OverflowError:
        return _sorry(f"There is no port {port}. Choose one from 1 to 65535 with --port.")
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return _sorry(f"Port {port} is taken by another program. Choose another with --port.")
        if error.errno == errno.EACCES:
            return _sorry(f"Port {port} is not for ordinary users. Choose one above 1023.")
        return _sorry(f"This machine cannot listen on {host}. Choose another with --host.")
    shown = f"[{host}]" if ":" in host else host
    _say(f"The desk is at http://{shown}:{listener.getsockname()[1]}/")
    Server(listener, workers).run()
    return 0


def _enrol(name: str, out: Path, desk_url: str) -> int:
    try:
        Kiosk(name=name).clean_fields(exclude=["token_digest", "last_seen", "revoked_at"])
    except ValidationError:
        return _sorry("A kiosk's name has 1 to 100 characters.")
    try:
        with transaction.atomic():  # a token that could not be written down is not given out
            device = {
                "desk_url": desk_url.rstrip("/"),
                "desk_public_key": public_key(),
                "kiosk_name": name,
                "kiosk_token": Kiosk.objects.enrol(name),
            }
            write_private(out, yaml.safe_dump(device, sort_keys=False, allow_unicode=True))
    except OSError as error:
        return _sorry(f"Cannot write {out}: {error.strerror}. The kiosk keeps its old token.")
    _say(f"Kiosk {name} is enrolled. Its enrolment is {out}; it is a secret.")
    return 0


def _revoke(name: str) -> int:
    if not Kiosk.objects.filter(name=name).update(revoked_at=timezone.now()):
        return _sorry(f"There is no kiosk {name}.")
    _say(f"Kiosk {name} is kept out from now on. Enrol it again to let it in.")
    return 0


def _first_staff(name: str, out: Path) -> int:
    if User.objects.filter(is_staff=True).exists():
        _say("There is a staff login already; nothing was changed.")
        return 0
    password = "-".join(secrets.token_hex(3) for _ in range(PASSWORD_GROUPS))
    try:
        with transaction.atomic():
            User.objects.create_user(name, password=password, is_staff=True)
            write_private(out, password + "\n")
    except OSError as error:
        return _sorry(f"Cannot write {out}: {error.strerror}. No login was made.")
    _say(f"Staff login {name} was made. Its password is in {out}.")
    return 0


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


def _sorry(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 1
