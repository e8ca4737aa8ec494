"""Addresses of these pages."""

from django.urls import path

from desk.rehearsal import pages, proxy

app_name = "rehearsal"
urlpatterns = [
    path("", pages.overview, name="overview"),
    path("controleer/", pages.examine, name="examine"),
    path("stand/", pages.standing, name="standing"),
    path("schermen/", pages.screens, name="screens"),
    path("schermen/<int:pk>/<str:side>.png", pages.picture, name="picture"),
    path("probeer/", pages.start, name="start"),
    path("<uuid:pk>/", pages.trial, name="trial"),
    path("<uuid:pk>/stop/", pages.stop, name="stop"),
    path("<uuid:pk>/bonnen/", pages.receipts, name="receipts"),
    path("<uuid:pk>/bonnen/<int:number>.png", pages.receipt, name="receipt"),
    path("<uuid:pk>/zuil/", proxy.proxy, name="mirror"),
    path("<uuid:pk>/zuil/<str:name>", proxy.proxy, name="mirror-file"),
]
