"""Staff hear of what is the matter: once, together, not in quiet hours, and when it is over."""

import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.utils import timezone

from desk.fleet import alert_post, alerts
from desk.fleet.alert_models import Alert, AlertMessage, AlertSettings, Cause
from desk.fleet.alert_words import is_quiet
from desk.fleet.models import Heartbeat, Kiosk
from desk.intake.sealing import open_box, seal_for_ourselves
from tests.backoffices.fakes.server import Answer, Asked, FakeServer
from tests.backoffices.fakes.smtp import FakeMailServer, text_of
from tests.fleet.conftest import NewKiosk, Staff, Teller

MINUTE = timedelta(minutes=1)
STEP = 4 * MINUTE
"""A few rounds at once; so long a pause is none yet."""
SECRET = "a-shared-secret"


class Watched:
    """Time that goes on by rounds: nothing here waits for a clock."""

    def __init__(self) -> None:
        self.now = timezone.now()

    def round(self, after: timedelta = MINUTE) -> None:
        """Go on by `after` and look; `now` is then a moment of the next round."""
        self.now += after
        assert alerts.round_due(self.now)

    @property
    def open(self) -> set[tuple[str, str]]:
        found = Alert.objects.filter(ended_at=None).select_related("kiosk")
        return {(each.cause, str(each.kiosk or "")) for each in found}

    @property
    def told(self) -> list[str]:
        """The sentences of all messages for machines, in order; then they are forgotten."""
        found = AlertMessage.objects.filter(way="webhook").order_by("id")
        said = [one["sentence"] for each in found for one in json.loads(each.content)["alerts"]]
        AlertMessage.objects.all().delete()
        return said


@pytest.fixture
def watched(own_state: Path, db: None) -> Watched:
    AlertSettings.objects.create(
        pk=1,
        webhook_url="https://example.org/hook",
        webhook_secret=seal_for_ourselves(SECRET.encode()),
        next_round_at=timezone.now() - MINUTE,
    )
    return Watched()


@pytest.fixture
def chatty(new_kiosk: NewKiosk, watched: Watched) -> Callable[[], None]:
    """Two more kiosks that go on telling: the desk itself is heard well."""
    others = [new_kiosk("ander-1"), new_kiosk("ander-2")]

    def tell() -> None:
        for each in others:
            each.says(watched.now)

    tell()
    return tell


def test_a_silent_kiosk_is_told_once_and_once_when_it_is_back(
    kiosk: Teller, watched: Watched, chatty: Callable[[], None]
) -> None:
    kiosk.says(watched.now)
    heard_at = watched.now
    for _ in range(4):
        watched.now += STEP
        chatty()
        watched.round(timedelta(0))
    assert watched.open == {("silent", "zuil-1")}
    assert Alert.objects.get().began_at == heard_at
    (said,) = watched.told
    assert said.startswith("zuil-1 (Bibliotheek) is stil sinds ")
    for _ in range(3):
        watched.now += STEP
        chatty()
        kiosk.says(watched.now)
        watched.round(timedelta(0))
    assert watched.open == set()
    (over,) = watched.told
    assert over.startswith("Voorbij: zuil-1 (Bibliotheek) is stil")


def test_each_cause_begins_an_alert_of_its_own(
    new_kiosk: NewKiosk, watched: Watched, chatty: Callable[[], None]
) -> None:
    now = watched.now
    new_kiosk("a").says(now, paper="out")
    new_kiosk("b").says(now, paper="low")
    new_kiosk("c").says(now, paper="lost")
    new_kiosk("d").says(now, waiting=3, oldest_s=3700)
    new_kiosk("e").says(now, bundle={"problem": "too large"})
    crashed = new_kiosk("f")
    crashed.says(now)
    crashed.says(now, restarts=5, crashes=2)
    out = new_kiosk("g")
    out.says(now - timedelta(hours=25), in_service=False)
    out.says(now, in_service=False)
    short = new_kiosk("h")
    short.says(now - timedelta(hours=23), in_service=False)
    short.says(now, in_service=False)
    clock = new_kiosk("i")
    clock.says(now)
    Heartbeat.objects.filter(kiosk=clock.row).update(clock_off_s=301)
    watched.round()
    assert watched.open == {
        ("paper_out", "a"), ("paper_low", "b"), ("printer", "c"), ("waiting", "d"),
        ("bundle", "e"), ("restarts", "f"), ("out_long", "g"), ("clock", "i"),
    }  # fmt: skip
    assert Alert.objects.get(cause="bundle").detail == "too large"
    assert len(watched.told) == 8
    watched.round()
    assert watched.told == []


