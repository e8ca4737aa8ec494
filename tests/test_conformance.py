"""What docs/accessibility.md says is shown by a test, is: the tests that it names exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| (A\d+) \| .*? \| (.*) \|$", PAGE, re.MULTILINE))


def test_every_requirement_has_a_row_and_a_paragraph() -> None:
    wanted = [f"A{number}" for number in range(1, 25)]
    assert list(ROWS) == wanted
    assert [name for name in wanted if f"**{name}, " not in PAGE] == []


def test_every_test_that_is_named_exists() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in ROOT.glob("tests/**/*.py"))
    defined = set(re.findall(r"^def (test_\w+)", sources, re.MULTILINE))
    for name, shown_by in ROWS.items():
        tests = re.findall(r"`(test_\w+)`", shown_by)
        assert tests, f"{name} is shown by nothing"
        assert [test for test in tests if test not in defined] == [], name
