"""From what an app sends to a submission, as a kiosk would have made it: complete, in Dutch.

    service_code      flow, category and promise
    lat and long, address_string      where it is; an address stays as it was written
    attribute[...]    answers; what no step asks is kept for staff under its own name
    description       the own words
    email, phone      how the answer goes: by mail, else by telephone, else not at all
    media_url         an address only: what lies there is not fetched, since an address that
                      somebody else chooses may lead into the municipality's own network

An app that sends the same again under the same key (`Idempotency-Key`, or
`attribute[zuil_reference]`) gets the first one back.
"""

import math
import re
import uuid
from collections.abc import Iterator, Mapping

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import QueryDict
from django.utils import timezone

from desk.codes import new_code
from desk.open311.models import App
from desk.open311.refusals import UNKNOWN, RefusedError, bad
from desk.open311.services import Service, Services
from kiosk.core import filing, inputs, walk
from kiosk.core.flow import Step, holds, path
from kiosk.core.submission import Answer, Channel, Contact, Location, Submission

STAFF = "nl"
LONGEST_DESCRIPTION = 4000
LONGEST_ADDRESS = 200
LONGEST_VALUE = 1000
MOST_MORE = 20
MOST_ADDRESSES = 3
REFERENCE = "zuil_reference"
MEDIA_URL = "Adres van een foto (niet opgehaald)"
"""The question beside `media_url`, for staff."""
_NAMESPACE = uuid.UUID("5d0c3c8e-52a7-4d0b-9a59-0f7c8a3f0311")
_ATTRIBUTE = re.compile(r"attribute\[([\w.-]{1,50})\](?:\[\])?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def service_asked(form: QueryDict, offered: Services) -> Service:
    code = form.get("service_code", "")
    if not code:
        raise bad("Say which service it is for: service_code.")
    if code not in offered:
        raise RefusedError(UNKNOWN, "There is no service with this service_code.")
    return offered[code]


def filed(form: QueryDict, service: Service, app: App, language: str, key: str) -> Submission:
    """The submission. Raises RefusedError with what the app has to mend."""
    given, more = _attributes(form, service)
    key = key or more.pop(REFERENCE, "")
    words = _words(form, "description", LONGEST_DESCRIPTION)
    words_step = service.step_that_means("words")
    contact = _contact(form)
    answers = _counted(service, given)
    _complain_of_missing(service, answers, contact, words)
    if words and words_step:
        answers[words_step.step] = words
    terminal, flow = service.terminal, service.flow
    text = terminal.texts.text
    return Submission(
        id=uuid.uuid5(_NAMESPACE, f"{app.pk} {key}") if key else uuid.uuid4(),
        code=new_code(),
        kiosk=app.name,
        bundle=terminal.bundle,
        flow=flow.flow,
        title=text(STAFF, f"flow-{flow.flow}.title").shown,
        language=language,
        made_at=timezone.localtime().isoformat(timespec="seconds"),
        category=filing.category_of(terminal, flow, answers, STAFF),
        location=_location(form, needed=service.step_that_means("location") is not None),
        words=words,
        contact=contact,
        answers=(
            *(
                Answer(
                    step=step.step,
                    question=text(STAFF, f"{flow.flow}-{step.step}").shown,
                    value=answers[step.step],
                    shown=filing.shown_answer(terminal, flow, step, answers, STAFF),
                )
                for step in flow.steps
                if step.step in answers
            ),
            *_more(form, more),
        ),
    )


def _attributes(form: QueryDict, service: Service) -> tuple[dict[str, str], dict[str, str]]:
    """What was answered to the questions of the service, and what else was sent along."""
    questions = {step.step: step for step in service.questions()}
    given: dict[str, str] = {}
    more: dict[str, str] = {}
    for name in form:
        if not (found := _ATTRIBUTE.fullmatch(name)):
            continue
        code, values = found[1], [value for value in form.getlist(name) if value.strip()]
        if any(len(value) > LONGEST_VALUE for value in values):
            raise bad(f"attribute[{code}] is longer than {LONGEST_VALUE} characters.")
        step = questions.get(code)
        if step is None:
            more[code] = _tidy(", ".join(values))
        elif values:
            given[code] = _answer(service, step, values)
    if len(more) > MOST_MORE:
        raise bad(f"More than {MOST_MORE} attributes that this service does not have.")
    return given, {code: value for code, value in more.items() if value}


def _answer(service: Service, step: Step, values: list[str]) -> str:
    """The value as a kiosk keeps it."""
    if len(values) > 1:
        raise bad(f"attribute[{step.step}] takes one value.")
    if step.ask == "choice":
        options = walk.options(service.terminal, service.flow, step, service.chosen)
        if values[0] not in {option.value for option in options}:
            raise bad(f"attribute[{step.step}] is none of the keys in the service definition.")
        return values[0]
    value = inputs.tidy(inputs.add(step.ask, "", " ".join(values[0].split())))
    if not inputs.is_whole(step.ask, value, service.terminal.code_is_valid):
        raise bad(f"attribute[{step.step}] is not what is asked for ({step.ask}).")
    return value


def _counted(service: Service, given: Mapping[str, str]) -> dict[str, str]:
    """The answers that belong to this way through the form; others are of no account."""
    return walk.counted(service.terminal, service.flow, {**given, **service.chosen})


def _complain_of_missing(
    service: Service, answers: Mapping[str, str], contact: Contact, words: str
) -> None:
    known = contact.model_dump()
    for step in path(service.flow, answers):
        if step.skip or step.step in answers:
            continue
        if step in service.questions():
            raise bad(f"attribute[{step.step}] is missing.")
        if step.means == "words" and not words:
            raise bad("This service needs a description.")
        if step.means == "contact" and not known.get(str(step.ask)):
            raise bad(f"This service needs {_FIELDS.get(str(step.ask), step.ask)}.")
    if not holds(service.flow.send_when, answers):
        needed = " and ".join(
            f"attribute[{name}]={'|'.join(values)}"
            for name, values in service.flow.send_when.items()
        )
        raise bad(f"This service only takes requests with {needed}.")


_FIELDS = {"name": "first_name or last_name"}


def _more(form: QueryDict, more: Mapping[str, str]) -> Iterator[Answer]:
    for code, value in more.items():
        yield Answer(step=code, question=code, value=value, shown=value)
    addresses = [address.strip() for address in form.getlist("media_url") if address.strip()]
    if len(addresses) > MOST_ADDRESSES:
        raise bad(f"At most {MOST_ADDRESSES} media_url.")
    for address in addresses:
        if not address.startswith(("http://", "https://")) or len(address) > LONGEST_VALUE:
            raise bad("media_url is no web address, or too long.")
        tidy = _tidy(address)
        yield Answer(step="media_url", question=MEDIA_URL, value=tidy, shown=tidy)


def _location(form: QueryDict, *, needed: bool) -> Location | None:
    address = _words(form, "address_string", LONGEST_ADDRESS)
    given = [form.get(name, "").strip() for name in ("lat", "long")]
    if not any(given):
        if address:
            return Location(kind="address", label=address)
        if not needed:
            return None
        asked = "address_id is not known here; s" if form.get("address_id") else "S"
        raise bad(f"{asked}ay where it is: lat and long, or address_string.")
    try:
        latitude, longitude = map(float, given)
    except ValueError:
        latitude = longitude = math.nan
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad("lat and long are two numbers, in degrees (WGS84).")
    return Location(
        kind="address",
        label=address or f"{latitude:.5f}, {longitude:.5f}",
        latitude=latitude,
        longitude=longitude,
    )


def _contact(form: QueryDict) -> Contact:
    email = form.get("email", "").strip()
    if email:
        try:
            validate_email(email)
        except ValidationError:
            raise bad("email is not a mail address.") from None
    typed = form.get("phone", "").strip()
    phone = inputs.add("phone", "", typed)
    if typed and not inputs.is_whole("phone", phone, lambda _: False):
        raise bad("phone is not a telephone number.")
    names = (_words(form, name, 80) for name in ("first_name", "last_name"))
    channel: Channel = "mail" if email else "phone" if phone else "none"
    return Contact(channel=channel, name=" ".join(filter(None, names)), phone=phone, email=email)


def _words(form: QueryDict, name: str, longest: int) -> str:
    said = _tidy(form.get(name, ""))
    if len(said) > longest:
        raise bad(f"{name} is longer than {longest} characters.")
    return said


def _tidy(text: str) -> str:
    return _CONTROL.sub("", text.replace("\r\n", "\n")).strip()
