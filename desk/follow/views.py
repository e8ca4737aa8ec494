"""`/volg/<code>`: one answer, readable at any size, without scripts and without personal data.

    /volg/                    type a number
    /volg/482173905560        the answer; spaces and dashes in the number are fine
    ?taal=en                  in English; otherwise in the language of the visit
    ?dag=2026-11-22           the one of that day, where two share a number
    /volg/482173905560/opgelost    where its form "Is it really solved?" goes

Two of one day are shown below each other with their times: nothing is hidden. Of a "yes"
nothing is kept; a "no" reopens (`desk.follow.reopening`).
"""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from desk.codes import grouped, read_code
from desk.follow.cards import card
from desk.follow.reopening import Outcome, not_solved
from desk.follow.reports import submissions
from desk.follow.texts import Words, every_language, language_for, words
from desk.intake.models import Submission
from desk.limits import address, public_pages
from desk.municipality import municipality

YES, NO, TOO_LATE = "ja", "nee", "laat"
THANKS: dict[Outcome, str] = {"reopened": NO, "known": NO, "refused": TOO_LATE}
"""What the page says after a "no"; it only promises to look again where it will."""


@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    typed = request.GET.get("code", "").strip()
    if code := read_code(typed):
        return redirect(_address(code, _chosen_language(request)))
    return _page(request, "follow/ask.html", {"typed": typed, "wrong": bool(typed)})


@require_safe
def page(request: HttpRequest, text: str) -> HttpResponse:
    if wait_s := public_pages().take(address(request)):
        return _wait(request, wait_s)
    code = read_code(text)
    if code is None:
        return _page(request, "follow/ask.html", {"typed": text[:40], "wrong": True}, status=404)
    if code != text:
        return redirect(_address(code, _chosen_language(request)))
    found = submissions(code)
    if not found:
        return _page(request, "follow/unknown.html", {"typed": grouped(code)}, status=404)
    return _answer(request, code, found)


@require_POST
def solved(request: HttpRequest, text: str) -> HttpResponse:
    """The answer to "Is it really solved?"; then the page again, which says thanks."""
    if wait_s := public_pages().take(address(request)):
        return _wait(request, wait_s)
    code = read_code(text)
    if code is None:
        return redirect("follow:page", text=text)
    language = _chosen_language(request)
    by_number = {str(number): each for number, each in enumerate(submissions(code))}
    submission = by_number.get(request.POST.get("bericht", ""))
    said = request.POST.get("opgelost")
    if submission is None or said not in (YES, NO):
        return redirect(_address(code, language))
    thanks = YES if said == YES else THANKS[not_solved(submission)]
    return redirect(_address(code, language, submission.received_day, thanks))


def _wait(request: HttpRequest, wait_s: int) -> HttpResponse:
    response = _page(request, "follow/wait.html", {}, status=429)
    response["Retry-After"] = str(wait_s)
    return response


def _answer(request: HttpRequest, code: str, found: Sequence[Submission]) -> HttpResponse:
    language = language_for(_chosen_language(request), found[0].language)
    days = sorted({submission.received_day for submission in found})
    day = _day(request.GET.get("dag", ""))
    if len(days) == 1 or day not in days:
        day = days[0] if len(days) == 1 else None
    cards = [
        card(each, words(language), number)
        for number, each in enumerate(found)
        if each.received_day == day
    ]
    thanks = _thanks(request, any(each.reopened for each in cards))
    asks = any(each.may_reopen for each in cards) and not (thanks and len(cards) == 1)
    context = {
        "code": grouped(code),
        "count": len(found),
        "days": [
            (words(language).day(each), _address(code, _chosen_language(request), each))
            for each in days
        ],
        "all_days": _address(code, _chosen_language(request)),
        "cards": cards,
        "thanks": thanks,
        "asks": asks,
        "solved_address": _address(code, _chosen_language(request), name="follow:solved"),
    }
    name = "follow/report.html" if day else "follow/which_day.html"
    response = _page(request, name, context, language=language)
    if asks:
        # With `no-referrer` a browser says `Origin: null`, which the check on forms refuses.
        response["Referrer-Policy"] = "same-origin"
    return response


def _thanks(request: HttpRequest, reopened: bool) -> str:
    """Which thanks to say: never that we look again where nobody does, whatever a link says."""
    said = request.GET.get("dank", "")
    return said if said in (YES, TOO_LATE) or (said == NO and reopened) else ""


def _page(
    request: HttpRequest,
    name: str,
    context: dict[str, object],
    *,
    language: str = "",
    status: int = 200,
) -> HttpResponse:
    language = language or language_for(_chosen_language(request), *_browser_languages(request))
    owner = municipality()
    shared = {
        "words": words(language),
        "language": language,
        "chosen_language": _chosen_language(request),
        "direction": words(language).direction,
        "languages": [_choice(request, each) for each in every_language()],
        "municipality": owner,
        "phone_link": "tel:" + "".join(sign for sign in owner.phone if sign in "+0123456789"),
    }
    response = render(request, name, shared | context, status=status)
    response["Content-Language"] = language
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cache-Control"] = "no-store"  # a borrowed phone keeps nothing
    return response


def _choice(request: HttpRequest, offered: Words) -> dict[str, str]:
    """One language to change to, by the name that its own speakers give it."""
    query = request.GET.copy()
    query["taal"] = offered.language
    return {
        "code": offered.language,
        "direction": offered.direction,
        "name": offered("language-name"),
        "address": f"?{query.urlencode()}",
    }


def _address(
    code: str,
    language: str,
    day: date | None = None,
    thanks: str = "",
    *,
    name: str = "follow:page",
) -> str:
    said = {"dag": str(day or ""), "taal": language, "dank": thanks}
    query = urlencode({key: value for key, value in said.items() if value})
    return reverse(name, args=[code]) + (f"?{query}" if query else "")


def _chosen_language(request: HttpRequest) -> str:
    wish = request.GET.get("taal", "")
    return wish if wish == language_for(wish) else ""


def _browser_languages(request: HttpRequest) -> list[str]:
    wishes = request.headers.get("Accept-Language", "").split(",")
    return [wish.split(";")[0].split("-")[0].strip().lower() for wish in wishes[:10]]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
