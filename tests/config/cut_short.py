"""An update from its first byte to its first use, cut off at one of its steps.

    python -m tests.config.cut_short STEP < asked.json

A step is anything that changes the disk: making a name durable, renaming, making or removing
a file. At step STEP this process is killed, and what was written but not yet made durable is
lost: those files are half. Without a cut the number of steps comes out.
"""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

STEPS = ("fsync", "rename", "replace", "mkdir", "unlink", "rmdir", "symlink")


class Power:
    """It goes at step `at`."""

    def __init__(self, at: int, state: Path) -> None:
        self.steps = 0
        self._at = at
        self._state = state
        self._begun = time.time_ns()
        self._durable: dict[int, int] = {}
        """Of files, by inode: how long they were when they were made durable."""

    def watched(self, step: Callable[..., Any]) -> Callable[..., Any]:
        def do(*arguments: Any, **options: Any) -> Any:
            self.steps += 1
            if self.steps == self._at:
                self._go()
            done = step(*arguments, **options)
            if step is real["fsync"]:
                found = os.fstat(arguments[0])
                self._durable[found.st_ino] = found.st_size
            return done

        return do

    def _go(self) -> None:
        for path in sorted(self._state.rglob("*")):
            if path.is_symlink() or not path.is_file():
                continue
            found = path.stat()
            if found.st_mtime_ns > self._begun and self._durable.get(found.st_ino) != found.st_size:
                os.truncate(path, found.st_size // 2)
        os.kill(os.getpid(), signal.SIGKILL)


real = {name: getattr(os, name) for name in STEPS}


def main() -> int:
    from config.shelf import Shelf  # noqa: PLC0415
    from config.updating.asking import Asked  # noqa: PLC0415 - these are slow, and not what is cut
    from config.updating.looking import update  # noqa: PLC0415
    from config.updating.outcomes import Staged  # noqa: PLC0415
    from config.updating.releases import Release  # noqa: PLC0415

    asked = Asked.model_validate_json(sys.stdin.read())
    power = Power(int(sys.argv[1]), asked.state)
    for name, step in real.items():
        setattr(os, name, power.watched(step))
    outcome = update(asked)
    assert isinstance(outcome, Staged), outcome
    shelf = Shelf(asked.state, asked.root)
    shelf.in_use = shelf.choose()[0]
    shelf.switch(Release(number=outcome.number, version=outcome.version))
    after = Shelf(asked.state, asked.root)
    after.in_use = after.choose()[0]
    after.prove()
    after.tidy()
    sys.stdout.write(f"{power.steps}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
