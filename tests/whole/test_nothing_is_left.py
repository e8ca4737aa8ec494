"""After a visit nothing of it is left: in no file, no temporary folder, on no screen (A21)."""

from pathlib import Path

import pytest

from tests.desk.running import RunningDesk
from tests.whole.conftest import NewKiosk
from tests.whole.machine import Kiosk
from tests.whole.surroundings import changed_bundle, enrol, free_port, until
from tests.whole.visitors import Visitor


def no_trace_of(visitor: Visitor, kiosk: Kiosk) -> None:
    assert kiosk.is_readable_anywhere(*visitor.personal) == ""
    assert list(kiosk.temporary.iterdir()) == []


def nothing_on_the_screen_of(visitor: Visitor, kiosk: Kiosk) -> None:
    seen = [kiosk.get("/view.json").text]
    kiosk.tap("flow:melding", "choice:verlichting", "choice:lamp-kapot", "choice:hier")
    seen.append(kiosk.get("/view.json").text)
    assert kiosk.view["input"] == {"kind": "words", "value": ""}
    for words in visitor.personal:
        assert all(words not in text for text in seen)


def test_nothing_of_a_visit_that_was_sent_is_left(new_kiosk: NewKiosk) -> None:
    kiosk = new_kiosk().start()
    visitor = Visitor(601)
    visitor.walk_to_the_check_page(kiosk)
    no_trace_of(visitor, kiosk)
    kiosk.tap("send")
    no_trace_of(visitor, kiosk)
    kiosk.go_home()
    no_trace_of(visitor, kiosk)
    nothing_on_the_screen_of(visitor, kiosk)
    assert kiosk.stop() == 0
    no_trace_of(visitor, kiosk)


def test_nothing_can_be_read_in_what_waits_for_a_desk_that_is_away(
    new_kiosk: NewKiosk, desk: RunningDesk, tmp_path: Path
) -> None:
    nobody = f"http://127.0.0.1:{free_port()}"
    kiosk = new_kiosk(enrolment=enrol(desk, "buurthuis-1", tmp_path / "away", nobody)).start()
    visitor = Visitor(602)
    visitor.walk_to_the_check_page(kiosk)
    assert kiosk.tap("send")["screen"] == "melding.thanks"
    no_trace_of(visitor, kiosk)
    kiosk.kill()
    sizes = [len(content) for path, content in kiosk.files() if "outbox" in path.name]
    assert sum(sizes) > 0
    no_trace_of(visitor, kiosk)


def test_nothing_of_a_visit_that_was_stopped_is_left(new_kiosk: NewKiosk) -> None:
    kiosk = new_kiosk().start()
    visitor = Visitor(603)
    visitor.walk_to_the_check_page(kiosk)
    kiosk.tap("stop", "stop:yes")
    no_trace_of(visitor, kiosk)
    nothing_on_the_screen_of(visitor, kiosk)


def test_nothing_of_a_visit_that_was_abandoned_is_left(new_kiosk: NewKiosk, tmp_path: Path) -> None:
    limits = ("idle_s: 120\n  warning_s: 30", "idle_s: 60\n  warning_s: 60")
    bundle = changed_bundle(tmp_path / "bundle", bundle=limits)
    fast = ("-m", "tests.whole.fast_clock", "30")
    _abandon(new_kiosk("--bundle", str(bundle), launcher=fast).start())


@pytest.mark.soak
def test_nothing_of_a_visit_that_was_abandoned_is_left_in_real_time(new_kiosk: NewKiosk) -> None:
    _abandon(new_kiosk().start())


def _abandon(kiosk: Kiosk) -> None:
    visitor = Visitor(604)
    visitor.walk_to_the_check_page(kiosk)
    until(lambda: kiosk.view["screen"] == "still-there", 130, "the warning")
    warned = kiosk.view
    assert "Bent u er nog?" in warned["spoken"]
    assert all(words not in str(warned) for words in visitor.personal)
    assert kiosk.tap("continue")["screen"] == "melding.check"
    until(lambda: kiosk.view["screen"] == "start", 160, "the start screen")
    no_trace_of(visitor, kiosk)
    nothing_on_the_screen_of(visitor, kiosk)


def test_nothing_of_a_visit_is_left_when_the_power_fails(new_kiosk: NewKiosk) -> None:
    kiosk = new_kiosk().start()
    visitor = Visitor(605)
    visitor.walk_to_the_check_page(kiosk)
    kiosk.kill()
    no_trace_of(visitor, kiosk)
    assert kiosk.start().view["screen"] == "start"
    no_trace_of(visitor, kiosk)
    nothing_on_the_screen_of(visitor, kiosk)


def test_settings_of_a_visitor_are_gone_with_the_visitor(new_kiosk: NewKiosk) -> None:
    kiosk = new_kiosk().start()
    first = kiosk.view
    kiosk.tap(
        "language",
        "language:en",
        "larger",
        "sight",
        "theme:contrast-dark",
        "sound",
        "speech",
        "louder",
    )
    kiosk.tap("close", "flow:melding", "stop", "stop:yes")
    later = kiosk.view
    assert later | {"seq": 0} == first | {"seq": 0}
    kiosk.tap("sound")
    assert "Hoe hard: 4 van 7. Hoe snel: 4 van 7." in kiosk.view["spoken"]


def test_starting_and_stopping_leaves_the_temporary_folder_as_it_was(new_kiosk: NewKiosk) -> None:
    kiosk = new_kiosk(environment={"ZUIL_SOUND": "true", "SDL_AUDIODRIVER": "dummy"})
    kept: list[set[Path]] = []
    for number in range(3):
        kiosk.start()
        Visitor(610 + number).walk_to_the_check_page(kiosk)
        assert kiosk.tap("send")["screen"] == "melding.thanks"
        until(lambda: "Pak uw bon" in kiosk.view["spoken"], what="the receipt")
        assert kiosk.stop() == 0
        assert list(kiosk.temporary.iterdir()) == []
        kept.append(set(kiosk.state.rglob("*")) - set(kiosk.state.glob("receipts/*")))
    assert kept[0] == kept[2]
