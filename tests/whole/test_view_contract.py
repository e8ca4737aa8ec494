"""`view.json` and what the mirror takes: the fixed interface, on every screen that there is."""

import fcntl
import json
from itertools import combinations
from pathlib import Path

import pytest
import requests
import yaml

from config.bundle import FACTORY, load_bundle
from tests.desk.running import RunningDesk
from tests.desk.samples import street_light
from tests.whole.conftest import NewKiosk
from tests.whole.crawl import FRAME, Crawl, screens_of
from tests.whole.hearing import Target, View, names
from tests.whole.machine import PANEL_MM, Kiosk
from tests.whole.surroundings import free_port

BUNDLE = load_bundle(FACTORY)
SHORT = ("melding", "geldhulp", "status")
"""Together they have every kind of screen; how each flow's own screens lie and what is in their
views is looked at without a kiosk too (`tests/test_every_screen.py`)."""
VIEW = {"screen", "language", "title", "spoken", "size", "panel_mm", "input", "targets"}
POLLED_BY = {"seq"}
"""More than was agreed: the mirror's own page asks with it for the screen after this one."""
TARGET = {"target", "role", "label", "spoken", "rect", "focused", "enabled"}
ROLES = {
    *("choice", "forward", "back", "send", "change", "key", "setting", "repeat", "help", "stop")
}
KINDS = {
    *("postcode", "house_number", "street", "phone", "email", "name", "words", "code", "digits")
}
SMALLEST_MM = 16.0
MANY_KEYS = 9
"""Letters of a keyboard stand ten in a row, which leaves them less than a finger's width."""


@pytest.fixture(
    scope="module",
    params=[SHORT, pytest.param(BUNDLE.start, marks=pytest.mark.soak)],  # seconds for each flow
    ids=["short", "every flow"],
)
def flows(request: pytest.FixtureRequest) -> tuple[str, ...]:
    found: tuple[str, ...] = request.param
    return found


@pytest.fixture(scope="module")
def views(
    flows: tuple[str, ...],
    shared_kiosk: Kiosk,
    desk: RunningDesk,
    enrolment: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, View]:
    """One view of each screen of these flows, in Dutch; one worker walks to them all."""
    # Workers have folders of their own in one that they share.
    shared = tmp_path_factory.getbasetemp().parent / f"views-of-{'-'.join(flows)}.json"
    with shared.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not shared.exists():
            shared_kiosk.go_home()
            desk.device = yaml.safe_load(enrolment.read_text())
            known = street_light()
            desk.put(known)
            found = Crawl(shared_kiosk, BUNDLE, known["code"]).everywhere(flows)
            shared.write_text(json.dumps(found))
        everything: dict[str, View] = json.loads(shared.read_text())
    return everything


def test_the_crawl_has_seen_every_screen_of_every_flow(
    flows: tuple[str, ...], views: dict[str, View]
) -> None:
    wanted = {"start", *FRAME}.union(*(screens_of(BUNDLE.flows[name]) for name in flows))
    assert wanted <= views.keys()


def test_every_view_has_the_agreed_fields_and_values(views: dict[str, View]) -> None:
    for name, view in views.items():
        assert view.keys() - POLLED_BY == VIEW, name
        assert view["language"] == "nl", name
        assert _is_said(view["title"]), name
        assert _is_said(view["spoken"]), name
        assert view["size"] == [1080, 1920], name
        width_mm, height_mm = view["panel_mm"]
        assert (width_mm, height_mm) == (PANEL_MM[0], pytest.approx(PANEL_MM[1], abs=1)), name
        if view["input"] is not None:
            assert view["input"].keys() == {"kind", "value"}, name
            assert view["input"]["kind"] in KINDS, name
            assert isinstance(view["input"]["value"], str), name


def test_every_target_has_the_agreed_fields_and_values(views: dict[str, View]) -> None:
    for name, view in views.items():
        found = names(view)
        assert len(found) == len(set(found)), name
        assert sum(target["focused"] for target in view["targets"]) <= 1, name
        for target in view["targets"]:
            assert target.keys() == TARGET, name
            assert target["role"] in ROLES, name
            assert isinstance(target["label"], str), name
            assert _is_said(target["spoken"]), f"{name}: {target}"
            assert isinstance(target["enabled"], bool), name


def test_an_input_says_what_kind_it_is_and_what_was_typed(views: dict[str, View]) -> None:
    assert views["melding.postcode"]["input"] == {"kind": "postcode", "value": ""}
    assert views["status.code"]["input"] == {"kind": "code", "value": ""}
    assert views["melding.wat"]["input"] is None


def test_no_two_targets_overlap_and_all_lie_on_the_screen(views: dict[str, View]) -> None:
    for name, view in views.items():
        width, height = view["size"]
        for target in view["targets"]:
            left, top, wide, high = target["rect"]
            assert left >= 0, f"{name}: {target}"
            assert top >= 0, f"{name}: {target}"
            assert left + wide <= width, f"{name}: {target}"
            assert top + high <= height, f"{name}: {target}"
        for one, other in combinations(view["targets"], 2):
            assert not _overlap(one["rect"], other["rect"]), f"{name}: {one} {other}"


