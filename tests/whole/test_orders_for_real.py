"""A kiosk's own process, its real loop and a real restart, at a desk that gives orders."""

import json
from base64 import b64encode
from pathlib import Path

import pytest
import yaml
from nacl.public import PrivateKey

from tests.backstage.fleet_double import KIOSK, FleetDouble, public
from tests.whole.machine import Kiosk
from tests.whole.surroundings import until

pytestmark = pytest.mark.soak
TOKEN = "token-that-nobody-may-read"


def enrolment(desk: FleetDouble, folder: Path) -> Path:
    path = folder / "enrolment.yaml"
    content = {
        "desk_url": desk.url,
        "desk_public_key": b64encode(bytes(PrivateKey.generate().public_key)).decode(),
        "kiosk_name": KIOSK,
        "kiosk_token": TOKEN,
        "orders_key": public(desk.key),
    }
    path.write_text(yaml.safe_dump(content))
    return path


def test_a_restart_waits_for_the_visitor_happens_once_and_is_told(tmp_path: Path) -> None:
    with FleetDouble() as desk:
        kiosk = Kiosk(
            folder=tmp_path / "kiosk",
            enrolment=enrolment(desk, tmp_path),
            device={"logs": "json"},
        )
        try:
            kiosk.start()
            until(lambda: bool(desk.pictures), what="the picture of the start screen")
            kiosk.tap("flow:klacht", "choice:klacht")
            desk.orders = [desk.signed("restart"), desk.signed("test_print")]
            seen = len(desk.bodies)
            until(lambda: len(desk.bodies) >= seen + 3, 30, "three beats during the visit")
            assert [beat["restarts"] for beat in desk.beats] == [1] * len(desk.beats)
            assert desk.results == []
            kiosk.tap("stop", "stop:yes")
            until(lambda: desk.beats[-1]["restarts"] == 2, 40, "the restart")
            until(lambda: len(desk.results) == 2, 30, "the results")
            assert [result for _, result in desk.results] == ["done", "done"]
            assert desk.beats[-1]["restart_reason"] == "order"
            seen = len(desk.bodies)
            until(lambda: len(desk.bodies) >= seen + 4, 40, "beats after it")
            assert desk.beats[-1]["restarts"] == 2
            assert len(list((kiosk.state / "receipts").glob("test-*.png"))) == 1
            assert len(desk.pictures) == 2  # one for each start
            lines = [json.loads(line) for line in kiosk.said if line.strip()]
            assert any("restart" in line["says"] for line in lines)
            assert not kiosk.is_readable_anywhere(TOKEN)
        finally:
            kiosk.close()
