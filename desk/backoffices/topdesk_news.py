"""How an incident is in TOPdesk, what its caller may read, and that it is not solved.

Every customer names the processing statuses; the usual Dutch ones are known here, others stand
in the settings. Completed or closed is done, whatever the name, unless the name says that it
was refused or passed on.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from desk.backoffices.contract import News, Push, Pushed
from desk.backoffices.fields import moment
from desk.backoffices.topdesk_settings import TopdeskSettings, as_html, as_text, pointer
from desk.intake.models import FINAL_STATUSES, Status

STATUSES = {
    "aangemeld": Status.RECEIVED,
    "geregistreerd": Status.RECEIVED,
    "nieuw": Status.RECEIVED,
    "open": Status.RECEIVED,
    "in behandeling": Status.IN_PROGRESS,
    "heropend": Status.IN_PROGRESS,
    "wacht op leverancier": Status.IN_PROGRESS,
    "wachten op leverancier": Status.IN_PROGRESS,
    "gepland": Status.PLANNED,
    "ingepland": Status.PLANNED,
    "gereed": Status.DONE,
    "opgelost": Status.DONE,
    "afgemeld": Status.DONE,
    "afgehandeld": Status.DONE,
    "gesloten": Status.DONE,
    "geannuleerd": Status.CANNOT,
    "afgewezen": Status.CANNOT,
    "doorgezet": Status.FORWARDED,
}
OURS = "Bericht van de zuil"
"""Our actions begin so: what was told to the caller before one no longer holds."""
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


def news_of(
    incident: Mapping[str, Any],
    actions: Sequence[Mapping[str, Any]],
    own: Mapping[str, Status],
    link: str,
) -> News:
    theirs = str((incident.get("processingStatus") or {}).get("name") or "")
    known = {**STATUSES, **{name.casefold(): ours for name, ours in own.items()}}
    status = known.get(theirs.casefold())
    ended = bool(incident.get("completed") or incident.get("closed"))
    if ended and status not in FINAL_STATUSES:
        status = Status.DONE
    text = public_text(actions)
    telling = f"{theirs} {ended} {text}"
    changed = (incident.get("completedDate") if ended else None) or incident.get("modificationDate")
    return News(
        their_status=theirs or ("Afgemeld" if ended else "Zonder status"),
        status=status if theirs or ended else Status.RECEIVED,
        version=hashlib.sha256(telling.encode()).hexdigest(),
        text=text,
        changed_at=_moment(changed),
        number=str(incident.get("number") or ""),
        link=link,
    )


def public_text(actions: Sequence[Mapping[str, Any]]) -> str:
    """The newest action that the caller may read, unless the visitor said since then that it is
    not solved."""
    text = ""
    for each in _in_order(actions):
        told = as_text(str(each.get("memoText") or ""))
        if told.startswith(OURS):
            text = ""
        elif told and not each.get("invisibleForCaller"):
            text = told
    return text


def is_reopened(incident: Mapping[str, Any], actions: Sequence[Mapping[str, Any]]) -> bool:
    """Our action is the last one, and nobody completed it since."""
    last = as_text(str(_in_order(actions)[-1].get("memoText") or "")) if actions else ""
    return last.startswith(OURS) and not (incident.get("completed") or incident.get("closed"))


def _in_order(actions: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return sorted(actions, key=lambda each: _moment(each.get("entryDate")) or _LONG_AGO)


def _moment(said: object) -> datetime | None:
    found = moment(said)
    return found.replace(tzinfo=UTC) if found and not found.tzinfo else found


def reopened(status: str, code: str, why: str) -> dict[str, Any]:
    """Back to work, with a line for the operators."""
    return {
        "processingStatus": pointer(status),
        "completed": False,
        "closed": False,
        "action": as_html(f"{OURS} ({code}): {why}"),
        "actionInvisibleForCaller": True,
    }


def pushed(push: Push, settings: TopdeskSettings) -> Pushed | None:
    """Only which incident it is about: how it is, is read there."""
    headers = {name.casefold(): value for name, value in push.headers.items()}
    proof = headers.get(settings.push_secret_header.casefold(), "").encode()
    secret = settings.push_secret
    if secret is None or not hmac.compare_digest(proof, secret.get_secret_value().encode()):
        return None
    try:
        content = json.loads(push.body)
    except (ValueError, RecursionError):
        return None
    number = content.get(settings.push_number_field) if isinstance(content, dict) else None
    if not isinstance(number, str) or not number.strip():
        return None
    return Pushed(number=number.strip(), answer="{}")
