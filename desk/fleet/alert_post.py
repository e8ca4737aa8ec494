"""Bringing messages about alerts: by mail as answers go, and to a webhook that can trust them.

    POST <the address>   Content-Type: application/json
    Zuil-Signature: t=1795738800,v1=<HMAC-SHA256 of "t.body" with the shared secret, in hex>

Anything but an answer from 200 to 299 is tried again after 1, 2, 4 ... 60 minutes, eight times
in all; the page with the settings says why. Redirects are not followed.
"""

import hashlib
import hmac
import logging
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import requests
from django.utils import timezone
from django.utils.translation import gettext as _

from config.problems import Mistakes
from desk.answers import mail, setup
from desk.backoffices.contract import Accepted, Ambiguous, Refused, Result, TryLater
from desk.fleet.alert_models import AlertMessage
from desk.fleet.overview import chosen
from desk.intake.sealing import open_box
from kiosk.core.loopback import is_this_machine

LEASE = timedelta(minutes=5)
MOST_TRIES = 8
LONGEST_WAIT = timedelta(hours=1)
TIMEOUT_S = (5.0, 10.0)
"""To reach it, and to hear from it."""

log = logging.getLogger(__name__)


def send_due(now: datetime, *, most: int = 50) -> int:
    """Bring what is due at `now`; how many were tried."""
    due = AlertMessage.objects.filter(next_try__lte=now).order_by("next_try", "id")[:most]
    count = 0
    for message in due:
        mine = AlertMessage.objects.filter(pk=message.pk, next_try=message.next_try)
        if mine.update(next_try=now + LEASE, tries=message.tries + 1):
            message.tries += 1
            _settle(message, bring(message), now)
            count += 1
    return count


def bring(message: AlertMessage) -> Result:
    """Never raises for what a network, a mail server or a file does."""
    if message.way == AlertMessage.Way.WEBHOOK:
        return _to_webhook(message)
    try:
        answers = setup.load()
    except Mistakes:
        return TryLater(_("answers.yaml kan niet worden gelezen."))
    if answers.mail is None:
        return TryLater(_("Er is geen mailserver ingesteld (answers.yaml)."))
    reference = f"zuil-alert-{message.pk}"
    return mail.send(answers.mail, message.to, message.subject, message.content, reference)


def is_allowed(url: str) -> bool:
    """Only https, or this very machine."""
    try:
        where = urlsplit(url)
        host = where.hostname or ""
        where.port  # noqa: B018 - raises where it is no number
    except ValueError:
        return False
    if where.username or where.password:
        return False
    return bool(host) and (
        where.scheme == "https" or (where.scheme == "http" and is_this_machine(host))
    )


def signature(secret: str, content: bytes, now: datetime) -> str:
    stamp = int(now.timestamp())
    signed = hmac.new(secret.encode(), f"{stamp}.".encode() + content, hashlib.sha256).hexdigest()
    return f"t={stamp},v1={signed}"


def _to_webhook(message: AlertMessage) -> Result:
    opened = open_box(bytes(chosen().webhook_secret))
    if opened is None:
        return Refused(_("De webhook heeft nog geen geheim. Maak er een."))
    if not is_allowed(message.to):
        return Refused(_("Het adres van de webhook moet met https:// beginnen."))
    content = message.content.encode()
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Zuil-desk",
        "Zuil-Signature": signature(opened.decode(), content, timezone.now()),
    }
    with requests.Session() as line:
        line.trust_env = False  # a .netrc or proxy of whoever starts the desk is not ours
        try:
            with line.post(
                message.to,
                data=content,
                headers=headers,
                timeout=TIMEOUT_S,
                allow_redirects=False,
                stream=True,  # what it says is not read
            ) as answer:
                if 200 <= answer.status_code < 300:
                    return Accepted()
                return TryLater(_("De webhook antwoordde met {code}.").format(
                    code=answer.status_code
                ))  # fmt: skip
        except requests.RequestException:
            return TryLater(_("De webhook is niet te bereiken."))


def _settle(message: AlertMessage, result: Result, now: datetime) -> None:
    row = AlertMessage.objects.filter(pk=message.pk)
    match result:
        case Accepted():
            row.update(sent_at=now, next_try=None, problem="")
        case Refused(why):
            log.warning("alert message %d was given up", message.pk)
            row.update(next_try=None, problem=why[:300])
        case TryLater(why) | Ambiguous(why) if message.tries < MOST_TRIES:
            wait = min(timedelta(minutes=2.0 ** (message.tries - 1)), LONGEST_WAIT)
            row.update(next_try=now + wait, problem=why[:300])
        case TryLater(why) | Ambiguous(why):
            log.warning("alert message %d was given up", message.pk)
            row.update(next_try=None, problem=why[:300])
