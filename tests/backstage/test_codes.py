"""The number on the receipt."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import codes
from kiosk.core.paper import code_groups

made = st.integers(0, 2**64).map(lambda seed: codes.make(random.Random(seed)))


@given(made)
def test_a_made_code_is_valid_in_any_grouping(code: str) -> None:
    assert len(code) == 12
    assert codes.is_valid(code)
    for separator in (" ", "-", ".", "\u00a0", "–"):
        assert codes.is_valid(separator.join(code_groups(code)))


@given(made, st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(code: str, place: int, shift: int) -> None:
    digit = (int(code[place]) + shift) % 10
    assert not codes.is_valid(f"{code[:place]}{digit}{code[place + 1 :]}")


@given(made, st.integers(0, 10))
def test_two_swapped_neighbours_are_noticed(code: str, place: int) -> None:
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert swapped == code or not codes.is_valid(swapped)


@given(made)
def test_the_code_is_found_in_the_address_behind_the_qr_code(code: str) -> None:
    for text in (
        f"http://desk.example/volg/{code}",
        f"http://192.168.100.104:8800/volg/{code}?taal=nl",
        f"192.168.100.104/{code}",
        f" {' '.join(code_groups(code))}\n",
        "-".join(code_groups(code)),
        code,
    ):
        assert codes.find(text) == code


def test_a_host_that_happens_to_be_a_valid_number_is_not_taken_for_the_code() -> None:
    host = next(
        f"192.168.100.10{digit}" for digit in range(10) if codes.is_valid(f"19216810010{digit}")
    )
    assert codes.find(f"http://{host}/volg/482173905569") == "482173905569"


@given(st.text())
def test_nothing_but_a_valid_code_is_ever_found(text: str) -> None:
    found = codes.find(text)
    assert found is None or codes.is_valid(found)


@pytest.mark.parametrize(
    "text",
    ["", "48217390556", "4821739055611", "482173905560", "٤٨٢١٧٣٩٠٥٥٦١", "4821 7390 5561 x"],
)
def test_what_is_not_exactly_a_code_is_not_valid(text: str) -> None:
    assert codes.is_valid("4821 7390 5569")
    assert not codes.is_valid(text)


def test_a_code_that_is_part_of_a_longer_number_is_not_found() -> None:
    assert codes.find("9482173905569") is None
    assert codes.find("NL 482173905569") == "482173905569"


def test_codes_differ_from_visit_to_visit() -> None:
    rng = random.SystemRandom()
    assert len({codes.make(rng) for _ in range(2000)}) == 2000
