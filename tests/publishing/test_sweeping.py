"""What nothing refers to goes after a day; what anybody may still want stays."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from desk.publishing.drafts import change, draft, put
from desk.publishing.models import Blob, Release
from desk.publishing.publisher import SWEPT_AT_ONCE, SWEPT_EVERY, Publisher
from desk.publishing.sweeping import UNUSED_FOR, take_away, unused
from desk.rehearsal.models import Examination

ABANDONED = b"a file of an import that nobody confirmed"
DAY = UNUSED_FOR + timedelta(minutes=1)


@pytest.fixture
def abandoned(anna: User) -> str:
    """Kept more than a day ago, as is all else; nothing refers to it."""
    draft()
    digest = put(ABANDONED)
    Blob.objects.update(kept_at=timezone.now() - DAY)
    return digest


def there() -> set[str]:
    return set(Blob.objects.values_list("digest", flat=True))


def test_an_abandoned_import_goes_after_a_day_and_not_before(abandoned: str) -> None:
    now = timezone.now()
    assert unused(now - timedelta(minutes=2)) == []
    assert unused(now) == [abandoned]
    assert take_away([abandoned], now - timedelta(minutes=2)) == 0
    assert take_away([abandoned], now) == 1
    assert there() == set(draft().files.values())


def test_whatever_is_referred_to_stays(abandoned: str, anna: User) -> None:
    """By a release, the draft, one that was examined, and the history of a file that is gone."""
    Release.objects.create(number=1, files={"a.yaml": put(b"released")}, version="1")
    examined = {"a.yaml": put(b"examined")}
    Examination.objects.create(digest="1", files=examined, base={"a.yaml": put(b"before")})
    for content in (b"groet = Hoi\n", None):
        change(anna, {"texts/nl.ftl": content}, "", draft().files)
    Blob.objects.update(kept_at=timezone.now() - DAY)
    assert unused(timezone.now()) == [abandoned]


def test_who_wants_a_file_at_the_last_moment_still_has_it(abandoned: str) -> None:
    found = unused(timezone.now())
    assert put(ABANDONED) == abandoned
    assert take_away(found, timezone.now()) == 0
    assert abandoned in there()


def test_who_comes_too_late_keeps_it_anew(abandoned: str) -> None:
    take_away([abandoned], timezone.now())
    assert put(ABANDONED) == abandoned
    assert bytes(Blob.objects.get(digest=abandoned).content) == ABANDONED


def test_what_lies_there_is_neither_read_nor_written_again(abandoned: str) -> None:
    put(ABANDONED)
    with CaptureQueriesContext(connection) as asked:
        put(ABANDONED)
    (question,) = (each["sql"] for each in asked)
    assert "content" not in question


def test_the_publisher_takes_a_few_away_at_each_turn_and_looks_again_in_an_hour(
    abandoned: str, publisher: Publisher
) -> None:
    many = {put(b"%d" % number) for number in range(SWEPT_AT_ONCE)}
    Blob.objects.update(kept_at=timezone.now() - DAY)
    now, kept = timezone.now(), there() - many - {abandoned}
    publisher.turn(now)
    assert len(there() - kept) == 1
    publisher.turn(now)
    assert there() == kept
    again = put(ABANDONED)
    Blob.objects.update(kept_at=now - DAY)
    publisher.turn(now + SWEPT_EVERY / 2)
    assert again in there()
    publisher.turn(now + SWEPT_EVERY)
    assert again not in there()
