"""`/metrics` for Prometheus: numbers only, no names of kiosks, nothing of a visitor.

Asked with the token of ZUIL_DESK_METRICS_TOKEN_FILE. Without one only this very machine may
ask, and not through a proxy: behind one, everybody comes from this machine.
"""

import hmac
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db.models import Count, Max, Model, Q, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.registry import Collector

from desk.answers.models import Notice
from desk.backoffices.models import Handover
from desk.fleet.alert_models import Alert
from desk.fleet.models import Heartbeat, Order
from desk.fleet.overview import Overview, let_in
from desk.fleet.standing import State
from desk.intake.models import Submission

AGES_S = (60, 120, 300, 900, 3600, 86400)
"""Heard in the last so many seconds; the rest was silent for longer, or never heard."""
AT_KIOSKS = "zuil_submissions_at_kiosks"


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    if not _may(request):
        answer = HttpResponse("This needs the token for metrics.\n", "text/plain", status=401)
        answer["WWW-Authenticate"] = "Bearer"
        return answer
    registry = CollectorRegistry()
    registry.register(Desk())
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_PLAIN_0_0_4)


def _may(request: HttpRequest) -> bool:
    file = settings.METRICS_TOKEN_FILE
    if file:
        try:
            token = Path(file).read_text().strip()
        except OSError:
            return False
        said = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
        return bool(token) and hmac.compare_digest(said.encode(), token.encode())
    through_proxy = (
        settings.HTTPS
        or settings.PROXIES
        or any(
            name in request.headers
            for name in ("X-Forwarded-For", "Forwarded", "X-Forwarded-Proto")
        )
    )
    here = request.META.get("REMOTE_ADDR", "") in ("127.0.0.1", "::1")
    return here and not through_proxy


class Desk(Collector):
    """Counted by the database when asked."""

    def describe(self) -> list[Metric]:
        """Nothing beforehand: what is registered is asked at once otherwise."""
        return []

    def collect(self) -> Iterator[Metric]:
        yield from _kiosks()
        yield _grouped("zuil_kiosks_paper", "Kiosks by paper", "paper", _heartbeats())
        yield _grouped("zuil_kiosks_release", "Kiosks by bundle in use", "release", _heartbeats())
        now = timezone.now()
        waiting = Order.objects.filter(ended_at=None, expires_at__gt=now)
        yield _grouped("zuil_orders_waiting", "Orders that wait", "what", waiting)
        yield _grouped("zuil_submissions", "Submissions", "status", Submission.objects.all())
        handovers = Handover.objects.filter(current=True)
        yield _grouped("zuil_handovers", "Newest hand-over of submissions", "state", handovers)
        notices = Notice.objects.filter(state=Notice.State.WAITING)
        yield _grouped("zuil_notices_waiting", "Answers to be sent", "channel", notices)
        alerts = Alert.objects.filter(ended_at=None)
        yield _grouped("zuil_alerts_open", "Alerts that last", "cause", alerts)


def _heartbeats() -> QuerySet[Heartbeat]:
    return Heartbeat.objects.filter(kiosk__revoked_at=None)


def _kiosks() -> Iterator[Metric]:
    """A kiosk counts in every state that is the matter with it."""
    view = Overview.now()
    counts = view.counts(let_in())
    states = GaugeMetricFamily("zuil_kiosks", "Kiosks in this state", labels=["state"])
    for state in State:
        states.add_metric([state.value], counts[state])
    yield states
    bounds = {
        f"within_{bound}": Count("pk", filter=Q(heard_at__gte=view.moment - timedelta(0, bound)))
        for bound in AGES_S
    }
    found = _heartbeats().aggregate(
        newest=Max("heard_at"),
        number_waiting=Sum("waiting"),
        longest_s=Max("oldest_s", filter=Q(waiting__gt=0)),
        **bounds,
    )
    heard = GaugeMetricFamily("zuil_kiosks_heard_within", "Kiosks by silence", labels=["seconds"])
    for bound in AGES_S:
        heard.add_metric([str(bound)], found[f"within_{bound}"])
    yield heard
    waiting, oldest = float(found["number_waiting"] or 0), float(found["longest_s"] or 0)
    yield GaugeMetricFamily(AT_KIOSKS, "Submissions still at kiosks", value=waiting)
    yield GaugeMetricFamily(f"{AT_KIOSKS}_oldest_seconds", "The oldest of them", value=oldest)
    if found["newest"]:
        age = (view.moment - found["newest"]).total_seconds()
        yield GaugeMetricFamily("zuil_heartbeat_newest_age_seconds", "Of any kiosk", value=age)


def _grouped(name: str, help_text: str, by: str, rows: QuerySet[Model]) -> Metric:
    found = GaugeMetricFamily(name, help_text, labels=[by])
    for value, number in rows.order_by(by).values_list(by).annotate(Count("pk")):
        found.add_metric([str(value)], number)
    return found
