"""The English of the staff pages: finds each Dutch sentence, keeps and compiles its translation.
And the Dutch of what the program says of mistakes in a bundle, which it says in English.

    python -m desk.messages            bring the .po files up to date, and compile them
    python -m desk.messages --check    say what is missing, wrong or not compiled; change nothing
    python -m desk.messages fleet      only those of this part; --check as well

A sentence is what stands in `{% translate %}`, `{% blocktranslate %}` or one of the gettext
functions; its Dutch is its name. Each part of the desk has its own
`locale/en/LC_MESSAGES/django.po`. A new sentence comes in there empty, to be filled in by
hand; one that is gone is dropped. Needs no program besides Python.

The part `config` is the other way round: what `sentence` and `template` are given in the programs
that read a bundle (`kiosk.core.sentences`), with its Dutch in the desk's `locale/nl`.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from desk.bare_words import bare_words
from desk.mistakes import CONTEXT
from desk.terminal import sorry

DESK = Path(__file__).resolve().parent
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
MISTAKES = "config"
"""The part that says in English what is wrong in a bundle."""
READERS = ("config/**/*.py", "kiosk/core/*.py", "screens/*.py")
"""The programs that say it, beside the desk."""
NAMES = {"en": "English", "nl": "Dutch"}
ABOUT = {
    "en": "What the staff pages say in English; the Dutch is the name of each sentence.",
    "nl": "What is wrong in a bundle, in Dutch; the English is the name of each sentence.",
}
HEADER = """\
# {about}
# Kept up to date by `python -m desk.messages`; translations are written here by hand.
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)
"""In the compiled file, so that compiling again changes nothing."""
_PLACE = re.compile(r"%\(\w+\)[sd]|\{\w*(?:[:!][^{}]*)?\}|%[sd]")

Key = tuple[str, str]
"""Context (often empty) and sentence, nearly always the Dutch one."""


def parts() -> list[Path]:
    """The folders with sentences of their own; that of the desk itself is the first."""
    mistakes = DESK.parent / MISTAKES
    own = [DESK, *sorted(each.parent for each in DESK.glob("*/__init__.py"))]
    return [*own, mistakes] if mistakes.is_dir() else own


def language_of(part: Path) -> str:
    """The language that its sentences are translated into."""
    return "nl" if part == DESK.parent / MISTAKES else "en"


def sentences(part: Path) -> Catalog:
    """Everything that this part says, as it stands in its source today."""
    found = Catalog(locale=language_of(part), creation_date=NO_DATE, revision_date=NO_DATE)
    if language_of(part) == "nl":
        _add_mistakes(found)
        return found
    for file in _sources(part):
        text = file.read_text()
        if file.suffix != ".py":
            lines = templatize(text, origin=str(file)).splitlines()
            text = "\n".join(line.lstrip() for line in lines)  # it is read as Python
        for _, message, _, context in extract("python", BytesIO(text.encode()), KEYWORDS):
            place = (file.relative_to(DESK.parent).as_posix(), 0)
            found.add(message, None, [place], context=context)
    return found


def _add_mistakes(found: Catalog) -> None:
    for file in sorted(each for pattern in READERS for each in DESK.parent.glob(pattern)):
        kinds: dict[str, None] = {"sentence": None, "template": None}
        for _, message, _, _ in extract("python", BytesIO(file.read_bytes()), kinds):
            place = (file.relative_to(DESK.parent).as_posix(), 0)
            found.add(message, None, [place], context=CONTEXT)


def _sources(part: Path) -> list[Path]:
    pattern = "*.py" if part == DESK else "**/*.py"
    modules = [each for each in part.glob(pattern) if "migrations" not in each.parts]
    return sorted(
        [*modules, *(part / "templates").rglob("*.html"), *(part / "templates").rglob("*.txt")]
    )


def translations(part: Path) -> Catalog:
    file, language = po_file(part), language_of(part)
    if not file.exists():
        return Catalog(locale=language)
    return read_po(BytesIO(file.read_bytes()), locale=language)


def po_file(part: Path) -> Path:
    language = language_of(part)
    folder = DESK if language == "nl" else part
    return folder / "locale" / language / "LC_MESSAGES" / "django.po"


def _key(message: Message) -> Key:
    name = message.id if isinstance(message.id, str) else message.id[0]
    context = message.context or ""
    # Babel leaves it in bytes where it comes from a compiled file.
    return (context.decode() if isinstance(context, bytes) else context, name)


