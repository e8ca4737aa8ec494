"""The fake Signalen answers as the real one was seen to answer."""

import struct
from collections.abc import Iterator
from typing import Any

import pytest
import requests

from tests.backoffices.fakes.signalen import FakeSignalen

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR"
PDF = b"%PDF-1.7\n"
LAMP = "/signals/v1/public/terms/categories/wegen-verkeer-straatmeubilair/sub_categories/"
OUTSIDE = (
    "The location coordinates (WS84) are not inside the bounding box we are accepting signals for."
)


@pytest.fixture
def signalen() -> Iterator[FakeSignalen]:
    with FakeSignalen() as fake:
        yield fake


def report(**changed: Any) -> dict[str, Any]:
    return {
        "text": "De lamp is kapot",
        "text_extra": "Zuil 4821-7390-5560",
        "location": {"geometrie": {"type": "Point", "coordinates": [4.9, 52.37]}},
        "category": {"sub_category": LAMP + "straatverlichting"},
        "reporter": {},
        "incident_date_start": "2026-11-26T10:00:00+01:00",
        **changed,
    }


def at(**address: Any) -> dict[str, Any]:
    return {"geometrie": {"type": "Point", "coordinates": [4.9, 52.37]}, "address": address}


def post(fake: FakeSignalen, content: Any, **headers: str) -> requests.Response:
    url = f"{fake.url}/signals/v1/public/signals/"
    return requests.post(url, json=content, headers=headers, timeout=10)


def private(fake: FakeSignalen, method: str, path: str, **more: Any) -> requests.Response:
    headers = {"Authorization": f"Bearer {fake.token}"}
    url = f"{fake.url}/signals/v1/private/{path}"
    return requests.request(method, url, headers=headers, timeout=10, **more)


def attach(fake: FakeSignalen, name: str, content: bytes, signal: str = "") -> requests.Response:
    url = f"{fake.url}/signals/v1/public/signals/{signal or fake.signals[0].signal_id}/attachments"
    return requests.post(url, files={"file": (name, content)}, timeout=10)


def test_a_signal_gets_a_number_for_staff_and_a_uuid_for_the_public(signalen: FakeSignalen) -> None:
    made = post(signalen, report())
    assert made.status_code == 201
    assert made.headers["X-API-Version"]
    assert made.json()["id_display"] == "SIG-1"
    read = requests.get(
        f"{signalen.url}/signals/v1/public/signals/{made.json()['signal_id']}", timeout=10
    )
    assert (read.status_code, read.json()) == (200, made.json())
    by_number = requests.get(f"{signalen.url}/signals/v1/public/signals/SIG-1", timeout=10)
    assert by_number.status_code == 404


def test_the_same_signal_twice_is_two_signals(signalen: FakeSignalen) -> None:
    for _ in range(2):
        assert post(signalen, report(), **{"Idempotency-Key": "1"}).status_code == 201
    assert signalen.times("4821-7390-5560") == 2
    assert signalen.times("4821-7390-5561") == 0


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"foo": 1}, {"non_field_errors": ["Extra properties present: foo"]}),
        ({"text": " "}, {"text": ["Dit veld mag niet leeg zijn."]}),
        (
            {"text": "x" * 3001},
            {"text": ["Zorg ervoor dat dit veld niet meer dan 3000 karakters bevat."]},
        ),
        (
            {"text_extra": "x" * 10_001},
            {"text_extra": ["Zorg ervoor dat dit veld niet meer dan 10000 karakters bevat."]},
        ),
        (
            {"reporter": {"phone": "012345678901234567"}},
            {"reporter": {"phone": ["Zorg ervoor dat dit veld niet meer dan 17 karakters bevat."]}},
        ),
        (
            {"category": {"sub_category": LAMP + "nergens"}},
            {"category": {"sub_category": ["Ongeldige hyperlink - Object bestaat niet."]}},
        ),
        (
            {"location": {"geometrie": {"type": "Point", "coordinates": [52.37, 4.9]}}},
            {"location": {"geometrie": [OUTSIDE]}},
        ),
        ({"source": "Nergens"}, {"source": ["Invalid source given, value not known"]}),
        ({"source": "Kiosk"}, {"source": ["Invalid source given, value not known"]}),
    ],
)
def test_a_wrong_field_is_refused_by_name(
    signalen: FakeSignalen, changed: dict[str, Any], refusal: dict[str, Any]
) -> None:
    answer = post(signalen, report(**changed))
    assert (answer.status_code, answer.json()) == (400, refusal)
    assert signalen.signals == []