def test_what_comes_and_goes_within_minutes_is_one_alert(
    kiosk: Teller, watched: Watched, chatty: Callable[[], None]
) -> None:
    for number in range(12):
        watched.now += MINUTE
        chatty()
        kiosk.says(watched.now, paper="low" if number % 3 else "ok")
        watched.round(timedelta(0))
    assert Alert.objects.count() == 1
    assert watched.told == ["zuil-1 (Bibliotheek): het papier is bijna op."]


def test_many_with_the_same_cause_are_one_sentence(
    new_kiosk: NewKiosk, watched: Watched, chatty: Callable[[], None]
) -> None:
    for number in range(12):
        new_kiosk(f"zuil-{number:02}").says(watched.now, paper="out")
    new_kiosk("zuil-99").says(watched.now, paper="low")
    watched.round()
    assert AlertMessage.objects.count() == 1
    names = ", ".join(f"zuil-{number:02}" for number in range(10))
    assert watched.told == [
        f"Bij 12 zuilen is het papier op: {names} en nog 2.",
        "zuil-99 (Bibliotheek): het papier is bijna op.",
    ]


def test_when_nobody_is_heard_it_is_the_desk_and_no_kiosk_is_blamed_afterwards(
    new_kiosk: NewKiosk, watched: Watched
) -> None:
    all_of_them = [new_kiosk(f"zuil-{number}") for number in range(6)]
    for each in all_of_them:
        each.says(watched.now)
    for _ in range(5):
        watched.round(STEP)
    assert watched.open == {("desk", "")}
    assert len(watched.told) == 1
    all_of_them[0].says(watched.now)
    for _ in range(3):  # the others take their time to come back
        all_of_them[0].says(watched.now + STEP)
        watched.round(STEP)
    assert watched.open == set()
    (over,) = watched.told
    assert over.startswith("Voorbij: De balie hoort geen enkele zuil")
    for _ in range(2):  # but not for ever
        all_of_them[0].says(watched.now + STEP)
        watched.round(STEP)
    assert {cause for cause, _ in watched.open} == {"silent"}
    assert len(watched.open) == 5


def test_when_the_watch_itself_was_away_nobody_is_blamed(
    new_kiosk: NewKiosk, watched: Watched
) -> None:
    one, two = new_kiosk("zuil-1"), new_kiosk("zuil-2")
    one.says(watched.now)
    two.says(watched.now)
    watched.round()
    one.says(watched.now + timedelta(hours=3))
    watched.round(timedelta(hours=3))
    assert watched.open == set()


def test_the_only_kiosk_that_falls_silent_is_told_as_such(kiosk: Teller, watched: Watched) -> None:
    kiosk.says(watched.now)
    for _ in range(4):
        watched.round(STEP)
    assert watched.open == {("silent", "zuil-1")}


def test_one_that_was_never_heard_or_is_kept_out_is_no_alert(
    new_kiosk: NewKiosk, watched: Watched, chatty: Callable[[], None]
) -> None:
    new_kiosk("nooit")
    out = new_kiosk("weg")
    out.says(watched.now, paper="out")
    watched.round()
    assert watched.open == {("paper_out", "weg")}
    Kiosk.objects.filter(name="weg").update(revoked_at=watched.now)
    watched.round()
    assert watched.open == set()
    assert len(watched.told) == 1


def quiet(start: int, end: int) -> None:
    AlertSettings.objects.update(quiet_from=time(start), quiet_until=time(end))


def test_in_quiet_hours_nothing_is_said_and_afterwards_all_that_still_lasts(
    new_kiosk: NewKiosk, watched: Watched, chatty: Callable[[], None]
) -> None:
    quiet(22, 7)
    local = timezone.localtime(watched.now)
    watched.now = local.replace(hour=23, minute=0) + timedelta(days=1)
    stays, goes = new_kiosk("blijft"), new_kiosk("gaat")
    for each in (stays, goes):
        each.says(watched.now, paper="out")
    chatty()
    watched.round()
    assert len(watched.open) == 2
    assert watched.told == []
    for _ in range(7):
        watched.now += MINUTE
        chatty()
        stays.says(watched.now, paper="out")
        goes.says(watched.now)
        watched.round(timedelta(0))
    morning = timezone.localtime(watched.now).replace(hour=7, minute=0) + timedelta(days=1)
    watched.now = morning
    chatty()
    stays.says(watched.now, paper="out")
    goes.says(watched.now)
    watched.round(timedelta(0))
    assert watched.told == ["blijft (Bibliotheek): het papier is op."]


