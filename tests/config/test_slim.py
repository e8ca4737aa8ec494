"""A kiosk forgets most of what Babel knows, and says days, numbers and plurals as before."""

import subprocess
import sys

TRY = """
from datetime import date
from config.bundle import FACTORY
from config.slim import slim
from config.texts import load_texts
from babel import localedata

LANGUAGES = ("nl", "en", "ar", "tr", "pl", "uk")
texts = load_texts(FACTORY / "texts", LANGUAGES)
if {slimmed}:
    texts.prepare_with(slim)
for language in LANGUAGES:
    print(texts.day(language, date(2026, 11, 23)).shown)
    for seconds in (1, 2, 5, 21, 1000):
        print(texts.text(language, "ui-recorded", seconds=seconds).shown)
        print(texts.text(language, "ui-still-help", seconds=seconds).spoken)
print(len(localedata.load("pl")) < 30, file=__import__("sys").stderr)
"""


def said(slimmed: bool) -> tuple[str, str]:
    done = subprocess.run(
        [sys.executable, "-c", TRY.format(slimmed=slimmed)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout, done.stderr.strip()


def test_what_is_said_is_the_same_without_what_nobody_asks_for() -> None:
    whole, small = said(slimmed=False), said(slimmed=True)
    assert whole[0] == small[0]
    assert whole[0].count("\n") == 6 * 11
    assert (whole[1], small[1]) == ("False", "True")
