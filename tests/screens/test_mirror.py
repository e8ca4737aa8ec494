"""The same screen in a browser: over real HTTP, and with a real browser."""

import http.client
import io
import json
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from kiosk.core.events import KeyPressed, Scanned, Tapped, Typed
from kiosk.core.theme import Palette
from screens.mirror import HANDLED_WITHIN_S, Mirror, MirrorUnavailable
from screens.mirror_http import BODY_LIMIT_BYTES
from screens.text import TextEngine
from tests.browsing import chromium, needs_chromium
from tests.screens import samples
from tests.screens.small_kiosk import SIZE, SmallKiosk

Answer = tuple[int, Any]
JSON = {"Content-Type": "application/json"}


@pytest.fixture
def kiosk(palettes: dict[str, Palette], engine: TextEngine) -> Iterator[SmallKiosk]:
    kiosk = SmallKiosk(palettes, engine)
    yield kiosk
    kiosk.close()


def ask(
    kiosk: SmallKiosk,
    method: str,
    path: str,
    body: bytes | None = None,
    headers: dict[str, str] | None = None,
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", kiosk.mirror.port, timeout=60)
    try:
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


def post(kiosk: SmallKiosk, path: str, body: object) -> Answer:
    answer, content = ask(kiosk, "POST", path, json.dumps(body).encode(), JSON)
    return answer.status, json.loads(content)


def view_of(kiosk: SmallKiosk) -> Any:
    return json.loads(ask(kiosk, "GET", "/view.json")[1])


def rect_of(view: Any, target: str) -> list[int]:
    found: list[int] = next(one["rect"] for one in view["targets"] if one["target"] == target)
    return found


def test_the_view_is_the_accessibility_tree_of_the_screen(kiosk: SmallKiosk) -> None:
    view = view_of(kiosk)
    assert list(view) == [
        "seq",
        "screen",
        "language",
        "title",
        "spoken",
        "size",
        "panel_mm",
        "input",
        "targets",
    ]
    assert view["screen"] == "melding.wat"
    assert view["language"] == "nl"
    assert view["title"] == "Wat is er kapot of vuil?"
    assert view["spoken"] == "Wat is er kapot of vuil?"
    assert view["size"] == list(SIZE)
    assert view["panel_mm"] == [268, 476.4]
    assert view["input"] is None
    assert [target["target"] for target in view["targets"]][:2] == ["choice:lamp", "choice:afval"]
    first = view["targets"][0]
    assert first | {"rect": None} == {
        "target": "choice:lamp",
        "role": "choice",
        "label": "Lamp",
        "spoken": "Lamp",
        "rect": None,
        "focused": False,
        "enabled": True,
    }
    assert all(isinstance(part, int) for part in first["rect"])


def test_the_picture_is_what_is_on_the_screen(kiosk: SmallKiosk) -> None:
    answer, content = ask(kiosk, "GET", "/screen.png")
    assert answer.getheader("Content-Type") == "image/png"
    assert Image.open(io.BytesIO(content)).size == SIZE
    again = ask(kiosk, "GET", "/screen.png")[1]
    assert again == content
    post(kiosk, "/tap", {"target": "choice:afval"})
    assert ask(kiosk, "GET", "/screen.png")[1] != content


def test_a_tap_by_name_is_answered_with_the_screen_that_follows(kiosk: SmallKiosk) -> None:
    status, view = post(kiosk, "/tap", {"target": "choice:lamp"})
    assert status == 200
    assert view["screen"] == "melding.huisnummer"
    assert view["input"] == {"kind": "house_number", "value": "12"}
    assert [event.target for event in kiosk.events if isinstance(event, Tapped)] == ["choice:lamp"]


def test_a_tap_by_place_presses_what_lies_there(kiosk: SmallKiosk) -> None:
    x, y, width, height = rect_of(view_of(kiosk), "choice:rat")
    status, view = post(kiosk, "/tap", {"x": x + width / 2, "y": y + height - 1})
    assert status == 200
    assert [one["target"] for one in view["targets"] if one["focused"]] == ["choice:rat"]
    assert view["spoken"] == "U koos choice:rat"


def test_a_tap_beside_everything_does_nothing_like_a_finger_there(kiosk: SmallKiosk) -> None:
    before = view_of(kiosk)
    assert post(kiosk, "/tap", {"x": 1, "y": 1}) == (200, before)
    assert kiosk.events == []


def test_keys_have_our_names_and_those_of_browsers(kiosk: SmallKiosk) -> None:
    for key in ("down", "ArrowDown", "Enter", "Escape", "Backspace", "louder"):
        assert post(kiosk, "/key", {"key": key})[0] == 200
    keys = [event.key for event in kiosk.events if isinstance(event, KeyPressed)]
    assert keys == ["down", "down", "select", "back", "erase", "louder"]


def test_a_tap_on_a_black_screen_only_makes_it_visible_wherever_it_lands(
    kiosk: SmallKiosk,
) -> None:
    kiosk.show(replace(kiosk.view, blank=True))
    pixels = Image.open(io.BytesIO(ask(kiosk, "GET", "/screen.png")[1])).convert("RGB")
    assert pixels.getextrema() == ((0, 0), (0, 0), (0, 0))
    for body in ({"x": 3, "y": 3}, {"target": "choice:rat"}, {"target": "unblank"}):
        assert post(kiosk, "/tap", body)[0] == 200
    assert [event.target for event in kiosk.events if isinstance(event, Tapped)] == ["unblank"] * 3
    # What is not seen is still heard, so its tree is there.
    assert "choice:rat" in [target["target"] for target in view_of(kiosk)["targets"]]
    assert post(kiosk, "/key", {"key": "down"})[0] == 200


def test_a_visible_screen_has_no_button_to_make_it_so(kiosk: SmallKiosk) -> None:
    assert post(kiosk, "/tap", {"target": "unblank"})[0] == 400


def test_switches_can_be_tried_in_a_browser(kiosk: SmallKiosk) -> None:
    for key in ("F8", "F9", "F10", "switch"):
        assert post(kiosk, "/key", {"key": key})[0] == 200
    keys = [event.key for event in kiosk.events if isinstance(event, KeyPressed)]
    assert keys == ["speech", "move", "switch", "switch"]


def test_typing_and_scanning_arrive_as_such(kiosk: SmallKiosk) -> None:
    post(kiosk, "/tap", {"target": "choice:lamp"})
    status, view = post(kiosk, "/type", {"text": "b"})
    assert (status, view["input"]["value"]) == (200, "12b")
    status, view = post(kiosk, "/scan", {"text": "482173905566"})
    assert (status, view["title"]) == (200, "482173905566")
    assert [type(event) for event in kiosk.events] == [Tapped, Typed, Scanned]


def test_every_event_carries_the_time(kiosk: SmallKiosk) -> None:
    before = time.monotonic()
    post(kiosk, "/key", {"key": "help"})
    assert before <= kiosk.events[0].at <= time.monotonic()


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/tap", b"{"),
        ("/tap", b"[]"),
        ("/tap", b"{}"),
        ("/tap", b'{"target": "nope"}'),
        ("/tap", b'{"target": 3}'),
        ("/tap", b'{"x": 1}'),
        ("/tap", b'{"x": true, "y": 1}'),
        ("/tap", b'{"x": NaN, "y": 1}'),
        ("/tap", b'{"x": 1e400, "y": 1}'),
        ("/tap", b'{"x": 5000, "y": 1}'),
        ("/key", b'{"key": "F13"}'),
        ("/key", b'{"key": ["up"]}'),
        ("/type", b'{"text": ""}'),
        ("/type", b'{"text": 5}'),
        ("/type", b'{"text": "a\\u0000"}'),
        ("/type", b'{"text": "' + b"a" * 1001 + b'"}'),
        ("/scan", b"\xff\xfe"),
        ("/scan", b"[" * 9000),
    ],
)
def test_what_cannot_be_understood_is_refused_with_one_sentence(
    kiosk: SmallKiosk, path: str, body: bytes
) -> None:
    answer, content = ask(kiosk, "POST", path, body, JSON)
    assert answer.status == 400
    found = json.loads(content)
    assert list(found) == ["error"]
    assert found["error"].endswith(".")
    assert kiosk.events == []


