"""Which key does what on this device: taught on the staff screen, kept in `state/keys.yaml`.

    # The keys of this kiosk, as taught at the kiosk itself.
    up: 1073741906
    down: 1073741905
    select: 13

A number is a key's code (`screens.keyboard` says which). A person may edit the file or
throw it away; where it cannot be used, that is said, and the ordinary keys are.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, get_args

import yaml
from pydantic import Field, RootModel, model_validator

from config.problems import Mistakes, Problem, read_yaml, validated
from kiosk.core.events import KeyName
from kiosk.core.staff import missing

FILE = "keys.yaml"
NAMES: tuple[KeyName, ...] = get_args(KeyName)
HEAD = (
    "# The keys of this kiosk, as taught at the kiosk itself: what each does, and its code.\n"
    "# Throw this file away and the kiosk has its ordinary keys again.\n"
)
Code = Annotated[int, Field(ge=1, lt=1 << 31, strict=True)]
NEEDED = (
    "'select' and a key to move with (up, down, left, right or move), or 'switch'. Add them, "
    "or throw this file away and teach the keys again at the kiosk"
)


class Keys(RootModel[dict[KeyName, Code]]):
    """The file. No code may stand at two names, and somebody must be able to choose."""

    @model_validator(mode="after")
    def _can_be_used(self) -> "Keys":
        seen: dict[int, str] = {}
        for name, code in self.root.items():
            if code in seen:
                raise ValueError(
                    f"'{name}' has the same code as '{seen[code]}': {code}. Give each its own, "
                    "or take one of them out."
                )
            seen[code] = name
        if missing(list(self.root)) is not None:
            raise ValueError(f"with these keys nobody can choose. There must be {NEEDED}.")
        return self


def load_keys(path: Path) -> Mapping[int, KeyName] | None:
    """Codes and what they do; None where nothing was taught. Raises Mistakes."""
    if not path.exists():
        return None
    name = str(path)
    content = read_yaml(path, name)
    if isinstance(content, dict):
        strange = [key for key in content if key not in NAMES]
        if strange:
            known = ", ".join(NAMES)
            raise Mistakes(
                Problem(
                    name,
                    _line_of(path, key),
                    f"'{key}' is not something a key can do. Choose one of: {known}.",
                )
                for key in strange
            )
    found = validated(Keys, content, path, name)
    return {code: key for key, code in found.root.items()}


def keep_keys(path: Path, pairs: Iterable[tuple[KeyName, int]]) -> None:
    """Put them in the place of what was there, whole or not at all. Raises OSError."""
    content = HEAD + yaml.safe_dump(dict(pairs), sort_keys=False)
    fresh = path.with_suffix(".new")
    path.parent.mkdir(parents=True, exist_ok=True)
    with fresh.open("w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def _line_of(path: Path, key: object) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((n for n, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 1)
