"""Orders are signed, for one kiosk, carried out once, expire, and can be taken back."""

import base64
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from desk.access.models import Deed
from desk.fleet import keys, orders
from desk.fleet.models import Kiosk, Order
from kiosk.core.health import ORDER_CONTEXT, SignedOrder
from kiosk.core.health import Order as Asked
from tests.fleet.conftest import NewKiosk, Teller


@pytest.fixture
def clerk(db: None) -> User:
    return User.objects.create_user("balie", is_staff=True)


def opened(signed: SignedOrder) -> Asked:
    """As a kiosk reads it. Raises BadSignatureError."""
    said = base64.b64decode(signed.order, validate=True)
    key = VerifyKey(base64.b64decode(keys.orders_public_key()))
    key.verify(ORDER_CONTEXT + said, base64.b64decode(signed.signature, validate=True))
    return Asked.model_validate_json(said)


def done(order: Order, result: str = "done") -> list[dict[str, str]]:
    return [{"id": str(order.pk), "result": result}]


def test_the_key_is_private_and_stays_the_same(own_state: Path) -> None:
    public = keys.orders_public_key()
    assert (own_state / "orders-key").stat().st_mode & 0o777 == 0o600
    keys._key.cache_clear()
    assert keys.orders_public_key() == public
    assert len(base64.b64decode(public)) == 32


def test_an_order_reaches_its_kiosk_signed_until_it_says_what_became_of_it(
    kiosk: Teller, clerk: User
) -> None:
    made = orders.make(kiosk.row, "volume", clerk, volume=3)
    for _ in range(2):  # it did not hear the first answer, for all we know
        (signed,) = kiosk.says().orders
        asked = opened(signed)
        assert (asked.id, asked.kiosk, asked.what, asked.volume) == (
            made.pk, "zuil-1", "volume", 3,
        )  # fmt: skip
    assert Order.objects.get().fetched_at is not None
    assert kiosk.says(orders_done=done(made)).orders == ()
    assert Order.objects.get().result == "done"
    assert kiosk.history == [("order", "volume done")]
    ended_at = Order.objects.get().ended_at
    kiosk.says(orders_done=done(made, "failed"))
    assert (Order.objects.get().result, Order.objects.get().ended_at) == ("done", ended_at)


def test_a_signature_is_for_this_order_only(kiosk: Teller, clerk: User) -> None:
    orders.make(kiosk.row, "restart", clerk)
    (signed,) = kiosk.says().orders
    other = base64.b64decode(signed.order).replace(b"restart", b"reload")
    forged = signed.model_copy(update={"order": base64.b64encode(other).decode()})
    with pytest.raises(BadSignatureError):
        opened(forged)


def test_nobody_gets_or_ends_the_orders_of_another(new_kiosk: NewKiosk, clerk: User) -> None:
    one, two = new_kiosk("zuil-1"), new_kiosk("zuil-2")
    made = orders.make(one.row, "restart", clerk)
    assert two.says(orders_done=done(made)).orders == ()
    assert Order.objects.get().ended_at is None
    assert len(one.says().orders) == 1


def test_an_order_does_not_outlive_its_day_and_a_test_print_not_its_hour(
    kiosk: Teller, clerk: User
) -> None:
    orders.make(kiosk.row, "restart", clerk)
    orders.make(kiosk.row, "test_print", clerk)
    now = timezone.now()
    assert len(kiosk.says(now + timedelta(minutes=59)).orders) == 2
    (left,) = kiosk.says(now + timedelta(minutes=61)).orders
    assert opened(left).what == "restart"
    assert kiosk.says(now + timedelta(hours=25)).orders == ()


def test_a_withdrawn_order_is_not_handed_out_but_what_was_done_was_done(
    kiosk: Teller, clerk: User
) -> None:
    made = orders.make(kiosk.row, "restart", clerk)
    assert orders.withdraw(made, clerk)
    assert not orders.withdraw(made, clerk)
    assert kiosk.says().orders == ()
    kiosk.says(orders_done=done(made))
    assert Order.objects.get().result == "done"