@pytest.mark.parametrize(
    ("hour", "held_back"), [(21, False), (22, True), (3, True), (6, True), (7, False), (12, False)]
)
def test_quiet_hours_go_over_midnight(watched: Watched, hour: int, held_back: bool) -> None:
    quiet(22, 7)
    now = timezone.localtime(watched.now).replace(hour=hour, minute=30)
    assert is_quiet(now, AlertSettings.objects.get()) is held_back


def test_only_the_chosen_causes_are_told(
    kiosk: Teller, watched: Watched, chatty: Callable[[], None]
) -> None:
    AlertSettings.objects.update(causes=[Cause.SILENT])
    kiosk.says(watched.now, paper="out")
    watched.round()
    assert watched.open == {("paper_out", "zuil-1")}
    assert watched.told == []


def test_one_relay_at_a_time_has_the_round(watched: Watched) -> None:
    later = watched.now + MINUTE
    assert alerts.round_due(later)
    assert not alerts.round_due(later + timedelta(seconds=59))
    assert alerts.round_due(later + MINUTE)


class Receiver(FakeServer):
    """Another system that wants to know."""

    def __init__(self) -> None:
        super().__init__()
        self.says = 204

    def answer(self, asked: Asked) -> Answer:
        where = {"Location": f"{self.url}/elsewhere/{len(asked.body)}"}
        return Answer(self.says, headers=where)


@pytest.fixture
def receiver(watched: Watched) -> Iterator[Receiver]:
    with Receiver() as fake:
        AlertSettings.objects.update(webhook_url=f"{fake.url}/hook")
        yield fake


@pytest.fixture
def mailbox(own_state: Path, watched: Watched) -> Iterator[FakeMailServer]:
    with FakeMailServer() as fake:
        line = {"host": fake.host, "port": fake.port, "security": "none"}
        file = own_state / "answers.yaml"
        file.touch(mode=0o600)
        file.write_text(yaml.safe_dump({"mail": line | {"sender": "Zuil <zuil@example.nl>"}}))
        AlertSettings.objects.update(webhook_url="", mail_to="a@example.nl\nb@example.nl")
        yield fake


def test_the_webhook_gets_json_that_is_signed(
    kiosk: Teller, watched: Watched, receiver: Receiver
) -> None:
    kiosk.says(watched.now, paper="out")
    watched.round()
    assert alert_post.send_due(watched.now) == 1
    (asked,) = receiver.asked
    stamp, signed = (part.split("=")[1] for part in asked.headers["Zuil-Signature"].split(","))
    whole = f"{stamp}.".encode() + asked.body
    assert hmac.new(SECRET.encode(), whole, hashlib.sha256).hexdigest() == signed
    (alert,) = asked.json()["alerts"]
    assert (alert["cause"], alert["state"], alert["number"], alert["kiosks"]) == (
        "paper_out", "began", 1, ["zuil-1"],
    )  # fmt: skip
    assert alert_post.send_due(watched.now + timedelta(hours=9)) == 0
    assert AlertMessage.objects.get().sent_at == watched.now


@pytest.mark.parametrize("says", [500, 404, 302])
def test_a_webhook_that_does_not_take_it_is_tried_again_and_then_given_up(
    kiosk: Teller, watched: Watched, receiver: Receiver, says: int
) -> None:
    receiver.says = says
    kiosk.says(watched.now, paper="out")
    watched.round()
    now: datetime | None = watched.now
    tries = 0
    while now is not None:
        assert alert_post.send_due(now - timedelta(seconds=1)) == 0
        tries += alert_post.send_due(now)
        now = AlertMessage.objects.get().next_try
    assert tries == 8
    assert {asked.path for asked in receiver.asked} == {"/hook"}
    assert str(says) in AlertMessage.objects.get().problem


def test_a_webhook_that_is_away_gets_it_when_it_is_back(
    kiosk: Teller, watched: Watched, receiver: Receiver
) -> None:
    receiver.away()
    kiosk.says(watched.now, paper="out")
    watched.round()
    alert_post.send_due(watched.now)
    assert "niet te bereiken" in AlertMessage.objects.get().problem
    receiver.back()
    alert_post.send_due(watched.now + MINUTE)
    assert len(receiver.asked) == 1


