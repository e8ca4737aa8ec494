"""Phrases of a bundle that a person has read aloud, and whether each can be used.

    clips/nl/ui-next.wav            what the message ui-next says, in Dutch
    clips/ar/melding-wat.help.ogg   what its attribute .help says, in Arabic

A clip is played where the kiosk would say exactly that phrase. It must be WAV (PCM) or
OGG (Vorbis or Opus), between 0.2 and 60 seconds, of a message without variables. One
that cannot be used is named, and its phrase is spoken as all others: a bad recording is
no reason to refuse a bundle.
"""

from collections.abc import Iterator
from pathlib import Path

from config.problems import Problem
from config.texts import FluentTexts
from kiosk.core.sentences import Sentence, sentence
from kiosk.pieces import bare

SHORTEST_S, LONGEST_S = 0.2, 60.0
KINDS = (".wav", ".ogg")
_OPUS_RATE = 48000  # RFC 7845: its positions count at this rate, whatever was recorded
Clips = dict[tuple[str, str], Path]


class _Unusable(ValueError):  # noqa: N818 - nothing is in error but a recording
    """Its text says what is wrong and how to mend it."""

    def __init__(self, what: Sentence) -> None:
        self.what = what
        super().__init__(what)


def clips_of(folder: Path, texts: FluentTexts) -> tuple[Clips, list[Problem]]:
    """Those that can be used, by language and by what they say; and what is wrong elsewhere."""
    found: Clips = {}
    problems: list[Problem] = []
    for path in _files(folder / "clips"):
        try:
            said = _said(path, texts)
            _check_length(seconds_of(path))
        except _Unusable as error:
            problems.append(Problem(str(path.relative_to(folder)), 0, error.what))
        else:
            found[path.parent.name, bare(said)] = path
    return found, problems


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(path for path in folder.glob("*/*") if not path.name.startswith("."))


def _said(path: Path, texts: FluentTexts) -> str:
    """What the message or attribute that this file is named after says."""
    language, key = path.parent.name, path.stem
    if path.suffix.lower() not in KINDS:
        raise _Unusable(
            sentence("a clip must be a .wav or an .ogg file. Convert it, or take it away.")
        )
    if language not in texts.languages:
        known = ", ".join(texts.languages)
        raise _Unusable(
            sentence(
                "'{language}' is not a language of this bundle ({languages}). Move it.",
                language=language,
                languages=known,
            )
        )
    name = key.partition(".")[0]
    if name not in texts.names(language) or not texts.has(language, key):
        raise _Unusable(
            sentence(
                "there is no message '{key}' in texts/{language}.ftl. "
                "Name the file after the message.",
                key=key,
                language=language,
            )
        )
    try:
        return texts.text(language, key).spoken
    except KeyError:
        raise _Unusable(
            sentence(
                "'{key}' has variables, so it is never the same twice. Take the clip away.", key=key
            )
        ) from None


def _check_length(seconds: float) -> None:
    if not SHORTEST_S <= seconds <= LONGEST_S:
        raise _Unusable(
            sentence(
                "it lasts {seconds} s; a clip lasts {shortest} to {longest} s. Record it again.",
                seconds=round(seconds, 1),
                shortest=SHORTEST_S,
                longest=round(LONGEST_S),
            )
        )


def seconds_of(path: Path) -> float:
    """How long a clip lasts. Raises _Unusable where it cannot be read."""
    import wave  # noqa: PLC0415 - most bundles have no clips

    try:
        if path.suffix.lower() == ".wav":
            with wave.open(str(path), "rb") as file:
                return file.getnframes() / file.getframerate()
        return _ogg_seconds(path.read_bytes())
    except (OSError, EOFError, wave.Error, ValueError, IndexError, ZeroDivisionError):
        raise _Unusable(
            sentence("it cannot be read as a sound. Save it as WAV (PCM) or OGG (Vorbis or Opus).")
        ) from None


def _ogg_seconds(content: bytes) -> float:
    """From the position in the header of the last page (RFC 3533)."""
    last = content.rindex(b"OggS")
    samples = int.from_bytes(content[last + 6 : last + 14], "little", signed=True)
    if (vorbis := content.find(b"\x01vorbis", 0, 128)) >= 0:
        return samples / int.from_bytes(content[vorbis + 12 : vorbis + 16], "little")
    opus = content.index(b"OpusHead", 0, 128)
    skipped = int.from_bytes(content[opus + 10 : opus + 12], "little")
    return (samples - skipped) / _OPUS_RATE
