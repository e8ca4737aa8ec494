"""The list, the plan and the page of a kiosk: worst first, in words, and only for who may."""

import re
import shutil
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from desk.access.models import Deed
from desk.fleet.models import Heartbeat, Kiosk
from desk.fleet.overview import Overview, let_in
from desk.fleet.standing import State
from tests.fleet.conftest import NewKiosk, Staff, Teller

FACTORY = Path(__file__).resolve().parents[2] / "config" / "factory"
TOWN = ZoneInfo("Europe/Amsterdam")
LONG = timedelta(hours=2)


def page(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.content.decode())


def names(text: str) -> list[str]:
    """Of the table, in its order."""
    return re.findall(r'<th scope="row"><a href="[^"]*">([^<]*)<', text)


@pytest.fixture
def every_kind(new_kiosk: NewKiosk) -> list[str]:
    """A kiosk in each state, named in the order in which the list shows them."""
    now = timezone.now()
    new_kiosk("z-stil").says(now - LONG)
    new_kiosk("y-op").says(paper="out")
    new_kiosk("x-printer").says(paper="cover_open")
    new_kiosk("w-wacht").says(waiting=3, oldest_s=3601)
    new_kiosk("v-bundel").says(bundle={"problem": "too large"})
    new_kiosk("u-dienst").says(in_service=False)
    new_kiosk("t-bijna").says(paper="low")
    crashed = new_kiosk("s-vast")
    crashed.says()
    crashed.says(crashes=2, restarts=5)
    new_kiosk("r-klok").says()
    Heartbeat.objects.filter(kiosk__name="r-klok").update(clock_off_s=-301)
    new_kiosk("q-klein").says(sound="fault")
    new_kiosk("p-nooit")
    new_kiosk("o-goed").says(waiting=3, oldest_s=3599)
    return list(Kiosk.objects.order_by("-name").values_list("name", flat=True))


def test_the_worst_stands_on_top_and_each_says_what_is_the_matter(
    every_kind: list[str], staff: Staff
) -> None:
    text = page(staff("view_kiosk"), "/zuilen/")
    assert names(text) == every_kind
    said = [
        re.sub(r"<[^>]*>", "", states).strip()
        for states in re.findall(r'(?s)<ul class="states">(.*?)</ul>', text)
    ]
    assert said == [
        "Stil", "Papier op", "Printer werkt niet", "Inzendingen wachten",
        "Bundel niet bruikbaar", "Buiten dienst", "Papier bijna op", "Net vastgelopen",
        "Klok loopt verkeerd", "Kijk ernaar", "Nog niet gehoord", "Goed",
    ]  # fmt: skip
    assert "1 van 12 zuilen zijn in orde" in text


def test_counting_and_judging_agree_for_every_state(every_kind: list[str]) -> None:
    view = Overview.now()
    seen = view.seen(list(let_in().values_list("pk", flat=True)))
    by_count = {state: number for state, number in view.counts(let_in()).items() if number}
    assert by_count == {
        state: sum(state in each.states for each in seen)
        for state in State
        if any(state in each.states for each in seen)
    }
    assert sum(by_count.values()) == 12


def test_all_that_is_the_matter_is_said_also_of_a_silent_kiosk(kiosk: Teller, staff: Staff) -> None:
    kiosk.says(timezone.now() - LONG, paper="out", sound="fault")
    (seen,) = Overview.now().seen([kiosk.row.pk])
    assert seen.states == (State.SILENT, State.PAPER_OUT)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("staat=paper_out", ["y-op"]),
        ("staat=well", ["o-goed"]),
        ("staat=onzin", None),
        ("zoek=Y-OP", ["y-op"]),
        ("zoek=bibliotheek+stil", ["z-stil"]),
        ("zoek=sleutel", ["p-nooit"]),
        ("zoek=%00", None),
        ("zoek=niemand", []),
        ("gebied=1,2,3", None),
        ("gebied=nan,inf,0,0", None),
        ("gebied=0,0,1,1", []),
        ("blad=999", None),
        ("staat=proef", ["t-bijna"]),
        ("staat=buitengesloten", ["n-weg"]),
    ],
)
def test_the_list_is_narrowed_down(
    every_kind: list[str], staff: Staff, new_kiosk: NewKiosk, query: str, found: list[str] | None
) -> None:
    Kiosk.objects.filter(name="p-nooit").update(note="Sleutel bij de balie")
    Kiosk.objects.filter(name="t-bijna").update(trial=True)
    new_kiosk("n-weg")
    Kiosk.objects.filter(name="n-weg").update(revoked_at=timezone.now())
    text = page(staff("view_kiosk"), f"/zuilen/?{query}")
    assert names(text) == (every_kind if found is None else found)


