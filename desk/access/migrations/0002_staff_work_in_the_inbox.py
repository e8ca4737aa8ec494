"""Whoever had a staff login could work in the inbox; now that is a role, so they get it.

What the role may is filled in after all migrations (`desk.access.roles`).
"""

from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def give_the_role(apps: Apps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name="inbox")
    for user in apps.get_model("auth", "User").objects.filter(is_staff=True):
        user.groups.add(group)


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [migrations.RunPython(give_the_role, migrations.RunPython.noop)]
