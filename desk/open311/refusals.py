"""Why an app is refused, as the specification has it: a number and one clear sentence."""

from dataclasses import dataclass

BAD, FORBIDDEN, UNKNOWN, TOO_OFTEN, BUSY = 400, 403, 404, 429, 503


@dataclass(frozen=True)
class RefusedError(Exception):
    """`description` tells the maker of an app what to mend. It quotes no value that was sent."""

    code: int
    description: str
    retry_after_s: int = 0


def bad(description: str) -> RefusedError:
    return RefusedError(BAD, description)
