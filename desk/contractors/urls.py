from django.urls import path

from desk.contractors import login, pages

app_name = "contractors"
urlpatterns = [
    path("", pages.work_list, name="list"),
    path("inloggen/", login.Login.as_view(), name="login"),
    path("uitloggen/", login.Logout.as_view(), name="logout"),
    path("<uuid:submission_id>/", pages.detail, name="detail"),
    path("<uuid:submission_id>/oppakken/", pages.take, name="take"),
    path("<uuid:submission_id>/klaar/", pages.finish, name="finish"),
    path("<uuid:submission_id>/terug/", pages.give_back, name="give-back"),
    path("<uuid:submission_id>/foto/<int:number>/", pages.picture, name="picture"),
    path("<uuid:submission_id>/gesproken/<int:place>/", pages.spoken, name="spoken"),
]
