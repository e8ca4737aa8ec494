"""What the desk serves to kiosks: the repository's files, cheap, without login or cookie."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from tuf.api.exceptions import DownloadHTTPError
from tuf.ngclient.fetcher import FetcherInterface

from desk.publishing.models import Release, Ring
from desk.publishing.publisher import Publisher
from desk.publishing.publishing import publish
from desk.publishing.repository import trusted_root, updates_url
from tests.publishing.terminal import Terminal


class FromDesk(FetcherInterface):
    """Asks the desk itself, in this process."""

    def _fetch(self, url: str) -> Iterator[bytes]:
        answer: Any = Client().get(url)
        assert not answer.cookies
        if answer.status_code != 200:
            raise DownloadHTTPError("refused", answer.status_code)
        yield b"".join(answer.streaming_content)


def test_a_terminal_fetches_from_the_desk(
    publisher: Publisher, written: Callable[[str], Release], anna: User, tmp_path: Path
) -> None:
    publish(written("Welkom"), Ring.ALL, anna, "begin")
    publisher.turn(timezone.now())
    terminal = Terminal(tmp_path / "terminal", "/kiosk", trusted_root() or "", FromDesk())
    assert terminal.bundle("all")["texts/nl.ftl"] == b"groet = Welkom\n"


def test_what_has_not_changed_is_not_sent_again(publisher: Publisher, client: Client) -> None:
    publisher.turn(timezone.now())
    first = client.get("/kiosk/metadata/timestamp.json")
    assert first.headers["Cache-Control"] == "public, no-cache"
    for header, value in (
        ("If-None-Match", first.headers["ETag"]),
        ("If-Modified-Since", first.headers["Last-Modified"]),
    ):
        again = client.get("/kiosk/metadata/timestamp.json", headers={header: value})
        assert (again.status_code, again.content) == (304, b"")
    root = client.get("/kiosk/metadata/1.root.json")
    assert "immutable" in root.headers["Cache-Control"]
    assert "Vary" not in root.headers


def test_the_root_that_is_not_there_yet_is_asked_for_again(
    publisher: Publisher, client: Client
) -> None:
    answer = client.get("/kiosk/metadata/2.root.json")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (404, "public, no-cache")


@pytest.mark.parametrize(
    "path",
    [
        "metadata/../../state/secret-key",
        "metadata/..%2f..%2fdesk.sqlite3",
        "metadata/.timestamp.json.new",
        "metadata/timestamp.json/",
        "metadata/1.root.json%0a",
        "metadata/",
        "targets/",
        "targets/releases.json",
        "targets/" + "a" * 64 + "..%2freleases.json",
        "publishing/publisher.lock",
    ],
)
def test_nothing_but_published_files_is_served(
    publisher: Publisher, client: Client, path: str, settings: Any
) -> None:
    (settings.STATE / "secret-key").write_text("secret")
    publisher.turn(timezone.now())
    (settings.REPOSITORY / "metadata" / ".timestamp.json.new").write_text("half")
    assert client.get(f"/kiosk/{path}").status_code == 404


def test_nothing_can_be_sent_there(publisher: Publisher, client: Client) -> None:
    assert client.post("/kiosk/metadata/1.root.json").status_code == 405


def test_kiosks_find_it_at_the_desk_or_where_a_setting_says(settings: Any) -> None:
    assert updates_url("https://desk.example/") == "https://desk.example/kiosk"
    settings.UPDATES_URL = "https://cdn.example/zuil"
    assert updates_url("https://desk.example") == "https://cdn.example/zuil"


def test_without_keys_there_is_nothing_to_trust(town: Path) -> None:
    assert trusted_root() is None
