"""What kiosks fetch: the files of the repository, as they lie there. No login, no cookie.

Everything but `timestamp.json` and a root that does not exist yet has a name that never
gets another content, so that a cache between may keep it for ever.
"""

import os
from pathlib import Path

from django.http import FileResponse, HttpRequest, HttpResponseBase, HttpResponseNotFound
from django.urls import re_path
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from desk.publishing.repository import metadata_folder, targets_folder

FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "public, no-cache"
CHANGES = "timestamp.json"


@require_safe
def metadata(request: HttpRequest, name: str) -> HttpResponseBase:
    return _file(request, metadata_folder() / name)


@require_safe
def target(request: HttpRequest, name: str) -> HttpResponseBase:
    return _file(request, targets_folder() / name)


def _file(request: HttpRequest, path: Path) -> HttpResponseBase:
    try:
        file = path.open("rb")
    except FileNotFoundError:  # each check of a kiosk asks for the root after the newest
        return HttpResponseNotFound(content_type="text/plain", headers={"Cache-Control": ASK_AGAIN})
    state = os.fstat(file.fileno())
    etag = f'"{state.st_mtime_ns:x}-{state.st_size:x}"'
    changed = int(state.st_mtime)
    unchanged = get_conditional_response(request, etag, changed)
    if unchanged is not None:
        file.close()
    answer = unchanged or FileResponse(file, content_type=_kind(path))
    request.session.accessed = False  # whoever asks gets the same: caches need not tell apart
    answer.headers["ETag"] = etag
    answer.headers["Last-Modified"] = http_date(changed)
    answer.headers["Cache-Control"] = ASK_AGAIN if path.name == CHANGES else FOR_EVER
    return answer


def _kind(path: Path) -> str:
    return "application/zip" if path.suffix == ".zip" else "application/json"


urlpatterns = [
    re_path(
        r"^metadata/(?P<name>timestamp\.json|[1-9][0-9]{0,8}\.(?:root|targets|snapshot)\.json)\Z",
        metadata,
    ),
    re_path(r"^targets/(?P<name>[0-9a-f]{64}\.[a-z0-9-]{1,40}\.(?:zip|json))\Z", target),
]
