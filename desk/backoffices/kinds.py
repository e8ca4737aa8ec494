"""The kinds of submissions that there can be: every flow that sends, and its categories.

As a route names them, with the words that staff know them by, from the published bundle.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from config.bundle import Bundle, files_of, load_bundle
from desk.languages import STAFF_LANGUAGE

Stamp = tuple[tuple[Path, int, int], ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """`category` is `main/sub`, `main` or empty, as in a route. `is_real`: a submission can be
    exactly this; a flow or a main category that is divided only passes its route on."""

    flow: str
    category: str
    label: str
    is_real: bool

    @property
    def key(self) -> str:
        return f"{self.flow}:{self.category}"

    @property
    def depth(self) -> int:
        return 0 if not self.category else 1 + self.category.count("/")


def kinds() -> Sequence[Kind]:
    """In the order of the bundle, each behind what it is a part of. Raises Mistakes."""
    folder = Path(settings.BUNDLE)
    stamp = tuple(
        (path, found.st_mtime_ns, found.st_size)
        for path in files_of(folder)
        for found in [path.stat()]
    )
    return _of(folder, stamp)


@lru_cache(maxsize=2)
def _of(folder: Path, stamp: Stamp) -> Sequence[Kind]:  # noqa: ARG001 - a changed bundle is read anew
    return tuple(_in(load_bundle(folder)))


def _in(bundle: Bundle) -> Iterator[Kind]:
    def said(key: str) -> str:
        return bundle.texts.text(STAFF_LANGUAGE, key).shown

    for name, flow in bundle.flows.items():
        if flow.ends != "send":
            continue
        divided = any(step.source == "categories" for step in flow.steps)
        yield Kind(name, "", said(f"flow-{name}.title"), is_real=not divided)
        for main in bundle.catalogue.categories if divided else ():
            if len(main.sub) > 1:  # of one, nobody is asked which
                yield Kind(name, main.value, said(f"category-{main.value}"), is_real=False)
            for sub in main.sub:
                label = said(f"category-{main.value}-{sub.value}")
                yield Kind(name, f"{main.value}/{sub.value}", label, is_real=True)