def test_a_target_that_cannot_be_pressed_now_is_a_conflict(
    palettes: dict[str, Palette], engine: TextEngine
) -> None:
    kiosk = SmallKiosk(palettes, engine)
    try:
        kiosk.view = samples.phone_error()
        post(kiosk, "/key", {"key": "down"})
        status, answer = post(kiosk, "/tap", {"target": "next"})
        assert status == 409
        assert list(answer) == ["error"]
    finally:
        kiosk.close()


def test_an_answer_waits_until_the_event_was_handled_and_shown(
    palettes: dict[str, Palette], engine: TextEngine
) -> None:
    kiosk = SmallKiosk(palettes, engine, slow_s=0.3)
    try:
        began = time.monotonic()
        _, view = post(kiosk, "/tap", {"target": "choice:lamp"})
        assert view["screen"] == "melding.huisnummer"
        assert 0.3 <= time.monotonic() - began < HANDLED_WITHIN_S
    finally:
        kiosk.close()


def test_a_kiosk_that_does_not_answer_keeps_nobody_waiting_for_ever() -> None:
    mirror = Mirror("127.0.0.1", 0, lambda _event: None, time.monotonic)
    try:
        connection = http.client.HTTPConnection("127.0.0.1", mirror.port, timeout=5)
        connection.request("GET", "/view.json")
        assert connection.getresponse().status == 503
        connection.close()
    finally:
        mirror.close()


