"""What is searched and routed by, for what was taken in before there were such columns."""

import json
from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

FINAL = ("done", "cannot")


def fill(
    apps: Apps,
    schema_editor: BaseDatabaseSchemaEditor,  # noqa: ARG001 - as Django calls it
) -> None:
    submissions = apps.get_model("intake", "Submission")
    search = apps.get_model("intake", "SearchText")
    for each in submissions.objects.iterator(chunk_size=500):
        content: dict[str, Any] = json.loads(each.raw)
        category = content.get("category") or {}
        location = content.get("location") or {}
        each.category_key = f"{category['main']}/{category['sub']}" if category else ""
        each.latitude = location.get("latitude")
        each.longitude = location.get("longitude")
        each.postcode = location.get("postcode", "").replace(" ", "")[:7]
        each.routed = True  # staff have it in the inbox and may have dealt with it already
        each.answered_at = each.changed_at if each.status in FINAL else None
        each.save()
        words = (each.title, each.category, each.place, each.code)
        search.objects.create(submission=each, text=" ".join(words).casefold())


class Migration(migrations.Migration):
    dependencies = [("intake", "0003_the_answer_comes_back")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
