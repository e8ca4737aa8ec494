"""A desk with very many submissions, as after some years: `python -m benchmarks.many COUNT`.

Fills the state folder that `ZUIL_DESK_STATE` names and prints the key of a session in which
a member of staff has logged in. One in ten is still open; of those some are late, wait,
were refused or have no route. Every submission has its text to search by, its hand-over
and its history.
"""

import json
import os
import random
import sys
import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "desk.settings")
django.setup()

# ruff: noqa: E402, S311 - models can only be imported after setup; made-up data is no secret
from django.contrib.auth import login
from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest
from django.utils import timezone
from stdnum import damm

from desk.backoffices.models import Handover, HandoverNote
from desk.first_start import prepare
from desk.fleet.models import Kiosk
from desk.intake.models import Recording, SearchText, Status, StatusChange, Submission
from desk.intake.store import search_text
from desk.open311.models import App

AT_ONCE = 2000
EVERY = timedelta(minutes=15)
"""Between two submissions: 100,000 of them in three years."""
KINDS = {
    "melding": ("Melding", "Lamp brandt niet", "verlichting/lamp-uit", "Gat of losse stenen"),
    "klacht": ("Klacht, compliment of idee", "", "", ""),
    "afspraak": ("Afspraak", "", "", ""),
    "terugbellen": ("Bel mij terug", "", "", ""),
}
STREETS = ("Marktstraat", "Dorpsweg", "Stationsplein", "Kerkstraat", "Beatrixlaan", "Havenkade")
WORDS = "De lamp voor mijn deur is al drie weken kapot. " * 6
STATES = ("refused", "unsure", "unrouted", "waiting")
State = Handover.State


def fill(count: int) -> None:
    luck = random.Random(count)
    now = timezone.now()
    kiosks = [Kiosk.objects.create(name=f"ZUIL-{n}", token_digest=f"k{n}") for n in range(1, 41)]
    app = App.objects.create(name="BuitenBeter", key_digest="a1")
    for start in range(0, count, AT_ONCE):
        numbers = range(start, min(start + AT_ONCE, count))
        some = [_submission(luck, now - EVERY * (count - n), kiosks, app) for n in numbers]
        with transaction.atomic():
            _keep(some)
            _keep([SearchText(submission=each, text=_searched(each)) for each in some])
            handovers = [_handover(each, luck) for each in some]
            _keep(handovers)
            _keep([HandoverNote(handover=each, what="Aangekomen.") for each in handovers])
            _keep([_change(each) for each in some if each.status != Status.RECEIVED])
            _keep([_recording(each) for each in some if luck.random() < 0.1])


def _keep(rows: Sequence[Model]) -> None:
    if rows:
        type(rows[0])._default_manager.bulk_create(rows)


def _submission(
    luck: random.Random, received: datetime, kiosks: list[Kiosk], app: App
) -> Submission:
    digits = f"{luck.randrange(10**11):011d}"
    now = timezone.now()
    flow = luck.choice(list(KINDS))
    title, lamp, key, stone = KINDS[flow]
    is_open = luck.random() < 0.1
    open_ones, closed = ("received", "in_progress", "planned"), ("done", "cannot", "forwarded")
    due = timedelta(days=luck.randrange(-5, 60) if is_open else -30)
    place = f"{luck.choice(STREETS)} {luck.randrange(1, 200)}"
    by_app = flow == "melding" and luck.random() < 0.2
    return Submission(
        id=uuid.UUID(int=luck.getrandbits(128), version=4),
        code=digits + str(damm.calc_check_digit(digits)),
        kiosk=None if by_app else luck.choice(kiosks),
        app=app if by_app else None,
        received_at=received,
        changed_at=received,
        flow=flow,
        title=title,
        category=luck.choice((lamp, stone)),
        category_key=key,
        place=place if flow == "melding" else "",
        language="nl",
        due=(now + due).date() if flow == "melding" else None,
        status=luck.choice(open_ones) if is_open else luck.choices(closed, (8, 1, 1))[0],
        sentence="" if is_open else "Wij hebben dit opgelost. Dank u wel voor uw bericht.",
        answered_at=None if is_open else received,
        not_solved_at=now if is_open and luck.random() < 0.02 else None,
        routed=True,
        raw=json.dumps({"words": WORDS, "answers": [{"question": WORDS, "shown": WORDS}] * 4}),
    )


def _searched(submission: Submission) -> str:
    return search_text(submission, _number(submission))


def _number(submission: Submission) -> str:
    return f"SIG-{submission.id.int % 1_000_000}"


def _handover(submission: Submission, luck: random.Random) -> Handover:
    stuck = submission.is_open and luck.random() < 0.3
    state = luck.choice(STATES) if stuck else "arrived"
    return Handover(
        submission=submission,
        backoffice="" if state == "unrouted" else luck.choice(("straat", "klant")),
        target="wegen-verkeer-straatmeubilair/straatmeubilair",
        state=state,
        made_at=submission.received_at,
        journal={"report": {"begun": "2026-11-26T10:00:00+00:00", "done": {"id": "1"}}},
        begun=not stuck,
        maybe_twice=luck.random() < 0.001,
        next_try=timezone.now() if state == "waiting" else None,
        problem="De categorie bestaat niet meer in Signalen. Kies een andere bij Routes." * stuck,
        number="" if stuck else _number(submission),
        arrived_at=None if stuck else submission.received_at,
    )


def _change(submission: Submission) -> StatusChange:
    return StatusChange(
        submission=submission,
        at=submission.received_at,
        source=StatusChange.Source.BACKOFFICE,
        via="straat",
        status=submission.status,
        sentence=submission.sentence,
    )


def _recording(submission: Submission) -> Recording:
    return Recording(
        submission=submission, place=0, step="vertel", seconds=9, digest="none", sealed=b"0" * 2000
    )


def log_in() -> str:
    """The key of a session of a member of staff who may do everything."""
    user = User.objects.create_user("beheer", is_staff=True, is_superuser=True)
    request = HttpRequest()
    request.session = SessionStore()
    login(request, user, "django.contrib.auth.backends.ModelBackend")
    request.session.save()
    return str(request.session.session_key)


if __name__ == "__main__":
    prepare()
    fill(int(sys.argv[1]))
    print(log_in())
