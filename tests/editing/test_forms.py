"""The forms: what a clerk types comes out as the bundle has it, or is refused with a reason."""

from collections.abc import Mapping
from datetime import date, timedelta
from html import unescape

import pytest
import yaml
from django.test import Client
from django.utils import timezone

from desk.editing.checking import problems_in_draft
from desk.editing.colours import COLOURS
from desk.editing.hours import read
from desk.fleet.models import Kiosk
from desk.publishing.drafts import draft
from desk.publishing.models import Change
from tests.editing.conftest import file, seen_on, shown

NEWS = {
    "text-nl": "Zaterdag is er markt.",
    "text-en": "Market on Saturday.",
    "more-nl": "Kom met de fiets.",
    "picture": "1F3EA",
    "from": "2026-12-01",
    "until": "2026-12-05",
    "where": "all",
    "act": "save",
}


@pytest.fixture(autouse=True)
def _kiosk(own_desk: object) -> None:
    Kiosk.objects.create(name="ZUIL-1", token_digest="none")


def _send(client: Client, address: str, fields: Mapping[str, object]) -> tuple[int, str]:
    seen = seen_on(shown(client, address))
    answer = client.post(address, {"seen": seen, **fields})
    assert not problems_in_draft(draft().files)
    return answer.status_code, answer.content.decode()


def _content(path: str) -> object:
    return yaml.safe_load(file(path))


def test_an_announcement_is_made_changed_stopped_and_taken_away(clerk: Client) -> None:
    head = file("announcements.yaml")
    new = "/bundel/mededelingen/nieuw/"
    assert _send(clerk, new, dict(NEWS))[0] == 302
    row = {"announcement": "zaterdag-is-er-markt", "picture": "1F3EA"}
    assert _content("announcements.yaml") == [
        row | {"from": date(2026, 12, 1), "until": date(2026, 12, 5)}
    ]
    assert file("announcements.yaml").startswith(head.rstrip())
    assert (
        "announcement-zaterdag-is-er-markt = Zaterdag is er markt.\n    .more = Kom met de fiets.\n"
        in file("texts/nl.ftl")
    )
    one = "/bundel/mededelingen/zaterdag-is-er-markt/"
    changed = NEWS | {"until": "", "where": "some", "kiosk": ["ZUIL-1"], "more-nl": ""}
    assert _send(clerk, one, changed)[0] == 302
    found = _content("announcements.yaml")
    assert isinstance(found, list)
    assert found[0]["kiosks"] == ["ZUIL-1"]
    assert "until" not in found[0]
    assert ".more = Kom" not in file("texts/nl.ftl")
    today = timezone.localdate()
    _send(clerk, one, NEWS | {"from": str(today - timedelta(days=9)), "until": ""})
    listing = "/bundel/mededelingen/"
    clerk.post(f"{one}stop/", {"act": "end", "seen": seen_on(shown(clerk, one))})
    found = _content("announcements.yaml")
    assert isinstance(found, list)
    assert found[0]["until"] == today - timedelta(days=1)
    assert "Voorbij" in shown(clerk, listing)
    clerk.post(f"{one}stop/", {"act": "remove", "seen": seen_on(shown(clerk, one))})
    assert _content("announcements.yaml") is None
    assert "zaterdag" not in file("texts/nl.ftl")
    assert file("announcements.yaml").rstrip() == head.rstrip()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"text-nl": " "}, "Schrijf de mededeling."),
        ({"picture": ""}, "Kies een plaatje."),
        ({"until": "2026-11-01"}, "ligt voor de eerste"),
        ({"from": "morgen"}, "Dit is geen dag"),
        ({"text-en": "a { $b }"}, "Schrijf geen accolades"),
        ({"text-nl": "x" * 121}, "Dit is te lang"),
    ],
)
def test_a_wrong_announcement_is_kept_in_the_form_and_nowhere_else(
    clerk: Client, wrong: dict[str, str], told: str
) -> None:
    status, page = _send(clerk, "/bundel/mededelingen/nieuw/", NEWS | wrong)
    assert (status, told in page) == (422, True)
    assert "Kom met de fiets." in page
    assert not Change.objects.exists()


