"""The envelope: what a visitor handed in, closed so that only the desk can open it.

The kiosk has the desk's public key and nothing that opens the envelope again, so a
stolen kiosk gives away nothing that was said to it. Sealing the same submission twice
gives different bytes; what is kept and handed over is therefore sealed once.
"""

from nacl.encoding import Base64Encoder
from nacl.public import PublicKey, SealedBox

from kiosk.core.submission import Submission


def seal(submission: Submission, public_key_b64: str) -> bytes:
    """A libsodium sealed box (X25519, XSalsa20-Poly1305) around the submission's JSON.

    Raises where the key is not 32 bytes in base64: that is a mistake in this kiosk's
    enrolment, to be found when it starts and not when a visitor sends.
    """
    key = PublicKey(public_key_b64.encode("ascii"), Base64Encoder)
    return SealedBox(key).encrypt(submission.model_dump_json().encode("utf-8"))
