"""Trying and checking a draft, for staff: what is wrong in it, what changes, and how it feels."""

from collections.abc import Mapping
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from desk.publishing.drafts import draft
from desk.rehearsal import examinations, program, trials
from desk.rehearsal.choices import choices, wished
from desk.rehearsal.models import ChangedScreen, Trial
from desk.rehearsal.rights import may_try, own_trial, rehearsal_page
from desk.rehearsal.wording import told

FEW, PER_PAGE = 6, 24


@rehearsal_page
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    now = draft()
    found = examinations.of(now)
    mine = Trial.objects.filter(user=request.user.pk).first()
    context = {
        "examination": found,
        "standing": examinations.standing(found),
        "problems": [told(each) for each in found.problems] if found else [],
        "advice": [told(each) for each in found.advice] if found else [],
        "screens": found.screens.defer("before", "after")[:FEW] if found else [],
        "trial": mine if mine and trials.is_alive(mine) else None,
        "choices": choices(now.files),
    }
    return _page(request, "overview", context)


@rehearsal_page
@require_POST
def examine(request: HttpRequest) -> HttpResponse:
    if not program.is_here():
        return redirect("rehearsal:overview")
    examinations.ask(draft(), cast(User, request.user))
    return redirect("rehearsal:overview")


@rehearsal_page
@require_safe
def standing(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - a view
    """For the page's script: whether the examination is done."""
    found = examinations.of(draft())
    percent = found.percent if found else 0
    return JsonResponse({"state": examinations.standing(found), "percent": percent})


@rehearsal_page
@require_safe
def screens(request: HttpRequest) -> HttpResponse:
    found = examinations.of(draft())
    if found is None:
        return redirect("rehearsal:overview")
    all_of_it = found.screens.defer("before", "after")
    page = Paginator(all_of_it, PER_PAGE).get_page(request.GET.get("page"))
    return _page(request, "screens", {"examination": found, "page": page, "screens": page})


@rehearsal_page
@require_safe
def picture(request: HttpRequest, pk: int, side: str) -> HttpResponse:  # noqa: ARG001 - a view
    screen = get_object_or_404(ChangedScreen, pk=pk)
    content = {"before": screen.before, "after": screen.after}.get(side)
    if content is None:
        raise Http404
    response = HttpResponse(bytes(content), content_type="image/png")
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response


@rehearsal_page
@require_POST
def start(request: HttpRequest) -> HttpResponse:
    now = draft()
    if not program.is_here():
        return redirect("rehearsal:overview")
    try:
        trial = trials.start(cast(User, request.user), now.files, wished(request.POST, now.files))
    except trials.TooManyError:
        _say(request, _("Er staan al genoeg probeerzuilen aan. Wacht tot een collega klaar is."))
    except trials.DoesNotStartError:
        _say(request, _("Het ontwerp kan niet draaien: er zit een fout in. Controleer het eerst."))
    except trials.TooSlowError:
        _say(request, _("De computer heeft het te druk. Probeer het over een minuut nog eens."))
    else:
        return redirect("rehearsal:trial", trial.pk)
    return redirect("rehearsal:overview")


@rehearsal_page
@require_safe
def trial(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = own_trial(request, pk)
    if not trials.is_alive(found):
        trials.end(found)
        return redirect("rehearsal:overview")
    context = {"trial": found, "receipts": range(1, len(trials.receipts(found)) + 1)}
    return _page(request, "trial", context)


@rehearsal_page
@require_POST
def stop(request: HttpRequest, pk: UUID) -> HttpResponse:
    trials.end(own_trial(request, pk))
    return redirect("rehearsal:overview")


@rehearsal_page
@require_safe
def receipts(request: HttpRequest, pk: UUID) -> HttpResponse:
    """For the page's script: the addresses of the receipts, the first one first."""
    found = own_trial(request, pk)
    count = len(trials.receipts(found))
    addresses = [reverse("rehearsal:receipt", args=[pk, n]) for n in range(1, count + 1)]
    return JsonResponse({"receipts": addresses, "over": not trials.is_alive(found)})


@rehearsal_page
@require_safe
def receipt(request: HttpRequest, pk: UUID, number: int) -> HttpResponseBase:
    found = trials.receipts(own_trial(request, pk))
    if not 1 <= number <= len(found):
        raise Http404
    return FileResponse(found[number - 1].open("rb"), content_type="image/png")


def _page(request: HttpRequest, name: str, context: Mapping[str, object]) -> HttpResponse:
    about: dict[str, object] = {
        "here": "bundle",
        "tab": "try",
        "may_try": may_try(request),
        "program_is_here": program.is_here(),
        "idle_minutes": 15,
        "most": trials.MOST,
    }
    return render(request, f"rehearsal/{name}.html", about | dict(context))


def _say(request: HttpRequest, sentence: str) -> None:
    messages.add_message(request, messages.ERROR, sentence, extra_tags="in-words")
