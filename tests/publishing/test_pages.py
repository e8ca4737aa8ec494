"""The pages: who may see and do what, and that what was typed is not lost."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from desk.fleet.models import Kiosk
from desk.publishing.drafts import change, draft, files_digest
from desk.publishing.models import Publication, PublisherSeen, Release, Ring
from desk.publishing.publisher import Publisher
from desk.publishing.publishing import publish
from desk.rehearsal.models import Examination
from tests.publishing.conftest import Hear, on_trial_for

Write = Callable[[str], Release]
HERE = "/bundel/uitgeven/"


@pytest.fixture
def page(client: Client, anna: User) -> Client:
    client.force_login(anna)
    return client


@pytest.fixture
def viewer(client: Client, town: object) -> Client:
    user = User.objects.create_user("vera", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_release"))
    client.force_login(user)
    return client


def text(client: Client, path: str = HERE) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_a_viewer_sees_it_all_and_changes_nothing(
    publisher: Publisher, written: Write, viewer: Client
) -> None:
    release = written("Welkom")
    assert "Uitgave 1" in text(viewer)
    assert '<form method="post" action="/bundel' not in text(viewer).replace("proefzuilen/", "")
    asked = {"release": release.number, "ring": "all", "why": "toch", "at_once": "yes"}
    for path in ("maken/", "naar/", "stoppen/", "terug/", "proefzuilen/"):
        assert viewer.post(f"{HERE}{path}", asked).status_code == 403
    assert not Publication.objects.exists()


def test_staff_without_the_right_do_not_see_it(client: Client, town: object) -> None:
    client.force_login(User.objects.create_user("karel", is_staff=True))
    for path in ("", "geschiedenis/", "1/"):
        assert client.get(f"{HERE}{path}").status_code == 403


def test_from_the_draft_to_trial_to_all_and_back(
    publisher: Publisher, page: Client, anna: User, hear: Hear
) -> None:
    hear("zuil-1")
    change(anna, {"texts/nl.ftl": b"groet = Welkom\n"}, "vriendelijker", draft().files)
    assert "nog niet gecontroleerd" in text(page)
    Examination.objects.create(digest=files_digest(draft().files), state="done")
    assert "Er is 1 wijziging die nog in geen uitgave zit." in text(page)
    page.post(f"{HERE}maken/", {"ring": "trial", "why": "vriendelijker", "form": "make"})
    assert "Uitgave 1 wordt nu ondertekend" in text(page)
    publisher.turn(timezone.now())
    hear("zuil-1", bundle={"release": 1, "newest": 1})
    assert "1 van 1 zuil heeft deze uitgave al." in text(page)
    on_trial_for(Release.objects.get(), timedelta(hours=1))
    page.post(f"{HERE}naar/", {"release": 1, "ring": "all", "why": "gaat goed"})
    publisher.turn(timezone.now())
    Release.objects.create(number=2, files=Release.objects.get().files, version="0" * 12)
    publish(Release.objects.get(number=2), Ring.ALL, anna, "nog een", at_once=True)
    publisher.turn(timezone.now())
    answer = page.post(f"{HERE}terug/", {"release": 1, "why": "toch niet"}, follow=True)
    assert (
        "Alle zuilen gaan terug naar uitgave 1. Die heet nu uitgave 3." in answer.content.decode()
    )
    publisher.turn(timezone.now())
    assert Publication.objects.get(release=3).state == "published"


def test_a_refusal_says_why_and_keeps_what_was_typed(
    publisher: Publisher, written: Write, page: Client, hear: Hear
) -> None:
    hear("zuil-1")
    release = written("Welkom")
    asked = {"release": release.number, "ring": "all", "why": "het is haast", "form": "publish-1"}
    answer = page.post(f"{HERE}naar/", asked)
    assert answer.status_code == 422
    said = answer.content.decode()
    assert "nog niet op proef geweest" in said
    assert 'value="het is haast"' in said
    without = page.post(f"{HERE}naar/", asked | {"why": " ", "at_once": "yes"})
    assert "Schrijf op waarom" in without.content.decode()
    assert not Publication.objects.exists()


def test_no_release_is_made_where_it_could_not_go_on_trial(page: Client, anna: User) -> None:
    change(anna, {"texts/nl.ftl": b"groet = Welkom\n"}, "vriendelijker", draft().files)
    Examination.objects.create(digest=files_digest(draft().files), state="done")
    answer = page.post(f"{HERE}maken/", {"ring": "trial", "why": "proberen", "form": "make"})
    assert "geen proefzuilen" in answer.content.decode()
    assert not Release.objects.exists()


def test_trouble_of_a_kiosk_is_shown(
    publisher: Publisher, written: Write, page: Client, anna: User, hear: Hear
) -> None:
    hear("zuil-1")
    publish(written("Welkom"), Ring.ALL, anna, "begin", at_once=True)
    publisher.turn(timezone.now())
    hear("zuil-1", bundle={"release": 0, "newest": 1, "problem": "its disk is full"})
    assert "zuil-1: its disk is full" in text(page)


def test_a_trial_is_stopped_by_a_button(
    publisher: Publisher, written: Write, page: Client, anna: User, hear: Hear
) -> None:
    hear("zuil-1")
    trial = publish(written("Welkom"), Ring.TRIAL, anna, "proberen")
    publisher.turn(timezone.now())
    page.post(f"{HERE}stoppen/", {"publication": trial.pk, "why": "klinkt raar"})
    publisher.turn(timezone.now())
    said = text(page)
    assert "anna heeft de proef gestopt." in said
    assert "Uitgave 2" in said


def test_trial_kiosks_are_chosen_by_ticking_them(page: Client, hear: Hear) -> None:
    for name in ("zuil-1", "zuil-2"):
        hear(name)
    page.post(f"{HERE}proefzuilen/", {"kiosk": ["zuil-2"]})
    assert list(Kiosk.objects.filter(trial=True).values_list("name", flat=True)) == ["zuil-2"]


def test_a_release_shows_what_changed_since_the_one_before(written: Write, page: Client) -> None:
    written("Welkom")
    written("Hallo")
    said = text(page, f"{HERE}2/")
    assert "Wat er veranderde sinds uitgave 1" in said
    assert '<del><span class="sign" aria-hidden="true">-</span>groet = Welkom' in said
    assert '<ins><span class="sign" aria-hidden="true">+</span>groet = Hallo' in said
    assert "vriendelijker" in said


def test_the_history_has_every_change_and_is_looked_through_by_file_and_person(
    written: Write, page: Client, anna: User
) -> None:
    written("Welkom")
    change(anna, {"clips/nl/ja.ogg": b"\x00\x01"}, "zelf ingesproken", draft().files)
    said = text(page, f"{HERE}geschiedenis/")
    assert "zelf ingesproken" in said
    assert "Dit bestand is erbij gekomen." in said
    assert "groet = Welkom" in said
    only = text(page, f"{HERE}geschiedenis/?bestand=texts/nl.ftl&wie=anna")
    assert "zelf ingesproken" not in only
    assert "groet = Welkom" in only
    assert "Hier is nog niets veranderd." in text(page, f"{HERE}geschiedenis/?wie=niemand")


def test_what_was_written_in_a_text_is_no_part_of_the_page(written: Write, page: Client) -> None:
    written("<script>alert(1)</script>")
    assert "<script>alert" not in text(page, f"{HERE}geschiedenis/")


def test_the_page_says_when_nobody_signs(publisher: Publisher, page: Client) -> None:
    assert "De uitgever draait niet." in text(page)
    publisher.turn(timezone.now())
    assert "De uitgever draait niet." not in text(page)
    PublisherSeen.objects.update(trouble="no_keys")
    assert "De sleutels om mee te ondertekenen ontbreken." in text(page)


@pytest.mark.parametrize("number", ["", "x", "99999999999", "7"])
def test_a_release_that_does_not_exist_is_not_found(page: Client, number: str) -> None:
    assert page.post(f"{HERE}naar/", {"release": number, "ring": "all"}).status_code == 404
