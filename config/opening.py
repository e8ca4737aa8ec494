"""What comes first: the window with its first picture, and an answer to the first press.

    recalled   the start screen of last time, where nothing changed since (`config.first_picture`)
    anew       else the files are read first, and what comes of it is kept for the next start

Little is imported here, for it is this that a visitor waits for.
"""

import argparse
import contextlib
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from config.behind import Loading
from config.first_picture import FILE, FirstPicture, Frame, recall, remember
from kiosk.core.presses import Press, Tapped
from screens.glass import Glass

if TYPE_CHECKING:
    from kiosk.core.terminal import Terminal

# The files and all that reads them are imported where they are needed.
# ruff: noqa: PLC0415

STANDING = "standing"
"""In the state folder: touched at each first picture, for whoever waits for it."""
LOOK_S = 0.004


class Opening:
    """`glass` stands, with the first picture on it."""

    def __init__(
        self,
        asked: argparse.Namespace,
        words: Sequence[str],
        loading: Loading,
        on_closed: Callable[[], None],
    ) -> None:
        self._asked, self._words, self._loading = asked, words, loading
        self._file = Path(asked.state or os.environ.get("ZUIL_STATE", "var")) / FILE
        recalled = recall(self._file, words)
        self._is_new = recalled is None
        frame = recalled.frame if recalled else self._frame()
        self.glass = _glass(frame, on_closed)
        self._first = recalled or self._made(frame)
        self.glass.show(self._first.view)
        if self._is_new:
            self._complete()
        with contextlib.suppress(OSError):
            self._file.with_name(STANDING).touch()

    def presses_until(self, is_over: Callable[[], bool]) -> list[Press]:
        """What visitors did until then. The first press is answered at once, where what was
        kept tells how; the others are seen at once, and answered when all is there."""
        held: list[Press] = []
        while not is_over():
            for press in self.glass.poll():
                held.append(press)
                if len(held) == 1 and isinstance(press, Tapped):
                    self._answer(press)
            self.glass.wait(LOOK_S)
        if not self._is_new:  # the answers have served, and weigh something
            self._first = replace(self._first, answers={})
        return held

    def keep(self) -> None:
        """For the next start, where that has none of this."""
        if not self._is_new:
            return
        from config.loading import depends_of

        self._is_new = False
        depends = depends_of(self._asked, self._loading.result())
        with contextlib.suppress(OSError):  # a full disk: the next start is a slower one
            remember(self._file, self._first, self._words, depends)

    def _answer(self, press: Tapped) -> None:
        view = self._first.answer(press.target)
        if view is not None:
            self.glass.show(view)

    def _frame(self) -> Frame:
        from config.loading import frame_of

        self._loading.now()
        return frame_of(self._loading.result())

    def _made(self, frame: Frame) -> FirstPicture:
        from config.loading import first_view_of

        return FirstPicture(frame, first_view_of(self._terminal))

    def _complete(self) -> None:
        """Also what answers the first press of next time."""
        from config.first_picture import packed
        from config.loading import answers_of

        loaded = self._loading.result()
        self._file = loaded.device.state / FILE
        if loaded.rehearsal is None:  # that begins with any screen
            answers = packed(answers_of(self._terminal))
            self._first = replace(self._first, answers=answers)
        if not (loaded.shelf and loaded.shelf.on_trial):
            self.keep()  # that of a new bundle once it has proven itself

    @property
    def _terminal(self) -> "Terminal":
        from config.loading import on_panel

        return on_panel(self._loading.result().terminal, self.glass.arrangement)


def _glass(frame: Frame, on_closed: Callable[[], None]) -> Glass:
    return Glass(
        frame.mode,
        frame.palettes,
        size_px=frame.size_px,
        panel_width_mm=frame.panel_width_mm,
        panel_bottom_mm=frame.panel_bottom_mm,
        filter_s=frame.filter_s,
        title=frame.title,
        on_closed=on_closed,
    )
