"""What an app hands in becomes a submission like a kiosk's, or is refused in one sentence."""

import uuid
from typing import Any

import pytest
from django.test import Client

from desk.codes import grouped, read_code
from desk.intake.models import SearchText, Submission
from desk.open311 import filing
from desk.open311.models import App
from kiosk.core.submission import Answer, Category, Contact, Location
from tests.open311.conftest import Post

WORDS = "De lamp voor de bakker brandt al drie weken niet meer"


def test_a_report_is_kept_as_if_a_kiosk_had_made_it(post: Post, settings: Any) -> None:
    settings.URL = "https://desk.example"
    response = post(
        email="jo@voorbeeld.nl",
        phone="06-1234 5678",
        first_name="Jo",
        last_name="de Wit",
        headers={"Accept-Language": "tr-TR,tr;q=0.9,nl;q=0.5"},
    )
    assert response.status_code == 200
    (said,) = response.json()
    kept = Submission.objects.get(pk=said["service_request_id"])
    content = kept.content
    assert (content.flow, content.title) == ("melding", "Melding")
    assert content.category == Category(
        main="verlichting",
        sub="lamp-uit",
        label="Lamp brandt niet",
        promise="Wij maken het binnen 5\u00a0werkdagen.",
        promise_days=5,
    )
    assert content.location == Location(
        kind="address", label="Marktstraat 12", latitude=52.2215, longitude=6.8937
    )
    assert content.contact == Contact(
        channel="mail", name="Jo de Wit", phone="0612345678", email="jo@voorbeeld.nl"
    )
    assert content.words == WORDS
    assert content.language == "tr"
    assert content.answers == (
        Answer(
            step="wat",
            question="Waar gaat het over?",
            value="verlichting",
            shown="Lamp of verkeerslicht",
        ),
        Answer(
            step="welke",
            question="Wat is er aan de hand?",
            value="lamp-uit",
            shown="Lamp brandt niet",
        ),
        Answer(step="vertel", question="Wilt u er iets bij vertellen?", value=WORDS, shown=WORDS),
    )
    assert (kept.kiosk, kept.source, content.kiosk) == (None, "MijnStad", "MijnStad")
    assert kept.category_key == "verlichting/lamp-uit"
    assert kept.due is not None
    assert "lamp brandt niet" in SearchText.objects.get(submission=kept).text
    assert read_code(kept.code) == kept.code
    assert grouped(kept.code) in said["service_notice"]
    assert f"https://desk.example/volg/{kept.code}" in said["service_notice"]
    assert said["service_notice"].startswith("Numaranız")


def test_staff_see_which_app_it_came_from(post: Post, staff: Client) -> None:
    said = post().json()[0]
    for path in ("/inbox/", f"/inbox/{said['service_request_id']}/"):
        assert "MijnStad" in staff.get(path).content.decode()


@pytest.mark.parametrize(
    ("given", "channel"),
    [({"phone": "0612345678"}, "phone"), ({"email": "jo@voorbeeld.nl"}, "mail"), ({}, "none")],
)
def test_the_answer_goes_by_what_the_app_gives(
    post: Post, given: dict[str, str], channel: str
) -> None:
    assert _kept(post(**given)).content.contact.channel == channel


def test_an_address_alone_or_a_point_alone_is_enough(post: Post) -> None:
    by_address = _kept(post(lat=None, long=None))
    assert (by_address.place, by_address.latitude) == ("Marktstraat 12", None)
    by_point = _kept(post(address_string=None))
    assert (by_point.place, by_point.longitude) == ("52.22150, 6.89370", 6.8937)


def test_a_form_with_questions_keeps_the_answers_in_dutch(post: Post) -> None:
    said = {"service_code": "klacht", "attribute[soort]": "idee", "attribute[onderwerp]": "buurt"}
    kept = _kept(post(lang="en", lat=None, long=None, address_string=None, **said))
    assert (kept.language, kept.category_key, kept.content.location) == ("en", "", None)
    assert [(each.step, each.shown) for each in kept.content.answers] == [
        ("soort", "Een idee"),
        ("onderwerp", "Straat of buurt"),
        ("vertel", WORDS),
    ]


def test_what_no_question_asks_is_kept_for_staff_and_nothing_is_fetched(post: Post) -> None:
    kept = _kept(
        post(
            **{"attribute[fixmystreet_id]": "4711"},
            media_url=["https://foto.example/1.jpg", "http://169.254.169.254/latest"],
        )
    )
    assert [(each.step, each.question, each.shown) for each in kept.content.answers[3:]] == [
        ("fixmystreet_id", "fixmystreet_id", "4711"),
        ("media_url", filing.MEDIA_URL, "https://foto.example/1.jpg"),
        ("media_url", filing.MEDIA_URL, "http://169.254.169.254/latest"),
    ]
    assert kept.pictures.count() == 0


