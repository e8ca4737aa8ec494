"""What staff decide about releases: make one, publish it, stop it, go back. Nothing is signed here.

A decision is a row that the publisher takes up. What may not be is a RefusedError whose
message staff can read. Every decision has a reason, and stands in the history.
"""

import tempfile
from collections.abc import Collection
from datetime import timedelta
from pathlib import Path
from typing import cast

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from config.bundle import version_of
from desk.access.history import write_down
from desk.fleet.models import Kiosk
from desk.publishing.drafts import DRAFT, draft, files_digest, read_folder, write_folder
from desk.publishing.models import (
    Change,
    Draft,
    Files,
    Publication,
    PublicationState,
    Release,
    Ring,
    current,
)
from desk.publishing.words import problem
from desk.rehearsal.models import Examination

NO_REASON = _("Schrijf op waarom. Dat staat straks in de geschiedenis.")
UNCHANGED = _("Er is niets veranderd sinds uitgave %(number)s.")
UNEXAMINED = _("Het ontwerp is nog niet gecontroleerd. Laat het eerst controleren bij Proberen.")
EXAMINING = _("Het ontwerp wordt nog gecontroleerd. Probeer het zo opnieuw.")
UNFIT = _("In het ontwerp zitten nog fouten. Bij Proberen staat waar, en hoe u ze herstelt.")
ASKED_ALREADY = _("Deze uitgave wordt al uitgegeven.")
IS_OLDER = _("Er is al een nieuwere uitgave. Ga terug naar deze, of maak een nieuwe.")
WAS_HALTED = _(
    "Deze uitgave is gestopt. Maak een nieuwe, of ga terug naar een uitgave die goed was."
)
NO_TRIAL_KIOSKS = _("Er zijn geen proefzuilen. Kies er eerst een.")
NOT_TRIED = _(
    "Deze uitgave is nog niet op proef geweest. Zet haar eerst op proef, of kies 'nu al'."
)
TOO_SOON = _("De proef duurt nog geen %(minutes)s minuten. Wacht even, of kies 'nu al'.")
NOT_UNDER_WAY = _("Deze proef loopt niet meer.")
IS_THE_SAME = _("De proefzuilen hebben al dezelfde bundel als alle zuilen. Er is niets te stoppen.")
CANNOT_STOP_ALL = _("Deze uitgave staat op alle zuilen. Ga terug naar een eerdere uitgave.")


class RefusedError(Exception):
    """It may not be, and the message says why."""


def trial_kiosks() -> tuple[str, ...]:
    found = Kiosk.objects.filter(trial=True, revoked_at=None).order_by("name")
    return tuple(found.values_list("name", flat=True))


def content_for_all() -> Files:
    """What kiosks have that are not on trial: the release for all, else the desk's own bundle."""
    published = current(Ring.ALL)
    if published is None:
        return read_folder(Path(settings.BUNDLE))
    return cast(Files, published.release.files)


def hindrance(now_draft: Draft) -> str:
    """Why no release can be made of the draft as it is; empty where one can."""
    newest = Release.objects.first()
    if newest and newest.files == now_draft.files:
        return str(UNCHANGED) % {"number": newest.number}
    found = Examination.objects.filter(digest=files_digest(now_draft.files)).first()
    if found is None or found.state == "failed":
        return str(UNEXAMINED)
    if found.state != "done":
        return str(EXAMINING)
    return str(UNFIT) if found.problems else ""


def make_release(user: User, why: str) -> Release:
    """The draft as it is, with a number. Raises RefusedError where it is not fit."""
    _reason(why)
    draft()
    with transaction.atomic():
        now_draft = Draft.objects.select_for_update().get(pk=DRAFT)
        if trouble := hindrance(now_draft):
            raise RefusedError(trouble)
        release = _number(now_draft.files, user, why)
        Change.objects.filter(release=None).update(release=release)
        Draft.objects.filter(pk=DRAFT).update(base=release)
        write_down(user, "bundle.release", str(release.number), why)
    return release


def publish(
    release: Release, ring: str, user: User, why: str, *, at_once: bool = False
) -> Publication:
    """Ask for a release to go to a ring. Raises RefusedError."""
    _reason(why)
    draft()
    with transaction.atomic():
        _one_at_a_time()
        _may_go(release, ring)
        if ring == Ring.ALL and not at_once:
            _was_tried(release)
        if ring == Ring.TRIAL and not trial_kiosks():
            raise RefusedError(NO_TRIAL_KIOSKS)
        write_down(user, f"bundle.publish_{ring}", str(release.number), why)
        return _ask(release, ring, user, why)


