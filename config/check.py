"""Is a bundle fit for a kiosk? Everything that only shows when someone gets there.

`load_bundle` refuses what cannot be read. This goes further: every text that a screen,
a voice or a receipt may ask for is there, every pictogram exists, every variable is
known. It takes a moment, so a kiosk does it once for each version of a bundle.
"""

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from config.bundle import FACTORY, Bundle, load_bundle, version_of
from config.problems import Mistakes, Problem
from config.texts import FluentTexts, syntax_problems
from kiosk.core.flow import Flow, Step
from kiosk.core.sentences import sentence
from screens.pictograms import has_picture
from screens.theme import faint

VALUES: dict[str, dict[str, str | int]] = {
    "ui-sound-level": {"volume": 1, "rate": 1},
    "ui-still-help": {"seconds": 1},
    "ui-status-day": {"day": "1"},
    "ui-status-planned-day": {"day": "1"},
    "ui-not-told-call": {"phone": "1"},
    "ui-closed-call": {"phone": "1"},
    "ui-receipt-phone": {"phone": "1"},
    "ui-help-3": {"phone": "1"},
    "ui-leaflet-failed": {"phone": "1"},
    "ui-scan-row": {"first": "1", "last": "1"},
    "ui-record-most": {"most": 1},
    "ui-record-time": {"seconds": 1, "most": 1},
    "ui-recorded": {"seconds": 1},
    "ui-staff-locked": {"minutes": 1},
    "ui-learn-title": {"key": "1"},
    "ui-learn-twice": {"key": "1"},
    "ui-enrol": {"name": "1"},
    "ui-enrolled": {"name": "1"},
}
"""What the kiosk fills in where a text has a variable."""

EVERY_SCREEN = sentence("every screen")


def needed_texts(bundle: Bundle) -> Iterator[tuple[str, str]]:
    """Each message that may be asked for, and who asks. A key may name an attribute."""
    for name, flow in bundle.flows.items():
        who = f"flows/{name}.yaml"
        yield f"flow-{name}", who
        yield f"flow-{name}.title", who
        if flow.ends == "send":
            yield f"flow-{name}.send", who
            yield f"flow-{name}.thanks", who
        if not any(step.means == "category" for step in flow.steps) and flow.ends == "send":
            yield f"flow-{name}.promise", who
        if flow.advice:
            yield f"{name}-advice", who
        for item in flow.advice:
            yield f"advice-{item.advice}", who
            for number in (1, 2, 3):
                yield f"advice-{item.advice}.line{number}", who
        for step in flow.steps:
            yield from _needed_by_step(flow, step, who)
    for main in bundle.catalogue.categories:
        yield f"category-{main.value}", "catalogue.yaml"
        for sub in main.sub:
            yield f"category-{main.value}-{sub.value}", "catalogue.yaml"
    for promise in bundle.catalogue.promises:
        yield f"promise-{promise.promise}", "catalogue.yaml"
    for place in bundle.catalogue.places:
        yield f"place-{place.value}", "catalogue.yaml"
    for one in bundle.announcements:
        yield f"announcement-{one.announcement}", "announcements.yaml"


def _needed_by_step(flow: Flow, step: Step, who: str) -> Iterator[tuple[str, str]]:
    key = f"{flow.flow}-{step.step}"
    yield key, who
    if flow.ends == "send":
        yield f"{key}.row", who
    for choice in step.choices:
        yield f"{key}-{choice.value}", who


@cache
def interface_texts() -> tuple[str, ...]:
    """The messages of the interface itself: those that the factory bundle has."""
    texts = load_bundle(FACTORY).texts
    first = texts.languages[0]
    found = (name for name in texts.names(first) if name.startswith("ui-"))
    return tuple(f"{name}{attribute}" for name in found for attribute in texts.attributes(name))


def pictures_of(bundle: Bundle) -> Iterator[tuple[str, str]]:
    """Each pictogram that the bundle names, and where."""
    for name, flow in bundle.flows.items():
        who = f"flows/{name}.yaml"
        yield flow.picture, who
        for step in flow.steps:
            if step.picture:
                yield step.picture, who
            yield from ((choice.picture, who) for choice in step.choices)
        yield from ((item.picture, who) for item in flow.advice)
    for main in bundle.catalogue.categories:
        yield main.picture, "catalogue.yaml"
        yield from ((sub.picture, "catalogue.yaml") for sub in main.sub)
    yield from ((place.picture, "catalogue.yaml") for place in bundle.catalogue.places)
    yield from ((one.picture, "announcements.yaml") for one in bundle.announcements)