def test_who_waits_for_the_next_screen_gets_it_when_it_comes(kiosk: SmallKiosk) -> None:
    seq = view_of(kiosk)["seq"]
    found: list[Any] = []
    waiting = threading.Thread(
        target=lambda: found.append(json.loads(ask(kiosk, "GET", f"/view.json?after={seq}")[1]))
    )
    waiting.start()
    post(kiosk, "/tap", {"target": "choice:lamp"})
    waiting.join(5)
    assert found[0]["seq"] > seq
    assert found[0]["screen"] == "melding.huisnummer"
    assert ask(kiosk, "GET", "/view.json?after=-1")[0].status == 400


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:{port}", 200),
        ("localhost:{port}", 200),
        ("evil.example:{port}", 421),
        ("127.0.0.1.evil.example:{port}", 421),
        ("127.0.0.1:1", 421),
        ("10.0.0.1:{port}", 421),
        ("[", 421),
    ],
)
def test_a_page_elsewhere_cannot_pretend_to_be_the_mirror(
    kiosk: SmallKiosk, host: str, status: int
) -> None:
    headers = {"Host": host.format(port=kiosk.mirror.port)}
    assert ask(kiosk, "GET", "/view.json", headers=headers)[0].status == status
    answer, _ = ask(
        kiosk, "POST", "/key", b'{"key": "up"}', {**headers, "Content-Type": "application/json"}
    )
    assert answer.status == status


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_form_elsewhere_cannot_press_anything(kiosk: SmallKiosk, kind: str) -> None:
    answer, _ = ask(kiosk, "POST", "/key", b'{"key": "up"}', {"Content-Type": kind})
    assert answer.status == 400
    assert kiosk.events == []


def test_a_body_that_is_too_long_is_not_read(kiosk: SmallKiosk) -> None:
    answer, _ = ask(kiosk, "POST", "/type", b" " * (BODY_LIMIT_BYTES + 1), JSON)
    assert answer.status == 413
    assert answer.getheader("Connection") == "close"


def test_every_answer_is_kept_by_nobody_and_framed_by_nobody(kiosk: SmallKiosk) -> None:
    for path in ("/", "/view.json", "/screen.png", "/mirror.js", "/nothing"):
        answer, _ = ask(kiosk, "GET", path)
        assert answer.getheader("Cache-Control") == "no-store"
        assert answer.getheader("X-Content-Type-Options") == "nosniff"
        policy = answer.getheader("Content-Security-Policy") or ""
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "Python" not in (answer.getheader("Server") or "")
        assert answer.getheader("Access-Control-Allow-Origin") is None


def test_what_is_not_there_is_not_there(kiosk: SmallKiosk) -> None:
    assert ask(kiosk, "GET", "/../pyproject.toml")[0].status == 404
    assert ask(kiosk, "POST", "/view.json", b"{}", JSON)[0].status == 404
    assert ask(kiosk, "PUT", "/tap", b"{}", JSON)[0].status == 501


def test_a_port_that_is_taken_gives_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(MirrorUnavailable, match=f"on 127.0.0.1:{port}: stop .*--mirror"):
            Mirror("127.0.0.1", port, lambda _event: None, time.monotonic)


def test_a_mirror_that_closes_lets_go_of_its_port(
    palettes: dict[str, Palette], engine: TextEngine
) -> None:
    first = SmallKiosk(palettes, engine)
    port = first.mirror.port
    first.close()
    second = SmallKiosk(palettes, engine, port=port)
    assert view_of(second)["screen"] == "melding.wat"
    second.close()


@needs_chromium
def test_a_real_browser_sees_taps_types_and_hears(kiosk: SmallKiosk) -> None:
    from playwright.sync_api import expect  # noqa: PLC0415

    with chromium() as browser:
        page = browser.new_page(viewport={"width": 900, "height": 700})
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(kiosk.url)
        picture = page.locator("#screen")
        expect(picture).to_have_attribute("alt", "Wat is er kapot of vuil?")
        expect(page.locator("#spoken")).to_have_text("Wat is er kapot of vuil?")
        page.wait_for_function("document.getElementById('screen').naturalWidth === 540")

        # A click on the picture, scaled as it is, presses what is seen there.
        x, y, width, height = rect_of(view_of(kiosk), "choice:lamp")
        box = picture.bounding_box()
        assert box is not None
        scale = min(box["width"] / SIZE[0], box["height"] / SIZE[1])
        left = (box["width"] - SIZE[0] * scale) / 2
        top = (box["height"] - SIZE[1] * scale) / 2
        picture.click(
            position={
                "x": left + (x + width / 2) * scale,
                "y": top + (y + height / 2) * scale,
            }
        )
        expect(picture).to_have_attribute("alt", "Wat is het huisnummer?")

        page.keyboard.type("4b")
        page.wait_for_function(
            "fetch('/view.json').then((a) => a.json()).then((v) => v.input.value === '124b')"
        )
        page.keyboard.press("ArrowDown")
        expect(page.locator("#spoken")).to_have_text("Toets down")

        # Who does not see the picture has the same buttons, with names and states.
        back = page.get_by_role("button", name="Terug")
        back.focus()
        page.keyboard.press("Enter")
        expect(picture).to_have_attribute("alt", "Wat is er kapot of vuil?")
        expect(page.locator("html")).to_have_attribute("lang", "nl")
        assert page.get_by_role("button").count() == len(view_of(kiosk)["targets"])
        assert faults == []
        assert all(url.startswith(kiosk.url) for url in asked)
