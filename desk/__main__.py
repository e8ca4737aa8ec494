"""`python -m desk`: start the desk, let kiosks and staff in, export and erase on request.

    python -m desk serve --port 8800
    python -m desk relay
    python -m desk publisher
    python -m desk publishing-keys new --root-out root-key.pem
    python -m desk check-backoffices
    python -m desk enrol ZUIL-1 --out kiosk.yaml
    python -m desk revoke ZUIL-1
    python -m desk first-staff --name beheer --out password
    python -m desk staff anna --out password --role inbox --role editor --may read-contact
    python -m desk app mijnstad --out key
    python -m desk revoke-app mijnstad
    python -m desk contractor licht --firm "Jansen Licht" --category verlichting --out password
    python -m desk export "4821 7390 5560" --out all.zip
    python -m desk erase "4821 7390 5560" --anyway
    python -m desk django changepassword anna

Ends with 0 when done, 1 with one sentence when it could not, 2 when asked wrongly.
"""

import argparse
import gc
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import django

from desk.access.provider import ROLES
from desk.staff import PERMISSIONS


def main(arguments: Sequence[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "desk.settings")
    # Pydantic would ask every installed package whether it has something to add: none has.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # pytz, which Babel asks for our one time zone, would look for the files of all six hundred.
    os.environ.setdefault("PYTZ_SKIPEXISTSCHECK", "yes")
    gc.disable()  # imports make nothing to collect
    django.setup()
    from desk import commands  # noqa: PLC0415 - models can only be imported after setup

    gc.freeze()  # it all stays until the end
    gc.enable()
    return commands.run(asked)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m desk", description="The central desk of Zuil.")
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="start the desk")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on")
    serve.add_argument("--port", type=int, default=8800, help="0 takes any free one")
    serve.add_argument("--workers", type=int, default=1, help="processes, of 32 threads each")
    enrol = commands.add_parser("enrol", help="let a kiosk in and write its enrolment")
    enrol.add_argument("name", help="the kiosk's name; enrolling it again replaces its token")
    enrol.add_argument("--out", type=Path, required=True, metavar="FILE")
    enrol.add_argument("--desk-url", default="http://127.0.0.1:8800")
    revoke = commands.add_parser("revoke", help="keep a kiosk out from now on")
    revoke.add_argument("name")
    first = commands.add_parser("first-staff", help="make the administrator, if there is no login")
    first.add_argument("--name", default="beheer")
    first.add_argument("--out", type=Path, required=True, metavar="FILE")
    staff = commands.add_parser("staff", help="make a login for a member of staff")
    staff.add_argument("name")
    staff.add_argument("--out", type=Path, required=True, metavar="FILE")
    staff.add_argument("--role", action="append", default=[], choices=ROLES, help="inbox if none")
    staff.add_argument("--may", action="append", default=[], choices=PERMISSIONS)
    app = commands.add_parser("app", help="let an app in (Open311) and write its key")
    app.add_argument("name", help="the app's name; letting it in again replaces its key")
    app.add_argument("--out", type=Path, required=True, metavar="FILE")
    revoke_app = commands.add_parser("revoke-app", help="keep an app out from now on")
    revoke_app.add_argument("name")
    firm = commands.add_parser("contractor", help="make a login for a firm that mends things")
    firm.add_argument("name")
    firm.add_argument("--firm", required=True, help="as staff know it, such as 'Jansen Licht'")
    firm.add_argument("--category", action="append", default=[], metavar="MAIN[/SUB]")
    firm.add_argument("--postcode", action="append", default=[], help="first digits: 7511")
    firm.add_argument("--around", metavar="LAT,LONG,METRES", help="52.2,6.9,2000")
    firm.add_argument("--out", type=Path, required=True, metavar="FILE")
    export = commands.add_parser("export", help="write down all that is held under a number")
    export.add_argument("code", help="the number on the receipt")
    export.add_argument("--out", type=Path, required=True, metavar="FILE")
    erase = commands.add_parser("erase", help="erase what a visitor told, on request")
    erase.add_argument("code", help="the number on the receipt")
    erase.add_argument("--anyway", action="store_true", help="even if nobody has got it yet")
    for each in (export, erase):
        each.add_argument("--day", type=date.fromisoformat, help="2026-11-22, if there are several")
    commands.add_parser("relay", help="hand over to the back-offices, and hear how it goes")
    commands.add_parser("check-backoffices", help="say what is wrong with any of them")
    commands.add_parser("publisher", help="sign and publish bundles, and watch trials")
    signing = commands.add_parser("publishing-keys", help="the keys that bundles are signed with")
    _of_keys(signing.add_subparsers(dest="what", required=True))
    rest = commands.add_parser("django", help="any command of Django's own")
    rest.add_argument("rest", nargs=argparse.REMAINDER)
    return parser


def _of_keys(ways: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    new = ways.add_parser("new", help="make them, once")
    rotate = ways.add_parser("rotate", help="replace the publisher's keys")
    new_root = ways.add_parser("new-root", help="replace the root key")
    for each in (rotate, new_root):
        each.add_argument("--root", type=Path, required=True, metavar="FILE", help="the root key")
    for each in (new, new_root):
        each.add_argument("--root-out", type=Path, required=True, metavar="FILE")
    for each in (new, rotate, new_root):
        each.add_argument("--no-passphrase", action="store_true", help="leave new keys unlocked")
    ways.add_parser("status", help="until when kiosks believe what is published")


if __name__ == "__main__":
    raise SystemExit(main())
