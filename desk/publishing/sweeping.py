"""Taking away the files that nothing refers to: of an import that nobody confirmed, above all.

The publisher asks once an hour which files those are, and takes a few away at each turn.

Files are kept by their content, so one that nothing refers to may be wanted again at this very
moment. Whoever wants it says so first: `drafts.put` writes down when, where that was long ago.
A file is only taken away where that is a day ago while we hold its row. Either they were first,
and it stays; or we were, and they find it gone and keep it anew.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from django.db import transaction

from desk.publishing.models import Blob, Change, Draft, Files, Release
from desk.rehearsal.models import Examination

UNUSED_FOR = timedelta(days=1)
"""An import waits an hour for a yes; nothing else that is on its way takes longer."""


def unused(now: datetime) -> list[str]:
    """Digests of the files that nothing refers to, and that nobody wanted for a day."""
    old = Blob.objects.filter(kept_at__lt=now - UNUSED_FOR).values_list("digest", flat=True)
    return sorted({*old} - {*_used()})


def take_away(digests: Sequence[str], now: datetime) -> int:
    """Delete those of them that still nobody wanted; how many. None is waited for."""
    with transaction.atomic():
        rows = Blob.objects.select_for_update(skip_locked=True)
        held = rows.filter(digest__in=digests, kept_at__lt=now - UNUSED_FOR)
        gone = list(held.values_list("digest", flat=True))
        Blob.objects.filter(digest__in=gone).delete()
    return len(gone)


def _used() -> Iterator[str]:
    for files in _bundles():
        yield from (files or {}).values()
    for before_and_after in Change.objects.values_list("before", "after").iterator():
        yield from before_and_after


def _bundles() -> Iterator[Files | None]:
    yield from Draft.objects.values_list("files", flat=True)
    yield from Release.objects.values_list("files", flat=True).iterator()
    for pair in Examination.objects.values_list("files", "base").iterator():
        yield from pair
