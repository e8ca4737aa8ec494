"""Where a submission goes: by its kind and category, as staff have set it.

The narrowest route counts: `melding` with `verlichting/lamp-uit`, else with `verlichting`,
else `melding` itself. What has no route is shown to staff and waits for them; where there
is no back-office at all, everything is dealt with in the inbox and nothing waits.
"""

from collections.abc import Collection

from django.utils import timezone

from desk.backoffices.models import Handover, Route
from desk.backoffices.writing import writing
from desk.intake.models import Submission

AT_ONCE = 200
NO_ROUTE = "Er is geen route voor dit soort. Kies een zaaksysteem, of handel het hier af."
NOT_KNOWN = "Het zaaksysteem van deze route staat niet in backoffices.yaml."


def narrowest(flow: str, category: str) -> list[tuple[str, str]]:
    """What a route may be called for this kind and category, the narrowest first."""
    main = category.partition("/")[0]
    return list(dict.fromkeys([(flow, category), (flow, main), (flow, "")]))


class Routes:
    """All routes, as they are at this moment."""

    def __init__(self) -> None:
        self._found = {(route.flow, route.category): route for route in Route.objects.all()}

    def route_for(self, flow: str, category: str) -> Route | None:
        names = narrowest(flow, category)
        return next((self._found[name] for name in names if name in self._found), None)


def route_new(backoffices: Collection[str]) -> int:
    """Decide for what has come in since the last time; how many there were."""
    with writing():
        new = list(
            Submission.objects.select_for_update(skip_locked=True, of=("self",))
            .filter(routed=False)
            .only("id", "flow", "category_key", "status", "code")
            .order_by("received_at")[:AT_ONCE]
        )
        if not new:
            return 0
        routes = Routes()
        found = (_first(each, routes, backoffices) for each in new)
        Handover.objects.bulk_create(handover for handover in found if handover is not None)
        Submission.objects.filter(pk__in=[each.pk for each in new]).update(routed=True)
    return len(new)


def _first(submission: Submission, routes: Routes, backoffices: Collection[str]) -> Handover | None:
    if not backoffices or not submission.is_open:
        return None
    route = routes.route_for(submission.flow, submission.category_key)
    if route is not None and not route.backoffice:
        return None
    return handover_to(submission, route, backoffices)


def handover_to(
    submission: Submission, route: Route | None, backoffices: Collection[str]
) -> Handover:
    """A hand-over that waits to be sent, or to be given a route."""
    handover = Handover(submission=submission, next_try=timezone.now())
    if route is None or route.backoffice not in backoffices:
        handover.state = Handover.State.UNROUTED
        handover.problem = NO_ROUTE if route is None else NOT_KNOWN
        handover.next_try = None
    if route is not None:
        handover.backoffice, handover.target = route.backoffice, route.target
    return handover