def test_a_picture_is_searched_without_losing_what_was_typed(clerk: Client) -> None:
    fields = NEWS | {"act": "search", "query": "brug"}
    status, page = _send(clerk, "/bundel/mededelingen/nieuw/", fields)
    assert status == 200
    assert 'value="1F309"' in page
    assert "Zaterdag is er markt." in page
    assert not Change.objects.exists()


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("9-17", ["09:00-17:00"]),
        ("9:00 tot 12.30 en 13 uur - 17u", ["09:00-12:30", "13:00-17:00"]),
        ("08:00-12:00, 13:00-24:00", ["08:00-12:00", "13:00-24:00"]),
        ("", []),
        ("heel de dag", None),
        ("17-9, 10-11", None),
        ("9-25", None),
        ("9-9", None),
    ],
)
def test_times_are_read_as_people_write_them(typed: str, read_as: list[str] | None) -> None:
    spans, faults = read({"monday": typed, "friday": "9-10"})
    assert ("monday" in faults) == (read_as is None)
    if read_as is not None:
        assert (spans["monday"], faults) == (read_as, {})


def test_a_week_in_which_nothing_is_open_is_refused() -> None:
    assert "" in read({})[1]
    assert "" in read({"monday": "20-2", "tuesday": "1-3"})[1]


def test_hours_for_all_for_a_kiosk_and_back_again(clerk: Client) -> None:
    week: dict[str, object] = {"which": "own", "monday": "9-17", "saturday": "10-12 en 13-16"}
    assert _send(clerk, "/bundel/tijden/", week)[0] == 302
    found = _content("bundle.yaml")
    assert isinstance(found, dict)
    assert found["hours"]["saturday"] == ["10:00-12:00", "13:00-16:00"]
    assert found["hours"]["sunday"] == []
    mine = "/bundel/tijden/zuil/ZUIL-1/"
    assert "maandag 09:00-17:00" in shown(clerk, mine)
    assert _send(clerk, mine, week | {"monday": "12-13"})[0] == 302
    kiosks = _content("kiosks.yaml")
    assert isinstance(kiosks, dict)
    assert kiosks["kiosks"]["ZUIL-1"]["hours"]["monday"] == ["12:00-13:00"]
    assert _send(clerk, mine, {"which": "above"})[0] == 302
    assert not _content("kiosks.yaml")
    assert _send(clerk, "/bundel/tijden/", {"which": "above"})[0] == 302
    found = _content("bundle.yaml")
    assert isinstance(found, dict)
    assert "hours" not in found


def test_a_group_is_made_filled_differs_and_goes(clerk: Client) -> None:
    page = "/bundel/zuilen/"
    assert _send(clerk, page, {"act": "new", "name": "De Bibliotheken"})[0] == 302
    assert _content("kiosks.yaml") == {"groups": {"de-bibliotheken": {}}}
    _send(clerk, page, {"act": "save", "group-ZUIL-1": "de-bibliotheken"})
    group = "/bundel/start/groep/de-bibliotheken/"
    fields: dict[str, object] = {"order": ["klacht", "status"], "act": "save"}
    assert _send(clerk, group, fields)[0] == 302
    assert _content("kiosks.yaml") == {
        "groups": {"de-bibliotheken": {"start": ["klacht", "status"]}},
        "kiosks": {"ZUIL-1": {"group": "de-bibliotheken"}},
    }
    assert "Nu zoals Groep de-bibliotheken" in shown(clerk, "/bundel/start/zuil/ZUIL-1/")
    _send(clerk, "/bundel/wachten/groep/de-bibliotheken/", {"idle_s": "200", "warning_s": ""})
    wait = shown(clerk, "/bundel/wachten/zuil/ZUIL-1/")
    assert "200" in wait
    members = "/bundel/zuilen/groep/de-bibliotheken/"
    assert "Haal deze groep weg" not in shown(clerk, members)
    clerk.post(members, {"seen": seen_on(shown(clerk, page))})
    assert "de-bibliotheken" in file("kiosks.yaml")
    _send(clerk, page, {"act": "save", "group-ZUIL-1": ""})
    clerk.post(members, {"seen": seen_on(shown(clerk, page))})
    assert "de-bibliotheken:" not in file("kiosks.yaml")


def test_the_order_of_tiles_moves_by_buttons_and_is_kept_when_saved(clerk: Client) -> None:
    page = "/bundel/start/"
    order: dict[str, object] = {"order": ["melding", "klacht", "status"]}
    status, moved = _send(clerk, page, order | {"act": "up:status"})
    assert status == 200
    at = [moved.index(f'name="order" value="{each}"') for each in ("melding", "status", "klacht")]
    assert at == sorted(at)
    assert "Dit is nog niet opgeslagen" in moved
    button = moved.split('value="up:status"')[1].split(">")[0]
    assert "autofocus" in button
    assert not Change.objects.exists()
    saved: dict[str, object] = {"order": ["status", "melding"], "act": "save"}
    assert _send(clerk, page, saved)[0] == 302
    found = _content("bundle.yaml")
    assert isinstance(found, dict)
    assert found["start"] == ["status", "melding"]
    assert _send(clerk, page, {"order": [], "act": "save"})[0] == 422
    kiosk: dict[str, object] = {"order": ["nl", "ar"], "act": "save"}
    assert _send(clerk, "/bundel/talen/zuil/ZUIL-1/", kiosk)[0] == 302
    assert _send(clerk, "/bundel/talen/zuil/ZUIL-1/", kiosk | {"act": "above"})[0] == 302
    assert not _content("kiosks.yaml")