@pytest.fixture
def opened(settings: Any, tmp_path: Path) -> None:
    """A bundle in which all are open from 8 to 18 on weekdays, `nacht` always, `avond` late."""
    folder = tmp_path / "bundle"
    shutil.copytree(FACTORY, folder)
    front = yaml.safe_load((folder / "bundle.yaml").read_text())
    days = ("monday", "tuesday", "wednesday", "thursday", "friday")
    front["hours"] = {day: ["08:00-18:00"] for day in days}
    (folder / "bundle.yaml").write_text(yaml.safe_dump(front, allow_unicode=True))
    whole = {day: ["00:00-24:00"] for day in (*days, "saturday", "sunday")}
    late = {"thursday": ["19:00-23:30"]}
    own = {"nacht": {"hours": whole}, "avond": {"hours": late}}
    (folder / "kiosks.yaml").write_text(yaml.safe_dump({"kiosks": own}))
    settings.BUNDLE = folder


@pytest.mark.parametrize(
    ("hour", "minute", "silent"),
    [
        (12, 0, {"dag", "nacht"}),
        (23, 0, {"nacht", "avond"}),
        (8, 10, {"nacht"}),
        (8, 20, {"dag", "nacht"}),
    ],
)
def test_nobody_is_called_silent_outside_its_hours_or_before_it_had_time_to_start(
    new_kiosk: NewKiosk, opened: None, hour: int, minute: int, silent: set[str]
) -> None:
    now = datetime(2026, 11, 26, hour, minute, tzinfo=TOWN)  # a Thursday
    for name in ("dag", "nacht", "avond"):
        new_kiosk(name).says(now - timedelta(hours=10))
    view = Overview(now, Overview.now().limits)
    found = let_in().filter(view.is_in(State.SILENT)).values_list("name", flat=True)
    assert set(found) == silent
    assert view.counts(let_in())[State.AWAY] == 3 - len(silent)


RIGHTS = {
    "/zuilen/": "view_kiosk",
    "/zuilen/plan/": "view_kiosk",
    "/zuilen/waarschuwingen/": "view_kiosk",
    "/zuilen/zuil-1/": "view_kiosk",
    "/zuilen/zuil-1/beeld.png": "view_kiosk",
    "/zuilen/zuil-1/buitensluiten/": "enrol_kiosk",
}


@pytest.mark.parametrize(("address", "right"), RIGHTS.items())
def test_a_page_is_for_who_may_see_it(
    kiosk: Teller, staff: Staff, client: Client, address: str, right: str
) -> None:
    assert client.get(address).status_code == 302
    assert staff("view_figures").get(address).status_code == 403
    assert staff(right).get(address).status_code in (200, 404)


CHANGES = {
    "/zuilen/zuil-1/opdracht/": "order_kiosk",
    "/zuilen/zuil-1/bewaren/": "order_kiosk",
    "/zuilen/zuil-1/buitensluiten/": "enrol_kiosk",
    "/zuilen/waarschuwingen/": "enrol_kiosk",
    "/zuilen/waarschuwingen/geheim/": "enrol_kiosk",
    "/zuilen/waarschuwingen/proef/": "enrol_kiosk",
}


@pytest.mark.parametrize(("address", "right"), CHANGES.items())
def test_a_change_is_for_who_may_make_it(
    kiosk: Teller, staff: Staff, address: str, right: str
) -> None:
    other = {"order_kiosk": "enrol_kiosk", "enrol_kiosk": "order_kiosk"}[right]
    assert staff("view_kiosk", other).post(address).status_code == 403
    assert staff("view_kiosk", right).post(address).status_code in (200, 302, 422)


def test_who_may_only_look_is_offered_nothing_else(kiosk: Teller, staff: Staff) -> None:
    kiosk.says()
    assert "<form" not in page(staff("view_kiosk"), "/zuilen/zuil-1/").split("<main")[1]
    mine = page(staff("view_kiosk", "order_kiosk", "enrol_kiosk"), "/zuilen/zuil-1/")
    assert "Proefbon printen" in mine
    assert "/zuilen/zuil-1/buitensluiten/" in mine


def test_the_page_of_a_kiosk_tells_all_that_it_told(kiosk: Teller, staff: Staff) -> None:
    kiosk.says()
    kiosk.says(
        bundle={"release": 3, "newest": 4, "problem": "too large"},
        temperature_c=61.4, disk_free_mb=18_400, refused=2, restarts=5, crashes=2,
        restart_reason="crash", headphones=True,
    )  # fmt: skip
    text = page(staff("view_kiosk"), "/zuilen/zuil-1/")
    for words in (
        "61 °C", "18.400 MB", "Door de balie geweigerd", "5, waarvan 2 onverwacht", "too large",
        "vastgelopen", "uitgave 4", "koptelefoon, geen microfoon", "Bibliotheek",
        "Onverwacht opnieuw gestart",
    ):  # fmt: skip
        assert words in text, words


