"""The words that keys are locked with: typed, or in a file. Never on a command line."""

import getpass
import os
import sys
from pathlib import Path

ONLINE = "ZUIL_DESK_PASSPHRASE_FILE"
ROOT = "ZUIL_DESK_ROOT_PASSPHRASE_FILE"
SHORTEST = 12


class NoPassphraseError(Exception):
    """There is none to be had. The message says how to give one."""


def known(what: str, variable: str) -> bytes:
    """The passphrase of a key that there is. Raises NoPassphraseError."""
    if (from_file := _from_file(variable)) is not None:
        return from_file
    _asked_by_a_person(what, variable)
    return getpass.getpass(f"Passphrase of {what}: ").encode()


def new(what: str, variable: str) -> bytes:
    """A passphrase for a key that is being made, typed twice."""
    if (from_file := _from_file(variable)) is not None:
        return _long_enough(from_file)
    _asked_by_a_person(what, variable)
    first = getpass.getpass(f"New passphrase for {what}: ")
    if first != getpass.getpass("The same again: "):
        raise NoPassphraseError("These were two different passphrases; nothing was changed.")
    return _long_enough(first.encode())


def _from_file(variable: str) -> bytes | None:
    named = os.environ.get(variable)
    if not named:
        return None
    try:
        return Path(named).read_bytes().rstrip(b"\r\n")
    except OSError as error:
        raise NoPassphraseError(
            f"The passphrase file of {variable} cannot be read: {error.strerror}."
        ) from None


def _asked_by_a_person(what: str, variable: str) -> None:
    if not sys.stdin.isatty():
        raise NoPassphraseError(
            f"There is nobody to type the passphrase of {what}. Put it in a private file and "
            f"name that file in {variable}."
        )


def _long_enough(passphrase: bytes) -> bytes:
    if len(passphrase) < SHORTEST:
        raise NoPassphraseError(f"A passphrase has at least {SHORTEST} characters.")
    return passphrase
