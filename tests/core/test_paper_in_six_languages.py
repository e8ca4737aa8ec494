"""The receipt of every flow in every language: the visitor's own, and the essentials in Dutch."""

import pytest

from kiosk.core.receipt import Words
from tests.core.languages import LANGUAGES, texts, visit_in
from tests.core.visit import Visit, factory
from tests.core.walking import TYPED, walk_to_the_end

SENDING = [name for name in factory().start if factory().flows[name].ends == "send"]
DAYS = {
    "nl": "zondag 22 november 2026",
    "en": "Sunday, 22 November 2026",
    "ar": "الأحد، 22 نوفمبر 2026",
    "tr": "22 Kasım 2026 Pazar",
    "pl": "niedziela, 22 listopada 2026",
    "uk": "неділя, 22 листопада 2026 р.",
}


def sent(language: str, flow: str) -> Visit:
    visit = visit_in(language).tap(f"flow:{flow}")
    walk_to_the_end(visit, prefer=("choice:adres", "choice:brief"))
    return visit.tap("send") if visit.session.place == "check" else visit


def paper(visit: Visit) -> list[str]:
    return [part.text for part in visit.printed[0].receipt.parts if isinstance(part, Words)]


@pytest.mark.parametrize("flow", SENDING)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_receipt_is_in_the_language_of_the_visitor_and_in_dutch(language: str, flow: str) -> None:
    visit = sent(language, flow)
    words = paper(visit)
    title = texts().text(language, f"flow-{flow}.title").shown
    assert any(line.startswith(title) for line in words)
    assert texts().text(language, "ui-receipt-title").shown in words
    dutch = texts().text("nl", f"flow-{flow}.title").shown
    assert any(line.startswith(dutch) for line in words)
    if language != "nl":
        assert texts().text("nl", "ui-receipt-dutch").shown in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_day_is_written_as_in_that_language_with_digits_that_staff_can_read(
    language: str,
) -> None:
    # A thin space is a space too.
    lines = [" ".join(line.split()) for line in paper(sent(language, "melding"))]
    assert DAYS[language] in lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_promise_stands_there_in_both_languages(language: str) -> None:
    visit = sent(language, "melding")
    category = visit.sent[0].submission.category
    assert category is not None
    words = paper(visit)
    assert category.promise in words
    assert visit.view.help.shown in words
    if language != "nl":
        assert visit.view.help.shown != category.promise


@pytest.mark.parametrize("flow", SENDING)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_own_word_number_or_address_is_on_the_paper(language: str, flow: str) -> None:
    words = " ".join(paper(sent(language, flow)))
    assert "de vries" in TYPED["name"]
    for private in ("Vries", "1234 AB", "12 B", "onker", "0612345678", "06 12", "voorbeeld.nl"):
        assert private not in words