def _by_key(catalog: Catalog) -> dict[Key, Message]:
    return {_key(message): message for message in catalog if message.id}


def update(part: Path) -> None:
    """Write the .po with all that is said now, and compile it."""
    said, known = sentences(part), _by_key(translations(part))
    if not len(said):
        return
    for key, message in _by_key(said).items():
        if key in known and isinstance(known[key].id, str) == isinstance(message.id, str):
            message.string = known[key].string
            message.flags |= known[key].flags & {"fuzzy"}
            message.user_comments = known[key].user_comments
    file = po_file(part)
    file.parent.mkdir(parents=True, exist_ok=True)
    written = BytesIO()
    write_po(written, said, width=100, omit_header=True, include_lineno=False)
    language = language_of(part)
    head = HEADER.format(about=ABOUT[language], language=language)
    text = head + written.getvalue().decode().strip() + "\n"
    if not file.exists() or file.read_text() != text:
        file.write_text(text)
    if not _is_compiled(part):
        usable = Catalog(locale=language, creation_date=NO_DATE, revision_date=NO_DATE)
        for message in said:
            if message.id and _is_translated(message) and not message.fuzzy:
                usable.add(message.id, message.string, context=message.context)
        with file.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, usable)


def _is_compiled(part: Path) -> bool:
    file = po_file(part).with_suffix(".mo")
    if not file.exists():
        return False
    compiled = {
        _key(message): tuple(_strings(message.string))
        for message in read_mo(BytesIO(file.read_bytes()))
        if message.id
    }
    wanted = {
        key: tuple(_strings(message.string))
        for key, message in _by_key(translations(part)).items()
        if _is_translated(message) and not message.fuzzy
    }
    return compiled == wanted


def _is_translated(message: Message) -> bool:
    strings = _strings(message.string)
    return bool(strings) and all(strings)


def problems(part: Path) -> Iterator[str]:
    """What is to be done for this part, each in one line."""
    said, known = _by_key(sentences(part)), _by_key(translations(part))
    where, name = po_file(part).relative_to(DESK.parent), NAMES[language_of(part)]
    for key in said.keys() - known.keys():
        yield f"{where}: '{key[1]}' is missing. Run python -m desk.messages, and translate it."
    for key in known.keys() - said.keys():
        yield f"{where}: '{key[1]}' is said nowhere any more. Run python -m desk.messages."
    for key, message in known.items():
        if not _is_translated(message):
            yield f"{where}: '{key[1]}' has no {name} yet."
        elif message.fuzzy:
            yield f"{where}: the {name} of '{key[1]}' is marked as uncertain (fuzzy)."
        elif _places(message.id) != _places(message.string):
            yield f"{where}: the {name} of '{key[1]}' has other names to fill in than the sentence."
    if (known or said) and not _is_compiled(part):
        yield f"{where}: is not compiled. Run python -m desk.messages."


def _places(text: str | Sequence[str] | None) -> set[str]:
    return {found.group() for each in _strings(text) for found in _PLACE.finditer(each)}


def _strings(text: str | Sequence[str] | None) -> Sequence[str]:
    """One sentence, or singular and plural."""
    return [text] if isinstance(text, str) else text or ()


def quarrels() -> Iterator[str]:
    """The same Dutch with two translations: Django has one heap of them, so one would win."""
    first: dict[Key, tuple[Path, object]] = {}
    for part in parts():
        for key, message in _by_key(translations(part)).items():
            other, english = first.setdefault(key, (part, message.string))
            if english != message.string:
                yield (
                    f"'{key[1]}' is '{english}' in {other.name} but '{message.string}' in "
                    f"{part.name}. Make them the same, or give one a context."
                )


def check(chosen: Sequence[Path]) -> list[str]:
    return [
        *(problem for part in chosen for problem in sorted(problems(part))),
        *quarrels(),
        *(problem for part in chosen for problem in bare_words(part / "templates")),
    ]


def main(arguments: Sequence[str]) -> int:
    known = {part.name: part for part in parts()}
    only_checks = "--check" in arguments
    names = [each for each in arguments if each != "--check"]
    if unknown := set(names) - known.keys():
        return sorry(
            f"There is no {' and no '.join(sorted(unknown))}. There are: {', '.join(known)}."
        )
    chosen = [known[name] for name in names or known]
    for part in [] if only_checks else chosen:
        update(part)
    found = check(chosen)
    return sorry("\n".join(found)) if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
