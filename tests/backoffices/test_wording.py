"""A text that is shortened never loses a number, the place, or how to reach the visitor."""

import re
from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from desk.backoffices.contract import ContactTold, Place
from desk.backoffices.wording import contact_lines, fit, shorten, title, whole
from tests.backoffices.parcels import MAIL, NAME, PHONE, WORDS, parcel, picture, sound

NUMBER = re.compile(r"\d(?:[\d ().,+/:‐‑–—-]*\d)?")
"""From its first digit to its last, as people write them."""
PIECES = st.sampled_from(
    [
        "06 12345678",
        "+31 (0)20-624 11 11",
        "12-11-2026",
        "1.250,00",
        "14:05",
        "lamp",
        "5",
        "(",
        ") ",
        " ",
        ", ",
        "\n",
        "é",
        "ضوء",
        "٠٦١٢",
        "x" * 40,
        "7" * 40,
        "020–6241111",
        "💡",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=12), max_size=60).map("".join)
LINES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80)


@given(TEXTS, st.integers(1, 300))
@example("Bel mij op 06 12345678 na zessen", 20)
@example("7" * 40, 10)
def test_a_shortened_text_fits_and_holds_no_part_of_a_number(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= limit
    flat = " ".join(text.split())
    if len(flat) <= limit:
        assert short == flat
        return
    assert short.endswith("…")
    cut = len(short) - 1
    assert short[:-1] == flat[:cut]
    halved = [found[0] for found in NUMBER.finditer(flat) if found.start() < cut < found.end()]
    assert halved == []


def test_a_text_is_shortened_at_a_word() -> None:
    assert shorten("De lamp is kapot, en de straat is donker", 23) == "De lamp is kapot, en…"
    assert shorten("De lamp is kapot, en de straat is donker", 20) == "De lamp is kapot…"


def test_half_a_number_is_never_left_behind() -> None:
    assert shorten("Bel mij op 06 12345678 na zessen", 20) == "Bel mij op…"
    assert shorten("Bel 0612345678901234567890", 20) == "Bel…"
    assert shorten("0612345678901234567890", 20) == "…"


@given(
    words=TEXTS,
    answers=st.lists(st.tuples(LINES, TEXTS), max_size=8).map(tuple),
    place=LINES,
    name=LINES,
    limit=st.integers(1000, 4000),
    contact=st.booleans(),
    repeat=st.integers(1, 30),
)
def test_what_may_not_be_lost_stands_whole_in_any_field(
    *,
    words: str,
    answers: tuple[tuple[str, str], ...],
    place: str,
    name: str,
    limit: int,
    contact: bool,
    repeat: int,
) -> None:
    told = ContactTold("mail", name=name, phone=PHONE, email=MAIL)
    sent = parcel(
        words=words * repeat,
        answers=answers,
        place=Place(place),
        contact=told,
        attachments=(picture(), sound()),
        language="ar",
        language_name="Arabisch",
    )
    text = fit(sent, limit, contact=contact)
    assert len(text) <= limit
    lines = text.split("\n")
    assert f"Zuil-nummer: {sent.code}" in lines
    assert "Taal van de burger: Arabisch" in lines
    assert not place or f"Waar: {place}" in text
    assert f"Foto: {sent.attachments[0].link}" in lines
    assert (f"Telefoon: {PHONE}" in lines) == contact
    assert (f"E-mail: {MAIL}" in lines) == contact
    assert not contact or not name or f"Naam: {name}" in text
    shortened = text != whole(sent, contact=contact)
    assert (f"De hele tekst: {sent.link}" in lines) == shortened


@given(
    label=st.text(max_size=400),
    name=st.text(max_size=400),
    words=TEXTS,
    limit=st.integers(80, 500),
)
def test_where_there_is_hardly_room_the_number_and_the_link_remain(
    label: str, name: str, words: str, limit: int
) -> None:
    """The rest then stands where the link leads."""
    sent = parcel(words=words, place=Place(label), contact=ContactTold("phone", name, PHONE))
    sent = replace(sent, link="https://zuil.example.org/1", answers=(("Hoe laat?", "14:05"),))
    text = fit(sent, limit)
    assert len(text) <= limit
    assert f"Zuil-nummer: {sent.code}" in text.split("\n")
    assert text == whole(sent) or f"De hele tekst: {sent.link}" in text.split("\n")
    assert PHONE in text or PHONE[:5] not in text


def test_everything_is_in_a_text_that_fits() -> None:
    sent = parcel()
    text = fit(sent, 3000)
    assert text == whole(sent)
    for said in (WORDS, "Nummer op de lantaarnpaal 4071", "Waar: Dorpsstraat 12", NAME, PHONE):
        assert text.count(said) == 1
    assert "De burger wil gebeld worden." in text


def test_long_words_do_not_push_the_other_answers_out() -> None:
    sent = parcel(words="Het is hier heel donker. " * 200)
    text = fit(sent, 1000)
    assert "Nummer op de lantaarnpaal 4071" in text
    assert text.startswith("Het is hier heel donker.")
    assert len(text) > 950


def test_without_contact_nothing_of_how_to_reach_the_visitor_is_in_it() -> None:
    """Nor as an answer, where the number stands in groups."""
    answers = (("Wat is uw telefoonnummer?", "06 12 34 56 78"), ("Wat is uw naam?", NAME))
    told = ContactTold("phone", NAME, "0612345678")
    text = whole(parcel(answers=answers, contact=told), contact=False)
    assert "06 12" not in text
    assert "0612345678" not in text
    assert NAME not in text
    assert "gebeld" not in text


def test_a_title_is_the_subject_and_the_place() -> None:
    assert title(parcel(), 80) == "Kapotte straatlamp, Dorpsstraat 12, 1234 AB Voorbeeldstad"
    assert title(parcel(), 40) == "Kapotte straatlamp, Dorpsstraat…"
    assert title(parcel(place=None), 80) == "Kapotte straatlamp"


def test_an_address_is_one_line() -> None:
    told = ContactTold("letter", NAME, street="Dorpsstraat", house_number="12", postcode="1234 AB")
    assert contact_lines(told) == [f"Naam: {NAME}", "Adres: Dorpsstraat 12 1234 AB"]
