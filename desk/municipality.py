"""Who we are, in the same spelling as on the kiosk: read from the bundle."""

from functools import lru_cache
from pathlib import Path

import yaml

from desk.bundle import folder
from kiosk.core.catalogue import Municipality


def municipality() -> Municipality:
    return _read(folder() / "bundle.yaml")


@lru_cache(maxsize=4)
def _read(path: Path) -> Municipality:
    return Municipality.model_validate(yaml.safe_load(path.read_text())["municipality"])
