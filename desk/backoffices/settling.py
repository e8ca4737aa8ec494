"""What a person decides about a hand-over that does not get any further by itself.

    send_again        it is not there (a person looked): send it once more, now
    did_arrive        it is there, under this number
    not_twice         it was sent twice, and it is there once
    route_elsewhere   it belongs in another back-office
    deal_here         it needs no back-office
    closed            the visitor has an answer: what was not sent yet need not go any more
    spread            give what had no route the route that it has by now

Each is written down with who decided it, and refuses while a relay has it in hand: what
is under way at this moment may be arriving. A relay that comes too late finds its lease gone.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from desk.backoffices import registry
from desk.backoffices.journal import names_of
from desk.backoffices.models import Handover, HandoverNote
from desk.backoffices.parcel import parcel_of
from desk.backoffices.routing import Routes
from desk.intake.models import Submission
from desk.intake.store import add_to_search

IN_HAND = _("Het wordt op dit moment verstuurd. Probeer het over een minuut opnieuw.")
NOT_ANY_MORE = _(
    "Dit kan niet meer: er is intussen iets veranderd. Kijk hieronder hoe het nu staat."
)
ERASED = _("De gegevens van de burger zijn gewist. Er is niets meer om te versturen.")
NOT_KNOWN = _("Dit zaaksysteem is er niet. Kies een ander.")
NO_NUMBER = _("Vul het nummer in dat het in het zaaksysteem heeft.")
MAY_BE_THERE = _(
    "Het kan al in {backoffice} staan. Kijk daar eerst, en vink dan aan dat u dat deed."
)
LONGEST_NUMBER = 200
SPREAD_AT_ONCE = 500

State = Handover.State
_NOT_SENT = (State.REFUSED, State.UNSURE, State.UNROUTED)


class SettleError(Exception):
    """It was not done; the text is a sentence for staff, in their language."""


def may_be_there(handover: Handover) -> bool:
    """It arrived, or may have, or a part of it."""
    begun = any("begun" in entry for entry in handover.journal.values())
    return begun or handover.state in {State.ARRIVED, State.UNSURE}


def send_again(handover: Handover, by: User) -> None:
    """A step that may have arrived counts as not done: the person knows that it is not there.

    What only waits keeps its journal: it is looked up before it is sent, as always.
    """
    with transaction.atomic():
        kept = _locked(handover, State.REFUSED, State.UNSURE, State.WAITING)
        if kept.submission.erased_at is not None:
            raise SettleError(ERASED)
        if kept.state != State.WAITING:
            over = ("done", "left")
            kept.journal = {
                step: entry
                for step, entry in kept.journal.items()
                if any(name in entry for name in over)
            }
            kept.begun = bool(names_of(kept))
            kept.resends = 0
        note = "Opnieuw versturen."
        if not may_be_there(kept) and (target := _changed_target(kept)) is not None:
            kept.target = target
            note = f"Opnieuw versturen, nu als '{target}'."
        kept.state, kept.problem, kept.tries = State.WAITING, "", 0
        _write(kept, note, by, next_try=timezone.now())


def _changed_target(kept: Handover) -> str | None:
    """What the route of today says, where staff changed it since: refused for its target, it
    would be refused for that again."""
    submission = kept.submission
    route = Routes().route_for(submission.flow, submission.category_key)
    if route is None or route.backoffice != kept.backoffice or route.changed_at < kept.made_at:
        return None
    return route.target if route.target != kept.target else None


def did_arrive(handover: Handover, number: str, by: User) -> None:
    """It is followed from now on, where its number is enough for that. Raises Mistakes as well."""
    number = number.strip()[:LONGEST_NUMBER]
    if not number:
        raise SettleError(NO_NUMBER)
    backoffice = registry.cached().get(handover.backoffice)
    now = timezone.now()
    with transaction.atomic():
        kept = _locked(handover, State.UNSURE, State.WAITING)
        if not may_be_there(kept):
            raise SettleError(NOT_ANY_MORE)
        kept.poll_at = None
        if backoffice is not None:
            names = backoffice.connector.names_of(number)
            step = backoffice.connector.steps(parcel_of(kept))[0].name
            done = dict(names) or {"number": number}
            kept.journal = {**kept.journal, step: {**kept.journal.get(step, {}), "done": done}}
            if names and backoffice.settings.ask_every_s:
                kept.poll_at = now
        kept.state, kept.number, kept.arrived_at, kept.problem = State.ARRIVED, number, now, ""
        _write(kept, f"Het is wel aangekomen, onder nummer {number}.", by)
        add_to_search(kept.submission, number)


def not_twice(handover: Handover, by: User) -> None:
    with transaction.atomic():
        kept = _locked(handover, *State)
        if not kept.maybe_twice:
            raise SettleError(NOT_ANY_MORE)
        kept.maybe_twice = False
        _write(kept, "Nagekeken: het staat er één keer.", by, next_try=kept.next_try)


def route_elsewhere(
    submission: Submission,
    backoffice: str,
    target: str,
    by: User,
    backoffices: Collection[str],
    *,
    looked: bool = False,
) -> None:
    """Close the present hand-over and make another. `looked`: the person knows what has become
    of it there; asked for where it arrived or may have."""
    if backoffice not in backoffices:
        raise SettleError(NOT_KNOWN)
    with transaction.atomic():
        kept = Submission.objects.select_for_update().get(pk=submission.pk)
        if kept.erased_at is not None:
            raise SettleError(ERASED)
        present = kept.handovers.select_for_update().filter(current=True).first()
        if present is not None:
            _not_in_hand(present)
            if may_be_there(present) and not looked:
                raise SettleError(MAY_BE_THERE.format(backoffice=present.backoffice))
            present.current, present.poll_at = False, None
            if present.state != State.ARRIVED:
                present.state = State.WITHDRAWN
            _write(present, f"Gaat naar {backoffice}.", by)
        new = Handover.objects.create(
            submission=kept, backoffice=backoffice, target=target.strip()[:300]
        )
        note = f"Naar {backoffice}." if present is None else f"Van hier naar {backoffice} gestuurd."
        HandoverNote.objects.create(handover=new, by=by, what=note)
        Submission.objects.filter(pk=kept.pk).update(routed=True)


def deal_here(handover: Handover, by: User) -> None:
    with transaction.atomic():
        kept = _locked(handover, State.WAITING, *_NOT_SENT)
        kept.state, kept.problem = State.WITHDRAWN, ""
        _write(kept, "Wordt hier afgehandeld.", by)


def closed(submission_id: UUID, by: User) -> None:
    """Staff gave the visitor the answer. What a relay has in hand or looks up is left to it."""
    free = Q(leased_until=None) | Q(leased_until__lte=timezone.now())
    states = (State.WAITING, *_NOT_SENT)
    with transaction.atomic():
        for kept in Handover.objects.select_for_update().filter(
            free, submission_id=submission_id, current=True, state__in=states
        ):
            if kept.state == State.WAITING and may_be_there(kept):
                continue
            kept.state, kept.problem = State.WITHDRAWN, ""
            _write(kept, "Hier afgesloten: hoeft niet meer te worden verstuurd.", by)


def spread(by: User, backoffices: Collection[str]) -> int:
    """How many of those without a route have one by now. What was sent stays where it is."""
    routes, moved, last = Routes(), 0, 0
    while True:
        with transaction.atomic():
            some = list(
                Handover.objects.select_for_update(of=("self",))
                .filter(current=True, state=State.UNROUTED, pk__gt=last)
                .select_related("submission")
                .defer("submission__raw")
                .order_by("pk")[:SPREAD_AT_ONCE]
            )
            if not some:
                return moved
            last = some[-1].pk
            moved += sum(_spread_one(each, routes, by, backoffices) for each in some)


def _spread_one(kept: Handover, routes: Routes, by: User, backoffices: Collection[str]) -> bool:
    submission = kept.submission
    route = routes.route_for(submission.flow, submission.category_key)
    if route is None or submission.erased_at is not None or not submission.is_open:
        return False
    if not route.backoffice:
        kept.state, kept.problem = State.WITHDRAWN, ""
        _write(kept, "Opnieuw verdeeld: blijft in de inbox.", by)
        return True
    if route.backoffice not in backoffices:
        return False
    kept.backoffice, kept.target = route.backoffice, route.target
    kept.state, kept.problem = State.WAITING, ""
    _write(kept, f"Opnieuw verdeeld: naar {route.backoffice}.", by, next_try=timezone.now())
    return True


def _locked(handover: Handover, *states: State) -> Handover:
    """As it is now, for us alone. Raises SettleError where that is not as the person saw it."""
    kept = (
        Handover.objects.select_for_update(of=("self",))
        .select_related("submission__kiosk", "submission__app")
        .get(pk=handover.pk)
    )
    _not_in_hand(kept)
    if not kept.current or kept.state not in states:
        raise SettleError(NOT_ANY_MORE)
    return kept


def _not_in_hand(handover: Handover) -> None:
    if handover.leased_until is not None and handover.leased_until > timezone.now():
        raise SettleError(IN_HAND)


def _write(kept: Handover, note: str, by: User, *, next_try: datetime | None = None) -> None:
    """Without a lease: a relay that still believes it has one cannot write any more."""
    kept.next_try, kept.leased_until = next_try, None
    kept.save()
    HandoverNote.objects.create(handover=kept, by=by, what=note)
