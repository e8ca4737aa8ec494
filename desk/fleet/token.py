"""How a kiosk shows who it is, for everything that only enrolled kiosks may ask."""

from django.http import HttpRequest
from ninja.security import HttpBearer

from desk.fleet.models import Kiosk


class KioskToken(HttpBearer):
    """The token that a kiosk got when it was enrolled."""

    def authenticate(
        self,
        request: HttpRequest,  # noqa: ARG002 - ninja's signature
        token: str,
    ) -> Kiosk | None:
        return Kiosk.objects.with_token(token)
