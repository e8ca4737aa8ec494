"""Whatever a repository does, a kiosk keeps the bundle it has and staff are told.

Each attack that the TUF specification names (rollback, freeze, mix and match, endless data,
slow retrieval, wrong keys), and what else comes over a network.
"""

import json
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from securesystemslib.signer import CryptoSigner

from config.updates import Looking
from tests.config.shelf_kiosk import ShelfKiosk, bundle, release
from tests.config.tuf_town import (
    Content,
    Town,
    a_letter_now_and_then,
    elsewhere,
    endless,
    gzipped,
    half,
    zip_of,
)

Attack = Callable[[Town], None]
TIMESTAMP = "metadata/timestamp.json"
PAST = timedelta(days=-1)
IN_USE = 5


def newest(town: Town, role: str) -> str:
    return f"metadata/{town.versions[role]}.{role}.json"


def target(town: Town, name: str) -> str:
    return next(path for path in reversed(town.files) if path.endswith(f".{name}"))


def content_of(town: Town, path: str) -> bytes:
    content = town.files[path]
    assert isinstance(content, bytes)
    return content


# Rollback


def an_older_timestamp(town: Town) -> None:
    older = json.loads(content_of(town, TIMESTAMP))["signed"]["version"] - 1
    town.versions["timestamp"] = older - 1
    town.sign_timestamp()


def an_older_snapshot(town: Town) -> None:
    town.versions["snapshot"] -= 1
    town.sign_timestamp()


def older_targets(town: Town) -> None:
    town.sign_snapshot(town.versions["targets"] - 1)


def an_older_release(town: Town) -> None:
    town.publish_zip(IN_USE - 1, b"whatever", "0123456789ab")


def the_same_number_with_another_content(town: Town) -> None:
    town.publish_zip(IN_USE, b"whatever", "0123456789ab")


def all_of_it_as_it_was(town: Town) -> None:
    town.files |= {path: one for path, one in town.before.items() if path == TIMESTAMP}


# Freeze


def expired(*roles: str) -> Attack:
    def act(town: Town) -> None:
        for role in roles:
            town.expires[role] = PAST
        town.sign()

    return act


def an_expired_root(town: Town) -> None:
    town.expires["root"] = PAST
    town.rotate_root()


# Mix and match


def targets_of_another_moment(town: Town) -> None:
    before = content_of(town, newest(town, "targets"))
    town.sign()
    town.files[newest(town, "targets")] = before


def a_snapshot_of_another_moment(town: Town) -> None:
    before = content_of(town, newest(town, "snapshot"))
    town.sign()
    town.files[newest(town, "snapshot")] = before


# Wrong keys


def a_stranger(town: Town) -> None:
    other = Town()
    other.close()
    other.versions = {role: version + 9 for role, version in town.versions.items()}
    other.publish_zip(9, zip_of(bundle("Anders")), release(9, "Anders").version)
    town.files |= other.files


def signed_by_another(role: str) -> Attack:
    def act(town: Town) -> None:
        town.keys[role] = CryptoSigner.generate_ed25519()
        town.sign()

    return act


def signed_with_the_key_of_another_role(town: Town) -> None:
    town.keys["targets"] = town.keys["timestamp"]
    town.sign()


def not_signed(town: Town) -> None:
    town.sign()
    content = json.loads(content_of(town, TIMESTAMP))
    town.files[TIMESTAMP] = json.dumps(content | {"signatures": []}).encode()


def a_changed_letter(town: Town) -> None:
    town.sign()
    content = json.loads(content_of(town, TIMESTAMP))
    content["signed"]["version"] += 1
    town.files[TIMESTAMP] = json.dumps(content).encode()


def a_root_of_a_stranger(town: Town) -> None:
    town.rotate_root(signed_by_the_old=False)


# Too much, too slow, too little


def served(path: str, how: "Content | Made") -> Attack:
    """After a new signature, `path` is served like this; a role means its newest file."""

    def act(town: Town) -> None:
        town.publish_zip(6, zip_of(bundle("Nieuw")), release(6, "Nieuw").version)
        named = {
            "root": "metadata/2.root.json",
            "targets": newest(town, "targets"),
            "snapshot": newest(town, "snapshot"),
        }
        place = named.get(path) or (path if "/" in path else target(town, path))
        town.files[place] = how.of(content_of(town, place)) if isinstance(how, Made) else how

    return act


@dataclass(frozen=True)
class Made:
    """Made of what was served there before."""

    of: Callable[[bytes], Content]