def test_each_address_gets_one_mail(
    kiosk: Teller, watched: Watched, mailbox: FakeMailServer
) -> None:
    kiosk.says(watched.now, paper="out", latitude=52.2)
    watched.round()
    assert alert_post.send_due(watched.now) == 2
    assert [each["To"] for each in mailbox.messages] == ["a@example.nl", "b@example.nl"]
    first = mailbox.messages[0]
    assert first["Subject"] == "zuil-1 (Bibliotheek): het papier is op."
    assert "http://127.0.0.1:8800/zuilen/" in text_of(first)


def test_without_a_mail_server_staff_read_why_nothing_comes(
    kiosk: Teller, watched: Watched
) -> None:
    AlertSettings.objects.update(webhook_url="", mail_to="a@example.nl")
    kiosk.says(watched.now, paper="out")
    watched.round()
    alert_post.send_due(watched.now)
    assert "geen mailserver ingesteld" in AlertMessage.objects.get().problem


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://example.org/hook", True),
        ("http://127.0.0.1:9000/x", True),
        ("http://[::1]/x", True),
        ("http://localhost/x", True),
        ("http://example.org/hook", False),
        ("http://127.0.0.1.example.org/", False),
        ("https://anna:geheim@example.org/", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("https://[", False),
        ("https://a:b/", False),
    ],
)
def test_a_webhook_is_reached_over_https_or_on_this_machine(url: str, allowed: bool) -> None:
    assert alert_post.is_allowed(url) is allowed


SAID = {
    "mail_to": "a@example.nl, b@example.nl",
    "webhook_url": "https://example.org/hook",
    "quiet_from": "22:00",
    "quiet_until": "07:00",
    "causes": ["silent", "desk"],
    "silent_minutes": "20",
    "waiting_minutes": "60",
    "out_hours": "24",
    "clock_minutes": "5",
}
ADDRESS = "/zuilen/waarschuwingen/"


def test_staff_say_how_they_want_to_be_warned(watched: Watched, staff: Staff) -> None:
    browser = staff("view_kiosk", "enrol_kiosk")
    assert browser.post(ADDRESS, SAID).status_code == 302
    row = AlertSettings.objects.get()
    assert (row.mail_to, row.causes, row.silent_minutes) == (
        "a@example.nl\nb@example.nl", ["silent", "desk"], 20,
    )  # fmt: skip
    assert (row.quiet_from, row.quiet_until) == (time(22), time(7))
    assert bytes(row.webhook_secret) != b""
    text = browser.get(ADDRESS).content.decode()
    assert "a@example.nl" in text
    assert "a@example.nl" not in staff("view_kiosk").get(ADDRESS).content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"mail_to": "nobody"},
        {"webhook_url": "http://example.org/"},
        {"quiet_until": ""},
        {"silent_minutes": "1"},
        {"causes": ["nonsense"]},
        {"mail_to": " ".join(f"a{number}@example.nl" for number in range(21))},
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    watched: Watched, staff: Staff, wrong: dict[str, Any]
) -> None:
    before = AlertSettings.objects.values().get()
    answer = staff("view_kiosk", "enrol_kiosk").post(ADDRESS, SAID | wrong)
    assert answer.status_code == 422
    assert 'class="error"' in answer.content.decode()
    assert AlertSettings.objects.values().get() == before


def test_the_secret_is_shown_once_and_not_kept_in_the_open(
    watched: Watched, staff: Staff, own_state: Path
) -> None:
    browser = staff("view_kiosk", "enrol_kiosk")
    answer = browser.post(f"{ADDRESS}geheim/")
    secret = open_box(bytes(AlertSettings.objects.get().webhook_secret))
    assert secret is not None
    assert secret.decode() in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert secret.decode() not in browser.get(ADDRESS).content.decode()
    assert secret not in bytes(AlertSettings.objects.get().webhook_secret)


def test_a_test_message_goes_out_by_every_way(
    watched: Watched, staff: Staff, receiver: Receiver
) -> None:
    browser = staff("view_kiosk", "enrol_kiosk")
    browser.post(f"{ADDRESS}proef/")
    alert_post.send_due(timezone.now())
    (asked,) = receiver.asked
    assert asked.json()["alerts"][0]["cause"] == "test"
    AlertSettings.objects.update(webhook_url="")
    page = browser.post(f"{ADDRESS}proef/", follow=True).content.decode()
    assert "Vul eerst" in page


def test_open_alerts_stand_on_the_page_in_words(
    kiosk: Teller, watched: Watched, staff: Staff
) -> None:
    kiosk.says(watched.now, paper="out")
    watched.round()
    text = staff("view_kiosk").get(ADDRESS).content.decode()
    assert "Papier op" in text
    assert "/zuilen/zuil-1/" in text