def test_a_heartbeat_that_an_older_program_kept_does_not_break_a_page(
    kiosk: Teller, staff: Staff
) -> None:
    kiosk.says()
    Heartbeat.objects.update(content={"old": True})
    browser = staff("view_kiosk")
    assert "zuil-1" in page(browser, "/zuilen/")
    assert "zuil-1" in page(browser, "/zuilen/zuil-1/")
    kiosk.says(paper="low")


@pytest.mark.parametrize(
    "name",
    ["a/b", "plein & markt", "één <b>", "50% #1?", "plan", "aanmelden", "a/opdracht", "a/pagina"],
)
def test_any_name_has_a_page(new_kiosk: NewKiosk, staff: Staff, name: str) -> None:
    new_kiosk(name).says(latitude=52.2, longitude=6.9)
    browser = staff("view_kiosk", "order_kiosk", "enrol_kiosk")
    for address in ("/zuilen/", "/zuilen/plan/"):
        (link,) = set(re.findall(r'href="(/zuilen/[^"]*)"(?: class="weight-\d")?[^>]*>(?:<g|[^<]*'
                                 r'</a><span class="kind">Bib)', browser.get(address)
                                 .content.decode()))  # fmt: skip
        assert f"<h1>{name}</h1>" in page(browser, unescape(link))


def test_trial_and_note_are_kept_and_written_down(kiosk: Teller, staff: Staff) -> None:
    browser = staff("view_kiosk", "order_kiosk")
    said = {"trial": "yes", "note": "Bel Anja, 06"}
    browser.post("/zuilen/zuil-1/bewaren/", said)
    assert (kiosk.row.trial, kiosk.row.note) == (True, "Bel Anja, 06")
    deeds = Deed.objects.filter(what__startswith="fleet.", about="zuil-1")
    assert set(deeds.values_list("what", flat=True)) == {"fleet.trial.on", "fleet.note"}
    browser.post("/zuilen/zuil-1/bewaren/", {"note": "Bel Anja, 06"})
    assert not kiosk.row.trial
    assert Deed.objects.filter(what="fleet.note").count() == 1


MANY = 10_000


def there_are(number: int) -> None:
    """So many kiosks, every seventh soon out of paper."""
    Kiosk.objects.all().delete()
    first = Kiosk.objects.create(name="zuil-00000", token_digest="zuil-00000")
    told = Heartbeat.objects.create(kiosk=first, heard_at=timezone.now(), content={}, paper="low",
                                    latitude=52, longitude=6)  # fmt: skip
    name = "printf('zuil-%05d', n)"
    _multiply(first, number, id="id + n", name=name, token_digest=name)
    _multiply(told, number, kiosk_id="kiosk_id + n", paper="CASE WHEN n % 7 THEN 'ok' ELSE 'low' "
              "END", latitude="52 + n % 100 / 500.0", longitude="6 + n / 100 / 500.0")  # fmt: skip


def _multiply(row: Model, number: int, **differing: str) -> None:
    """So many such rows, `n` of them later with this SQL in it: a second quicker than objects."""
    table = row._meta.db_table
    same = {str(field.column): f'"{field.column}"' for field in row._meta.concrete_fields}
    columns, values = ", ".join(same.values()), ", ".join((same | differing).values())
    every = "WITH RECURSIVE every(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM every LIMIT %s)"
    copied = f"SELECT {values} FROM {table}, every"  # noqa: S608 - of this file and the models
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} ({columns}) {every} {copied}", [number - 1])


def test_with_ten_thousand_kiosks_a_page_asks_as_little_as_with_a_few(staff: Staff) -> None:
    browser = staff("view_kiosk")
    addresses = ("/zuilen/", "/zuilen/?blad=2", "/zuilen/?zoek=zuil-000", "/zuilen/plan/")
    there_are(60)
    page(browser, "/zuilen/")  # what is asked once only
    few = [_asked(browser, address) for address in addresses]
    there_are(MANY)
    many = [_asked(browser, address) for address in addresses]
    # Which bundle is published is asked once in a while besides.
    assert all(now <= before + 1 for now, before in zip(many, few, strict=True)), (many, few)
    assert max(many) <= 20
    assert len(re.findall(r"<a href=[^>]*weight-", page(browser, "/zuilen/plan/"))) < 400


def _asked(browser: Client, address: str) -> int:
    """How many questions a page costs; none may fetch the wide rows of all kiosks."""
    with CaptureQueriesContext(connection) as asked:
        text = page(browser, address)
    assert 10 <= len(names(text)) <= 50
    wide = [each["sql"] for each in asked if '"content"' in each["sql"]]
    assert all(" IN (" in sql for sql in wide), wide
    return len(asked)
