"""Which kiosks differ from the others, and in what: `kiosks.yaml` of a bundle.

    groups:
      libraries: {languages: [nl, en, ar], hours: {monday: ["09:00-17:00"]}}
    kiosks:
      zuil-1: {group: libraries, start: [melding, status]}

What a kiosk has of its own goes before its group's, and that before `bundle.yaml`. A kiosk
that is not named here, and what is left out, is as `bundle.yaml` says.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from config.problems import Problem, line_at
from kiosk.core.catalogue import Limits
from kiosk.core.dates import Announcements, Hours
from kiosk.core.flow import Flow, Name, Part
from kiosk.core.sentences import sentence

if TYPE_CHECKING:
    from config.bundle import Bundle

FILE, NEWS = "kiosks.yaml", "announcements.yaml"


def _once(names: tuple[str, ...]) -> tuple[str, ...]:
    if twice := {name for name in names if names.count(name) > 1}:
        raise ValueError(sentence("'{name}' stands here twice. Take one out", name=min(twice)))
    return names


Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Start = Annotated[tuple[Name, ...], Field(min_length=1, max_length=6), AfterValidator(_once)]
Languages = Annotated[tuple[Language, ...], Field(min_length=1), AfterValidator(_once)]


class Offer(Part):
    """What may differ; what is left out does not."""

    start: Start | None = None
    languages: Languages | None = None
    limits: Limits | None = None
    """Of its lines, only those that are written differ."""
    hours: Hours | None = None


class OfKiosk(Offer):
    group: Name | None = None


class Kiosks(Part):
    """`kiosks.yaml`. A kiosk has the name under which it was enrolled."""

    groups: Mapping[Name, Offer] = {}
    kiosks: Mapping[str, OfKiosk] = {}

    @model_validator(mode="before")
    @classmethod
    def _may_be_empty(cls, content: Any) -> Any:
        return {} if content is None else content


def for_kiosk(bundle: "Bundle", name: str) -> "Bundle":
    """The bundle as the kiosk `name` offers it. It keeps its version: the files are the same."""
    own = bundle.kiosks.get(name) or OfKiosk()
    group = bundle.groups[own.group] if own.group else Offer()
    languages = own.languages or group.languages or bundle.texts.languages
    written = [one.limits.model_dump(exclude_unset=True) for one in (group, own) if one.limits]
    limits = bundle.limits.model_dump()
    for lines in written:
        limits |= lines
    return replace(
        bundle,
        start=own.start or group.start or bundle.start,
        texts=bundle.texts.offering(languages),
        limits=Limits(**limits),
        hours=own.hours or group.hours or bundle.hours,
        announcements=tuple(one for one in bundle.announcements if one.is_for(name, own.group)),
    )


def group_problems(
    folder: Path,
    kiosks: Kiosks,
    news: Announcements,
    languages: tuple[str, ...],
    flows: Mapping[str, Flow],
) -> Iterator[Problem]:
    """Names in `kiosks.yaml` and `announcements.yaml` that nothing else of the bundle has."""
    for kind, offers in (("groups", kiosks.groups), ("kiosks", kiosks.kiosks)):
        for who, offer in offers.items():
            for index, name in enumerate(offer.start or ()):
                if name not in flows:
                    line = line_at(folder / FILE, kind, who, "start", index)
                    what = sentence(
                        "start of '{who}' names '{name}', but there is no flows/{name}.yaml. "
                        "Flows: {flows}.",
                        who=who,
                        name=name,
                        flows=", ".join(flows),
                    )
                    yield Problem(FILE, line, what)
            for index, name in enumerate(offer.languages or ()):
                if name not in languages:
                    line = line_at(folder / FILE, kind, who, "languages", index)
                    what = sentence(
                        "'{who}' offers '{name}', which bundle.yaml does not have. "
                        "Languages: {languages}.",
                        who=who,
                        name=name,
                        languages=", ".join(languages),
                    )
                    yield Problem(FILE, line, what)
    known = ", ".join(kiosks.groups) or sentence("none")
    for kiosk, own in kiosks.kiosks.items():
        if own.group is not None and own.group not in kiosks.groups:
            line = line_at(folder / FILE, "kiosks", kiosk, "group")
            what = sentence(
                "kiosk '{kiosk}' is in the group '{group}', which is not here. Groups: {groups}.",
                kiosk=kiosk,
                group=own.group,
                groups=known,
            )
            yield Problem(FILE, line, what)
    for index, one in enumerate(news.root):
        for number, group in enumerate(one.groups):
            if group not in kiosks.groups:
                line = line_at(folder / NEWS, index, "groups", number)
                what = sentence(
                    "announcement '{name}' is for the group '{group}', which is not in {file}. "
                    "Groups: {groups}.",
                    name=one.announcement,
                    group=group,
                    file=FILE,
                    groups=known,
                )
                yield Problem(NEWS, line, what)
