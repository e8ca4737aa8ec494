"""What a kiosk writes down: lines for people, or one JSON object on each line, whatever happens."""

import json
import subprocess
import sys
from typing import Any

from kiosk.health import ROOT

PROGRAM = """
import logging, sys
from kiosk import logs
logs.begin("{form}")
logging.getLogger("kiosk.delivery").info("desk %s, waiting %d", "well", 2)
sys.stderr.write("first line\\nsecond ")
sys.stderr.write("line\\n")
def typed(text):
    raise ValueError(f"not a number: {{text}}")
try:
    typed("Zwanepoel")
except ValueError:
    logging.getLogger("kiosk.status").exception("odd")
typed("Zwanepoel")
"""


def said(form: str) -> list[str]:
    program = [sys.executable, "-c", PROGRAM.format(form=form)]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    return done.stderr.splitlines()


def test_with_json_every_line_is_an_object_also_what_is_printed_and_a_bug() -> None:
    lines: list[dict[str, Any]] = [json.loads(line) for line in said("json")]
    short = [(line["level"], line["part"], line["says"]) for line in lines]
    assert short == [
        ("info", "kiosk.delivery", "desk well, waiting 2"),
        ("warning", "printed", "first line"),
        ("warning", "printed", "second line"),
        ("error", "kiosk.status", "odd"),
        ("critical", "bug", "the kiosk stops"),
    ]
    for line in lines[3:]:
        assert line["error"] == "ValueError"
        assert line["where"][-1].endswith("typed")
    assert "Zwanepoel" not in json.dumps(lines)


def test_without_it_lines_are_for_people() -> None:
    lines = said("lines")
    assert lines[0].endswith("kiosk.delivery: desk well, waiting 2")
    assert lines[1:3] == ["first line", "second line"]
    assert lines[-1] == "ValueError: not a number: Zwanepoel"
