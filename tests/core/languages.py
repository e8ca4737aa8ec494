"""The six languages that the shop window promises, whatever a bundle offers now."""

from dataclasses import replace
from functools import cache

from config.bundle import FACTORY
from config.texts import FluentTexts, load_texts
from kiosk.core.terminal import Terminal
from tests.core.visit import Visit, factory, terminal_of

LANGUAGES = ("nl", "en", "ar", "tr", "pl", "uk")


@cache
def texts() -> FluentTexts:
    return load_texts(FACTORY / "texts", LANGUAGES)


def terminal() -> Terminal:
    return replace(terminal_of(factory()), texts=texts())


def visit_in(language: str) -> Visit:
    return Visit(terminal(), language)
