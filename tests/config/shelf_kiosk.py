"""A kiosk as far as its bundles go: a state folder, a shelf, and what looks for updates.

Most tests look in this process (the same function that the process runs, without its
limits); those about the process itself start it.
"""

import shutil
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from config.bundle import version_of
from config.shelf import Shelf
from config.updates import Looking, Source, Updates
from config.updating.asking import Asked, PanelFacts
from config.updating.looking import update
from config.updating.outcomes import Outcome
from config.updating.releases import Release
from kiosk.core.health import BundleState
from tests.config.tuf_town import Town, small_bundle

PANEL = PanelFacts(width_px=1072, height_px=1908, width_mm=268, bottom_mm=None)
NAME = "zuil-1"
GRACE_S = 0.4


@cache
def bundle(title: str) -> Path:
    """A bundle whose start screen has this title; made once, not to be changed."""
    return small_bundle(Path(mkdtemp(prefix="zuil-bundle-")) / "bundle", title)


def release(number: int, title: str) -> Release:
    return Release(number=number, version=version_of(bundle(title)))


class InThisProcess(Looking):
    def look(self, asked: Asked) -> Outcome:
        return update(asked.model_copy(update={"grace_s": GRACE_S}))


@dataclass
class ShelfKiosk:
    """`start` again is what a restart does; `updates` and `shelf` are those since then."""

    town: Town
    state: Path
    name: str = NAME
    looking: Looking = field(default_factory=InThisProcess)
    ready: int = 0
    """How often something was announced as ready."""

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> "ShelfKiosk":
        self.shelf = Shelf(self.state, self.town.first_root)
        self.shelf.in_use = next(iter(self.shelf.choose()), None)
        source = Source(self.town.url, self.town.first_root, self.name, 300)
        version = self.shelf.in_use.version if self.shelf.in_use else "factory"
        self.updates = Updates(
            source, self.shelf, PANEL, version, self._on_ready, looking=self.looking
        )
        return self

    def _on_ready(self) -> None:
        self.ready += 1

    def put(self, number: int, title: str) -> None:
        """This release came earlier, was switched to, and has proven itself."""
        one = release(number, title)
        shutil.copytree(bundle(title), self.shelf.path_of(one))
        self.shelf.switch(one)
        self.start()
        self.shelf.prove()

    def check(self) -> BundleState:
        self.updates.check()
        return self.updates.state()

    def files(self) -> dict[str, bytes]:
        """All that lies on the shelf."""
        folder = self.shelf.folder
        return {
            str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
