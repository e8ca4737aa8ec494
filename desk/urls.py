"""Every address of the desk. `/health` is answered before this, in `desk.middleware`."""

from django.urls import include, path

from desk.access.mine import home
from desk.fleet.metrics import metrics
from desk.intake.api import api

urlpatterns = [
    path("", home, name="home"),
    path("", include("desk.backoffices.urls")),
    path("api/", api.urls),
    path("kiosk/", include("desk.publishing.served")),
    path("volg/", include("desk.follow.urls")),
    path("open311/v2/", include("desk.open311.urls")),
    path("aannemer/", include("desk.contractors.urls")),
    path("inbox/antwoorden/", include("desk.answers.urls")),
    path("inbox/aannemers/", include("desk.contractors.staff_urls")),
    path("inbox/", include("desk.inbox.urls")),
    path("zuilen/", include("desk.fleet.urls")),
    path("metrics", metrics),
    path("bundel/proef/", include("desk.rehearsal.urls")),
    path("bundel/uitgeven/", include("desk.publishing.urls")),
    path("bundel/", include("desk.editing.urls")),
    path("cijfers/", include("desk.measuring.urls")),
    path("beheer/", include("desk.access.urls")),
]