def test_at_most_twenty_wait_in_one_answer_the_oldest_first(kiosk: Teller, clerk: User) -> None:
    made = [orders.make(kiosk.row, "restart", clerk).pk for _ in range(22)]
    got = [opened(each).id for each in kiosk.says().orders]
    assert len(got) == 20
    assert set(got) <= set(made)


def test_what_no_order_can_be_is_not_made(kiosk: Teller, clerk: User) -> None:
    with pytest.raises(ValueError, match="volume"):
        orders.make(kiosk.row, "volume", clerk)
    many = {f"a{chr(97 + i)}": "ש" * 300 for i in range(14)}
    with pytest.raises(orders.TooLongError):
        orders.make(kiosk.row, "out_of_service", clerk, text=many)
    assert not Order.objects.exists()


def test_an_end_of_an_unknown_order_is_heard_and_forgotten(kiosk: Teller) -> None:
    kiosk.says(orders_done=[{"id": str(uuid4()), "result": "expired"}])
    assert kiosk.history == []


def ordered(browser: Client, **said: Any) -> str:
    answer = browser.post("/zuilen/zuil-1/opdracht/", said, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_staff_give_orders_and_it_is_written_down_who(kiosk: Teller, staff: Any) -> None:
    browser = staff("view_kiosk", "order_kiosk")
    said = {"what": "out_of_service", "text-nl": "  Even  stuk ", "text-en": ""}
    assert "Gegeven: Buiten dienst zetten" in ordered(browser, **said)
    (signed,) = kiosk.says().orders
    assert opened(signed).text == {"nl": "Even stuk"}
    assert Deed.objects.filter(what="fleet.order.out_of_service", about="zuil-1").exists()


@pytest.mark.parametrize(
    "said",
    [
        {"what": "explode"},
        {},
        {"what": "volume", "volume": "11"},
        {"what": "volume", "volume": "³"},
        {"what": "out_of_service", "text-nl": "x" * 301},
        {"what": "out_of_service", "text-<b>": "x"},
    ],
)
def test_an_order_that_makes_no_sense_is_refused_in_words(
    kiosk: Teller, staff: Any, said: dict[str, str]
) -> None:
    page = ordered(staff("view_kiosk", "order_kiosk"), **said)
    assert 'class="error"' in page
    assert not Order.objects.exists()


def test_staff_take_an_order_back(kiosk: Teller, staff: Any, clerk: User) -> None:
    made = orders.make(kiosk.row, "restart", clerk)
    browser = staff("view_kiosk", "order_kiosk")
    address = f"/zuilen/zuil-1/opdracht/{made.pk}/intrekken/"
    assert "ingetrokken" in browser.post(address, follow=True).content.decode()
    assert "al voorbij" in browser.post(address, follow=True).content.decode()
    assert browser.post(f"/zuilen/zuil-1/opdracht/{UUID(int=7)}/intrekken/").status_code == 404


def test_a_revoked_kiosk_hears_nothing_from_the_next_request_on(
    kiosk: Teller, staff: Any, clerk: User, client: Client
) -> None:
    orders.make(kiosk.row, "restart", clerk)
    browser = staff("view_kiosk", "enrol_kiosk")
    assert kiosk.posts(client).status_code == 200
    asked = browser.get("/zuilen/zuil-1/buitensluiten/").content.decode()
    assert "zuil-1 buitensluiten?" in asked
    assert Kiosk.objects.get().revoked_at is None
    page = browser.post("/zuilen/zuil-1/buitensluiten/", {"why": "gestolen"}, follow=True)
    assert "buitengesloten sinds" in page.content.decode()
    assert kiosk.posts(client).status_code == 401
    assert Order.objects.get().result == "withdrawn"
    deed = Deed.objects.get(what="fleet.revoke")
    assert (deed.about, deed.why) == ("zuil-1", "gestolen")
    assert browser.get("/zuilen/zuil-1/buitensluiten/").status_code == 404
