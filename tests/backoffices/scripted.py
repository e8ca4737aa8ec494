"""A back-office whose every answer is written beforehand, to try the engine with.

    town = Scripted(results={"report": [Ambiguous("?"), Accepted({"id": "1"})]})

`stored` counts what is there, by step; `Arrives(result)` is an answer behind which it is.
A step without a script is accepted.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from desk.backoffices.contract import (
    Accepted,
    Looked,
    Names,
    News,
    NoNews,
    NotThere,
    Parcel,
    Problem,
    Push,
    Pushed,
    Result,
    Settings,
    Step,
)


@dataclass(frozen=True, slots=True)
class Arrives:
    """It is there, whatever is answered."""

    answer: Result


@dataclass(frozen=True, slots=True)
class Dies:
    """The relay is killed in the middle; `there` is whether it had arrived by then."""

    there: bool


class PowerCutError(BaseException):
    """Nothing catches this, as nothing catches a power cut."""


@dataclass
class Scripted:
    kind: ClassVar[str] = "scripted"
    settings_type: ClassVar[type[Settings]] = Settings
    results: dict[str, list[Result | Arrives | Dies | Exception]] = field(default_factory=dict)
    looks: list[Looked] = field(default_factory=list)
    blind: bool = False
    counts: bool = False
    shape: tuple[tuple[str, bool], ...] = (("report", True),)
    """The steps, and whether each is needed."""
    stored: Counter[str] = field(default_factory=Counter)
    asked: list[str] = field(default_factory=list)
    reopens: list[Result | None] = field(default_factory=list)

    def steps(self, parcel: Parcel) -> Sequence[Step]:  # noqa: ARG002
        return [self._step(name, needed=needed) for name, needed in self.shape]

    def _step(self, name: str, *, needed: bool) -> Step:
        def do(parcel: Parcel, names: Names) -> Result:
            self.asked.append(name)
            script = self.results.get(name, [])
            planned = script.pop(0) if script else Arrives(Accepted({name: "1"}, number="N-1"))
            match planned:
                case Arrives(answer):
                    self.stored[name] += 1
                    return answer
                case Dies(there):
                    self.stored[name] += there
                    raise PowerCutError
                case Exception():
                    raise planned
                case Accepted():
                    self.stored[name] += 1
            return planned

        def look_up(parcel: Parcel, names: Names) -> Looked:
            self.asked.append(f"look {name}")
            if self.looks:
                return self.looks.pop(0)
            return Accepted({name: "1"}) if self.stored[name] else NotThere()

        seen = None if self.blind else look_up
        return Step(name, do, seen, needed=needed, counts=self.counts)

    def news(self, asked: Sequence[Names]) -> Sequence[News | NoNews]:
        return [NoNews("nothing") for _ in asked]

    def names_of(self, number: str) -> Names:
        return {"report": number}

    def reopen(self, names: Names, code: str, why: str) -> Result | None:  # noqa: ARG002
        self.asked.append("reopen")
        return self.reopens.pop(0) if self.reopens else Accepted()

    def pushed(self, push: Push) -> Pushed | None:  # noqa: ARG002
        return None

    def check(self, targets: Sequence[str]) -> Sequence[Problem]:  # noqa: ARG002
        return []

    def targets(self) -> Sequence[tuple[str, str]]:
        return []

    def close(self) -> None:
        pass
