"""What staff see and change of the firms."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from desk.contractors.models import Contractor
from tests.contractors.conftest import Firm

BASE = "/inbox/aannemers/"


@pytest.fixture
def manager(staff: Client) -> Client:
    permission = Permission.objects.get(codename="change_contractor")
    User.objects.get(username="beheer").user_permissions.add(permission)
    return staff


def test_only_whoever_may_change_firms_sees_them(staff: Client, firm: Firm) -> None:
    light = firm()
    for path in (BASE, f"{BASE}{light.pk}/"):
        assert staff.get(path).status_code == 403
        assert Client().get(path).status_code == 302
    assert BASE not in staff.get("/inbox/").content.decode()


def test_firms_are_listed_with_their_work_and_area(manager: Client, firm: Firm) -> None:
    firm(postcodes=["7511"], latitude=52.25, longitude=6.5, radius_m=2000)
    firm("groen", categories=["natuur/boom"])
    page = manager.get(BASE).content.decode()
    for shown in ("Jansen licht", "Postcode 7511, en 2000 meter rond 52.25, 6.5",
                  "natuur/boom", "De hele gemeente"):  # fmt: skip
        assert shown in page
    assert BASE in manager.get("/inbox/").content.decode()


def test_a_firm_can_be_changed_and_blocked(manager: Client, firm: Firm) -> None:
    light = firm(postcodes=["7511"])
    page = manager.get(f"{BASE}{light.pk}/").content.decode()
    assert 'value="7511"' in page
    said = {
        "firm": "Jansen en Zoon",
        "categories": "straat, afval/zwerfvuil",
        "postcodes": "7512 7513",
        "around": "52.2,6.9,500",
        "blocked": "yes",
    }
    response = manager.post(f"{BASE}{light.pk}/", said, follow=True)
    assert "Opgeslagen." in response.content.decode()
    assert "De burger ziet" not in response.content.decode()
    kept = Contractor.objects.get(pk=light.pk)
    assert (kept.firm, kept.categories) == ("Jansen en Zoon", ["straat", "afval/zwerfvuil"])
    assert (kept.postcodes, kept.latitude, kept.radius_m) == (["7512", "7513"], 52.2, 500)
    assert not kept.user.is_active
    manager.post(f"{BASE}{light.pk}/", said | {"blocked": "", "around": ""})
    kept = Contractor.objects.get(pk=light.pk)
    assert (kept.radius_m, kept.user.is_active) == (None, True)


@pytest.mark.parametrize("field", ["firm", "categories", "postcodes", "around"])
def test_what_is_wrong_is_said_at_its_field(manager: Client, firm: Firm, field: str) -> None:
    light = firm()
    said = {"firm": "X", "categories": "straat", "postcodes": "", "around": ""}
    wrong = {"firm": "", "categories": "Straat!", "postcodes": "AB", "around": "hier"}
    response = manager.post(f"{BASE}{light.pk}/", said | {field: wrong[field]})
    assert response.status_code == 422
    assert f'id="fault-{field}"' in response.content.decode()
    assert Contractor.objects.get(pk=light.pk).firm == "Jansen licht"
