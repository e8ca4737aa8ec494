"""A kiosk's start screen as a picture: looked at before it is kept, and only a picture.

A PNG of at most 400 KB, no larger than a screen, whole, unpacked once to be certain that it
holds as many pixels as it says and not a gigabyte more. Texts and times in it are left out.
"""

import struct
import zlib

from desk.intake.pictures import photograph

MOST_BYTES = 400_000
MOST_PIXELS = 4096
MOST_AREA = 4096 * 2304
_PNG = b"\x89PNG\r\n\x1a\n"
_BANDS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Numbers for a pixel by its colour type (PNG, 11.2.2)."""
_DEPTHS = (1, 2, 4, 8, 16)
_PIECE = 64 * 1024


def start_screen(content: bytes) -> bytes | None:
    """What is to be kept; None where it is no such picture."""
    if len(content) > MOST_BYTES or not content.startswith(_PNG):
        return None
    found = photograph(content)
    if found is None:
        return None
    try:
        return found.content if _is_whole(found.content) else None
    except (struct.error, zlib.error):
        return None


def _is_whole(content: bytes) -> bool:
    length, kind, width, height, depth, colour, packing, filters, woven = struct.unpack_from(
        ">I4sIIBBBBB", content, len(_PNG)
    )
    if (length, kind) != (13, b"IHDR") or colour not in _BANDS or depth not in _DEPTHS:
        return False
    if (packing, filters, woven) != (0, 0, 0):
        return False
    if not (0 < width <= MOST_PIXELS and 0 < height <= MOST_PIXELS) or width * height > MOST_AREA:
        return False
    expected: int = height * (1 + (width * _BANDS[colour] * depth + 7) // 8)
    return _unpacked(content, expected + 1) == expected


def _unpacked(content: bytes, most: int) -> int:
    """How many bytes the pixels come to; stops at `most`, however small it is packed."""
    unpack, count, at = zlib.decompressobj(), 0, len(_PNG)
    while at < len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        piece = content[at + 8 : at + 8 + length]
        (check,) = struct.unpack_from(">I", content, at + 8 + length)
        if zlib.crc32(kind + piece) != check:
            return -1
        at += 12 + length
        if kind != b"IDAT":
            continue
        while piece and count < most:
            count += len(unpack.decompress(piece, _PIECE))
            piece = unpack.unconsumed_tail
    return count if unpack.eof and not unpack.unused_data else -1
