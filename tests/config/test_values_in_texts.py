"""Values that the kiosk puts into a sentence: in their own order, and said digit by digit."""

import pytest

from config.bundle import FACTORY
from config.texts import FluentTexts, load_texts
from kiosk.core.texts import isolated, without_isolates


@pytest.fixture(scope="module")
def texts() -> FluentTexts:
    return load_texts(FACTORY / "texts", ("nl", "ar"))


def test_a_telephone_number_keeps_its_order_inside_arabic(texts: FluentTexts) -> None:
    assert "\u206814 0999\u2069" in texts.text("ar", "ui-help-3", phone="14 0999").shown
    assert "Bel 14 0999." in texts.text("nl", "ui-help-3", phone="14 0999").shown


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_it_is_said_digit_by_digit_and_no_mark_is_said(texts: FluentTexts, language: str) -> None:
    spoken = texts.text(language, "ui-help-3", phone="14 0999").spoken
    assert "1 4, 0 9 9 9" in spoken
    assert without_isolates(spoken) == spoken
    seconds = texts.text(language, "ui-still-help", seconds="20").spoken
    assert "20" in seconds


def test_what_was_typed_is_isolated_only_where_it_could_be_turned_round() -> None:
    assert isolated("7511 AB", "ltr") == "7511 AB"
    assert without_isolates(isolated("7511 AB", "rtl")) == "7511 AB"
    assert isolated("7511 AB", "rtl") != "7511 AB"
    assert isolated("", "rtl") == ""
