"""docs/bundle.md tells the truth: its examples work together, its messages are the real ones."""

import re
import shutil
from pathlib import Path

import pytest

from config.bundle import load_bundle
from config.check import fit_bundle
from config.groups import for_kiosk
from config.problems import Mistakes
from tests.factory import FACTORY, PICTURES, ROOT

PAGE = (ROOT / "docs" / "bundle.md").read_text(encoding="utf-8")
YAML = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
FILES = dict(zip(("bundle.yaml", "announcements.yaml", "kiosks.yaml"), YAML, strict=False))
WORDS = re.findall(r"```ftl\n(announcement.*?)```", PAGE, re.DOTALL)[0]
MESSAGES = "".join(re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)).splitlines()
EXAMPLE = re.compile(r"^# (?:- announcement|groups|hours):.*\n(?:#.*\n)*", re.MULTILINE)
"""What stands in a file of the factory behind a #, to be used by whoever takes that off."""

SLIPS = [
    ("bundle.yaml", 'monday: ["08:00', 'monday: ["8:00'),
    ("bundle.yaml", '"13:00-18:00"', '"11:00-18:00"'),
    ("announcements.yaml", "until: 2026-12-05", "until: 2026-11-05"),
    ("announcements.yaml", "[bibliotheken]", "[bibliotheek]"),
    ("announcements.yaml", "announcement: marktdag", "announcement: markt"),
    ("kiosks.yaml", "group: bibliotheken\n    start", "group: musea\n    start"),
    ("kiosks.yaml", "[nl, en, ar]", "[nl, en, fr]"),
]
"""What a clerk may get wrong in the examples, in the order of the page."""


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A copy of the factory bundle with the examples in it."""
    folder = Path(shutil.copytree(FACTORY, tmp_path / "bundle"))
    for name, example in FILES.items():
        (folder / name).write_text(example, encoding="utf-8")
    with (folder / "texts" / "nl.ftl").open("a", encoding="utf-8") as file:
        file.write(f"\n{WORDS}")
    return folder


def test_the_examples_together_make_a_bundle_that_can_be_used(bundle: Path) -> None:
    fit = fit_bundle(bundle, None)
    first, ninth = for_kiosk(fit, "zuil-1"), for_kiosk(fit, "zuil-9")
    assert (first.start, first.texts.languages) == (("melding", "status"), ("nl", "en", "ar"))
    assert first.limits.idle_s == 180
    assert [one.announcement for one in first.announcements] == ["marktdag", "verbouwing"]
    assert [one.announcement for one in ninth.announcements] == ["marktdag", "verbouwing"]
    assert [one.announcement for one in for_kiosk(fit, "zuil-3").announcements] == ["marktdag"]


@pytest.mark.parametrize(("slip", "message"), [*zip(SLIPS, MESSAGES, strict=True)])
def test_a_slip_is_named_as_the_page_says(
    bundle: Path, slip: tuple[str, str, str], message: str
) -> None:
    name, right, wrong = slip
    text = (bundle / name).read_text(encoding="utf-8")
    assert right in text
    (bundle / name).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(Mistakes) as caught:
        fit_bundle(bundle, None)
    assert message in {str(problem) for problem in caught.value.problems}


def test_every_text_pictogram_and_file_on_the_page_exists() -> None:
    names = set(load_bundle(FACTORY).texts.names("nl"))
    named = set(re.findall(r"`(ui-[a-z0-9-]+)`", PAGE))
    assert named - names == set()
    codes = set(re.findall(r"picture: ([0-9A-F-]+)", PAGE))
    assert {code for code in codes if not (PICTURES / f"{code}.svg").exists()} == set()
    files = set(re.findall(r"`([a-z-]+\.(?:yaml|txt))`", PAGE))
    assert {name for name in files if not (FACTORY / name).exists()} == set()
    titles = re.findall(r"^#+ (.*)$", re.sub(r"&[lg]t;", "", PAGE), re.MULTILINE)
    anchors = {re.sub(r"[^a-z0-9 -]", "", one.lower()).replace(" ", "-") for one in titles}
    assert set(re.findall(r"\]\(#([^)]*)\)", PAGE)) <= anchors


@pytest.mark.parametrize("name", ["announcements.yaml", "kiosks.yaml", "bundle.yaml"])
def test_the_examples_that_the_factory_leaves_out_can_be_used_as_they_stand(
    name: str, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(FACTORY, tmp_path / "bundle"))
    for file in {name, "kiosks.yaml"}:
        text = EXAMPLE.sub(
            lambda found: re.sub(r"^# ?", "", found[0], flags=re.MULTILINE),
            (FACTORY / file).read_text(encoding="utf-8"),
        )
        (folder / file).write_text(text, encoding="utf-8")
    loaded = load_bundle(folder)
    filled = {
        "announcements.yaml": bool(loaded.announcements),
        "kiosks.yaml": bool(loaded.groups and loaded.kiosks),
        "bundle.yaml": loaded.hours is not None,
    }
    assert filled[name]
