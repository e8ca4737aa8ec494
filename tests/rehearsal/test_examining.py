"""What is wrong in a draft is found, with its file and line, before anybody publishes it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from config.bundle import FACTORY, load_bundle
from config.check import problems_of
from config.examining.drawing import main as draw
from config.examining.every_screen import Screens, screens_of, unfit_on, unfit_screens
from config.examining.examination import examine, main
from config.examining.findings import Finding
from config.examining.panels import PANELS, SMALLEST, USUAL
from config.examining.reaching import unreachable
from config.examining.remarks import gone, missing, unused
from tests.rehearsal.drafts import LONG, copied, replaced, small, with_text

NL = "texts/nl.ftl"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return small(tmp_path / "draft")


def some(screens: Screens, *names: str) -> Screens:
    return {name: screens[name] for name in names}


def unfit(folder: Path, *names: str, on: str = USUAL) -> list[Finding]:
    """What does not fit of these screens, with the largest letters."""
    bundle = load_bundle(folder)
    screens = some(screens_of(bundle), *names)
    found = unfit_screens(bundle, {on: PANELS[on]}, ("nl",), (3,), screens)
    return [one for one in found if isinstance(one, Finding)]


def test_a_label_that_is_too_long_is_named_with_its_line_and_how_to_mend_it(draft: Path) -> None:
    line = with_text(draft, NL, "melding-waar-hier", LONG)
    (found,) = unfit(draft, "melding.waar", "melding.wat")
    assert (found.file, found.line, found.kind) == (NL, line, "fit")
    assert found.what.startswith("'melding-waar-hier' does not fit its place")
    assert found.what.endswith("Make this text shorter, or use shorter words.")
    assert dict(found.about) == {
        "key": "melding-waar-hier",
        "words": LONG,
        "screen": "melding.waar",
        "language": "nl",
        "panel": USUAL,
    }


def test_a_question_so_long_that_its_keys_shrink_is_itself_to_blame(draft: Path) -> None:
    words = "Vertel ons alles wat u weet over wat er precies aan de hand is en hoe lang al. " * 4
    line = with_text(draft, NL, "melding-vertel", words.strip())
    (found,) = unfit(draft, "melding.vertel", on=SMALLEST)
    assert (found.file, found.line) == (NL, line)


def test_what_is_wrong_on_every_screen_is_told_once(draft: Path) -> None:
    line = with_text(draft, NL, "ui-help", LONG)
    (found,) = unfit(draft, "start", "melding.wat", "melding.waar", "melding.check")
    assert (found.file, found.line) == (NL, line)


def test_a_question_that_no_answers_lead_to_is_named_with_its_line(draft: Path) -> None:
    replaced(
        draft, "flows/melding.yaml", "when: {waar: [plek]}", "when: {waar: [plek], wat: [nee]}"
    )
    line = replaced(draft, "flows/melding.yaml", "  - step: plek\n", "  - step: plek\n")
    (found,) = unreachable(load_bundle(draft))
    assert (found.file, found.line, found.kind) == ("flows/melding.yaml", line, "step")
    assert "waar: [plek], wat: [nee] never holds" in found.what


def test_a_condition_on_a_condition_that_excludes_it_is_unreachable(draft: Path) -> None:
    """Each line of it could hold; both cannot."""
    file = "flows/melding.yaml"
    replaced(draft, file, "when: {antwoord: [mail]}", "when: {antwoord: [mail], extra: [ja]}")
    extra = (
        "  - step: extra\n    ask: choice\n    choices:\n"
        "      - {value: ja, picture: 2705}\n      - {value: nee, picture: 274C}\n"
        "    when: {antwoord: [sms]}\n\n  - step: email\n"
    )
    replaced(draft, file, "  - step: email\n", extra)
    assert [dict(one.about)["step"] for one in unreachable(load_bundle(draft))] == ["email"]


def test_every_question_of_the_factory_can_be_reached_and_has_its_screen() -> None:
    bundle = load_bundle(FACTORY)
    assert list(unreachable(bundle)) == []
    reached = {name.partition("-")[0] for name in screens_of(bundle)}
    for flow in bundle.flows.values():
        assert {f"{flow.flow}.{step.step}".partition("-")[0] for step in flow.steps} <= reached


def test_a_question_behind_two_answers_is_looked_at_too(draft: Path) -> None:
    """Pressing everything finds each screen once, so not every pair of answers."""
    old = "  - step: telefoon\n    ask: phone\n    picture: 1F4F1\n    means: contact\n"
    new = old.replace("telefoon", "nummer").replace("    means: contact\n", "")
    both = "    when: {waar: [weet-niet], antwoord: [brief]}\n\n"
    replaced(draft, "flows/melding.yaml", old, new + both + old)
    for language in ("nl", "en"):
        with (draft / f"texts/{language}.ftl").open("a", encoding="utf-8") as file:
            file.write("\nmelding-nummer = Nummer?\n    .row = Nummer\n")
    assert "melding.nummer" in screens_of(load_bundle(draft))


def test_a_text_that_a_language_lacks_must_be_there_before_publishing(draft: Path) -> None:
    with_text(draft, "texts/en.ftl", "melding-wat", "")
    with (draft / NL).open("a", encoding="utf-8") as file:
        file.write("\nnergens-gevraagd = Dit vraagt niemand.\n")
    seen, unseen = missing(load_bundle(draft))
    assert [(one.file, dict(one.about)["key"]) for one in seen] == [("texts/en.ftl", "melding-wat")]
    assert {dict(one.about)["key"] for one in unseen} == {"nergens-gevraagd"}


def test_what_kiosks_would_lose_and_what_nobody_is_offered_is_advice(tmp_path: Path) -> None:
    draft = copied(tmp_path / "draft")
    replaced(draft, "bundle.yaml", "languages: [nl, en, ar,", "languages: [nl, en,")
    replaced(draft, "bundle.yaml", "start: [melding, klacht,", "start: [melding,")
    bundle = load_bundle(draft)
    assert [dict(one.about) for one in gone(bundle, FACTORY)] == [
        {"part": "language", "name": "ar"}
    ]
    assert [dict(one.about)["flow"] for one in unused(bundle)] == ["klacht"]


def test_a_draft_that_cannot_be_read_is_no_crash_and_its_screens_wait(draft: Path) -> None:
    line = replaced(draft, "flows/status.yaml", "steps:", "stepz:")
    wrong, advice = examine(draft, FACTORY, lambda _step: None)
    assert ("flows/status.yaml", line) in {(one.file, one.line) for one in wrong}
    assert [one.kind for one in advice if isinstance(one, Finding)] == ["later"]


def test_a_text_that_nobody_has_is_told_and_no_screen_is_tried(draft: Path, tmp_path: Path) -> None:
    with_text(draft, NL, "melding-wat", "")
    with_text(draft, "texts/en.ftl", "melding-wat", "")
    out = tmp_path / "found.json"
    assert main(["--bundle", str(draft), "--out", str(out)]) == 0
    content: Mapping[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    assert any("'melding-wat' is missing" in one["what"] for one in content["problems"])
    assert all(set(one) == {"file", "line", "what", "kind", "about"} for one in content["problems"])


def test_screens_that_change_are_drawn_before_and_after_with_what_is_said(
    draft: Path, tmp_path: Path
) -> None:
    replaced(draft, "bundle.yaml", "languages: [nl, en]", "languages: [nl]")
    before = tmp_path / "before"

    shutil.copytree(draft, before)
    with_text(draft, NL, "melding-waar-hier", "Precies hier")
    out = tmp_path / "out"
    assert draw(["--before", str(before), "--after", str(draft), "--out", str(out)]) == 0
    index = json.loads((out / "index.json").read_text(encoding="utf-8"))
    changed = {(each["screen"], each["page"]): each for each in index["changed"]}
    assert ("start", 1) not in changed
    where = changed["melding.waar", 1]
    assert "Precies hier" in where["said_after"]
    assert "Precies hier" not in where["said_before"]
    for side in ("before", "after"):
        assert (out / where[side]).read_bytes().startswith(b"\x89PNG")
    assert (out / where["before"]).read_bytes() != (out / where["after"]).read_bytes()


@pytest.mark.soak
def test_one_kiosk_looks_at_its_own_panel(draft: Path) -> None:
    line = with_text(draft, NL, "melding-waar-hier", LONG)
    found = unfit_on(load_bundle(draft), (800, 1422), 125, None, ("nl",))
    assert [(one.file, one.line) for one in found] == [(NL, line)]


@pytest.mark.soak
def test_nothing_is_wrong_with_the_factory_bundle(tmp_path: Path) -> None:
    out = tmp_path / "found.json"
    subprocess.run(
        [sys.executable, "-m", "config.examining", "--bundle", str(FACTORY), "--out", str(out)],
        check=True,
        capture_output=True,
        timeout=600,
    )
    assert json.loads(out.read_text(encoding="utf-8"))["problems"] == []
    bundle = load_bundle(FACTORY)
    assert problems_of(bundle) == ()
    assert unfit_on(bundle, (1080, 1920), 268, None, bundle.texts.languages) == []
