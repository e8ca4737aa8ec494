"""Hours saved: what the same reports would have cost by telephone, as staff reckon it.

Only what was completed counts, and only forms for which staff gave both figures. It says
nothing of whether these visitors would have called; the page says so.
"""

from collections.abc import Iterable

from desk.measuring.figures import FlowFigures
from desk.measuring.models import Effort


def hours_saved(flows: Iterable[FlowFigures]) -> float | None:
    """May be below zero; None where staff gave no figures for what was completed."""
    efforts = {effort.flow: effort for effort in Effort.objects.all()}
    known = [flow for flow in flows if flow.flow in efforts]
    if not known:
        return None
    return sum(
        flow.completed * (efforts[flow.flow].by_telephone - efforts[flow.flow].by_kiosk) / 60
        for flow in known
    )
