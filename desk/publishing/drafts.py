"""Reading and changing the draft: whole files in, one line of history each.

A change names the number of the draft that was looked at. If somebody changed the same
file since, nothing is changed and the caller is told; other files may have changed freely.
"""

import hashlib
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from config.bundle import files_of
from desk.access.history import write_down
from desk.publishing.models import Blob, Change, Draft, Files, Release

DRAFT = 1
KEPT_FOR = timedelta(hours=12)
"""So old may the word be that a file is wanted; `desk.publishing.sweeping` waits twice as long."""


class ChangedMeanwhileError(Exception):
    """Somebody else changed one of these files since it was looked at."""

    def __init__(self, paths: tuple[str, ...]) -> None:
        self.paths = paths
        super().__init__(", ".join(paths))


def digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def put(content: bytes) -> str:
    """Keep this content and answer its digest. It is there for half a day, whatever refers to it.

    What lies there is asked for its age only; not to read or write it each time.
    """
    digest, now = digest_of(content), timezone.now()
    there = Blob.objects.filter(digest=digest)
    kept_at = there.values_list("kept_at", flat=True).first()
    if kept_at and kept_at > now - KEPT_FOR:
        return digest
    if not (kept_at and there.update(kept_at=now)):
        Blob.objects.get_or_create(digest=digest, defaults={"content": content})
    return digest


def content_of(digest: str) -> bytes:
    return bytes(Blob.objects.get(digest=digest).content)


def files_digest(files: Mapping[str, str]) -> str:
    """A name for exactly these files with this content."""
    lines = (f"{path}\0{digest}\n" for path, digest in sorted(files.items()))
    return digest_of("".join(lines).encode())


def read_folder(folder: Path) -> Files:
    """The bundle in a folder, its files kept. It is not checked here."""
    return {str(path.relative_to(folder)): put(path.read_bytes()) for path in files_of(folder)}


def write_folder(files: Mapping[str, str], folder: Path) -> None:
    """The files of a bundle into an empty or missing folder."""
    contents = Blob.objects.in_bulk(set(files.values()))
    for path, digest in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(bytes(contents[digest].content))


def draft() -> Draft:
    """The draft as it is; begun from the newest release, or else from the desk's own bundle."""
    found = Draft.objects.filter(pk=DRAFT).first()
    if found is not None:
        return found
    with transaction.atomic():
        base = Release.objects.first()
        files = base.files if base else read_folder(Path(settings.BUNDLE))
        made, _ = Draft.objects.get_or_create(pk=DRAFT, defaults={"files": files, "base": base})
    return made


def text_of(files: Mapping[str, str], path: str) -> str:
    """The text of one file; empty where there is none."""
    return content_of(files[path]).decode("utf-8", "replace") if path in files else ""


def change(
    who: User, contents: Mapping[str, bytes | None], why: str, seen: Mapping[str, str]
) -> Draft:
    """Put these files into the draft; None takes one out. Raises ChangedMeanwhileError.

    `seen`: the digest of each of these files as it was looked at, empty for none.
    """
    draft()
    with transaction.atomic():
        now = Draft.objects.select_for_update().get(pk=DRAFT)
        files: Files = dict(now.files)
        theirs = tuple(
            path for path in contents if files.get(path, "") != seen.get(path, files.get(path, ""))
        )
        if theirs:
            raise ChangedMeanwhileError(theirs)
        for path, content in contents.items():
            before = files.pop(path, "")
            after = "" if content is None else put(content)
            if after:
                files[path] = after
            if before == after:
                continue
            Change.objects.create(
                who=who,
                who_named=who.get_username(),
                path=path,
                before=before,
                after=after,
                why=why[:500],
            )
            write_down(who, "bundle.change", path, why)
        if files != now.files:
            now.files, now.number = dict(sorted(files.items())), now.number + 1
            now.changed_at, now.changed_by = timezone.now(), who
            now.save()
    return now
