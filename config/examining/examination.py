"""The examination of a bundle before it is published: everything that can be wrong in it.

    python -m config.examining --bundle DIR [--base DIR] --out FILE.json

What is wrong must be mended first: a file that cannot be used, a text that is missing in a
language, a text that does not fit, a question that nobody can come to. Advice holds nothing
up. `--base` is what kiosks have now: what they would lose is advice. Screens are looked at
when the files have no mistakes. Every line of output is a step of the work. Ends with 0 when
the examination was made, whatever it found.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from multiprocessing import get_context
from pathlib import Path

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # before anything imports pygame

from config.bundle import Bundle, load_bundle
from config.check import problems_of
from config.examining import remarks
from config.examining.crawling import EndlessError
from config.examining.every_screen import Screens, screens_of, unfit_screens
from config.examining.findings import as_json, finding
from config.examining.panels import EXAMINED
from config.examining.reaching import unreachable
from config.examining.walking import terminal_with_all
from config.problems import Mistakes, Problem
from kiosk.core.sentences import sentence

Say = Callable[[str], None]
Found = tuple[Sequence[Problem], Sequence[Problem]]
"""What must be mended, and what may be."""
NOT_LOOKED_AT = finding("later", "bundle.yaml", 0, "the screens are looked at once this is mended.")
_WALKED: dict[str, tuple[Bundle, Screens]] = {}
"""Read and walked once, before there are more processes."""


def examine(folder: Path, base: Path | None, say: Say) -> Found:
    """Everything that is wrong in the bundle in `folder`, and advice."""
    say("reading")
    try:
        bundle = load_bundle(folder)
    except Mistakes as mistakes:
        return mistakes.problems, (NOT_LOOKED_AT,)
    wrong: list[Problem] = list(problems_of(bundle))
    advice: list[Problem] = [*bundle.unused_clips, *remarks.unused(bundle)]
    advice += [*remarks.voiceless(bundle), *(remarks.gone(bundle, base) if base else ())]
    if wrong:
        advice.append(NOT_LOOKED_AT)
    else:
        try:
            wrong += _unfit(bundle, say)
        except EndlessError as endless:
            what = sentence(
                "there are more than {most} screens. Take questions out, or divide the form.",
                most=endless.most,
            )
            wrong.append(Problem("bundle.yaml", 0, what))
    needed, optional = remarks.missing(bundle)
    wrong += [*unreachable(bundle), *needed]
    return _in_order(wrong), _in_order([*advice, *optional])


def _in_order(problems: Sequence[Problem]) -> Sequence[Problem]:
    return sorted(set(problems), key=lambda one: (one.file, one.line, one.what))


def _unfit(bundle: Bundle, say: Say) -> list[Problem]:
    """What does not fit: in all languages and sizes, on the panels that stand for all."""
    say("walking")
    _WALKED["it"] = (bundle, screens_of(bundle))
    sizes = range(terminal_with_all(bundle).text_sizes)
    # The longest work first, so that no process ends long after the others.
    tasks = [*product(EXAMINED, bundle.texts.languages, reversed(sizes))]
    found: dict[tuple[str, int], Problem] = {}
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("fork")) as pool:
        for number, problems in enumerate(pool.map(_unfit_on, tasks), 1):
            say(f"screens {number} of {len(tasks)}")
            for problem in problems:
                found.setdefault((problem.file, problem.line), problem)
    return list(found.values())


def _unfit_on(task: tuple[str, str, int]) -> list[Problem]:
    panel, language, size = task
    bundle, screens = _WALKED["it"]
    return unfit_screens(bundle, {panel: EXAMINED[panel]}, (language,), (size,), screens)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m config.examining", description=__doc__)
    parser.add_argument("--bundle", type=Path, required=True, metavar="DIR")
    parser.add_argument("--base", type=Path, metavar="DIR", help="what kiosks have now")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    asked = parser.parse_args(arguments)
    began = time.monotonic()

    def say(step: str) -> None:
        sys.stdout.write(f"{step}\n")
        sys.stdout.flush()

    wrong, advice = examine(asked.bundle, asked.base, say)
    content = {
        "format": 1,
        "problems": [as_json(each) for each in wrong],
        "advice": [as_json(each) for each in advice],
        "seconds": round(time.monotonic() - began, 1),
    }
    asked.out.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    say(f"{len(wrong)} to mend, {len(advice)} advised, {content['seconds']} s")
    return 0
