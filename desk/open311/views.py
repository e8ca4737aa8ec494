"""`/open311/v2/`: the desk as an Open311 server (GeoReport v2), in JSON and XML.

    GET  discovery, services, services/<code>, requests, requests/<id>, tokens/<token>
    POST requests        with the key of an app

Success is 200, also for POST: the specification allows 201, but clients in the wild were
made against servers that answer 200, and some take anything else for a failure.
"""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import DatabaseError
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from desk.bundle import folder
from desk.follow.texts import language_for
from desk.intake import store
from desk.intake.models import Submission
from desk.intake.pictures import MOST_BYTES, Photograph, photograph
from desk.limits import Limit, address
from desk.municipality import municipality
from desk.open311.filing import filed, service_asked
from desk.open311.form import Files, read_form
from desk.open311.models import App
from desk.open311.public import public, request_with, requests_asked, shown
from desk.open311.refusals import BUSY, FORBIDDEN, TOO_OFTEN, UNKNOWN, RefusedError, bad
from desk.open311.services import Service, services
from desk.open311.words import notice
from desk.open311.written import MEDIA_TYPES, Form, Value, written

SPECIFICATION = "http://wiki.open311.org/GeoReport_v2"
MOST_PICTURES = 3
PER_ADDRESS, PER_APP = 4, 2
"""So many times `PUBLIC_PER_MINUTE`: an app's own server asks for many people."""
LONGEST_KEY = 200
RETRY_AFTER_S = 30

View = Callable[..., HttpResponse]


def _answered(view: View) -> View:
    """A refusal is written down as the specification has it; nobody asks too often."""

    @wraps(view)
    def page(request: HttpRequest, form: Form, **kwargs: str) -> HttpResponse:
        try:
            _not_too_often(Limit("open311", PER_ADDRESS * settings.PUBLIC_PER_MINUTE, 60), request)
            _our_jurisdiction(request.GET)
            return view(request, form, **kwargs)
        except RefusedError as refused:
            return _refusal(form, refused)
        except DatabaseError:
            failing = RefusedError(BUSY, "The desk cannot do this now.", RETRY_AFTER_S)
            return _refusal(form, failing)

    return page


def _refusal(form: Form, refused: RefusedError) -> HttpResponse:
    said: list[Value] = [{"code": refused.code, "description": refused.description}]
    response = written(form, "errors", said, refused.code)
    if refused.retry_after_s:
        response["Retry-After"] = str(refused.retry_after_s)
    return response


def _not_too_often(limit: Limit, who: HttpRequest | App) -> None:
    if wait_s := limit.take(f"app {who.pk}" if isinstance(who, App) else address(who)):
        raise RefusedError(TOO_OFTEN, "Too often; wait a little.", wait_s)


def _our_jurisdiction(said: QueryDict) -> None:
    """One desk serves one town: naming it is not needed, but naming another is a mistake."""
    asked = said.get("jurisdiction_id", "")
    if asked and settings.JURISDICTION and asked != settings.JURISDICTION:
        raise RefusedError(UNKNOWN, "This jurisdiction_id is not served here.")


@require_http_methods(["GET", "HEAD"])
@_answered
def discovery(request: HttpRequest, form: Form) -> HttpResponse:  # noqa: ARG001 - as all views
    owner = municipality()
    changed = (folder() / "bundle.yaml").stat().st_mtime
    changeset = datetime.fromtimestamp(changed, UTC).isoformat(timespec="seconds")
    found: dict[str, Value] = {
        "changeset": changeset,
        "contact": f"{owner.name}, {owner.phone}",
        "key_service": f"{owner.name}, {owner.phone}",
        "endpoints": [
            {
                "specification": SPECIFICATION,
                "url": f"{settings.URL}/open311/v2",
                "changeset": changeset,
                "type": "production",
                "formats": list(MEDIA_TYPES.values()),
            }
        ],
    }
    return written(form, "discovery", found)


