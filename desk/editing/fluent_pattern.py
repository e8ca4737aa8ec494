"""What is written behind the `=` of a text: plain words, and what is filled in between braces.

Words are kept as they were typed. Where a line begins with a sign that means something to
Fluent, that sign is put between quotes; what still cannot be read is refused, with its line.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from django.utils.translation import gettext as _
from fluent.syntax import ast

from config.fluent_parser import QuickParser

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
CONTINUED = re.compile(r"^([\[*.])", re.MULTILINE)
"""At the beginning of a line these mean something to Fluent."""
PARSER = QuickParser()


class RefusedError(ValueError):
    """This text cannot be kept, and why, in words. `key` is the attribute, empty for the text."""

    def __init__(self, key: str, why: str) -> None:
        self.key = key
        super().__init__(why)


def tidy(text: str) -> str:
    """As it is kept: no spaces at the ends of lines, no empty lines around it."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\t", " ").split("\n")]
    return level("\n".join(lines)).strip()


def refusal(texts: Mapping[str, str]) -> RefusedError | None:
    """Why one of these texts, by attribute, could not be kept."""
    for key, text in texts.items():
        if not tidy(text):
            continue
        try:
            written(key, tidy(text), "    ")
        except RefusedError as refused:
            return refused
    return None


def level(text: str) -> str:
    """Without the spaces that all lines below the first begin with (all, where it is a block)."""
    first, *rest = text.split("\n")
    lines = [line for line in rest if line.strip()]
    if first.startswith(" ") and lines:
        lines.append(first)
    least = min((len(line) - len(line.lstrip(" ")) for line in lines), default=0)
    if first.startswith(" "):
        first = first[least:] if lines else first.strip()
    return "\n".join([first, *(line[least:] for line in rest)]).rstrip()


@lru_cache(maxsize=256)
def written(key: str, text: str, indent: str) -> str:
    """` = text` in Fluent. Raises RefusedError with the line where it cannot be read."""
    if CONTROL.search(text):
        raise RefusedError(key, _("Hier staat een teken in dat niet gedrukt kan worden."))
    fault: RefusedError | None = None
    for form in dict.fromkeys((text, CONTINUED.sub(r'{"\1"}', text))):
        lines = form.split("\n")
        body = f" = {form}"
        if len(lines) > 1:
            body = " =\n" + "\n".join(f"{indent}{line}" if line else "" for line in lines)
        found = PARSER.parse(f"x{body}\n").body
        if _is_one(found) and ("{" in form or _plain(found[0]) == text):
            return body
        fault = fault or _fault(key, found, len(lines))
    raise fault or RefusedError(key, _("Deze tekst kan niet worden gelezen."))


def _is_one(found: Sequence[object]) -> bool:
    return len(found) == 1 and isinstance(found[0], ast.Message) and not found[0].attributes


def _plain(message: object) -> str:
    pattern = message.value if isinstance(message, ast.Message) else None
    return "".join(
        str(part.value)
        for part in (pattern.elements if pattern else [])
        if isinstance(part, ast.TextElement)
    )


def _fault(key: str, found: Sequence[object], lines: int) -> RefusedError:
    source = next((entry for entry in found if isinstance(entry, ast.Junk)), None)
    line = 1
    if source is not None and source.annotations and source.span:
        span = source.annotations[0].span
        at = span.start - source.span.start if span else 0
        line = str(source.content).count("\n", 0, at) + 1 - (lines > 1)
        line = min(max(1, line), lines)
    return RefusedError(
        key,
        _("Regel %(line)d kan niet worden gelezen. Kijk naar de accolades: { en }.")
        % {"line": line},
    )


def references(text: str) -> frozenset[str]:
    """What is filled in when a text is shown: `$phone`, and whatever else stands in braces."""
    found = PARSER.parse(f"x =\n    {text.replace(chr(10), chr(10) + '    ')}\n").body
    names: set[str] = set()
    for entry in found:
        if isinstance(entry, ast.Message):
            names.update(_names(entry))
    return frozenset(names)


def _names(node: object) -> Iterator[str]:
    if isinstance(node, ast.VariableReference):
        yield f"${node.id.name}"
    elif isinstance(node, ast.TermReference):
        yield f"-{node.id.name}"
    elif isinstance(node, ast.FunctionReference):
        yield f"{node.id.name}()"
    elif isinstance(node, ast.MessageReference):
        yield str(node.id.name)
    if isinstance(node, ast.BaseNode):
        for name, value in vars(node).items():
            if name != "span":
                for each in value if isinstance(value, list) else [value]:
                    yield from _names(each)
