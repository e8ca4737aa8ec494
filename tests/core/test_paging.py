"""A screen that is too full becomes several: nothing is lost, nothing comes twice."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.paging import pages
from kiosk.core.texts import Text
from kiosk.core.view import (
    OTHER,
    Block,
    Choices,
    Code,
    Field,
    Keys,
    Paragraph,
    Row,
    Rows,
    Target,
    View,
)

T = Text.plain
MORE = Target("page:next", "choice", T("More"))
READ_ON = Target("page:next", "forward", T("Read on"))
SEND = Target("send", "send", T("Send"))
EMPTY = View("s", "en", "ltr", 0, "normal", T("Owner"), T("Place"), T("Title"), T("Help"))


def room(pieces: int, sentences: int = 99) -> "Fits":
    return Fits(pieces, sentences)


class Fits:
    """A panel with room for so many pieces, and so many sentences on a card."""

    def __init__(self, pieces: int, sentences: int) -> None:
        self.pieces, self.sentences = pieces, sentences

    def __call__(self, view: View) -> bool:
        cards = [block for block in view.blocks if isinstance(block, Paragraph)]
        long = any(card.text.shown.count(".") > self.sentences for card in cards)
        return sum(size_of(block) for block in view.blocks) <= self.pieces and not long


def size_of(block: Block) -> int:
    match block:
        case Choices(targets):
            return len(targets)
        case Rows(rows):
            return len(rows)
        case _:
            return 1


def choice(name: str) -> Target:
    return Target(f"choice:{name}", "choice", T(name))


def choices(view: View) -> list[str]:
    return [t.name for b in view.blocks if isinstance(b, Choices) for t in b.targets]


def cards(view: View) -> list[str]:
    return [block.text.shown for block in view.blocks if isinstance(block, Paragraph)]


@given(st.integers(1, 20), st.booleans(), st.integers(3, 8))
def test_no_choice_is_lost_or_comes_twice(count: int, other: bool, most: int) -> None:
    names = [f"choice:{number}" for number in range(count)]
    pinned = [f"choice:{OTHER}"] if other else []
    targets = tuple(Target(name, "choice", T(name)) for name in names + pinned)
    view = replace(EMPTY, blocks=(Choices(targets, "tiles"),))
    found = pages(view, MORE, READ_ON, room(most))
    shown = [choices(page) for page in found]
    fixed = {"page:next", *pinned}
    assert [name for page in shown for name in page if name not in fixed] == names
    for number, page in enumerate(shown, 1):
        assert len(page) <= most
        assert page[len(page) - len(pinned) :] == pinned
        assert ("page:next" in page) == (len(shown) > 1)
        assert found[number - 1].page == (number, len(found))


@given(st.integers(1, 12), st.integers(1, 4))
def test_no_line_of_the_check_page_is_lost_and_the_button_comes_last(count: int, most: int) -> None:
    rows = tuple(
        Row(T("Asked"), T(str(n)), "", Target(f"change:{n}", "change", T("Change")))
        for n in range(count)
    )
    view = replace(EMPTY, blocks=(Rows(rows),), actions=(SEND,))
    found = pages(view, MORE, READ_ON, room(most))
    assert [r for page in found for b in page.blocks if isinstance(b, Rows) for r in b.rows] == [
        *rows
    ]
    for page in found[:-1]:
        assert page.actions == (READ_ON,)
    assert found[-1].actions == (SEND,)


@given(st.lists(st.integers(1, 7), min_size=1, max_size=5), st.integers(1, 3), st.integers(1, 3))
def test_every_sentence_is_read_once_and_in_order(
    lengths: list[int], most: int, sentences: int
) -> None:
    texts = [
        [f"Card {card} line {line}." for line in range(length)]
        for card, length in enumerate(lengths)
    ]
    blocks = tuple(Paragraph(T(" ".join(lines)), T("Heading")) for lines in texts)
    view = replace(EMPTY, blocks=blocks, actions=(SEND,))
    found = pages(view, MORE, READ_ON, room(most, sentences))
    read = " ".join(words for page in found for words in cards(page))
    assert read == " ".join(line for lines in texts for line in lines)
    assert all(room(most, sentences)(page) for page in found)
    headings = [b.heading for page in found for b in page.blocks if isinstance(b, Paragraph)]
    assert [h.shown for h in headings] == ["Heading"] * len(headings)
    assert sum(bool(h.spoken) for h in headings) == len(lengths)


def test_a_screen_that_fits_is_left_alone() -> None:
    view = replace(EMPTY, blocks=(Choices((choice("a"), choice("b")), "list"),))
    assert pages(view, MORE, READ_ON, room(6)) == (view,)


def test_a_keyboard_is_never_divided() -> None:
    view = replace(EMPTY, blocks=(Field("name", "", ""), Keys(((choice("a"),),))), actions=(SEND,))
    assert pages(view, MORE, READ_ON, lambda _: False) == (view,)


def test_a_piece_that_fits_nowhere_has_a_page_of_its_own() -> None:
    view = replace(EMPTY, blocks=(Paragraph(T("One")), Paragraph(T("Two"))), actions=(SEND,))
    found = pages(view, MORE, READ_ON, lambda _: False)
    assert [cards(page) for page in found] == [["One"], ["Two"]]


def test_the_number_comes_before_what_can_be_done_with_it() -> None:
    code = Code(T("Number"), ("1234",), "1 2 3 4", Target("hear", "repeat", T("Hear")))
    view = replace(EMPTY, blocks=(code, Paragraph(T("Paper"))), actions=(SEND,))
    first, second = pages(view, MORE, READ_ON, room(1))
    assert first.blocks == (code,)
    assert second.actions == (SEND,)


def test_help_and_news_stand_on_the_first_page_only() -> None:
    view = replace(
        EMPTY,
        notice=T("News"),
        blocks=(Choices(tuple(choice(str(n)) for n in range(9)), "list"),),
    )
    first, *others = pages(view, MORE, READ_ON, room(6))
    assert first.help == T("Help")
    assert first.notice == T("News")
    assert not any(page.help or page.notice for page in others)


def test_help_is_only_said_where_it_would_leave_room_for_one_answer() -> None:
    def fits(view: View) -> bool:
        return len(choices(view)) <= (2 if view.help else 5)

    view = replace(EMPTY, blocks=(Choices(tuple(choice(str(n)) for n in range(9)), "list"),))
    first = pages(view, MORE, READ_ON, fits)[0]
    assert len(choices(first)) == 5
    assert first.help == Text("", "Help")
