"""The public door of Signalen, over real HTTP: blind, throttled, and odd about addresses."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desk.backoffices.contract import (
    Accepted,
    Ambiguous,
    Connector,
    Names,
    News,
    NoNews,
    Parcel,
    Problem,
    Push,
    Refused,
    TryLater,
)
from desk.backoffices.signalen_public import SignalenPublic
from desk.intake.models import Status
from tests.backoffices.fakes.server import Answer, json_answer
from tests.backoffices.odd_signalen import OddPublicWorld, lamp
from tests.backoffices.parcels import attachment, picture, png, sound


@pytest.fixture
def world() -> Iterator[OddPublicWorld]:
    with OddPublicWorld() as made:
        yield made


def report(connector: SignalenPublic, sent: Parcel) -> object:
    return connector.steps(sent)[0].do(sent, {})


def test_a_report_arrives_with_number_and_link(world: OddPublicWorld) -> None:
    sent = lamp()
    made = report(world.connector(), sent)
    signal = world.signal(sent.reference)
    assert made == Accepted(
        {"id": "1", "signal_id": signal.signal_id},
        number="SIG-1",
        link="https://meldingen.example.org/manage/incident/1",
    )


def test_it_cannot_be_asked_and_counts_for_the_throttle(world: OddPublicWorld) -> None:
    connector: Connector = world.connector()
    first, *files = connector.steps(lamp(attachments=(picture(),)))
    assert (first.look_up, first.counts, first.needed) == (None, True, True)
    assert [(each.name, each.look_up, each.counts, each.needed, each.what) for each in files] == [
        ("file-1", None, False, False, "Foto")
    ]
    settings = SignalenPublic.settings_type.model_validate(world.settings_lines())
    assert settings.per_hour == 60


def test_an_address_that_nobody_knows_is_left_out_within_the_step(world: OddPublicWorld) -> None:
    world.fake.unknown_addresses.add("Dorpsstraat 12")
    sent = lamp()
    assert isinstance(report(world.connector(), sent), Accepted)
    (signal,) = world.fake.signals
    assert "address" not in signal.content["location"]
    assert signal.content["location"]["geometrie"]["coordinates"] == [4.8922, 52.3731]
    assert "Adres: Dorpsstraat 12 1234 AB" in signal.content["text_extra"]


def test_addresses_can_be_left_out_of_all_reports(world: OddPublicWorld) -> None:
    report(world.connector(send_address=False), lamp())
    assert "address" not in world.fake.signals[0].content["location"]


def test_the_throttle_is_obeyed_for_as_long_as_it_says(world: OddPublicWorld) -> None:
    world.fake.public_per_hour = 1
    connector = world.connector()
    report(connector, lamp())
    told = report(connector, lamp())
    assert isinstance(told, TryLater)
    assert told.all_wait
    assert told.wait_s is not None
    assert 3500 < told.wait_s <= 3600
    assert len(world.fake.signals) == 1


def test_an_unknown_category_is_refused_by_its_name(world: OddPublicWorld) -> None:
    told = report(world.connector(), replace(lamp(), target="afval/nergens"))
    assert told == Refused(
        "De categorie 'afval/nergens' bestaat niet in Signalen. Kies een andere bij Routes."
    )


def test_an_unknown_source_waits_for_whoever_mends_the_setting(world: OddPublicWorld) -> None:
    told = report(world.connector(source="Zuil"), lamp())
    assert isinstance(told, TryLater)
    assert (told.all_wait, told.wait_s) == (True, 900.0)
    assert "'source'" in told.why
    assert world.fake.signals == []


def test_a_point_that_signalen_does_not_take_is_refused(world: OddPublicWorld) -> None:
    there = replace(lamp().place, latitude=54.5)  # type: ignore[type-var] # a lamp has a place
    told = report(world.connector(bounding_box=(3.0, 50.0, 8.0, 55.0)), lamp(place=there))
    assert isinstance(told, Refused)
    assert "'bounding_box'" in told.why


HTML = Answer(500, b"<h1>Server Error (500)", "text/html")


@pytest.mark.parametrize(
    ("odd", "kind", "words"),
    [
        (json_answer(400, {"text": ["Dit veld is vereist."]}), Refused, "(text)"),
        (json_answer(400, {"detail": "JSON parse error"}), Refused, "zonder bekende reden"),
        (Answer(400, b"<h1>Bad Request", "text/html"), Refused, "zonder bekende reden"),
        (Answer(413, b"", "text/html"), Refused, "zonder bekende reden"),
        (HTML, Ambiguous, "'send_address: no'"),
        (Answer(502, b"", "text/html"), Ambiguous, ""),
        (Answer(504, b"", "text/html"), Ambiguous, ""),
        (Answer(200, b"<h1>Welkom", "text/html"), Ambiguous, "leesbaar"),
        (json_answer(201, {"id": 4}), Ambiguous, "leesbaar"),
        (Answer(503, b"API in maintenance mode", "text/plain"), TryLater, "buiten gebruik"),
        (Answer(429, b"", "text/plain"), TryLater, "dit uur"),
        (json_answer(403, {"detail": "Nee"}), TryLater, "laat ons niet toe"),
        (Answer(404, b"", "text/html"), TryLater, "'url'"),
        (Answer(301, b"", "text/html", {"Location": "/elders"}), TryLater, "'url'"),
    ],
)
def test_odd_answers_mean_what_they_mean(
    world: OddPublicWorld, odd: Answer, kind: type, words: str
) -> None:
    world.fake.odd["/public/signals"] = odd
    told = report(world.connector(), lamp())
    assert type(told) is kind
    assert words in told.why  # type: ignore[attr-defined] # none of these is Accepted
    assert not isinstance(told, TryLater) or told.all_wait


def test_a_breakdown_without_an_address_does_not_blame_the_address(world: OddPublicWorld) -> None:
    world.fake.odd["/public/signals"] = HTML
    told = report(world.connector(send_address=False), lamp())
    assert isinstance(told, Ambiguous)
    assert "adres" not in told.why


def test_cut_off_after_storing_is_ambiguous_and_away_is_later(world: OddPublicWorld) -> None:
    sent, connector = lamp(), world.connector()
    world.fake.cut_after_storing = True
    assert isinstance(report(connector, sent), Ambiguous)
    assert world.times(sent.reference) == 1
    world.fake.away()
    told = report(connector, sent)
    assert isinstance(told, TryLater)
    assert told.all_wait


# Pictures.


def hand_over(connector: SignalenPublic, sent: Parcel) -> Names:
    made = report(connector, sent)
    assert isinstance(made, Accepted)
    return made.names


def test_pictures_follow_at_once_and_sound_stays_a_link(world: OddPublicWorld) -> None:
    sent = lamp(attachments=(sound(), picture("a.png"), picture("b.png")))
    connector = world.connector()
    names = hand_over(connector, sent)
    steps = connector.steps(sent)
    assert [each.name for each in steps] == ["report", "file-2", "file-3"]
    assert [each.do(sent, names) for each in steps[1:]] == [Accepted(), Accepted()]
    signal = world.signal(sent.reference)
    assert [file.name for file in signal.attachments] == [
        f"zuil-{sent.reference}-2.png",
        f"zuil-{sent.reference}-3.png",
    ]
    assert signal.attachments[0].content == png()
    assert sent.attachments[0].link in signal.content["text"]


def test_a_picture_that_is_too_large_is_no_step(world: OddPublicWorld) -> None:
    large = replace(picture(), size=20_971_521)
    assert [each.name for each in world.connector().steps(lamp(attachments=(large,)))] == ["report"]


def test_a_late_picture_is_refused_and_stays_with_us(world: OddPublicWorld) -> None:
    sent, connector = lamp(attachments=(picture(),)), world.connector()
    names = hand_over(connector, sent)
    world.clerk_sets(sent.reference, "in_progress", "")
    told = connector.steps(sent)[1].do(sent, names)
    assert isinstance(told, Refused)
    assert "al in behandeling" in told.why


def test_a_picture_that_is_none_is_refused(world: OddPublicWorld) -> None:
    false = attachment("foto.png", "image/png", b"geen foto", "Foto")
    sent, connector = lamp(attachments=(false,)), world.connector()
    told = connector.steps(sent)[1].do(sent, hand_over(connector, sent))
    assert told == Refused("Signalen keurt de foto af. De foto staat bij Zuil.")


# The answer.


def test_news_is_open_or_closed_and_may_go_backwards(world: OddPublicWorld) -> None:
    sent, connector = lamp(), world.connector()
    names = hand_over(connector, sent)
    seen = []
    for state in ("m", "b", "o", "reopen requested", "a"):
        world.fake.set_status(world.signal(sent.reference), state, "Niet voor deze deur.")
        (news,) = connector.news([names])
        assert isinstance(news, News)
        assert (news.text, news.number) == ("", "SIG-1")
        seen.append((news.their_status, news.status))
    opened, closed = ("OPEN", Status.RECEIVED), ("CLOSED", Status.DONE)
    assert seen == [opened, opened, closed, opened, closed]


def test_a_town_may_say_what_closed_means(world: OddPublicWorld) -> None:
    sent, connector = lamp(), world.connector(statuses={"CLOSED": "cannot"})
    names = hand_over(connector, sent)
    world.clerk_sets(sent.reference, "done", "")
    (news,) = connector.news([names])
    assert isinstance(news, News)
    assert news.status == Status.CANNOT


def test_what_is_gone_is_gone_and_what_is_away_is_asked_once(world: OddPublicWorld) -> None:
    connector = world.connector()
    names = hand_over(connector, lamp())
    world.fake.signals.clear()
    (news,) = connector.news([names])
    assert isinstance(news, NoNews)
    assert news.gone
    world.fake.maintenance = True
    before = len(world.fake.asked)
    (busy,) = connector.news([names])
    assert isinstance(busy, NoNews)
    assert not busy.gone
    assert len(world.fake.asked) == before + 1
    world.fake.away()
    away = connector.news([names, {}, names])
    assert [isinstance(each, NoNews) and not each.gone for each in away] == [True] * 3


def test_it_tells_nobody_and_cannot_be_told_that_it_is_not_solved(world: OddPublicWorld) -> None:
    connector = world.connector()
    assert connector.reopen(hand_over(connector, lamp()), "482173905560", "Nog kapot") is None
    assert connector.names_of("SIG-1") == {}
    assert connector.pushed(Push("POST", "", {}, b"")) is None


# Checks.


def test_a_check_names_each_route_that_leads_nowhere(world: OddPublicWorld) -> None:
    connector = world.connector()
    gaten = "wegen-verkeer-straatmeubilair/gaten"
    assert connector.check([OddPublicWorld.target, OddPublicWorld.target]) == []
    assert connector.check([OddPublicWorld.target, "afval/nergens", gaten, "afval"]) == [
        Problem(
            "De categorie 'afval/nergens' bestaat niet in Signalen. Kies een andere bij Routes."
        ),
        Problem(f"De categorie '{gaten}' is in Signalen niet meer actief."
                " Kies een andere bij Routes."),
        Problem("De categorie 'afval' bestaat niet in Signalen. Kies een andere bij Routes."),
    ]  # fmt: skip
    assert {asked.method for asked in world.fake.asked} == {"GET"}


def test_a_check_says_that_the_address_is_wrong(world: OddPublicWorld) -> None:
    wrong = world.connector(url=f"{world.fake.url}/verkeerd")
    assert [each.what for each in wrong.check([])] == [
        "Op dit adres antwoordt geen Signalen. Controleer 'url' in backoffices.yaml."
    ]
    world.fake.away()
    (problem,) = world.connector().check([OddPublicWorld.target])
    assert problem.what == (
        "Het systeem is niet te bereiken. Controleer 'url' in backoffices.yaml."
    )
    assert world.connector().targets() == []


def test_a_route_may_name_what_is_active_over_all_pages(world: OddPublicWorld) -> None:
    extra = [type(world.fake.categories[0])(f"hoofd-{n}", "sub", "Sub") for n in range(120)]
    world.fake.categories += extra
    found = world.connector().targets()
    assert len(found) == 4 + 120
    assert ("afval/grofvuil", "Afval: Grofvuil") in found
    assert "wegen-verkeer-straatmeubilair/gaten" not in dict(found)
