"""A town with something of everything in it, so that every staff page has something to show."""

import base64
import json
import uuid
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from config.bundle import FACTORY, version_of
from desk.answers.models import Channel, Notice
from desk.answers.telling import Told, tell
from desk.contractors.models import Contractor
from desk.fleet import beats
from desk.fleet.models import Happening, Kiosk
from desk.intake import sealing, store
from desk.intake.models import Status, StatusChange, Submission
from desk.publishing import drafts
from desk.publishing.models import Publication, Release
from kiosk.core import health
from tests.desk.handed import handed
from tests.desk.samples import appointment, seal, spoken, street_light, wav
from tests.fleet.conftest import beat_content
from tests.measuring.conftest import counted, row


def fill() -> None:
    """Into an empty desk. Everything is made by the desk's own code where it has some."""
    _submissions()
    _kiosks()
    _bundle()
    _counts()


def _submissions() -> None:
    sealing.make_key_pair()
    kiosk = _kiosk("ZUIL-1")
    key = base64.b64decode(sealing.public_key())

    def take(content: dict[str, Any]) -> Submission:
        box = seal(json.dumps(content).encode(), key)
        assert store.take_in(uuid.UUID(content["id"]), box, kiosk) == store.Stored()
        return Submission.objects.get(pk=content["id"])

    for state in ("waiting", "unsure", "refused", "unrouted", "arrived"):
        handed(take(street_light()), state, problem="Het systeem antwoordt niet.", number="42")
    take(appointment())
    take(spoken(wav(1)))
    late = take(street_light())
    Submission.objects.filter(pk=late.pk).update(due=timezone.localdate() - timedelta(days=3))
    store.take_in(late.pk, seal(street_light(id=str(late.pk), words="Anders"), key), kiosk)
    reach = {"letter": {"postcode": "7511 AB", "house_number": "3"}, "sms": {"phone": "0612345678"}}
    for channel in ("phone", "letter", "sms"):
        contact = {"channel": channel, "phone": "0612345678"} | reach.get(channel, {})
        for language in ("nl", "ar"):
            kept = take(street_light(contact=contact, language=language))
            told = Told(Status.DONE, "De lamp brandt weer.")
            tell(kept.pk, told, source=StatusChange.Source.BACKOFFICE)
            Notice.objects.filter(submission=kept).update(
                channel=Channel(channel), state="to_do", due_at=timezone.now(), text="Dag."
            )
    firm = User.objects.create_user("firma")
    Contractor.objects.create(user=firm, firm="Jansen Licht", categories=["straat"])


def _kiosk(name: str) -> Any:
    Kiosk.objects.enrol(name)
    return Kiosk.objects.get(name=name)


def _kiosks() -> None:
    now = timezone.now()
    for number, paper in enumerate(("ok", "low", "out"), 2):
        token = Kiosk.objects.enrol(f"zuil-{number}")
        known = beats.kiosk_with(token, now)
        assert known is not None
        place = {"latitude": 52.2 + number / 100, "longitude": 6.9}
        said = beat_content(now, paper=paper, **place)
        beats.take_in(known, health.Heartbeat(**said), now)
        row = Kiosk.objects.get(name=f"zuil-{number}")
        Happening.objects.create(kiosk=row, what="paper", value=paper)
    Kiosk.objects.filter(name="zuil-3").update(trial=True)
    _kiosk("gezondheidscentrum-stroinkslanden-zuidoost")  # a name that wants more room than most


def _bundle() -> None:
    who = User.objects.filter(is_superuser=True).first() or User.objects.create_user("redactie")
    before = drafts.draft()
    version = version_of(FACTORY)
    first = Release.objects.create(
        number=1, files=before.files, version=version, made_by=who, why="Begin"
    )
    for ring in ("trial", "all"):
        Publication.objects.create(release=first, ring=ring, state="published", asked_by=who)
    text = drafts.text_of(before.files, "texts/nl.ftl")
    change = {"texts/nl.ftl": text.replace("Melding", "Bericht", 1).encode()}
    drafts.change(who, change, "Duidelijker woord", {"texts/nl.ftl": before.files["texts/nl.ftl"]})


def _counts() -> None:
    kiosk = Kiosk.objects.get(name="zuil-2")
    for days_ago in range(1, 15):
        rows = [row("visit", 40), row("completed", 30), row("abandoned", 10)]
        rows += [row("step", 35, step="wat", seconds=12), row("help", 9, step="wat")]
        counted(kiosk, rows, days_ago=days_ago)
