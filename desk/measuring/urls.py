"""Addresses of these pages."""

from django.urls import path

from desk.measuring import more_pages, pages

app_name = "measuring"
urlpatterns = [
    path("", pages.overview, name="overview"),
    path("plekken/", more_pages.places, name="places"),
    path("antwoorden/", more_pages.answers, name="answers"),
    path("moeite/", pages.effort, name="effort"),
    path("formulier/<slug:name>/", pages.flow, name="flow"),
    path("formulier/<slug:name>/vergelijken/", more_pages.before_and_after, name="compare"),
    path("formulier/<slug:name>/notitie/", pages.add_note, name="note"),
]
