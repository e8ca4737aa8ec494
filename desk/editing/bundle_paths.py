"""Which files a bundle may have, and how large: for what comes in from outside.

Names are plain, so that a path can never lead out of the folder that it is written to.
"""

import re

_NAME = r"[A-Za-z0-9][A-Za-z0-9._-]{0,98}"
_KNOWN = re.compile(
    rf"{_NAME}\.yaml|flows/{_NAME}\.yaml|texts/[a-z]{{2,3}}\.ftl|clips/[a-z]{{2,3}}/{_NAME}"
)
_TEXT = re.compile(r"[^/]+\.yaml|flows/[^/]+\.yaml|texts/[^/]+\.ftl")
MOST_FILES = 5000
MOST_BYTES = 256 * 1024 * 1024
"""Of a bundle, unpacked; as a kiosk takes it."""
MOST_PACKED = 64 * 1024 * 1024
MOST_TEXT = 1024 * 1024
"""Of one file of text: the largest of ours is 60 KB."""
MOST_CLIP = 16 * 1024 * 1024
"""A minute of sound at 22,050 Hz is 2.6 MB."""


def is_known(path: str) -> bool:
    """Whether a bundle may have a file of this name."""
    return _KNOWN.fullmatch(path) is not None


def is_text(path: str) -> bool:
    return _TEXT.fullmatch(path) is not None


def most_bytes(path: str) -> int:
    return MOST_TEXT if is_text(path) else MOST_CLIP
