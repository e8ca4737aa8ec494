"""`python -m desk`: start the desk, let a kiosk in, make the first member of staff.

    python -m desk serve --port 8800
    python -m desk enrol ZUIL-1 --out kiosk.yaml
    python -m desk revoke ZUIL-1
    python -m desk first-staff --name beheer --out password
    python -m desk django createsuperuser

Ends with 0 when done, 1 with one sentence when it could not, 2 when asked wrongly.
"""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

import django


def main(arguments: Sequence[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "desk.settings")
    django.setup()
    from desk import commands  # noqa: PLC0415 - models can only be imported after setup

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
    staff = commands.add_parser("first-staff", help="make a login where there is none yet")
    staff.add_argument("--name", default="beheer")
    staff.add_argument("--out", type=Path, required=True, metavar="FILE")
    rest = commands.add_parser("django", help="any command of Django's own")
    rest.add_argument("rest", nargs=argparse.REMAINDER)
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
