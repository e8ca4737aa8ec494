"""How screens lie on a panel: arrows go where eyes expect, and a screen is laid out once."""

from dataclasses import replace

import pytest

from kiosk.core.texts import Text
from kiosk.core.view import Choices, Field, Keys, Level, Target, View
from screens.arrangement import PanelArrangement
from screens.boxes import Layout, Panel, Words
from screens.problems import problems
from screens.text import TextEngine
from tests.screens import samples
from tests.screens.conftest import PANELS

T = Text.plain
FRAME = 9
"""Targets that are the same on every screen."""


class Counting(TextEngine):
    """A text engine that counts how often words are broken into lines."""

    wrapped = 0

    def wrap(self, text: str, cap_px: int, width_px: int, *, bold: bool = False) -> tuple[str, ...]:
        self.wrapped += 1
        return super().wrap(text, cap_px, width_px, bold=bold)


def on(panel: str, engine: TextEngine) -> PanelArrangement:
    return PanelArrangement(PANELS[panel], engine)


def test_rows_stand_as_they_lie(engine: TextEngine) -> None:
    rows = on("21.5 inch", engine).rows(samples.tiles())
    tiles = [row for row in rows if row[0].startswith("choice:")]
    assert [len(row) for row in tiles] == [2] * len(tiles)
    assert rows[-2] == ("back", "repeat", "pause", "help", "stop")
    assert rows[-1] == tuple(target.name for target in samples.SETTINGS)


def test_on_a_lying_panel_answers_stand_in_more_columns(engine: TextEngine) -> None:
    rows = on("lying", engine).rows(samples.tiles())
    assert len(rows[0]) == 3
    assert len(rows[-1]) == FRAME


def test_the_big_button_comes_after_the_answers_though_it_stands_beside_them(
    engine: TextEngine,
) -> None:
    rows = on("lying", engine).rows(samples.check(4))
    assert rows[-2] == ("send",)
    assert all(name.startswith("change:") for row in rows[:-2] for name in row)


def test_rows_begin_where_reading_begins(engine: TextEngine) -> None:
    view = samples.tiles()
    left = on("21.5 inch", engine).rows(view)
    right = on("21.5 inch", engine).rows(replace(view, direction="rtl"))
    assert right == left


@pytest.mark.parametrize("panel", PANELS)
def test_every_target_is_in_one_row(engine: TextEngine, panel: str) -> None:
    for sample in samples.ALL:
        view = sample()
        names = [name for row in on(panel, engine).rows(view) for name in row]
        assert sorted(names) == sorted(target.name for target in view.targets)


def test_a_screen_is_laid_out_once_whatever_is_said_or_focused() -> None:
    engine = Counting()
    arrangement = on("21.5 inch", engine)
    view = samples.tiles()
    assert arrangement.fits(view)
    wrapped = engine.wrapped
    assert arrangement.layout(replace(view, focus="choice:afval", say=())).boxes
    assert arrangement.rows(replace(view, theme="contrast-dark"))
    assert engine.wrapped == wrapped


def test_forgetting_drops_every_layout() -> None:
    engine = Counting()
    arrangement = on("21.5 inch", engine)
    arrangement.layout(samples.tiles())
    arrangement.forget()
    wrapped = engine.wrapped
    arrangement.layout(samples.tiles())
    assert engine.wrapped > wrapped


def test_a_screen_lies_the_same_whatever_was_laid_out_before_it(engine: TextEngine) -> None:
    first = samples.tiles()
    others = [
        replace(first, owner=T("Gemeente Elders")),
        replace(first, place=T("Zwembad")),
        replace(first, step=(2, 5)),
        replace(first, settings=first.settings[:2]),
        replace(first, nav=(None, *first.nav[1:])),
        replace(first, text_size=2),
        replace(first, low=True),
        replace(first, direction="rtl"),
    ]
    for view in others:
        kept = on("32 inch", engine)
        before = kept.layout(first)
        assert kept.layout(view) == on("32 inch", engine).layout(view) != before


