"""What an answer over HTTP means at any back-office: not let in, too busy, out of order.

`usual` knows only what the status says by itself, and gives None where the connector has to
read on. Wrong credentials wait rather than refuse: they are wrong for every report, and right
again for every report once staff mended them.
"""

from desk.backoffices.contract import Ambiguous, TryLater
from desk.backoffices.http import Answer

MEND_WAIT_S = 900.0
"""Until someone may have mended a setting."""
BUSY_WAIT_S = 60.0
"""Where they say that it is too much, but not for how long."""
BUSY = "Het systeem neemt nu niet meer berichten aan en vraagt om te wachten."
OUT_OF_ORDER = "Het systeem is even buiten gebruik."
BROKE_DOWN = "Het systeem gaf een storing aan terwijl het bezig was."


def set_wrong(why: str) -> TryLater:
    """A setting is wrong for all reports, not this report."""
    return TryLater(why, wait_s=MEND_WAIT_S, all_wait=True)


def usual(answer: Answer, mend: str) -> TryLater | Ambiguous | None:
    """`mend` says which setting is wrong where they do not let us in."""
    match answer.status:
        case 401 | 403:
            return set_wrong(mend)
        case 429:
            return TryLater(BUSY, wait_s=answer.retry_after_s or BUSY_WAIT_S, all_wait=True)
        case 423 | 503:
            return TryLater(OUT_OF_ORDER, wait_s=answer.retry_after_s, all_wait=True)
        case status if status >= 500:
            return Ambiguous(BROKE_DOWN)
    return None
