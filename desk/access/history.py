"""Writing down who changed what. In the same transaction as the change itself.

A change that writes nothing down itself is written down after all, by its address
(`every_change`): what can be forgotten in one view cannot be forgotten in all.
"""

import logging
from collections.abc import Callable
from contextvars import ContextVar

from django.contrib.auth.models import AnonymousUser, User
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from desk.access.models import Deed

View = Callable[..., HttpResponseBase]
Handler = Callable[[HttpRequest], HttpResponse]
LOOKING = ("GET", "HEAD", "OPTIONS", "TRACE")
REFUSED = 400
_written: ContextVar[int] = ContextVar("written", default=0)
log = logging.getLogger(__name__)


def write_down(who: User | AnonymousUser | None, what: str, about: str = "", why: str = "") -> None:
    """`who` is None where the desk did it by itself. Nothing of a visitor may be in here."""
    user = who if isinstance(who, User) else None
    Deed.objects.create(
        who=user,
        who_named=user.get_username() if user else "Zuil",
        what=what,
        about=about[:200],
        why=why[:500],
    )
    _written.set(_written.get() + 1)


def changes_nothing(view: View) -> View:
    """For a view that is posted to and changes nothing that lasts, such as a try-out's buttons."""
    view.changes_nothing = True  # type: ignore[attr-defined] # functools.wraps carries it on
    return view


def every_change(get_response: Handler) -> Handler:
    """Middleware: what staff sent and the desk did, by its route and what it was about.

    Never what stood in the form. What was refused changed nothing.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        before = _written.get()
        response = get_response(request)
        if request.method in LOOKING or response.status_code >= REFUSED:
            return response
        user, match = request.user, request.resolver_match
        silent = match is None or getattr(match.func, "changes_nothing", False)
        if silent or not isinstance(user, User) or not user.is_staff or _written.get() != before:
            return response
        assert match is not None  # noqa: S101 - as `silent` says
        about = " ".join(str(each) for each in (*match.args, *match.kwargs.values()))
        try:
            write_down(user, match.view_name.replace(":", "."), about)
        except DatabaseError:  # it has been done: saying that it failed would be worse
            log.exception("%s could not be written down", match.view_name)
        return response

    return middleware
