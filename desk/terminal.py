"""What a command says: one sentence when it is done, one on stderr when it could not."""

import sys


def say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


def sorry(sentence: str) -> int:
    """Say why it could not be; the exit code that goes with it."""
    sys.stderr.write(sentence + "\n")
    return 1
