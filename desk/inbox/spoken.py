"""The sound of a spoken message, for staff only: played on the page, never kept by the browser.

Browsers ask for a part of it to go to another moment, and Safari asks for a part before
it plays at all (RFC 9110, 14). One part at a time; whoever asks for several gets it whole.

    Range: bytes=0-1         206, the first two bytes
    Range: bytes=-500        206, the last 500
    Range: bytes=9999999-    416, there is no such part
"""

import re
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe
from pydantic import ValidationError

from desk.access.may import inbox_page
from desk.intake.models import Aside, Recording, Submission
from desk.intake.sealing import open_box
from desk.intake.spoken import LONGEST_S, MEDIA_TYPE, playing_time_s, wav_of
from kiosk.core import submission as core

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


@dataclass(frozen=True, slots=True)
class SpokenShown:
    """A message on a staff page. `plays`: a browser can play it; else it can only be saved.

    Without an address there is no sound: the kiosk could not send it along.
    """

    question: str
    seconds: int
    address: str
    plays: bool = True


def spoken_shown(submission: Submission) -> tuple[SpokenShown, ...]:
    """What was spoken in a submission that was taken in."""
    content = submission.content
    if not content.recordings:
        return ()
    kept = {each.place: each.seconds for each in submission.spoken.defer("sealed")}
    return tuple(
        SpokenShown(
            question_of(content, each.step),
            kept.get(place, each.seconds),
            reverse("inbox:spoken", args=[submission.pk, place]) if place in kept else "",
            plays=place in kept,
        )
        for place, each in enumerate(content.recordings)
    )


def spoken_aside(aside: Aside, content: core.Submission) -> tuple[SpokenShown, ...]:
    """What was spoken in a submission that was set aside, even where it is no sound at all."""
    shown = []
    for place, each in enumerate(content.recordings):
        seconds = playing_time_s(wav_of(each.data) or b"")
        shown.append(
            SpokenShown(
                question_of(content, each.step),
                round(seconds),
                reverse("inbox:spoken-aside", args=[aside.pk, place]) if each.data else "",
                plays=0 < seconds <= LONGEST_S,
            )
        )
    return tuple(shown)


def question_of(content: core.Submission, step: str) -> str:
    """The question that was answered by voice, in Dutch; empty where it is not known."""
    return next((answer.question for answer in content.answers if answer.step == step), "")


@inbox_page
@require_safe
def spoken(request: HttpRequest, submission_id: UUID, place: int) -> HttpResponse:
    found = get_object_or_404(
        Recording.objects.select_related("submission"), submission_id=submission_id, place=place
    )
    name = f"gesproken-{found.submission.code}-{place + 1}.wav"
    return sound(request, found.wav, name)


@inbox_page
@require_safe
def spoken_set_aside(request: HttpRequest, number: int, place: int) -> HttpResponse:
    found = get_object_or_404(Aside, pk=number)
    try:
        content = core.Submission.model_validate_json(open_box(bytes(found.sealed)) or b"")
        data = content.recordings[place].data
    except (ValidationError, IndexError):
        raise Http404 from None
    wav = wav_of(data)
    name = f"apart-{number}-{place + 1}"
    if wav is not None and playing_time_s(wav):
        return sound(request, wav, f"{name}.wav")
    return HttpResponse(
        data if wav is None else wav,
        content_type="application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="{name}.bin"'},
    )


def sound(request: HttpRequest, wav: bytes, name: str) -> HttpResponse:
    """All of it, or the part that was asked for. `Cache-Control` comes from `staff_page`."""
    whole = range(len(wav))
    part = _asked(request, whole)
    headers = {"Accept-Ranges": "bytes", "Content-Disposition": f'inline; filename="{name}"'}
    if part is None:
        return HttpResponse(wav, content_type=MEDIA_TYPE, headers=headers)
    if not part:
        headers["Content-Range"] = f"bytes */{len(wav)}"
        return HttpResponse(status=416, content_type=MEDIA_TYPE, headers=headers)
    headers["Content-Range"] = f"bytes {part[0]}-{part[-1]}/{len(wav)}"
    piece = wav[part.start : part.stop]
    return HttpResponse(piece, status=206, content_type=MEDIA_TYPE, headers=headers)


def _asked(request: HttpRequest, whole: range) -> range | None:
    """The part that is asked for, empty where there is none such; None for the whole.

    `If-Range` compares with a version that we never name, so it always means the whole.
    """
    found = _RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    if found is None or "If-Range" in request.headers:
        return None
    first, last = found.groups()
    if not first:
        return whole[-int(last) :] if last and int(last) else (range(0) if last else None)
    if last and int(last) < int(first):
        return None  # not a range at all: RFC 9110 says to act as if it was not there
    return whole[int(first) : int(last) + 1] if last else whole[int(first) :]
