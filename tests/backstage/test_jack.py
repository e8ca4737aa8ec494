"""The headphone jack: from what the kernel reports to `Plugged`.

Events are the kernel's own records, written into a pipe and read by evdev. A virtual
device is used where this machine lets one be made.
"""

import os
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kiosk.core.events import AnyEvent, Plugged
from kiosk.jack import EV_SW, SW_HEADPHONE_INSERT, Jack, Jacks, switch_is_on, watch_jack
from tests.backstage.waiting import until

IN, OUT = Plugged("headphones", present=True), Plugged("headphones", present=False)
INPUT_EVENT = struct.Struct("llHHi")  # linux/input.h: seconds, microseconds, type, code, value
MICROPHONE_INSERT = 0x04


@dataclass(frozen=True)
class Event:
    type: int
    code: int
    value: int


class Card:
    """A sound card with a jack, of evdev's shape; `plug` records what the kernel would report."""

    def __init__(self, codes: Iterable[int] = (SW_HEADPHONE_INSERT,), *, is_in: bool = False):
        self.fd, self._kernel = os.pipe()
        self.codes = list(codes)
        self.is_in = is_in
        self.gone = False

    def plug(self, value: int, code: int = SW_HEADPHONE_INSERT) -> None:
        os.write(self._kernel, INPUT_EVENT.pack(0, 0, EV_SW, code, value))
        os.write(self._kernel, INPUT_EVENT.pack(0, 0, 0, 0, 0))  # EV_SYN

    def pull_out(self) -> None:
        """As a USB card that is unplugged: reading it fails."""
        self.gone = True
        os.write(self._kernel, b"!")

    def capabilities(self) -> dict[int, list[int]]:
        return {0: [0], EV_SW: self.codes}

    def read(self) -> Iterator[Event]:
        if self.gone:
            raise OSError(19, "No such device")
        records = os.read(self.fd, INPUT_EVENT.size * 64)
        for _, _, kind, code, value in INPUT_EVENT.iter_unpack(records):
            yield Event(kind, code, value)

    def close(self) -> None:
        os.close(self._kernel)
        os.close(self.fd)


class Machine:
    """As much of evdev as the kiosk uses."""

    def __init__(self, **cards: Card) -> None:
        self.cards = cards
        self.opened: list[str] = []

    def list_devices(self) -> list[str]:
        return list(self.cards)

    def InputDevice(self, path: str) -> Card:  # noqa: N802 - evdev's name
        self.opened.append(path)
        if self.cards[path].gone:
            raise OSError(19, "No such device")
        return self.cards[path]


def _is_in(card: Any) -> bool:
    return bool(card.is_in)


class Watch:
    def __init__(self, machine: Any) -> None:
        self.told: list[AnyEvent] = []
        self.jack = Jack(machine, self.told.append, is_in=_is_in, look_s=0.01)

    def hears(self, *events: AnyEvent) -> None:
        until(lambda: self.told == list(events))


@pytest.fixture
def watches() -> Iterator[list[Watch]]:
    made: list[Watch] = []
    yield made
    for watch in made:
        watch.jack.close()


def test_a_plug_that_goes_in_and_out_is_told_each_time(watches: list[Watch]) -> None:
    card = Card()
    watches.append(watch := Watch(Machine(card=card)))
    watch.hears(OUT)
    card.plug(1)
    watch.hears(OUT, IN)
    card.plug(1)
    card.plug(0)
    watch.hears(OUT, IN, OUT)


def test_another_switch_of_the_same_card_is_not_taken_for_headphones(
    watches: list[Watch],
) -> None:
    card = Card()
    watches.append(watch := Watch(Machine(card=card)))
    watch.hears(OUT)
    for value in (1, 0):
        card.plug(value, MICROPHONE_INSERT)
    card.plug(1)
    until(lambda: watch.told[-1] == IN)
    watches.remove(watch)
    watch.jack.close()
    assert watch.told == [OUT, IN]


def test_headphones_that_are_in_at_the_start_are_told(watches: list[Watch]) -> None:
    watches.append(watch := Watch(Machine(card=Card(is_in=True))))
    watch.hears(IN)


def test_a_card_that_is_plugged_in_later_is_watched_and_one_that_goes_away_is_out(
    watches: list[Watch],
) -> None:
    machine = Machine(keyboard=Card(codes=[0]))
    watches.append(watch := Watch(machine))
    until(lambda: machine.opened == ["keyboard"])
    headset = Card(is_in=True)
    machine.cards["headset"] = headset
    watch.hears(IN)
    headset.pull_out()
    watch.hears(IN, OUT)
    machine.cards["other"] = Card(is_in=True)
    watch.hears(IN, OUT, IN)


