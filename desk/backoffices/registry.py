"""Which back-offices there are: backoffices.yaml, checked to the line, and their connectors.

    straat:
      kind: signalen
      url: https://meldingen.example.org/signals
      token: ...
    klantcontact:
      kind: openklant
      ...

The file holds secrets, so it is private (mode 0600) and no message quotes what stands in it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings
from pydantic import ValidationError

from config.problems import Mistakes, Problem, mistakes_of
from desk.backoffices.contract import Connector, Settings
from desk.private_yaml import read_private_yaml

KINDS = {
    "signalen": "signalen.Signalen",
    "signalen-public": "signalen_public.SignalenPublic",
    "mor": "mor.Mor",
    "openklant": "openklant.OpenKlant",
    "open311": "open311.Open311",
    "topdesk": "topdesk.Topdesk",
    "mail": "mail.Mail",
}
"""The name of a kind in the file, and the module and class that speak it."""
NAME = re.compile(r"[a-z][a-z0-9-]{0,60}")


@dataclass(frozen=True, slots=True)
class BackOffice:
    """One back-office: its name in the file, how it is set up, and who speaks to it."""

    name: str
    settings: Settings
    connector: Connector


def connector_type(kind: str) -> type[Connector]:
    module, name = KINDS[kind].split(".")
    found: type[Connector] = getattr(import_module(f"desk.backoffices.{module}"), name)
    return found


def load(path: Path | None = None) -> dict[str, BackOffice]:
    """All back-offices by name; none where there is no file. Raises Mistakes."""
    path = path or settings.BACKOFFICES
    if not path.exists():
        return {}
    read = {name: _settings(path, name, content) for name, content in _lines(path).items()}
    problems = [problem for found in read.values() if isinstance(found, Mistakes)
                for problem in found.problems]  # fmt: skip
    if problems:
        raise Mistakes(problems)
    return {
        name: BackOffice(name, found, connector_type(found.kind)(name, found))
        for name, found in read.items()
        if isinstance(found, Settings)
    }


def cached() -> dict[str, BackOffice]:
    """As `load`, read again only where the file has changed."""
    path: Path = settings.BACKOFFICES
    try:
        found = path.stat()
        version = (found.st_mtime_ns, found.st_size)
    except OSError:
        version = (0, 0)
    return _cached(path, version)


@lru_cache(maxsize=2)
def _cached(path: Path, version: tuple[int, int]) -> dict[str, BackOffice]:  # noqa: ARG001 - to know a change by
    return load(path)


def _lines(path: Path) -> Mapping[str, Any]:
    content = read_private_yaml(path)
    if not isinstance(content, dict):
        what = "name each back-office, and set its lines in under it: 'straat:', then 'kind: mor'."
        raise Mistakes([Problem(path.name, 1, what)])
    return {str(name): lines for name, lines in content.items()}


def _settings(path: Path, name: str, content: object) -> Settings | Mistakes:
    """What stands under one name, or what is wrong with it."""
    if not NAME.fullmatch(name):
        return _mistake(path, name, f"'{name}' is not a name that can be used. Use small letters, "
                        "digits and dashes, beginning with a letter.")  # fmt: skip
    kind = content.get("kind") if isinstance(content, dict) else None
    if kind not in KINDS:
        return _mistake(path, name, f"'{name}' needs a line 'kind:' with one of: "
                        f"{', '.join(KINDS)}.")  # fmt: skip
    try:
        return connector_type(kind).settings_type.model_validate(content)
    except ValidationError as error:
        placed = ValidationError.from_exception_data(
            name,
            [
                {
                    "type": item["type"],
                    "loc": (name, *item["loc"]),
                    "input": None,
                    "ctx": item.get("ctx", {}),
                }
                for item in error.errors(include_input=False, include_url=False)
            ],
            hide_input=True,
        )
        return mistakes_of(placed, path, path.name)


def _mistake(path: Path, name: str, what: str) -> Mistakes:
    lines = path.read_text(encoding="utf-8").splitlines()
    found = next((at for at, line in enumerate(lines, 1) if line.startswith(f"{name}:")), 0)
    return Mistakes([Problem(path.name, found, what)])
