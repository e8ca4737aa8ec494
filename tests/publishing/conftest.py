"""A desk with keys, a publisher that is asked to take its turns, and a terminal that fetches."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.utils import timezone
from securesystemslib.signer import CryptoSigner

from desk.fleet.models import Heartbeat, Kiosk
from desk.publishing import keys
from desk.publishing.drafts import change, draft, files_digest
from desk.publishing.models import Publication, Release
from desk.publishing.publisher import Publisher
from desk.publishing.publishing import make_release
from desk.publishing.repository import trusted_root
from desk.publishing.signing import SignedRepository
from desk.rehearsal.models import Examination
from tests.publishing.terminal import Terminal, static_host

FACTS = "municipality: {name: Gemeente Voorbeeldstad, phone: '14 0999'}\n"


@pytest.fixture
def town(settings: Any, tmp_path: Path, db: None) -> Path:
    """A desk's state, with a bundle that is small and quick."""
    settings.STATE = tmp_path / "state"
    settings.REPOSITORY = settings.STATE / "repository"
    settings.PUBLISHING_KEYS = settings.STATE / "publishing"
    settings.BUNDLE = tmp_path / "bundle"
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": tmp_path / "limits"}}
    (settings.BUNDLE / "texts").mkdir(parents=True)
    (settings.BUNDLE / "bundle.yaml").write_text(FACTS)
    (settings.BUNDLE / "texts" / "nl.ftl").write_text("groet = Dag\n")
    cache.clear()
    return tmp_path


@pytest.fixture
def anna(town: Path) -> User:
    return User.objects.create_user("anna", is_staff=True, is_superuser=True)


@pytest.fixture
def root_key(town: Path, settings: Any) -> CryptoSigner:
    """Made with the others, which are where the publisher finds them."""
    root, online = keys.make(), {role: keys.make() for role in keys.ONLINE}
    keys.write_all(online.values(), settings.PUBLISHING_KEYS, None)
    SignedRepository(settings.REPOSITORY).begin(root, online, datetime.now(UTC))
    return root


@pytest.fixture
def publisher(root_key: CryptoSigner) -> Publisher:
    return Publisher(None, check=_is_fit)


def _is_fit(_: Path) -> None:
    """The real check has tests of its own; these bundles are small."""


@pytest.fixture
def host(town: Path, settings: Any) -> Iterator[str]:
    settings.REPOSITORY.mkdir(parents=True, exist_ok=True)
    with static_host(settings.REPOSITORY) as url:
        yield url


@pytest.fixture
def terminal(root_key: CryptoSigner, host: str, tmp_path: Path) -> Terminal:
    root = trusted_root()
    assert root
    return Terminal(tmp_path / "terminal", host, root)


@pytest.fixture
def written(anna: User) -> Callable[[str], Release]:
    """A release in which the greeting is another one, examined and found fit."""

    def write(greeting: str) -> Release:
        seen = draft().files
        content = f"groet = {greeting}\n".encode()
        change(anna, {"texts/nl.ftl": content}, "vriendelijker", seen)
        digest = files_digest(draft().files)
        Examination.objects.get_or_create(digest=digest, defaults={"state": "done"})
        return make_release(anna, "een andere groet")

    return write


Hear = Callable[..., Kiosk]


@pytest.fixture
def hear(town: Path) -> Hear:
    """A kiosk on trial tells how it is."""

    def tell(name: str = "zuil-1", heard_at: datetime | None = None, **told: Any) -> Kiosk:
        kiosk, _ = Kiosk.objects.get_or_create(
            name=name, defaults={"token_digest": name, "trial": True}
        )
        heard_at = heard_at or timezone.now()
        bundle = {"version": "0", "release": 0, "newest": 0, "problem": ""} | told.pop("bundle", {})
        usual = {"crashes": 0, "restart_reason": "power", "started_at": "2026-01-01T00:00:00+00:00"}
        Heartbeat.objects.update_or_create(
            kiosk=kiosk,
            defaults={
                "heard_at": heard_at,
                "release": bundle["release"],
                "content": usual | told | {"bundle": bundle},
            },
        )
        return kiosk

    return tell


def on_trial_for(release: Release, time: timedelta) -> None:
    """As if its trial had begun so long ago."""
    Publication.objects.filter(release=release, ring="trial").update(
        published_at=timezone.now() - time
    )