def test_more_than_six_choices_never_fit(engine: TextEngine) -> None:
    seven = tuple(Target(f"choice:{n}", "choice", T(str(n))) for n in range(7))
    arrangement = on("32 inch", engine)
    assert arrangement.fits(samples.view("x", "Kies", Choices(seven[:6], "list")))
    assert not arrangement.fits(samples.view("x", "Kies", Choices(seven, "list")))


def test_what_fits_at_the_first_size_may_not_fit_at_the_last(engine: TextEngine) -> None:
    arrangement = on("15.6 inch", engine)
    assert arrangement.fits(samples.check(6))
    assert not arrangement.fits(replace(samples.check(6), text_size=3))


# The reach zone: 800 to 1100 mm above the floor.


def reach(bottom_mm: float | None) -> Panel:
    return Panel(1608, 2862, 268, 477, bottom_mm=bottom_mm)


def test_a_panel_that_ends_within_reach_cannot_be_lower(engine: TextEngine) -> None:
    assert not PanelArrangement(reach(None), engine).can_be_low
    assert not PanelArrangement(reach(620), engine).can_be_low
    assert PanelArrangement(reach(700), engine).can_be_low


@pytest.mark.parametrize("bottom_mm", [650, 700, 800])
@pytest.mark.parametrize("sample", [samples.tiles, samples.number_pad, samples.check])
def test_all_that_can_be_pressed_stands_in_the_reach_zone(
    engine: TextEngine, sample: samples.Sample, bottom_mm: float
) -> None:
    panel = reach(bottom_mm)
    found = PanelArrangement(panel, engine).layout(replace(sample(), low=True))
    top_mm = bottom_mm + 477
    for target, rect in found.targets:
        assert top_mm - rect.y / found.px_per_mm <= 1100.5, target.name
        assert top_mm - rect.bottom / found.px_per_mm >= 799.5, target.name
    assert problems(found) == ()


# What gives way when somebody types, and what never does.


def typing(panel: str, engine: TextEngine, size: int, notice: str = "") -> Layout:
    keys = samples.keyboard().blocks[1]
    view = samples.view(
        "melding.vertel",
        "Wilt u er iets bij vertellen?",
        Field("words", "", "", T("Typ hier"), Target("hear", "repeat", T("Luister"), "1F442")),
        keys,
        help_="Dit mag u overslaan.",
        notice=notice,
        picture="1F4AC",
        actions=(
            Target("record", "choice", T("Zeg het"), "1F399"),
            Target("next", "forward", T("Verder")),
        ),
    )
    return on(panel, engine).layout(replace(view, text_size=size))


def words(found: Layout) -> list[str]:
    return [" ".join(box.lines) for box in found.boxes if isinstance(box, Words)]


@pytest.mark.parametrize("size", [0, 1, 2, 3])
@pytest.mark.parametrize("panel", PANELS)
def test_a_keyboard_works_on_every_panel(engine: TextEngine, panel: str, size: int) -> None:
    found = typing(panel, engine, size, "Typ eerst een paar woorden.")
    assert problems(found) == ()
    assert {"next", "record", "key:q", "hear"} <= {target.name for target, _ in found.targets}


def test_the_helping_sentence_gives_way_to_the_keys(engine: TextEngine) -> None:
    assert "Dit mag u overslaan." in words(typing("21.5 inch", engine, 0))
    small = words(typing("10 inch, lying", engine, 3))
    assert "Dit mag u overslaan." not in small
    assert "Wilt u er iets bij vertellen?" in small


def test_on_a_measured_small_panel_lengths_are_real(engine: TextEngine) -> None:
    real = on("10 inch", engine).layout(samples.portal())
    window = on("a window", engine).layout(samples.portal())
    assert real.px_per_mm == pytest.approx(800 / 125, rel=0.01)
    assert window.px_per_mm == pytest.approx(540 / 194, rel=0.01)
    assert min(rect.height for _, rect in real.targets) >= 16 * real.px_per_mm - 1


