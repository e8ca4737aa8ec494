"""Addresses of these pages."""

from django.urls import path

from desk.publishing import history_page, pages

app_name = "publishing"
urlpatterns = [
    path("", pages.overview, name="overview"),
    path("geschiedenis/", history_page.history, name="history"),
    path("<int:number>/", pages.release, name="release"),
    path("maken/", pages.make, name="make"),
    path("naar/", pages.publish, name="publish"),
    path("stoppen/", pages.halt, name="halt"),
    path("terug/", pages.roll_back, name="roll-back"),
    path("proefzuilen/", pages.kiosks, name="kiosks"),
]
