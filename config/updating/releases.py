"""`releases.json`: which release each kiosk should have. Signed with the rest, and still checked.

    {"format": 1, "all": {"number": 11, "file": "bundle-11.zip", "version": "0123456789ab"},
     "trial": null, "trial_kiosks": ["zuil-1"]}

A kiosk that is named takes the trial release while that is the higher one; all others, and
it too once the trial is over, take the one for all.
"""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

FILE = "releases.json"
LONGEST_BYTES = 1024 * 1024
HIGHEST = 10**9
Number = Annotated[int, Field(ge=1, le=HIGHEST, strict=True)]
Version = Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]


class Release(BaseModel):
    """One release as it lies in the repository, and on the shelf of a kiosk."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    number: Number
    version: Version

    @property
    def name(self) -> str:
        """Of its folder on a kiosk."""
        return f"{self.number}-{self.version}"


class Offered(Release):
    file: str

    @model_validator(mode="after")
    def _is_named_after_its_number(self) -> Self:
        if self.file != f"bundle-{self.number}.zip":
            raise ValueError("the file of a release is named after its number")
        return self


class Releases(BaseModel):
    """A newer desk may say more; it may not say less."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    format: Literal[1]
    all: Offered | None
    trial: Offered | None
    trial_kiosks: tuple[str, ...] = ()

    def for_kiosk(self, name: str) -> Offered | None:
        """The release that this kiosk should have; None where nothing was published yet."""
        if self.trial is None or name not in self.trial_kiosks:
            return self.all
        return max((one for one in (self.all, self.trial) if one), key=lambda one: one.number)
