"""A desk of before there were roles: whoever worked in the inbox still does, with what they had."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

BEFORE = [("access", "0001_initial")]


@pytest.mark.django_db(transaction=True)
def test_staff_of_before_have_the_role_of_the_inbox() -> None:
    executor = MigrationExecutor(connection)
    latest = [each for each in executor.loader.graph.leaf_nodes() if each[0] == "access"]
    executor.migrate(BEFORE)
    old: Any = executor.loader.project_state(BEFORE).apps
    users = old.get_model("auth", "User").objects
    users.create(username="anna", is_staff=True)
    users.create(username="firma")
    MigrationExecutor(connection).migrate(latest)
    roles = {
        user.username: list(user.groups.values_list("name", flat=True))
        for user in User.objects.all()
    }
    assert roles == {"anna": ["inbox"], "firma": []}
