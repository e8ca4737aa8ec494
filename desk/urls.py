"""Every address of the desk. `/health` is answered before this, in `desk.middleware`."""

from django.urls import include, path
from django.views.generic import RedirectView

from desk.intake.api import api

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="inbox:list")),
    path("", include("desk.backoffices.urls")),
    path("api/", api.urls),
    path("volg/", include("desk.follow.urls")),
    path("open311/v2/", include("desk.open311.urls")),
    path("aannemer/", include("desk.contractors.urls")),
    path("inbox/antwoorden/", include("desk.answers.urls")),
    path("inbox/aannemers/", include("desk.contractors.staff_urls")),
    path("inbox/", include("desk.inbox.urls")),
]
