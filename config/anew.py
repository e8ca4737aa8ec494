"""The same program again in the place of this one, as it was started: same arguments, same
environment, same process for whoever started it and waits for its end."""

import os
import signal
import sys
from collections.abc import Callable

from screens.waiting import descriptors

ENVIRONMENT = dict(os.environ)
"""As it was given to us: what runs here adds to it, and the next one must not read that."""
ENDING = (signal.SIGTERM, signal.SIGINT)


def start_anew(is_stopped: Callable[[], bool]) -> None:
    """Does not return, unless somebody asked this program to end meanwhile."""
    sys.stdout.flush()
    sys.stderr.flush()
    # Who asks from here on asks the next program, once that listens.
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    if is_stopped():
        return
    for number in sorted(descriptors() - {0, 1, 2}):
        os.set_inheritable(number, False)  # what a library left open ends here
    command = [sys.executable, *sys.orig_argv[1:]]
    os.execve(sys.executable, command, ENVIRONMENT)  # noqa: S606 - our own program, no shell


def on_end(then: Callable[[], None]) -> None:
    """Call `then` when this program is asked to end."""
    for number in ENDING:
        signal.signal(number, lambda *_: then())
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