cut_short_and_told = Made(lambda content: half(content, tell=True))
cut_short_and_not_told = Made(lambda content: half(content, tell=False))
another_letter = Made(lambda content: content[:-1] + bytes([content[-1] ^ 1]))
longer = Made(lambda content: content + b" ")


def gone(path: str) -> Attack:
    def act(town: Town) -> None:
        town.publish_zip(6, b"whatever", "0123456789ab")
        del town.files[path if "/" in path else target(town, path)]

    return act


def nobody_there(town: Town) -> None:
    town.close()
    town.open = False


def releases(content: bytes) -> Attack:
    """A list of releases that the town itself has signed."""

    def act(town: Town) -> None:
        town.sign_targets({"releases.json": content})

    return act


def listed(**changes: object) -> Attack:
    one = {"number": 6, "file": "bundle-6.zip", "version": "0123456789ab"}
    return releases(json.dumps({"format": 1, "all": one, "trial": None} | changes).encode())


def a_huge_zip(town: Town) -> None:
    town.publish_zip(6, b" " * (64 * 1024 * 1024 + 1), "0123456789ab")


def bad_zip(content: bytes) -> Attack:
    def act(town: Town) -> None:
        town.publish_zip(6, content, "0123456789ab")

    return act


def another_bundle_than_listed(town: Town) -> None:
    town.publish_zip(6, zip_of(bundle("Anders")), release(6, "Nieuw").version)


ATTACKS: dict[str, tuple[Attack, str]] = {
    "rollback of timestamp": (an_older_timestamp, "older"),
    "rollback of snapshot": (an_older_snapshot, "older"),
    "rollback of targets": (older_targets, "older"),
    "rollback of the release": (an_older_release, "Release 4 is offered, but release 5"),
    "another content": (the_same_number_with_another_content, "another content"),
    "replay": (all_of_it_as_it_was, "older"),
    "freeze: timestamp": (expired("timestamp"), "expired"),
    "freeze: snapshot": (expired("snapshot"), "expired"),
    "freeze: targets": (expired("targets"), "expired"),
    "freeze: root": (an_expired_root, "expired"),
    "mix and match: targets": (targets_of_another_moment, "older"),
    "mix and match: snapshot": (a_snapshot_of_another_moment, "does not belong together"),
    "a stranger's repository": (a_stranger, "not signed by whom"),
    **{
        f"wrong key: {role}": (signed_by_another(role), "not signed by whom")
        for role in ("targets", "snapshot", "timestamp")
    },
    "wrong role": (signed_with_the_key_of_another_role, "not signed by whom"),
    "not signed": (not_signed, "not signed by whom"),
    "changed after signing": (a_changed_letter, "not signed by whom"),
    "a stranger's root": (a_root_of_a_stranger, "not signed by whom"),
    **{
        f"endless: {path}": (served(path, endless), "more than it may")
        for path in ("root", TIMESTAMP, "snapshot", "targets", "releases.json")
    },
    "endless: the release": (served("bundle-6.zip", endless), "more than it may"),
    "slow": (served(TIMESTAMP, a_letter_now_and_then), "too slowly"),
    **{
        f"{name}: {path}": (served(path, how), told)
        for path in (TIMESTAMP, "bundle-6.zip")
        for name, how, told in (
            ("cut short", cut_short_and_told, "cannot be reached"),
            ("truncated", cut_short_and_not_told, "damaged"),
        )
    },
    "another letter in the release": (served("bundle-6.zip", another_letter), "damaged"),
    "longer than promised": (served("bundle-6.zip", longer), "more than it may"),
    "a redirect": (served(TIMESTAMP, elsewhere("http://127.0.0.1:9/")), "HTTP 302"),
    "packed": (served(TIMESTAMP, gzipped), "damaged"),
    "gone: timestamp": (gone(TIMESTAMP), "HTTP 404"),
    "gone: the release": (gone("bundle-6.zip"), "HTTP 404"),
    "nobody there": (nobody_there, "cannot be reached"),
    **{
        f"garbage: {name}": (served(TIMESTAMP, content), "damaged")
        for name, content in (
            ("nothing", b""),
            ("noise", random.Random(5).randbytes(2000)),
            ("a number", b"7"),
            ("brackets", b"[" * 9000),
            ("an empty object", b"{}"),
        )
    },
    "huge releases.json": (releases(b" " * (1024 * 1024 + 1)), "more than it may"),
    "garbage in releases.json": (releases(b"\xff\x00"), "damaged"),
    "an odd number": (
        listed(all={"number": "6", "file": "bundle-6.zip", "version": "0123456789ab"}),
        "damaged",
    ),
    "another file": (
        listed(all={"number": 6, "file": "../bundle-6.zip", "version": "0123456789ab"}),
        "damaged",
    ),
    "another format": (listed(format=2), "damaged"),
    "a release that is not there": (listed(), "damaged"),
    "huge release": (a_huge_zip, "too much"),
    "not a zip": (bad_zip(b"whatever"), "not a whole zip"),
    "not what is listed": (another_bundle_than_listed, "not what the list"),
}  # fmt: skip


