"""What `make words` finds fault with, and that it says where and how to mend it."""

from pathlib import Path

import pytest

from config.problems import Mistakes
from config.words import report as words
from config.words.wording import allowed_words, read_forbidden, written
from tests.factory import in_two_languages


def bundle_with(folder: Path, old: str, new: str, file: str = "texts/nl.ftl") -> Path:
    path = in_two_languages(folder) / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def found(folder: Path) -> list[str]:
    return [str(remark) for remark in words.remarks(folder)]


def test_a_word_that_is_not_understood_is_named_with_what_to_say_instead(tmp_path: Path) -> None:
    bundle = bundle_with(tmp_path / "b", "Dit mag u overslaan.", "Dit is optioneel.")
    remark = next(remark for remark in found(bundle) if "forbidden" in remark)
    assert remark.startswith("texts/nl.ftl:")
    assert "forbidden: 'melding-vertel.help' says 'optione*'" in remark
    assert "Write: Dit mag u overslaan." in remark


def test_a_rare_word_is_named_once_and_may_be_allowed_with_a_reason(tmp_path: Path) -> None:
    bundle = bundle_with(tmp_path / "b", "ui-done = Klaar", "ui-done = Geconcludeerd")
    (remark,) = found(bundle)
    assert "rare: 'ui-done' has 'geconcludeerd'" in remark
    with (bundle / "words-allowed.txt").open("a", encoding="utf-8") as file:
        file.write("geconcludeerd plain\n")
    assert found(bundle) == []


def test_a_long_sentence_is_counted(tmp_path: Path) -> None:
    long = "Dit is een zin van heel veel woorden die maar door gaat en niet op houdt."
    bundle = bundle_with(tmp_path / "b", "ui-saving = Een ogenblik. Wij", f"ui-saving = {long} Wij")
    (remark,) = found(bundle)
    assert "sentence: 'ui-saving' has a sentence of 16 words; at most 15" in remark


def test_a_missing_translation_is_named(tmp_path: Path) -> None:
    bundle = bundle_with(tmp_path / "b", "ui-done = Done\n", "", "texts/en.ftl")
    assert any("missing: 'ui-done' is missing" in remark for remark in found(bundle))


def test_a_line_that_is_no_message_is_named(tmp_path: Path) -> None:
    bundle = bundle_with(tmp_path / "b", "ui-done = Klaar\n", "ui-done = Klaar\nzomaar iets\n")
    assert any("unreadable" in remark and "zomaar iets" in remark for remark in found(bundle))


def test_every_variant_of_a_text_is_looked_at() -> None:
    source = "a = { $n ->\n    [one] één ding\n   *[other] { $n } dingen\n }\n"
    (one,) = written(source)
    assert (one.key, one.line, one.variants) == ("a", 1, ("één ding", "7 dingen"))


def test_the_lists_say_what_is_wrong_in_them(tmp_path: Path) -> None:
    file = tmp_path / "words-forbidden.txt"
    file.write_text("# why\nnl optioneel Dit mag u overslaan.\nnl indien\n", encoding="utf-8")
    with pytest.raises(Mistakes, match=r"words-forbidden.txt:3: a line needs a language"):
        read_forbidden(file)
    assert allowed_words(tmp_path / "none.txt") == {}


def test_a_bundle_that_cannot_be_read_is_said_to_be_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert words.main([str(tmp_path)]) == 2
    assert "bundle.yaml: this file is missing" in capsys.readouterr().err


@pytest.mark.soak  # walks to every screen in the largest letters
def test_a_label_that_no_large_type_can_hold_is_named_with_its_screen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = "Klachtenbehandelingsprocedureoverzicht"
    bundle = bundle_with(tmp_path / "b", "flow-klacht = Klacht of idee", f"flow-klacht = {long}")
    assert words.main([str(bundle)]) == 1
    told = capsys.readouterr().out
    assert "long: 'flow-klacht' is written smaller with the largest letters" in told
    assert "on the screen 'start'" in told
