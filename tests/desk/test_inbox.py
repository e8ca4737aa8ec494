"""What staff see and do: find, read, answer."""

import base64
import json
import uuid
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from desk.answers.discreet import repeated
from desk.codes import grouped
from desk.fleet.models import Kiosk
from desk.intake import sealing, store
from desk.intake.models import StatusChange, Submission
from kiosk.core import submission as core
from tests.desk.conftest import TakeIn, clerk_named
from tests.desk.samples import NAME, PHONE, WORDS, appointment, seal, street_light


def _change(client: Client, kept: Submission, status: str, sentence: str, **more: str) -> Any:
    kept.refresh_from_db()
    said = {"status": status, "sentence": sentence, "seen": kept.changed_at.isoformat()} | more
    return client.post(f"/inbox/{kept.pk}/", said)


@pytest.mark.parametrize("path", ["/inbox/", "/inbox/apart/", f"/inbox/{uuid.UUID(int=1)}/"])
def test_without_a_login_nothing_is_shown(
    own_state: Path, db: None, client: Client, path: str
) -> None:
    response = client.get(path)
    assert response.status_code == 302
    assert response["Location"].startswith("/inbox/inloggen/")
    client.force_login(User.objects.create_user("geen-medewerker"))
    assert client.get(path).status_code == 302


def test_the_root_leads_to_the_inbox(staff: Client) -> None:
    assert staff.get("/")["Location"] == "/inbox/"


def test_the_newest_stands_on_top(staff: Client, take_in: TakeIn) -> None:
    old, new = take_in(street_light()), take_in(appointment())
    Submission.objects.filter(pk=old.pk).update(received_at=timezone.now() - timedelta(days=2))
    page = staff.get("/inbox/").content.decode()
    assert page.index(str(new.pk)) < page.index(str(old.pk))


def test_the_inbox_can_be_narrowed_down(staff: Client, take_in: TakeIn) -> None:
    lamp, passport = take_in(street_light()), take_in(appointment())
    other = Kiosk.objects.create(name="ZUIL-9", token_digest="other")
    Submission.objects.filter(pk=passport.pk).update(status="done", kiosk=other)
    late = take_in(street_light())
    Submission.objects.filter(pk=late.pk).update(due=timezone.localdate() - timedelta(days=1))

    def found(**asked: str) -> set[uuid.UUID]:
        return {each.pk for each in staff.get("/inbox/", asked).context["page"].object_list}

    assert found() == {lamp.pk, passport.pk, late.pk}
    assert found(status="done") == {passport.pk}
    assert found(status="received") == {lamp.pk, late.pk}
    assert found(status="late") == {late.pk}
    assert found(flow="afspraak") == {passport.pk}
    assert found(kiosk="ZUIL-9") == {passport.pk}
    assert found(code=grouped(lamp.code)) == {lamp.pk}
    assert found(code=lamp.code[-4:]) >= {lamp.pk}
    assert found(code="geen cijfers") == set()
    assert found(status="done", flow="melding") == set()


def test_a_long_inbox_has_pages_that_keep_the_filter(staff: Client, take_in: TakeIn) -> None:
    first = take_in(street_light())
    Submission.objects.bulk_create(
        Submission(
            id=uuid.uuid4(), code=first.code, kiosk=first.kiosk, flow="melding", title="Melding",
            language="nl", raw=first.raw,
        )
        for _ in range(119)
    )  # fmt: skip
    response = staff.get("/inbox/", {"flow": "melding", "page": "3"})
    assert len(response.context["page"].object_list) == 20
    assert "flow=melding&amp;page=2" in response.content.decode()
    assert staff.get("/inbox/", {"page": "many"}).status_code == 200


