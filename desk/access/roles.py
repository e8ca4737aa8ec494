"""Roles: groups of permissions with fixed names, decided here and not in the database.

    inbox           reads what visitors handed in, and answers
    viewer          sees kiosks, the bundle and the figures
    editor          a viewer who also changes the draft, and notes what was tried
    publisher       a viewer who also publishes, and gives orders to kiosks
    administrator   a viewer who also makes logins, enrols kiosks, and decides on routes and firms

Besides, somebody may get one right alone, such as `read-contact` (`desk/staff.py`). Who is
superuser may everything.
"""

from collections.abc import Collection, Mapping
from typing import Any

from django.apps import AppConfig
from django.contrib.auth.models import Group, Permission, User
from django.db import transaction
from django.db.models import Q

from desk.access.models import Role

_SEES = ("fleet.view_kiosk", "publishing.view_release", "measuring.view_figures")
MAY: Mapping[str, tuple[str, ...]] = {
    Role.INBOX: ("intake.work_inbox",),
    Role.VIEWER: _SEES,
    Role.EDITOR: (
        *_SEES,
        "publishing.change_draft",
        "measuring.add_stepnote",
        "measuring.change_effort",
    ),
    Role.PUBLISHER: (*_SEES, "publishing.publish_release", "fleet.order_kiosk"),
    Role.ADMINISTRATOR: (
        *_SEES,
        "auth.change_user",
        "access.view_deed",
        "fleet.order_kiosk",
        "fleet.enrol_kiosk",
        "backoffices.change_route",
        "contractors.change_contractor",
    ),
}


def bring_up_to_date(app_config: AppConfig, using: str, **_: Any) -> None:
    """After each app's migrations (`post_migrate`): the groups, with its permissions in them."""
    app = app_config.label
    for role, allowed in MAY.items():
        wanted = [each.partition(".")[2] for each in allowed if each.startswith(f"{app}.")]
        group, _made = Group.objects.using(using).get_or_create(name=role)
        of_app = Permission.objects.using(using).filter(content_type__app_label=app)
        group.permissions.remove(*of_app.exclude(codename__in=wanted))
        group.permissions.add(*of_app.filter(codename__in=wanted))


def roles_of(user: User) -> list[Role]:
    held = {group.name for group in user.groups.all()}
    return [role for role in Role if role.value in held]


def give(user: User, roles: Collection[str]) -> None:
    """Exactly these roles; groups that are no role are left alone."""
    with transaction.atomic():
        there = {group.name: group for group in Group.objects.filter(name__in=Role.values)}
        for name in set(Role.values) - there.keys():
            there[name], _made = Group.objects.get_or_create(name=name)
        user.groups.remove(*(group for name, group in there.items() if name not in roles))
        user.groups.add(*(group for name, group in there.items() if name in roles))


def administrators() -> Any:
    """Who could still let others in: logins that work, with the role or with every right."""
    able = Q(is_superuser=True) | Q(groups__name=Role.ADMINISTRATOR)
    return User.objects.filter(able, is_active=True, is_staff=True).distinct()
