"""Who may what: roles, and nobody by accident."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client

from desk.access.models import Role
from desk.access.roles import MAY, give, roles_of
from tests.access.conftest import Browser, Named

PAGES = {
    "/inbox/": {"inbox"},
    "/inbox/apart/": {"inbox"},
    "/inbox/routes/": {"inbox", "administrator"},
    "/inbox/zaaksystemen/": {"inbox", "administrator"},
    "/inbox/aannemers/": {"administrator"},
    "/beheer/": {"administrator"},
    "/beheer/nieuw/": {"administrator"},
    "/beheer/geschiedenis/": {"administrator"},
    "/beheer/geschiedenis/bestand/": {"administrator"},
    "/beheer/mijn-login/": {each.value for each in Role},
}


@pytest.mark.parametrize("role", [each.value for each in Role])
def test_each_role_sees_its_own_pages(named: Named, logged_in: Browser, role: str) -> None:
    client = logged_in(named("iemand", role))
    seen = {path for path in PAGES if client.get(path).status_code == 200}
    assert seen == {path for path, roles in PAGES.items() if role in roles}
    others = {path: client.get(path).status_code for path in PAGES.keys() - seen}
    assert set(others.values()) <= {403}


def test_without_any_role_there_is_only_ones_own_login(named: Named, logged_in: Browser) -> None:
    client = logged_in(named("nieuw"))
    assert client.get("/")["Location"] == "/beheer/mijn-login/"
    assert client.get("/inbox/").status_code == 403


def test_the_menu_has_only_what_one_may_see(named: Named, logged_in: Browser) -> None:
    def menu(role: str) -> set[str]:
        page = logged_in(named(role, role)).get("/beheer/mijn-login/")
        return {entry.here for entry in page.context["menu"]}

    assert menu("inbox") == {"inbox", "asides", "routes", "backoffices"}
    for_administrators = menu("administrator")
    assert {"access", "contractors", "routes"} <= for_administrators
    assert not {"inbox", "asides"} & for_administrators


@pytest.mark.django_db
def test_every_role_has_all_its_permissions_after_migrating() -> None:
    for role, allowed in MAY.items():
        rows = Group.objects.get(name=role).permissions.values_list(
            "content_type__app_label", "codename"
        )
        assert {".".join(row) for row in rows} == set(allowed), role


@pytest.mark.django_db
def test_what_was_changed_by_hand_in_a_role_is_put_right_by_the_next_migration() -> None:
    group = Group.objects.get(name="viewer")
    group.permissions.clear()
    group.permissions.add(
        Group.objects.get(name="administrator").permissions.get(codename="change_user")
    )
    call_command("migrate", verbosity=0, stdout=StringIO())
    names = set(group.permissions.values_list("codename", flat=True))
    assert names == {"view_kiosk", "view_release", "view_figures"}


def test_giving_roles_leaves_other_groups_alone(named: Named) -> None:
    user = named("anna", "inbox", "editor")
    user.groups.add(Group.objects.create(name="vrijdag"))
    give(user, ["viewer"])
    assert roles_of(User.objects.get(pk=user.pk)) == [Role.VIEWER]
    assert user.groups.filter(name="vrijdag").exists()


def test_who_is_no_staff_gets_nothing_of_a_role(own_state: object, db: None) -> None:
    user = User.objects.create_user("burger")
    give(user, ["administrator"])
    client = Client()
    client.force_login(user)
    assert client.get("/beheer/").status_code == 302
