"""What a visitor who asks for it gets, and what the administrator can do in the inbox."""

import io
import json
import zipfile
from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from desk.intake.models import Submission
from desk.personal.exporting import asides_of, export
from tests.desk.conftest import TakeIn
from tests.desk.samples import PHONE, code, street_light
from tests.desk.test_privacy import PRIVATE, SOUND, answered, set_aside, told_all


def _exported(content: bytes) -> tuple[dict[str, Any], dict[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as folder:
        files = {name: folder.read(name) for name in folder.namelist()}
    return json.loads(files.pop("zuil.json")), files


def test_an_export_holds_everything_once_and_no_names_of_staff(take_in: TakeIn) -> None:
    kept = answered(take_in(told_all()))
    set_aside(timezone.now(), street_light(id=str(kept.pk), words="Een ander verhaal"))
    by_code = set_aside(timezone.now(), street_light(code=kept.code, words="Ook van mij"))
    set_aside(timezone.now(), street_light(words="Van een ander"))
    told, files = _exported(export(kept, asides_of(kept.code, kept)))
    text = json.dumps(told, ensure_ascii=False)
    assert [each for each in PRIVATE if each not in text] == []
    assert text.count("Gebeld met Jo") == 1
    assert SOUND in files.values()
    assert b"PNG!" in files.values()
    assert {each["file"] for each in told["submission"]["spoken"]} < set(files)
    for word in ("SIG-11", "De lamp brandt weer.", "De Lamp", "Een ander verhaal", "Ook van mij"):
        assert word in text
    assert "collega" not in text
    assert "Van een ander" not in text
    told, _ = _exported(export(None, [by_code]))
    assert told["submission"] is None


def test_what_another_visitor_with_the_same_code_told_is_not_exported(take_in: TakeIn) -> None:
    shared = code()
    mine, other = take_in(told_all(code=shared)), take_in(told_all(code=shared))
    set_aside(timezone.now(), street_light(id=str(other.pk), code=shared))
    set_aside(timezone.now(), street_light(code=shared))
    assert asides_of(shared, mine) == []


def test_only_the_administrator_exports_and_erases_in_the_inbox(
    staff: Client, take_in: TakeIn
) -> None:
    kept = answered(take_in(told_all()))
    addresses = [f"/inbox/{kept.pk}/{what}/" for what in ("uitvoer", "wissen")]
    assert addresses[0] not in staff.get(f"/inbox/{kept.pk}/").content.decode()
    assert [staff.post(each, {"sure": "yes"}).status_code for each in addresses] == [403, 403]
    assert PHONE in Submission.objects.get(pk=kept.pk).raw
    User.objects.filter(username="beheer").update(is_superuser=True)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.get(username="beheer"))
    assert [strict.post(each, {"sure": "yes"}).status_code for each in addresses] == [403, 403]
    assert [staff.get(each).status_code for each in addresses] == [405, 405]
    assert addresses[0] in staff.get(f"/inbox/{kept.pk}/").content.decode()
    file = staff.post(addresses[0])
    assert "attachment" in file["Content-Disposition"]
    assert kept.code not in file["Content-Disposition"]
    assert _exported(file.content)[0]["submission"]["code"] == kept.code
    assert kept.readings.first().why == "Alles opgeslagen als bestand"  # type: ignore[union-attr]
    staff.post(addresses[1])
    assert PHONE in Submission.objects.get(pk=kept.pk).raw
    staff.post(addresses[1], {"sure": "yes"})
    assert PHONE not in Submission.objects.get(pk=kept.pk).raw
    page = staff.get(f"/inbox/{kept.pk}/").content.decode()
    assert "Gegevens van de burger gewist op" in page
    assert "Gewist of overgeslagen" in page


def test_in_the_inbox_too_what_is_on_its_way_asks_for_a_second_tick(
    staff: Client, take_in: TakeIn
) -> None:
    User.objects.update(is_superuser=True)
    kept = take_in(told_all())
    page = staff.get(f"/inbox/{kept.pk}/").content.decode()
    assert "De gemeente heeft dit nog niet gekregen." in page
    staff.post(f"/inbox/{kept.pk}/wissen/", {"sure": "yes"})
    assert PHONE in Submission.objects.get(pk=kept.pk).raw
    staff.post(f"/inbox/{kept.pk}/wissen/", {"sure": "yes", "anyway": "yes"})
    assert PHONE not in Submission.objects.get(pk=kept.pk).raw
