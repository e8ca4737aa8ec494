"""What a town may want to know of a bundle before it is published, and no kiosk minds: texts
that a language lacks, forms that nobody is offered, languages that nobody says."""

from collections.abc import Iterator
from pathlib import Path

from config.bundle import Bundle, load_bundle
from config.check import needed_texts
from config.examining.findings import Finding, finding
from config.problems import Mistakes
from kiosk.voice import NORMAL_RATE_STEP, EspeakVoice


def missing(bundle: Bundle) -> tuple[list[Finding], list[Finding]]:
    """Texts that a language lacks: those that somebody will see, and those that nobody asks
    for. A kiosk shows the first language instead, to a visitor who chose another."""
    first, *others = bundle.texts.languages
    needed = {key.partition(".")[0] for key, _ in needed_texts(bundle)}
    seen: list[Finding] = []
    unseen: list[Finding] = []
    for language in others:
        for key in bundle.texts.missing(language):
            name, _, attribute = key.partition(".")
            if attribute and not bundle.texts.has(language, name):
                continue  # the whole of it is named
            line = bundle.texts.line(language, name)
            what = (
                f"'{key}' is missing. Translate it; line {bundle.texts.line(first, name)} of "
                f"texts/{first}.ftl has it."
            )
            file = f"texts/{language}.ftl"
            found = finding("missing", file, line, what, key=key, language=language)
            (seen if name in needed or name.startswith("ui-") else unseen).append(found)
    return seen, unseen


def unused(bundle: Bundle) -> Iterator[Finding]:
    """Forms that stand on no start screen: a way to switch a service off, or forgotten."""
    offered = set(bundle.start)
    for part in (*bundle.groups.values(), *bundle.kiosks.values()):
        offered |= set(part.start or ())
    for name, flow in bundle.flows.items():
        if name not in offered and flow.ends == "send":
            what = (
                f"no start screen offers '{name}'. Add it to 'start' in bundle.yaml, if it should."
            )
            yield finding("unused", f"flows/{name}.yaml", 1, what, flow=name)


def voiceless(bundle: Bundle) -> Iterator[Finding]:
    """Languages that no voice of ours speaks: their visitors hear nothing but recordings."""
    voice = EspeakVoice()
    for language in bundle.texts.languages:
        if not voice.sound("1", language, NORMAL_RATE_STEP).samples:
            what = f"no voice speaks '{language}'. Record its texts, or install a voice."
            yield finding("voice", "bundle.yaml", 0, what, language=language)


def gone(bundle: Bundle, base: Path) -> Iterator[Finding]:
    """What kiosks have now and would have no longer."""
    try:
        before = load_bundle(base)
    except Mistakes:
        return
    kinds = {
        "language": (before.texts.languages, bundle.texts.languages),
        "form": (tuple(before.flows), tuple(bundle.flows)),
        "theme": (tuple(before.themes), tuple(bundle.themes)),
    }
    for kind, (old, new) in kinds.items():
        for name in old:
            if name not in new:
                what = f"the {kind} '{name}' is there now, and would be gone."
                yield finding("gone", "bundle.yaml", 0, what, part=kind, name=name)
