"""The kinds of submissions that there can be: every flow that sends, and its categories.

As a route names them, with the words that staff know them by, from the published bundle.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from config.bundle import Bundle
from desk.bundle import bundle
from desk.languages import STAFF_LANGUAGE


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
    return tuple(kinds_in(bundle()))


def kinds_in(published: Bundle) -> Iterator[Kind]:
    """The kinds of this bundle, such as a draft. Raises KeyError where a text is missing."""

    def said(key: str) -> str:
        return published.texts.text(STAFF_LANGUAGE, key).shown

    for name, flow in published.flows.items():
        if flow.ends != "send":
            continue
        divided = any(step.source == "categories" for step in flow.steps)
        yield Kind(name, "", said(f"flow-{name}.title"), is_real=not divided)
        for main in published.catalogue.categories if divided else ():
            if len(main.sub) > 1:  # of one, nobody is asked which
                yield Kind(name, main.value, said(f"category-{main.value}"), is_real=False)
            for sub in main.sub:
                label = said(f"category-{main.value}-{sub.value}")
                yield Kind(name, f"{main.value}/{sub.value}", label, is_real=True)
