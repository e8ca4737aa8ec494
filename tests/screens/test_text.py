"""Words are measured and drawn: nothing cut, nothing kept after a visit."""

import pygame
from hypothesis import given
from hypothesis import strategies as st

from screens.text import ARABIC, SURFACES_LIMIT_BYTES, TextEngine

WORDS = st.text(
    st.sampled_from("abcdefghij WXYZ éłğ 0123 .,!?- ЖЩї مكتبة"), min_size=1, max_size=80
)


def ink_rows(engine: TextEngine, line: str, cap_px: int) -> list[int]:
    drawn = engine.coverage(line, cap_px)
    return [
        row
        for row in range(drawn.height)
        if max(drawn.data[row * drawn.width : (row + 1) * drawn.width]) > 128
    ]


def test_a_capital_is_as_high_as_was_asked(engine: TextEngine) -> None:
    for cap_px in (20, 33, 52, 90):
        rows = ink_rows(engine, "H", cap_px)
        assert abs(len(rows) - cap_px) <= 1, cap_px


@given(WORDS, st.integers(8, 60), st.integers(60, 900))
def test_every_line_fits_its_width_and_no_letter_is_lost(
    engine: TextEngine, text: str, cap_px: int, width_px: int
) -> None:
    lines = engine.wrap(text, cap_px, width_px)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        assert len(line) == 1 or engine.width(line, cap_px) <= width_px


def test_words_break_at_spaces_and_line_ends_are_kept(engine: TextEngine) -> None:
    width = engine.width("Wat is er kapot", 20)
    assert engine.wrap("Wat is er kapot of vuil?\nLamp", 20, width) == (
        "Wat is er kapot",
        "of vuil?",
        "Lamp",
    )


def test_a_word_that_is_too_long_is_split_and_not_cut(engine: TextEngine) -> None:
    lines = engine.wrap("verkeersregelinstallatie", 30, 200)
    assert len(lines) > 1
    assert "".join(lines) == "verkeersregelinstallatie"


@given(WORDS, st.integers(8, 60), st.booleans())
def test_a_drawn_line_is_as_wide_as_it_was_measured(
    engine: TextEngine, line: str, cap_px: int, bold: bool
) -> None:
    drawn = engine.coverage(line, cap_px, bold=bold)
    measured = engine.width(line, cap_px, bold=bold)
    # Letters of the first and last kind may lean over the edge of the line.
    assert abs(drawn.width - measured) <= max(2, cap_px // 4)
    assert len(drawn.data) == drawn.width * drawn.height
    assert drawn.height == engine.line_height(cap_px)


def test_a_number_in_an_arabic_line_keeps_its_order(engine: TextEngine) -> None:
    """Drawn from the right: the word first, then 12, whose digits read from the left."""
    line = engine.coverage("شارع 12", 40)
    number = engine.coverage("12", 40)
    columns = range(4, number.width - 4)
    left_of_line = [max(line.data[x :: line.width]) > 128 for x in columns]
    alone = [max(number.data[x :: number.width]) > 128 for x in columns]
    assert left_of_line == alone


def test_latin_letters_inside_arabic_have_a_shape(engine: TextEngine) -> None:
    """A letter without a glyph is drawn as the same box as any other such letter."""
    assert engine.coverage("شارع K", 40).data != engine.coverage("شارع Q", 40).data


def test_what_cannot_be_drawn_is_left_out(engine: TextEngine) -> None:
    assert engine.coverage("La\x00mp\ud800", 20) == engine.coverage("Lamp", 20)


def test_memory_for_words_stays_bounded() -> None:
    engine = TextEngine()
    for number in range(2000):
        engine.render(f"Melding nummer {number} van vandaag", 40, (0, 0, 0), bold=True)
    assert engine._surfaces.weight <= SURFACES_LIMIT_BYTES


def test_no_word_of_a_visitor_is_kept_after_the_visit() -> None:
    engine = TextEngine()
    engine.wrap("De Vries", 20, 300)
    engine.render("De Vries", 20, (0, 0, 0))
    engine.forget()
    assert (len(engine._widths), len(engine._wraps), len(engine._surfaces)) == (0, 0, 0)


ARABIC_WORDS = ("شارع", "حي", "أي", "لأخ", "فيه", "لآل", "مع", "مج", "كبيرة", "إلى", "يوم الاثنين")


def test_no_arabic_letter_is_cut_at_the_top_or_the_bottom(engine: TextEngine) -> None:
    """All the ink that its font gives a word is still there in the line."""
    for bold in (False, True):
        for word in ARABIC_WORDS:
            for cap_px in (20, 33, 60):
                font = engine._font(ARABIC, bold, cap_px)
                whole = pygame.image.tobytes(font.render(word, True, (0, 0, 0)), "RGBA")[3::4]
                kept = engine.coverage(word, cap_px, bold=bold).data
                assert sum(kept) > 0.995 * sum(whole), f"{word} at {cap_px}"
