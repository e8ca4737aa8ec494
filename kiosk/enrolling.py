"""Letting this kiosk in at a desk: a one-time code goes there, an enrolment comes back.

`POST /api/kiosk/enrol` with the code. What the desk gives (its address and keys, a token)
is checked, put on the disk for this user only, and used from the next start on. Whether it
can be put there is tried before the code is used up. The token is never shown or logged.
"""

import os
import tempfile
import threading
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import requests
from pydantic import Field, ValidationError

from kiosk.core.events import EnrolFailed, Enrolled
from kiosk.core.health import Message
from kiosk.core.loopback import is_this_machine
from kiosk.delivery import TIMEOUT_S, desk_session

LARGEST_ANSWER_BYTES = 256 * 1024


class Given(Message):
    """What a desk gives to a kiosk that it lets in: what `config.device.Enrolment` reads."""

    desk_url: Annotated[str, Field(pattern=r"^https?://[^\s/]+$")]
    desk_public_key: Annotated[str, Field(pattern=r"^[A-Za-z0-9+/]{43}=$")]
    kiosk_name: Annotated[str, Field(min_length=1, max_length=100)]
    kiosk_token: Annotated[str, Field(min_length=20, max_length=200)]
    orders_key: Annotated[str, Field(pattern=r"^[A-Za-z0-9+/]{43}=$")] | None = None
    updates_url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    updates_root: Annotated[str, Field(max_length=100_000)] | None = None


class Enroller:
    """Asks in a thread; `inbox` gets exactly one event for each time.

    `known_desk` is asked where the code did not name one; empty where there is none.
    """

    def __init__(
        self,
        file: Path,
        known_desk: str,
        inbox: Callable[[Enrolled | EnrolFailed], None],
        on_enrolled: Callable[[], None],
    ) -> None:
        self._file = file
        self._known_desk = known_desk
        self._inbox = inbox
        self._on_enrolled = on_enrolled

    def enrol(self, code: str, desk_url: str) -> None:
        threading.Thread(
            target=self._enrol, args=[code, desk_url], name="enrol", daemon=True
        ).start()

    def _enrol(self, code: str, desk_url: str) -> None:
        event = enrol(code, desk_url or self._known_desk, self._file)
        if isinstance(event, Enrolled):
            self._on_enrolled()
        self._inbox(event)


def enrol(code: str, desk_url: str, file: Path) -> Enrolled | EnrolFailed:
    """Use this code at this desk, and keep what it gives in `file`."""
    if not desk_url:
        return EnrolFailed("no_address")
    if not is_safe(desk_url):
        return EnrolFailed("unsafe")
    try:
        beside = _room_beside(file)
    except OSError:
        return EnrolFailed("not_kept")
    try:
        given = _ask(code, desk_url)
        if isinstance(given, EnrolFailed):
            return given
        _put(given, beside, file)
    except OSError:
        return EnrolFailed("not_kept")
    finally:
        beside.unlink(missing_ok=True)
    return Enrolled(given.kiosk_name)


def is_safe(desk_url: str) -> bool:
    """Encrypted, or on this very machine: else anyone on the way could read the token."""
    parts = urlsplit(desk_url)
    return parts.scheme == "https" or is_this_machine(parts.hostname or "")


def _ask(code: str, desk_url: str) -> Given | EnrolFailed:
    session = desk_session("")
    del session.headers["Authorization"]
    try:
        with session.post(
            f"{desk_url.rstrip('/')}/api/kiosk/enrol",
            json={"code": code},
            timeout=TIMEOUT_S,
            allow_redirects=False,
            stream=True,
        ) as answer:
            match answer.status_code:
                case HTTPStatus.OK:
                    body = answer.raw.read(LARGEST_ANSWER_BYTES + 1, decode_content=True)
                    return Given.model_validate_json(body)
                case HTTPStatus.NOT_FOUND | HTTPStatus.UNPROCESSABLE_ENTITY:
                    return EnrolFailed("unknown")
                case HTTPStatus.TOO_MANY_REQUESTS:
                    return EnrolFailed("too_often")
                case _:
                    return EnrolFailed("unreachable")
    except (requests.RequestException, OSError, ValidationError):
        return EnrolFailed("unreachable")
    finally:
        session.close()


def _room_beside(file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")  # mode 0600
    os.close(handle)
    return Path(name)


def _put(given: Given, beside: Path, file: Path) -> None:
    """As JSON, which is YAML too. Never half there."""
    with beside.open("w", encoding="utf-8") as opened:
        opened.write(given.model_dump_json(exclude_none=True, indent=1) + "\n")
        opened.flush()
        os.fsync(opened.fileno())
    beside.replace(file)
