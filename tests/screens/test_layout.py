"""Layouts without a fault: on every panel, in all text sizes, however much is on a screen."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.core import paging
from kiosk.core.texts import Text
from kiosk.core.view import (
    Block,
    Choices,
    Code,
    Field,
    Paragraph,
    Qr,
    Row,
    Rows,
    Target,
    View,
)
from screens.arrangement import PanelArrangement
from screens.boxes import Bar, Card, Layout, Panel, Picture, QrModules, Rect, Words
from screens.layout import fitted, layout
from screens.problems import problems
from screens.text import TextEngine
from tests.screens import samples
from tests.screens.conftest import PANELS

KIOSKS = ("21.5 inch", "15.6 inch", "a window", "15.6 inch, lying", "32 inch")
CODE_PICTURES = ("1F4A1", "1F5D1", "1F6A7", "")


def words(most: int, *, longest_word: int = 12) -> st.SearchStrategy[Text]:
    word = st.text("abcdefghijklmnoprstuvwz", min_size=1, max_size=longest_word)
    return (
        st.lists(word, min_size=1, max_size=8)
        .map(lambda found: Text.plain(" ".join(found)[:most].strip().capitalize()))
        .filter(bool)
    )


def choice_lists(most_words: int) -> st.SearchStrategy[tuple[Target, ...]]:
    choice = st.builds(
        Target,
        name=st.just(""),
        role=st.just("choice"),
        text=words(most_words),
        picture=st.sampled_from(CODE_PICTURES),
        note=st.one_of(st.just(Text("", "")), words(30)),
        enabled=st.booleans(),
        chosen=st.booleans(),
    )
    return st.lists(choice, min_size=1, max_size=6).map(
        lambda found: tuple(
            replace(target, name=f"choice:{index}") for index, target in enumerate(found)
        )
    )


HEAR = Target("hear", "repeat", Text.plain("Luister"), "1F442")
FIELDS = st.builds(
    Field,
    kind=st.sampled_from(["postcode", "house_number", "phone", "email", "name", "words"]),
    value=st.just("x"),
    shown=st.text("abc 123", max_size=120).map(str.strip),
    hint=words(25),
    hear=st.sampled_from([None, HEAR]),
)
KEYS = (samples.keyboard().blocks[1], samples.number_pad().blocks[1])
CODES = st.just(Code(Text.plain("Uw nummer"), ("4821", "7390", "5566"), "4 8", HEAR))
QRS = st.builds(
    Qr, payload=st.sampled_from(["http://x.nl/volg/1", "http://x/" + "9" * 90]), text=words(55)
)
PARAGRAPHS = st.builds(
    Paragraph,
    text=words(80),
    heading=words(24),
    picture=st.sampled_from(CODE_PICTURES),
    tone=st.sampled_from(["plain", "good", "warning"]),
)


def rows_of(found: list[tuple[Text, Text, str]]) -> Rows:
    change = Target("", "change", Text.plain("Wijzig"))
    return Rows(
        tuple(
            Row(label, value, picture, replace(change, name=f"change:{index}"))
            for index, (label, value, picture) in enumerate(found)
        )
    )


ROWS = st.lists(
    st.tuples(words(14), words(60), st.sampled_from(CODE_PICTURES)), min_size=1, max_size=9
).map(rows_of)
BLOCKS: st.SearchStrategy[tuple[Block, ...]] = st.one_of(
    st.just(()),
    st.builds(lambda found: (Choices(found, "list"),), choice_lists(28)),
    st.builds(lambda found: (Choices(found, "tiles"),), choice_lists(28)),
    st.tuples(FIELDS, st.sampled_from(KEYS)),
    st.tuples(ROWS),
    st.tuples(CODES, QRS),
    st.lists(PARAGRAPHS, min_size=1, max_size=3).map(tuple),
)
ACTIONS = st.sampled_from(
    [
        (),
        (Target("next", "forward", Text.plain("Verder")),),
        (Target("send", "send", Text.plain("Melding versturen"), "1F4E8"),),
    ]
)
VIEWS = st.builds(
    replace,
    st.just(samples.portal()),
    title=words(45),
    help=st.one_of(st.just(Text("", "")), words(50)),
    notice=st.one_of(st.just(Text("", "")), words(60)),
    picture=st.sampled_from(CODE_PICTURES),
    blocks=BLOCKS,
    actions=ACTIONS,
    nav=st.sampled_from([samples.NAV, (None, *samples.NAV[1:4], None)]),
    step=st.sampled_from([None, (1, 3), (7, 7), (9, 12)]),
    direction=st.sampled_from(["ltr", "rtl"]),
    text_size=st.sampled_from([0, 1, 2, 3]),
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(VIEWS, st.sampled_from(KIOSKS))
def test_no_screen_that_fits_has_a_fault(engine: TextEngine, view: View, kiosk: str) -> None:
    found = fitted(view, PANELS[kiosk], engine)
    if found is None:
        assert view.blocks or view.text_size, "little on a screen of normal size always fits"
        return
    assert problems(found) == ()
    assert [target for target, _ in found.targets] == list(view.targets)


def test_a_long_word_is_whole_beside_the_tick_of_an_answer_that_was_chosen(
    engine: TextEngine,
) -> None:
    """A column as wide as the word and its tick asked for was a few pixels too narrow for both."""
    answers = (
        Target("choice:0", "choice", Text.plain("A"), "1F4A1"),
        Target("choice:1", "choice", Text.plain("Aaaaaaaaaakw"), "1F4A1", chosen=True),
    )
    blocks = (Choices(answers, "list"),)
    view = replace(samples.portal(), title=Text.plain("A"), help=Text("", ""), blocks=blocks)
    assert problems(layout(view, PANELS["15.6 inch, lying"], engine)) == ()


def pages_of(view: View, arrangement: PanelArrangement) -> tuple[View, ...]:
    """A screen as it is shown: without pages of its own making, and divided where it must."""
    blocks = tuple(
        replace(block, targets=tuple(t for t in block.targets if t.name[:5] != "page:"))
        if isinstance(block, Choices)
        else block
        for block in view.blocks
    )
    return paging.pages(replace(view, blocks=blocks), MORE, READ_ON, arrangement.fits)


MORE = Target("page:next", "choice", Text.plain("Meer"), "27A1")
READ_ON = Target("page:next", "forward", Text.plain("Lees verder"))


STANDING = [(name, False) for name in PANELS]
"""Panels, and whether all buttons of it were asked to stand low."""
LOW = [(name, True) for name, panel in PANELS.items() if panel.bottom_mm is not None]
SIZES = [0, 3, *(pytest.param(size, marks=pytest.mark.soak) for size in (1, 2))]
"""The smallest and the largest show nearly all that those between them do."""


@pytest.mark.parametrize("text_size", SIZES)
@pytest.mark.parametrize(("panel", "low"), [*STANDING, *LOW])
@pytest.mark.parametrize("sample", samples.ALL)
def test_no_sample_screen_has_a_fault(
    engine: TextEngine, sample: samples.Sample, panel: str, text_size: int, low: bool
) -> None:
    arrangement = PanelArrangement(PANELS[panel], engine)
    assert arrangement.can_be_low or not low
    view = replace(sample(), text_size=text_size, low=low)
    for page in pages_of(view, arrangement):
        found = arrangement.layout(page)
        assert problems(found) == ()
        assert [target for target, _ in found.targets] == list(page.targets)


def capitals(found: Layout, start: str) -> float:
    """Capital height in millimetres of the words that begin so."""
    for box in found.boxes:
        if isinstance(box, Words) and box.lines[0].startswith(start):
            return box.cap_px / found.px_per_mm
    raise AssertionError(f"nothing starts with {start}")


def test_type_on_the_large_panel_has_the_four_sizes(engine: TextEngine) -> None:
    found = layout(samples.portal(), PANELS["21.5 inch"], engine)
    starts = ("Wat wilt", "Iets melden", "Tik op", "Kapot")
    sizes = [capitals(found, start) for start in starts]
    assert sizes == pytest.approx([13, 8, 6.7, 5.7], abs=0.15)


@pytest.mark.parametrize("sample", samples.ALL)
def test_a_larger_text_size_never_gives_smaller_type(
    engine: TextEngine, sample: samples.Sample
) -> None:
    for panel in ("21.5 inch", "15.6 inch"):
        arrangement = PanelArrangement(PANELS[panel], engine)
        found = []
        for text_size, floor in enumerate((4.8, 6.0, 7.4, 9.0)):
            page = pages_of(replace(sample(), text_size=text_size), arrangement)[0]
            found.append(smallest(arrangement.layout(page)))
            assert found[-1] >= floor - 0.13, panel
        assert found == sorted(found), panel


def smallest(found: Layout) -> float:
    """The smallest capitals in millimetres, but for the frame and words that are too long."""
    words = [box for box in found.boxes if isinstance(box, Words)]
    asked = max(box.asked_px for box in words)
    return min(box.cap_px for box in words if box.asked_px == asked) / found.px_per_mm


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("text_size", SIZES)
def test_the_fixed_buttons_stand_in_the_same_place_on_every_screen(
    engine: TextEngine, panel: str, text_size: int
) -> None:
    fixed = {target.name for target in (*samples.NAV, *samples.SETTINGS) if target}
    places: dict[str, set[Rect]] = {}
    for sample in samples.ALL:
        if sample is samples.arabic:
            continue
        found = layout(replace(sample(), text_size=text_size), PANELS[panel], engine)
        for target, rect in found.targets:
            if target.name in fixed:
                places.setdefault(target.name, set()).add(rect)
    assert {name: len(rects) for name, rects in places.items()} == dict.fromkeys(fixed, 1)


def test_everything_a_hand_must_reach_in_a_wheelchair_is_low(engine: TextEngine) -> None:
    """With the glass from 700 to 1177 mm above the floor, settings and buttons end at 1100."""
    found = layout(samples.tiles(), PANELS["21.5 inch"], engine)
    for target, rect in found.targets:
        if target.role in ("setting", "back", "repeat", "help", "stop", "forward"):
            assert rect.y / found.px_per_mm > 477 - (1100 - 700), target.name


def test_a_title_of_three_lines_pushes_the_rest_down(engine: TextEngine) -> None:
    view = samples.tiles()
    longer = replace(view, title=Text.plain("Wat is er kapot of vuil? " * 3))
    first, second = (layout(found, PANELS["21.5 inch"], engine) for found in (view, longer))
    above, below = first.rect_of("choice:lamp"), second.rect_of("choice:lamp")
    assert above is not None
    assert below is not None
    assert below.y > above.y + 100
    assert problems(second) == ()


def test_nine_answers_fit_the_check_page_whole(engine: TextEngine) -> None:
    for panel in ("21.5 inch", "15.6 inch"):
        found = layout(samples.check(9), PANELS[panel], engine)
        assert problems(found) == ()
        assert not any(isinstance(box, Words) and box.shortened for box in found.boxes)


def test_the_tracking_code_is_the_largest_on_its_screen(engine: TextEngine) -> None:
    for panel in KIOSKS:
        found = layout(samples.thanks(), PANELS[panel], engine)
        code = capitals(found, "4821")
        others = [
            box.cap_px / found.px_per_mm
            for box in found.boxes
            if isinstance(box, Words) and not box.lines[0].startswith("4821")
        ]
        assert code > max(others)


def test_the_picture_takes_half_of_a_roomy_tile(engine: TextEngine) -> None:
    found = layout(samples.tiles(), PANELS["21.5 inch"], engine)
    tile = found.rect_of("choice:afval")
    picture = next(
        box for box in found.boxes if isinstance(box, Picture) and box.target == "choice:afval"
    )
    assert tile is not None
    assert picture.rect.height >= 0.45 * tile.height


def test_a_language_read_from_the_right_mirrors_all_but_the_keys(engine: TextEngine) -> None:
    view = samples.number_pad()
    panel = PANELS["21.5 inch"]
    left, right = (layout(found, panel, engine) for found in (view, replace(view, direction="rtl")))
    for target, rect in left.targets:
        other = right.rect_of(target.name)
        expected = rect if target.role == "key" else rect.mirrored(panel.width_px)
        assert other == expected
    assert problems(right) == ()


def test_a_long_text_keeps_its_end_in_view(engine: TextEngine) -> None:
    text = "woord " * 150 + "einde"
    view = replace(
        samples.keyboard(), blocks=(Field("words", text, text), samples.keyboard().blocks[1])
    )
    found = layout(view, PANELS["21.5 inch"], engine)
    shown = next(box for box in found.boxes if isinstance(box, Words) and box.caret)
    assert shown.shortened
    assert shown.lines[-1].endswith("einde")
    assert shown.lines[0].startswith("…")


# What `problems` must find: each of these breaks a good layout in one way.


def good() -> Layout:
    return layout(samples.tiles(), PANELS["21.5 inch"], TextEngine())


def moved(found: Layout, name: str, **change: int) -> Layout:
    """The layout with one target elsewhere."""
    targets = tuple(
        (target, replace(rect, **change)) if target.name == name else (target, rect)
        for target, rect in found.targets
    )
    return replace(found, targets=targets)


def test_problems_are_found_when_words_are_clipped() -> None:
    found = good()
    boxes = tuple(
        replace(box, rect=replace(box.rect, width=10)) if isinstance(box, Words) else box
        for box in found.boxes
    )
    assert any("is clipped" in line for line in problems(replace(found, boxes=boxes)))


def test_problems_are_found_when_something_lies_over_something() -> None:
    found = good()
    first = next(box for box in found.boxes if isinstance(box, Words))
    other = replace(first, lines=("Over it",))
    assert any("overlaps" in line for line in problems(replace(found, boxes=(*found.boxes, other))))


def test_problems_are_found_when_a_card_lies_over_words() -> None:
    found = good()
    title = next(box for box in found.boxes if isinstance(box, Words) and box.cap_px > 50)
    card = Card(replace(title.rect, height=title.rect.height // 2), "passive", 0)
    assert any(
        "sticks out" in line for line in problems(replace(found, boxes=(*found.boxes, card)))
    )


def test_problems_are_found_when_a_target_is_too_small() -> None:
    found = good()
    assert any("too small" in line for line in problems(moved(found, "choice:lamp", height=40)))


def test_problems_are_found_when_targets_are_too_close() -> None:
    found = good()
    rect = found.rect_of("choice:afval")
    assert rect is not None
    assert any("apart" in line for line in problems(moved(found, "choice:afval", x=rect.x - 25)))


def test_problems_are_found_off_the_panel() -> None:
    found = good()
    assert any("off the panel" in line for line in problems(moved(found, "stop", x=1000)))
    bar = Bar(Rect(0, 1910, 50, 50), "line")
    assert any("off the panel" in line for line in problems(replace(found, boxes=(bar,))))


def test_problems_are_found_when_capitals_are_too_low() -> None:
    found = good()
    boxes = tuple(replace(box, cap_px=15) if isinstance(box, Words) else box for box in found.boxes)
    assert any("capitals" in line for line in problems(replace(found, boxes=boxes)))


def test_problems_are_found_when_a_square_code_lacks_its_quiet_zone() -> None:
    engine = TextEngine()
    thanks = layout(samples.thanks(), PANELS["21.5 inch"], engine)
    boxes = tuple(
        replace(box, module_px=box.module_px + 1) if isinstance(box, QrModules) else box
        for box in thanks.boxes
    )
    assert any("square code" in line for line in problems(replace(thanks, boxes=boxes)))


def test_a_screen_that_cannot_fit_is_reported_and_not_hidden(engine: TextEngine) -> None:
    paragraphs = tuple(Paragraph(Text.plain("heel veel woorden " * 60)) for _ in range(9))
    view = replace(samples.advice(), blocks=paragraphs)
    assert problems(layout(view, Panel(1080, 1920, 194, 345), engine))
