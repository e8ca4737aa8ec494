"""Addresses of these pages."""

from django.urls import path

from desk.access import history_page, mine, oidc_pages, people, person_acts, second_pages

app_name = "access"
urlpatterns = [
    path("", people.people, name="overview"),
    path("nieuw/", people.make, name="make"),
    path("login/<int:number>/", people.person, name="person"),
    path("login/<int:number>/blokkeren/", person_acts.block, name="block"),
    path("login/<int:number>/wachtwoord/", person_acts.new_password, name="new-password"),
    path("login/<int:number>/tweede-stap/", person_acts.forget_second, name="forget-second"),
    path("login/<int:number>/uitloggen/", person_acts.end_all, name="end-sessions"),
    path("geschiedenis/", history_page.history, name="history"),
    path("geschiedenis/bestand/", history_page.as_csv, name="history-csv"),
    path("mijn-login/", mine.mine, name="mine"),
    path("mijn-login/uitloggen/", mine.end_others, name="end-others"),
    path("taal/", mine.language, name="language"),
    path("organisatie/", oidc_pages.begin, name="oidc"),
    path("organisatie/terug/", oidc_pages.callback, name="oidc-callback"),
    path("tweede-stap/", second_pages.code, name="second"),
    path("tweede-stap/instellen/", second_pages.setup, name="second-setup"),
    path("tweede-stap/instellen/code/", second_pages.picture, name="second-picture"),
    path("tweede-stap/reservecodes/", second_pages.new_codes, name="second-codes"),
    path("tweede-stap/uitzetten/", second_pages.switch_off, name="second-off"),
]
