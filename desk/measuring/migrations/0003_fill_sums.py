"""The sums of what was counted before there were sums. With very much of it this takes minutes."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import DateField, Q, Sum
from django.db.models.functions import TruncDay, TruncMonth

AT_A_TIME = 2000
KINDS = ("flow", "step", "language", "mode", "what")


def fill(
    apps: Apps,
    schema_editor: BaseDatabaseSchemaEditor,  # noqa: ARG001 - as Django calls it
) -> None:
    counted = apps.get_model("measuring", "Counted").objects
    forms = apps.get_model("measuring", "FormSum")
    kiosks = apps.get_model("measuring", "KioskSum")
    for span, day_of in (("day", TruncDay), ("month", TruncMonth)):
        spanned = counted.annotate(first=day_of("hour", output_field=DateField()))
        rows = spanned.values("first", *KINDS).annotate(
            n=Sum("number"), s=Sum("seconds"), q=Sum("seconds_squared")
        )
        _keep(
            forms,
            (
                forms(
                    span=span,
                    first=row["first"],
                    number=row["n"],
                    seconds=row["s"],
                    seconds_squared=row["q"],
                    **{kind: row[kind] for kind in KINDS},
                )
                for row in rows.order_by().iterator(AT_A_TIME)
            ),
        )
        ended = spanned.filter(what__in=("completed", "abandoned"))
        divided = ended.values("first", "kiosk_id", "language", "mode").annotate(
            done=Sum("number", filter=Q(what="completed"), default=0), begun=Sum("number")
        )
        in_order = divided.order_by("first", "kiosk_id").iterator(AT_A_TIME)
        _keep(kiosks, _rolled_up(kiosks, span, in_order))


def _rolled_up(table: Any, span: str, rows: Iterable[Any]) -> Iterator[Any]:
    """Of each language and way of using, of all languages, of all ways of using, and of all."""
    for (first, kiosk), some in groupby(rows, lambda row: (row["first"], row["kiosk_id"])):
        sums: dict[tuple[str, str], tuple[int, int]] = {}
        for row in some:
            language, mode = row["language"], row["mode"]
            for key in ((language, mode), (language, ""), ("", mode), ("", "")):
                done, begun = sums.get(key, (0, 0))
                sums[key] = (done + row["done"], begun + row["begun"])
        for (language, mode), (done, begun) in sums.items():
            yield table(
                span=span,
                first=first,
                kiosk_id=kiosk,
                language=language,
                mode=mode,
                completed=done,
                begun=begun,
            )


def _keep(table: Any, rows: Iterable[Any]) -> None:
    left = iter(rows)
    while some := list(islice(left, AT_A_TIME)):
        table.objects.bulk_create(some)


class Migration(migrations.Migration):
    dependencies = [("measuring", "0002_sums")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
