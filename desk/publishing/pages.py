"""Publishing, for staff: what is on trial and on all kiosks, and the buttons that change it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from desk.access.may import may
from desk.fleet.models import Kiosk
from desk.inbox.settle import IN_WORDS
from desk.publishing import publishing
from desk.publishing.differences import differences
from desk.publishing.drafts import draft
from desk.publishing.models import Change, Publication, PublicationState, Release, Ring
from desk.publishing.publishing import RefusedError
from desk.publishing.standing import (
    kiosks_by_release,
    publisher_trouble,
    root_expires,
    standings,
)

VIEW, PUBLISH = "publishing.view_release", "publishing.publish_release"
PER_PAGE = 25
HERE = "bundle"


@dataclass(frozen=True, slots=True)
class Row:
    """One release, and what may be asked of it from here."""

    release: Release
    kiosks: int
    may_go: bool
    may_come_back: bool


@may(VIEW)
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    return _overview(request)


@may(VIEW, to_change=PUBLISH)
@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """A release of the draft; on trial at once where that was asked."""

    def do() -> str:
        with transaction.atomic():  # no release where it may not go on trial
            release = publishing.make_release(_user(request), _why(request))
            if request.POST.get("ring") != Ring.TRIAL:
                return _("Uitgave %(number)s is gemaakt.") % {"number": release.number}
            publishing.publish(release, Ring.TRIAL, _user(request), _why(request))
        return _("Uitgave %(number)s gaat op proef.") % {"number": release.number}

    return _done(request, do)


@may(VIEW, to_change=PUBLISH)
@require_POST
def publish(request: HttpRequest) -> HttpResponse:
    release, ring = _release(request), request.POST.get("ring", "")
    if ring not in Ring.values:
        raise Http404

    def do() -> str:
        at_once = request.POST.get("at_once") == "yes"
        publishing.publish(release, ring, _user(request), _why(request), at_once=at_once)
        if ring == Ring.TRIAL:
            return _("Uitgave %(number)s gaat op proef.") % {"number": release.number}
        return _("Uitgave %(number)s gaat naar alle zuilen.") % {"number": release.number}

    return _done(request, do)


@may(VIEW, to_change=PUBLISH)
@require_POST
def halt(request: HttpRequest) -> HttpResponse:
    publication = get_object_or_404(Publication, pk=_number(request, "publication"))

    def do() -> str:
        release = publishing.halt(publication, _user(request), _why(request))
        if release is None:
            return _("De uitgave is ingetrokken.")
        return _("De proef is gestopt. De proefzuilen krijgen terug wat alle zuilen hebben.")

    return _done(request, do)


@may(VIEW, to_change=PUBLISH)
@require_POST
def roll_back(request: HttpRequest) -> HttpResponse:
    to_release = _release(request)

    def do() -> str:
        made = publishing.roll_back(to_release, _user(request), _why(request))
        words = _("Alle zuilen gaan terug naar uitgave %(old)s. Die heet nu uitgave %(new)s.")
        return words % {"old": to_release.number, "new": made.number}

    return _done(request, do)


@may(VIEW, to_change=PUBLISH)
@require_POST
def kiosks(request: HttpRequest) -> HttpResponse:
    def do() -> str:
        publishing.choose_trial_kiosks(request.POST.getlist("kiosk"), _user(request))
        return _("De proefzuilen zijn opgeslagen.")

    return _done(request, do)


@may(VIEW)
@require_safe
def release(request: HttpRequest, number: int) -> HttpResponse:
    """What changed in one release, since the one before it."""
    found = get_object_or_404(Release.objects.select_related("made_by", "same_as"), pk=number)
    before = Release.objects.filter(number__lt=number).first()
    context = {
        "here": HERE,
        "tab": "publish",
        "release": found,
        "before": before,
        "differences": differences(before.files, found.files) if before else (),
        "changes": Change.objects.filter(release=found),
        "publications": found.publications.select_related("asked_by"),
    }
    return render(request, "publishing/release.html", context)


def _overview(request: HttpRequest, refused: str = "", status: int = 200) -> HttpResponse:
    trial, everywhere = standings()
    now_draft = draft()
    every = Release.objects.select_related("made_by", "same_as").prefetch_related("publications")
    page = Paginator(every, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "here": HERE,
        "tab": "publish",
        "trial": trial,
        "everywhere": everywhere,
        "hindrance": publishing.hindrance(now_draft),
        "changes": Change.objects.filter(release=None).count(),
        "page": page,
        "rows": _rows(page, trial.publication, everywhere.publication),
        "may_publish": cast(User, request.user).has_perm(PUBLISH),
        "kiosks": Kiosk.objects.filter(revoked_at=None).order_by("name"),
        "same": _same(trial.publication, everywhere.publication),
        "pause_minutes": -(-settings.TRIAL_PAUSE_S // 60),
        "publisher": publisher_trouble(),
        "root_expires": root_expires(),
        "refused": refused,
        "form": request.POST.get("form", ""),
        "typed": request.POST.get("why", ""),
    }
    return render(request, "publishing/overview.html", context, status=status)


def _rows(
    releases: Iterable[Release], trial: Publication | None, everywhere: Publication | None
) -> list[Row]:
    """Only what is newer than both rings may go on; only what all once had may come back."""
    counts, rows = kiosks_by_release(), []
    highest = max((each.release_id for each in (trial, everywhere) if each), default=0)
    for release in releases:
        states = {(each.ring, each.state) for each in release.publications.all()}
        stopped = (Ring.TRIAL, PublicationState.HALTED) in states
        may_go = release.number > highest and not stopped
        may_come_back = (Ring.ALL, PublicationState.REPLACED) in states
        rows.append(Row(release, counts.get(release.number, 0), may_go, may_come_back))
    return rows


def _same(trial: Publication | None, everywhere: Publication | None) -> bool:
    """Whether the trial is no trial: its kiosks have what all have."""
    return bool(trial and everywhere and trial.release.files == everywhere.release.files)


def _done(request: HttpRequest, do: Callable[[], str]) -> HttpResponse:
    """Do it and say so; or show the page again with why not and what was typed."""
    try:
        sentence = do()
    except RefusedError as refused:
        return _overview(request, str(refused), status=422)
    messages.add_message(request, messages.SUCCESS, sentence, extra_tags=IN_WORDS)
    return redirect("publishing:overview")


def _user(request: HttpRequest) -> User:
    return cast(User, request.user)


def _why(request: HttpRequest) -> str:
    return request.POST.get("why", "").strip()


def _release(request: HttpRequest) -> Release:
    return get_object_or_404(Release, pk=_number(request, "release"))


def _number(request: HttpRequest, name: str) -> int:
    said = request.POST.get(name, "")
    if not said.isdecimal() or len(said) > 9:
        raise Http404
    return int(said)
