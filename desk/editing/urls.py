"""Addresses of these pages."""

from django.urls import path

from desk.editing import (
    announcements,
    colours,
    files,
    hours,
    kiosks,
    moving,
    orders,
    overview,
    pictures,
    tables,
    texts,
    waiting,
)

app_name = "editing"
_SCOPE = "<slug:kind>/<str:name>/"
urlpatterns = [
    path("", overview.overview, name="overview"),
    path("meer/", overview.more, name="more"),
    path("terug/", overview.discard, name="discard"),
    path("teksten/", texts.found, name="texts"),
    path("teksten/<slug:name>/", texts.text, name="text"),
    path("mededelingen/", announcements.listing, name="announcements"),
    path("mededelingen/nieuw/", announcements.edit, name="announcement-new"),
    path("mededelingen/<slug:name>/", announcements.edit, name="announcement"),
    path("mededelingen/<slug:name>/stop/", announcements.end, name="announcement-end"),
    path("zuilen/", kiosks.kiosks, name="kiosks"),
    path("zuilen/groep/<slug:name>/", kiosks.group, name="group"),
    path("zuilen/zuil/<str:name>/", kiosks.kiosk, name="kiosk"),
    path("tijden/", hours.hours, name="hours"),
    path(f"tijden/{_SCOPE}", hours.hours, name="hours"),
    path("start/", orders.services, name="services"),
    path(f"start/{_SCOPE}", orders.services, name="services"),
    path("talen/", orders.languages, name="languages"),
    path(f"talen/{_SCOPE}", orders.languages, name="languages"),
    path("wachten/", waiting.waiting, name="waiting"),
    path(f"wachten/{_SCOPE}", waiting.waiting, name="waiting"),
    path("plekken/", tables.places, name="places"),
    path("beloften/", tables.promises, name="promises"),
    path("categorieen/", tables.categories, name="categories"),
    path("categorieen/<slug:main>/", tables.category, name="category"),
    path("kleuren/", colours.themes, name="themes"),
    path("kleuren/<str:theme>/", colours.theme, name="theme"),
    path("bestanden/", files.listing, name="files"),
    path("bestanden/<path:path>", files.edit, name="file"),
    path("ophalen/", moving.export, name="export"),
    path("inlezen/", moving.upload, name="import"),
    path("inlezen/bevestigen/", moving.confirm, name="import-confirm"),
    path("plaatjes/<str:code>.svg", pictures.drawing, name="picture"),
]
