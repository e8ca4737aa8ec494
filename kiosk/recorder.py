"""The recorder: what a visitor says instead of typing it, in memory only.

The microphone is open only while the visitor sees the meter, and closed the moment that they stop,
the time is over, or the visit ends. What was said is never written to disk by the kiosk:
it leaves as WAV into the sealed submission, and `discard` and `forget` overwrite it.

One thread opens, measures and closes, so that no screen waits for a sound system.
`RecordingHeard` comes ten times a second; each recording ends with exactly one of
`Recorded` and `RecordingFailed`, unless it is discarded or forgotten first.
"""

import io
import logging
import threading
import wave
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log10, sqrt
from operator import mul
from typing import Protocol

from kiosk.core.events import AnyEvent, Recorded, RecordingFailed, RecordingHeard
from kiosk.voice import SAMPLE_BYTES, SAMPLE_RATE

log = logging.getLogger(__name__)

MEASURE_S = 0.1
SILENT_S = 2.0
"""No samples for so long: the microphone was pulled out, or its driver hangs."""
QUIET_DBFS, SPAN_DB = -55.0, 50.0
"""Ordinary speech, -35 to -15 dBFS at usual microphones, fills 0.4 to 0.8 of the meter."""
NOTHING_DBFS = -50.0
"""Nobody speaks so softly: all of a recording below it is a microphone that hears nothing."""


class Line(Protocol):
    """An open microphone: 16-bit mono samples at `SAMPLE_RATE`."""

    def read(self) -> bytes:
        """What was heard since the last time. Does not wait. Raises OSError where it is gone."""
        ...

    def close(self) -> None: ...


@dataclass(slots=True)
class _Take:
    name: str
    samples: bytearray
    """Room for all of it from the start: growing would leave copies behind."""
    length: int = 0
    dbfs: float = -100.0
    loudest_dbfs: float = -100.0
    stopped: bool = False
    dropped: bool = False
    """Nobody wants to know any more."""

    def add(self, newest: bytes) -> None:
        """As much of it as there is time for."""
        end = min(self.length + len(newest), len(self.samples))
        self.samples[self.length : end] = newest[: end - self.length]
        self.length = end
        if newest:
            self.dbfs = loudness(newest)
            self.loudest_dbfs = max(self.loudest_dbfs, self.dbfs)

    @property
    def is_full(self) -> bool:
        return self.length == len(self.samples)

    @property
    def seconds(self) -> float:
        return self.length / (SAMPLE_RATE * SAMPLE_BYTES)


class Recorder:
    """Records one message at a time, by name; keeps the last one of each name of this visit."""

    def __init__(self, open_line: Callable[[], Line], inbox: Callable[[AnyEvent], None]) -> None:
        """`open_line` opens the microphone, or raises OSError."""
        self._open_line = open_line
        self._inbox = inbox
        self._changed = threading.Condition()
        self._take: _Take | None = None
        self._kept: dict[str, bytearray] = {}
        self._thread: threading.Thread | None = None

    def start(self, name: str, most_s: int) -> None:
        """Listen from now on, for `most_s` seconds at most."""
        self._end(dropped=True)
        self.discard(name)
        take = _Take(name, bytearray(most_s * SAMPLE_RATE * SAMPLE_BYTES))
        with self._changed:
            self._take = take
        self._thread = threading.Thread(
            target=self._record, args=[take], name="microphone", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """The visitor has said it; `Recorded` follows."""
        with self._changed:
            if self._take:
                self._take.stopped = True
                self._changed.notify_all()

    def sound(self, name: str) -> bytes:
        """The samples of a recording; none where there is no such recording."""
        with self._changed:
            return bytes(self._kept.get(name, b""))

    def wavs(self, names: Sequence[str]) -> Mapping[str, bytes]:
        """Each recording as a WAV file, by name."""
        return {name: as_wav(sound) for name in names if (sound := self.sound(name))}

    def discard(self, name: str) -> None:
        """Overwrite and drop it, also while it is being made."""
        with self._changed:
            going = self._take is not None and self._take.name == name
            overwrite(self._kept.pop(name, bytearray()))
        if going:
            self._end(dropped=True)

    def forget(self) -> None:
        """The visit is over: closed, and nothing that was said stays in memory."""
        self._end(dropped=True)
        with self._changed:
            for sound in self._kept.values():
                overwrite(sound)
            self._kept.clear()

    def close(self) -> None:
        self.forget()

    def _end(self, *, dropped: bool) -> None:
        with self._changed:
            if self._take:
                self._take.stopped, self._take.dropped = True, dropped
                self._changed.notify_all()
        # Two microphones must never be open at once. It ends within one measurement.
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(SILENT_S)

    def _record(self, take: _Take) -> None:
        try:
            line = self._open_line()
            try:
                self._listen(take, line)
            finally:
                line.close()
        except OSError as error:
            log.warning("the microphone cannot be used: %s", error)
            self._failed(take)
        else:
            self._done(take)

    def _listen(self, take: _Take, line: Line) -> None:
        """Until it ends. Raises OSError where nothing comes any more."""
        still_s = 0.0
        while True:
            with self._changed:
                self._changed.wait_for(lambda: take.stopped, MEASURE_S)
                stopped = take.stopped
            newest = line.read()
            take.add(newest)
            if stopped or take.is_full:
                return
            still_s = 0.0 if newest else still_s + MEASURE_S
            if still_s >= SILENT_S:
                raise OSError(f"nothing has come for {SILENT_S:.0f} s")
            if newest:
                self._inbox(RecordingHeard(meter(take.dbfs), take.seconds))

    def _failed(self, take: _Take) -> None:
        with self._changed:
            overwrite(take.samples)
            self._over(take)
        if not take.dropped:
            self._inbox(RecordingFailed(take.name))

    def _done(self, take: _Take) -> None:
        silent = take.loudest_dbfs < NOTHING_DBFS
        with self._changed:
            if take.dropped:
                overwrite(take.samples)
            else:
                del take.samples[take.length :]
                self._kept[take.name] = take.samples
            self._over(take)
        if not take.dropped:
            self._inbox(Recorded(take.name, max(1, round(take.seconds)), silent))

    def _over(self, take: _Take) -> None:
        if self._take is take:
            self._take = None


def loudness(samples: bytes) -> float:
    """RMS relative to full scale, in dB; -100 for silence."""
    values = array("h", samples[: len(samples) // SAMPLE_BYTES * SAMPLE_BYTES])
    power = sum(map(mul, values, values)) / len(values) if values else 0
    return 20 * log10(sqrt(power) / 32768) if power else -100.0


def meter(dbfs: float) -> float:
    """From 0 to 1, for the eye."""
    return min(1.0, max(0.0, (dbfs - QUIET_DBFS) / SPAN_DB))


def as_wav(samples: bytes) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(SAMPLE_BYTES)
        out.setframerate(SAMPLE_RATE)
        out.writeframes(samples)
    return file.getvalue()


def overwrite(samples: bytearray) -> None:
    """In place, so that what was said is nowhere in the memory that it had."""
    samples[:] = bytes(len(samples))
