from django.urls import path

from desk.backoffices import hooks

app_name = "backoffices"
urlpatterns = [
    path("api/terug/<str:name>/", hooks.told, {"tail": ""}),
    path("api/terug/<str:name>/<path:tail>", hooks.told, name="told"),
    path("api-token-auth/", hooks.token, name="token"),
]
