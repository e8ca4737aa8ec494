"""The device file: what is wrong is named with its line, and never with its secrets."""

from argparse import Namespace
from pathlib import Path

import pytest

from config.device import is_on_this_machine, load_device, load_enrolment
from config.loading import load
from config.problems import Mistakes
from kiosk.core.session import SCAN_S

KEY = "A" * 43 + "="


def test_options_go_before_the_environment_and_that_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "device.yaml"
    file.write_text("location: Bibliotheek\nstate: from-file\npress_filter_s: 0.5\n", "utf-8")
    monkeypatch.setenv("ZUIL_STATE", "from-environment")
    monkeypatch.setenv("ZUIL_LOCATION", "Markt")
    device = load_device(file, {"state": Path("from-option"), "bundle": None})
    assert (device.location, device.state, device.press_filter_s) == (
        "Markt",
        Path("from-option"),
        0.5,
    )


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("panel_mm: [10, 20]", "greater than or equal to 50"),
        ("printer: {kind: fax}", "'printer'"),
        ("printr: {kind: none}", "'printr' is not known here"),
        ("mirror: everywhere", "'mirror'"),
        ("staff_code: 482913", "must be six digits or more, between quotes"),
        ('staff_code: "12345"', "must be six digits or more, between quotes"),
        ('staff_code: "48291a"', "must be six digits or more, between quotes"),
        ("scan_s: 0.2", "greater than or equal to 1"),
        ("loudest_headphones: 1.5", "less than or equal to 1"),
        ("panel_bottom_mm: -5", "greater than or equal to 0"),
        ("explore: always", "Choose one of: 'lift' or 'tap'"),
        ("voices: {Dutch: a.onnx}", "Use small letters"),
    ],
)
def test_a_mistake_in_the_device_file_names_its_line(tmp_path: Path, line: str, says: str) -> None:
    file = tmp_path / "device.yaml"
    file.write_text(f"location: Bibliotheek\n{line}\n", encoding="utf-8")
    with pytest.raises(Mistakes) as caught:
        load_device(file, {})
    first = str(caught.value).splitlines()[0]
    assert first.startswith(f"{file}:2:")
    assert says in str(caught.value)


def test_the_staff_code_opens_the_staff_screen_and_stands_in_no_message(tmp_path: Path) -> None:
    file = tmp_path / "device.yaml"
    file.write_text('staff_code: "012345"\n', encoding="utf-8")
    device = load_device(file, {})
    assert device.staff_code_is("012345")
    assert not any(device.staff_code_is(typed) for typed in ("", "12345", "0123456", "٠١٢٣٤٥"))
    assert "012345" not in repr(device)
    file.write_text('staff_code: "98765"\n', encoding="utf-8")
    with pytest.raises(Mistakes) as caught:
        load_device(file, {})
    assert "98765" not in str(caught.value)


def test_without_a_staff_code_no_code_is_right() -> None:
    assert not load_device(None, {}).staff_code_is("")


def test_what_a_device_says_of_itself_is_how_a_visit_begins(tmp_path: Path) -> None:
    file = tmp_path / "device.yaml"
    file.write_text(
        f"state: {tmp_path}\nexplore: tap\nless_motion: true\nscan_s: 4.0\nlow: true\n", "utf-8"
    )
    asked = Namespace(device=file, bundle=None, state=None, mirror=None, fullscreen=None)
    terminal = load(asked).terminal
    assert (terminal.explore, terminal.motion, SCAN_S[terminal.scan], terminal.low) == (
        *("tap", False, 4.5, True),
    )
    assert terminal.staff_code_is is None


def test_a_missing_device_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(Mistakes, match="this file is missing"):
        load_device(tmp_path / "nowhere.yaml", {})


def test_an_enrolment_stands_beside_the_device_file_and_hides_its_token(tmp_path: Path) -> None:
    (tmp_path / "device.yaml").write_text("enrolment: enrolment.yaml\n", encoding="utf-8")
    (tmp_path / "enrolment.yaml").write_text(
        f"desk_url: http://127.0.0.1:8800\ndesk_public_key: {KEY}\n"
        "kiosk_name: zuil-1\nkiosk_token: very-secret\n",
        encoding="utf-8",
    )
    file = tmp_path / "device.yaml"
    enrolment = load_enrolment(load_device(file, {}), file)
    assert enrolment is not None
    assert enrolment.kiosk_token.get_secret_value() == "very-secret"
    assert "very-secret" not in repr(enrolment)


def test_a_wrong_enrolment_is_refused_without_showing_the_token(tmp_path: Path) -> None:
    (tmp_path / "enrolment.yaml").write_text(
        "desk_url: nonsense\ndesk_public_key: short\nkiosk_name: x\nkiosk_token: very-secret\n",
        encoding="utf-8",
    )
    file = tmp_path / "device.yaml"
    file.write_text("enrolment: enrolment.yaml\n", encoding="utf-8")
    with pytest.raises(Mistakes) as caught:
        load_enrolment(load_device(file, {}), file)
    assert "desk_url" in str(caught.value)
    assert "very-secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("127.0.0.1:8801", True),
        ("localhost:80", True),
        ("[::1]:80", True),
        ("0.0.0.0:8801", False),
        ("192.168.1.4:80", False),
        ("127.0.0.1.example.org:8801", False),
    ],
)
def test_only_loopback_addresses_count_as_this_machine(address: str, here: bool) -> None:
    assert is_on_this_machine(address) is here
