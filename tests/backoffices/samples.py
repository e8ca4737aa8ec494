"""backoffices.yaml as a test needs it, and routes to what stands in it."""

import json
from pathlib import Path
from typing import Any

import yaml


def write_backoffices(path: Path, **backoffices: dict[str, Any]) -> Path:
    """Private, as the registry wants it. Underscores in names become dashes."""
    lines = {name.replace("_", "-"): each for name, each in backoffices.items()}
    path.write_text(yaml.safe_dump(json.loads(json.dumps(lines))))
    path.chmod(0o600)
    return path
