"""The desk itself uses what it published to all kiosks."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from desk import bundle
from desk.municipality import municipality
from desk.publishing.drafts import change, draft, files_digest
from desk.publishing.models import Release, Ring
from desk.publishing.publisher import Publisher
from desk.publishing.publishing import make_release, publish
from desk.rehearsal.models import Examination

Write = Callable[[str], Release]


@pytest.fixture(autouse=True)
def asked_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "ASKED_AGAIN_S", -1.0)


def test_before_anything_is_published_it_is_the_one_that_came_along(
    town: Path, settings: Any
) -> None:
    assert bundle.folder() == settings.BUNDLE


def test_a_release_counts_here_once_it_is_published_to_all(
    publisher: Publisher, anna: User, settings: Any
) -> None:
    assert municipality().name == "Gemeente Voorbeeldstad"
    content = b"municipality: {name: Gemeente Nieuw, phone: '14 0999'}\n"
    change(anna, {"bundle.yaml": content}, "nieuwe naam", draft().files)
    Examination.objects.create(digest=files_digest(draft().files), state="done")
    publish(make_release(anna, "nieuwe naam"), Ring.ALL, anna, "nieuwe naam")
    assert municipality().name == "Gemeente Voorbeeldstad"
    publisher.turn(timezone.now())
    assert municipality().name == "Gemeente Nieuw"
    assert bundle.folder().parent == settings.STATE / "published"
    assert (bundle.folder() / "texts" / "nl.ftl").read_text() == "groet = Dag\n"


def test_only_the_last_few_stay_written_out(
    publisher: Publisher, written: Write, anna: User, settings: Any
) -> None:
    for number in range(5):
        publish(written(f"Groet {number}"), Ring.ALL, anna, "anders")
        publisher.turn(timezone.now())
        assert f"Groet {number}" in (bundle.folder() / "texts" / "nl.ftl").read_text()
    found = sorted(path.name.split("-")[0] for path in (settings.STATE / "published").iterdir())
    assert found == ["3", "4", "5"]


def test_one_that_another_process_wrote_first_is_used_as_it_is(
    publisher: Publisher, written: Write, anna: User, settings: Any
) -> None:
    release = written("Welkom")
    publish(release, Ring.ALL, anna, "begin")
    publisher.turn(timezone.now())
    there = settings.STATE / "published" / f"1-{release.version}"
    there.mkdir(parents=True)
    (there / "bundle.yaml").write_text("theirs")
    assert (bundle.folder() / "bundle.yaml").read_text() == "theirs"