def _may_be_there(texts: FluentTexts) -> Iterator[str]:
    """Texts of the bundle's own that nobody needs, such as a note: they must be in order too."""
    for name in texts.names(texts.staff):
        if not name.startswith(("ui-", "-")):
            yield from (f"{name}{attribute}" for attribute in texts.attributes(name))


def problems_of(bundle: Bundle) -> tuple[Problem, ...]:
    """What makes this bundle unfit, with file, line and how to mend it."""
    texts, found = bundle.texts, []
    first = texts.languages[0]
    wanted = [*needed_texts(bundle), *((key, EVERY_SCREEN) for key in interface_texts())]
    file = f"texts/{first}.ftl"
    for key, who in wanted:
        name, _, attribute = key.partition(".")
        if not texts.has(first, key):
            line = texts.line(first, name)
            if attribute:
                what = sentence(
                    "'{name}' has no '.{attribute}', which {who} needs. Add it.",
                    name=name,
                    attribute=attribute,
                    who=who,
                )
            else:
                what = sentence(
                    "'{name}' is missing, which {who} needs. Add it.", name=name, who=who
                )
            found.append(Problem(file, line, what))
    for key in (*(key for key, _ in wanted if texts.has(first, key)), *_may_be_there(texts)):
        name = key.partition(".")[0]
        for language in texts.languages:
            try:
                texts.text(language, key, **VALUES.get(name, {}))
            except KeyError as error:
                line = texts.line(language, name)
                what = sentence(
                    "{what}. Take the variable out, or spell it as in the factory.",
                    what=error.args[0],
                )
                found.append(Problem(f"texts/{language}.ftl", line, what))
    for picture, who in pictures_of(bundle):
        if not has_picture(picture):
            line = _line_of(bundle.folder / who, picture)
            what = sentence(
                "there is no pictogram '{picture}'. Choose another; docs/flows.md tells where.",
                picture=picture,
            )
            found.append(Problem(who, line, what))
    found += [
        Problem(
            "theme.yaml",
            _line_of(bundle.folder / "theme.yaml", f"{theme}:"),
            sentence("{fault}.", fault=fault),
        )
        for theme, palette in bundle.themes.items()
        for fault in faint(palette)
    ]
    found += syntax_problems(bundle.folder / "texts", texts.languages)
    return tuple(sorted(set(found)))


def missing_translations(bundle: Bundle) -> tuple[Problem, ...]:
    """Texts that fall back to the first language: a kiosk can live with them, readers less."""
    first, *others = bundle.texts.languages
    return tuple(
        Problem(
            f"texts/{language}.ftl",
            0,
            sentence(
                "'{key}' is missing; '{first}' is shown instead (line {line} there).",
                key=key,
                first=first,
                line=bundle.texts.line(first, key.partition(".")[0]),
            ),
        )
        for language in others
        for key in bundle.texts.missing(language)
    )


def _line_of(path: Path, word: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if word in line), 0)


def fit_bundle(folder: Path, stamp: Path | None) -> Bundle:
    """The bundle in `folder`, fit for use. Raises Mistakes.

    `stamp` remembers what was found fit, so that the next start is quick: this version, by a
    program that asks for the texts of this factory. A newer program may ask for more.
    """
    bundle = load_bundle(folder)
    factory = bundle.version if folder == FACTORY else version_of(FACTORY)
    found_fit = f"{bundle.version} {factory}"
    if stamp is not None and stamp.exists() and stamp.read_bytes() == found_fit.encode():
        return bundle
    if problems := problems_of(bundle):
        raise Mistakes(problems)
    if stamp is not None:
        with suppress(OSError):  # a full disk: it is examined again next time
            stamp.parent.mkdir(parents=True, exist_ok=True)
            stamp.write_text(found_fit, encoding="utf-8")
    return bundle
