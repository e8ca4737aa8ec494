"""Phrases that a person has read aloud: what is recorded is played, the rest is made.

A clip is decoded when it is heard, made as loud as the voice, and stretched for the
visitor's rate without changing its pitch. A clip that cannot be decoded costs its sound,
never the words: they are then spoken as all others.
"""

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

from kiosk.pieces import bare
from kiosk.speech import Voice
from kiosk.stretch import stretched
from kiosk.voice import RATES, Sound, levelled

log = logging.getLogger(__name__)
Decode = Callable[[Path], bytes]


class ClipVoice:
    """A voice that knows some phrases by heart: `clips` by language and `bare` text."""

    def __init__(self, voice: Voice, clips: Mapping[tuple[str, str], Path], decode: Decode) -> None:
        self._voice = voice
        self._clips = clips
        self._decode = decode
        self._unreadable: set[Path] = set()

    def sound(self, text: str, language: str, rate_step: int) -> Sound:
        clip = self._clips.get((language, bare(text)))
        if clip is not None and clip not in self._unreadable:
            try:
                return levelled(stretched(self._decode(clip), RATES[rate_step]))
            except ValueError as error:
                log.warning("the clip %s cannot be played: %s. It is spoken instead.", clip, error)
                self._unreadable.add(clip)
        return self._voice.sound(text, language, rate_step)
