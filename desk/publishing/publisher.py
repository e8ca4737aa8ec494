"""The publisher: the only process that reads the keys, and signs what kiosks fetch.

    python -m desk publisher

It makes the repository say what the database says. Killed at any moment it leaves kiosks
with what they had, and the next one goes on. What it signs it has looked at once more. It
watches trials and halts them, and signs again what would expire. Files of drafts that nothing
refers to any more it takes away.
"""

import json
import logging
import tempfile
import threading
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, close_old_connections, transaction
from django.utils import timezone

from desk.publishing import keys, trial
from desk.publishing.alone import alone
from desk.publishing.drafts import write_folder
from desk.publishing.fitness import trouble_with
from desk.publishing.models import (
    Publication,
    PublicationState,
    PublisherSeen,
    PublisherTrouble,
    Release,
    Ring,
    current,
)
from desk.publishing.packing import TooLargeError, pack
from desk.publishing.publishing import RefusedError, halt, trial_kiosks
from desk.publishing.signing import Keys, SignedRepository
from desk.publishing.sweeping import take_away, unused
from desk.publishing.words import problem, said

TICK_S = 1.0
SEEN_EVERY = timedelta(seconds=10)
SWEPT_EVERY = timedelta(hours=1)
SWEPT_AT_ONCE = 20
"""Files that are taken away in one turn: nothing that is to be signed waits for the others."""
DATABASE_PAUSE_S = 3.0
DEAF_AFTER = timedelta(seconds=60)
"""A longer gap between two turns: nobody listened to the kiosks meanwhile."""
ROW = 1

log = logging.getLogger(__name__)


