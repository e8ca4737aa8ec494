"""What backoffices.yaml says about a MOR-core.

straat:
  kind: mor
  url: https://mor.example.org
  username: desk@example.org
  password: ...
  callback_username: mor
  callback_password: ...
"""

from pydantic import Field, SecretStr

from desk.backoffices.contract import Settings
from desk.backoffices.fields import Url
from desk.intake.models import Status

STATUSES = {
    "openstaand": Status.RECEIVED,
    "in_behandeling": Status.IN_PROGRESS,
    "controle": Status.IN_PROGRESS,
    "wachten_melder": Status.IN_PROGRESS,
    "pauze": Status.IN_PROGRESS,
    "afgehandeld": Status.DONE,
    "afgehandeld/niet_opgelost": Status.CANNOT,
    "geannuleerd": Status.CANNOT,
}


class MorSettings(Settings):
    url: Url
    """Where MOR-core is, without `/api/v1`."""
    username: str
    password: SecretStr
    callback_username: str = ""
    callback_password: SecretStr = SecretStr("")
    """What MOR-core logs in with here to tell that a report is closed. Without a password it
    cannot, and we hear of it by asking."""
    source: str = Field("Zuil", min_length=1, max_length=500)
    """`bron_id`. Changed while signals are on their way, these could arrive twice."""
    channel: str = Field("Zuil", max_length=500)
    town: str = Field("", max_length=255)
    """`plaatsnaam` of every address."""
    subjects_url: Url | None = None
    """Where the register of subjects is; targets of routes are addresses below it."""
    page: str = ""
    """The page of a report for staff, with `{uuid}` in it."""
    pictures_most_bytes: int = 20_000_000
    """All pictures of one signal together."""
    statuses: dict[str, Status] = Field(default_factory=dict)
    """Theirs, or `theirs/resolutie`, to ours, where they differ from the usual ones."""
