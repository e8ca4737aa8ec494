"""Every sentence of a staff page is there in English, every mistake in Dutch; all compiled."""

import re
import shutil
from pathlib import Path

import pytest

from desk import messages

NOT_COMPILED = "is not compiled. Run python -m desk.messages."


def test_everything_has_its_english() -> None:
    assert messages.check(messages.parts()) == []


@pytest.fixture
def part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small part of a desk, with a page and a module."""
    monkeypatch.setattr(messages, "DESK", tmp_path / "desk")
    made = tmp_path / "desk" / "klein"
    pages = made / "templates" / "klein"
    pages.mkdir(parents=True)
    (made / "__init__.py").write_text("")
    (made / "views.py").write_text('_ = gettext\nSAID = _("Gedaan met {wat}.")\n')
    (pages / "page.html").write_text(
        '{% load i18n %}<h1 title="{% translate "Over" %}">{% translate "Titel" %}</h1>\n'
        "   {% blocktranslate count n=n %}{{ n }} zuil{% plural %}{{ n }} zuilen"
        "{% endblocktranslate %}\n{{ x|default:_('Niets') }}"
    )
    return made


def _fill_in(part: Path, **english: str) -> None:
    file = messages.po_file(part)
    text = file.read_text()
    for dutch, said in english.items():
        text = text.replace(f'msgid "{dutch}"\nmsgstr ""', f'msgid "{dutch}"\nmsgstr "{said}"')
    text = text.replace(
        'msgstr[0] ""\nmsgstr[1] ""', 'msgstr[0] "%(n)s kiosk"\nmsgstr[1] "%(n)s s"'
    )
    text = text.replace(
        'msgid "Gedaan met {wat}."\nmsgstr ""',
        'msgid "Gedaan met {wat}."\nmsgstr "Done with {wat}."',
    )
    file.write_text(text)


def test_sentences_are_found_filled_in_and_kept(part: Path) -> None:
    assert len(messages.check([part])) == 6  # five sentences, and nothing compiled
    messages.update(part)
    found = messages.check([part])
    assert [problem for problem in found if "has no English yet" not in problem] == []
    _fill_in(part, Over="About", Titel="Title", Niets="Nothing")
    assert messages.check([part]) == [
        "desk/klein/locale/en/LC_MESSAGES/django.po: is not compiled. Run python -m desk.messages."
    ]
    messages.update(part)
    assert messages.check([part]) == []
    before = messages.po_file(part).read_bytes()
    messages.update(part)
    assert messages.po_file(part).read_bytes() == before


@pytest.mark.parametrize(
    ("said", "instead", "what"),
    [
        ("Done with {wat}.", "Done with {what}.", "other names to fill in"),
        ('msgid "Over"', '#, fuzzy\nmsgid "Over"', "fuzzy"),
        ('msgstr "Title"', 'msgstr ""', "no English yet"),
        ('msgid "Titel"', 'msgid "Oud"', "is missing"),
        ('msgid "Titel"', 'msgid "Oud"', "nowhere any more"),
    ],
)
def test_what_is_wrong_is_said(part: Path, said: str, instead: str, what: str) -> None:
    messages.update(part)
    _fill_in(part, Over="About", Titel="Title", Niets="Nothing")
    messages.update(part)
    file = messages.po_file(part)
    assert said in file.read_text()
    file.write_text(file.read_text().replace(said, instead))
    assert any(what in problem for problem in messages.check([part]))


def test_the_same_dutch_with_two_translations_is_a_quarrel(part: Path) -> None:
    messages.update(part)
    _fill_in(part, Over="About", Titel="Title", Niets="Nothing")
    other = part.parent / "ander"
    shutil.copytree(part, other)
    assert list(messages.quarrels()) == []
    file = messages.po_file(other)
    file.write_text(file.read_text().replace('"Title"', '"Heading"'))
    assert [problem[:7] for problem in messages.quarrels()] == ["'Titel'"]


def test_what_is_said_of_mistakes_needs_its_dutch(part: Path) -> None:
    mistakes = part.parent.parent / "config"
    mistakes.mkdir()
    (mistakes / "check.py").write_text(
        'what = sentence("\'{name}\' is " "gone.", name=sentence("no \'}\'"))\n'
        'KNOWN = (template("too long"),)\n'
    )
    messages.update(mistakes)
    po = messages.DESK / "locale" / "nl" / "LC_MESSAGES" / "django.po"
    assert [problem.partition(": ")[2] for problem in messages.check([mistakes])] == [
        "''{name}' is gone.' has no Dutch yet.",
        "'no '}'' has no Dutch yet.",
        "'too long' has no Dutch yet.",
    ]
    dutch = iter(("‘{naam}’ is weg.", "geen '}'", "te lang"))
    po.write_text(re.sub(r'(?<=\n)msgstr ""\n(?=\n|$)', lambda _: f'msgstr "{next(dutch)}"\n',
                         po.read_text()))  # fmt: skip
    messages.update(mistakes)
    (problem,) = messages.check([mistakes])
    assert "the Dutch of ''{name}' is gone.' has other names to fill in" in problem


@pytest.mark.parametrize(
    "words", ["<p>Zomaar</p>", '<p aria-label="Zomaar"></p>', "{% if x %}Zomaar{% endif %}"]
)
def test_words_outside_of_a_translation_are_found(part: Path, words: str) -> None:
    page = part / "templates" / "klein" / "page.html"
    page.write_text(page.read_text() + words)
    assert any("Zomaar" in problem for problem in messages.check([part]))
