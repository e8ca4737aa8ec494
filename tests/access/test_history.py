"""Everything that changes something is written down, and stays written down."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError
from django.test import Client

from desk.access.history import write_down
from desk.access.models import Deed, NeverChangedError
from tests.access.conftest import Browser, Named, typed_password
from tests.desk.conftest import TakeIn
from tests.desk.samples import NAME, PHONE, street_light

HISTORY, FILE = "/beheer/geschiedenis/", "/beheer/geschiedenis/bestand/"


def _deeds(**where: str) -> list[tuple[str, str, str]]:
    found = Deed.objects.filter(**where).exclude(what="access.login").order_by("id")
    return list(found.values_list("who_named", "what", "about"))


@pytest.fixture
def clerk(named: Named, logged_in: Browser) -> Client:
    return logged_in(named("anna", "inbox"))


def test_what_writes_nothing_itself_is_written_down_by_its_address(
    clerk: Client, take_in: TakeIn
) -> None:
    kept = take_in(street_light())
    said = {
        "status": "in_progress",
        "sentence": f"Geheim {NAME[::-1]}",
        "seen": kept.changed_at.isoformat(),
    }
    assert clerk.post(f"/inbox/{kept.pk}/", said).status_code == 302
    assert _deeds() == [("anna", "inbox.detail", str(kept.pk))]
    deed = Deed.objects.get(what="inbox.detail")
    assert "Geheim" not in f"{deed.about} {deed.why}"


def test_what_was_refused_or_only_looked_at_is_not(clerk: Client, take_in: TakeIn) -> None:
    kept = take_in(street_light())
    clerk.get(f"/inbox/{kept.pk}/")
    assert clerk.post(f"/inbox/{kept.pk}/", {"status": "done", "sentence": ""}).status_code == 422
    assert clerk.post("/beheer/nieuw/", {"name": "x"}).status_code == 403
    assert clerk.post("/inbox/nergens/").status_code == 404
    clerk.post("/beheer/taal/", {"language": "en"})
    assert _deeds() == []


def test_what_writes_itself_is_written_once(administrator: Client) -> None:
    administrator.post("/beheer/nieuw/", {"name": "bob"})
    assert _deeds() == [("beheer", "access.make", "bob")]


def test_coming_in_and_going_out_are_written_down(named: Named) -> None:
    named("anna", "inbox")
    client = typed_password("anna")
    client.post("/inbox/uitloggen/")
    Client().post("/inbox/inloggen/", {"username": "anna", "password": "mis"})
    Client().post("/inbox/inloggen/", {"username": "MijnWachtwoord1!", "password": "mis"})
    found = Deed.objects.order_by("id").values_list("who_named", "what", "about")
    assert list(found) == [
        ("anna", "access.login", ""),
        ("anna", "access.logout", ""),
        ("", "access.login-failed", "anna"),
        ("", "access.login-failed", ""),
    ]


def test_a_visitor_and_a_firm_leave_no_deeds(take_in: TakeIn, own_state: object) -> None:
    kept = take_in(street_light())
    Client().post(f"/volg/{kept.code}/opgelost", {"antwoord": "nee"})
    client = Client()
    client.force_login(User.objects.create_user("firma"))
    client.post(f"/volg/{kept.code}/opgelost", {"antwoord": "nee"})
    assert not Deed.objects.exists()


def test_it_is_never_changed_and_never_deleted(named: Named) -> None:
    write_down(named("anna"), "inbox.detail", "iets")
    deed = Deed.objects.get()
    for act in (deed.save, deed.delete, Deed.objects.all().delete, Deed.objects.all().update):
        with pytest.raises(NeverChangedError):
            act()
    assert Deed.objects.count() == 1


def test_it_outlives_the_login(named: Named) -> None:
    anna = named("anna")
    write_down(anna, "inbox.detail", "iets")
    anna.delete()
    deed = Deed.objects.get()
    assert (deed.who, deed.who_named) == (None, "anna")


def test_a_change_that_was_made_is_answered_even_if_it_cannot_be_written_down(
    clerk: Client,
    take_in: TakeIn,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    kept = take_in(street_light())

    def full(**_: object) -> None:
        raise DatabaseError("full")

    monkeypatch.setattr(Deed.objects, "create", full)
    said = {"status": "in_progress", "seen": kept.changed_at.isoformat()}
    assert clerk.post(f"/inbox/{kept.pk}/", said).status_code == 302
    assert "inbox:detail could not be written down" in caplog.text


def test_it_is_narrowed_down_and_comes_as_a_file(administrator: Client, named: Named) -> None:
    anna, bob = named("anna"), named("bob")
    write_down(anna, "fleet.revoke", "zuil-1", "gestolen")
    write_down(bob, "fleet.order", "zuil-2")
    write_down(bob, "fleet.order", "=cmd()")

    def found(**asked: str) -> set[str]:
        return {deed.about for deed, _ in administrator.get(HISTORY, asked).context["rows"]}

    assert found(who="anna") == {"zuil-1"}
    assert found(what="fleet.order") == {"zuil-2", "=cmd()"}
    assert found(about="zuil", who="bob") == {"zuil-2"}
    assert found(until="2020-01-01") == set()
    assert {"zuil-1", "zuil-2"} <= found(**{"from": "2020-01-01"})
    assert {"zuil-1", "zuil-2"} <= found(**{"from": "geen-dag", "until": "2020-99-99"})
    lines = _file(administrator, who="anna").decode("utf-8-sig").splitlines()
    assert lines[0] == "at,who,what,about,why"
    assert lines[1].endswith(",anna,fleet.revoke,zuil-1,gestolen")
    assert b",'=cmd()," in _file(administrator, about="cmd")


def _file(client: Client, **asked: str) -> bytes:
    response: Any = client.get(FILE, asked)  # a stream
    return b"".join(response.streaming_content)


def test_a_deed_of_a_submission_names_no_visitor(clerk: Client, take_in: TakeIn) -> None:
    kept = take_in(street_light())
    clerk.post(f"/inbox/{kept.pk}/zaaksysteem/", {"do": "here", "name": NAME, "phone": PHONE})
    text = " ".join(f"{deed.about} {deed.why}" for deed in Deed.objects.all())
    assert NAME not in text
    assert PHONE not in text
