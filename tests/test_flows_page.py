"""docs/flows.md tells the truth: its example works, and its messages are the real ones."""

import re
import shutil
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from config.bundle import load_bundle
from config.problems import Mistakes
from kiosk.core.flow import path
from tests.factory import FACTORY, PICTURES, ROOT, flow_needs

PAGE = (ROOT / "docs" / "flows.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"```yaml\n(# Have something.*?)```", PAGE, re.DOTALL)[0]
WORDS = re.findall(r"```ftl\n(flow-ophalen.*?)```", PAGE, re.DOTALL)
START = re.findall(r"^start: .*$", PAGE, re.MULTILINE)[0]
MESSAGES = "".join(re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)).splitlines()

SLIPS = [
    ("when: {buiten: [nee", "when: {lift: [nee"),
    ("[nee, weet-niet]", "[misschien]"),
    ("    picture: 1F4F1\n", "    picture: 1F4F1\n    when: {postcode: [ja]}\n"),
    ("    ask: words\n", "    ask: choice\n"),
    ("- step: hulp", "- step: wat"),
    ("value: meubels", "value: takken"),
    ("    style: list\n", "    skip: true\n"),
    ("skip: true", "skipp: true"),
    ("    ask: words\n", ""),
    ("    ask: words\n", "   ask: words\n"),
    ("flow: ophalen", "flow: halen"),
]
"""What a writer may get wrong in the example, in the order of the page: what stood there, and
what they typed."""


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A copy of the factory bundle with the example in it, made as the page tells."""
    folder = tmp_path / "my-bundle"
    shutil.copytree(FACTORY, folder)
    (folder / "flows" / "ophalen.yaml").write_text(EXAMPLE, encoding="utf-8")
    for language, words in zip(("nl", "en"), WORDS, strict=True):
        with (folder / "texts" / f"{language}.ftl").open("a", encoding="utf-8") as file:
            file.write("\n" + words)
    front = folder / "bundle.yaml"
    old = front.read_text(encoding="utf-8")
    front.write_text(re.sub(r"^start: .*$", START, old, flags=re.MULTILINE), encoding="utf-8")
    return folder


def test_the_example_makes_a_bundle_that_can_be_used(bundle: Path) -> None:
    loaded = load_bundle(bundle)
    flow = loaded.flows["ophalen"]
    assert "ophalen" in loaded.start
    asked = {
        answer: [one.step for one in path(flow, {"buiten": answer})] for answer in ("ja", "nee")
    }
    assert "hulp" not in asked["ja"]
    assert "hulp" in asked["nee"]


def test_the_example_has_every_text_that_it_needs_and_no_other(bundle: Path) -> None:
    flow = load_bundle(bundle).flows["ophalen"]
    for words in WORDS:
        have = set()
        for entry in FluentParser().parse(words).body:
            assert isinstance(entry, ast.Message)
            have |= {(entry.id.name, ""), *((entry.id.name, a.id.name) for a in entry.attributes)}
        needed = set(flow_needs(flow))
        assert needed <= have
        assert {name for name, _ in have} == {name for name, _ in needed}


def test_every_pictogram_on_the_page_exists() -> None:
    codes = set(re.findall(r"`((?:1F|2|E)[0-9A-F]{3,4}(?:-[0-9A-F]+)*)`", PAGE))
    codes |= set(re.findall(r"picture: ([0-9A-F-]+)", PAGE))
    assert {code for code in codes if not (PICTURES / f"{code}.svg").exists()} == set()
    assert len(codes) > 20


@pytest.mark.parametrize(("slip", "message"), [*zip(SLIPS, MESSAGES, strict=True)])
def test_a_slip_is_named_as_the_page_says(
    bundle: Path, slip: tuple[str, str], message: str
) -> None:
    assert slip[0] in EXAMPLE
    wrong = EXAMPLE.replace(*slip, 1)
    (bundle / "flows" / "ophalen.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(Mistakes) as caught:
        load_bundle(bundle)
    assert message in {str(problem) for problem in caught.value.problems}
