"""A kiosk that is tried before anything is published: the real program, and nothing of it counts.

    python run_kiosk.py --rehearse FILE --bundle DRAFT --state TMP --mirror 127.0.0.1:0

FILE is JSON, and so is every line of it optional:

    {"kiosk": "zuil-1", "language": "ar", "theme": "contrast-dark", "text_size": 2}

It says as which kiosk, and how the first visit begins. No submission is kept or sent: each is
thanked for, gets a code, and its receipt is a picture in the state folder. The code can be
looked up as long as this kiosk runs. There is no enrolment, no outbox and no desk. A bundle
with a mistake is not replaced by the factory's: the kiosk says what is wrong, and ends.

It ends by itself when FILE is removed, and when nobody did anything for a quarter of an hour.
"""

import os
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from config.bundle import Bundle
from config.check import fit_bundle
from config.device import Device
from config.groups import for_kiosk
from config.problems import Mistakes, Problem, read_yaml, validated
from kiosk.core.events import AnyEvent, NotSolvedTold, Report, Saved, StatusFound
from kiosk.core.session import Session, fresh
from kiosk.core.submission import Submission
from kiosk.core.terminal import Terminal
from kiosk.keeping import NO_SOUNDS
from kiosk.world import World
from printers.settings import PictureSettings

IDLE_S = 15 * 60
LOOK_S = 0.5
GRACE_S = 5.0
PORT_FILE = "mirror-port"
"""In the state folder, once the mirror listens: where `--mirror 127.0.0.1:0` came out."""


class Wishes(BaseModel):
    """What FILE says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kiosk: str = ""
    language: str = ""
    theme: str = ""
    text_size: Annotated[int, Field(ge=0, le=3)] = 0


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """One rehearsal, from its file to its end."""

    file: Path
    wishes: Wishes

    @classmethod
    def of(cls, file: Path) -> "Rehearsal":
        """Raises Mistakes where the file cannot be used."""
        return cls(file, validated(Wishes, read_yaml(file, str(file)), file, str(file)))

    def device(self, device: Device) -> Device:
        """The same machine, whatever it is set up with, without its printer."""
        pictures = PictureSettings(directory=device.state / "receipts")
        return device.model_copy(update={"printer": pictures, "enrolment": None})

    def bundle(self, device: Device) -> Bundle:
        """The draft as this kiosk would have it, at any time of the day. Raises Mistakes."""
        if device.bundle is None:
            raise Mistakes([Problem("options", 0, "a rehearsal needs the draft: --bundle DIR.")])
        found = for_kiosk(fit_bundle(device.bundle, None), self.wishes.kiosk)
        return replace(found, hours=None)

    def begin(self, terminal: Terminal) -> Session:
        """The first visit as it was wished for, as far as the bundle has that."""
        session = fresh(terminal, 1)
        settings, wishes = session.settings, self.wishes
        if wishes.language in terminal.texts.languages:
            settings = replace(settings, language=wishes.language)
        if wishes.theme in terminal.themes:
            settings = replace(settings, theme=wishes.theme)
        return replace(session, settings=replace(settings, text_size=wishes.text_size))

    def world(self, world: World, inbox: Callable[[AnyEvent], None]) -> World:
        desk = PretendDesk(inbox)
        return replace(world, keeper=desk, status=desk)

    def stands(
        self,
        state: Path,
        mirror: tuple[str, int],
        session: Callable[[], Session],
        end: Callable[[], None],
    ) -> None:
        """Tell where it can be seen; from now on end it when it is over, also where it hangs."""
        half = state / f"{PORT_FILE}.new"
        half.write_text(str(mirror[1]), encoding="ascii")
        half.replace(state / PORT_FILE)

        def look() -> None:
            last = time.monotonic()
            while self.file.exists() and time.monotonic() - last < IDLE_S:
                time.sleep(LOOK_S)
                last = max(last, session().last_press_at)
            self.file.unlink(missing_ok=True)  # whoever began it sees that it is over
            end()
            time.sleep(GRACE_S)
            os._exit(0)

        threading.Thread(target=look, name="rehearsal", daemon=True).start()


class PretendDesk:
    """Says that all is well, and keeps nothing but the kinds of what was sent, by code."""

    def __init__(self, inbox: Callable[[AnyEvent], None]) -> None:
        self._inbox = inbox
        self._sent: dict[str, Report] = {}

    def keep(
        self,
        submission: Submission,
        sounds: Mapping[str, bytes] = NO_SOUNDS,  # noqa: ARG002 - as the other keepers have it
    ) -> Saved:
        day = submission.made_at[:10]
        self._sent[submission.code] = Report(day, "received", submission.flow, "", day)
        return Saved(submission.id)

    def ask(self, code: str, language: str) -> None:  # noqa: ARG002 - there is no sentence
        report = self._sent.get(code)
        self._inbox(StatusFound(code, (report,) if report else ()))

    def tell_not_solved(self, code: str, day: str) -> None:  # noqa: ARG002 - nobody is told
        self._inbox(NotSolvedTold(code))
