"""Kiosks that differ: a kiosk's own goes before its group's, that before `bundle.yaml`."""

import argparse
import shutil
from pathlib import Path

import pytest

from config.bundle import FACTORY, Bundle, load_bundle
from config.groups import for_kiosk
from config.loading import load
from config.problems import Mistakes
from config.terminals import terminal_of
from kiosk.core.session import fresh
from tests.core.visit import Visit
from tests.core.walking import walk_to_the_end

KIOSKS = """\
groups:
  bibliotheken:
    start: [melding, klacht]
    languages: [en, ar]
    limits: {idle_s: 180}
    hours: {monday: ["09:00-17:00"]}
kiosks:
  zuil-1: {group: bibliotheken, start: [status], limits: {warning_s: 60}}
  zuil-2: {group: bibliotheken}
  zuil-3: {languages: [tr, nl]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FACTORY, tmp_path / "bundle"))


def with_kiosks(folder: Path, kiosks: str) -> Bundle:
    (folder / "kiosks.yaml").write_text(kiosks, encoding="utf-8")
    return load_bundle(folder)


def mistakes(folder: Path, kiosks: str) -> list[str]:
    with pytest.raises(Mistakes) as caught:
        with_kiosks(folder, kiosks)
    return str(caught.value).splitlines()


def test_a_kiosk_that_is_not_named_is_as_the_bundle_says(folder: Path) -> None:
    bundle = with_kiosks(folder, KIOSKS)
    other = for_kiosk(bundle, "zuil-9")
    assert (other.start, other.limits, other.hours) == (bundle.start, bundle.limits, None)
    assert other.texts.languages == bundle.texts.languages


def test_a_kiosk_has_what_its_group_has_and_its_own_before_that(folder: Path) -> None:
    bundle = with_kiosks(folder, KIOSKS)
    first, second = for_kiosk(bundle, "zuil-1"), for_kiosk(bundle, "zuil-2")
    assert (first.start, second.start) == (("status",), ("melding", "klacht"))
    assert (first.limits.idle_s, first.limits.warning_s) == (180, 60)
    assert (second.limits.idle_s, second.limits.warning_s) == (180, 30)
    assert first.hours is not None
    assert first.hours.monday == ("09:00-17:00",)
    assert for_kiosk(bundle, "zuil-3").start == bundle.start
    assert first.version == bundle.version, "it is the same bundle"


def test_only_the_languages_of_a_kiosk_are_offered_and_a_visit_begins_in_the_first(
    folder: Path,
) -> None:
    terminal = terminal_of(for_kiosk(with_kiosks(folder, KIOSKS), "zuil-2"))
    visit = Visit(terminal, "en")
    assert fresh(terminal, 1).settings.language == "en"
    visit.tap("language")
    offered = [t.name for t in visit.view.targets if t.name.startswith("language:")]
    assert offered == ["language:en", "language:ar"]


def test_staff_read_their_own_language_also_where_it_is_not_offered(folder: Path) -> None:
    visit = Visit(terminal_of(for_kiosk(with_kiosks(folder, KIOSKS), "zuil-2")), "en")
    visit.tap("flow:melding")
    walk_to_the_end(visit, prefer=("choice:hier", "choice:geen")).tap("send")
    submission = visit.sent[0].submission
    assert (submission.language, submission.title) == ("en", "Melding")
    assert submission.answers[0].question == "Waar gaat het over?"
    assert "Melding" in str(visit.printed[0].receipt), "the essentials in Dutch"


def test_a_text_that_an_offered_language_lacks_comes_from_the_first_of_the_bundle(
    folder: Path,
) -> None:
    path = folder / "texts" / "ar.ftl"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nui-next =", "\nui-nextt =", 1), encoding="utf-8")
    texts = for_kiosk(with_kiosks(folder, KIOSKS), "zuil-2").texts
    assert texts.text("ar", "ui-next").shown == "Verder"


def test_the_kiosk_finds_itself_in_the_bundle_by_the_name_of_its_enrolment(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "kiosks.yaml").write_text("kiosks: {zuil-7: {start: [klacht]}}\n", encoding="utf-8")
    key, token = "A" * 43 + "=", "x" * 32
    enrolment = f"desk_url: http://127.0.0.1:8800\ndesk_public_key: {key}\nkiosk_name: zuil-7\n"
    (tmp_path / "enrolment.yaml").write_text(f"{enrolment}kiosk_token: {token}\n", encoding="utf-8")
    (tmp_path / "enrolment.yaml").chmod(0o600)
    device = tmp_path / "device.yaml"
    device.write_text("enrolment: enrolment.yaml\n", encoding="utf-8")
    asked = argparse.Namespace(
        device=device, bundle=folder, state=tmp_path / "state", mirror=None, fullscreen=None
    )
    assert load(asked).terminal.start == ("klacht",)


@pytest.mark.parametrize(
    ("kiosks", "line", "says"),
    [
        (
            "kiosks:\n  zuil-1: {group: musea}\n",
            2,
            "kiosk 'zuil-1' is in the group 'musea', which is not here. Groups: none",
        ),
        (
            "groups:\n  musea:\n    start:\n      - melding\n      - kaartje\n",
            5,
            "start of 'musea' names 'kaartje', but there is no flows/kaartje.yaml. Flows: ",
        ),
        (
            "kiosks:\n  zuil-1:\n    languages: [nl, fr]\n",
            3,
            "'zuil-1' offers 'fr', which bundle.yaml does not have. Languages: nl, en,",
        ),
        ("kiosks:\n  zuil-1: {strat: [melding]}\n", 2, "'strat' is not known here"),
        ("groups:\n  musea: {start: [melding, melding]}\n", 2, "'melding' stands here twice"),
        ("groups:\n  musea: {start: []}\n", 2, "should have at least 1 item"),
        ("groups:\n  musea:\n    limits: {idle_s: 5}\n", 3, "greater than or equal to 30"),
        (
            'groups:\n  musea:\n    hours:\n      monday: ["9-17"]\n',
            4,
            "'9-17' is not a time from and until. Write it like 08:00-18:00",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line(folder: Path, kiosks: str, line: int, says: str) -> None:
    (found,) = mistakes(folder, kiosks)
    assert found.startswith(f"kiosks.yaml:{line}: ")
    assert says in found
