"""Opening hours and announcements of a bundle: whole, or refused with the line to mend."""

from pathlib import Path

import pytest

from config.bundle import load_bundle, version_of
from config.check import fit_bundle, missing_translations
from config.groups import for_kiosk
from config.problems import Mistakes
from config.terminals import terminal_of
from tests.factory import in_two_languages


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return in_two_languages(tmp_path / "bundle")


def add(path: Path, text: str) -> int:
    """Put this at the end; the line at which it begins."""
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(before + text, encoding="utf-8")
    return before.count("\n") + 1


def mistakes(folder: Path) -> list[str]:
    with pytest.raises(Mistakes) as caught:
        fit_bundle(folder, None)
    return str(caught.value).splitlines()


MARKET = "- announcement: markt\n  picture: 1F3EA\n"
WORDS = "\nannouncement-markt = Zaterdag is er markt.\n    .more = Op het plein.\n"


def test_an_announcement_with_its_words_is_fit_and_changes_the_version(folder: Path) -> None:
    before = version_of(folder)
    add(folder / "announcements.yaml", MARKET)
    add(folder / "texts" / "nl.ftl", WORDS)
    bundle = fit_bundle(folder, None)
    assert bundle.version != before
    assert terminal_of(bundle).announcements == {"markt": "1F3EA"}
    assert len(missing_translations(bundle)) == 2 * (len(bundle.texts.languages) - 1)


def test_a_bundle_without_these_files_is_what_it_was(folder: Path) -> None:
    (folder / "announcements.yaml").unlink()
    (folder / "kiosks.yaml").unlink()
    bundle = fit_bundle(folder, None)
    assert (bundle.announcements, bundle.hours, dict(bundle.kiosks)) == ((), None, {})


def test_a_kiosk_has_only_the_announcements_that_are_for_it(folder: Path) -> None:
    (folder / "kiosks.yaml").write_text(
        "groups: {musea: {}}\nkiosks: {zuil-1: {group: musea}}\n", encoding="utf-8"
    )
    (folder / "announcements.yaml").write_text(
        "- {announcement: allen, picture: 1F3EA}\n"
        "- {announcement: groep, picture: 1F3EA, groups: [musea]}\n"
        "- {announcement: een, picture: 1F3EA, kiosks: [zuil-2]}\n"
        "- {announcement: beide, picture: 1F3EA, groups: [musea], kiosks: [zuil-2]}\n",
        encoding="utf-8",
    )
    bundle = load_bundle(folder)
    found = {
        name: [one.announcement for one in for_kiosk(bundle, name).announcements]
        for name in ("zuil-1", "zuil-2", "zuil-3")
    }
    assert found == {
        "zuil-1": ["allen", "groep", "beide"],
        "zuil-2": ["allen", "een", "beide"],
        "zuil-3": ["allen"],
    }


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("  from: 2026-12-05\n  until: 2026-12-01\n", 0, "ends on 2026-12-01, before it begins"),
        ("  until: morgen\n", 2, "'morgen' is not a day. Write it like 2026-12-01"),
        ("  groups: [musea]\n", 2, "is for the group 'musea', which is not in kiosks.yaml."),
        ("  untill: 2026-12-05\n", 2, "'untill' is not known here"),
        ("- announcement: markt\n  picture: 1F3EA\n", 0, "'markt' stands here twice"),
    ],
)
def test_a_mistake_in_an_announcement_is_named_with_its_line(
    folder: Path, text: str, line: int, says: str
) -> None:
    first = add(folder / "announcements.yaml", MARKET + text)
    add(folder / "texts" / "nl.ftl", WORDS)
    (found,) = mistakes(folder)
    assert found.startswith(f"announcements.yaml:{first + line}: ")
    assert says in found


def test_a_missing_text_and_an_unknown_picture_are_named(folder: Path) -> None:
    line = add(folder / "announcements.yaml", MARKET.replace("1F3EA", "1FFFF")) + 1
    assert mistakes(folder) == [
        f"announcements.yaml:{line}: there is no pictogram '1FFFF'. Choose another; "
        "docs/flows.md tells where.",
        "texts/nl.ftl: 'announcement-markt' is missing, which announcements.yaml needs. Add it.",
    ]


def test_a_value_that_nobody_fills_in_is_found_also_where_a_text_may_be_left_out(
    folder: Path,
) -> None:
    add(folder / "announcements.yaml", MARKET)
    line = add(folder / "texts" / "nl.ftl", WORDS.replace("plein", "plein { $day }"))
    found = mistakes(folder)
    assert any(one.startswith(f"texts/nl.ftl:{line + 1}:") for one in found)


@pytest.mark.parametrize(
    ("hours", "line", "says"),
    [
        ('  monday: ["8:00-18:00"]\n', 1, "'8:00-18:00' is not a time from and until"),
        ('  monday: ["08:00-25:00"]\n', 1, "is not a time from and until"),
        ('  monday: ["08:00-08:00"]\n', 1, "ends when it begins. Write 00:00-24:00"),
        ('  monday: "08:00-18:00"\n', 1, "must be a list"),
        ('  monday: ["08:00-12:00", "11:00-18:00"]\n', 1, "overlap. Put the earlier one first"),
        ('  monday: ["20:00-02:00", "21:00-22:00"]\n', 1, "overlap. Put the earlier one first"),
        ('  sunday: ["20:00-09:00"]\n  monday: ["08:00-12:00"]\n', 0, "sunday '20:00-09:00' goes"),
        ("  sunday: []\n", 0, "no day is open here. Leave 'hours' out if it is always open"),
        ('  mondag: ["08:00-12:00"]\n', 1, "'mondag' is not known here"),
    ],
)
def test_hours_that_make_no_sense_are_named_with_their_line(
    folder: Path, hours: str, line: int, says: str
) -> None:
    first = add(folder / "bundle.yaml", f"hours:\n{hours}")
    (found,) = mistakes(folder)
    assert found.startswith(f"bundle.yaml:{first + line}: ")
    assert says in found


def test_hours_that_make_sense_are_kept(folder: Path) -> None:
    add(folder / "bundle.yaml", 'hours:\n  saturday: ["08:00-12:00", "20:00-02:00"]\n')
    hours = load_bundle(folder).hours
    assert hours is not None
    assert hours.saturday == ("08:00-12:00", "20:00-02:00")
