"""For all tests: what stays for the whole run is not searched for garbage again and again, and
the database of a desk inside a test has its tables from the start.
"""

import gc
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connection
from pytest_django import DjangoDbBlocker

from tests.desk.ready import fill_ready

IN_MEMORY = "file:memorydb_default?mode=memory&cache=shared"
"""As Django calls it: one database for all threads."""
MADE_BETWEEN_SEARCHES = 20_000
"""Objects. The program makes its own choice in processes of its own."""


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()
    gc.set_threshold(MADE_BETWEEN_SEARCHES)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """In place of pytest-django's own, which makes the tables anew in each worker."""
    with django_db_blocker.unblock():
        connection.close()
        settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = IN_MEMORY
        connection.ensure_connection()
        fill_ready(connection.connection)
    yield
    with django_db_blocker.unblock():
        connection.close()
