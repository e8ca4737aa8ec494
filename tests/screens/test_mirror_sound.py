"""What a kiosk says is heard in the browser: in order, as loud as asked, and silent at once."""

import http.client
import io
import json
import threading
import wave
from array import array
from collections.abc import Iterator
from typing import Any

import pytest

from kiosk.core.theme import Palette
from kiosk.voice import SAMPLE_RATE
from screens.mirror_sound import MOST_SENTENCES, BrowserPlayer
from screens.text import TextEngine
from tests.screens.small_kiosk import SmallKiosk

LOUD = array("h", [8000] * 2205).tobytes()


@pytest.fixture
def player() -> BrowserPlayer:
    return BrowserPlayer()


@pytest.fixture
def kiosk(
    palettes: dict[str, Palette], engine: TextEngine, player: BrowserPlayer
) -> Iterator[SmallKiosk]:
    kiosk = SmallKiosk(palettes, engine, sound=player)
    yield kiosk
    kiosk.close()


def ask(kiosk: SmallKiosk, path: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", kiosk.mirror.port, timeout=60)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


def samples_of(wav: bytes) -> "tuple[int, array[int]]":
    with wave.open(io.BytesIO(wav)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        return file.getframerate(), array("h", file.readframes(file.getnframes()))


def test_a_sentence_is_a_wav_with_its_samples_at_the_volume_that_was_asked(
    kiosk: SmallKiosk, player: BrowserPlayer
) -> None:
    player.play(LOUD, 0.5)
    answer, body = ask(kiosk, "/sound?after=0")
    assert (answer.status, answer.getheader("X-Sound")) == (200, "1")
    assert samples_of(body) == (SAMPLE_RATE, array("h", [4000] * 2205))


def test_sentences_come_one_after_the_other(kiosk: SmallKiosk, player: BrowserPlayer) -> None:
    player.play(LOUD, 1)
    player.play(LOUD[:100], 1)
    numbers = [ask(kiosk, f"/sound?after={after}")[0].getheader("X-Sound") for after in (0, 1)]
    assert numbers == ["1", "2"]
    assert ask(kiosk, "/sound?after=2")[0].status == 204


def test_what_is_silenced_cannot_be_had_any_more(kiosk: SmallKiosk, player: BrowserPlayer) -> None:
    player.play(LOUD, 1)
    player.stop()
    assert ask(kiosk, "/sound?after=0")[0].status == 204
    assert player.state() == {"number": 2, "silenced": 2, "paused": False}
    player.stop()
    assert player.number == 2  # it was silent already: no news


def test_no_more_than_a_few_sentences_are_kept(player: BrowserPlayer) -> None:
    for _ in range(50):
        player.play(LOUD, 1)
    found = player.sentence_after(0)
    assert found is not None
    assert found[0] == 50 - MOST_SENTENCES + 1


def test_a_pause_and_its_end_are_news(player: BrowserPlayer) -> None:
    player.play(LOUD, 1)
    player.pause(True)
    assert player.state() == {"number": 2, "silenced": 0, "paused": True}
    player.pause(False)
    assert player.state() == {"number": 3, "silenced": 0, "paused": False}


def test_who_waits_for_the_next_screen_is_told_of_something_to_hear(
    kiosk: SmallKiosk, player: BrowserPlayer
) -> None:
    view = json.loads(ask(kiosk, "/view.json")[1])
    assert view["sound"] == {"number": 0, "silenced": 0, "paused": False}
    found: list[Any] = []
    waiting = threading.Thread(
        target=lambda: found.append(
            json.loads(ask(kiosk, f"/view.json?after={view['seq']}&heard=0")[1])
        )
    )
    waiting.start()
    player.play(LOUD, 1)
    waiting.join(5)
    assert found[0]["sound"]["number"] == 1
    assert found[0]["seq"] == view["seq"]


def test_waiting_can_be_made_shorter(kiosk: SmallKiosk) -> None:
    view = json.loads(ask(kiosk, "/view.json")[1])
    again = json.loads(ask(kiosk, f"/view.json?after={view['seq']}&heard=0&within=0")[1])
    assert again == view


def test_a_kiosk_with_a_loudspeaker_of_its_own_sends_no_sound(
    palettes: dict[str, Palette], engine: TextEngine
) -> None:
    kiosk = SmallKiosk(palettes, engine)
    try:
        assert ask(kiosk, "/sound?after=0")[0].status == 404
        assert "sound" not in json.loads(ask(kiosk, "/view.json")[1])
    finally:
        kiosk.close()
