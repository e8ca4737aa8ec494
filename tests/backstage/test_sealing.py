"""The envelope that only the desk can open."""

from base64 import b64decode
from collections.abc import Mapping
from pathlib import Path

import pytest
from nacl.encoding import Base64Encoder
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox

from kiosk.core.events import Saved
from kiosk.core.submission import MOST_DATA, Recording, Submission
from kiosk.keeping import SealedKeeper, with_sounds
from kiosk.outbox import Outbox
from kiosk.sealing import seal
from tests.backstage.samples import SUBMISSION

DESK = PrivateKey.generate()
PUBLIC = DESK.public_key.encode(Base64Encoder).decode()


def test_the_desk_reads_exactly_what_was_sealed() -> None:
    opened = SealedBox(DESK).decrypt(seal(SUBMISSION, PUBLIC))
    assert Submission.model_validate_json(opened) == SUBMISSION


def test_nobody_else_opens_it() -> None:
    with pytest.raises(CryptoError):
        SealedBox(PrivateKey.generate()).decrypt(seal(SUBMISSION, PUBLIC))


def test_nothing_readable_is_ever_on_the_disk_of_the_kiosk(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox.sqlite3")
    outbox.put(SUBMISSION.id, seal(SUBMISSION, PUBLIC))
    written = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert str(SUBMISSION.id).encode() in written
    for secret in (b"lantaarnpaal", b"Annemarie", b"0612345678", b"482173905569", b"melding"):
        assert secret not in written


@pytest.mark.parametrize("key", ["", "not a key", PUBLIC[:-8]], ids=["none", "words", "short"])
def test_a_mistake_in_the_key_is_found_before_anything_is_sealed(key: str) -> None:
    with pytest.raises(Exception, match=r"."):
        seal(SUBMISSION, key)


SPOKEN = SUBMISSION.model_copy(
    update={"recordings": tuple(Recording(step=step, seconds=3) for step in ("vertel", "idee"))}
)
WAV = b"RIFF....WAVE" + bytes(range(256)) * 40


def kept(tmp_path: Path, submission: Submission, sounds: Mapping[str, bytes]) -> Submission:
    """What the desk opens of what the keeper kept."""
    outbox = Outbox(tmp_path / "outbox.sqlite3")
    keeper = SealedKeeper(outbox, PUBLIC, lambda: None)
    assert keeper.keep(submission, sounds) == Saved(submission.id)
    sealed = outbox.sealed(submission.id)
    assert sealed is not None
    return Submission.model_validate_json(SealedBox(DESK).decrypt(sealed))


def test_a_spoken_message_goes_along_sealed_and_comes_out_byte_for_byte(tmp_path: Path) -> None:
    opened = kept(tmp_path, SPOKEN, {"vertel": WAV, "idee": WAV[::-1]})
    assert [b64decode(one.data) for one in opened.recordings] == [WAV, WAV[::-1]]
    written = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert WAV[:40] not in written


@pytest.mark.parametrize(
    "sounds", [{}, {"vertel": b""}, {"elders": WAV}], ids=["no", "empty", "other"]
)
def test_a_submission_whose_sound_is_missing_is_kept_all_the_same(
    tmp_path: Path, sounds: dict[str, bytes]
) -> None:
    assert kept(tmp_path, SPOKEN, sounds) == SPOKEN


def test_sound_that_the_desk_would_refuse_does_not_take_the_words_with_it() -> None:
    found = with_sounds(SPOKEN, {"vertel": bytes(MOST_DATA), "idee": WAV})
    assert [bool(one.data) for one in found.recordings] == [False, True]
    Submission.model_validate_json(found.model_dump_json())


def test_the_core_and_its_session_never_hold_the_sound(tmp_path: Path) -> None:
    kept(tmp_path, SPOKEN, {"vertel": WAV, "idee": WAV})
    assert [one.data for one in SPOKEN.recordings] == ["", ""]
