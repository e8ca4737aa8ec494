"""The envelope that only the desk can open."""

from pathlib import Path

import pytest
from nacl.encoding import Base64Encoder
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox

from kiosk.core.submission import Submission
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
