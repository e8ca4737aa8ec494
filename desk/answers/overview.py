"""Where staff see what is to be told: how many calls, letters and texts, and what is not set up."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.problems import Mistakes
from desk.answers.lists import CHANGE_TEXTS, READ_CONTACT, to_do
from desk.answers.models import Channel, Notice
from desk.answers.setup import load
from desk.inbox.login import staff_page


@staff_page
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    if not (request.user.has_perm(READ_CONTACT) or request.user.has_perm(CHANGE_TEXTS)):
        raise PermissionDenied
    try:
        answers, broken = load(), False
    except Mistakes:
        answers, broken = None, True
    sending = Notice.objects.filter(state=Notice.State.WAITING)
    context = {
        "calls": to_do(Channel.PHONE).count(),
        "letters": to_do(Channel.LETTER).count(),
        "texts": to_do(Channel.SMS).count(),
        "sending": sending.count(),
        "stuck": sending.filter(due_at__lte=timezone.now(), tries__gt=1).count(),
        "broken": broken,
        "answers": answers,
        "here": "answers",
    }
    return render(request, "answers/overview.html", context)
