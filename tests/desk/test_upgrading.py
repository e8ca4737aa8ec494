"""A desk of before back-offices, brought up to date: what lies there is found and not sent anew."""

import json
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from tests.desk.samples import appointment, street_light

BEFORE = [("intake", "0002_spoken_messages"), ("fleet", "0001_initial")]


@pytest.mark.django_db(transaction=True)
def test_what_was_taken_in_before_is_found_counted_and_not_handed_over() -> None:
    executor = MigrationExecutor(connection)
    latest = executor.loader.graph.leaf_nodes()
    executor.migrate(BEFORE)
    old: Any = executor.loader.project_state(BEFORE).apps
    kiosk = old.get_model("fleet", "Kiosk").objects.create(name="ZUIL-1", token_digest="1")
    lamp, passport = street_light(), appointment()
    for content, status in ((lamp, "received"), (passport, "done")):
        old.get_model("intake", "Submission").objects.create(
            id=content["id"],
            code=content["code"],
            kiosk=kiosk,
            flow=content["flow"],
            title=content["title"],
            category="Kapotte straatlamp" if content["category"] else "",
            place="Marktstraat 12" if content["location"] else "",
            language=content["language"],
            status=status,
            changed_at=timezone.now(),
            raw=json.dumps(content),
        )
    try:
        executor = MigrationExecutor(connection)
        executor.migrate(latest)
        from desk.intake.models import Submission  # noqa: PLC0415 - as it is now

        kept = Submission.objects.get(pk=lamp["id"])
        assert (kept.category_key, kept.postcode, kept.routed) == (
            "straat/lamp-kapot",
            "7511AB",
            True,
        )
        assert kept.latitude == pytest.approx(52.2215)
        assert "marktstraat 12" in kept.search.text
        assert kept.answered_at is None
        done = Submission.objects.get(pk=passport["id"])
        assert (done.category_key, done.answered_at) == ("", done.changed_at)
    finally:
        MigrationExecutor(connection).migrate(latest)
