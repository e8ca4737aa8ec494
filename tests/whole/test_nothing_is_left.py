"""After a visit nothing of it is left: in no file, no temporary folder, on no screen (A21)."""

import os
import random
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.whole.conftest import NewKiosk
from tests.whole.hearing import names
from tests.whole.machine import Kiosk
from tests.whole.surroundings import changed_bundle, free_port, until
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
    new_kiosk: NewKiosk, enrolment: Path, tmp_path: Path
) -> None:
    away = tmp_path / "away.yaml"
    content = yaml.safe_load(enrolment.read_text())
    away.write_text(yaml.safe_dump(content | {"desk_url": f"http://127.0.0.1:{free_port()}"}))
    kiosk = new_kiosk(enrolment=away).start()
    visitor = Visitor(602)
    visitor.walk_to_the_check_page(kiosk)
    assert kiosk.tap("send")["screen"] == "melding.thanks"
    no_trace_of(visitor, kiosk)
    kiosk.kill()
    sizes = [len(content) for path, content in kiosk.files() if "outbox" in path.name]
    assert sum(sizes) > 0
    no_trace_of(visitor, kiosk)


def test_nothing_of_a_visit_that_was_stopped_is_left(kiosk: Kiosk) -> None:
    visitor = Visitor(603)
    visitor.walk_to_the_check_page(kiosk)
    kiosk.tap("stop", "stop:yes")
    no_trace_of(visitor, kiosk)
    nothing_on_the_screen_of(visitor, kiosk)


@pytest.mark.soak  # seconds of a processor
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


class Room:
    """A microphone that hears a noise, then nothing (SDL's disk driver), and no loudspeaker."""

    SECONDS = 5

    def __init__(self, folder: Path, number: int) -> None:
        self._noise = random.Random(number).randbytes(self.SECONDS * 22050 * 2)
        source = folder / "said.raw"
        source.write_bytes(self._noise)
        self.environment = {
            "ZUIL_SOUND": "true",
            "SDL_AUDIODRIVER": "disk",
            "SDL_DISKAUDIOFILEIN": str(source),
            "SDL_DISKAUDIOFILE": os.devnull,
        }
        self._may_be_open = {str(source), os.devnull}

    def is_readable_in(self, kiosk: Kiosk) -> list[Path]:
        """Files with something of the noise: of any tenth of a second, as it is or in base64."""
        runs = [self._noise[at : at + 96] for at in range(0, len(self._noise) - 96, 4410)]
        forms = [run[:48] for run in runs]
        forms += [b64encode(run[shift:])[4:-4] for run in runs for shift in range(3)]
        return [path for path, content in kiosk.files() if any(form in content for form in forms)]

    def other_files_open_by(self, kiosk: Kiosk) -> list[str]:
        """Files outside its own folders that it may write, shared memory among them."""
        return [name for name in _writable_files(kiosk.pid) if not self._is_its_own(name, kiosk)]

    def _is_its_own(self, name: str, kiosk: Kiosk) -> bool:
        return name.startswith(str(kiosk.folder)) or name in self._may_be_open


def _writable_files(pid: int) -> Iterator[str]:
    for handle in Path(f"/proc/{pid}/fd").iterdir():
        try:
            name = str(handle.readlink())
            flags = int((handle.parent.parent / "fdinfo" / handle.name).read_text().split()[3], 8)
        except FileNotFoundError:
            continue  # closed while we looked
        if name.startswith("/") and flags & os.O_ACCMODE:
            yield name
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        _, access, *_, name = line.split(maxsplit=5) if line.count("/") else (line, "", "")
        if access.endswith("s") and "w" in access:
            yield name


def say_something(kiosk: Kiosk) -> None:
    """To the words, and a while before an open microphone."""
    kiosk.tap("flow:melding", "choice:verlichting", "choice:lamp-kapot", "choice:hier")
    until(lambda: "record" in names(kiosk.view), what="the microphone")
    before: int = kiosk.tap("record", "record:start")["seq"]
    until(lambda: kiosk.view["seq"] > before, what="the meter")


def test_nothing_of_a_spoken_message_that_was_sent_is_left(
    new_kiosk: NewKiosk, tmp_path: Path
) -> None:
    room = Room(tmp_path, 621)
    kiosk = new_kiosk(environment=room.environment).start()
    say_something(kiosk)
    assert room.other_files_open_by(kiosk) == []
    kiosk.tap("record:stop")
    kiosk.await_screen("record.done")
    kiosk.tap("record:listen", "record:keep", "choice:geen", "send")
    assert kiosk.await_screen("melding.thanks")
    assert room.is_readable_in(kiosk) == []
    kiosk.go_home()
    assert kiosk.stop() == 0
    assert room.is_readable_in(kiosk) == []
    assert list(kiosk.temporary.iterdir()) == []


