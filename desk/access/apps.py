"""What the desk does about access by itself: roles after each migration, deeds at each login."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccessConfig(AppConfig):
    name = "desk.access"

    def ready(self) -> None:
        from desk.access import logins, roles  # noqa: PLC0415 - models can only be imported now

        post_migrate.connect(roles.bring_up_to_date, dispatch_uid="desk.access.roles")
        logins.listen()
