"""What backoffices.yaml says about an Open Klant.

klantcontact:
  kind: openklant
  url: https://openklant.example.org
  token: ...
  actor: 1b0a...      the department that tasks go to, unless a route names another
"""

from uuid import UUID

from pydantic import Field, SecretStr

from desk.backoffices.contract import Settings
from desk.backoffices.fields import Url
from desk.intake.models import Status

STATUSES = {"te_verwerken": Status.RECEIVED, "verwerkt": Status.DONE}


class OpenKlantSettings(Settings):
    url: Url
    """Where Open Klant is, without `/klantinteracties/api/v1`."""
    token: SecretStr
    actor: UUID
    """Of whom a task is, where the route has no target: the uuid of an actor there."""
    channel: str = Field("Zuil", min_length=1, max_length=50)
    """`kanaal`: where the list of channels is kept elsewhere (Referentielijsten), one of it."""
    confidential: bool = False
    """`vertrouwelijk`: whether only some of its staff may read the contacts."""
    page: str = ""
    """The page of a contact for staff, with `{uuid}` in it."""
    statuses: dict[str, Status] = Field(default_factory=dict)
    """Theirs to ours, where they differ from the usual ones."""
