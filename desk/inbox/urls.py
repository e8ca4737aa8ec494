from django.contrib.auth import views as auth
from django.urls import path

from desk.inbox import (
    aside,
    backoffices,
    detail,
    listing,
    login,
    personal,
    pictures,
    routes,
    settle,
    spoken,
)

app_name = "inbox"
urlpatterns = [
    path("", listing.inbox, name="list"),
    path("inloggen/", login.Login.as_view(), name="login"),
    path("uitloggen/", auth.LogoutView.as_view(), name="logout"),
    path("wachtwoord/", login.staff_page(login.Password.as_view()), name="password"),
    path("routes/", routes.routes, name="routes"),
    path("routes/voorstellen/", routes.suggest, name="suggest"),
    path("routes/verdelen/", routes.spread, name="spread"),
    path("zaaksystemen/", backoffices.backoffices, name="backoffices"),
    path("zaaksystemen/<slug:name>/controle/", backoffices.check_now, name="check"),
    path("apart/", aside.asides, name="asides"),
    path("apart/<int:number>/", aside.aside, name="aside"),
    path("apart/<int:number>/afgehandeld/", aside.settle, name="aside-settle"),
    path("apart/<int:number>/gesproken/<int:place>/", spoken.spoken_set_aside, name="spoken-aside"),
    path("<uuid:submission_id>/gesproken/<int:place>/", spoken.spoken, name="spoken"),
    path("<uuid:submission_id>/foto/<int:number>/", pictures.picture, name="picture"),
    path("apart/<int:number>/contact/", aside.read_contact, name="aside-contact"),
    path("<uuid:submission_id>/", detail.detail, name="detail"),
    path("<uuid:submission_id>/zaaksysteem/", settle.settle, name="settle"),
    path("<uuid:submission_id>/contact/", detail.read_contact, name="contact"),
    path("<uuid:submission_id>/uitvoer/", personal.export_all, name="export"),
    path("<uuid:submission_id>/wissen/", personal.erase, name="erase"),
]
