"""Which staff may see a page: `@may("fleet.view_kiosk")` around a view."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from desk.inbox.login import staff_page

View = Callable[..., HttpResponseBase]


def may(*any_of: str, to_change: str = "") -> Callable[[View], View]:
    """For staff with one of these permissions; others are told that they may not.

    `to_change` is needed besides for anything but looking.
    """

    def around(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            user = request.user
            if not isinstance(user, User) or not any(user.has_perm(each) for each in any_of):
                raise PermissionDenied
            looks = request.method in ("GET", "HEAD")
            if to_change and not looks and not user.has_perm(to_change):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return staff_page(inner)

    return around


inbox_page = may("intake.work_inbox")
"""For whoever reads and answers what visitors handed in."""
routes_page = may("intake.work_inbox", "backoffices.change_route")
"""For them, and for whoever sets up where it goes to."""