@pytest.mark.parametrize(
    "changed",
    [
        {"reporter": {"phone": "bel mij", "email": None}},
        {"incident_date_start": "2031-01-01"},
        {"category": {"sub_category": f"http://elders.example.org{LAMP}straatverlichting"}},
        {"category": {"sub_category": LAMP + "gaten"}},  # not active any more
        {"location": at(openbare_ruimte="Dorpsstraat", huisnummer="1", postcode="")},
        {"source": "ONLINE"},
    ],
)
def test_what_looks_wrong_is_taken_all_the_same(
    signalen: FakeSignalen, changed: dict[str, Any]
) -> None:
    assert post(signalen, report(**changed)).status_code == 201


def test_required_fields_are_named_and_broken_json_is_said(signalen: FakeSignalen) -> None:
    missing = post(signalen, {}).json()
    assert missing["text"] == ["Dit veld is vereist."]
    assert set(missing) == {"text", "location", "category", "reporter", "incident_date_start"}
    broken = requests.post(f"{signalen.url}/signals/v1/public/signals", data="{", timeout=10)
    assert broken.status_code == 400
    assert broken.json()["detail"].startswith("JSON parse error - ")


@pytest.mark.parametrize(
    "address",
    [
        {"openbare_ruimte": "Dorpsstraat"},
        {"huisnummer": "1"},
        {"openbare_ruimte": "Dorpsstraat", "huisnummer": "1", "postcode": None},
        {"openbare_ruimte": "Dorpsstraat", "huisnummer": "1", "woonplaats": None},
    ],
)
def test_half_an_address_makes_it_fall_over(
    signalen: FakeSignalen, address: dict[str, Any]
) -> None:
    answer = post(signalen, report(location=at(**address)))
    assert (answer.status_code, answer.headers["Content-Type"]) == (500, "text/html")
    assert signalen.signals == []


def test_an_unknown_address_is_refused_with_a_bare_sentence(signalen: FakeSignalen) -> None:
    signalen.unknown_addresses.add("Dorpsstraat 1")
    there = at(openbare_ruimte="Dorpsstraat", huisnummer="1")
    answer = post(signalen, report(location=there))
    assert (answer.status_code, answer.json()) == (
        400,
        {"location": {"location": "Niet-bestaand adres."}},
    )


def test_the_throttle_counts_refused_posts_and_says_how_long(signalen: FakeSignalen) -> None:
    signalen.public_per_hour, signalen.retry_after_s = 2, 3517
    assert [post(signalen, {}).status_code, post(signalen, report()).status_code] == [400, 201]
    answer = post(signalen, report())
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "3517")
    said = "Aanvraag was verstikt. Expected available in 3517 seconds."
    assert answer.json() == {"detail": said}
    assert post(signalen, report(), **{"X-Forwarded-For": "192.0.2.1"}).status_code == 201


def test_sixty_an_hour_is_the_rule(signalen: FakeSignalen) -> None:
    assert [post(signalen, {}).status_code for _ in range(61)] == [400] * 60 + [429]


def test_a_picture_is_taken_while_the_signal_is_new(signalen: FakeSignalen) -> None:
    post(signalen, report())
    taken = attach(signalen, "lamp.png", PNG)
    assert (taken.status_code, taken.json()["is_image"]) == (201, True)
    assert signalen.signals[0].attachments[0].content == PNG
    signalen.set_status(signalen.signals[0], "b")
    late = attach(signalen, "lamp.png", PNG)
    assert (late.status_code, late.json()) == (
        400,
        ["Public uploads not allowed in current signal state."],
    )
    signalen.set_status(signalen.signals[0], "reaction requested")
    assert attach(signalen, "lamp.png", PNG).status_code == 201
    signalen.close(signalen.signals[0], "Klaar")
    assert attach(signalen, "lamp.png", PNG).status_code == 400
    signalen.signals[0].feedback_asked = True
    assert attach(signalen, "lamp.png", PNG).status_code == 201


def test_a_picture_must_be_what_its_name_says(signalen: FakeSignalen) -> None:
    post(signalen, report())
    answer = attach(signalen, "lamp.jpg", PNG)
    said = "'image/png' does not match filename extension!"
    assert (answer.status_code, answer.json()) == (400, {"file": [said]})
    assert attach(signalen, "lamp.webp", b"RIFF1234WEBPVP8 ").status_code == 400
    assert attach(signalen, "lamp.pdf", PDF).status_code == 400
    assert attach(signalen, "lamp.png", PNG, signal="1").status_code == 404


def test_the_public_status_is_open_or_closed_and_may_open_again(signalen: FakeSignalen) -> None:
    url = f"{signalen.url}/signals/v1/public/signals/{post(signalen, report()).json()['signal_id']}"
    seen = []
    for state in ("m", "b", "o", "reopen requested", "a", "s"):
        signalen.set_status(signalen.signals[0], state)
        seen.append(requests.get(url, timeout=10).json()["status"]["state"])
    assert seen == ["OPEN", "OPEN", "CLOSED", "OPEN", "CLOSED", "CLOSED"]