# The text size is the smallest type on a screen; only a word that is too long is smaller.


@pytest.mark.parametrize("panel", ["21.5 inch", "15.6 inch, lying", "32 inch"])
def test_smaller_type_has_a_word_that_would_not_fit_its_place(
    engine: TextEngine, panel: str
) -> None:
    view = replace(samples.tiles(), text_size=3, title=T("Straatverlichtingsplan?"))
    found = on(panel, engine).layout(view)
    asked = round(9 * found.px_per_mm)
    smaller = [
        box
        for box in found.boxes
        if isinstance(box, Words) and box.cap_px < asked - 1 and box.target[:7] == "choice:"
    ]
    for box in smaller:
        longest = max(engine.width(word, asked, bold=box.bold) for word in box.lines)
        assert longest > box.rect.width
    assert problems(found) == ()


def test_problems_are_found_where_type_is_smaller_than_asked(engine: TextEngine) -> None:
    found = on("21.5 inch", engine).layout(replace(samples.portal(), text_size=3))
    boxes = tuple(replace(box, cap_px=30) if isinstance(box, Words) else box for box in found.boxes)
    assert any("asked" in line for line in problems(replace(found, boxes=boxes)))


def test_problems_are_found_out_of_the_reach_zone(engine: TextEngine) -> None:
    panel = reach(700)
    found = PanelArrangement(panel, engine).layout(samples.check(9))
    assert any("reach zone" in line for line in problems(replace(found, low=True)))


# Keys keep their order in a language that is read from the right, the block moves.


def test_keys_keep_their_order_and_stand_on_the_other_side(engine: TextEngine) -> None:
    view = samples.number_pad()
    arrangement = on("lying", engine)
    left, right = (arrangement.layout(v) for v in (view, replace(view, direction="rtl")))
    one, three = left.rect_of("key:1"), left.rect_of("key:3")
    first, third = right.rect_of("key:1"), right.rect_of("key:3")
    assert one is not None
    assert three is not None
    assert first is not None
    assert third is not None
    assert one.x < three.x
    assert first.x < third.x
    assert first.x == left.panel.width_px - three.right
    assert problems(right) == ()


def test_arrows_over_keys_go_as_the_eyes_do_in_a_language_read_from_the_right(
    engine: TextEngine,
) -> None:
    rows = on("21.5 inch", engine).rows(replace(samples.number_pad(), direction="rtl"))
    assert ("key:3", "key:2", "key:1") in rows


def recording(level: float) -> View:
    return samples.view(
        "record.busy",
        "Ik luister naar u",
        Level(level, 17, 60, T("17 van 60 seconden")),
        actions=(Target("record:stop", "forward", T("Klaar met praten")),),
    )


def test_the_meter_grows_with_the_voice_and_nothing_else_moves(engine: TextEngine) -> None:
    arrangement = on("21.5 inch", engine)
    soft, loud = arrangement.layout(recording(0.2)), arrangement.layout(recording(0.9))
    changed = [(a, b) for a, b in zip(soft.boxes, loud.boxes, strict=True) if a != b]
    assert len(changed) == 1
    assert changed[0][1].rect.width > changed[0][0].rect.width
    assert problems(loud) == ()


def test_no_key_is_lost_from_twelve_in_a_row(engine: TextEngine) -> None:
    row = tuple(Target(f"key:{n}", "key", T("Ш")) for n in range(12))
    names = tuple(replace(key, name=f"key:{r}-{key.name}") for r in range(5) for key in row)
    rows = tuple(names[at : at + 12] for at in range(0, 60, 12))
    view = samples.view(
        "x",
        "Wat is uw naam?",
        Field("name", "", ""),
        Keys(rows),
        actions=samples.keyboard().actions,
    )
    for name in PANELS:
        for size in range(4):
            assert problems(on(name, engine).layout(replace(view, text_size=size))) == (), name
