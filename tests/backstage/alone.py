"""A visit that is played in an interpreter of its own, where no other test has left anything.

A look through memory takes as long as there is memory: late among thousands of tests it takes
seconds, here a fraction of one. All that is found here is what a kiosk has made, and nothing
of it is left out: what was there before the visit is looked through as well.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import kiosk.recorder
from tests.backstage.forgetful_desk import forgetful_desk
from tests.backstage.whole_kiosk import Machine

ROOT = Path(__file__).resolve().parents[2]
HANGS_AFTER_S = 300
"""Only what never ends waits as long as this."""

Scene = Callable[[Machine], None]
_scenes: dict[str, Scene] = {}


def alone(scene: Scene) -> Callable[[Path], None]:
    """What pytest calls starts the other interpreter; that one plays the scene."""
    _scenes[scene.__name__] = scene

    def test(tmp_path: Path) -> None:
        play = f"from tests.backstage.alone import play; play{scene.__module__, scene.__name__}"
        done = subprocess.run(
            [sys.executable, "-c", play, str(tmp_path)],
            cwd=ROOT,
            env={**os.environ, "SDL_AUDIODRIVER": "dummy", "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=HANGS_AFTER_S,
            check=False,
        )
        assert done.returncode == 0, done.stderr

    test.__name__, test.__doc__ = scene.__name__, scene.__doc__
    return test


def play(module: str, name: str) -> None:
    """In the other interpreter: a kiosk of its real parts, and a desk that remembers nothing."""
    import_module(module)
    kiosk.recorder.MEASURE_S = 0.005
    with forgetful_desk() as desk:
        machine = Machine(Path(sys.argv[1]), desk)
        try:
            _scenes[name](machine)
        finally:
            machine.close()