def test_a_detail_shows_everything_the_visitor_told(reader: Client, take_in: TakeIn) -> None:
    kept = take_in(street_light())
    page = reader.post(f"/inbox/{kept.pk}/contact/", {"why": "bellen"}).content.decode()
    for shown in (
        "Kapotte straatlamp",
        grouped(kept.code),
        "Wat wilt u melden?",
        "Straat en verlichting",
        WORDS,
        NAME,
        PHONE,
        "Bellen",
        "Marktstraat 12",
        "52.2215, 6.8937",
        "Wij maken het binnen 5 werkdagen.",
        "Nederlands",
        "ZUIL-1",
    ):
        assert shown in page


def test_what_a_visitor_types_is_only_text(staff: Client, take_in: TakeIn) -> None:
    kept = take_in(street_light(words="<script>alert(1)</script>", answers=[]))
    page = staff.get(f"/inbox/{kept.pk}/").content.decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_a_changed_status_is_told_to_the_visitor_and_remembered(
    staff: Client, take_in: TakeIn
) -> None:
    kept = take_in(street_light())
    assert _change(staff, kept, "in_progress", "").status_code == 302
    assert _change(staff, kept, "done", "De lamp brandt weer.").status_code == 302
    public = staff.get(f"/api/status/{kept.code}").json()["reports"][0]
    assert (public["status"], public["sentence"]) == ("done", "De lamp brandt weer.")
    history = list(StatusChange.objects.values_list("status", "sentence", "by__username"))
    assert history == [("done", "De lamp brandt weer.", "beheer"), ("in_progress", "", "beheer")]
    page = staff.get(f"/inbox/{kept.pk}/").content.decode()
    assert page.count("door beheer") == 2


def test_saving_without_a_change_adds_no_history(staff: Client, take_in: TakeIn) -> None:
    kept = take_in(street_light())
    _change(staff, kept, "received", "")
    assert not StatusChange.objects.exists()


@pytest.mark.parametrize("status", ["done", "cannot"])
def test_done_and_cannot_need_a_sentence(staff: Client, take_in: TakeIn, status: str) -> None:
    kept = take_in(street_light())
    response = _change(staff, kept, status, "  ")
    assert response.status_code == 422
    assert "Schrijf een zin voor de burger." in response.content.decode()
    kept.refresh_from_db()
    assert kept.status == "received"


def test_a_public_sentence_with_the_visitors_data_is_refused(
    staff: Client, take_in: TakeIn
) -> None:
    kept = take_in(street_light())
    response = _change(staff, kept, "done", "Mevrouw Verhoeven, het is klaar.")
    assert "de naam van de burger" in response.content.decode()
    kept.refresh_from_db()
    assert kept.sentence == ""


def test_two_colleagues_do_not_overwrite_each_other(staff: Client, take_in: TakeIn) -> None:
    kept = take_in(street_light())
    stale = kept.changed_at.isoformat()
    _change(staff, kept, "in_progress", "Wij komen morgen.")
    said = {"status": "cannot", "sentence": "Dit kan niet.", "seen": stale}
    response = staff.post(f"/inbox/{kept.pk}/", said)
    assert "Een collega heeft dit net veranderd." in response.content.decode()
    kept.refresh_from_db()
    assert kept.status == "in_progress"
    again = said | {"seen": response.context["seen"]}
    assert staff.post(f"/inbox/{kept.pk}/", again).status_code == 302


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("De lamp is gemaakt.", ""),
        ("De lamp voor uw deur is gemaakt.", ""),
        ("Dag mevrouw Verhoeven.", "name"),
        ("Wij belden 06-12345678.", "phone"),
        ("Wij belden +31 6 1234 5678.", "phone"),
        ("Wij mailden JO@voorbeeld.nl.", "email"),
        ("Een brief ging naar 7511ab 3.", "address"),
        ("Wij kwamen langs de Dorpsweg 3.", "address"),
        ("U schreef: al drie weken kapot en ik durf niet.", "words"),
    ],
)
def test_what_a_public_sentence_may_not_repeat(sentence: str, what: str) -> None:
    contact = {
        "channel": "phone", "name": NAME, "phone": PHONE, "email": "jo@voorbeeld.nl",
        "postcode": "7511 AB", "house_number": "3", "street": "Dorpsweg",
    }  # fmt: skip
    submission = core.Submission.model_validate(street_light(contact=contact))
    assert repeated(sentence, submission) == what


