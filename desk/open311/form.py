"""What an app sends: read whole, at most so much, and never put down on a disk unsealed.

A form, with or without files. Nobody waits long for a silent line, and large ones get the
places of large submissions (`desk.intake.bodies`).
"""

import zlib
from io import BytesIO
from typing import TypeAlias

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, QueryDict, UnreadablePostError
from django.http.multipartparser import MultiPartParser
from django.utils.datastructures import MultiValueDict

from desk.intake.bodies import PLACES, read_body, read_past
from desk.intake.pictures import MOST_BYTES
from desk.intake.uploads import InMemory
from desk.limits import address
from desk.open311.refusals import BUSY, RefusedError, bad

MOST_FORM_BYTES = 2 * MOST_BYTES
READ_PAST_BYTES = 2 * MOST_FORM_BYTES
RETRY_AFTER_S = 30
ADDRESSES = 4096
"""So many are told apart when places are given out."""
URLENCODED, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"
CUT_OFF = "The request was cut off; send it again."
NOT_A_FORM = f"Send a form as {URLENCODED}, or as {MULTIPART} with pictures in it."

Files: TypeAlias = "MultiValueDict[str, UploadedFile[bytes]]"


def read_form(request: HttpRequest) -> tuple[QueryDict, Files]:
    """The fields and files. Raises RefusedError."""
    kind = request.content_type
    if kind not in (URLENCODED, MULTIPART):
        raise bad(NOT_A_FORM)
    length = request.META.get("CONTENT_LENGTH") or ""
    if not length.isdigit():
        raise bad("Say how long the request is (Content-Length).")
    if int(length) > MOST_FORM_BYTES:
        read_past(request, READ_PAST_BYTES)
        raise bad(f"A request is at most {MOST_FORM_BYTES // 2**20} MiB, with all pictures.")
    try:
        # Kiosks have numbers above zero, so an address never takes the place of one.
        whose = -1 - zlib.crc32(address(request).encode()) % ADDRESSES
        with PLACES.taken(whose, int(length)) as place:
            if not place:
                raise RefusedError(BUSY, "Too many large requests at once.", RETRY_AFTER_S)
            body = read_body(request, int(length))
    except UnreadablePostError:
        body = None
    if body is None:
        raise bad(CUT_OFF)
    try:
        if kind == URLENCODED:
            return QueryDict(body, encoding="utf-8"), MultiValueDict()
        handlers = [InMemory(request)]
        parser = MultiPartParser(request.META, BytesIO(body), handlers, "utf-8")
        return parser.parse()
    except (BadRequest, SuspiciousOperation):  # damaged, or more fields and text than we take
        raise bad(NOT_A_FORM) from None