def test_every_target_is_large_enough_for_an_old_finger(views: dict[str, View]) -> None:
    for name, view in views.items():
        px_per_mm = view["size"][0] / view["panel_mm"][0]
        least_px = SMALLEST_MM * px_per_mm - 0.5  # half a pixel of rounding
        for target in view["targets"]:
            _, _, wide, high = target["rect"]
            if not _stands_among_many_keys(target, view):
                assert wide >= least_px, f"{name}: {target}"
                assert high >= least_px, f"{name}: {target}"


def test_start_offers_at_most_six_services_and_a_question_at_most_six_choices(
    views: dict[str, View],
) -> None:
    for name, view in views.items():
        choices = [target for target in view["targets"] if target["role"] == "choice"]
        assert len(choices) <= 6, name


def test_the_frame_stands_in_the_same_place_on_every_screen(views: dict[str, View]) -> None:
    for fixed in ("language", "sound", "larger", "sight", "repeat", "help"):
        places = {
            tuple(target["rect"])
            for view in views.values()
            for target in view["targets"]
            if target["target"] == fixed
        }
        assert len(places) == 1, fixed


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/tap", {"target": "nope"}, 400),
        ("/tap", {"target": 7}, 400),
        ("/tap", {}, 400),
        ("/tap", {"x": 1080, "y": 5}, 400),
        ("/tap", {"x": "5", "y": 5}, 400),
        ("/tap", ["flow:melding"], 400),
        ("/tap", {"target": "pause"}, 409),
        ("/key", {"key": "fire"}, 400),
        ("/key", {}, 400),
        ("/scan", {"text": ""}, 400),
        ("/scan", {}, 400),
        ("/type", {"text": 12}, 400),
        ("/type", {"text": "a\nb"}, 400),
        ("/nope", {}, 404),
    ],
)
def test_what_cannot_be_done_is_refused_and_changes_nothing(
    kiosk: Kiosk, path: str, body: object, status: int
) -> None:
    before = kiosk.view
    answer = kiosk.post(path, body)
    assert answer.status_code == status
    assert answer.json().keys() == {"error"}
    assert kiosk.view == before


def test_only_json_is_taken(kiosk: Kiosk) -> None:
    before = kiosk.view
    for data, kind in (
        (b'{"target": "flow:melding"}', "text/plain"),
        (b"target=flow:melding", "application/x-www-form-urlencoded"),
        (b'{"target": ', "application/json"),
    ):
        answer = requests.post(
            f"{kiosk.url}/tap", data=data, headers={"Content-Type": kind}, timeout=30
        )
        assert answer.status_code == 400
    assert kiosk.view == before


def test_a_page_elsewhere_cannot_reach_the_mirror_by_another_name(kiosk: Kiosk) -> None:
    for host in ("evil.example", f"evil.example:{kiosk.port}", "127.0.0.1:1", ""):
        for path in ("/", "/view.json", "/screen.png"):
            answer = requests.get(f"{kiosk.url}{path}", headers={"Host": host}, timeout=30)
            assert answer.status_code == 421, (host, path)
            assert "Wat wilt u doen" not in answer.text
        tap = kiosk.post("/tap", {"target": "flow:melding"}, headers={"Host": host})
        assert tap.status_code == 421
    assert kiosk.view["screen"] == "start"
    for host in (f"127.0.0.1:{kiosk.port}", f"localhost:{kiosk.port}"):
        answer = requests.get(f"{kiosk.url}/view.json", headers={"Host": host}, timeout=30)
        assert answer.status_code == 200


def test_taps_beside_a_button_do_nothing(kiosk: Kiosk) -> None:
    before = kiosk.view
    assert kiosk.tap_at(1, 1) == before


def test_keys_reach_everything_that_can_be_pressed(kiosk: Kiosk) -> None:
    kiosk.tap("flow:melding")
    reached = set()
    view = kiosk.view
    for _ in range(len(view["targets"])):
        view = kiosk.key("right")
        reached |= {target["target"] for target in view["targets"] if target["focused"]}
    enabled = {target["target"] for target in view["targets"] if target["enabled"]}
    assert reached >= enabled


def test_a_mirror_for_other_machines_is_refused_unless_it_was_configured(
    new_kiosk: NewKiosk,
) -> None:
    port = free_port()
    refused = new_kiosk("--mirror", f"0.0.0.0:{port}").run_to_its_end()
    assert refused.returncode == 2
    (sentence,) = refused.stderr.splitlines()
    assert "mirror_beyond_this_machine: true" in sentence

    allowed = new_kiosk("--mirror", f"0.0.0.0:{port}", device={"mirror_beyond_this_machine": True})
    allowed.port, allowed.url = port, f"http://127.0.0.1:{port}"
    assert allowed.start().view["screen"] == "start"
    by_its_own_name = requests.get(
        f"{allowed.url}/view.json", headers={"Host": "evil.example"}, timeout=30
    )
    assert by_its_own_name.status_code == 421


def _is_said(words: object) -> bool:
    return isinstance(words, str) and any(letter.isalnum() for letter in words)


def _overlap(one: list[int], other: list[int]) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )


def _stands_among_many_keys(target: Target, view: View) -> bool:
    row = [key for key in view["targets"] if key["role"] == "key"]
    return target["role"] == "key" and any(
        sum(key["rect"][1] == other["rect"][1] for other in row) > MANY_KEYS for key in row
    )
