"""Addresses of these pages. A kiosk's name may hold anything but control characters."""

from django.urls import URLPattern, path, register_converter
from django.urls.converters import StringConverter

from desk.fleet import alert_pages, detail, doing, enrol_pages, listing, plan


class KioskName(StringConverter):
    regex = r"[^\x00-\x1f]{1,100}"


register_converter(KioskName, "kiosk")

app_name = "fleet"
urlpatterns: list[URLPattern] = [
    path("", listing.kiosks, name="list"),
    path("plan/", plan.plan, name="plan"),
    path("waarschuwingen/", alert_pages.alerts, name="alerts"),
    path("waarschuwingen/geheim/", alert_pages.new_secret, name="new-secret"),
    path("waarschuwingen/proef/", alert_pages.try_out, name="try-out"),
    path("aanmelden/", enrol_pages.enrol, name="enrol"),
    path("aanmelden/intrekken/", enrol_pages.take_back, name="enrol-take-back"),
    path("<kiosk:name>/beeld.png", detail.picture, name="picture"),
    path("<kiosk:name>/opdracht/", doing.order, name="order"),
    path("<kiosk:name>/opdracht/<uuid:order_id>/intrekken/", doing.withdraw, name="withdraw"),
    path("<kiosk:name>/bewaren/", doing.keep, name="keep"),
    path("<kiosk:name>/buitensluiten/", doing.revoke, name="revoke"),
    path("<kiosk:name>/", detail.detail, name="detail"),
]