@pytest.mark.parametrize(
    ("changes", "code", "said"),
    [
        ({"api_key": None}, 403, "api_key"),
        ({"api_key": "guessed"}, 403, "api_key"),
        ({"service_code": None}, 400, "service_code"),
        ({"service_code": "nope"}, 404, "service_code"),
        ({"service_code": "status"}, 404, "service_code"),
        ({"lat": None}, 400, "lat and long"),
        ({"lat": "91"}, 400, "WGS84"),
        ({"long": "nan"}, 400, "WGS84"),
        ({"long": "east"}, 400, "WGS84"),
        ({"lat": None, "long": None, "address_string": None}, 400, "Say where"),
        ({"lat": None, "long": None, "address_string": " ", "address_id": "9"}, 400, "address_id"),
        ({"description": "x" * 4001}, 400, "4000"),
        ({"address_string": "x" * 201}, 400, "200"),
        ({"email": "jo"}, 400, "email"),
        ({"phone": "12"}, 400, "phone"),
        ({"media_url": "file:///etc/passwd"}, 400, "media_url"),
        ({"media_url": ["https://a.example/"] * 4}, 400, "media_url"),
        ({"attribute[more]": "x" * 1001}, 400, "1000"),
        ({f"attribute[a{n}]": "1" for n in range(21)}, 400, "20"),
        ({"service_code": "klacht"}, 400, "attribute[soort] is missing"),
        ({"service_code": "klacht", "attribute[soort]": "anders"}, 400, "none of the keys"),
        ({"service_code": "klacht", "attribute[soort]": ["idee", "klacht"]}, 400, "one value"),
        ({"service_code": "afspraak", "attribute[product]": "paspoort",
          "attribute[dagdeel]": "ochtend"}, 400, "first_name"),
        ({"service_code": "afspraak", "attribute[product]": "paspoort",
          "attribute[dagdeel]": "ochtend", "first_name": "Jo"}, 400, "phone"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_sentence_and_nothing_is_kept(
    post: Post, changes: dict[str, Any], code: int, said: str
) -> None:
    response = post(**changes)
    (error,) = response.json()
    assert (response.status_code, error["code"]) == (code, code)
    assert said in error["description"]
    assert error["description"].count(".") >= 1
    assert not Submission.objects.exists()


def test_a_complaint_without_words_is_refused(post: Post) -> None:
    said = {"service_code": "klacht", "attribute[soort]": "idee", "attribute[onderwerp]": "buurt"}
    response = post(description=None, **said)
    assert response.json()[0]["description"] == "This service needs a description."


def test_help_with_money_is_only_taken_where_a_call_is_wanted(post: Post) -> None:
    asked = ("huur", "kinderen", "aow", "inkomen", "rekeningen", "zorg")
    said = {f"attribute[{name}]": "nee" for name in asked} | {"service_code": "geldhulp"}
    no = post(**said, **{"attribute[terugbellen]": "nee"})
    assert no.status_code == 400
    assert "attribute[terugbellen]=ja" in no.json()[0]["description"]
    yes = post(**said, phone="0612345678", **{"attribute[terugbellen]": "ja"})
    assert _kept(yes).content.answers[-1].shown.startswith("Ja")


def test_a_revoked_app_stays_out(post: Post, key: str) -> None:
    App.objects.update(revoked_at="2026-11-22T00:00:00Z")
    assert post().status_code == 403


def test_refusals_come_in_xml_as_well(post: Post) -> None:
    assert b"<code>403</code>" in post(form="xml", api_key="x").content


@pytest.mark.parametrize("by_header", [True, False])
def test_sending_again_under_the_same_key_changes_nothing(post: Post, by_header: bool) -> None:
    def send(reference: str) -> Any:
        if by_header:
            return post(headers={"Idempotency-Key": reference}).json()
        return post(**{"attribute[zuil_reference]": reference}).json()

    first = send("a-1")
    assert send("a-1") == first
    assert send("a-2") != first
    assert Submission.objects.count() == 2
    assert "a-1" not in Submission.objects.get(pk=first[0]["service_request_id"]).raw


def test_the_same_key_of_another_app_is_another_report(post: Post) -> None:
    first = post(headers={"Idempotency-Key": "1"}).json()
    other = post(headers={"Idempotency-Key": "1"}, api_key=App.objects.let_in("Andere")).json()
    assert first[0]["service_request_id"] != other[0]["service_request_id"]


def test_an_app_that_sends_too_much_waits(post: Post, settings: Any) -> None:
    settings.PUBLIC_PER_MINUTE = 1
    assert [post().status_code for _ in range(3)] == [200, 200, 429]
    assert int(post()["Retry-After"]) > 0


def test_an_address_that_asks_too_often_waits(town: None, client: Client, settings: Any) -> None:
    settings.PUBLIC_PER_MINUTE = 1
    codes = [client.get("/open311/v2/services.json").status_code for _ in range(5)]
    assert codes == [200, 200, 200, 200, 429]


def test_only_forms_are_read_and_only_so_much(key: str, client: Client) -> None:
    address = "/open311/v2/requests.json"
    response = client.post(address, {"api_key": key}, content_type="application/json")
    assert response.json()[0]["description"] == (
        "Send a form as application/x-www-form-urlencoded, "
        "or as multipart/form-data with pictures in it."
    )
    plain = f"api_key={key}&service_code=nope"
    kind = "application/x-www-form-urlencoded; charset=utf-8"
    assert client.post(address, plain, content_type=kind).status_code == 404
    large = client.post(address, b"x" * (16 * 2**20 + 1), content_type=kind)
    assert (large.status_code, "16 MiB" in large.json()[0]["description"]) == (400, True)
    broken = client.post(address, b"--x\r\nnonsense", content_type="multipart/form-data")
    assert broken.status_code == 400
    text = client.post(
        address, {"api_key": key, "description": "x" * 300_000}
    )  # more text than a form may have
    assert text.status_code == 400


def _kept(response: Any) -> Submission:
    assert response.status_code == 200, response.content
    return Submission.objects.get(pk=uuid.UUID(response.json()[0]["service_request_id"]))
