"""A photograph that is handed in: looked at, made to tell only what it shows, and sealed.

What it is, is read from its first bytes, never from its name. A camera writes down where
it was held, when and with which telephone; that is left out, but not which way up it is:

    JPEG    without Exif, XMP, IPTC, comments, and whatever hangs behind it
    PNG     without Exif and texts
    GIF     as it is: cameras do not make these
"""

import hashlib
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from desk.intake.models import Picture, Submission
from desk.intake.sealing import seal_for_ourselves

MOST_BYTES = 8 * 1024 * 1024
_JPEG, _PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
_GIFS = (b"GIF87a", b"GIF89a")
_EOI, _SOS, _APP1, _APP13, _COMMENT = 0xD9, 0xDA, 0xE1, 0xED, 0xFE
_END_OF_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""A marker among the pixels that does not belong to them (ITU T.81, B.1.1)."""
_EXIF = b"Exif\0\0"
_ORIENTATION = 0x0112
_UPRIGHT = 1
_TALKING_CHUNKS = (b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME")


@dataclass(frozen=True, slots=True)
class Photograph:
    media_type: str
    content: bytes


def photograph(content: bytes) -> Photograph | None:
    """What was sent, ready to keep; None where it is no JPEG, PNG or GIF, or is damaged."""
    try:
        if content.startswith(_JPEG):
            return Photograph("image/jpeg", _quiet_jpeg(content))
        if content.startswith(_PNG):
            return Photograph("image/png", _PNG + b"".join(_quiet_chunks(content)))
    except (struct.error, ValueError):
        return None
    return Photograph("image/gif", content) if content.startswith(_GIFS) else None


def keep(submission: Submission, photo: Photograph, of: Picture.Of) -> Picture:
    return Picture.objects.create(
        submission=submission,
        of=of,
        media_type=photo.media_type,
        digest=hashlib.sha256(photo.content).hexdigest(),
        sealed=seal_for_ourselves(photo.content),
    )


def _quiet_jpeg(content: bytes) -> bytes:
    kept = []
    way_up = _UPRIGHT
    for marker, segment in _segments(content):
        if marker == _APP1 and way_up == _UPRIGHT:
            way_up = _way_up(segment[4:])
        if marker not in (_APP1, _APP13, _COMMENT):
            kept.append(segment)
    exif = b"" if way_up == _UPRIGHT else _exif_of(way_up)
    return content[:2] + exif + b"".join(kept)


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and bytes of each part after the first; the pixels are with their marker."""
    at = 2
    while True:
        while content[at : at + 2] == b"\xff\xff":
            at += 1
        sign, marker = struct.unpack_from("BB", content, at)
        if sign != 0xFF:
            raise ValueError("a part of a JPEG does not begin where the one before ends")
        if marker == _EOI:
            yield marker, content[at : at + 2]
            return
        (length,) = struct.unpack_from(">H", content, at + 2)
        end = at + 2 + length
        if length < 2 or end > len(content):
            raise ValueError("a part of a JPEG is cut off")
        if marker == _SOS:
            found = _END_OF_SCAN.search(content, end)
            end = found.start() if found else len(content)
        yield marker, content[at:end]
        if end == len(content):
            return
        at = end


def _way_up(payload: bytes) -> int:
    """The orientation that Exif tells (1 to 8); 1 where it tells none."""
    if not payload.startswith(_EXIF):
        return _UPRIGHT
    tiff = payload[len(_EXIF) :]
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return _UPRIGHT
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        for number in range(count):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * number)
            if tag == _ORIENTATION:
                return value if 1 <= value <= 8 else _UPRIGHT
    except struct.error:
        pass
    return _UPRIGHT


def _exif_of(way_up: int) -> bytes:
    """Exif with nothing but the orientation."""
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, way_up, 0)
    payload = _EXIF + b"MM\0\x2a" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
    return b"\xff\xe1" + struct.pack(">H", len(payload) + 2) + payload


def _quiet_chunks(content: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while True:
        length, kind = struct.unpack_from(">I4s", content, at)
        end = at + 12 + length
        if end > len(content):
            raise ValueError("a PNG is cut off")
        if kind not in _TALKING_CHUNKS:
            yield content[at:end]
        if kind == b"IEND":
            return
        at = end
