"""1,000 submissions that waited for a desk: how long until it has them all.

They are put into the outbox by the kiosk's own code (sealed to the desk's key, one commit
each) while the desk is down. Then the desk is started, and the kiosk with it; the time runs
from the moment at which the desk answers and the kiosk is started until the desk's
database holds all of them and the outbox is empty. It includes the start of the kiosk.
"""

import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from uuid import UUID

import yaml

from benchmarks.display import TooLate
from benchmarks.figures import Figure
from benchmarks.installation import Installation
from benchmarks.processes import end
from benchmarks.stage import Stage
from kiosk import codes
from kiosk.core.submission import Answer, Category, Contact, Location, Submission
from kiosk.outbox import Outbox, PutResult
from kiosk.sealing import seal

WAITING = 1000
LIMIT_S = 120.0
LOOK_S = 0.05


def measure(stage: Stage) -> list[Figure]:
    with Installation(stage.folder / "delivery") as installation:
        installation.stop_desk()
        _fill(installation)
        installation.start_desk()
        began = time.monotonic()
        process = installation.start_kiosk(stage.display)
        try:
            _until_delivered(installation, began + LIMIT_S)
            took_s = time.monotonic() - began
        finally:
            end(process)
    name = f"{WAITING:,} waiting submissions to a desk on SQLite"
    return [Figure(name, "s", took_s, at_most=30)]


def _fill(installation: Installation) -> None:
    enrolment = yaml.safe_load(installation.enrolment.read_text(encoding="utf-8"))
    luck = random.Random(1)  # noqa: S311 - the same submissions in every run
    outbox = Outbox(installation.outbox)
    for _ in range(WAITING):
        submission = _submission(luck, enrolment["kiosk_name"])
        saved = outbox.put(submission.id, seal(submission, enrolment["desk_public_key"]))
        assert saved is PutResult.SAVED
    outbox.close()


def _submission(luck: random.Random, kiosk: str) -> Submission:
    """A report with all that a visitor may tell."""
    return Submission(
        id=UUID(int=luck.getrandbits(128), version=4),
        code=codes.make(luck),
        kiosk=kiosk,
        bundle="factory",
        flow="melding",
        title="Melding",
        language="nl",
        made_at="2026-11-22T12:00:00+01:00",
        category=Category(
            main="verlichting",
            sub="lamp-uit",
            label="Lamp brandt niet",
            promise="Wij maken het binnen 5 werkdagen.",
            promise_days=5,
        ),
        location=Location(kind="address", label="1234 AB 12", postcode="1234AB", house_number="12"),
        words="Het is al een week donker op de hoek van de straat, bij de bushalte.",
        contact=Contact(channel="sms", phone="0612345678"),
        answers=tuple(
            Answer(step=step, question="Waar gaat het over?", value=step, shown="Een antwoord")
            for step in ("wat", "welke", "waar", "postcode", "huisnummer", "vertel", "antwoord")
        ),
    )


def _until_delivered(installation: Installation, until: float) -> None:
    submissions = "SELECT count(*) FROM intake_submission"
    while (
        _count(installation.desk_database, submissions) < WAITING
        or _count(installation.outbox, "SELECT count(*) FROM owed") > 0
    ):
        if time.monotonic() > until:
            raise TooLate("The desk does not have all submissions.")
        time.sleep(LOOK_S)


def _count(database: Path, query: str) -> int:
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True, timeout=5)) as looking:
        return int(looking.execute(query).fetchone()[0])
