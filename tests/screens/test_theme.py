"""Every theme can be read by who sees badly: contrasts are computed from the file (A10)."""

from dataclasses import replace

import pytest

from config.bundle import FACTORY, load_bundle
from screens.theme import PARTS, TEXT, contrast, faint

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


def test_the_dark_theme_has_the_strongest_contrast_there_is() -> None:
    dark = THEMES["contrast-dark"]
    assert contrast(dark.ink, dark.ground) == pytest.approx(21)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_themes_are_offered_in_the_order_of_the_file() -> None:
    assert list(THEMES) == ["normal", "contrast-dark"]


def test_colours_that_are_too_faint_are_named() -> None:
    pale = replace(THEMES["normal"], ink_soft="#8A8FA0")
    assert "'ink_soft' on 'card' has a contrast of 3.2, which must be 7" in set(faint(pale))
    assert list(faint(THEMES["normal"])) == []
