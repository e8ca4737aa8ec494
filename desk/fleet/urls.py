"""Addresses of these pages. What a kiosk may be called: `desk.fleet.names`."""

from django.urls import URLPattern, path, register_converter

from desk.fleet import alert_pages, detail, doing, enrol_pages, listing, plan
from desk.fleet.names import KioskName, NameAlone

register_converter(KioskName, "kiosk")
register_converter(NameAlone, "kiosk-alone")

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
    path("<kiosk:name>/pagina/", detail.detail, name="detail"),
    path("<kiosk-alone:name>/", detail.detail, name="detail"),  # the last one is preferred
]
