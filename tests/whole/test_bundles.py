"""A bad bundle never stops a kiosk that has a good one, and its mistakes are told to staff."""

from pathlib import Path

from tests.whole.conftest import NewKiosk
from tests.whole.surroundings import changed_bundle

MISTAKE = ("source: subcategories", "source: subkategories")
PLACE = "flows/melding.yaml:13:"


def test_a_kiosk_with_a_broken_bundle_serves_with_the_one_of_the_factory(
    new_kiosk: NewKiosk, tmp_path: Path
) -> None:
    bundle = changed_bundle(tmp_path / "bundle", flows__melding=MISTAKE)
    kiosk = new_kiosk("--bundle", str(bundle)).start()
    told = "".join(kiosk.said)
    assert PLACE in told
    assert "The factory bundle is used instead." in told
    assert "Traceback" not in told
    assert "Iets melden op straat" in kiosk.view["spoken"]
    assert kiosk.tap("flow:melding", "choice:verlichting")["screen"] == "melding.welke"


def test_a_bundle_that_is_not_there_at_all_does_not_stop_the_kiosk(
    new_kiosk: NewKiosk, tmp_path: Path
) -> None:
    kiosk = new_kiosk("--bundle", str(tmp_path / "nowhere")).start()
    assert "The factory bundle is used instead." in "".join(kiosk.said)
    assert kiosk.view["screen"] == "start"


def test_a_good_bundle_is_used(new_kiosk: NewKiosk, tmp_path: Path) -> None:
    start = ("start: [melding, klacht,", "start: [klacht,")
    kiosk = new_kiosk("--bundle", str(changed_bundle(tmp_path / "bundle", bundle=start))).start()
    assert "flow:melding" not in [target["target"] for target in kiosk.view["targets"]]


def test_checking_a_broken_bundle_names_file_and_line_and_starts_nothing(
    new_kiosk: NewKiosk, tmp_path: Path
) -> None:
    bundle = changed_bundle(tmp_path / "bundle", flows__melding=MISTAKE)
    done = new_kiosk("--check", "--bundle", str(bundle)).run_to_its_end()
    assert done.returncode == 2
    assert done.stderr.startswith(PLACE)
    assert "Traceback" not in done.stderr


def test_checking_a_good_bundle_says_so(new_kiosk: NewKiosk, tmp_path: Path) -> None:
    bundle = changed_bundle(tmp_path / "bundle")
    done = new_kiosk("--check", "--bundle", str(bundle)).run_to_its_end()
    assert (done.returncode, done.stderr) == (0, "")
    assert "can be used" in done.stdout


def test_a_mistake_in_the_device_file_is_one_sentence_with_its_line(new_kiosk: NewKiosk) -> None:
    kiosk = new_kiosk(device={"press_filter_s": 20})
    done = kiosk.run_to_its_end()
    assert done.returncode == 2
    (sentence,) = done.stderr.splitlines()
    assert "device.yaml:" in sentence
    assert "press_filter_s" in sentence
