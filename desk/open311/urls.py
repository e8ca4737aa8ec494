from django.urls import path, register_converter

from desk.open311 import views


class FormConverter:
    """How the answer is written, as the end of an address has it."""

    regex = "json|xml"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(FormConverter, "form")

app_name = "open311"
urlpatterns = [
    path("discovery.<form:form>", views.discovery, name="discovery"),
    path("services.<form:form>", views.service_list, name="services"),
    path("services/<str:code>.<form:form>", views.service, name="service"),
    path("requests.<form:form>", views.requests, name="requests"),
    path("requests/<str:text>.<form:form>", views.one_request, name="request"),
    path("tokens/<str:text>.<form:form>", views.token, name="token"),
]