def test_a_device_without_a_jack_is_let_go_and_not_opened_again(watches: list[Watch]) -> None:
    machine = Machine(keyboard=Card(codes=[MICROPHONE_INSERT]), card=Card(is_in=True))
    watches.append(watch := Watch(machine))
    watch.hears(IN)
    machine.cards["card"].plug(0)
    watch.hears(IN, OUT)
    assert machine.opened.count("keyboard") == 1


def test_a_device_that_may_not_be_read_harms_nothing(watches: list[Watch]) -> None:
    class Locked(Machine):
        def InputDevice(self, path: str) -> Card:  # noqa: N802 - evdev's name
            if path == "locked":
                raise PermissionError(13, "Permission denied")
            return super().InputDevice(path)

    watches.append(watch := Watch(Locked(locked=Card(), card=Card(is_in=True))))
    watch.hears(IN)


def test_two_jacks_are_in_as_long_as_one_of_them_is(watches: list[Watch]) -> None:
    front, back = Card(is_in=True), Card(is_in=True)
    watches.append(watch := Watch(Machine(front=front, back=back)))
    watch.hears(IN)
    front.plug(0)
    back.plug(0)
    watch.hears(IN, OUT)


def test_a_switch_that_cannot_be_asked_is_taken_as_out() -> None:
    card = Card()
    assert switch_is_on(card) is False
    card.close()


def test_records_of_the_kernel_are_read_by_evdev_itself(watches: list[Watch]) -> None:
    evdev = pytest.importorskip("evdev", reason="the extra kiosk-hardware is not installed here")

    class Recorded(evdev.InputDevice):  # type: ignore[misc, name-defined]
        """evdev's own reader, on a pipe in the place of a device file."""

        def __init__(self, card: Card) -> None:
            self.card = card
            self.fd = card.fd
            os.set_blocking(self.fd, False)

        @property
        def is_in(self) -> bool:
            return False

        def capabilities(self) -> dict[int, list[int]]:
            return self.card.capabilities()

        def close(self) -> None:
            if self.fd >= 0:
                self.card.close()
                self.fd = -1

    class System(Machine):
        def InputDevice(self, path: str) -> Any:  # noqa: N802 - evdev's name
            return Recorded(self.cards[path])

    card = Card()
    watches.append(watch := Watch(System(card=card)))
    watch.hears(OUT)
    card.plug(1)
    watch.hears(OUT, IN)
    card.plug(0)
    watch.hears(OUT, IN, OUT)


def test_only_devices_with_a_jack_are_opened_and_evdev_waits_for_one(tmp_path: Path) -> None:
    for name, switches in {"event0": "0", "event3": "14", "event4": "10", "event5": "odd"}.items():
        file = tmp_path / name / "device" / "capabilities" / "sw"
        file.parent.mkdir(parents=True)
        file.write_text(f"{switches}\n")
    assert Jacks(tmp_path).list_devices() == ["/dev/input/event3"]
    assert Jacks(tmp_path / "nowhere").list_devices() == []


def test_without_the_package_there_are_no_headphones_and_one_line_says_so(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("kiosk.jack.find_spec", lambda _: None)
    with caplog.at_level("INFO"):
        assert watch_jack(lambda _: None) is None
    assert [record.message for record in caplog.records] == [
        "headphones are not noticed: the extra 'kiosk-hardware' is not installed"
    ]


def test_a_virtual_sound_card_is_watched_as_a_real_one() -> None:
    evdev = pytest.importorskip("evdev", reason="the extra kiosk-hardware is not installed here")
    if not Path("/dev/uinput").exists() or not os.access("/dev/uinput", os.W_OK):
        pytest.skip("this machine has no /dev/uinput that can be opened")
    told: list[AnyEvent] = []
    with evdev.UInput({EV_SW: [SW_HEADPHONE_INSERT]}, name="a jack of a test") as card:
        jack = Jack(Jacks(), told.append, look_s=0.05)
        until(lambda: told == [OUT])
        for value in (1, 0):
            card.write(EV_SW, SW_HEADPHONE_INSERT, value)
            card.syn()
            until(lambda value=value: told[-1] == (IN if value else OUT))  # type: ignore[misc]
        jack.close()
