"""The device file: what is wrong is named with its line, and never with its secrets."""

from pathlib import Path

import pytest

from config.device import is_on_this_machine, load_device, load_enrolment
from config.problems import Mistakes

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
    ],
)
def test_only_loopback_addresses_count_as_this_machine(address: str, here: bool) -> None:
    assert is_on_this_machine(address) is here
