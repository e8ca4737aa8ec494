"""Reads ESC/POS as a printer does, and gives back the paper.

Written from the command reference, and knowing nothing of how the bytes were made: it is
the independent witness that what was drawn is what comes out. Anything that it does not
know is an error, so nothing can slip into a receipt unseen.
"""

from dataclasses import dataclass, field

ESC_INIT = b"\x1b@"
ESC_FEED = b"\x1bd"
GS_RASTER = b"\x1dv0"
GS_CUT = b"\x1dV\x42"


@dataclass
class Paper:
    """Rows of dots as bytes, each as wide as it was sent."""

    rows: list[bytes] = field(default_factory=list)
    raster_heights: list[int] = field(default_factory=list)
    cuts: int = 0
    line_feeds: int = 0
    inits: int = 0

    def dots(self, width: int) -> bytes:
        """All rows at the full width of the paper."""
        assert all(len(row) * 8 <= width for row in self.rows), "wider than the print head"
        return b"".join(row.ljust(width // 8, b"\0") for row in self.rows)


def replay(data: bytes) -> Paper:
    paper = Paper()
    at = 0
    while at < len(data):
        if data.startswith(ESC_INIT, at):
            paper.inits += 1
            at += 2
        elif data.startswith(ESC_FEED, at):
            paper.line_feeds += data[at + 2]
            at += 3
        elif data.startswith(GS_CUT, at):
            paper.cuts += 1
            at += 4
        elif data.startswith(GS_RASTER, at):
            scale, width, height = data[at + 3], _word(data, at + 4), _word(data, at + 6)
            assert scale == 0, "not one dot for one dot"
            at += 8
            assert at + width * height <= len(data), "a raster block that ends too soon"
            paper.raster_heights.append(height)
            paper.rows += [data[at + row * width :][:width] for row in range(height)]
            at += width * height
        else:
            raise AssertionError(f"unknown command {data[at : at + 4]!r} at {at}")
    return paper


def _word(data: bytes, at: int) -> int:
    return data[at] + 256 * data[at + 1]