@pytest.fixture
def town() -> Iterator[Town]:
    town = Town()
    town.publish_zip(IN_USE, b"as it was", release(IN_USE, "Oud").version)
    yield town
    if town.open:
        town.close()


@pytest.fixture
def kiosk(town: Town, tmp_path: Path) -> ShelfKiosk:
    """It uses release 5, knows the repository, and knows that it changed since the beginning."""
    kiosk = ShelfKiosk(town, tmp_path)
    kiosk.put(IN_USE, "Oud")
    town.before = dict(town.files)
    town.sign()
    assert kiosk.check().problem == ""
    return kiosk


def changes_nothing(kiosk: ShelfKiosk, attack: Attack, told: str) -> None:
    before = kiosk.files()
    attack(kiosk.town)
    state = kiosk.check()
    assert told in state.problem
    assert state.release == IN_USE
    assert kiosk.files() == before
    assert kiosk.ready == 0
    assert not kiosk.updates.switch()
    assert kiosk.start().shelf.in_use == release(IN_USE, "Oud")


@pytest.mark.parametrize(("attack", "told"), ATTACKS.values(), ids=ATTACKS)
def test_an_attack_changes_nothing_and_staff_are_told(
    kiosk: ShelfKiosk, attack: Attack, told: str
) -> None:
    changes_nothing(kiosk, attack, told)


@pytest.mark.soak
@pytest.mark.parametrize(("attack", "told"), ATTACKS.values(), ids=ATTACKS)
def test_an_attack_on_the_real_process_changes_nothing(
    kiosk: ShelfKiosk, attack: Attack, told: str
) -> None:
    if attack is ATTACKS["slow"][0]:
        pytest.skip("the process has a minute's patience")
    kiosk.looking = Looking()
    kiosk.start()
    changes_nothing(kiosk, attack, told)


def test_after_an_attack_the_real_repository_is_used_again(kiosk: ShelfKiosk) -> None:
    town, honest = kiosk.town, dict(kiosk.town.files)
    for attack in (signed_by_another("timestamp"), served(TIMESTAMP, b"[")):
        keys = dict(town.keys)
        attack(town)
        assert kiosk.check().problem
        town.keys, town.files = keys, dict(honest)
    town.publish(6, bundle("Nieuw"))
    assert kiosk.check().problem == ""
    assert kiosk.ready == 1
    assert kiosk.updates.switch()
    assert kiosk.start().shelf.in_use == release(6, "Nieuw")


def test_keys_that_were_replaced_in_order_are_followed_also_when_some_were_missed(
    kiosk: ShelfKiosk,
) -> None:
    for _ in range(3):
        kiosk.town.rotate_root()
    assert kiosk.check().problem == ""
    kiosk.town.rotate_root()
    assert kiosk.check().problem == ""


def test_a_lost_root_key_needs_a_new_enrolment_and_that_begins_anew(
    kiosk: ShelfKiosk, town: Town
) -> None:
    new = Town()
    try:
        new.publish(1, bundle("Nieuw"))
        town.files = new.files
        assert "enrol the kiosk anew" in kiosk.check().problem
        kiosk.town = new
        kiosk.start()
        assert kiosk.shelf.in_use is None
        state = kiosk.check()
        assert (state.problem, state.newest) == ("", 1)
        kiosk.updates.switch()
        assert kiosk.start().shelf.in_use == release(1, "Nieuw")
    finally:
        new.close()


def test_what_the_client_keeps_may_be_damaged_in_any_way(kiosk: ShelfKiosk) -> None:
    luck = random.Random(3)
    folder = kiosk.state / "updates"
    for _ in range(30):
        files = sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size)
        for path in luck.sample(files, k=luck.randint(1, len(files))):
            if not path.exists():  # a link to one that is gone by now
                continue
            content = path.read_bytes()
            damaged = luck.choice(
                (b"", content[: len(content) // 2], luck.randbytes(len(content)), None)
            )
            path.unlink() if damaged is None else path.write_bytes(damaged)
        assert kiosk.check().problem == ""
    shutil.rmtree(folder)
    assert kiosk.check().problem == ""
