"""The desk's log: what happened and where in the program, never what a visitor said.

An exception's own words may quote what was handed in, so a traceback is written without
them: kind of error, files and lines. Tracking codes and query strings are taken out of
every line, whoever wrote it.

    2026-11-22 23:41:07 ERROR django.request Internal Server Error: /volg/(code)
      desk/follow/views.py:40 in page
      KeyError

With ZUIL_DESK_LOGS=json each line is one object, and a page asked for has its parts by name:

    {"at": "2026-11-22T23:41:07.123+00:00", "level": "INFO", "logger": "desk.access",
     "message": "GET /volg/<code> 200 3 ms", "method": "GET", "route": "/volg/<code>", ...}
"""

import json
import logging
import re
import traceback
from datetime import UTC, datetime
from types import TracebackType

_CODE = re.compile(r"(?<![0-9a-fA-F])\d(?:[ .-]?\d){11}(?![0-9a-fA-F])")
_QUERY = re.compile(r"\?\S*")

PARTS = frozenset({"method", "route", "status", "ms"})
"""What may stand beside a message by name: nothing that anybody typed."""

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Discreet(logging.Filter):
    """Takes tracking codes and query strings out of a line."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = _QUERY.sub("", _CODE.sub("(code)", record.getMessage()))
        record.args = ()
        return True


class LineFormatter(logging.Formatter):
    """One line per message; a traceback without the words of the exception."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s", "%Y-%m-%d %H:%M:%S")

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - the name that logging calls
        kind, _, trail = ei
        lines = [
            f"  {frame.filename}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(trail)
        ]
        return "\n".join([*lines, f"  {kind.__name__ if kind else 'unknown'}"])


class JsonFormatter(logging.Formatter):
    """One object per message, with what was said by name (`extra`) beside it."""

    def format(self, record: logging.LogRecord) -> str:
        said: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        said |= {name: value for name, value in vars(record).items() if name in PARTS}
        if record.exc_info:
            said["error"] = record.exc_info[0].__name__ if record.exc_info[0] else "unknown"
            said["trace"] = [
                f"{frame.filename}:{frame.lineno} in {frame.name}"
                for frame in traceback.extract_tb(record.exc_info[2])
            ]
        return json.dumps(said, ensure_ascii=False)


def formatter_for(kind: str) -> type[logging.Formatter]:
    return JsonFormatter if kind == "json" else LineFormatter
