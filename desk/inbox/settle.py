"""The buttons with which staff settle what became of a hand-over."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from config.problems import Mistakes
from desk.access.may import inbox_page
from desk.backoffices import registry, settling
from desk.backoffices.settling import SettleError
from desk.inbox.handovers import CANNOT_READ
from desk.intake.models import Submission

IN_WORDS = "in-words"
"""The message is the sentence itself, for the page to show as it is."""
DONE = {
    "again": _("Gedaan. Het wordt verstuurd zodra dat kan."),
    "arrived": _("Gedaan. Het staat nu als aangekomen."),
    "once": _("Gedaan. Het staat niet meer als dubbel."),
    "here": _("Gedaan. Het gaat niet naar een zaaksysteem. U handelt het hier af."),
    "elsewhere": _("Gedaan. Het gaat naar het andere zaaksysteem."),
}


@inbox_page
@require_POST
def settle(request: HttpRequest, submission_id: UUID) -> HttpResponse:
    submission = get_object_or_404(Submission, pk=submission_id)
    wanted = request.POST.get("do", "")
    try:
        _settle(request, submission, wanted)
    except SettleError as fault:
        messages.error(request, str(fault), extra_tags=IN_WORDS)
    except Mistakes as mistakes:
        messages.error(request, f"{CANNOT_READ} {mistakes}", extra_tags=IN_WORDS)
    else:
        messages.success(request, DONE[wanted], extra_tags=IN_WORDS)
    return redirect("inbox:detail", submission_id=submission_id)


def _settle(request: HttpRequest, submission: Submission, wanted: str) -> None:
    by, said = cast(User, request.user), request.POST
    handover = submission.handovers.filter(current=True).first()
    if wanted not in DONE or said.get("handover", "") != (str(handover.pk) if handover else ""):
        raise SettleError(settling.NOT_ANY_MORE)  # a colleague was first
    if wanted == "elsewhere":
        backoffice, target = said.get("backoffice", ""), said.get("target", "")
        looked = bool(said.get("looked"))
        known = registry.cached()
        settling.route_elsewhere(submission, backoffice, target, by, known, looked=looked)
    elif handover is None:
        raise SettleError(settling.NOT_ANY_MORE)
    elif wanted == "again":
        settling.send_again(handover, by)
    elif wanted == "arrived":
        settling.did_arrive(handover, said.get("number", ""), by)
    elif wanted == "once":
        settling.not_twice(handover, by)
    else:
        settling.deal_here(handover, by)
