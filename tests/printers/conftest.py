"""What all tests of paper share: the real text engine, and one folder for python-escpos."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

from printers import escpos_bytes
from printers.layout import render
from printers.page import Page
from screens.text import TextEngine
from tests.printers import samples


@pytest.fixture(scope="session")
def engine() -> TextEngine:
    return TextEngine()


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("escpos")
    escpos_bytes.load(folder)
    return folder


@pytest.fixture(scope="session")
def page(engine: TextEngine) -> Page:
    """A receipt of some 1,600 rows and 50,000 bytes."""
    return render(samples.DUTCH, 576, engine)
