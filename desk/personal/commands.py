"""`python -m desk export` and `erase`: what the desk holds under one tracking code.

Two visitors may have the same code: then the day says whose it is, so that nobody gets or
loses what is another's.
"""

import argparse
from datetime import date
from pathlib import Path

from desk.codes import read_code
from desk.follow.reports import submissions
from desk.intake.models import Aside, Submission
from desk.personal.erasing import erase_asides, erase_on_request
from desk.personal.exporting import asides_of, export
from desk.private_files import write_private
from desk.terminal import say, sorry


def export_to(asked: argparse.Namespace) -> int:
    held = _held(asked.code, asked.day)
    out: Path = asked.out
    if isinstance(held, str):
        return sorry(held)
    try:
        write_private(out, export(*held))
    except OSError as error:
        return sorry(f"Cannot write {out}: {error.strerror}.")
    say(f"All that is held under this number is in {out}; it is personal, keep it safe.")
    return 0


def erase(asked: argparse.Namespace) -> int:
    held = _held(asked.code, asked.day)
    if isinstance(held, str):
        return sorry(held)
    submission, asides = held
    if submission and not erase_on_request(submission, anyway=asked.anyway):
        return sorry(
            "The municipality has not got this yet, and never will if it is erased now. "
            "Nothing was erased; add --anyway to erase it all the same."
        )
    erase_asides(asides)
    say("What the visitor told is erased. What a back-office has got already stays there.")
    return 0


def _held(code: str, day: date | None) -> tuple[Submission | None, list[Aside]] | str:
    """What is held of the one visitor that is meant, or what is wrong with the question."""
    bare = read_code(code)
    if bare is None:
        return "A tracking code has twelve digits; this is not one."
    found = [each for each in submissions(bare) if day in (None, each.received_day)]
    if len(found) > 1:
        days = sorted({each.received_day.isoformat() for each in found})
        if len(days) > 1:
            return f"There are several under this number; say which with --day: {', '.join(days)}."
        return "There are several under this number on one day; do it on their pages in the inbox."
    submission = found[0] if found else None
    asides = asides_of(bare, submission)
    return (submission, asides) if submission or asides else "Nothing is held under this number."