def _table(client: Client, address: str) -> dict[str, object]:
    """The table as the browser would send it."""
    page = unescape(shown(client, address))
    found: dict[str, object] = {"seen": seen_on(page), "act": "save", "order": []}
    for part in page.split('name="')[1:]:
        name = part.split('"')[0]
        head = part.split(">")[0]
        if name == "order":
            found["order"].append(head.split('value="')[1].split('"')[0])  # type: ignore[attr-defined]
        elif "-" in name and "value=" in head and "checkbox" not in head:
            found[name] = head.split('value="')[1].split('"')[0]
        elif name.startswith("promise-"):
            options = part.split("</select>")[0]
            chosen = [each for each in options.split("<option") if " selected" in each]
            found[name] = chosen[0].split('value="')[1].split('"')[0] if chosen else ""
    return found


def test_a_table_sent_as_it_is_changes_nothing(clerk: Client) -> None:
    for page in ("plekken", "beloften", "categorieen", "categorieen/afval"):
        address = f"/bundel/{page}/"
        assert clerk.post(address, _table(clerk, address)).status_code == 302, page
    assert not Change.objects.exists()


def test_a_place_is_added_moved_changed_and_taken_away(clerk: Client) -> None:
    address, before = "/bundel/plekken/", file("catalogue.yaml")
    typed = _table(clerk, address) | {
        "words-_new": "De haven",
        "picture-_new": "26f5",
        "latitude-_new": "52,1",
        "longitude-_new": "6.9",
        "words-markt": "Het marktplein",
    }
    assert clerk.post(address, typed).status_code == 302
    line = "  - {value: de-haven, picture: 26F5, latitude: 52.1, longitude: 6.9}\n"
    assert file("catalogue.yaml") == before + line
    assert "place-de-haven = De haven\n" in file("texts/nl.ftl")
    assert "place-markt = Het marktplein\n" in file("texts/nl.ftl")
    order = ["de-haven", "station"]
    typed = _table(clerk, address) | {"order": order, "drop-markt": "on"}
    assert clerk.post(address, typed).status_code == 302
    found = _content("catalogue.yaml")
    assert isinstance(found, dict)
    values = [each["value"] for each in found["places"]]
    assert values[:2] == order
    assert "markt" not in values
    assert "place-markt" not in file("texts/nl.ftl") + file("texts/ar.ftl")


def test_a_category_with_its_promise_and_a_promise_in_use(clerk: Client) -> None:
    address = "/bundel/categorieen/afval/"
    typed = _table(clerk, address) | {
        "words-_new": "Glasbak vol",
        "picture-_new": "267B",
        "promise-_new": "bekeken-3",
    }
    assert clerk.post(address, typed).status_code == 302
    assert "{value: glasbak-vol, picture: 267B, promise: bekeken-3}" in file("catalogue.yaml")
    assert "category-afval-glasbak-vol = Glasbak vol\n" in file("texts/nl.ftl")
    used = _table(clerk, "/bundel/beloften/") | {"drop-bekeken-3": "on"}
    answer = clerk.post("/bundel/beloften/", used)
    assert answer.status_code == 422
    assert "bekeken-3" in answer.content.decode()
    wrong = _table(clerk, "/bundel/beloften/") | {"days-gemaakt-3": "drie"}
    answer = clerk.post("/bundel/beloften/", wrong)
    assert answer.status_code == 422
    assert "Vul een getal in van 0 tot en met 400." in answer.content.decode()


@pytest.mark.soak  # seconds of a processor
def test_a_main_category_is_never_without_one_below_it(clerk: Client) -> None:
    address = "/bundel/categorieen/"
    typed = _table(clerk, address) | {
        "drop-natuur": "on",
        "words-_new": "Water",
        "picture-_new": "1F4A7",
    }
    assert clerk.post(address, typed).status_code == 302
    found = _content("catalogue.yaml")
    assert isinstance(found, dict)
    assert found["categories"][-1] == {
        "value": "water",
        "picture": "1F4A7",
        "sub": [{"value": "anders", "picture": "2753", "promise": "gemaakt-3"}],
    }
    assert "category-water-anders = Iets anders" in file("texts/nl.ftl")
    assert "category-natuur" not in file("texts/nl.ftl")


