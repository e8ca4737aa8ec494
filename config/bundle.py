"""Everything that a town may change from afar: flows, words, colours, places, promises.

A bundle is a folder. The factory bundle that comes with the program and one that staff
publish have the same shape and go through the same door: it is used whole, or not at
all, and every mistake is named with its file and line.

    bundle.yaml       who we are, what the start screen offers, how long we wait, when it is open
    catalogue.yaml    categories with their promise, known places
    theme.yaml        the colours of each theme
    flows/*.yaml      one form each
    texts/*.ftl       one language each
    announcements.yaml  news on the start screen (may be left out)
    kiosks.yaml       groups of kiosks, and kiosks, that differ in something (may be left out)
    pronunciation.yaml  how a voice says what it would say wrongly (may be left out)
    clips/<language>/*  phrases that a person has read aloud (may be left out)
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Self

from pydantic import RootModel, model_validator

from config.clips import clips_of
from config.groups import (
    Kiosks,
    Languages,
    Offer,
    OfKiosk,
    Start,
    group_problems,
)
from config.problems import Mistakes, Model, Problem, line_at, read_yaml, validated
from config.pronunciation import Spoken, pronunciation_of
from config.texts import FluentTexts, load_texts
from kiosk.core.catalogue import Catalogue, Limits, Municipality
from kiosk.core.dates import Announcement, Announcements, Hours
from kiosk.core.flow import Flow, Part
from kiosk.core.sentences import sentence
from kiosk.core.theme import Palette
from kiosk.pieces import Pronunciation

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
FACTORY = Path(__file__).parent / "factory"


class Front(Part):
    """`bundle.yaml`: the first language is the one that staff read."""

    municipality: Municipality
    start: Start
    languages: Languages
    limits: Limits = Limits()
    hours: Hours | None = None
    """When somebody may be expected at the kiosks; left out: always."""


class Themes(RootModel[dict[str, Palette]]):
    """`theme.yaml`: at least one theme; the first is the one that a visit begins with."""

    @model_validator(mode="after")
    def _has_one(self) -> Self:
        if not self.root:
            raise ValueError(sentence("there is no theme here. Add one, such as 'normal'"))
        for theme, palette in self.root.items():
            for colour in fields(palette):
                value = getattr(palette, colour.name)
                if not COLOUR.fullmatch(value):
                    raise ValueError(
                        sentence(
                            "'{theme}': {colour} is '{value}'; write it as \"#RRGGBB\", "
                            "with the quotes",
                            theme=theme,
                            colour=colour.name,
                            value=value,
                        )
                    )
        return self


@dataclass(frozen=True)
class Bundle:
    """A bundle that can be used. `version` names exactly this content."""

    folder: Path
    version: str
    municipality: Municipality
    start: tuple[str, ...]
    limits: Limits
    flows: Mapping[str, Flow]
    catalogue: Catalogue
    themes: Mapping[str, Palette]
    texts: FluentTexts
    pronunciation: Mapping[str, Pronunciation]
    clips: Mapping[tuple[str, str], Path]
    """Recorded phrases, by language and by what they say."""
    unused_clips: tuple[Problem, ...]
    """Recordings that cannot be used: spoken instead, and no reason to refuse the bundle."""
    hours: Hours | None
    announcements: tuple[Announcement, ...]
    groups: Mapping[str, Offer]
    kiosks: Mapping[str, OfKiosk]
    """What differs by kiosk: `config.groups.for_kiosk` gives the bundle of one of them."""


def load_bundle(folder: Path) -> Bundle:
    """The bundle in `folder`. Raises Mistakes, which names every file that is wrong."""
    problems: list[Problem] = []

    def load(read: type[Model], name: str, left_out: Model | None = None) -> Model | None:
        if left_out is not None and not (folder / name).exists():
            return left_out
        try:
            return validated(read, read_yaml(folder / name, name), folder / name, name)
        except Mistakes as mistakes:
            problems.extend(mistakes.problems)
            return None

    front = load(Front, "bundle.yaml")
    catalogue = load(Catalogue, "catalogue.yaml")
    themes = load(Themes, "theme.yaml")
    spoken = load(Spoken, "pronunciation.yaml", Spoken({}))
    news = load(Announcements, "announcements.yaml", Announcements(()))
    kiosks = load(Kiosks, "kiosks.yaml", Kiosks())
    flows = {}
    for path in sorted((folder / "flows").glob("*.yaml")):
        name = f"flows/{path.name}"
        flow = load(Flow, name)
        if flow is not None and flow.flow != path.stem:
            what = sentence(
                "'flow: {flow}' must be the name of the file. Write 'flow: {name}'.",
                flow=flow.flow,
                name=path.stem,
            )
            problems.append(Problem(name, 1, what))
        if flow is not None:
            flows[flow.flow] = flow
    if problems or not (front and catalogue and themes and spoken and news and kiosks):
        raise Mistakes(problems)
    texts = load_texts(folder / "texts", front.languages)
    problems += _cross(folder, front, catalogue, flows)
    problems += group_problems(folder, kiosks, news, front.languages, flows)
    if problems:
        raise Mistakes(problems)
    clips, unused = clips_of(folder, texts)
    return Bundle(
        folder,
        version_of(folder),
        front.municipality,
        front.start,
        front.limits,
        flows,
        catalogue,
        themes.root,
        texts,
        pronunciation_of(spoken),
        clips,
        tuple(unused),
        front.hours,
        news.root,
        kiosks.groups,
        kiosks.kiosks,
    )


def _cross(
    folder: Path, front: Front, catalogue: Catalogue, flows: Mapping[str, Flow]
) -> list[Problem]:
    """What only shows when the files are held beside each other."""
    found = [
        Problem("bundle.yaml", line_at(folder / "bundle.yaml", "start", index),
                sentence("start names '{name}', but there is no flows/{name}.yaml. "
                         "Flows: {flows}.", name=name, flows=", ".join(flows)))
        for index, name in enumerate(front.start)
        if name not in flows
    ]  # fmt: skip
    promises = {promise.promise for promise in catalogue.promises}
    found += [
        Problem("catalogue.yaml", 0,
                sentence("'{category}' promises '{promise}', which is not among the promises: "
                         "{promises}.", category=f"{main.value}/{sub.value}", promise=sub.promise,
                         promises=", ".join(sorted(promises))))
        for main in catalogue.categories
        for sub in main.sub
        if sub.promise not in promises
    ]  # fmt: skip
    places = any(step.source == "places" for flow in flows.values() for step in flow.steps)
    if places and not catalogue.places:
        what = sentence("a flow offers places, but there are none here.")
        found.append(Problem("catalogue.yaml", 0, what))
    kinds = any(step.source == "categories" for flow in flows.values() for step in flow.steps)
    if kinds and not catalogue.categories:
        what = sentence("a flow offers categories, but there are none here.")
        found.append(Problem("catalogue.yaml", 0, what))
    return found


def files_of(folder: Path) -> tuple[Path, ...]:
    """The files that make a bundle, in a fixed order."""
    patterns = ("*.yaml", "flows/*.yaml", "texts/*.ftl", "clips/*/*")
    return tuple(sorted(path for pattern in patterns for path in folder.glob(pattern)))


def version_of(folder: Path) -> str:
    """A name for exactly this content."""
    content = hashlib.sha256()
    for path in files_of(folder):
        content.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return content.hexdigest()[:12]
