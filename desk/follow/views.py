"""`/volg/<code>`: one answer, readable at any size, without scripts and without personal data.

    /volg/                    type a number
    /volg/482173905560        the answer; spaces and dashes in the number are fine
    ?taal=en                  in English; otherwise in the language of the visit
    ?dag=2026-11-22           the one of that day, where two share a number

Two of one day are shown below each other with their times: nothing is hidden.
"""

from collections.abc import Sequence
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from desk.codes import grouped, read_code
from desk.follow.cards import card
from desk.follow.reports import submissions
from desk.follow.texts import Words, every_language, language_for, words
from desk.intake.models import Submission
from desk.limits import address, public_pages
from desk.municipality import municipality


@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    typed = request.GET.get("code", "").strip()
    if code := read_code(typed):
        return redirect(_address(code, _chosen_language(request)))
    return _page(request, "follow/ask.html", {"typed": typed, "wrong": bool(typed)})


@require_safe
def page(request: HttpRequest, text: str) -> HttpResponse:
    if wait_s := public_pages().take(address(request)):
        response = _page(request, "follow/wait.html", {}, status=429)
        response["Retry-After"] = str(wait_s)
        return response
    code = read_code(text)
    if code is None:
        return _page(request, "follow/ask.html", {"typed": text[:40], "wrong": True}, status=404)
    if code != text:
        return redirect(_address(code, _chosen_language(request)))
    found = submissions(code)
    if not found:
        return _page(request, "follow/unknown.html", {"typed": grouped(code)}, status=404)
    return _answer(request, code, found)


def _answer(request: HttpRequest, code: str, found: Sequence[Submission]) -> HttpResponse:
    language = language_for(_chosen_language(request), found[0].language)
    days = sorted({submission.received_day for submission in found})
    day = _day(request.GET.get("dag", ""))
    if len(days) == 1 or day not in days:
        day = days[0] if len(days) == 1 else None
    context = {
        "code": grouped(code),
        "count": len(found),
        "days": [
            (words(language).day(each), _address(code, _chosen_language(request), each))
            for each in days
        ],
        "all_days": _address(code, _chosen_language(request)),
        "cards": [card(each, words(language)) for each in found if each.received_day == day],
    }
    name = "follow/report.html" if day else "follow/which_day.html"
    return _page(request, name, context, language=language)


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


def _address(code: str, language: str, day: date | None = None) -> str:
    query = "&".join(
        part
        for part in (f"dag={day}" if day else "", f"taal={language}" if language else "")
        if part
    )
    return reverse("follow:page", args=[code]) + (f"?{query}" if query else "")


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