@require_http_methods(["GET", "HEAD"])
@_answered
def service_list(request: HttpRequest, form: Form) -> HttpResponse:
    language = _asked_language(request.GET)
    return written(form, "services", [each.listed(language) for each in services().values()])


@require_http_methods(["GET", "HEAD"])
@_answered
def service(request: HttpRequest, form: Form, code: str) -> HttpResponse:
    found: Service | None = services().get(code)
    if found is None:
        raise RefusedError(UNKNOWN, "There is no service with this service_code.")
    return written(form, "service_definition", found.definition(_asked_language(request.GET)))


@csrf_exempt  # an app shows its key, and is no browser in which somebody has logged in
@require_http_methods(["GET", "HEAD", "POST"])
@_answered
def requests(request: HttpRequest, form: Form) -> HttpResponse:
    if request.method == "POST":
        return _file(request, form)
    return written(form, "service_requests", shown(requests_asked(request.GET)))


@require_http_methods(["GET", "HEAD"])
@_answered
def one_request(request: HttpRequest, form: Form, text: str) -> HttpResponse:  # noqa: ARG001 - as all
    return written(form, "service_requests", shown([request_with(text, public())]))


@require_http_methods(["GET", "HEAD"])
@_answered
def token(request: HttpRequest, form: Form, text: str) -> HttpResponse:  # noqa: ARG001 - as all
    """We give an id at once, so a token is never needed; whoever asks with the id gets it."""
    known = Submission.objects.filter(~Q(category_key="") | Q(app__isnull=False))
    found = str(request_with(text, known).pk)
    return written(form, "service_requests", [{"service_request_id": found, "token": found}])


def _file(request: HttpRequest, form: Form) -> HttpResponse:
    said, files = read_form(request)
    _our_jurisdiction(said)
    app = App.objects.with_key(said.get("api_key", ""))
    if app is None:
        raise RefusedError(FORBIDDEN, "The api_key is missing, or it is not one of ours.")
    _not_too_often(Limit("open311-app", PER_APP * settings.PUBLIC_PER_MINUTE, 60), app)
    asked = service_asked(said, services())
    photos = _photographs(files)
    key = request.headers.get("Idempotency-Key", "")
    if len(key) > LONGEST_KEY:
        raise bad(f"An Idempotency-Key has at most {LONGEST_KEY} characters.")
    content = filed(said, asked, app, _language(request, said), key)
    kept = store.take_in_from_app(content, app, photos)
    answer: list[Value] = [
        {"service_request_id": str(kept.pk), "service_notice": notice(kept), "account_id": None}
    ]
    return written(form, "service_requests", answer)


def _photographs(files: Files) -> list[Photograph]:
    sent: list[UploadedFile[bytes]] = [file for name in files for file in files.getlist(name)]
    if len(sent) > MOST_PICTURES:
        raise bad(f"At most {MOST_PICTURES} pictures.")
    if any((file.size or 0) > MOST_BYTES for file in sent):
        raise bad(f"A picture is at most {MOST_BYTES // 2**20} MiB.")
    found: dict[str, Photograph] = {}
    for file in sent:
        photo = photograph(file.read())
        if photo is None:
            raise bad("A picture is a JPEG, PNG or GIF, and whole; one of these is not.")
        found[hashlib.sha256(photo.content).hexdigest()] = photo  # the same one twice is one
    return list(found.values())


def _language(request: HttpRequest, said: QueryDict) -> str:
    """Of whoever hands it in: as the app says, else as their browser or telephone says."""
    wishes = request.headers.get("Accept-Language", "").split(",")[:10]
    spoken = [wish.split(";")[0].split("-")[0].strip().lower() for wish in wishes]
    return language_for(said.get("lang", ""), request.GET.get("lang", ""), *spoken)


def _asked_language(asked: QueryDict) -> str:
    return language_for(asked.get("lang", ""))
