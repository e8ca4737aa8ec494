"""From the draft to a terminal: what staff decide, as python-tuf's own client finds it."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from tuf.api.exceptions import ExpiredMetadataError

from config.updating.releases import Releases
from desk.access.models import Deed
from desk.publishing.drafts import change, draft, files_digest
from desk.publishing.models import Change, Publication, PublisherSeen, Release, Ring
from desk.publishing.publisher import Publisher
from desk.publishing.publishing import (
    RefusedError,
    choose_trial_kiosks,
    halt,
    make_release,
    publish,
    roll_back,
)
from desk.rehearsal.models import Examination
from tests.publishing.conftest import Hear, on_trial_for
from tests.publishing.terminal import Terminal

Write = Callable[[str], Release]


def turn(publisher: Publisher, **ago: float) -> None:
    assert publisher.turn(timezone.now() - timedelta(**ago)) == ""


def state(release: Release, ring: str) -> str:
    return Publication.objects.filter(release=release, ring=ring).latest("pk").state


def test_a_release_goes_to_trial_and_then_to_all(
    publisher: Publisher, terminal: Terminal, written: Write, anna: User, hear: Hear
) -> None:
    hear("zuil-1")
    release = written("Welkom")
    publish(release, Ring.TRIAL, anna, "eerst proberen")
    turn(publisher)
    found = terminal.releases()
    assert found["trial"] == {"number": 1, "file": "bundle-1.zip", "version": release.version}
    assert (found["all"], found["trial_kiosks"], found["format"]) == (None, ["zuil-1"], 1)
    assert terminal.bundle("trial")["texts/nl.ftl"] == b"groet = Welkom\n"
    on_trial_for(release, timedelta(hours=1))
    publish(release, Ring.ALL, anna, "het gaat goed")
    turn(publisher)
    assert terminal.numbers() == (None, 1)
    assert (state(release, "trial"), state(release, "all")) == ("replaced", "published")
    assert Releases.model_validate(terminal.releases()).for_kiosk("zuil-1")


def test_going_back_gives_a_higher_number_with_the_old_content(
    publisher: Publisher, terminal: Terminal, written: Write, anna: User
) -> None:
    first = written("Dag allemaal")
    publish(first, Ring.ALL, anna, "begin")
    turn(publisher)
    publish(written("Hoi"), Ring.ALL, anna, "anders")
    turn(publisher)
    assert terminal.bundle("all")["texts/nl.ftl"] == b"groet = Hoi\n"
    made = roll_back(first, anna, "toch niet")
    turn(publisher)
    assert (made.number, made.same_as_id, made.version) == (3, 1, first.version)
    assert terminal.numbers() == (None, 3)
    assert terminal.bundle("all")["texts/nl.ftl"] == b"groet = Dag allemaal\n"


def test_a_halted_trial_gives_its_kiosks_what_all_have_under_a_higher_number(
    publisher: Publisher, terminal: Terminal, written: Write, anna: User, hear: Hear
) -> None:
    hear("zuil-1")
    first = written("Welkom")
    publish(first, Ring.ALL, anna, "begin", at_once=True)
    turn(publisher)
    second = written("Hallo")
    on_trial = publish(second, Ring.TRIAL, anna, "proberen")
    turn(publisher)
    made = halt(on_trial, anna, "klinkt raar")
    turn(publisher)
    assert made
    assert (made.number, made.same_as_id, made.files) == (3, 1, first.files)
    assert terminal.numbers() == (3, 1)
    assert terminal.bundle("trial") == terminal.bundle("all")
    assert state(second, "trial") == "halted"
    with pytest.raises(RefusedError, match="gestopt"):
        publish(second, Ring.ALL, anna, "toch", at_once=True)
    with pytest.raises(RefusedError, match="dezelfde bundel"):
        halt(Publication.objects.get(release=made), anna, "nog eens")


def test_what_was_asked_can_be_taken_back_before_it_is_signed(
    publisher: Publisher, terminal: Terminal, written: Write, anna: User
) -> None:
    asked = publish(written("Welkom"), Ring.ALL, anna, "begin")
    assert halt(asked, anna, "vergissing") is None
    turn(publisher)
    assert terminal.numbers() == (None, None)


def test_a_release_that_is_older_than_what_a_ring_has_is_refused(
    publisher: Publisher, written: Write, anna: User
) -> None:
    first, second = written("Een"), written("Twee")
    publish(second, Ring.ALL, anna, "begin")
    turn(publisher)
    with pytest.raises(RefusedError, match="nieuwere uitgave"):
        publish(first, Ring.ALL, anna, "terug")


def test_of_two_that_were_asked_at_once_the_newer_stays(
    publisher: Publisher, terminal: Terminal, written: Write, anna: User
) -> None:
    first, second = written("Een"), written("Twee")
    publish(second, Ring.ALL, anna, "begin")
    publish(first, Ring.ALL, anna, "ook begin")
    turn(publisher)
    assert terminal.numbers() == (None, 2)
    assert Publication.objects.get(release=first).problem_said == "Er is al een nieuwere uitgave."


def test_all_kiosks_wait_for_the_trial(
    publisher: Publisher, written: Write, anna: User, hear: Hear
) -> None:
    hear("zuil-1")
    release = written("Welkom")
    with pytest.raises(RefusedError, match="nog niet op proef"):
        publish(release, Ring.ALL, anna, "nu")
    publish(release, Ring.TRIAL, anna, "proberen")
    turn(publisher)
    with pytest.raises(RefusedError, match="nog geen 10 minuten"):
        publish(release, Ring.ALL, anna, "nu")
    publish(release, Ring.ALL, anna, "er staat een fout in", at_once=True)


def test_without_trial_kiosks_there_is_no_trial_and_nothing_to_wait_for(
    publisher: Publisher, written: Write, anna: User
) -> None:
    release = written("Welkom")
    with pytest.raises(RefusedError, match="geen proefzuilen"):
        publish(release, Ring.TRIAL, anna, "proberen")
    assert publish(release, Ring.ALL, anna, "begin").state == "asked"


@pytest.mark.parametrize(
    ("examined", "why_not"),
    [
        (None, "nog niet gecontroleerd"),
        ({"state": "failed"}, "nog niet gecontroleerd"),
        ({"state": "running"}, "wordt nog gecontroleerd"),
        ({"state": "done", "problems": [{"file": "x", "line": 1, "what": "y"}]}, "nog fouten"),
    ],
)
def test_a_draft_that_was_not_found_fit_is_no_release(
    anna: User, examined: dict[str, Any] | None, why_not: str
) -> None:
    if examined:
        Examination.objects.create(digest=files_digest(draft().files), **examined)
    with pytest.raises(RefusedError, match=why_not):
        make_release(anna, "klaar")
    assert not Release.objects.exists()


def test_a_release_takes_its_changes_along_and_is_not_made_twice(
    written: Write, anna: User
) -> None:
    release = written("Welkom")
    assert [each.release for each in Change.objects.all()] == [release]
    assert draft().base == release
    with pytest.raises(RefusedError, match="niets veranderd sinds uitgave 1"):
        make_release(anna, "nog eens")


def test_every_decision_has_a_reason_and_stands_in_the_history(
    publisher: Publisher, written: Write, anna: User, hear: Hear
) -> None:
    hear("zuil-1")
    release = written("Welkom")
    with pytest.raises(RefusedError, match="Schrijf op waarom"):
        publish(release, Ring.TRIAL, anna, "  ")
    on_trial = publish(release, Ring.TRIAL, anna, "proberen")
    turn(publisher)
    halt(on_trial, anna, "klinkt raar")
    choose_trial_kiosks((), anna)
    roll_back(release, anna, "toch")
    deeds = [(each.what, each.about, each.why) for each in Deed.objects.order_by("pk")]
    assert deeds[1:] == [
        ("bundle.release", "1", "een andere groet"),
        ("bundle.publish_trial", "1", "proberen"),
        ("bundle.halt", "1", "klinkt raar"),
        ("bundle.off_trial", "zuil-1", ""),
        ("bundle.roll_back", "1 -> 3", "toch"),
    ]


def test_another_choice_of_trial_kiosks_reaches_the_terminals(
    publisher: Publisher, terminal: Terminal, anna: User, hear: Hear
) -> None:
    hear("zuil-1")
    hear("zuil-2")
    turn(publisher)
    choose_trial_kiosks(("zuil-2",), anna)
    turn(publisher)
    assert terminal.releases()["trial_kiosks"] == ["zuil-2"]


def test_a_bundle_that_cannot_be_used_is_not_signed(
    root_key: object, terminal: Terminal, written: Write, anna: User
) -> None:
    """With the real check, in its own process: this small bundle lacks nearly everything."""
    publisher = Publisher(None)
    release = written("Welkom")
    publish(release, Ring.ALL, anna, "begin")
    turn(publisher)
    found = Publication.objects.get(release=release)
    assert found.state == "failed"
    assert "bundle.yaml" in found.problem_said
    assert terminal.numbers() == (None, None)


def test_a_bundle_that_is_too_large_is_not_signed(
    publisher: Publisher, written: Write, anna: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk.publishing.packing.MOST_FILES", 1)
    release = written("Welkom")
    publish(release, Ring.ALL, anna, "begin")
    turn(publisher)
    assert Publication.objects.get(release=release).problem_said == (
        "De bundel is te groot: 2 files; a kiosk takes 1."
    )


def test_what_expired_while_the_publisher_was_away_is_signed_again(
    publisher: Publisher, terminal: Terminal
) -> None:
    turn(publisher, days=8)
    with pytest.raises(ExpiredMetadataError):
        terminal.releases()
    turn(publisher)
    assert terminal.numbers() == (None, None)
    turn(publisher, days=100)  # a clock that was set back breaks nothing
    turn(publisher)
    assert terminal.numbers() == (None, None)


def test_the_timestamp_is_signed_again_each_day_and_no_more_often(
    publisher: Publisher, settings: Any
) -> None:
    turn(publisher, hours=23)
    stamp: Path = settings.REPOSITORY / "metadata" / "timestamp.json"
    first = stamp.read_bytes()
    turn(publisher)
    assert stamp.read_bytes() == first
    later = timezone.now() + timedelta(hours=3)
    assert publisher.turn(later) == ""
    assert stamp.read_bytes() != first
    assert [path.name for path in stamp.parent.glob("*.targets.json")] == ["1.targets.json"]


def test_old_files_go_and_those_that_may_be_under_way_stay(
    publisher: Publisher, terminal: Terminal, written: Write, anna: User, settings: Any
) -> None:
    for number in range(8):
        publish(written(f"Groet {number}"), Ring.ALL, anna, "anders")
        turn(publisher)
    bundles = sorted(path.name[65:] for path in settings.REPOSITORY.glob("targets/*.zip"))
    assert bundles == [f"bundle-{number}.zip" for number in (4, 5, 6, 7, 8)]
    assert len(list(settings.REPOSITORY.glob("metadata/*.snapshot.json"))) == 5
    assert terminal.bundle("all")["texts/nl.ftl"] == b"groet = Groet 7\n"


def test_a_publisher_without_keys_says_so_and_changes_nothing(town: Path, settings: Any) -> None:
    assert Publisher(None).turn(timezone.now()) == "no_keys"
    assert PublisherSeen.objects.get().trouble == "no_keys"
    assert not settings.REPOSITORY.exists()


def test_a_change_that_somebody_made_meanwhile_is_in_the_next_release(
    written: Write, anna: User
) -> None:
    release = written("Welkom")
    change(anna, {"bundle.yaml": b"x: 1\n"}, "proef", draft().files)
    assert Change.objects.filter(release=None).get().path == "bundle.yaml"
    assert release.files != draft().files