@pytest.mark.soak  # seconds of a processor
def test_nothing_of_a_spoken_message_that_was_abandoned_is_left(
    new_kiosk: NewKiosk, tmp_path: Path
) -> None:
    room = Room(tmp_path, 622)
    limits = ("idle_s: 120\n  warning_s: 30", "idle_s: 60\n  warning_s: 60")
    bundle = changed_bundle(tmp_path / "bundle", bundle=limits)
    fast = ("-m", "tests.whole.fast_clock", "30")
    kiosk = new_kiosk("--bundle", str(bundle), launcher=fast, environment=room.environment).start()
    say_something(kiosk)
    kiosk.tap("record:stop")
    kiosk.await_screen("record.done")
    kiosk.tap("record:listen")
    kiosk.await_screen("start")
    assert room.is_readable_in(kiosk) == []
    kiosk.tap("flow:melding", "choice:verlichting", "choice:lamp-kapot", "choice:hier", "record")
    assert kiosk.view["screen"] == "record", "nothing was said here yet"


@pytest.mark.soak  # seconds of a processor
def test_nothing_of_a_spoken_message_is_left_when_the_power_fails_during_it(
    new_kiosk: NewKiosk, tmp_path: Path
) -> None:
    room = Room(tmp_path, 623)
    kiosk = new_kiosk(environment=room.environment).start()
    say_something(kiosk)
    assert kiosk.view["screen"] == "record.busy"
    kiosk.kill()
    assert room.is_readable_in(kiosk) == []
    assert list(kiosk.temporary.iterdir()) == []
    assert kiosk.start().view["screen"] == "start"
    assert room.is_readable_in(kiosk) == []


@pytest.mark.parametrize("language", ["ar", "uk"])
def test_nothing_of_words_in_another_script_is_left(kiosk: Kiosk, language: str) -> None:
    words = {"ar": "عمود الزمرد يهتز", "uk": "Смарагдовий ґанок хитається"}[language]
    kiosk.tap("language", f"language:{language}")
    kiosk.tap("flow:melding", "choice:verlichting", "choice:lamp-kapot", "choice:hier")
    kiosk.type_in(words)
    view = kiosk.tap("next", "choice:geen")
    assert words in view["spoken"]
    assert kiosk.is_readable_anywhere(words, *words.split()) == ""
    kiosk.tap("send")
    kiosk.await_screen("melding.thanks")
    assert kiosk.is_readable_anywhere(words, *words.split()) == ""


def every_setting(kiosk: Kiosk) -> list[dict[str, Any]]:
    """What a visitor finds at each setting, before any is changed; and leaves again."""
    found = [kiosk.view]
    kiosk.key("switch")
    for panel in ("language", "sound", "sight"):
        found.append(kiosk.tap(panel))
        while "page:next" in names(kiosk.view) and len(found) < 20:
            found.append(kiosk.tap("page:next"))
        kiosk.tap(panel)
    kiosk.tap("flow:melding", "stop", "stop:yes")
    return [_apart_from_the_moment(view) for view in found]


def _apart_from_the_moment(view: dict[str, Any]) -> dict[str, Any]:
    """Scanning by itself goes on meanwhile."""
    targets = [target | {"focused": False} for target in view["targets"]]
    return view | {"seq": 0, "targets": targets}


@pytest.mark.soak  # seconds of a processor
def test_settings_of_a_visitor_are_gone_with_the_visitor(new_kiosk: NewKiosk) -> None:
    tall = {"panel_bottom_mm": 900, "panel_mm": [398, 708]}
    kiosk = new_kiosk(device=tall).start()
    first = every_setting(kiosk)
    kiosk.key("switch")
    kiosk.tap("language", "language:en", "larger", "sight", "theme:contrast-dark")
    turn_to(kiosk, "motion")
    turn_to(kiosk, "low")
    kiosk.tap("sound")
    for name in ("louder", "faster", "scan-faster", "explore"):
        turn_to(kiosk, name)
    kiosk.key("speech")
    kiosk.tap("close", "flow:melding", "stop", "stop:yes")
    assert every_setting(kiosk) == first
    kiosk.tap("sound")
    assert "Hoe hard: 4 van 7. Hoe snel: 4 van 7." in kiosk.view["spoken"]


def turn_to(kiosk: Kiosk, name: str) -> None:
    """Tap it, on whichever page of the panel it is."""
    while name not in names(kiosk.view):
        kiosk.tap("page:next")
    kiosk.tap(name)


@pytest.mark.soak  # seconds of a processor
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
