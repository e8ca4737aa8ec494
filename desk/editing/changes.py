"""What differs between two bundles, in words: text by text in the language files, else by line."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.editing.bundle_paths import is_text
from desk.editing.fluent_text import Words, words_from
from desk.editing.pages import name_of_language
from desk.editing.saving import Line, differences
from desk.publishing.drafts import read_folder, text_of
from desk.publishing.models import Files, Publication, PublicationState, Ring

MOST_TEXTS = 40
FILES = {
    "bundle.yaml": gettext_lazy("Wie wij zijn, startscherm, tijden en talen"),
    "catalogue.yaml": gettext_lazy("Categorieën, beloften en plekken"),
    "theme.yaml": gettext_lazy("Kleuren"),
    "announcements.yaml": gettext_lazy("Mededelingen"),
    "kiosks.yaml": gettext_lazy("Zuilen en groepen"),
    "pronunciation.yaml": gettext_lazy("Uitspraak van woorden"),
}


@dataclass(frozen=True, slots=True)
class OneText:
    """A text that is other than it was; empty where it is not there."""

    name: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class FileChange:
    path: str
    title: str
    kind: str
    """`new`, `gone` or `changed`"""
    texts: tuple[OneText, ...]
    lines: tuple[Line, ...]
    more: int
    """Texts that are not shown."""


def changes_between(then: Files, now: Files) -> list[FileChange]:
    paths = sorted(path for path in {**then, **now} if then.get(path) != now.get(path))
    return [_change(path, then, now) for path in paths]


def _change(path: str, then: Files, now: Files) -> FileChange:
    kind = "changed" if path in then and path in now else "new" if path in now else "gone"
    texts: list[OneText] = []
    lines: tuple[Line, ...] = ()
    if is_text(path) and kind == "changed":
        was, is_now = text_of(then, path), text_of(now, path)
        if path.startswith("texts/"):
            texts = _texts(words_from(was), words_from(is_now))
        if not texts:
            lines = differences(was, is_now, around=2)
    shown = tuple(texts[:MOST_TEXTS])
    return FileChange(path, title_of(path), kind, shown, lines, len(texts) - len(shown))


def _texts(was: Words, now: Words) -> list[OneText]:
    names = dict.fromkeys((*was.names, *now.names))
    pairs = ((name, was.entry(name), now.entry(name)) for name in names)
    return [
        OneText(name, old.rstrip(), new.rstrip())
        for name, old, new in pairs
        if old.rstrip() != new.rstrip()
    ]


def title_of(path: str) -> str:
    """What a file is about, in words."""
    if path.startswith("texts/"):
        return _("Teksten in het %(language)s") % {"language": name_of_language(path[6:-4])}
    if path.startswith("flows/"):
        return _("Formulier %(name)s") % {"name": path[6:-5]}
    if path.startswith("clips/"):
        return _("Opname %(name)s") % {"name": path[6:]}
    return str(FILES.get(path, path))


def published_files() -> tuple[Files, int]:
    """What all kiosks have, and its number; 0 for the bundle that came with the desk."""
    newest = (
        Publication.objects.filter(ring=Ring.ALL, state=PublicationState.PUBLISHED)
        .select_related("release")
        .first()
    )
    if newest is not None:
        return newest.release.files, newest.release.number
    return read_folder(Path(settings.BUNDLE)), 0
