"""A loudspeaker that writes down when each piece of sound reached it.

SDL's disk driver takes sound as a sound card does: 512 samples, then a pause of as long as
they last (23.2 ms), and so on, silence included. It writes into a pipe that we read.

The C library under it collects four pieces of 1,024 bytes and hands them over when it is
given the fifth. So a block of 4,096 bytes that arrives at T holds what was played from T - 4
to T - 1 pieces ago, and the place of a sample in the block tells the moment of its
piece. The length of a piece is measured on the pipe itself, for a disk driver is a little
slower than a sound card. What remains uncertain is the jitter of the pauses: some 2 ms.
"""

import os
import select
import threading
import time
from array import array
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Self

from benchmarks.display import TooLate
from benchmarks.figures import median

BLOCK_BYTES = 4096
PIECE_BYTES = 1024
PIECES = BLOCK_BYTES // PIECE_BYTES


class Loudspeaker:
    """`path` is where the kiosk plays to (`SDL_DISKAUDIOFILE`)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        os.mkfifo(path)
        self._pipe = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        self._blocks: list[tuple[float, bytes]] = []
        self._changed = threading.Condition()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="loudspeaker", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self._stop.set()
        self._thread.join(5)
        os.close(self._pipe)

    def silence(self, limit_s: float) -> None:
        """Until a whole block of silence has arrived that was played from now on."""
        began = time.monotonic()
        with self._changed:
            for at, block in self._coming(began, limit_s):
                if at - self.piece_s * PIECES > began and not any(block):
                    return

    def first_sample_after(self, moment: float, limit_s: float) -> float:
        """When the first piece with sound in it was taken, on the clock of `time.monotonic`."""
        with self._changed:
            for at, block in self._coming(moment, limit_s):
                for piece in range(PIECES):
                    taken = at - (PIECES - piece) * self.piece_s
                    sound = block[piece * PIECE_BYTES : (piece + 1) * PIECE_BYTES]
                    if any(array("h", sound)):
                        return taken
        raise AssertionError("not reached")

    @property
    def piece_s(self) -> float:
        """How long one piece lasts here."""
        times = [at for at, _ in self._blocks[-40:]]
        steps = [after - before for before, after in pairwise(times)]
        return median(steps) / PIECES if steps else 0.0232

    def _coming(self, since: float, limit_s: float) -> Iterator[tuple[float, bytes]]:
        """Blocks that arrive after `since`, as they come."""
        until, index = time.monotonic() + limit_s, 0
        while True:
            while index < len(self._blocks):
                index += 1
                if self._blocks[index - 1][0] > since:
                    yield self._blocks[index - 1]
            if time.monotonic() > until or not self._changed.wait(limit_s):
                raise TooLate("The loudspeaker heard nothing of what was waited for.")

    def _listen(self) -> None:
        rest = b""
        while not self._stop.is_set():
            if not select.select([self._pipe], [], [], 0.1)[0]:
                continue
            data = os.read(self._pipe, 65536)
            at = time.monotonic()
            if not data:  # nobody has opened the other end yet, or has closed it
                time.sleep(0.01)
                continue
            rest += data
            with self._changed:
                while len(rest) >= BLOCK_BYTES:
                    self._blocks.append((at, rest[:BLOCK_BYTES]))
                    rest = rest[BLOCK_BYTES:]
                self._changed.notify_all()
