from django.urls import path

from desk.follow import views

app_name = "follow"
urlpatterns = [
    path("", views.ask, name="ask"),
    path("<str:text>", views.page, name="page"),
    path("<str:text>/opgelost", views.solved, name="solved"),
]
