"""What a kiosk told, in words for staff: nothing here decides, and nothing asks the database."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import ValidationError

from desk.fleet.models import Happening, Heartbeat, Order
from kiosk.core import health

JUST_NOW_S = 120
"""A heartbeat comes every minute, give or take."""
PAPER: Mapping[str, Promise] = {
    "ok": gettext_lazy("Genoeg"),
    "low": gettext_lazy("Bijna op"),
    "out": gettext_lazy("Op"),
    "cover_open": gettext_lazy("Klep open"),
    "offline": gettext_lazy("Printer uit"),
    "lost": gettext_lazy("Printer niet gevonden"),
    "fault": gettext_lazy("Printer stuk"),
    "none": gettext_lazy("Geen printer"),
    "unknown": gettext_lazy("Niet bekend"),
}
NETWORK: Mapping[str, Promise] = {
    # It could tell us so: only nothing had to be handed over yet.
    "unknown": gettext_lazy("Goed, nog niets verstuurd"),
    "well": gettext_lazy("Goed"),
    "unreachable": gettext_lazy("Bereikt de balie niet"),
    "refuses_us": gettext_lazy("De balie weigert de zuil"),
    "unwell": gettext_lazy("De balie werkt niet goed"),
}
SOUND: Mapping[str, Promise] = {
    "ok": gettext_lazy("Goed"),
    "off": gettext_lazy("Uit"),
    "fault": gettext_lazy("Werkt niet"),
}
RESTART: Mapping[str, Promise] = {
    "first": gettext_lazy("voor het eerst"),
    "power": gettext_lazy("de stroom ging uit"),
    "closed": gettext_lazy("netjes afgesloten"),
    "update": gettext_lazy("nieuwe bundel"),
    "order": gettext_lazy("opdracht van u of een collega"),
    "crash": gettext_lazy("vastgelopen"),
    "fallback": gettext_lazy("terug naar de vorige bundel"),
}
ORDERS: Mapping[str, Promise] = {
    "test_print": gettext_lazy("Proefbon printen"),
    "restart": gettext_lazy("Opnieuw starten"),
    "reload": gettext_lazy("Bundel ophalen"),
    "volume": gettext_lazy("Geluid instellen"),
    "out_of_service": gettext_lazy("Buiten dienst zetten"),
    "in_service": gettext_lazy("Weer in dienst zetten"),
}
RESULTS: Mapping[str, Promise] = {
    "done": gettext_lazy("Gedaan"),
    "failed": gettext_lazy("Mislukt"),
    "expired": gettext_lazy("Verlopen"),
    "refused": gettext_lazy("Door de zuil geweigerd"),
    "withdrawn": gettext_lazy("Ingetrokken"),
}


def told(heartbeat: Heartbeat | None) -> health.Heartbeat | None:
    """The whole heartbeat; None where an older program kept it in another form."""
    if heartbeat is None:
        return None
    try:
        return health.Heartbeat.model_validate(heartbeat.content)
    except ValidationError:
        return None


def happened(happening: Happening) -> str:
    """One line of a kiosk's history."""
    value = happening.value
    match happening.what:
        case "paper":
            return _("Papier: {state}").format(state=PAPER.get(value, value))
        case "printer":
            return _("Printer: {state}").format(state=PAPER.get(value, value))
        case "network":
            return _("Netwerk: {state}").format(state=NETWORK.get(value, value))
        case "release":
            return _("Uitgave {number} in gebruik").format(number=value)
        case "bundle":
            problem = _("Bundel niet bruikbaar: {why}").format(why=value)
            return problem if value else _("Bundel weer in orde")
        case "in_service":
            return _("In dienst") if value == "yes" else _("Buiten dienst")
        case "restart":
            return _("Opnieuw gestart: {why}").format(why=RESTART.get(value, value))
        case "crash":
            return _("Onverwacht opnieuw gestart: {why}").format(why=RESTART.get(value, value))
        case "hurried":
            return _("Meldt zich te vaak")
        case "order":
            what, _space, result = value.partition(" ")
            return f"{ORDERS.get(what, what)}: {RESULTS.get(result, result)}"
        case other:
            return f"{other} {value}".strip()


def outcome(order: Order, now: datetime) -> str:
    """How it is with an order."""
    if order.ended_at is not None:
        return str(RESULTS.get(order.result, order.result))
    if order.expires_at <= now:
        return str(RESULTS["expired"])
    if order.fetched_at is not None:
        return _("Opgehaald, wacht tot er niemand is")
    return _("Wacht tot de zuil hem ophaalt")


def ago(moment: datetime, now: datetime) -> str:
    seconds = int((now - moment).total_seconds())
    if seconds < JUST_NOW_S:
        return _("net")
    return _("{time} geleden").format(time=duration(seconds))


def duration(seconds: int) -> str:
    """In whole minutes, hours or days, whichever says enough."""
    span = timedelta(seconds=seconds)
    if span >= timedelta(days=2):
        return _("{number} dagen").format(number=span.days)
    if span >= timedelta(hours=2):
        return _("{number} uur").format(number=seconds // 3600)
    return _("{number} min").format(number=max(1, seconds // 60))
