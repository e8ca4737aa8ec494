"""`python -m benchmarks [NAME ...]`: measure, print one table, and keep all single values.

Ends with 0 when every figure is met, 1 when one is missed, 2 when it could not measure.
"""

import argparse
import importlib
import json
import os
import shutil
import sys
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from benchmarks.display import TooLate, Unavailable
from benchmarks.figures import Figure, table
from benchmarks.processes import ROOT
from benchmarks.stage import Stage, stage

ALL = (
    "startup",
    "tap",
    "speech",
    "memory",
    "idle",
    "sending",
    "delivery",
    "handover",
    "inbox",
    "fleet",
    "sums",
)
KEPT = ROOT / "var" / "bench"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(ALL)}")
    asked = parser.parse_args(arguments).names or list(ALL)
    if unknown := set(asked) - set(ALL):
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}")
    began = time.monotonic()
    folder = KEPT / datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    try:
        with stage(folder) as ready:
            if ready.chromium is None:
                print("There is no Chromium on this machine: nothing to compare with.")
            figures = [figure for name in asked for figure in _measured(name, ready)]
    except (Unavailable, TooLate) as sorry:
        print(sorry, file=sys.stderr)
        return 2
    finally:
        _tidy(folder)
    print(f"\n{table(figures)}\n")
    print(f"{_machine()}; {time.monotonic() - began:.0f} s in all.")
    print(f"All single values: {_keep(folder, figures)}")
    return 1 if any(figure.met is False for figure in figures) else 0


def _measured(name: str, ready: Stage) -> list[Figure]:
    began = time.monotonic()
    print(f"{name} ...", end=" ", flush=True)
    figures: list[Figure] = importlib.import_module(f"benchmarks.{name}").measure(ready)
    print(f"{time.monotonic() - began:.0f} s")
    return figures


def _tidy(folder: Path) -> None:
    """What the programs logged stays; displays, profiles and databases do not."""
    if not folder.exists():
        return
    for log in folder.glob("*/*.log"):
        shutil.copy(log, folder / f"{log.parent.name}-{log.name}")
    for part in folder.iterdir():
        if part.is_dir():
            shutil.rmtree(part)
        elif part.is_fifo():
            part.unlink()


def _keep(folder: Path, figures: Sequence[Figure]) -> Path:
    """The figures and all single values, as JSON."""
    path = folder / "figures.json"
    content = {"machine": _machine(), "figures": [figure.as_json() for figure in figures]}
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
    return path


def _machine() -> str:
    load = ", ".join(f"{value:.2f}" for value in os.getloadavg())
    return (
        f"{os.cpu_count()} cores, software rendering, Python {sys.version.split()[0]}, load {load}"
    )


if __name__ == "__main__":
    sys.exit(main())
