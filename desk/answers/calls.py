"""The call list: whom to call, what to say, and what came of it.

gesproken            done; "not solved" opens the report again
niet bereikt         stays on the list and comes back after some hours
niet te bereiken     done: it was tried
anders verteld       done: by letter, mail or at the counter
"""

from datetime import timedelta

from django.contrib import messages
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods, require_safe

from desk.answers.lists import (
    READ_CONTACT,
    gone,
    may,
    parts_of,
    read_contact,
    settle,
    shown,
    to_do,
)
from desk.answers.models import Channel, Notice
from desk.follow.reopening import not_solved
from desk.intake.models import Status

COMES_BACK = timedelta(hours=3)
ENOUGH_TRIES = 3
NOT_REACHED, NOT_SOLVED = "niet-bereikt", "niet-opgelost"
OUTCOMES = {
    "gesproken": "Gesproken",
    NOT_SOLVED: "Gesproken: het is niet opgelost",
    "onbereikbaar": "Niet te bereiken",
    "anders": "Op een andere manier verteld",
}


@may(READ_CONTACT)
@require_safe
def calls(request: HttpRequest) -> HttpResponse:
    return render(request, "answers/calls.html", shown(Channel.PHONE))


@may(READ_CONTACT)
@require_http_methods(["GET", "HEAD", "POST"])
def call(request: HttpRequest, number: int) -> HttpResponse:
    notice = to_do(Channel.PHONE).select_related("submission").filter(pk=number).first()
    if notice is None:
        return gone(request, "answers:calls")
    if request.method == "POST":
        return _settled(request, notice)
    read_contact(notice.submission, request, gettext_noop("Bellijst"))
    dutch, own = parts_of(notice.text)
    context = {
        "notice": notice,
        "submission": notice.submission,
        "contact": notice.submission.content.contact,
        "dutch": dutch,
        "own": own,
        "may_be_unsolved": notice.status == Status.DONE,
        "enough_tries": notice.tries >= ENOUGH_TRIES,
        "here": "answers",
    }
    return render(request, "answers/call.html", context)


def _settled(request: HttpRequest, notice: Notice) -> HttpResponse:
    outcome = request.POST.get("uitkomst", "")
    if outcome == NOT_REACHED:
        return _not_reached(request, notice)
    if outcome not in OUTCOMES:
        return redirect("answers:call", number=notice.pk)
    if not settle(notice.pk, request, OUTCOMES[outcome]):
        return gone(request, "answers:calls")
    if outcome == NOT_SOLVED:
        reopened = not_solved(notice.submission) != "refused"
        messages.success(request, "reopened" if reopened else "not-reopened")
    else:
        messages.success(request, "settled")
    return redirect("answers:calls")


def _not_reached(request: HttpRequest, notice: Notice) -> HttpResponse:
    back = timezone.now() + COMES_BACK
    tried = Notice.objects.filter(pk=notice.pk, state=Notice.State.TO_DO).update(
        tries=F("tries") + 1, due_at=back
    )
    if not tried:
        return gone(request, "answers:calls")
    messages.success(request, "not-reached")
    return redirect("answers:calls")
