"""Single rights beside the roles, by the names of `desk.staff`; and one-time passwords."""

import secrets
from collections.abc import Iterable

from django.contrib.auth.models import Permission, User

from desk.staff import PERMISSIONS

PASSWORD_GROUPS = 4
"""Groups of 24 random bits: 96 bits, and still to be typed over from paper."""


def one_time_password() -> str:
    return "-".join(secrets.token_hex(3) for _ in range(PASSWORD_GROUPS))


def rights_of(user: User) -> list[str]:
    """What somebody was given besides their roles."""
    rows = user.user_permissions.values_list("content_type__app_label", "codename")
    held = {f"{app}.{codename}" for app, codename in rows}
    return [name for name, permission in PERMISSIONS.items() if permission in held]


def give_rights(user: User, names: Iterable[str]) -> None:
    """Exactly these of the rights that have a name; others are left alone."""
    wanted = set(names)
    for name, permission in PERMISSIONS.items():
        app, codename = permission.split(".")
        found = Permission.objects.get(content_type__app_label=app, codename=codename)
        (user.user_permissions.add if name in wanted else user.user_permissions.remove)(found)
