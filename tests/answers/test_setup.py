"""answers.yaml: what may stand there, and what is said about what may not."""

from pathlib import Path

import pytest

from config.problems import Mistakes
from desk.answers.reach import e164, letter_lines
from desk.answers.setup import load
from kiosk.core.submission import Contact

WHOLE = """\
phone_region: BE
sms:
  url: https://sms.example.org/messages
  token: hush
mail:
  host: smtp.example.org
  user: zuil
  password: hush
  sender: Gemeente <zuil@example.org>
letter:
  sender: [Gemeente, Postbus 1]
  towns: {"7511": VOORBEELDSTAD}
"""


def _write(state: Path, content: str, mode: int = 0o600) -> None:
    file = state / "answers.yaml"
    file.write_text(content)
    file.chmod(mode)


def test_without_a_file_nothing_is_set_up(own_state: Path) -> None:
    assert (load().sms, load().mail, load().phone_region) == (None, None, "NL")


def test_an_empty_file_is_no_mistake(own_state: Path) -> None:
    _write(own_state, "")
    assert load().sms is None


def test_a_whole_file_is_read(own_state: Path) -> None:
    _write(own_state, WHOLE)
    found = load()
    assert found.sms
    assert found.mail
    assert (found.sms.kind, found.mail.port, found.phone_region) == ("http", 587, "BE")
    assert "hush" not in repr(found)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("https://sms", "sms", "answers.yaml:2: 'sms' needs a line 'url:'"),
        ("  token: hush\n", "", "answers.yaml:2: 'sms' needs a line 'token:'"),
        ("host:", "hots:", "answers.yaml:6: 'hots' is not known here."),
        ("<zuil@example.org>", "hush", "answers.yaml:9: 'sender' of 'mail' must hold an address"),
        ("BE", "be", "answers.yaml:1: 'phone_region' must be two capital letters"),
        ("  user: zuil", "  port: hush", "answers.yaml:7: 'mail.port'"),
    ],
)
def test_a_mistake_is_told_to_the_line_and_without_secrets(
    own_state: Path, old: str, new: str, said: str
) -> None:
    _write(own_state, WHOLE.replace(old, new, 1))
    with pytest.raises(Mistakes) as mistakes:
        load()
    assert said in str(mistakes.value)
    assert "hush" not in str(mistakes.value)


def test_a_file_that_others_can_read_is_refused(own_state: Path) -> None:
    _write(own_state, WHOLE, 0o640)
    with pytest.raises(Mistakes, match="chmod 600"):
        load()


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0612345678", "+31612345678"),
        ("06-12 34 56 78", "+31612345678"),
        ("0031612345678", "+31612345678"),
        ("+32470123456", "+32470123456"),
        ("0534123456", "+31534123456"),
        ("06123", ""),
        ("bel mij", ""),
        ("", ""),
    ],
)
def test_a_number_is_read_as_people_write_it(typed: str, number: str) -> None:
    assert e164(typed, "NL") == number


def test_the_lines_in_the_window() -> None:
    home = Contact(channel="letter", name="Jo Smit", postcode="7511 ab", house_number="12")
    towns = {"7511": "ENSCHEDE"}
    assert letter_lines(home, towns) == ("Jo Smit", "Huisnummer 12", "7511 AB  ENSCHEDE")
    street = home.model_copy(update={"street": "Marktstraat", "name": ""})
    assert letter_lines(street, {}) == ("Marktstraat 12", "7511 AB")
    assert letter_lines(home.model_copy(update={"house_number": " "}), towns) == ()
