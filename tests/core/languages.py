"""Visits in each language that the factory bundle offers."""

from config.texts import FluentTexts
from kiosk.core.terminal import Terminal
from tests.core.visit import Visit, factory, terminal_of

LANGUAGES = factory().texts.languages


def texts() -> FluentTexts:
    return factory().texts


def terminal() -> Terminal:
    return terminal_of(factory())


def visit_in(language: str) -> Visit:
    return Visit(language=language)
