"""Single fields as other programs take them: whole, or left out."""

import pytest

from desk.backoffices.fields import mail_address, moment, part, phone_number


@pytest.mark.parametrize(
    ("told", "sent"),
    [
        ("06 - 12 34 56 78", "0612345678"),
        ("+31 (0)53 123 45 67", "0531234567"),
        ("0032 2 279 22 11", "+3222792211"),
        ("12345", ""),
        ("061234567890123456789", ""),
        ("geen telefoon", ""),
        ("0612345678 ext. 12", ""),
        ("", ""),
    ],
)
def test_a_telephone_number_has_no_spaces_or_is_left_out(told: str, sent: str) -> None:
    assert phone_number(told) == sent


@pytest.mark.parametrize(
    ("told", "sent"),
    [
        ("fatima@example.org", "fatima@example.org"),
        ("fatima.de.vries@example.org", ""),
        ("fatima", ""),
        ("", ""),
    ],
)
def test_a_mail_address_fits_or_is_left_out(told: str, sent: str) -> None:
    assert mail_address(told, 20) == sent


def test_json_is_read_whatever_came_in_its_place() -> None:
    given: list[object] = [{"a": "b"}, {"a": None}, {}, [], None, "a"]
    found = [part(each, "a") for each in given]
    assert found == ["b", {}, {}, {}, {}, {}]
    assert moment("geen moment") is None
    assert moment({}) is None
