"""A desk with the factory bundle, and an app that has been let in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from config.bundle import FACTORY
from desk.open311.models import App
from tests.desk.conftest import own_state, staff, take_in

__all__ = ["own_state", "staff", "take_in"]
Post = Callable[..., Any]


@pytest.fixture
def town(own_state: Path, settings: Any, db: None) -> None:
    settings.BUNDLE = FACTORY


@pytest.fixture
def key(town: None) -> str:
    return App.objects.let_in("MijnStad")


@pytest.fixture
def post(key: str, client: Client) -> Post:
    """Hand in a lamp that does not burn; a field that is None is left out."""

    def send(*, form: str = "json", headers: dict[str, str] | None = None, **changes: Any) -> Any:
        said = {
            "api_key": key,
            "service_code": "verlichting-lamp-uit",
            "lat": "52.2215",
            "long": "6.8937",
            "address_string": "Marktstraat 12",
            "description": "De lamp voor de bakker brandt al drie weken niet meer",
        } | changes
        left = {name: value for name, value in said.items() if value is not None}
        return client.post(f"/open311/v2/requests.{form}", left, headers=headers)

    return send
