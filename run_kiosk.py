"""The kiosk, from its start to its end.

    python run_kiosk.py --device device.yaml
    python run_kiosk.py --mirror 127.0.0.1:8801        the same kiosk in a browser
    python run_kiosk.py --check --bundle my-bundle     what is wrong in a bundle

Ends with 0 when closed, 2 with one sentence when something must be mended first, and with
a traceback on a bug, so that whoever started it starts it again.

    config.opening      the first picture, and an answer to the first press
    config.behind       meanwhile the files are read (`config.loading`)
    config.standing     every part is built and connected, and serves visitors turn after turn
    config.anew         the end; or the same program again, between two visits
"""

import gc

gc.disable()  # imports make nothing to collect; on again when all is loaded

import argparse
import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from config.anew import on_end, start_anew  # first: it keeps the environment as it was given

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # before anything imports pygame
# Pydantic would ask every installed package whether it has something to add: none has.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from config.behind import Loading
from config.first_picture import words_now
from config.opening import Opening
from config.sorry import Sorry
from kiosk.memory import share_heaps

if TYPE_CHECKING:
    from config.started import Ending

# What is slow is imported where it is used: the first picture does not wait for it.
# ruff: noqa: E402, PLC0415

MISTAKE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    asked = _parser().parse_args(given)
    if form := os.environ.get("ZUIL_LOGS"):
        from kiosk import logs

        logs.begin(form)  # else with the parts of the kiosk, as its device file says
    try:
        if asked.check:
            return _check(asked)
        return run(asked, words_now(given))
    except Sorry as sorry:
        sys.stderr.write(f"{sorry}\n")
    except PermissionError as error:
        sys.stderr.write(f"{error.filename} cannot be used: {error.strerror}. Change its owner.\n")
    return MISTAKE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="The kiosk of Zuil.",
        epilog="Every line of the device file can also be set in the environment, as ZUIL_...",
    )
    parser.add_argument("--device", type=Path, metavar="FILE", help="what is true of this machine")
    parser.add_argument("--bundle", type=Path, metavar="DIR", help="flows, texts, colours, places")
    parser.add_argument("--state", type=Path, metavar="DIR", help="where the kiosk keeps things")
    parser.add_argument("--mirror", metavar="HOST:PORT", help="the same screen in a browser")
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--windowed", dest="fullscreen", action="store_false", default=None)
    size.add_argument("--fullscreen", dest="fullscreen", action="store_true", default=None)
    parser.add_argument("--rehearse", type=Path, metavar="FILE", help="nothing is kept or sent")
    parser.add_argument("--check", action="store_true", help="only look for mistakes in the bundle")
    return parser


def _check(asked: argparse.Namespace) -> int:
    from config.bundle import FACTORY
    from config.check import fit_bundle, missing_translations
    from config.loading import device_of

    folder = device_of(asked).bundle or FACTORY
    bundle = fit_bundle(folder, None)
    for unused in (*bundle.unused_clips, *missing_translations(bundle)):
        sys.stdout.write(f"{unused}\n")
    sys.stdout.write(f"The bundle in {folder} can be used (version {bundle.version}).\n")
    return 0


def run(asked: argparse.Namespace, words: Sequence[str]) -> int:
    """From the first picture to the last."""
    share_heaps()
    stop = threading.Event()
    on_end(stop.set)
    loading = Loading(asked)
    opening = Opening(asked, words, loading, on_closed=stop.set)
    try:
        ended = _live(opening, loading, stop)
    finally:
        opening.glass.close()
    if ended != "closed":
        start_anew(stop.is_set)
    return 0


def _live(opening: Opening, loading: Loading, stop: threading.Event) -> "Ending":
    """All that is slow is loaded behind the first picture. Until it ends in order, and why."""
    loading.behind(opening.glass.wake)
    held = opening.presses_until(lambda: loading.is_done or stop.is_set())
    loaded = loading.result()
    from config.standing import Standing, note_end

    ended: Ending = "closed"
    try:
        standing = Standing(opening, loaded, held, stop)
        held.clear()  # not kept: a code may have been scanned
        try:
            ended = standing.serve()
        finally:
            standing.put_away()
    except Sorry:
        note_end(loaded, ended)
        raise
    note_end(loaded, ended)
    return ended


if __name__ == "__main__":
    sys.exit(main())
