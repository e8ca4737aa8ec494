"""One change of a form put into the draft: whole and right, or not at all.

Two clerks may work at the same time. Somebody who changed another part of the same file is
no hindrance. Only where both changed the same part is the second one shown what the first
one did, with everything that was typed still there.

    seen     what the page was made from: the digest of each file, sent along with the form
    part     what of those files the form shows; if that is the same now, nothing stands in the way
    apply    the files as they are now -> the files as they shall be
"""

import difflib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import cast

import yaml
from django.contrib.auth.models import User
from django.http import HttpRequest

from config.problems import Problem
from desk.editing.checking import problems_with
from desk.editing.fluent_pattern import RefusedError
from desk.publishing.drafts import ChangedMeanwhileError, change, draft, text_of
from desk.publishing.models import Blob, Change, Files

Texts = dict[str, str]
"""The text of some files of the draft, by path; empty where there is no such file."""
TRIES = 5
"""How often another change may come between reading and writing before we give up."""
SHOWN_LINES = 60


@dataclass(frozen=True, slots=True)
class Edit:
    paths: tuple[str, ...]
    part: Callable[[Texts], object]
    apply: Callable[[Texts], Texts]
    what: str
    """What it does, in words, for the history."""


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What a colleague did to the same thing since the page was made."""

    who: str
    differences: tuple[tuple[str, tuple["Line", ...]], ...]


@dataclass(frozen=True, slots=True)
class Line:
    kind: str
    """`was`, `now` or `same`"""
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """`meanwhile` and `problems` empty: it is in the draft."""

    problems: tuple[Problem, ...] = ()
    meanwhile: Meanwhile | None = None

    @property
    def saved(self) -> bool:
        return not self.problems and self.meanwhile is None


def seen_of(files: Files, paths: tuple[str, ...]) -> tuple[str, ...]:
    """What a page sends along, so that we know what it was made from."""
    return tuple(f"{path} {files.get(path, '')}" for path in paths)


def seen_in(request: HttpRequest) -> dict[str, str]:
    pairs = (each.rpartition(" ") for each in request.POST.getlist("seen"))
    return {path: digest for path, _, digest in pairs if path}


def save(request: HttpRequest, edit: Edit, why: str) -> Outcome:
    user, seen = cast(User, request.user), seen_in(request)
    for _ in range(TRIES):
        files = draft().files
        now = texts_of(files, edit.paths)
        if meanwhile := _meanwhile(files, edit, seen, now):
            return Outcome(meanwhile=meanwhile)
        try:
            after = edit.apply(dict(now))
        except RefusedError as refused:
            return Outcome(problems=(Problem(edit.paths[-1], 0, str(refused)),))
        contents: Mapping[str, bytes | None] = {
            path: text.encode() if text else None
            for path, text in after.items()
            if text != now.get(path, "")
        }
        if not contents:
            return Outcome()
        if problems := problems_with(files, contents):
            return Outcome(problems=problems)
        read = {path: files.get(path, "") for path in contents}
        try:
            change(user, contents, _why(edit.what, why), read)
        except ChangedMeanwhileError:
            continue
        return Outcome()
    raise ChangedMeanwhileError(edit.paths)


def texts_of(files: Files, paths: tuple[str, ...]) -> Texts:
    return {path: text_of(files, path) for path in paths}


def _why(what: str, why: str) -> str:
    return f"{what}: {why}" if why else what


def _meanwhile(files: Files, edit: Edit, seen: Mapping[str, str], now: Texts) -> Meanwhile | None:
    theirs = [path for path in edit.paths if seen.get(path, "") != files.get(path, "")]
    if not theirs:
        return None
    digests = {seen.get(path, "") for path in edit.paths} - {""}
    blobs = Blob.objects.in_bulk(digests)
    then = {
        path: bytes(blobs[digest].content).decode("utf-8", "replace") if digest in blobs else ""
        for path, digest in ((path, seen.get(path, "")) for path in edit.paths)
    }
    with suppress(yaml.YAMLError, AttributeError, LookupError, TypeError, ValueError):
        # What was sent along may be anything; then the two are not the same.
        if edit.part(then) == edit.part(now):
            return None
    last = Change.objects.filter(path__in=theirs).first()
    return Meanwhile(
        last.who_named if last else "",
        tuple((path, differences(then[path], now[path])) for path in theirs),
    )


def differences(then: str, now: str, around: int = 1) -> tuple[Line, ...]:
    """What lines went and came, with a few around them."""
    kinds = {"-": "was", "+": "now", " ": "same"}
    found = difflib.unified_diff(then.splitlines(), now.splitlines(), lineterm="", n=around)
    lines = [Line(kinds[line[0]], line[1:]) for line in list(found)[2:] if line[0] in kinds]
    return tuple(lines[:SHOWN_LINES])
