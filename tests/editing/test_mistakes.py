"""Mistakes in a bundle are told in the language of the page: Dutch, or English for who chose it."""

import ast
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.test import Client
from django.utils import translation
from django.utils.html import escape
from pydantic import BaseModel, ValidationError

from config.bundle import FACTORY, Front, Themes, load_bundle
from config.check import problems_of
from config.groups import Kiosks
from config.problems import Mistakes, Problem, mistakes_of, read_yaml
from config.pronunciation import Spoken
from desk.mistakes import in_words
from kiosk.core.catalogue import Catalogue
from kiosk.core.dates import Announcements
from kiosk.core.flow import Flow
from kiosk.core.sentences import Sentence, sentence
from tests.factory import ROOT

ENGLISH = re.compile(
    r"\b(the|this|which|with|must|not|here|should|cannot|input|found|expected|there|needs"
    r"|Add|Take|Choose|Change|Write|Look|none|or|and|every|list|lines)\b"
)
DUTCH = re.compile(r"\b(niet|geen|staat|moet|een|het|deze|Haal|Kies|Verander|Schrijf|Zet)\b")
QUOTED = re.compile(r"‘[^’]*’|&#x27;.*?&#x27;|&quot;.*?&quot;|\[een, twee\]")

HOURS: dict[str, Any] = {"monday": ["08:00-12:00", "13:00-18:00"]}
FRONT: dict[str, Any] = {
    "municipality": {"name": "Stad", "phone": "14 053"},
    "start": ["melding"],
    "languages": ["nl", "en"],
    "limits": {"idle_s": 60, "warning_s": 30},
    "hours": HOURS,
}
STEPS: list[dict[str, Any]] = [
    {"step": "wat", "ask": "choice", "source": "categories", "style": "list", "means": "category"},
    {
        "step": "waar",
        "ask": "choice",
        "picture": "1F4A1",
        "choices": [
            {"value": "adres", "picture": "1F4A1"},
            {"value": "plek", "picture": "1F4A1"},
        ],
        "when": {},
    },
    {"step": "vertel", "ask": "words", "skip": True, "aloud": False, "when": {"waar": ["plek"]}},
]
FLOW: dict[str, Any] = {"flow": "melding", "picture": "1F4A1", "ends": "send", "steps": STEPS}
PLACE = {"value": "markt", "picture": "1F4A1", "latitude": 52.1, "longitude": 6.1}
SUB = {"value": "uit", "picture": "1F4A1", "promise": "snel"}
CATALOGUE: dict[str, Any] = {
    "categories": [{"value": "lamp", "picture": "1F4A1", "sub": [SUB]}],
    "promises": [{"promise": "snel", "days": 3}],
    "places": [PLACE],
}
ONE: dict[str, Any] = {"announcement": "markt", "picture": "1F4A1", "from": "2026-01-01"}
NEWS = [ONE | {"until": "2026-02-01", "groups": ["wijk"], "kiosks": ["zuil-1"]}]
KIOSKS: dict[str, Any] = {
    "groups": {"wijk": {"start": ["melding"], "languages": ["nl"], "hours": HOURS}},
    "kiosks": {"zuil-1": {"group": "wijk"}},
}
SPOKEN = {"nl": {"words": {"UWV": "u w v"}, "letters": {"y": "ij"}}}
THEMES = yaml.safe_load((FACTORY / "theme.yaml").read_text(encoding="utf-8"))
RIGHT: list[tuple[type[BaseModel], Any]] = [
    (Front, FRONT),
    (Flow, FLOW),
    (Catalogue, CATALOGUE),
    (Announcements, NEWS),
    (Kiosks, KIOSKS),
    (Spoken, SPOKEN),
    (Themes, {"normal": THEMES["normal"]}),
]
WRONG = [
    *(None, "", "x" * 300, "Zo Niet", "2026-13-45", "2026-02-30", "18:00-18:00", "8-9", "adres"),
    *(5, -1, 10**30, 1.5, float("nan"), float("inf"), 20261201, True),
    *([], ["nl"] * 20, ["a", "b"], [1], [None], {}, {"a": 1}, {1: 2}),
]
"""What may stand anywhere instead of what must stand there."""


def places(content: Any) -> Iterator[tuple[str | int, ...]]:
    yield ()
    pairs = content.items() if isinstance(content, dict) else ()
    for name, part in enumerate(content) if isinstance(content, list) else pairs:
        yield from ((name, *more) for more in places(part))


def with_one_changed(content: Any, place: tuple[str | int, ...], wrong: object) -> Any:
    if not place:
        return wrong
    made = content.copy()
    made[place[0]] = with_one_changed(content[place[0]], place[1:], wrong)
    return made


