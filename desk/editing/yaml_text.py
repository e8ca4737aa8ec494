"""YAML that people wrote, changed in place: comments, quotes and order stay.

Values go through ruamel.yaml's round trip. Rows of a list are moved, taken out and added as
lines, together with the comments above them, which no YAML library keeps with their row.
"""

import io
import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

Path = Sequence[str | int]


def _round_trip() -> YAML:
    found = YAML()
    found.preserve_quotes = True
    found.width = 4096
    found.indent(mapping=2, sequence=4, offset=2)
    return found


def opened(text: str) -> CommentedMap:
    """The content of a file that `config.bundle` could read; empty where there is none."""
    found = _round_trip().load(text)
    return found if isinstance(found, CommentedMap) else CommentedMap()


def values(text: str) -> Any:
    """What stands in a file, as `config.problems.read_yaml` reads it."""
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders


def closed(tree: CommentedMap | CommentedSeq) -> str:
    out = io.StringIO()
    _round_trip().dump(tree, out)
    return out.getvalue() if tree else ""


def edited(text: str, change: Callable[[CommentedMap], None]) -> str:
    """The file with this change. Comments at its head stay, also where nothing else does."""
    tree = opened(text)
    head = text if not tree else "".join(itertools.takewhile(_is_head, text.splitlines(True)))
    change(tree)
    if tree and head == text:
        return f"{head.rstrip()}\n\n{closed(tree)}" if head.strip() else closed(tree)
    return closed(tree) if tree else head


def _is_head(line: str) -> bool:
    return not line.strip() or line.startswith("#")


def plain(value: object) -> Any:
    """Without what ruamel adds, to compare and to show."""
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, bool):
        return bool(value)
    for kind in (int, float, str):
        if isinstance(value, kind):
            return kind(value)
    return value


def flow(value: Any) -> Any:
    """A list or mapping on one line, in brackets."""
    found: CommentedSeq | CommentedMap
    if isinstance(value, list | tuple):
        found = CommentedSeq([flow(each) for each in value])
    elif isinstance(value, Mapping):
        found = CommentedMap({key: flow(each) for key, each in value.items()})
    elif isinstance(value, str) and (":" in value or value.replace(".", "").isdigit()):
        return DoubleQuotedScalarString(value)  # a time looks like a number to some readers
    else:
        return value
    found.fa.set_flow_style()
    return found


def listed(text: str) -> list[Any]:
    """The rows of a file that is one list."""
    found = values(text)
    return found if isinstance(found, list) else []


def with_fields(text: str, path: Path, rows: Mapping[int, Mapping[str, Any]]) -> str:
    """Rows of a list with these fields; None takes a field out. The same where nothing does."""
    there = _at(values(text), path)
    changed = {
        (at, key): each
        for at, fields in rows.items()
        for key, each in fields.items()
        if str(there[at].get(key)) != str(plain(each))  # 2753 may be a number there
    }
    if not changed:
        return text
    tree = _round_trip().load(text)
    for (at, key), each in changed.items():
        put(_at(tree, path)[at], [key], each)
    return closed(tree)


def _at(node: Any, path: Path) -> Any:
    for part in path:
        node = node[part]
    return node


def put(tree: CommentedMap, path: Sequence[str], value: Any, *, prune: bool = False) -> None:
    """Set what stands at `path`; None takes it out, and with `prune` what is left empty above."""
    *above, last = path
    nodes: list[CommentedMap] = [tree]
    for key in above:
        if not isinstance(nodes[-1].get(key), CommentedMap):
            nodes[-1][key] = CommentedMap()
        elif not nodes[-1][key]:
            nodes[-1][key].fa.set_block_style()
        nodes.append(nodes[-1][key])
    if value is not None:
        old = nodes[-1].get(last)
        if isinstance(old, CommentedMap) and isinstance(value, dict):
            _merge(old, value)
        elif plain(old) != plain(value):
            nodes[-1][last] = _kept(nodes[-1], last, value)
        return
    _drop(nodes[-1], last)
    for key, node in zip(reversed(above), reversed(nodes[:-1]), strict=True):
        if prune and not node[key]:
            _drop(node, key)


def _merge(old: CommentedMap, value: dict[str, Any]) -> None:
    for key in [key for key in old if key not in value]:
        _drop(old, key)
    for key, each in value.items():
        put(old, [key], each)


def _kept(parent: CommentedMap, key: str, value: Any) -> Any:
    """Lists that stood on one line do again, with the comment that stood behind them."""
    old = parent.get(key)
    made = flow(value) if isinstance(value, list | tuple) else value
    if isinstance(old, CommentedSeq) and isinstance(made, CommentedSeq):
        comment = old.ca.items.get(len(old) - 1) if old else None
        if old.ca.comment:
            made.ca.comment = old.ca.comment
        if comment and made:
            made.ca.items[len(made) - 1] = comment
    return made


def _drop(parent: CommentedMap, key: str) -> None:
    if key in parent:
        del parent[key]


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of a file, taken apart in lines. Each item has the comments above it."""

    before: str
    items: tuple[str, ...]
    after: str
    indent: str
    """In front of the dash of each item."""

    def made(self, items: Sequence[str]) -> str:
        return self.before + "".join(items) + self.after


def line_of(row: Mapping[str, Any], indent: str = "") -> str:
    """One new row of a list, on one line."""
    out = io.StringIO()
    _round_trip().dump(flow(row), out)
    return f"{indent}- {out.getvalue().strip()}\n"


def rows_of(text: str, path: Path) -> Rows | None:
    """The list at `path`; None where there is none that is written with a dash on each line."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    for part in path:
        node = _below(node, part)
    if not isinstance(node, yaml.SequenceNode) or node.flow_style or not node.value:
        return None
    lines = text.splitlines(keepends=True)
    if not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    ends = [_last_line(item) + 1 for item in node.value]
    starts = [item.start_mark.line for item in node.value]
    first = starts[0]
    while first > 0 and _is_about(lines[first - 1], lines[starts[0]]):
        first -= 1
    cuts = [first, *ends]
    items = ["".join(lines[a:b]) for a, b in itertools.pairwise(cuts)]
    indent = lines[starts[0]].split("-")[0]
    return Rows("".join(lines[:first]), tuple(items), "".join(lines[ends[-1] :]), indent)


def _is_about(line: str, item: str) -> bool:
    """A comment as far in as the first item is about that item."""
    margin = len(item) - len(item.lstrip(" "))
    return line.strip().startswith("#") and len(line) - len(line.lstrip(" ")) == margin > 0


def _below(node: yaml.Node | None, part: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == part), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int):
        return node.value[part] if part < len(node.value) else None
    return None


def _last_line(node: yaml.Node) -> int:
    """The line on which the last word of it stands."""
    if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
        return _last_line(node.value[-1][1])
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        return _last_line(node.value[-1])
    end = node.end_mark
    line = end.line if end.column else max(node.start_mark.line, end.line - 1)
    return int(line)