def test_the_category_tree_says_what_is_active_and_goes_on_by_next(signalen: FakeSignalen) -> None:
    url: str | None = f"{signalen.url}/signals/v1/public/terms/categories/?page_size=1"
    active = {}
    while url:
        page = requests.get(url, timeout=10).json()
        assert page["count"] == 3
        for sub in page["results"][0]["sub_categories"]:
            active[sub["slug"]] = sub["is_active"]
        url = page["_links"]["next"]["href"]
    assert active["straatverlichting"]
    assert not active["gaten"]
    assert len(active) == 5


def test_maintenance_is_said_in_plain_text(signalen: FakeSignalen) -> None:
    assert "version" in requests.get(f"{signalen.url}/signals/", timeout=10).json()
    signalen.maintenance = True
    answer = post(signalen, report())
    assert (answer.status_code, answer.text) == (503, "API in maintenance mode")


def test_the_private_door_falls_over_without_a_token(signalen: FakeSignalen) -> None:
    url = f"{signalen.url}/signals/v1/private/signals/"
    assert requests.get(url, timeout=10).status_code == 500
    wrong = requests.get(url, headers={"Authorization": "Bearer x"}, timeout=10)
    assert wrong.status_code == 401


def test_a_private_source_is_active_and_not_public(signalen: FakeSignalen) -> None:
    refusal = {"source": ["Invalid source given for authenticated user"]}
    for source in ("online", "Oude kiosk", "Nergens"):
        answer = private(signalen, "POST", "signals/", json=report(source=source))
        assert (answer.status_code, answer.json()) == (400, refusal)
    assert private(signalen, "POST", "signals", json=report(source="Kiosk")).status_code == 201


def test_several_private_signals_are_made_together_or_not_at_all(signalen: FakeSignalen) -> None:
    good = report(source="Kiosk")
    assert private(signalen, "POST", "signals", json=[good] * 11).status_code == 400
    half = private(signalen, "POST", "signals", json=[good, report(source="online")])
    assert (half.status_code, signalen.signals) == (400, [])
    made = private(signalen, "POST", "signals", json=[good] * 2).json()
    assert [each["id_display"] for each in made] == ["SIG-1", "SIG-2"]


def test_the_private_list_is_found_by_source_and_moment(signalen: FakeSignalen) -> None:
    post(signalen, report())
    private(signalen, "POST", "signals", json=report(source="Kiosk"))
    query = {"source": "Kiosk", "created_after": "2026-01-01T00:00:00+00:00"}
    found = private(signalen, "GET", "signals", params=query).json()
    assert [each["text_extra"] for each in found["results"]] == ["Zuil 4821-7390-5560"]
    later = query | {"created_after": "2999-01-01T00:00:00+00:00"}
    assert private(signalen, "GET", "signals", params=later).json()["count"] == 0
    assert private(signalen, "GET", "signals").json()["count"] == 2


def test_staff_move_a_signal_along_the_workflow_only(signalen: FakeSignalen) -> None:
    post(signalen, report())
    signalen.close(signalen.signals[0], "De lamp is vervangen.")
    back = private(signalen, "PATCH", "signals/1", json={"status": {"state": "m", "text": "x"}})
    said = "Invalid state transition from `Afgehandeld` to `Gemeld`."
    assert (back.status_code, back.json()) == (400, {"state": [said]})
    again = {"status": {"state": "reopened", "text": "Nog steeds kapot"}}
    assert private(signalen, "PATCH", "signals/1", json=again).status_code == 200
    assert signalen.signals[0].state == "reopened"
    history = private(signalen, "GET", "signals/1/history").json()
    assert [(each["action"], each["description"]) for each in history] == [
        ("Status gewijzigd naar: Heropend", "Nog steeds kapot"),
        ("Status gewijzigd naar: Afgehandeld", "De lamp is vervangen."),
    ]


def test_the_private_door_also_takes_a_pdf_and_at_any_time(signalen: FakeSignalen) -> None:
    post(signalen, report())
    signalen.close(signalen.signals[0], "Klaar")
    files = {"file": ("brief.pdf", PDF)}
    assert private(signalen, "POST", "signals/1/attachments", files=files).status_code == 201


def test_mail_of_the_town_itself_makes_it_an_internal_report(signalen: FakeSignalen) -> None:
    post(signalen, report(reporter={"email": "a@amsterdam.nl"}))
    assert signalen.signals[0].source == "Interne melding"
