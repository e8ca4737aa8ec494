from django.urls import path

from desk.contractors import staff

app_name = "contractors-staff"
urlpatterns = [
    path("", staff.firms, name="firms"),
    path("<int:number>/", staff.firm, name="firm"),
]
