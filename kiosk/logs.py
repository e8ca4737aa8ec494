"""What the kiosk writes down about itself: lines for people, or JSON for a log collector.

With `logs: json` in the device file (or `ZUIL_LOGS=json`) everything that goes to the error
output is one JSON object on a line of its own, also what other parts of the program print
there, and a bug: of that the kind of error and where it happened, never its text, because a
text may hold what somebody typed.

    {"at": "2026-11-22T10:00:00.123+00:00", "level": "info", "part": "kiosk.delivery",
     "says": "desk well, waiting 0, refused 0"}
"""

import io
import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import TextIO

LINES = "%(asctime)s %(name)s: %(message)s"
PRINTED = "printed"
"""The part that says what was printed, not logged."""


class JsonLines(logging.Formatter):
    """One record, one line."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC)
        told: dict[str, str | list[str]] = {
            "at": at.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "part": record.name,
            "says": record.getMessage(),
        }
        if record.exc_info and record.exc_info[0]:
            kind, _, trace = record.exc_info
            told |= {"error": kind.__name__, "where": _where(trace)}
        return json.dumps(told, ensure_ascii=False)


class _Printed(io.TextIOBase):
    """An error output on which each printed line becomes a record."""

    def __init__(self) -> None:
        self._begun = ""

    def write(self, text: str) -> int:
        *lines, self._begun = (self._begun + text).split("\n")
        for line in lines:
            if line.strip():
                logging.getLogger(PRINTED).warning("%s", line)
        return len(text)


def begin(form: str) -> None:
    """From here on, logs in this form: `json`, or lines. May be called again."""
    out = _real_output()
    handler = logging.StreamHandler(out)
    if form == "json":
        handler.setFormatter(JsonLines())
        sys.stderr = _Printed()
        sys.excepthook = _bug
    else:
        handler.setFormatter(logging.Formatter(LINES))
        sys.stderr = out
        sys.excepthook = sys.__excepthook__
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)


def _real_output() -> TextIO:
    """The error output itself, also while `sys.stderr` is ours."""
    now = sys.stderr
    return sys.__stderr__ if isinstance(now, _Printed) and sys.__stderr__ else now


def _bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logging.getLogger("bug").critical("the kiosk stops", exc_info=(kind, error, trace))


def _where(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
