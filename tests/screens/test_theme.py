"""Every theme can be read by who sees badly: contrasts are computed from the file (A10)."""

from dataclasses import fields, replace

import pytest

from config.bundle import FACTORY, load_bundle
from kiosk.core.theme import Palette
from screens.theme import BODY, PARTS, TEXT, contrast, faint, is_dark, luminance

THEMES = load_bundle(FACTORY).themes


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_words_reach_seven_to_one(name: str, ink: str, ground: str) -> None:
    palette = THEMES[name]
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 7


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("part", "ground"), PARTS)
def test_lines_rings_and_buttons_reach_three_to_one(name: str, part: str, ground: str) -> None:
    palette = THEMES[name]
    assert contrast(getattr(palette, part), getattr(palette, ground)) >= 3


@pytest.mark.parametrize("name", ["contrast-light", "contrast-dark"])
@pytest.mark.parametrize(("ink", "ground"), BODY)
def test_a_theme_for_contrast_has_all_the_contrast_there_is(
    name: str, ink: str, ground: str
) -> None:
    palette = THEMES[name]
    assert contrast(getattr(palette, ink), getattr(palette, ground)) == pytest.approx(21)


@pytest.mark.parametrize("name", THEMES)
def test_a_pictogram_has_a_ground_on_which_its_black_lines_stand_out(name: str) -> None:
    palette = THEMES[name]
    under = palette.plate if is_dark(palette) else palette.card
    assert contrast("#000000", under) >= 12


@pytest.mark.parametrize("name", THEMES)
def test_a_square_code_can_be_read_by_a_telephone(name: str) -> None:
    assert contrast("#000000", THEMES[name].plate) >= 12


def test_soft_light_has_neither_white_nor_black_nor_a_bright_ground() -> None:
    soft = THEMES["low-glare"]
    colours = {one.name: getattr(soft, one.name) for one in fields(Palette)}
    assert not {"#FFFFFF", "#000000"} & set(colours.values())
    assert all(luminance(colour) < 0.75 for colour in colours.values())
    assert all(luminance(colours[large]) < 0.05 for large in ("ground", "card", "chosen_fill"))


def test_one_theme_is_light_and_one_is_dark_for_each_kind_of_eye() -> None:
    dark = [name for name, palette in THEMES.items() if is_dark(palette)]
    assert dark == ["contrast-dark", "low-glare"]


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_themes_are_offered_in_the_order_of_the_file() -> None:
    assert list(THEMES) == ["normal", "contrast-light", "contrast-dark", "low-glare"]


def test_colours_that_are_too_faint_are_named() -> None:
    pale = replace(THEMES["normal"], ink_soft="#8A8FA0")
    assert "'ink_soft' on 'card' has a contrast of 3.2, which must be 7" in set(faint(pale))
    assert list(faint(THEMES["normal"])) == []
