"""Coming in and going out, written down; and what each session remembers of its beginning."""

import time
from typing import Any

from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.contrib.sessions.models import Session
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from desk.access import second
from desk.access.history import write_down
from desk.access.models import Deed, Standing

BEGAN, SEEN, TURN = "began", "seen", "turn"
"""In the session: when it began, when its owner was last there (seconds), and its turn."""


def listen() -> None:
    user_logged_in.connect(_came_in, dispatch_uid="desk.access.came-in")
    user_logged_out.connect(_went_out, dispatch_uid="desk.access.went-out")
    user_login_failed.connect(_failed, dispatch_uid="desk.access.failed")


def turn_of(user: User) -> int:
    return Standing.objects.filter(pk=user.pk).values_list("turn", flat=True).first() or 0


def standing_of(user: User) -> Standing:
    """As it was when this request began to look; made up where there is none yet."""
    return getattr(user, "standing", None) or Standing(user=user)


def end_sessions(user: User, *, but: HttpRequest | None = None) -> None:
    """Everywhere that this login is in use; `but` is the one session that goes on.

    That one gets another key, so it is not to be called where its transaction may be undone.
    """
    Standing.objects.get_or_create(user=user)
    Standing.objects.filter(pk=user.pk).update(turn=F("turn") + 1)
    if but is not None and but.user.pk == user.pk:
        but.session[TURN] = turn_of(user)
        but.session.cycle_key()


def _came_in(request: HttpRequest, user: User, **_: Any) -> None:
    request.session[BEGAN] = request.session[SEEN] = int(time.time())
    request.session[TURN] = turn_of(user)
    request.session[second.ASKED] = second.has_second(user)
    if user.is_staff:
        write_down(user, "access.login")
    Session.objects.filter(expire_date__lt=timezone.now()).delete()


def _went_out(user: User | None, **_: Any) -> None:
    if user is not None and user.is_staff:
        write_down(user, "access.logout")


def _failed(credentials: dict[str, Any], **_: Any) -> None:
    """Only the name of a login that there is: people type a password there by mistake."""
    name = str(credentials.get("username", ""))
    known = User.objects.filter(username=name, is_staff=True).exists()
    Deed.objects.create(who_named="", what="access.login-failed", about=name if known else "")
