"""A draft in the real kiosk program: everything works, and nothing of it is kept or sent."""

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from config.loading import load
from config.problems import Mistakes
from tests.rehearsal.drafts import replaced, small
from tests.whole.machine import Kiosk
from tests.whole.surroundings import until

Start = Callable[..., Kiosk]


@pytest.fixture
def rehearse(tmp_path: Path) -> Iterator[Start]:
    """Start a rehearsal of a small draft; `wishes` as in its file."""
    made: list[Kiosk] = []
    small(tmp_path / "draft")

    def start(**wishes: object) -> Kiosk:
        file = tmp_path / "rehearsal.json"
        file.write_text(json.dumps(wishes))
        options = ("--rehearse", str(file), "--bundle", str(tmp_path / "draft"))
        # A printer that it must not touch: there is none at this address.
        printer = {"kind": "network", "host": "127.0.0.1", "port": 9}
        quiet = {"ZUIL_SOUND": "true"}
        made.append(
            Kiosk(*options, folder=tmp_path, device={"printer": printer}, environment=quiet)
        )
        return made[-1]

    yield start
    for kiosk in made:
        kiosk.close()


def test_a_visitor_is_thanked_with_a_code_and_a_receipt_and_nothing_is_left_to_send(
    rehearse: Start, tmp_path: Path
) -> None:
    kiosk = rehearse(language="en", text_size=1)
    kiosk.launch()
    until((kiosk.state / "mirror-port").exists, 20, "the mirror")
    assert kiosk.view["language"] == "en"
    kiosk.tap("flow:melding", "choice:verlichting", "choice:lamp-uit", "choice:weet-niet")
    kiosk.tap("next", "choice:geen", "send")
    until(lambda: kiosk.view["screen"] == "melding.thanks", 10, "the thanks")
    receipts = kiosk.state / "receipts"
    until(lambda: list(receipts.glob("*.png")), 10, "the receipt")
    code = next(receipts.glob("*.png")).stem
    # A press right after 'send' was meant for that button: it is pressed until it counts.
    until(lambda: kiosk.post("/tap", {"target": "done"}).json()["screen"] == "start", 10, "the end")
    kiosk.post("/scan", {"text": code})
    until(lambda: kiosk.view["screen"] == "status.report", 10, "the report")
    assert not list(kiosk.state.rglob("*.sqlite3*"))
    until(lambda: kiosk.get("/sound?after=0").status_code == 200, 10, "the report, aloud")
    # Taken away from outside, as the desk does it: it ends, in order and at once.
    process = kiosk.process
    assert process
    (tmp_path / "rehearsal.json").unlink()
    assert process.wait(10) == 0


def test_a_draft_with_a_mistake_is_not_replaced_by_the_factory_bundle(tmp_path: Path) -> None:
    draft = small(tmp_path / "draft")
    line = replaced(draft, "flows/status.yaml", "steps:", "stepz:")
    (tmp_path / "rehearsal.json").write_text("{}")
    asked = argparse.Namespace(
        device=None,
        bundle=draft,
        state=tmp_path / "state",
        mirror="127.0.0.1:0",
        fullscreen=None,
        rehearse=tmp_path / "rehearsal.json",
    )
    with pytest.raises(Mistakes, match=f"flows/status.yaml:{line}: 'stepz' is not known here"):
        load(asked)
