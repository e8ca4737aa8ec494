"""Photographs as telephones make them, with all that they tell on the side; and XML, read."""

import io
from xml.etree import ElementTree

from PIL import Image
from PIL.PngImagePlugin import PngInfo

SECRET = b"Johanna Verhoeven"


def jpeg(way_up: int = 6, colour: str = "orange", **options: bool) -> bytes:
    """With the place and the maker in its Exif, a comment, and something hanging behind it."""
    exif = Image.Exif()
    exif[0x0112] = way_up
    exif[0x013B] = SECRET.decode()  # artist
    exif.get_ifd(0x8825)[2] = (52.0, 13.0, 17.0)  # GPS latitude
    exif.get_ifd(0x8825)[1] = "N"
    file = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(file, "JPEG", exif=exif, comment=SECRET, **options)
    return file.getvalue() + b"\xff\xd8 a film of " + SECRET


def png() -> bytes:
    info = PngInfo()
    info.add_text("Author", SECRET.decode())
    file = io.BytesIO()
    Image.new("RGB", (64, 48), "green").save(file, "PNG", pnginfo=info)
    return file.getvalue()


def gif() -> bytes:
    file = io.BytesIO()
    Image.new("P", (16, 16)).save(file, "GIF")
    return file.getvalue()


def parsed(xml: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(xml)  # noqa: S314 - written by our own desk
