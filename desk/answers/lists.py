"""What the staff pages of answers share: who may see them, what is to do, what is logged.

A list shows no name, number or address. Opening one item does, and is written down as a
`ContactReading` with what it was for.
"""

from collections.abc import Callable
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from desk.answers.models import Channel, Notice
from desk.answers.texts import NEXT_LANGUAGE
from desk.inbox.login import View, staff_page
from desk.intake.models import ContactReading, Submission

READ_CONTACT = "intake.read_contact"
CHANGE_TEXTS = "answers.change_template"
MOST_SHOWN = 200


def may(permission: str) -> Callable[[View], View]:
    """A staff page for those with a permission; others get 403."""

    def decorate(view: View) -> View:
        return staff_page(permission_required(permission, raise_exception=True)(view))

    return decorate


def to_do(channel: Channel) -> QuerySet[Notice]:
    """What waits for staff on one list, the oldest first."""
    return Notice.objects.filter(
        channel=channel, state=Notice.State.TO_DO, due_at__lte=timezone.now()
    ).order_by("made_at", "id")


def shown(channel: Channel) -> dict[str, object]:
    """One list as its page needs it."""
    found = to_do(channel).select_related("submission").defer("submission__raw", "text")
    return {"notices": found[:MOST_SHOWN], "count": found.count(), "here": "answers"}


def read_contact(submission: Submission, request: HttpRequest, why: str) -> None:
    """Written down before anything is shown."""
    ContactReading.objects.create(submission=submission, by=clerk(request), why=why)


def clerk(request: HttpRequest) -> User:
    return cast(User, request.user)  # a staff page has no other


def settle(number: int, request: HttpRequest, outcome: str) -> bool:
    """It has been told, or cannot be. False where a colleague or a newer answer was first."""
    done = Notice.objects.filter(pk=number, state=Notice.State.TO_DO).update(
        state=Notice.State.DONE, done_at=timezone.now(), done_by=clerk(request), outcome=outcome
    )
    return bool(done)


def gone(request: HttpRequest, page: str) -> HttpResponse:
    """Back to the list: this one is no longer to do."""
    messages.info(request, "gone")
    return redirect(page)


def parts_of(text: str) -> tuple[str, str]:
    """What is said in Dutch, and in the visitor's language where that is another."""
    own, _, dutch = text.partition(NEXT_LANGUAGE)
    return (dutch, own) if dutch else (own, "")
