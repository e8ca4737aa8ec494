"""Pictograms are found by their code, or refused before a visitor could miss them."""

import pytest

from kiosk.core.show_staff import DONE, KEYPAD, SKIP
from screens import pictograms
from screens.question import NOTICE_PICTURES
from screens.sprites import PICTURES_LIMIT_BYTES, Sprites
from tests.screens.conftest import PANELS


def test_a_known_code_has_a_picture() -> None:
    assert pictograms.has_picture("1F4A1")
    assert pictograms.path("1F4A1").is_file()


@pytest.mark.parametrize("code", ["", "NOPE", "1F4A", "../1F4A1", "1f4a1"])
def test_an_unknown_code_is_refused(code: str) -> None:
    assert not pictograms.has_picture(code)
    with pytest.raises(KeyError):
        pictograms.path(code)


def test_the_pictures_of_the_house_exist() -> None:
    house = (*NOTICE_PICTURES.values(), KEYPAD, DONE, SKIP)
    assert all(pictograms.has_picture(code) for code in house)


def test_memory_for_pictures_stays_bounded() -> None:
    sprites = Sprites()
    side = PANELS["21.5 inch"].width_px // 4
    for wider in range(40):
        drawn = sprites.pictogram("1F4A1", side + wider)
    assert drawn.get_width() == side + 39
    assert sprites._pictures.weight <= PICTURES_LIMIT_BYTES
