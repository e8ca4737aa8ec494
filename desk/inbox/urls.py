from django.contrib.auth import views as auth
from django.urls import path, reverse_lazy

from desk.inbox import aside, detail, listing, login, spoken

app_name = "inbox"
urlpatterns = [
    path("", listing.inbox, name="list"),
    path("inloggen/", login.Login.as_view(), name="login"),
    path("uitloggen/", auth.LogoutView.as_view(), name="logout"),
    path(
        "wachtwoord/",
        login.staff_page(
            auth.PasswordChangeView.as_view(
                template_name="inbox/password.html", success_url=reverse_lazy("inbox:list")
            )
        ),
        name="password",
    ),
    path("apart/", aside.asides, name="asides"),
    path("apart/<int:number>/", aside.aside, name="aside"),
    path("apart/<int:number>/gesproken/<int:place>/", spoken.spoken_set_aside, name="spoken-aside"),
    path("<uuid:submission_id>/gesproken/<int:place>/", spoken.spoken, name="spoken"),
    path("<uuid:submission_id>/", detail.detail, name="detail"),
]
