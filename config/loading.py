"""What a kiosk is, read from its files: device, enrolment, bundle, and the Terminal of both.

Slow to import and to do, so a kiosk that remembers its first picture does it behind that.
"""

import argparse
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from config.bundle import FACTORY, Bundle, files_of
from config.check import fit_bundle
from config.device import (
    Device,
    Enrolment,
    enrolment_file,
    has_display,
    load_device,
    load_enrolment,
)
from config.first_picture import Frame, Mode
from config.groups import for_kiosk
from config.sorry import Sorry
from config.started import Started, note_start
from config.terminals import terminal_of
from kiosk.core.advance import advance
from kiosk.core.presses import Tapped
from kiosk.core.session import SCAN_S, fresh
from kiosk.core.show import show
from kiosk.core.terminal import Terminal
from kiosk.core.view import View

if TYPE_CHECKING:
    from config.rehearsing import Rehearsal
    from config.shelf import Shelf
    from screens.arrangement import PanelArrangement

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
    started: Started
    shelf: "Shelf | None"
    """The published bundles; None where this kiosk gets none."""
    rehearsal: "Rehearsal | None" = None
    """Set where a draft is only tried."""
    enrolment_file: Path | None = None
    """Where the enrolment is, or will be put; None where a draft is only tried."""

    @property
    def is_heard_in_browser(self) -> bool:
        """A visitor before a mirror hears what nobody could hear in the hall."""
        if not (self.device.sound and self.device.mirror):
            return False
        if self.rehearsal is not None:
            return True
        from screens.sound import something_may_sound  # noqa: PLC0415 - few kiosks ask

        return _mode(self.device) == "headless" and not something_may_sound()


def load(asked: argparse.Namespace) -> Loaded:
    """Read and check all files. Raises Sorry."""
    if getattr(asked, "rehearse", None):
        return _rehearsed(asked)
    device = device_of(asked)
    enrolment = load_enrolment(device, asked.device)
    device.state.mkdir(parents=True, exist_ok=True)
    shelf = _shelf(device, enrolment)
    started = note_start(device.state, fell_back=shelf is not None and shelf.fell_back)
    found = _published(shelf, device) if shelf else None
    bundle = for_kiosk(found or _bundle(device), enrolment.kiosk_name if enrolment else "kiosk")
    terminal = _terminal(device, enrolment, bundle)
    file = enrolment_file(device, asked.device)
    return Loaded(device, enrolment, bundle, terminal, started, shelf, None, file)


def _rehearsed(asked: argparse.Namespace) -> Loaded:
    """A draft that is tried, as one kiosk would have it."""
    from config.rehearsing import Rehearsal  # noqa: PLC0415 - never on a real kiosk

    rehearsal = Rehearsal.of(asked.rehearse)
    device = rehearsal.device(device_of(asked))
    device.state.mkdir(parents=True, exist_ok=True)
    bundle = rehearsal.bundle(device)
    terminal = _terminal(device, None, bundle)
    return Loaded(device, None, bundle, terminal, note_start(device.state), None, rehearsal)


def _shelf(device: Device, enrolment: Enrolment | None) -> "Shelf | None":
    if enrolment is None or enrolment.updates_root is None:
        return None
    from config.shelf import Shelf  # noqa: PLC0415 - not every kiosk has one

    shelf = Shelf(device.state, enrolment.updates_root)
    shelf.choose()
    return shelf


def _published(shelf: "Shelf", device: Device) -> Bundle | None:
    """The best published bundle that can be used; None where there is none."""
    from config.shelf import FIT_STAMP  # noqa: PLC0415 - it is loaded, since there is one

    for release in shelf.chosen:
        try:
            bundle = fit_bundle(shelf.path_of(release), device.state / FIT_STAMP)
        except Sorry as mistakes:  # fit when it came, but not for this version of the program
            sys.stderr.write(f"{mistakes}\nRelease {release.number} is not used.\n")
        else:
            shelf.in_use = release
            return bundle
    return None


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


def on_panel(terminal: Terminal, arrangement: "PanelArrangement") -> Terminal:
    """The same terminal with the panel that it really has."""
    low = terminal.low and arrangement.can_be_low
    return replace(terminal, arrangement=arrangement, can_be_low=arrangement.can_be_low, low=low)


def first_view_of(terminal: Terminal) -> View:
    """The start screen as it lies on the panel that `terminal` is for."""
    return show(terminal, fresh(terminal, 1))


def answers_of(terminal: Terminal) -> dict[str, View]:
    """What a tap on each button of the start screen shows."""
    before = fresh(terminal, 1)
    pressable = [target.name for target in show(terminal, before).targets if target.enabled]
    return {name: show(terminal, advance(terminal, before, Tapped(name))[0]) for name in pressable}


def depends_of(asked: argparse.Namespace, loaded: Loaded) -> list[Path]:
    """The files and folders that the first picture was made from, our own among them."""

    found = [*ROOT.glob("*.py"), *ROOT.glob("kiosk/core/*.py"), *ROOT.glob("screens/*.py")]
    for folder in {loaded.bundle.folder, loaded.device.bundle or FACTORY}:
        found += [folder, folder / "flows", folder / "texts", *files_of(folder)]
    found += [asked.device] if asked.device else []
    if loaded.device.enrolment:  # with its name a kiosk may offer something else
        found.append(enrolment_file(loaded.device, asked.device))
    if loaded.shelf:
        found.append(loaded.shelf.pointer_file)
    return [path.resolve() for path in found]


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
        enrolled=enrolment is not None,
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
