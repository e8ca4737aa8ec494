"""What is wrong in a file that a person edits: where, what, and how to mend it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from config.libraries import PYDANTIC, YAML, said_by
from config.sorry import Sorry
from kiosk.core.sentences import Sentence, sentence

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake. `line` counts from 1; 0 where no line can be named."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.what}"


class Mistakes(Sorry):
    """A file cannot be used. Its text is one line for each problem."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def read_yaml(path: Path, name: str) -> Any:
    """The content of a YAML file. Raises Mistakes where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        what = sentence("this file is missing. Make it, or restore it.")
        raise Mistakes([Problem(name, 0, what)]) from None
    except (OSError, UnicodeDecodeError):
        what = sentence("this file cannot be read. It must be text in UTF-8.")
        raise Mistakes([Problem(name, 0, what)]) from None
    try:
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = sentence(
            "this is not YAML: {problem}. Look at the indents, colons and quotes here.",
            problem=said_by(YAML, f"{error.problem}"),
        )
        raise Mistakes([Problem(name, mark.line + 1 if mark else 0, what)]) from None
    except yaml.YAMLError:
        what = sentence("this is not YAML. Look for strange characters.")
        raise Mistakes([Problem(name, 0, what)]) from None
    except ValueError:  # what looks like a day or a number becomes one at once, or stumbles
        what = sentence(
            "there is a day or a number here that cannot exist. Change it, or put it in quotes."
        )
        raise Mistakes([Problem(name, _line_of_odd(text), what)]) from None


def validated(model: type[Model], content: Any, path: Path, name: str) -> Model:
    """`content` as `model`. Raises Mistakes with the line of each problem."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise mistakes_of(error, path, name) from None


def mistakes_of(error: ValidationError, path: Path | None, name: str) -> Mistakes:
    """The problems of a validation, each with the line in the file that it came from.

    The values themselves are left out: a token must not reach a terminal or a log.
    """
    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader) if path else None
    found = error.errors(include_input=False, include_url=False)
    return Mistakes(
        Problem(name, _line(root, item["loc"], item["msg"]), _sentence(item)) for item in found
    )


def line_at(path: Path, *place: str | int) -> int:
    """The line at which this part of a YAML file stands, or the deepest part of it there is."""
    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    return _line(root, place, "")


def _sentence(item: Mapping[str, Any]) -> Sentence:
    """What is wrong, in words that a clerk can act on."""
    where = ".".join(str(part) for part in item["loc"] if not str(part).startswith("literal"))
    last, context = str(item["loc"][-1]) if item["loc"] else "", item.get("ctx", {})
    match item["type"]:
        case "value_error":
            said = (*context["error"].args, None)[0]
            plain = str(item["msg"]).removeprefix("Value error, ")
            return said if isinstance(said, Sentence) else sentence(plain)
        case "extra_forbidden" | "unexpected_keyword_argument":
            return sentence(
                "'{name}' is not known here. Take it out, or mend its spelling.", name=last
            )
        case "missing":
            return sentence("'{name}' is missing. Add it.", name=last)
        case "literal_error":
            return sentence(
                "'{where}' cannot be this. Choose one of: {expected}.",
                where=where,
                expected=_expected(context["expected"]),
            )
        case "string_pattern_mismatch" if "0-9A-F" in context["pattern"]:
            return sentence(
                "'{where}' is not the code of a pictogram. Write it like 1F4A1.", where=where
            )
        case "string_pattern_mismatch" if context["pattern"].startswith("^[a-z]"):
            return sentence(
                "'{where}' is not a name that can be used. Use small letters, digits and dashes, "
                "beginning with a letter.",
                where=where,
            )
        case "tuple_type":
            return sentence(
                "'{where}' must be a list. Write it between square brackets: [one, two].",
                where=where,
            )
        case "model_type" | "dict_type" | "model_attributes_type" if where:
            return sentence("'{where}' must be lines of 'name: value'.", where=where)
        case "model_type" | "dict_type" | "model_attributes_type":
            return sentence("this file is empty.")
        case _:
            what = said_by(PYDANTIC, f"{item['msg'][0].lower()}{item['msg'][1:]}")
            return sentence("'{where}': {what}. Change it.", where=where, what=what)


def _expected(names: str) -> str:
    """`'a', 'b' or 'c'`, as pydantic says it."""
    others, _, last = names.rpartition(" or ")
    return sentence("{others} or {last}", others=others, last=last) if others else names


def _line(root: yaml.Node | None, loc: Sequence[str | int], message: str) -> int:
    """The line of the deepest part of `loc` that exists; for a named step, the step's own."""
    node = root
    line = node.start_mark.line + 1 if node else 0
    for part in loc:
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == str(part)), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            if part >= len(node.value):
                break
            node = node.value[part]
            line = node.start_mark.line + 1
    quoted = message.split("'")
    if len(quoted) > 2 and isinstance(node, yaml.MappingNode):
        line = _line_of_name(node, quoted[0].split()[-1:], quoted[1]) or line
    return line


def _line_of_odd(text: str) -> int:
    """The first value that cannot be made, such as a 31st of February."""
    waiting, seen, lines = [yaml.compose(text, Loader=yaml.SafeLoader)], set(), []
    while waiting:
        node = waiting.pop()
        if id(node) in seen:  # a part may stand in itself
            continue
        seen.add(id(node))
        match node:
            case yaml.ScalarNode():
                try:
                    yaml.SafeLoader("").construct_object(node)
                except (ValueError, yaml.YAMLError):
                    lines.append(int(node.start_mark.line) + 1)
            case yaml.SequenceNode(value=items):
                waiting += items
            case yaml.MappingNode(value=pairs):
                waiting += [each for pair in pairs for each in pair]
    return min(lines, default=0)


def _line_of_name(node: yaml.Node, kind: Sequence[str], name: str) -> int:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(value, yaml.ScalarNode) and value.value == name and key.value in kind:
                return int(key.start_mark.line) + 1
            if found := _line_of_name(value, kind, name):
                return found
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            if found := _line_of_name(item, kind, name):
                return found
    return 0
