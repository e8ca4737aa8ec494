"""Which text makes a screen unfit: the faults of a layout as something that staff can mend.

A text that is cut off, or that has a word too long for its place, is itself to blame, also for
what else is wrong there. Where a whole screen had to become smaller, or things lie over each
other, it is the longest text among them; and where no text can be named, the question that
the screen asks.
"""

import re
from collections.abc import Iterator, Sequence

from config.bundle import Bundle
from config.examining.findings import Finding, finding
from config.examining.reaching import line_of
from kiosk.core.view import View
from screens.boxes import Layout, Words

LONG_ENOUGH = 12
"""Characters from which the beginning of a text tells which one it is."""
ITSELF = (" is clipped", " has a word that is too long")
"""What `screens.problems` says of one text by itself."""


class Causes:
    """Finds the texts of one language by what they show."""

    def __init__(self, bundle: Bundle, language: str, panel: str) -> None:
        self._bundle = bundle
        self._language = language
        self._panel = panel
        self._messages: dict[str, str] = {}

    def of(self, view: View, layout: Layout, faults: Sequence[str]) -> Iterator[Finding]:
        """What is to be mended for these faults of a layout, each cause once."""
        if not self._messages:  # only where something is wrong
            self._messages = dict(self._all())
        alone = [fault for fault in faults if any(each in fault for each in ITSELF)]
        told = set()
        for some in [[fault] for fault in alone] or [list(faults)]:
            words = {words for fault in some for words in _words_in(view, layout, fault)}
            cause = self._cause(view, sorted(words, key=len, reverse=True), some[0])
            if cause not in told:
                told.add(cause)
                yield cause

    def _cause(self, view: View, words: Sequence[str], fault: str) -> Finding:
        where = f"on the screen '{view.screen}' ({self._language}, {self._panel})"
        for each in (*words, view.title.shown):
            key = self._key_of(each)
            if key:
                shown = self._bundle.texts.find(self._language, key).shown
                what = (
                    f"'{key}' does not fit its place {where}: '{shown}'. "
                    "Make this text shorter, or use shorter words."
                )
                line = self._bundle.texts.line(self._language, key.partition(".")[0])
                return self._found((f"texts/{self._language}.ftl", line), what, view, key, shown)
        flow, _, step = view.screen.partition(".")
        what = f"this does not fit {where}: {fault}. Make its texts shorter."
        words_here = words[0] if words else view.title.shown
        if flow in self._bundle.flows:
            line = line_of(self._bundle, flow, "step", step)
            return self._found((f"flows/{flow}.yaml", line), what, view, "", words_here)
        return self._found((f"texts/{self._language}.ftl", 0), what, view, "", words_here)

    def _found(
        self, place: tuple[str, int], what: str, view: View, key: str, words: str
    ) -> Finding:
        return finding(
            *("fit", *place, what),
            key=key,
            words=words,
            screen=view.screen,
            language=self._language,
            panel=self._panel,
        )

    def _key_of(self, words: str) -> str:
        """The message that shows these words; empty where a value is among them."""
        bare = _bare(words).rstrip("…")
        if bare in self._messages or len(bare) < LONG_ENOUGH:
            return self._messages.get(bare, "")
        return next((key for shown, key in self._messages.items() if shown.startswith(bare)), "")

    def _all(self) -> Iterator[tuple[str, str]]:
        texts = self._bundle.texts
        for name in texts.names(self._language):
            for attribute in texts.attributes(name) if not name.startswith("-") else ():
                try:
                    shown = texts.find(self._language, f"{name}{attribute}").shown
                except KeyError:
                    continue  # it needs a value
                yield _bare(shown), f"{name}{attribute}"


def _words_in(view: View, layout: Layout, fault: str) -> Iterator[str]:
    """The words of what a fault is about, as `screens.problems` names it."""
    for box in layout.boxes:
        if isinstance(box, Words) and f"'{' / '.join(box.lines)}'" in fault:
            yield " ".join(box.lines)
    unquoted = re.sub(r"'.*'", "", fault)
    for target in view.targets:
        named = re.search(rf"(?<![\w:-]){re.escape(target.name)}(?![\w-])", unquoted)
        if named and target.role != "key":
            yield target.text.shown


def _bare(words: str) -> str:
    return "".join(words.split())
