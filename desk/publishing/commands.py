"""`python -m desk publisher` and `python -m desk publishing-keys`: what touches the keys.

See docs/publishing.md for when to do what.
"""

import argparse
import signal
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from securesystemslib.signer import CryptoSigner

from desk.access.history import write_down
from desk.publishing import keys, passphrase
from desk.publishing.alone import alone
from desk.publishing.models import PublisherTrouble
from desk.publishing.publisher import Publisher
from desk.publishing.repository import metadata_folder, newest, signed_now
from desk.publishing.signing import SignedRepository
from desk.terminal import say, sorry

TROUBLE = {
    PublisherTrouble.NO_KEYS: "There are no keys to sign with. Make them once: python -m desk "
    "publishing-keys new --root-out FILE",
    PublisherTrouble.LOCKED: "The keys do not open with this passphrase. Name the file that it "
    "stands in with ZUIL_DESK_PASSPHRASE_FILE, or start the publisher where it can be typed.",
    PublisherTrouble.WRONG_KEYS: "The keys are not those that kiosks trust. Put the right ones "
    "back, or replace them: python -m desk publishing-keys rotate --root FILE",
    PublisherTrouble.DISK: "The repository cannot be written. Is the disk full, or the folder "
    "somebody else's?",
}
EXPECTED = (
    keys.KeysMissingError,
    keys.KeyLockedError,
    keys.WrongKeyError,
    passphrase.NoPassphraseError,
)
Asked = argparse.Namespace


def run_publisher(_: Asked) -> int:
    try:
        publisher = Publisher(_online_passphrase())
    except EXPECTED as error:
        return sorry(str(error))
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: publisher.end())
    if trouble := publisher.turn(timezone.now()):
        return sorry(TROUBLE[PublisherTrouble(trouble)])
    say("The publisher is at work.")
    publisher.run()
    return 0


def manage_keys(asked: Asked) -> int:
    what: Callable[[Asked], int] = {
        "new": _new,
        "rotate": _rotate,
        "new-root": _new_root,
        "status": _status,
    }[asked.what]
    try:
        with alone(wait=True):
            return what(asked)
    except EXPECTED as error:
        return sorry(str(error))
    except OSError as error:
        return sorry(f"Cannot write {error.filename}: {error.strerror}.")


def _new(asked: Asked) -> int:
    if newest(metadata_folder(), "root"):
        return sorry("There are keys already; kiosks trust them. To replace them: rotate.")
    _is_free(asked.root_out)
    online = root = None
    if not asked.no_passphrase:
        online = passphrase.new("the keys of the publisher", passphrase.ONLINE)
        root = passphrase.new("the root key", passphrase.ROOT)
    root_key, made = keys.make(), {role: keys.make() for role in keys.ONLINE}
    keys.write(root_key, asked.root_out, root)
    keys.write_all(made.values(), _folder(), online)
    keys.forget(_folder(), map(keys.name_of, made.values()))  # of an earlier try that was cut off
    SignedRepository(Path(settings.REPOSITORY)).begin(root_key, made, timezone.now())
    write_down(None, "bundle.keys_new")
    say(
        f"The keys were made. {asked.root_out} is the root key: keep it away from this machine, "
        "twice; it is needed to replace the others."
    )
    return 0


def _rotate(asked: Asked) -> int:
    root_key = _root_key(asked.root)
    try:
        online = _online_passphrase()
        old = keys.read_all(_folder(), online)
    except EXPECTED:  # lost, or locked for good: the new ones need a passphrase of their own
        old, online = {}, None
        if not asked.no_passphrase:
            online = passphrase.new("the new keys of the publisher", passphrase.ONLINE)
    made = {role: keys.make() for role in keys.ONLINE}
    keys.write_all(made.values(), _folder(), online)
    SignedRepository(Path(settings.REPOSITORY)).rotate(root_key, made, old, timezone.now())
    keys.forget(_folder(), map(keys.name_of, made.values()))
    write_down(None, "bundle.keys_rotate")
    say("The publisher signs with new keys from now on; the old ones are erased.")
    return 0


def _new_root(asked: Asked) -> int:
    _is_free(asked.root_out)
    old, made = _root_key(asked.root), keys.make()
    lock = None if asked.no_passphrase else passphrase.new("the new root key", passphrase.ROOT)
    keys.write(made, asked.root_out, lock)
    SignedRepository(Path(settings.REPOSITORY)).replace_root_key(old, made, timezone.now())
    write_down(None, "bundle.keys_new_root")
    say(f"{asked.root_out} is the root key from now on. Keep it as you kept the old one.")
    return 0


def _status(_: Asked) -> int:
    found = signed_now()
    if not found:
        return sorry("Nothing was published yet.")
    for each in found:
        say(f"{each.role:<10} number {each.number:<6} believed until {each.expires:%Y-%m-%d %H:%M}")
    late = [each.role for each in found if each.expires <= timezone.now()]
    if late:
        return sorry(f"Kiosks no longer believe: {', '.join(late)}. See docs/publishing.md.")
    return 0


def _folder() -> Path:
    return Path(settings.PUBLISHING_KEYS)


def _is_free(file: Path) -> None:
    if file.exists():
        raise keys.WrongKeyError(f"{file} is there already. Name a file that is not.")


def _online_passphrase() -> bytes | None:
    if keys.are_locked(_folder()):
        return passphrase.known("the keys of the publisher", passphrase.ONLINE)
    return None


def _root_key(file: Path) -> CryptoSigner:
    lock = passphrase.known("the root key", passphrase.ROOT) if keys.is_locked(file) else None
    return keys.read(file, lock)
