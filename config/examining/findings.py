"""What an examination finds in a bundle: a mistake, and what it is about in a form that others
can say in their own language.

`kind` and `about` are the same news as the sentence: the pages of the desk say it in Dutch.

    fit       a text does not fit its place          key, words, screen, language, panel
    step      a question that no answers lead to     step, flow
    advice    an advice that no answers lead to      advice, flow
    send      a form that can never be sent          flow
    missing   a text that a language lacks           key, language
    unused    a form that stands on no start screen  flow
    gone      what the bundle had before             part, name
    voice     a language that nobody can say         language
    later     what could not be looked at yet
    ""        a mistake in a file                    what its sentence was made of, as `parts_of`
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from config.problems import Problem
from kiosk.core.sentences import parts_of

Kind = Literal["", "fit", "step", "advice", "send", "missing", "unused", "gone", "voice", "later"]


@dataclass(frozen=True, slots=True, order=True)
class Finding(Problem):
    """A Problem with what it is about. `kind` is empty where only the sentence says it."""

    kind: Kind = ""
    about: tuple[tuple[str, str], ...] = ()


def finding(kind: Kind, file: str, line: int, what: str, **about: str) -> Finding:
    return Finding(file, line, what, kind, tuple(about.items()))


def as_json(problem: Problem) -> Mapping[str, Any]:
    kind: Kind = ""
    about: Mapping[str, Any] = parts_of(problem.what) or {}
    if isinstance(problem, Finding):
        kind, about = problem.kind, dict(problem.about)
    return {
        "file": problem.file,
        "line": problem.line,
        "what": problem.what,
        "kind": kind,
        "about": about,
    }
