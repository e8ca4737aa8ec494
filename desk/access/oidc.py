"""Logging in through the organisation's own provider (OpenID Connect, authorization code flow).

mozilla-django-oidc does the talking, with state, nonce and PKCE. What it leaves open is
closed here: the token must be for this desk (`aud`), by this provider (`iss`), still valid
(`exp`), and the person is known by `sub`, never by name or mail address. Their roles are
those of the provider, at every login anew; without any role nobody comes in. The second
step is the provider's own.
"""

import logging
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import jwt
import requests
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User
from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from mozilla_django_oidc.auth import OIDCAuthenticationBackend
from mozilla_django_oidc.utils import import_from_settings
from mozilla_django_oidc.views import (
    OIDCAuthenticationCallbackView,
    OIDCAuthenticationRequestView,
)

from desk.access.history import write_down
from desk.access.logins import end_sessions
from desk.access.models import Standing
from desk.access.provider import Provider
from desk.access.roles import give, roles_of
from desk.access.second import BY_PROVIDER
from desk.menu import first_page

TIMEOUT_S = 10
IN_WORDS = "in-words"
log = logging.getLogger(__name__)


def setting(name: str, *default: Any) -> Any:
    """What the library asks for, from our own settings and from what the provider publishes."""
    provider = _provider()
    known = {
        "OIDC_RP_CLIENT_ID": provider.client_id,
        "OIDC_RP_SIGN_ALGO": provider.algorithm,
        "OIDC_RP_SCOPES": provider.scopes,
        "OIDC_USE_PKCE": True,
        "OIDC_USE_NONCE": True,
        "OIDC_TIMEOUT": TIMEOUT_S,
        "OIDC_AUTHENTICATION_CALLBACK_URL": "access:oidc-callback",
    }
    published = {
        "OIDC_OP_AUTHORIZATION_ENDPOINT": "authorization_endpoint",
        "OIDC_OP_TOKEN_ENDPOINT": "token_endpoint",
        "OIDC_OP_USER_ENDPOINT": "userinfo_endpoint",
        "OIDC_OP_JWKS_ENDPOINT": "jwks_uri",
    }
    if name in known:
        return known[name]
    if name in published:
        return discovered(provider.issuer).get(published[name], "")
    if name == "OIDC_RP_CLIENT_SECRET":
        return provider.client_secret
    if name == "OIDC_TOKEN_USE_BASIC_AUTH":
        ways = "token_endpoint_auth_methods_supported"
        return "client_secret_post" not in discovered(provider.issuer).get(ways, ())
    return import_from_settings(name, *default)


def _provider() -> Provider:
    found = settings.OIDC
    assert found is not None  # noqa: S101 - nobody gets here without one
    return found


@lru_cache(maxsize=4)
def discovered(issuer: str) -> Mapping[str, Any]:
    """The provider's own description; it must be of this very issuer (Discovery 1.0, 4.3)."""
    address = f"{issuer.rstrip('/')}/.well-known/openid-configuration"
    answer = requests.get(address, timeout=TIMEOUT_S)
    answer.raise_for_status()
    found: Mapping[str, Any] = answer.json()
    if found.get("issuer") != issuer:
        raise SuspiciousOperation("the provider describes another issuer")
    return found


class Begin(OIDCAuthenticationRequestView):  # type: ignore[misc] # the library has no types
    get_settings = staticmethod(setting)


class Callback(OIDCAuthenticationCallbackView):  # type: ignore[misc] # the library has no types
    get_settings = staticmethod(setting)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Whatever goes wrong, it is not said in detail: answers of providers name people."""
        try:
            response: HttpResponse = super().get(request)
        except (
            requests.RequestException,
            jwt.PyJWTError,
            SuspiciousOperation,
            KeyError,
            ValueError,
        ) as fault:
            log.warning("logging in through the provider failed: %s", type(fault).__name__)
            response = self.login_failure()
        return response

    @property
    def success_url(self) -> str:
        return self.request.session.get("oidc_login_next") or first_page(self.user)

    def login_success(self) -> HttpResponse:
        response: HttpResponse = super().login_success()
        self.request.session[BY_PROVIDER] = True
        return response

    def login_failure(self) -> HttpResponse:
        said = _("Inloggen via {name} is niet gelukt. Probeer het opnieuw, of vraag de beheerder.")
        messages.error(self.request, said.format(name=_provider().name), IN_WORDS)
        return redirect("inbox:login")


class Backend(OIDCAuthenticationBackend):  # type: ignore[misc] # the library has no types
    get_settings = staticmethod(setting)

    def __init__(self) -> None:
        """Nothing is asked of the provider until somebody logs in there."""

    def get_user(self, user_id: int) -> User | None:
        """As Django itself does it: a blocked login is nobody."""
        found: User | None = ModelBackend.get_user(self, user_id)
        return found

    def authenticate(self, request: HttpRequest | None, **kwargs: Any) -> User | None:
        """Only for the callback, which has compared the state: it alone brings a nonce."""
        if settings.OIDC is None or not kwargs.get("nonce"):
            return None
        super().__init__()
        found: User | None = super().authenticate(request, **kwargs)
        return found

    def verify_token(self, token: str, **kwargs: Any) -> dict[str, Any]:
        claims: dict[str, Any] = super().verify_token(token, **kwargs)
        provider = _provider()
        audience = claims.get("aud", [])
        audience = [audience] if isinstance(audience, str) else audience
        for_us = provider.client_id in audience and (
            len(audience) == 1 or claims.get("azp") == provider.client_id
        )
        if not for_us or claims.get("iss") != provider.issuer:
            raise SuspiciousOperation("a token for somebody else, or by somebody else")
        if "exp" not in claims or not claims.get("sub"):
            raise SuspiciousOperation("a token without an end or without a person")
        return claims

    def get_or_create_user(
        self, access_token: str, id_token: str, payload: dict[str, Any]
    ) -> User | None:
        claims = dict(payload)
        if self.OIDC_OP_USER_ENDPOINT:
            more = self.get_userinfo(access_token, id_token, payload)
            if more.get("sub") != payload["sub"]:
                raise SuspiciousOperation("what the provider says is of somebody else")
            claims |= more
        provider = _provider()
        return _known_as(payload["sub"], claims, provider.roles_in(claims))


def _known_as(subject: str, claims: Mapping[str, Any], roles: list[str]) -> User | None:
    """The login of this person, with these roles from now on; None where they have no role."""
    with transaction.atomic():
        standing = Standing.objects.select_related("user").filter(subject=subject).first()
        if standing is None and not roles:
            return None
        user = standing.user if standing else _new(subject, claims)
        if {role.value for role in roles_of(user)} != set(roles):
            give(user, roles)
            end_sessions(user)
            write_down(None, "access.roles", user.username, ", ".join(roles))
    return user if roles else None


def _new(subject: str, claims: Mapping[str, Any]) -> User:
    """With a name of their own; a login of that name that is there already is not theirs."""
    wanted = str(claims.get("preferred_username") or subject)
    name = "".join(sign for sign in wanted if sign.isalnum() or sign in "@.+-_")[:120]
    number, free = 1, name
    while not free or User.objects.filter(username=free).exists():
        number += 1
        free = f"{name or 'medewerker'}-{number}"
    user = User.objects.create_user(free, is_staff=True)  # without a usable password
    Standing.objects.create(user=user, subject=subject)
    write_down(None, "access.make", free)
    return user