def halt(
    publication: Publication, user: User | None, why: str, found: dict[str, str] | None = None
) -> Release | None:
    """End a trial: its kiosks get what all have, under a new number. Raises RefusedError.

    `user` is None where the desk does it, for what it `found`. One that was not published
    yet is only taken back, and there is no new release.
    """
    _reason(why)
    draft()
    with transaction.atomic():
        _one_at_a_time()
        publication = Publication.objects.select_for_update().get(pk=publication.pk)
        was = publication.state
        if was not in {PublicationState.ASKED, PublicationState.PUBLISHED}:
            raise RefusedError(NOT_UNDER_WAY)
        if was == PublicationState.PUBLISHED and publication.ring == Ring.ALL:
            raise RefusedError(CANNOT_STOP_ALL)
        back = content_for_all()
        if was == PublicationState.PUBLISHED and publication.release.files == back:
            raise RefusedError(IS_THE_SAME)
        who = user.get_username() if user else ""
        what = "withdrawn" if was == PublicationState.ASKED else "staff"
        publication.state = PublicationState.HALTED
        publication.problem = found or problem(what, who=who)
        publication.save(update_fields=["state", "problem"])
        write_down(user, "bundle.halt", str(publication.release_id), why)
        if was == PublicationState.ASKED:
            return None
        published = current(Ring.ALL)
        release = _number(back, user, why, published.release if published else None)
        _ask(release, Ring.TRIAL, user, why)
    return release


def roll_back(to_release: Release, user: User, why: str) -> Release:
    """Give all kiosks the content of an older release, at once, under a new number.

    What was on trial ends with it: a trial kiosk takes whatever has the higher number.
    """
    _reason(why)
    draft()
    with transaction.atomic():
        _one_at_a_time()
        release = _number(to_release.files, user, why, to_release)
        _ask(release, Ring.ALL, user, why)
        write_down(user, "bundle.roll_back", f"{to_release.number} -> {release.number}", why)
    return release


def choose_trial_kiosks(names: Collection[str], user: User) -> None:
    with transaction.atomic():
        for kiosk in Kiosk.objects.select_for_update().filter(revoked_at=None):
            if kiosk.trial != (kiosk.name in names):
                kiosk.trial = not kiosk.trial
                kiosk.save(update_fields=["trial"])
                write_down(
                    user, "bundle.on_trial" if kiosk.trial else "bundle.off_trial", kiosk.name
                )


def _reason(why: str) -> None:
    if not why.strip():
        raise RefusedError(NO_REASON)


def _one_at_a_time() -> None:
    """Numbers are given out under this lock, which the database keeps until the end."""
    Draft.objects.select_for_update().get(pk=DRAFT)


def _number(files: Files, user: User | None, why: str, same_as: Release | None = None) -> Release:
    highest = Release.objects.aggregate(highest=Max("number"))["highest"] or 0
    return Release.objects.create(
        number=highest + 1,
        files=files,
        version=same_as.version if same_as else _version(files),
        made_by=user,
        why=why.strip()[:500],
        same_as=same_as,
    )


def _version(files: Files) -> str:
    with tempfile.TemporaryDirectory() as folder:
        write_folder(files, Path(folder))
        return version_of(Path(folder))


def _may_go(release: Release, ring: str) -> None:
    under_way = release.publications.filter(state=PublicationState.ASKED, ring=ring)
    if under_way.exists():
        raise RefusedError(ASKED_ALREADY)
    if release.publications.filter(state=PublicationState.HALTED, published_at__isnull=False):
        raise RefusedError(WAS_HALTED)
    rings = (Ring.ALL, Ring.TRIAL) if ring == Ring.TRIAL else (Ring.ALL,)
    for each in rings:
        there = current(each)
        if there and there.release_id >= release.number:
            raise RefusedError(IS_OLDER)


def _was_tried(release: Release) -> None:
    """Long enough, where there is anything to try it on."""
    if not trial_kiosks():
        return
    there = current(Ring.TRIAL)
    if there is None or there.release_id != release.number or there.published_at is None:
        raise RefusedError(NOT_TRIED)
    if timezone.now() - there.published_at < timedelta(seconds=settings.TRIAL_PAUSE_S):
        raise RefusedError(str(TOO_SOON) % {"minutes": -(-settings.TRIAL_PAUSE_S // 60)})


def _ask(release: Release, ring: str, user: User | None, why: str) -> Publication:
    return Publication.objects.create(
        release=release, ring=ring, asked_by=user, why=why.strip()[:500]
    )
