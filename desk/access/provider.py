"""Logging in as elsewhere in the organisation: which OpenID Connect provider, and who may what.

    ZUIL_DESK_OIDC_ISSUER              https://login.voorbeeldstad.nl/realms/medewerkers
    ZUIL_DESK_OIDC_CLIENT_ID           zuil
    ZUIL_DESK_OIDC_CLIENT_SECRET_FILE  a private file with the secret
    ZUIL_DESK_OIDC_ROLES               zuil-balie=inbox,zuil-beheer=administrator
    ZUIL_DESK_OIDC_ROLE_CLAIM          groups
    ZUIL_DESK_OIDC_NAME                as it stands on the button: Voorbeeldstad
    ZUIL_DESK_OIDC_SCOPES              openid profile
    ZUIL_DESK_OIDC_ALGORITHM           RS256

Without an issuer there is none. Its addresses are read from its discovery document.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROLES = ("inbox", "viewer", "editor", "publisher", "administrator")


class ProviderError(ValueError):
    """What is wrong with these settings, and how to mend it."""


@dataclass(frozen=True, slots=True)
class Provider:
    issuer: str
    client_id: str
    client_secret_file: Path
    name: str
    role_claim: str
    roles: Mapping[str, str]
    """What the claim may hold, and the role that it stands for."""
    scopes: str
    algorithm: str

    @property
    def client_secret(self) -> str:
        return self.client_secret_file.read_text().strip()

    def roles_in(self, claims: Mapping[str, object]) -> list[str]:
        """The claim is a list, or one text with spaces; what it holds besides is no matter."""
        said = claims.get(self.role_claim)
        held = said.split() if isinstance(said, str) else said if isinstance(said, list) else []
        return sorted({self.roles[each] for each in held if each in self.roles})


def provider_of(env: Callable[[str, str], str]) -> Provider | None:
    """`env` reads one setting, without `ZUIL_DESK_`. Raises ProviderError."""
    issuer = env("OIDC_ISSUER", "")
    if not issuer:
        return None
    needed = {
        each: env(f"OIDC_{each}", "") for each in ("CLIENT_ID", "CLIENT_SECRET_FILE", "ROLES")
    }
    if missing := [each for each, value in needed.items() if not value]:
        raise ProviderError(f"ZUIL_DESK_OIDC_ISSUER also needs ZUIL_DESK_OIDC_{missing[0]}.")
    return Provider(
        issuer=issuer,
        client_id=needed["CLIENT_ID"],
        client_secret_file=Path(needed["CLIENT_SECRET_FILE"]),
        name=env("OIDC_NAME", "OpenID"),
        role_claim=env("OIDC_ROLE_CLAIM", "groups"),
        roles=_roles(needed["ROLES"]),
        scopes=env("OIDC_SCOPES", "openid profile"),
        algorithm=env("OIDC_ALGORITHM", "RS256"),
    )


def _roles(text: str) -> dict[str, str]:
    found = {}
    for pair in text.split(","):
        theirs, _, ours = (part.strip() for part in pair.rpartition("="))
        if not theirs or ours not in ROLES:
            raise ProviderError(
                f"ZUIL_DESK_OIDC_ROLES: '{pair.strip()}' is not 'their name=our role'. "
                f"Our roles are {', '.join(ROLES)}."
            )
        found[theirs] = ours
    return found
