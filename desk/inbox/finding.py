"""Finding submissions among very many: what is late on top, then the newest first.

A row of the table is wide, so all that a list is narrowed down by stands in one index
(`inbox_list`), and everything here is answered from that index alone: a count, or the last
page of 100,000, reads it once from end to end. Only the rows of the page itself are fetched.

Databases like to use another index for a single column, and then fetch thousands of wide
rows for the others. `Coalesce` hides the column from that; it changes no answer.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, StrIndex
from django.db.models.lookups import Exact, GreaterThan, In, LessThan

from desk.codes import DIGITS
from desk.fleet.models import Kiosk
from desk.inbox.work import stuck, today, waiting
from desk.intake.models import OPEN_STATUSES, Recording, SearchText, Status, Submission
from desk.open311.models import App

ATTENTION, LATE, WAITING = "attention", "late", "waiting"
APP = "app:"
"""In front of the name of an app, where a kiosk could be named as well."""
MOST_FOUND = 2000
"""As many are looked for exactly. A word that is in more of them is no search."""
NEWEST_FOUND = 500
_ID = Coalesce("id", "id")
_STATUS = Coalesce("status", Value(""))
_DUE = Coalesce("due", Value(date(9999, 12, 31)))
_ROWS = ("-received_at", "-id")


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked for, as it stands in the address of the page."""

    status: str = ""
    flow: str = ""
    kiosk: str = ""
    code: str = ""

    @property
    def is_narrowed(self) -> bool:
        return bool(self.flow or self.kiosk or self.code)


class Found:
    """All that was asked for, apart from the tab."""

    def __init__(self, asked: Asked) -> None:
        self.too_many = False
        self._all = self._narrowed(asked)
        self._late = Q(In(_STATUS, OPEN_STATUSES)) & Q(LessThan(_DUE, today()))

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many there are behind each tab."""
        counts: Counter[str] = Counter()
        for (tab, late), count in self._parts.items():
            counts[tab] += count
            if tab == "":
                counts[LATE] += count * late
        counts[ATTENTION] += counts[LATE]
        return counts

    @cached_property
    def _parts(self) -> Mapping[tuple[str, bool], int]:
        """Of each tab: the late ones and the others. Late ones need attention anyhow."""
        late = Case(When(self._late, then=True), default=False)
        grouped = self._all.order_by().annotate(of=_STATUS, late=late).values("of", "late")
        rows = grouped.annotate(
            count=Count("id"),
            of_waiting=Count("id", filter=Q(In(_ID, waiting()))),
            of_stuck=Count("id", filter=Q(In(_ID, stuck()))),
        )
        parts: Counter[tuple[str, bool]] = Counter()
        for row in rows:
            is_late = bool(row["late"])
            parts["", is_late] += row["count"]
            parts[row["of"], is_late] += row["count"]
            parts[WAITING, is_late] += row["of_waiting"]
            parts[ATTENTION, False] += 0 if is_late else row["of_stuck"]
        return parts

    def of(self, tab: str) -> "Listed":
        """Whatever is no tab is all of it."""
        late, others = self._all.filter(self._late), self._all.filter(~self._late)
        if tab == LATE:
            return Listed((late, self.counts[LATE]))
        if tab == ATTENTION:
            others = others.filter(In(_ID, stuck()))
            return Listed((late, self.counts[LATE]), (others, self._parts[ATTENTION, False]))
        if tab == WAITING:
            late, others = (each.filter(In(_ID, waiting())) for each in (late, others))
        elif tab in Status.values:
            late, others = (each.filter(Exact(_STATUS, tab)) for each in (late, others))
        else:
            tab = ""
        return Listed((late, self._parts[tab, True]), (others, self._parts[tab, False]))

    def _narrowed(self, asked: Asked) -> QuerySet[Submission]:
        found = Submission.objects.all()
        if asked.flow:
            found = found.filter(Exact(Coalesce("flow", Value("")), asked.flow))
        if asked.kiosk:
            found = _from(found, asked.kiosk)
        return self._said(found, asked.code) if asked.code else found

    def _said(self, found: QuerySet[Submission], said: str) -> QuerySet[Submission]:
        wanted = _occurs(said)
        if wanted is None:
            return found.none()
        texts = SearchText.objects.filter(wanted)
        ids = list(texts.values_list("submission_id", flat=True)[: MOST_FOUND + 1])
        if len(ids) > MOST_FOUND:
            self.too_many = True
            here = Exists(texts.filter(submission_id=OuterRef("pk")))
            newest = found.filter(here).order_by(*_ROWS).values_list("pk", flat=True)
            ids = list(newest[:NEWEST_FOUND])
        return found.filter(pk__in=ids)


class Listed:
    """What stands behind one tab, as Django's paginator wants it: a count, and slices."""

    def __init__(self, *parts: tuple[QuerySet[Submission], int]) -> None:
        orders = ((_DUE, *_ROWS), _ROWS)
        self._parts = [(found.order_by(*order), count)
                       for (found, count), order in zip(parts, orders, strict=False)]  # fmt: skip

    def count(self) -> int:
        return sum(count for _, count in self._parts)

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: slice) -> list[Submission]:
        ids: list[UUID] = []
        before = 0
        for found, count in self._parts:
            start, stop = (max(0, min(at - before, count)) for at in (part.start, part.stop))
            if start < stop:
                ids += found.values_list("pk", flat=True)[start:stop]
            before += count
        return _rows(ids)


def _rows(ids: Sequence[UUID]) -> list[Submission]:
    """In the same order, with what the list shows of each."""
    spoken = Recording.objects.filter(submission=OuterRef("pk"))
    found = {
        each.pk: each
        for each in Submission.objects.filter(pk__in=ids)
        .order_by()
        .select_related("kiosk", "app")
        .defer("raw")
        .annotate(has_spoken=Exists(spoken))
    }
    return [found[each] for each in ids if each in found]


def _from(found: QuerySet[Submission], name: str) -> QuerySet[Submission]:
    """Of one kiosk or one app."""
    named: Kiosk | App | None
    if name.startswith(APP):
        column, named = "app_id", App.objects.filter(name=name.removeprefix(APP)).first()
    else:
        column, named = "kiosk_id", Kiosk.objects.filter(name=name).first()
    return found.filter(Exact(Coalesce(column, Value(0)), named.pk)) if named else found.none()


def _occurs(said: str) -> Q | None:
    """Every word must occur, in any order; None where nothing can.

    A number on a receipt is read out in groups, by its first or its last digits.
    """
    words = said.casefold().split()
    wanted = _all_of(words)
    if all(sign.isdigit() or sign in " -." for sign in said):
        digits = "".join(sign for sign in said if sign.isdigit())[:DIGITS]
        return (wanted | _all_of([digits])) if digits else None
    return wanted


def _all_of(words: Sequence[str]) -> Q:
    found = Q()
    for word in words:
        found &= Q(GreaterThan(StrIndex("text", Value(word)), 0))
    return found
