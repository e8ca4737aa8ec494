"""Every file that a person edits is refused with its line and how to mend it."""

from pathlib import Path

import pytest

from config.bundle import FACTORY, load_bundle, version_of
from config.check import fit_bundle, missing_translations, problems_of
from config.problems import Mistakes
from tests.factory import in_two_languages


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return in_two_languages(tmp_path / "bundle")


def change(path: Path, old: str, new: str) -> int:
    """Replace once; the line where it was."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def mistakes(folder: Path) -> list[str]:
    with pytest.raises(Mistakes) as caught:
        fit_bundle(folder, None)
    return str(caught.value).splitlines()


def test_the_factory_bundle_is_fit_and_every_text_is_in_every_language() -> None:
    bundle = load_bundle(FACTORY)
    assert problems_of(bundle) == ()
    assert missing_translations(bundle) == ()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("when: {waar: [plek]}", "when: {nope: [plek]}", "step 'plek' depends on 'nope', which"),
        ("when: {waar: [plek]}", "when: {waar: [ginds]}", "which is not an answer there"),
        ("when: {waar: [plek]}", "when: {waar: plek}", "must be a list"),
        ("ask: words", "ask: wrods", "Choose one of: 'choice', 'postcode'"),
        ("means: words", "meens: words", "'meens' is not known here"),
        ("skip: true", "skip: maybe", "should be a valid boolean"),
        ("picture: 1F5E8", "picture: lamp", "is not the code of a pictogram"),
        ("step: vertel", "step: Vertel Iets", "is not a name that can be used"),
    ],
)
def test_a_mistake_in_a_flow_names_its_line(bundle: Path, old: str, new: str, says: str) -> None:
    line = change(bundle / "flows" / "melding.yaml", old, new)
    (found,) = mistakes(bundle)
    file, number, what = found.split(":", 2)
    assert file == "flows/melding.yaml"
    assert abs(int(number) - line) <= 4  # the line itself, or the step that it belongs to
    assert says in what


def test_broken_yaml_names_the_line(bundle: Path) -> None:
    path = bundle / "bundle.yaml"
    path.write_text("start: [melding\nlimits: {\n", encoding="utf-8")
    (found,) = mistakes(bundle)
    assert found.startswith("bundle.yaml:")
    assert "this is not YAML" in found


def test_several_files_are_reported_at_once(bundle: Path) -> None:
    (bundle / "theme.yaml").unlink()
    change(bundle / "flows" / "klacht.yaml", "ask: words", "ask: wrods")
    found = mistakes(bundle)
    assert [line.split(":")[0] for line in found] == ["flows/klacht.yaml", "theme.yaml"]


def test_a_flow_that_the_start_screen_lacks_is_named(bundle: Path) -> None:
    change(bundle / "bundle.yaml", "start: [melding,", "start: [meldign,")
    (found,) = mistakes(bundle)
    assert "start names 'meldign', but there is no flows/meldign.yaml" in found


def test_a_missing_text_is_named_with_who_needs_it(bundle: Path) -> None:
    change(bundle / "texts" / "nl.ftl", "\nmelding-vertel =", "\nmelding-vertle =")
    found = mistakes(bundle)
    assert (
        "texts/nl.ftl: 'melding-vertel' is missing, which flows/melding.yaml needs. Add it."
        in found
    )


def test_a_text_that_one_language_lacks_falls_back_and_is_listed(bundle: Path) -> None:
    change(bundle / "texts" / "en.ftl", "\nui-next =", "\nui-nextt =")
    fit = fit_bundle(bundle, None)
    assert fit.texts.text("en", "ui-next").shown == "Verder"
    (listed,) = missing_translations(fit)
    assert "'ui-next' is missing; 'nl' is shown instead" in str(listed)


def test_a_variable_that_the_kiosk_does_not_fill_is_found(bundle: Path) -> None:
    line = change(bundle / "texts" / "en.ftl", "{ $seconds }", "{ $secs }")
    found = mistakes(bundle)
    assert any(problem.startswith(f"texts/en.ftl:{line}:") for problem in found)


def test_a_pictogram_that_does_not_exist_is_found_with_its_line(bundle: Path) -> None:
    line = change(bundle / "catalogue.yaml", "picture: ", "picture: 1FFFF # was ")
    (found,) = mistakes(bundle)
    assert found.startswith(f"catalogue.yaml:{line}: there is no pictogram '1FFFF'")


def test_the_same_message_twice_and_a_line_that_is_no_message_are_found(bundle: Path) -> None:
    path = bundle / "texts" / "nl.ftl"
    path.write_text(path.read_text(encoding="utf-8") + "\nui-next = Door\n\nnonsense\n", "utf-8")
    found = mistakes(bundle)
    assert any("'ui-next' stands here twice" in problem for problem in found)
    assert any("'nonsense'" in problem for problem in found)


def test_a_bundle_that_was_found_fit_is_not_examined_again_until_it_changes(
    bundle: Path, tmp_path: Path
) -> None:
    stamp = tmp_path / "fit"
    fit_bundle(bundle, stamp)
    assert version_of(bundle) in stamp.read_text(encoding="utf-8")
    change(bundle / "texts" / "nl.ftl", "\nmelding-vertel =", "\nmelding-vertle =")
    with pytest.raises(Mistakes):
        fit_bundle(bundle, stamp)


def test_a_newer_program_examines_once_more_what_an_older_one_found_fit(
    bundle: Path, tmp_path: Path
) -> None:
    stamp = tmp_path / "fit"
    change(bundle / "texts" / "nl.ftl", "\nui-next =", "\nui-nxet =")
    stamp.write_text(f"{version_of(bundle)} an-older-factory", encoding="utf-8")
    with pytest.raises(Mistakes, match="ui-next"):
        fit_bundle(bundle, stamp)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("ink:", "inkt:", "'inkt' is not known here"),
        ('ink: "#', 'ink: "#0', 'write it as "#RRGGBB"'),
        ('ink_soft: "#', 'ink_soft: "#E0E0E0" # "#', "'ink_soft' on 'ground' has a contrast of 1"),
    ],
)
def test_a_mistake_in_a_theme_is_named(bundle: Path, old: str, new: str, says: str) -> None:
    change(bundle / "theme.yaml", old, new)
    found = mistakes(bundle)
    assert all(problem.startswith("theme.yaml:") for problem in found)
    assert any(says in problem for problem in found)
