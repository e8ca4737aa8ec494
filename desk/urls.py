"""Every address of the desk. `/health` is answered before this, in `desk.middleware`."""

from django.urls import include, path
from django.views.generic import RedirectView

from desk.intake.api import api

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="inbox:list")),
    path("api/", api.urls),
    path("volg/", include("desk.follow.urls")),
    path("inbox/", include("desk.inbox.urls")),
]
