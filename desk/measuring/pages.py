"""Figures for staff: the forms at a glance, and each form step by step."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from desk.access.history import write_down
from desk.access.may import may
from desk.languages import language_name
from desk.measuring import figures
from desk.measuring.asking import asked, choices
from desk.measuring.effort import hours_saved
from desk.measuring.figures import FlowFigures, Glance
from desk.measuring.hiding import left_out
from desk.measuring.models import Effort, StepNote
from desk.measuring.reading import Divided
from desk.measuring.tables import as_csv, flows_table, steps_table
from desk.measuring.words import MODES, Names, names
from desk.publishing.models import Publication, PublicationState, Ring

VIEW, NOTE = "measuring.view_figures", "measuring.add_stepnote"
CHANGE_EFFORT = "measuring.change_effort"
LONGEST_NOTE = 2000
Figures = TypeVar("Figures")


@dataclass(frozen=True, slots=True)
class Named(Generic[Figures]):
    """Figures with what they are about, in words."""

    name: str
    of: Figures
    notes: int = 0
    hidden: str = ""
    """What stands in the place of a number that is part of a total, and not shown."""


@may(VIEW)
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    question, words = asked(request), names()
    seen = figures.glance(question, words.order)
    found = seen.flows
    begun = sum(each.begun for each in found)
    hidden = left_out({each.flow: each.begun for each in found}, begun)
    if request.GET.get("vorm") == "csv":
        return as_csv("formulieren", *flows_table(found, words, hidden))
    context = {
        "here": "figures",
        "tab": "overview",
        "asked": question,
        **choices(),
        "visits": seen.visits,
        "begun": begun,
        "completed": sum(each.completed for each in found),
        "hours": hours_saved(found),
        "flows": [
            Named(words.flow(each.flow), each, hidden=hidden.get(each.flow, "")) for each in found
        ],
        "stuck": {
            each.flow: words.step(each.flow, each.stuck.step) for each in found if each.stuck
        },
        "by": _divided(seen, figures.by_kiosk(question)),
    }
    return render(request, "measuring/overview.html", context)


@may(VIEW)
@require_safe
def flow(request: HttpRequest, name: str) -> HttpResponse:
    question, words = asked(request), names()
    found = figures.flow(question, name, words.order.get(name, ()))
    if not found.begun and name not in words.order:
        raise Http404
    hidden = _stops_left_out(found)
    if request.GET.get("vorm") == "csv":
        return as_csv(name, *steps_table(found, words, hidden))
    notes = list(StepNote.objects.filter(flow=name).select_related("who"))
    steps = [
        Named(
            words.step(name, each.step),
            each,
            sum(1 for note in notes if note.step == each.step),
            hidden.get(each.step, ""),
        )
        for each in found.steps
    ]
    context = {
        "here": "figures",
        "tab": "overview",
        "asked": question,
        **choices(),
        "name": words.flow(name),
        "flow": found,
        "steps": steps,
        "most": max((each.left for each in found.steps), default=0),
        "note_steps": [(step, words.step(name, step)) for step in _steps_of(found, words)],
        "notes": [(words.step(name, note.step) if note.step else "", note) for note in notes],
        "releases": Publication.objects.filter(
            ring=Ring.ALL, state__in=(PublicationState.PUBLISHED, PublicationState.REPLACED)
        ).values_list("release", flat=True)[:50],
    }
    return render(request, "measuring/flow.html", context)


@may(VIEW, to_change=NOTE)
@require_POST
def add_note(request: HttpRequest, name: str) -> HttpResponse:
    """What was tried on a step, and why."""
    text = request.POST.get("text", "").strip()[:LONGEST_NOTE]
    step = request.POST.get("step", "")[:60]
    release = request.POST.get("release", "")
    known = release.isascii() and release.isdigit() and len(release) < 10  # what a column holds
    if text:
        user = cast(User, request.user)
        StepNote.objects.create(
            flow=name[:60],
            step=step,
            who=user,
            who_named=user.get_username(),
            text=text,
            release=int(release) if known else None,
        )
        write_down(user, "figures.note", f"{name} {step}".strip())
    return redirect("measuring:flow", name)


@may(VIEW)
@require_http_methods(["GET", "HEAD", "POST"])
def effort(request: HttpRequest) -> HttpResponse:
    """What a report costs by telephone and by kiosk, in minutes of staff."""
    words = names()
    known = {each.flow: each for each in Effort.objects.all()}
    user = cast(User, request.user)
    faults: list[str] = []
    if request.method == "POST":
        if not user.has_perm(CHANGE_EFFORT):
            raise PermissionDenied
        for name in words.order:
            faults += _take_effort(request, name, words, known)
        if not faults:
            write_down(user, "figures.effort")
            return redirect("measuring:overview")
    rows = [(name, words.flow(name), known.get(name)) for name in words.order]
    context = {
        "here": "figures",
        "tab": "effort",
        "rows": rows,
        "faults": faults,
        "may_change": user.has_perm(CHANGE_EFFORT),
    }
    return render(request, "measuring/effort.html", context, status=422 if faults else 200)


def _take_effort(
    request: HttpRequest, name: str, words: Names, known: dict[str, Effort]
) -> list[str]:
    given = [request.POST.get(f"{which}-{name}", "").strip() for which in ("phone", "kiosk")]
    if not any(given):
        Effort.objects.filter(flow=name).delete()
        return []
    try:
        minutes = [float(each.replace(",", ".") or 0) for each in given]
    except ValueError:
        minutes = [-1.0]
    if not all(0 <= each <= 600 for each in minutes):
        told = _("'{flow}': geef minuten van 0 tot 600, zoals 7 of 2,5.")
        return [told.format(flow=words.flow(name))]
    known[name], _made = Effort.objects.update_or_create(
        flow=name, defaults={"by_telephone": minutes[0], "by_kiosk": minutes[1]}
    )
    return []


def _divided(seen: Glance, kiosks: Divided) -> list[tuple[str, list[Named[tuple[int, int]]]]]:
    """Completed and begun, by language, way of using and kiosk."""
    parts: tuple[tuple[str, Callable[[str], str], Divided], ...] = (
        (_("Taal"), language_name, seen.languages),
        (_("Hoe bediend"), lambda mode: str(MODES.get(mode, mode)), seen.modes),
        (_("Zuil"), str, kiosks),
    )
    tables = []
    for title, in_words, found in parts:
        begun = {key: numbers[1] for key, numbers in found.items()}
        hidden = left_out(begun, sum(begun.values()))
        rows = [
            Named(in_words(key), numbers, hidden=hidden.get(key, ""))
            for key, numbers in found.items()
        ]
        tables.append((title, rows))
    return tables


def _stops_left_out(found: FlowFigures) -> dict[str, str]:
    """Where it is not shown how many stopped; in all they are who began and did not end."""
    stopped = {each.step: each.abandoned for each in found.steps}
    return left_out(stopped, found.abandoned, [each.step for each in found.steps if each.is_few])


def _steps_of(found: FlowFigures, words: Names) -> list[str]:
    steps = [*words.order.get(found.flow, ())]
    return [*steps, *(each.step for each in found.steps if each.step not in steps)]