class Publisher:
    """Publishes until `end`, with the keys that `passphrase` opens."""

    def __init__(
        self,
        passphrase: bytes | None,
        check: Callable[[Path], dict[str, str] | None] = trouble_with,
    ) -> None:
        self._passphrase, self._check = passphrase, check
        self._repository = SignedRepository(Path(settings.REPOSITORY))
        self._stop = threading.Event()
        self._keys: Keys = {}
        self._seen_at: datetime | None = None
        self._turned_at: datetime | None = None
        self._listening_since = timezone.now()
        self._swept_at: datetime | None = None
        self._unused: list[str] = []

    def run(self) -> None:
        """Until `end`. A database that is away for a while is waited for."""
        while not self._stop.wait(TICK_S):
            try:
                self.turn(timezone.now())
            except DatabaseError:
                log.exception("the database cannot be used; trying again")
                close_old_connections()
                self._stop.wait(DATABASE_PAUSE_S)
        PublisherSeen.objects.filter(pk=ROW, trouble="").delete()

    def end(self) -> None:
        """Stop soon: what is under way ends first."""
        self._stop.set()

    def turn(self, now: datetime) -> str:
        """Do what is to be done; what is in the way, as in PublisherTrouble."""
        if self._turned_at is None or now - self._turned_at > DEAF_AFTER:
            self._listening_since = now
        self._turned_at = now
        with alone() as ours:
            if not ours:
                return ""
            try:
                self._read_keys()
                self._watch(now)
                self._publish_asked(now)
                self._repository.refresh(self._keys, now)
                trouble = PublisherTrouble.NONE
            except keys.KeysMissingError:
                trouble = PublisherTrouble.NO_KEYS
            except keys.KeyLockedError:
                trouble = PublisherTrouble.LOCKED
            except keys.WrongKeyError:
                trouble = PublisherTrouble.WRONG_KEYS
            except OSError:
                log.exception("the repository cannot be written; trying again")
                trouble = PublisherTrouble.DISK
            self._tell(now, trouble)
            self._sweep(now)
        return str(trouble.value)

    def _read_keys(self) -> None:
        """Anew when other files lie there: the keys were replaced beside us."""
        folder = Path(settings.PUBLISHING_KEYS)
        if not self._keys or keys.names_in(folder) != self._keys.keys():
            self._keys = keys.read_all(folder, self._passphrase)
        if not self._repository.has_begun():
            raise keys.KeysMissingError("There is no root yet.")

    def _publish_asked(self, now: datetime) -> None:
        asked = Publication.objects.filter(state=PublicationState.ASKED).order_by("pk")
        for publication in asked.select_related("release"):
            packed, trouble = self._looked_at(publication.release)
            with transaction.atomic():
                if self._settle(publication, trouble, now):
                    self._bring_up_to_date(now, packed)
        self._bring_up_to_date(now, {})

    def _looked_at(self, release: Release) -> tuple[dict[str, bytes], dict[str, str] | None]:
        """The packed bundle by the name of its file, and what is wrong with it."""
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_folder(release.files, folder)
            try:
                packed = {file_of(release): pack(folder)}
            except TooLargeError as error:
                return {}, problem("too_large", detail=error)
            return packed, self._check(folder)

    def _settle(
        self, publication: Publication, trouble: dict[str, str] | None, now: datetime
    ) -> bool:
        """Write down what becomes of it; whether it is published."""
        states, ring = PublicationState, publication.ring
        asked = Publication.objects.select_for_update().filter(pk=publication.pk)
        if not asked.filter(state=states.ASKED).exists():
            return False  # somebody took it back
        there = current(ring)
        if there and there.release_id >= publication.release_id:
            trouble = problem("older")
        if trouble:
            asked.update(state=states.FAILED, problem=trouble)
            log.warning("release %s was not published", publication.release_id)
            return False
        over = Publication.objects.filter(state=states.PUBLISHED)
        over.filter(ring=ring).update(state=states.REPLACED)
        if ring == Ring.ALL:  # a trial kiosk takes the higher number, so the trial is over
            lower = over.filter(ring=Ring.TRIAL, release_id__lte=publication.release_id)
            lower.update(state=states.REPLACED)
        watched = trial.first_look() if ring == Ring.TRIAL else {}
        asked.update(state=states.PUBLISHED, published_at=now, watched=watched)
        log.info("release %s is published to %s", publication.release_id, ring)
        return True

    def _bring_up_to_date(self, now: datetime, packed: Mapping[str, bytes]) -> None:
        """Let the repository say what the database says."""
        published = {ring: current(ring) for ring in (Ring.ALL, Ring.TRIAL)}
        releases = {ring: each.release if each else None for ring, each in published.items()}
        said = {
            "format": 1,
            "trial": _named(releases[Ring.TRIAL]),
            "all": _named(releases[Ring.ALL]),
            "trial_kiosks": trial_kiosks(),
        }
        content = json.dumps(said, sort_keys=True).encode()
        if content == self._repository.releases():
            return
        bundles = {
            file_of(each): partial(_pack, each, packed) for each in releases.values() if each
        }
        self._repository.publish(content, bundles, self._keys, now)

    def _watch(self, now: datetime) -> None:
        """Halt the trial where its kiosks are not well."""
        there = current(Ring.TRIAL)
        if there is None or there.published_at is None:
            return
        found = trial.verdict(there, now, self._listening_since)
        if found is None:
            return
        try:
            halt(there, None, said(found), found)
        except RefusedError:  # they have what all have: nothing better can be given
            return
        log.warning("the trial of release %s is halted", there.release_id)

    def _sweep(self, now: datetime) -> None:
        """Take away some of the files that nothing refers to."""
        if self._swept_at is None or now - self._swept_at >= SWEPT_EVERY:
            self._swept_at, self._unused = now, unused(now)
        piece, self._unused = self._unused[:SWEPT_AT_ONCE], self._unused[SWEPT_AT_ONCE:]
        if piece and (gone := take_away(piece, now)):
            log.info("files that nothing referred to any more: %d are gone", gone)

    def _tell(self, now: datetime, trouble: PublisherTrouble) -> None:
        """Let the pages know that we are at work, or why not."""
        known = self._seen_at and now - self._seen_at < SEEN_EVERY
        if known and not trouble:
            return
        PublisherSeen.objects.update_or_create(
            pk=ROW, defaults={"seen_at": now, "trouble": trouble.value}
        )
        self._seen_at = None if trouble else now


def file_of(release: Release) -> str:
    return f"bundle-{release.number}.zip"


def _named(release: Release | None) -> dict[str, object] | None:
    if release is None:
        return None
    return {"number": release.number, "file": file_of(release), "version": release.version}


def _pack(release: Release, packed: Mapping[str, bytes]) -> bytes:
    if file_of(release) in packed:
        return packed[file_of(release)]
    with tempfile.TemporaryDirectory() as folder:
        write_folder(release.files, Path(folder))
        return pack(Path(folder))
