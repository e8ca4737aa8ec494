"""Back-offices call us: something changed over there.

    /api/terug/<back-office>/<the rest>    the connector says whether it is theirs, and about what
    /api-token-auth/                       MOR-core asks for its token at the root of an address

Whoever cannot prove to be that back-office hears 403 and nothing else. What it says is
taken in as if we had read it there, or read there soon.
"""

import logging
from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from config.problems import Mistakes
from desk.backoffices import registry
from desk.backoffices.contract import Push, Pushed
from desk.backoffices.models import Handover
from desk.backoffices.news import hear
from desk.backoffices.registry import BackOffice
from desk.limits import Limit, address

log = logging.getLogger(__name__)


def wrong_calls() -> Limit:
    """A secret of a back-office cannot be guessed at by trying."""
    return Limit("backoffice-call", 30, 60)


@csrf_exempt
@require_http_methods(["POST", "PUT", "PATCH"])
def told(request: HttpRequest, name: str, tail: str) -> HttpResponse:
    found = _known().get(name)
    return _take(request, [] if found is None else [found], tail)


@csrf_exempt
@require_http_methods(["POST"])
def token(request: HttpRequest) -> HttpResponse:
    return _take(request, _known().values(), "api-token-auth/")


def _known() -> dict[str, BackOffice]:
    try:
        return registry.cached()
    except Mistakes:
        log.warning("a back-office called, and backoffices.yaml cannot be used")
        return {}


def _take(request: HttpRequest, callers: Iterable[BackOffice], tail: str) -> HttpResponse:
    who = address(request)
    if wait_s := wrong_calls().wait_s(who):
        return JsonResponse({"error": "Too often."}, status=429, headers={"Retry-After": wait_s})
    push = Push(request.method or "", tail, request.headers, request.body)
    for caller in callers:
        pushed = caller.connector.pushed(push)
        if pushed is not None:
            _hear(caller, pushed)
            return HttpResponse(pushed.answer, status=pushed.status, content_type=pushed.media_type)
    wrong_calls().take(who)
    return JsonResponse({"error": "This is not for us."}, status=403)


def _hear(caller: BackOffice, pushed: Pushed) -> None:
    with transaction.atomic():
        handover = _about(caller.name, pushed)
        if handover is None:
            return
        if pushed.news is None:
            Handover.objects.filter(pk=handover.pk).update(poll_at=timezone.now())
        else:
            hear(handover, pushed.news, every_s=caller.settings.ask_every_s)


def _about(backoffice: str, pushed: Pushed) -> Handover | None:
    mine = Handover.objects.filter(
        backoffice=backoffice, current=True, state=Handover.State.ARRIVED
    ).select_related("submission")
    if pushed.reference:
        try:
            return mine.filter(submission_id=UUID(hex=pushed.reference)).first()
        except ValueError:
            return None
    return mine.filter(number=pushed.number).first() if pushed.number else None
