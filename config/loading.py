"""What a kiosk is, read from its files: device, enrolment, bundle, and the Terminal of both.

Slow to import and to do, so a kiosk that remembers its first picture does it behind that.
"""

import argparse
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from config.bundle import FACTORY, Bundle, files_of
from config.check import fit_bundle
from config.device import Device, Enrolment, has_display, load_device, load_enrolment
from config.first_picture import Frame, Mode
from config.sorry import Sorry
from config.terminals import terminal_of
from kiosk.core.session import SCAN_S, fresh
from kiosk.core.show import show
from kiosk.core.terminal import Terminal
from kiosk.core.view import View

ROOT = Path(__file__).parent.parent


def device_of(asked: argparse.Namespace) -> Device:
    options = ("bundle", "state", "mirror", "fullscreen")
    return load_device(asked.device, {name: getattr(asked, name) for name in options})


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a kiosk is, read from its files."""

    device: Device
    enrolment: Enrolment | None
    bundle: Bundle
    terminal: Terminal


def load(asked: argparse.Namespace) -> Loaded:
    """Read and check all files. Raises Sorry."""
    device = device_of(asked)
    enrolment = load_enrolment(device, asked.device)
    device.state.mkdir(parents=True, exist_ok=True)
    bundle = _bundle(device)
    return Loaded(device, enrolment, bundle, _terminal(device, enrolment, bundle))


def _bundle(device: Device) -> Bundle:
    """The bundle that was asked for; the factory's where that one cannot be used."""

    if device.bundle is not None:
        try:
            bundle = fit_bundle(device.bundle, device.state / "fit-bundle")
        except Sorry as mistakes:
            sys.stderr.write(f"{mistakes}\nThe factory bundle is used instead.\n")
        else:
            for clip in bundle.unused_clips:
                sys.stderr.write(f"{clip}\n")
            return bundle
    return fit_bundle(FACTORY, device.state / "fit-factory")


def frame_of(loaded: Loaded) -> Frame:
    """The window of this kiosk, before anything is in it."""
    device, bundle = loaded.device, loaded.bundle
    return Frame(
        mode=_mode(device),
        size_px=device.window_px,
        panel_width_mm=device.panel_mm[0] if device.panel_mm else None,
        panel_bottom_mm=device.panel_bottom_mm,
        filter_s=device.press_filter_s,
        title=bundle.municipality.name,
        palettes=bundle.themes,
    )


def first_view_of(terminal: Terminal) -> View:
    """The start screen as it lies on the panel that `terminal` is for."""
    return show(terminal, fresh(terminal, 1))


def depends_of(asked: argparse.Namespace, loaded: Loaded) -> list[Path]:
    """The files and folders that the first picture was made from, our own among them."""

    found = [*ROOT.glob("*.py"), *ROOT.glob("kiosk/core/*.py"), *ROOT.glob("screens/*.py")]
    for folder in {loaded.bundle.folder, loaded.device.bundle or FACTORY}:
        found += [folder, folder / "flows", folder / "texts", *files_of(folder)]
    found += [asked.device] if asked.device else []
    return [path.resolve() for path in found if path.exists()]


def _mode(device: Device) -> Mode:
    """A mirror without a display needs no window."""

    if device.mirror and not has_display():
        return "headless"
    return "fullscreen" if device.fullscreen else "windowed"


def _terminal(device: Device, enrolment: Enrolment | None, bundle: Bundle) -> Terminal:
    desk = device.follow_url or (enrolment.desk_url if enrolment else "http://127.0.0.1:8800")
    return replace(
        terminal_of(bundle),
        name=enrolment.kiosk_name if enrolment else "kiosk",
        location=device.location,
        latitude=device.latitude,
        longitude=device.longitude,
        follow_url=f"{desk.rstrip('/')}/volg/{{code}}",
        has_printer=device.paper.kind != "none",
        explore=device.explore,
        motion=not device.less_motion,
        scan=min(range(len(SCAN_S)), key=lambda step: abs(SCAN_S[step] - device.scan_s)),
        low=device.low,
        staff_code_is=device.staff_code_is if device.staff_code else None,
    )
