"""Whatever they chose, whatever they gave, whatever is set up or broken: nobody is left out.

After a final answer, and after the relay has had its time, every visitor who wanted to hear
has been told (DONE) or stands on a list of staff (TO_DO), and nothing waits for ever.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.answers.models import Channel, Notice
from desk.answers.sending import send_due
from desk.follow.texts import LANGUAGES
from tests.answers.conftest import Setup, Visit, later
from tests.backoffices.fakes.sms import FakeSmsGateway
from tests.backoffices.fakes.smtp import FakeMailServer

State = Notice.State
PHONES = ("", "0612345678", "+31 6 12345678", "0534123456", "123", "bel mij", "+" * 17)
CONTACTS = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["", "Jo"]),
        "phone": st.sampled_from(PHONES),
        "email": st.sampled_from(["", "jo@example.nl", "weg@example.nl", "jo@", "a b@c\nd"]),
        "postcode": st.sampled_from(["", "7511 AB"]),
        "house_number": st.sampled_from(["", "12"]),
    }
)
STATUSES = st.sampled_from(["planned", "in_progress", "done", "cannot", "forwarded"])
CASES = st.fixed_dictionaries(
    {
        "channel": st.sampled_from([*Channel.values, "none"]),
        "language": st.sampled_from([*LANGUAGES, "so"]),
        "contact": CONTACTS,
        "before": st.lists(STATUSES, max_size=3),
        "end": st.sampled_from(["done", "cannot", "forwarded"]),
        "sms": st.sampled_from(["none", "inbox", "good", "no credit", "cut off", "nobody there"]),
        "mail": st.sampled_from(["none", "good", "later", "nobody there"]),
    }
)


@pytest.fixture
def gateway() -> Iterator[FakeSmsGateway]:
    with FakeSmsGateway() as fake:
        yield fake


@pytest.fixture
def server() -> Iterator[FakeMailServer]:
    with FakeMailServer() as fake:
        fake.refused.add("weg@example.nl")
        yield fake


def _sms(kind: str, gateway: FakeSmsGateway) -> dict[str, Any]:
    gateway.credit = 0 if kind == "no credit" else None
    gateway.accepts_with = 500 if kind == "cut off" else 202
    url = "http://127.0.0.1:9/" if kind == "nobody there" else f"{gateway.url}/messages"
    if kind == "none":
        return {}
    return {"sms": {"kind": "inbox"} if kind == "inbox" else {"url": url, "token": gateway.token}}


def _mail(kind: str, server: FakeMailServer) -> dict[str, Any]:
    server.later = kind == "later"
    port = 9 if kind == "nobody there" else server.port
    line = {"host": server.host, "port": port, "security": "none", "sender": "zuil@example.nl"}
    return {} if kind == "none" else {"mail": line}


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # each makes its own visitor
)
@given(CASES)
def test_nobody_is_left_without_an_answer(
    visitor: Visit,
    setup: Setup,
    gateway: FakeSmsGateway,
    server: FakeMailServer,
    case: dict[str, Any],
) -> None:
    contact = case["contact"]
    setup(**_sms(case["sms"], gateway), **_mail(case["mail"], server))
    someone = visitor(case["channel"], case["language"], **contact)
    for status in case["before"]:
        someone.hears(status, f"Eerst dit: {status}.")
    someone.hears(case["end"])
    now = later()
    for _ in range(12):
        send_due(now)
        waiting = Notice.objects.filter(state=State.WAITING).order_by("-due_at").first()
        if waiting is None:
            break
        now = max(now, waiting.due_at)
    counting = [each for each in someone.notices if each.state != State.SUPERSEDED]
    if case["channel"] == "none":
        assert counting == []
        return
    (notice,) = counting
    assert notice.state in (State.DONE, State.TO_DO)
    assert notice.status == case["end"]
    assert notice.text
    if notice.state == State.TO_DO:
        assert notice.due_at <= now
        if notice.channel == Channel.LETTER:
            assert contact["postcode"]
            assert contact["house_number"]
        if notice.channel == Channel.SMS:
            assert case["sms"] == "inbox"
        assert notice.channel != Channel.MAIL
        if notice.channel != notice.chosen:
            assert notice.channel == Channel.PHONE
            assert notice.problem
        if notice.channel == Channel.PHONE and not contact["phone"]:
            assert notice.problem.startswith("Geen nummer bekend: ")
    assert timezone.now() < now