def with_one_more(content: Any, place: tuple[str | int, ...]) -> Any:
    """A line that is there twice, or that is not known; or one less."""
    found = content
    for part in place:
        found = found[part]
    if isinstance(found, list):
        return with_one_changed(content, place, [*found, *found[:1]])
    if isinstance(found, dict):
        return with_one_changed(content, place, dict(list(found.items())[1:]) | {"inkt": 1})
    return content


def mistakes_in(model: type[BaseModel], content: Any) -> tuple[Problem, ...]:
    try:
        model.model_validate(content)
    except ValidationError as error:
        return mistakes_of(error, None, "file.yaml").problems
    return ()


def tell_in_both(problems: set[str]) -> None:
    for what in problems:
        with translation.override("nl"):
            dutch = in_words(what)
        assert isinstance(what, Sentence), what
        assert "lang=" not in dutch, what
        assert not ENGLISH.search(QUOTED.sub("", dutch)), dutch
        with translation.override("en"):
            assert in_words(what) == escape(what)


def test_whatever_is_put_in_the_wrong_place_is_told_in_both_languages() -> None:
    found: dict[str, str] = {}
    for model, right in RIGHT:
        assert mistakes_in(model, right) == ()
        for place in places(right):
            contents = [with_one_more(right, place)]
            contents += [with_one_changed(right, place, wrong) for wrong in WRONG]
            for content in contents:
                for each in mistakes_in(model, content):
                    assert isinstance(each.what, Sentence), each
                    found.setdefault(_kind(each.what), each.what)
    assert len(found) > 40  # kinds, not cases
    tell_in_both(set(found.values()))


def _kind(what: Sentence) -> str:
    """One of each template, and of each in it."""
    inner = [_kind(each) for each in what.values.values() if isinstance(each, Sentence)]
    return " ".join((what.template, *inner))


FLOWS: list[Callable[[dict[str, Any]], object]] = [
    lambda flow: flow["steps"][2].update(when={"nergens": ["x"]}),
    lambda flow: flow["steps"][2].update(when={"waar": ["ginds"]}),
    lambda flow: flow["steps"][1].update(when={"vertel": ["x"]}),
    lambda flow: flow["steps"][0].update(when={"wat": ["x"]}),
    lambda flow: flow.update(send_when={"vertel": ["x"]}),
    lambda flow: flow.update(send_when={"nergens": ["x"]}),
    lambda flow: flow.update(advice=[{"advice": "a", "picture": "1F4A1"}]),
    lambda flow: flow.update(
        advice=[{"advice": "a", "picture": "1F4A1", "when": {"x": ["y"]}}], advice_before="wat"
    ),
    lambda flow: flow.update(advice=[{"advice": "a", "picture": "1F4A1"}], advice_before="nergens"),
    lambda flow: flow.update(ends="status"),
    lambda flow: flow["steps"][0].update(source="subcategories"),
    lambda flow: flow["steps"][0].update(skip=True),
    lambda flow: flow["steps"][2].update(source="places"),
    lambda flow: flow["steps"][1].update(source="places"),
]


def test_what_does_not_fit_together_in_a_form_is_told_in_both_languages() -> None:
    found = set()
    for spoil in FLOWS:
        flow = FLOW | {"steps": [step.copy() for step in STEPS]}
        spoil(flow)
        problems = mistakes_in(Flow, flow)
        assert problems, spoil
        found |= {each.what for each in problems}
    assert len(found) >= len(FLOWS) - 1
    tell_in_both(found)


YAML = [
    *("a: [b", "a: {b", "a: b: c", "a\nb: c", "a: b\n c", "a: 'b", "- a\nb: c", "a: @b", "a: *b"),
    *("a: !b c", "a: &", "a: |x\n", 'a: "\\q"', "a:\n\t- b", "? a\n  ? b", "[a]: b\n? [c]: d"),
    *("a: b\n---\nc: d", "%a", "% ", "a: - b", "a: \x01", "a: 2026-02-31", "a: [b\n---", "{: ["),
    *('a: "\\xzz"', "a: [b]]", "a: b\n  - c", "a: &b 1\nc: &b 2\n", "a: {<<: b}", "%YAML 3.0\n---"),
]