def test_refused_submissions_are_listed_and_can_be_read(reader: Client, take_in: TakeIn) -> None:
    kept = take_in(street_light())
    kiosk = kept.kiosk
    assert kiosk
    key = base64.b64decode(sealing.public_key())
    other = street_light(id=str(kept.pk), words="Een heel ander verhaal", answers=[])
    assert store.take_in(kept.pk, seal(other, key), kiosk) == store.Conflict()
    broken = json.dumps({"code": "oud formaat"}).encode()
    outcome = store.take_in(uuid.uuid4(), seal(broken, key), kiosk)
    assert isinstance(outcome, store.Invalid)
    inbox = reader.get("/inbox/").content.decode()
    assert "2 inzendingen zijn" in inbox
    listed = reader.get("/inbox/apart/")
    assert len(listed.context["asides"]) == 2
    pages = [
        reader.post(f"/inbox/apart/{aside.pk}/contact/", {"why": "anders"}).content.decode()
        for aside in listed.context["asides"]
    ]
    assert "oud formaat" in pages[0]
    assert "Een heel ander verhaal" in pages[1]
    assert str(kept.pk) in pages[1]


def test_five_wrong_passwords_and_one_has_to_wait(own_state: Path, db: None) -> None:
    User.objects.create_user("beheer", password="goed-geheim-1", is_staff=True)
    User.objects.create_user("collega", password="goed-geheim-2", is_staff=True)
    client = Client()

    def log_in(name: str, password: str) -> int:
        said = {"username": name, "password": password}
        return client.post("/inbox/inloggen/", said).status_code

    assert [log_in("beheer", "fout") for _ in range(5)] == [200] * 5
    assert log_in("beheer", "goed-geheim-1") == 429
    assert log_in(" BEHEER ", "goed-geheim-1") == 429
    assert log_in("collega", "goed-geheim-2") == 302


def test_a_right_password_starts_the_count_anew(own_state: Path, db: None) -> None:
    User.objects.create_user("beheer", password="goed-geheim-1", is_staff=True)
    client = Client()
    for password in [*["fout"] * 4, "goed-geheim-1", *["fout"] * 4]:
        said = {"username": "beheer", "password": password}
        assert client.post("/inbox/inloggen/", said).status_code in {200, 302}
    said = {"username": "beheer", "password": "goed-geheim-1"}
    assert client.post("/inbox/inloggen/", said).status_code == 302


def test_after_login_nobody_is_sent_to_another_site(own_state: Path, db: None) -> None:
    clerk_named("beheer", password="goed-geheim-1")
    said = {"username": "beheer", "password": "goed-geheim-1", "next": "https://evil.example/"}
    assert Client().post("/inbox/inloggen/", said)["Location"] == "/inbox/"


def test_a_forged_form_is_refused(own_state: Path, db: None, take_in: TakeIn) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(clerk_named("beheer"))
    kept = take_in(street_light())
    assert _change(client, kept, "in_progress", "").status_code == 403
    kept.refresh_from_db()
    assert kept.status == "received"


def test_staff_pages_are_not_kept_by_the_browser(staff: Client, take_in: TakeIn) -> None:
    response = staff.get(f"/inbox/{take_in(street_light()).pk}/")
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]


def test_staff_can_change_their_password(staff: Client) -> None:
    said = {
        "old_password": "goed-geheim-1",
        "new_password1": "nieuw-en-lang-genoeg",
        "new_password2": "nieuw-en-lang-genoeg",
    }
    assert staff.post("/inbox/wachtwoord/", said).status_code == 302
    assert User.objects.get().check_password("nieuw-en-lang-genoeg")
    short = staff.post("/inbox/wachtwoord/", said | {"new_password1": "kort"})
    assert "fault-" in short.content.decode()
