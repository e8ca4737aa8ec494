"""Everything that the desk holds of one submission, for the visitor who asks for it.

A zip file: `zuil.json` (what was handed in, and every row that belongs to it) with the
sound and the pictures beside it. Names of staff are left out. Rows are found by their
relation, so that what a later version keeps is in it as well.
"""

import io
import json
import mimetypes
import zipfile
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import BinaryField, Model

from desk.intake.models import Aside, Picture, Recording, Submission
from desk.intake.sealing import open_box
from desk.intake.spoken import MEDIA_TYPE

OF_THE_DESK = {"digest", "journal", "leased_until", "next_try", "poll_at", "token_digest"}
"""How the desk works, not what it holds of a visitor."""


def export(submission: Submission | None, asides: Iterable[Aside]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as folder:
        held = {
            "submission": _row(submission, folder, set()) if submission else None,
            "set_aside": [_set_aside(each) for each in asides],
        }
        text = json.dumps(held, cls=DjangoJSONEncoder, indent=2, ensure_ascii=False)
        folder.writestr("zuil.json", text)
    return file.getvalue()


def asides_of(code: str, submission: Submission | None) -> list[Aside]:
    """What was set aside of a visitor: under the same id, or with the same tracking code.

    Where two visitors share the code, only by id: it might be the other's.
    """
    mine = submission.pk if submission else None
    others = set(Submission.objects.filter(code=code).values_list("pk", flat=True)) - {mine}
    return [
        aside
        for aside in Aside.objects.all()
        if aside.submission_id == mine
        or (not others and code.encode() in (open_box(bytes(aside.sealed)) or b""))
    ]


def _row(row: Model, folder: zipfile.ZipFile, seen: set[Model]) -> dict[str, Any]:
    """One row in words, with the rows that belong to it; each row once."""
    seen.add(row)
    told: dict[str, Any] = {}
    for field in row._meta.concrete_fields:
        if isinstance(field, BinaryField) or field.name in OF_THE_DESK:
            continue
        value = getattr(row, field.name)
        if isinstance(value, User) or value in seen:
            continue
        told[field.name] = str(value) if isinstance(value, Model) else value
    if isinstance(row, Submission):
        told["handed_in"] = json.loads(told.pop("raw"))
    if isinstance(row, Recording | Picture):
        told["file"] = _add(row, folder)
    for relation in row._meta.related_objects:
        name = relation.get_accessor_name()
        if name is None or not (relation.one_to_many or hasattr(row, name)):
            continue
        rows = getattr(row, name).all() if relation.one_to_many else [getattr(row, name)]
        if found := [_row(each, folder, seen) for each in rows if each not in seen]:
            told[name] = found
    return told


def _add(row: Recording | Picture, folder: zipfile.ZipFile) -> str:
    if isinstance(row, Recording):
        name, content = f"spoken-{row.pk}{mimetypes.guess_extension(MEDIA_TYPE)}", row.wav
    else:
        ending = mimetypes.guess_extension(row.media_type) or ".bin"
        name, content = f"picture-{row.pk}{ending}", row.content
    folder.writestr(name, content)
    return name


def _set_aside(aside: Aside) -> dict[str, Any]:
    opened = (open_box(bytes(aside.sealed)) or b"").decode(errors="replace")
    try:
        handed_in = json.loads(opened)
    except ValueError:
        handed_in = opened
    return {
        "received_at": aside.received_at,
        "reason": aside.reason,
        "problems": aside.problems,
        "handed_in": handed_in,
    }