def test_what_is_no_yaml_is_told_in_both_languages(tmp_path: Path) -> None:
    found = set()
    for text in YAML:
        (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
        try:
            read_yaml(tmp_path / "x.yaml", "x.yaml")
        except Mistakes as mistakes:
            found |= {each.what for each in mistakes.problems}
    assert len(found) > 15
    tell_in_both(found)


def test_what_only_shows_in_the_whole_bundle_is_told_in_both_languages(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FACTORY, tmp_path / "bundle"))

    def change(name: str, old: str, new: str) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text, old
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    change(
        "texts/nl.ftl", "\nui-next =", "\nonzin\n\nui-later = {$secs}\n\nui-later = x\n\nui-nxt ="
    )
    change("texts/nl.ftl", "\nmelding-vertel =", "\nmelding-vertle =")
    change("texts/en.ftl", "{ $seconds }", "{ NOTHING($seconds) } { ui-nothing } { -nothing }")
    change("catalogue.yaml", "picture: ", "picture: 1FFFF # was ")
    change("theme.yaml", 'ink_soft: "#', 'ink_soft: "#E0E0E0" # "#')
    (folder / "clips" / "nl").mkdir(parents=True)
    for name in ("ui-next.mp3", "ui-nothing.wav", "ui-pay.wav", "ui-help-3.wav", "ui-back.wav"):
        (folder / "clips" / "nl" / name).write_bytes(b"")
    bundle = load_bundle(folder)
    unfit = {each.what for each in (*problems_of(bundle), *bundle.unused_clips)}
    assert len({each.template for each in unfit if isinstance(each, Sentence)}) >= 9
    change("bundle.yaml", "start: [melding,", "start: [meldign,")
    change("catalogue.yaml", "promise: ", "promise: nooit-")
    news = "- {announcement: a, picture: 1F4A1, groups: [niemand]}\n"
    (folder / "announcements.yaml").write_text(news, encoding="utf-8")
    kiosks = "kiosks: {zuil-1: {group: musea, start: [nergens], languages: [fr]}}\n"
    (folder / "kiosks.yaml").write_text(kiosks, encoding="utf-8")
    with pytest.raises(Mistakes) as crossed:
        load_bundle(folder)
    assert len(crossed.value.problems) >= 5
    change("flows/klacht.yaml", "flow: klacht", "flow: klagen")
    (folder / "theme.yaml").unlink()
    with pytest.raises(Mistakes) as loaded:
        load_bundle(folder)
    problems = {each.what for each in (*crossed.value.problems, *loaded.value.problems)}
    tell_in_both(unfit | problems)


def test_what_nobody_translated_is_marked_as_english_and_what_was_typed_is_harmless() -> None:
    made = sentence("'{where}': {what}. Change it.", where="<b>", what=sentence("brand new"))
    with translation.override("nl"):
        assert in_words(made) == ('‘&lt;b&gt;’: <span lang="en">brand new</span>. Verander het.')
    with translation.override("en"):
        assert in_words(made) == "&#x27;&lt;b&gt;&#x27;: brand new. Change it."
    assert in_words("Zo kan het <niet>.") == "Zo kan het &lt;niet&gt;."


READERS = [
    *(ROOT / "kiosk" / "core" / f"{name}.py" for name in ("flow", "dates", "catalogue", "theme")),
    *(
        ROOT / "config" / f"{name}.py"
        for name in ("bundle", "check", "clips", "groups", "problems", "pronunciation", "texts")
    ),
    ROOT / "config" / "examining" / "examination.py",
]
MAKERS = {"Problem": 2, "ValueError": 0, "_Unusable": 0}
"""Who say what is wrong, and at which place it stands."""


@pytest.mark.parametrize("module", READERS, ids=lambda module: module.stem)
def test_no_mistake_of_a_bundle_is_said_in_english_only(module: Path) -> None:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            what = node.args[MAKERS[node.func.id] :][:1] if node.func.id in MAKERS else []
            assert not any(isinstance(each, ast.Constant | ast.JoinedStr) for each in what), (
                f"{module.name}:{node.lineno} must give a sentence()"
            )


PAGE = "/bundel/bestanden/flows/klacht.yaml"
BROKEN = [
    ("flow: klacht\npicture: 1F4A1\nsteps: [", "Dit is geen YAML: ", "this is not YAML: "),
    ("flow: klacht\npicture: lamp\nsteps: []\n", "geen code van een plaatje", "not the code of"),
]


@pytest.mark.parametrize(("text", "dutch", "english"), BROKEN)
def test_the_page_tells_it_in_its_own_language(
    clerk: Client, text: str, dutch: str, english: str
) -> None:
    answer = clerk.post(PAGE, {"text": text, "act": "check"})
    page = answer.content.decode()
    main = page[page.index("<main") :]
    assert dutch in main
    assert english not in main
    assert 'lang="en"' not in main
    clerk.post("/beheer/taal/", {"language": "en", "next": PAGE})
    page = clerk.post(PAGE, {"text": text, "act": "check"}).content.decode()
    main = page[page.index("<main") :]
    assert english in main
    assert dutch not in main
    told = re.findall(r'<span(?: class="here")?>(.*?)</span>', main)
    assert told
    assert not DUTCH.search(" ".join(told))
