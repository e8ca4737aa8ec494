"""Orders from afar: believed only when signed for this kiosk, done once, when nobody is there."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from nacl.signing import SigningKey

from kiosk.core.health import Order, OrderDone, SignedOrder
from kiosk.orders import SKEW, Orders
from tests.backstage.fleet_double import KIOSK, order_of, public, signed

KEY = SigningKey(b"k" * 32)
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


class PowerCutError(Exception):
    """The world ends here."""


@dataclass
class Hall:
    """A kiosk in a hall: what was done to it, who is there, and what the clock says."""

    path: Path
    now: datetime = NOW
    is_idle: bool = True
    prints: bool = True
    has_updates: bool = True
    cut_off_while_printing: bool = False
    done: list[str] = field(default_factory=list)
    told_while_printing: dict[UUID, str] | None = None
    at_restart: str = ""
    """What was on the disk when it was asked to restart."""

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        """As after a power cut: only the disk is left."""
        self.orders = Orders(
            self.path,
            public(KEY),
            KIOSK,
            deeds=self,
            is_idle=lambda: self.is_idle,
            wall=lambda: self.now,
        )

    def offered(self, *orders: Order | SignedOrder) -> "Hall":
        """What the desk offers now."""
        self.orders.take(
            [one if isinstance(one, SignedOrder) else signed(one, KEY) for one in orders]
        )
        return self

    def look(self) -> list[str]:
        while self.orders.look():
            pass
        return self.done

    @property
    def results(self) -> dict[UUID, str]:
        return {one.id: one.result for one in self.orders.results()}

    def print_test(self, order: UUID) -> bool:  # noqa: ARG002 - the kiosk names a file after it
        if self.cut_off_while_printing:
            raise PowerCutError
        self.done.append("print")
        self.told_while_printing = self.results
        return self.prints

    def restart(self) -> None:
        self.at_restart = self.path.read_text()
        self.done.append("restart")

    def reload(self) -> bool:
        self.done.append("reload")
        return self.has_updates


@pytest.fixture
def hall(tmp_path: Path) -> Hall:
    return Hall(tmp_path / "state" / "orders.json")


def test_an_order_is_carried_out_once_however_often_it_is_offered(hall: Hall) -> None:
    order = order_of("test_print", NOW)
    for _ in range(3):
        hall.offered(order, order).look()
    assert hall.done == ["print"]
    assert hall.results == {order.id: "done"}
    assert hall.orders.last_test_print == NOW


def test_nothing_is_told_of_an_order_before_it_has_ended(hall: Hall) -> None:
    paper, restart = order_of("test_print", NOW), order_of("restart", NOW)
    hall.offered(paper, restart).look()
    assert hall.told_while_printing == {}
    assert hall.results == {paper.id: "done"}
    hall.start()
    assert hall.results == {paper.id: "done", restart.id: "done"}


def test_what_became_of_it_is_told_until_the_desk_has_it(hall: Hall) -> None:
    order = order_of("reload", NOW)
    hall.offered(order).look()
    hall.start()
    assert hall.results == {order.id: "done"}
    hall.orders.told([OrderDone(id=order.id, result="done")])
    assert hall.results == {}
    hall.start()
    assert hall.results == {}
    assert hall.offered(order).look() == ["reload"]


def test_what_could_not_be_done_failed(hall: Hall) -> None:
    hall.prints = hall.has_updates = False
    paper, reload = order_of("test_print", NOW), order_of("reload", NOW)
    hall.offered(paper, reload).look()
    assert hall.results == {paper.id: "failed", reload.id: "failed"}
    assert hall.orders.last_test_print is None


def altered(order: SignedOrder) -> SignedOrder:
    other = signed(order_of("restart", NOW), KEY)
    return SignedOrder(order=other.order, signature=order.signature)


RESTART = order_of("restart", NOW)
FORGERIES: dict[str, Callable[[], SignedOrder]] = {
    "another key": lambda: signed(RESTART, SigningKey.generate()),
    "another kiosk": lambda: signed(order_of("restart", NOW, kiosk="proef-2"), KEY),
    "another order under the signature": lambda: altered(signed(RESTART, KEY)),
    "signed as something else": lambda: signed(RESTART, KEY, b"zuil-bundle-1\n"),
    "no base64": lambda: SignedOrder(order="{}", signature="%%%"),
    "half a signature": lambda: SignedOrder(order=signed(RESTART, KEY).order, signature="AAAA"),
    "no order": lambda: signed(b'{"what": "restart"}', KEY),
    "no json": lambda: signed(b"\xff", KEY),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_what_our_desk_did_not_sign_for_this_kiosk_changes_nothing(
    hall: Hall, forgery: str
) -> None:
    assert hall.offered(FORGERIES[forgery]()).look() == []
    assert hall.results == {}
    assert not hall.path.exists()


def test_a_true_order_between_forgeries_is_carried_out(hall: Hall) -> None:
    orders = [make() for make in FORGERIES.values()]
    assert hall.offered(*orders, order_of("reload", NOW), *orders).look() == ["reload"]


def test_an_order_that_is_over_is_not_carried_out_and_staff_hear_so(hall: Hall) -> None:
    order = order_of("restart", NOW - timedelta(hours=1))
    assert hall.offered(order).look() == []
    assert hall.results == {order.id: "expired"}


def test_an_order_that_is_over_before_the_visit_ends_is_not_carried_out(hall: Hall) -> None:
    order = order_of("restart", NOW)
    hall.is_idle = False
    assert hall.offered(order).look() == []
    assert hall.results == {}
    hall.now, hall.is_idle = order.expires_at, True
    assert hall.look() == []
    assert hall.results == {order.id: "expired"}


def test_a_clock_that_is_slow_makes_an_order_wait_and_does_not_lose_it(hall: Hall) -> None:
    order = order_of("reload", NOW)
    hall.now = NOW - SKEW - timedelta(seconds=1)
    assert hall.offered(order).look() == []
    assert hall.results == {}
    hall.now = NOW - SKEW
    assert hall.offered(order).look() == ["reload"]


def test_an_order_waits_until_no_visitor_is_there(hall: Hall) -> None:
    hall.is_idle = False
    hall.offered(order_of("volume", NOW, volume=7), order_of("test_print", NOW))
    assert hall.look() == []
    assert hall.orders.volume_step == 3
    hall.is_idle = True
    assert hall.look() == ["print"]
    assert hall.orders.volume_step == 6


def test_orders_are_carried_out_one_at_a_time_in_the_order_in_which_they_came(hall: Hall) -> None:
    hall.offered(*(order_of(what, NOW) for what in ("test_print", "reload", "test_print")))
    for done in (["print"], ["print", "reload"], ["print", "reload", "print"]):
        assert hall.orders.look()
        assert hall.done == done
    assert not hall.orders.look()


def test_a_visitor_who_comes_between_two_orders_goes_before_the_second(hall: Hall) -> None:
    hall.offered(order_of("test_print", NOW), order_of("reload", NOW))
    assert hall.orders.look()
    hall.is_idle = False
    assert hall.look() == ["print"]


def test_an_order_that_staff_withdrew_is_not_carried_out(hall: Hall) -> None:
    hall.is_idle = False
    hall.offered(order_of("restart", NOW), order_of("reload", NOW))
    hall.offered(order_of("test_print", NOW))
    hall.is_idle = True
    assert hall.look() == ["print"]


def test_a_restart_is_on_the_disk_before_it_happens_and_does_not_happen_again(hall: Hall) -> None:
    order = order_of("restart", NOW)
    assert hall.offered(order).look() == ["restart"]
    assert str(order.id) in hall.at_restart
    hall.start()
    assert hall.results == {order.id: "done"}
    assert hall.offered(order).look() == ["restart"]


def test_nothing_else_is_begun_once_a_restart_was_asked_for(hall: Hall) -> None:
    restart, paper = order_of("restart", NOW), order_of("test_print", NOW)
    assert hall.offered(restart, paper).look() == ["restart"]
    hall.start()
    assert hall.offered(restart, paper).look() == ["restart", "print"]


def test_a_print_that_a_power_cut_ended_is_not_repeated_and_counts_as_failed(hall: Hall) -> None:
    order = order_of("test_print", NOW)

    hall.cut_off_while_printing = True
    hall.offered(order)
    with pytest.raises(PowerCutError):
        hall.orders.look()
    hall.cut_off_while_printing = False
    hall.start()
    assert hall.offered(order).look() == []
    assert hall.results == {order.id: "failed"}


def test_a_kiosk_that_cannot_write_does_not_restart_for_ever(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    hall = Hall(tmp_path / "state" / "orders.json")
    order = order_of("restart", NOW + timedelta(minutes=1))
    assert hall.offered(order).look() == []
    assert hall.results == {order.id: "failed"}


@pytest.mark.parametrize("rubbish", [b"", b"{", b"\0" * 4096, b'{"format": 2}', b"[]", b"null"])
def test_a_damaged_file_never_stops_a_kiosk_and_repeats_nothing(hall: Hall, rubbish: bytes) -> None:
    old, new = order_of("restart", NOW), order_of("restart", NOW + timedelta(minutes=2))
    hall.offered(old).look()
    hall.path.write_bytes(rubbish)
    hall.now = NOW + timedelta(minutes=1)
    hall.start()
    assert hall.offered(old).look() == ["restart"]
    assert hall.results == {old.id: "refused"}
    assert hall.offered(old, new).look() == ["restart", "restart"]
    hall.start()
    assert hall.offered(old, new).look() == ["restart", "restart"]


def test_half_a_file_of_a_write_that_was_cut_off_is_nothing(hall: Hall) -> None:
    order = order_of("volume", NOW, volume=2)
    hall.offered(order).look()
    hall.path.with_suffix(".new").write_text('{"format": 1, "entr')
    hall.start()
    assert hall.orders.volume_step == 1
    assert hall.offered(order).look() == []


def test_volume_and_out_of_service_hold_after_a_restart(hall: Hall) -> None:
    assert hall.orders.is_in_service
    text = {"nl": "Wij zijn zo terug.", "en": "Back soon."}
    hall.offered(order_of("volume", NOW, volume=6), order_of("out_of_service", NOW, text=text))
    hall.look()
    hall.start()
    assert (hall.orders.volume_step, hall.orders.closed) == (5, text)
    assert not hall.orders.is_in_service
    hall.offered(order_of("in_service", NOW)).look()
    hall.start()
    assert (hall.orders.volume_step, hall.orders.closed) == (5, None)


def test_out_of_service_without_a_text_is_out_of_service(hall: Hall) -> None:
    hall.offered(order_of("out_of_service", NOW)).look()
    assert hall.orders.closed == {}
    assert not hall.orders.is_in_service


def test_an_order_that_this_program_does_not_know_is_refused_and_staff_hear_so(hall: Hall) -> None:
    newer = order_of("restart", NOW).model_dump(mode="json") | {"what": "dance"}
    hall.offered(signed(json.dumps(newer).encode(), KEY)).look()
    assert hall.results == {UUID(newer["id"]): "refused"}


def test_the_file_does_not_grow_for_ever(hall: Hall) -> None:
    for day in range(12):
        hall.now = NOW + timedelta(days=day)
        hall.offered(order_of("reload", hall.now)).look()
        hall.orders.told(hall.orders.results())
    kept = json.loads(hall.path.read_text())["entries"]
    assert 1 <= len(kept) <= 3


def test_an_id_is_remembered_for_a_day_longer_than_the_order_lives(hall: Hall) -> None:
    order = order_of("restart", NOW)
    hall.offered(order).look()
    hall.orders.told(hall.orders.results())
    hall.now = order.expires_at + timedelta(hours=23)
    hall.offered(order_of("volume", hall.now, volume=1)).look()
    hall.now = NOW  # the clock is put back: the order seems to be good again
    assert hall.offered(order).look() == ["restart"]
