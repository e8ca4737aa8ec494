"""Files of the administrator that hold secrets: backoffices.yaml, answers.yaml."""

from pathlib import Path
from typing import Any

from config.problems import Mistakes, Problem, read_yaml

READABLE_BY_OTHERS = 0o077


def read_private_yaml(path: Path) -> Any:
    """Its content. Raises Mistakes where it cannot be read, or can be read by others as well."""
    if path.stat().st_mode & READABLE_BY_OTHERS:
        what = f"others on this machine can read the secrets in it. Run: chmod 600 {path}"
        raise Mistakes([Problem(path.name, 0, what)])
    return read_yaml(path, path.name)
