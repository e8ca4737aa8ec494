"""When to try again: soon at first, then less often, never all at the same moment."""

import random

PAUSES_S = (10, 30, 60, 300, 900, 1800, 3600)
JITTER = 0.2


def pause_s(failures: int) -> float:
    """Seconds after the so-many-th failure in a row (from 1)."""
    pause = PAUSES_S[min(max(failures, 1), len(PAUSES_S)) - 1]
    return pause * random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311 - spreads load, no secret