def test_a_colour_is_changed_and_its_contrast_shown(clerk: Client) -> None:
    address, before = "/bundel/kleuren/normal/", file("theme.yaml")
    page = shown(clerk, address)
    assert "te weinig" not in page
    colours = {
        part.split('"')[0]: part.split('value="')[1].split('"')[0]
        for part in page.split('type="color" id="')[1:]
    }
    faint = {"ink_soft": "#999999"}
    status, looked = _send(clerk, address, colours | faint | {"act": "look"})
    assert (status, "te weinig" in looked) == (200, True)
    assert "<strong>2,6</strong> te weinig, moet 7 zijn" in looked
    assert file("theme.yaml") == before
    assert _send(clerk, address, colours | {"brand": "#0b3f6d", "act": "save"})[0] == 302
    changed = file("theme.yaml").splitlines()
    differing = [(a, b) for a, b in zip(before.splitlines(), changed, strict=True) if a != b]
    assert differing == [('  brand: "#0B4F7D"', '  brand: "#0B3F6D"')]
    assert _send(clerk, address, colours | {"ink": "red", "act": "save"})[0] == 422


def test_two_clerks_set_different_things_of_one_file(clerk: Client, colleague: Client) -> None:
    mine, theirs = shown(clerk, "/bundel/wachten/"), shown(colleague, "/bundel/start/")
    order = {"order": ["status", "melding"], "act": "save", "seen": seen_on(theirs)}
    assert colleague.post("/bundel/start/", order).status_code == 302
    times = {"idle_s": "90", "warning_s": "40", "seen": seen_on(mine)}
    assert clerk.post("/bundel/wachten/", times).status_code == 302
    late = clerk.post("/bundel/wachten/", times | {"idle_s": "100"})
    assert late.status_code == 409
    page = late.content.decode()
    assert 'value="100"' in page
    assert "idle_s: 90" in page


def test_a_row_that_a_colleague_adds_is_not_lost(clerk: Client, colleague: Client) -> None:
    address = "/bundel/plekken/"
    mine = _table(clerk, address) | {"words-markt": "Het marktplein"}
    theirs = _table(colleague, address) | {"words-_new": "De haven", "picture-_new": "26F5"}
    assert colleague.post(address, theirs).status_code == 302
    answer = clerk.post(address, mine)
    page = unescape(answer.content.decode())
    assert answer.status_code == 409
    assert "Het marktplein" in page
    again = mine | {"seen": seen_on(page), "order": [*mine["order"], "de-haven"]}  # type: ignore[misc]
    assert clerk.post(address, again).status_code == 302
    assert "value: de-haven" in file("catalogue.yaml")
    assert "place-markt = Het marktplein" in file("texts/nl.ftl")


def test_a_form_that_was_tampered_with_overwrites_nothing(clerk: Client) -> None:
    digests = ["catalogue.yaml x", "bundle.yaml ", "kiosks.yaml ../x", *(
        f"{path} {draft().files['texts/nl.ftl']}" for path in ("theme.yaml", "catalogue.yaml")
    )]  # fmt: skip
    for address in ("wachten/", "start/", "plekken/", "kleuren/normal/"):
        fields = _table(clerk, f"/bundel/{address}") | {"seen": digests, "idle_s": "99"}
        fields |= {"warning_s": "30", "order": ["status"]}
        fields |= dict.fromkeys(COLOURS, "#123456")
        answer = clerk.post(f"/bundel/{address}", fields)
        assert answer.status_code == 409, address
    assert not Change.objects.exists()


def test_one_of_many_kiosks_is_found_and_the_others_keep_their_group(clerk: Client) -> None:
    Kiosk.objects.bulk_create(Kiosk(name=f"k{n}", token_digest=str(n)) for n in range(120))
    Kiosk.objects.create(name="z99", token_digest="z")
    page = "/bundel/zuilen/"
    _send(clerk, page, {"act": "new", "name": "a"})
    _send(clerk, page, {"act": "save", "group-k1": "a"})
    assert "Hier staan de eerste 100." in shown(clerk, page)
    assert "z99" not in shown(clerk, page)
    found = f"{page}?q=Z99"
    assert "group-z99" in shown(clerk, found)
    _send(clerk, found, {"act": "save", "group-z99": "a"})
    assert _content("kiosks.yaml") == {
        "groups": {"a": {}},
        "kiosks": {"k1": {"group": "a"}, "z99": {"group": "a"}},
    }
