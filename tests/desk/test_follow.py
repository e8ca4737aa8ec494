"""The page behind the QR code, as a citizen gets it."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from desk.answers.telling import Told, tell
from desk.codes import grouped
from desk.follow.texts import FOLDER, LANGUAGES, words
from desk.intake.models import Status, StatusChange, Submission
from desk.workdays import add_workdays
from tests.desk.conftest import TakeIn
from tests.desk.samples import NAME, PHONE, appointment, code, street_light

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def text_of(client: Client, path: str, **options: Any) -> str:
    response = client.get(path, **options)
    assert response.status_code == 200, path
    return response.content.decode()


def _received(submission: Submission, *when: int) -> None:
    moment = datetime(*when, tzinfo=AMSTERDAM)  # type: ignore[arg-type,misc] # year to minute
    Submission.objects.filter(pk=submission.pk).update(received_at=moment, changed_at=moment)


def test_a_fresh_report_says_received_the_day_the_promise_and_the_phone(
    take_in: TakeIn, client: Client
) -> None:
    kept = take_in(street_light())
    _received(kept, 2026, 11, 22, 10, 5)
    page = text_of(client, f"/volg/{kept.code}")
    for said in (
        '<html lang="nl" dir="ltr">',
        "Wij hebben uw bericht",
        "Kapotte straatlamp",
        "Ontvangen op zondag 22 november 2026",
        "Wij maken het binnen 5 werkdagen.",
        "Uiterlijk",
        grouped(kept.code),
        'href="tel:140999"',
        "Gemeente Voorbeeldstad",
    ):
        assert said in page
    assert page.count('aria-current="step"') == 1


@pytest.mark.parametrize("status", Status.values)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_status_has_its_words_and_its_step(
    take_in: TakeIn, client: Client, status: str, language: str
) -> None:
    kept = take_in(street_light(language=language))
    Submission.objects.filter(pk=kept.pk).update(status=status, sentence="De lamp is gemaakt.")
    page = text_of(client, f"/volg/{kept.code}")
    assert f'<html lang="{language}" dir="{words(language).direction}">' in page
    assert "De lamp is gemaakt." in page
    (step,) = re.findall(r'<li class="now (\w+)" aria-current="step">', page)
    assert step == status
    assert words(language)(f"status-{status}") in page
    assert (f"<h3>{words(language)('promise')}" in page) == (
        status in {"received", "in_progress", "planned"}
    )


def test_nothing_of_the_visitor_is_on_the_page(take_in: TakeIn, client: Client) -> None:
    kept = take_in(street_light())
    for language in LANGUAGES:
        page = text_of(client, f"/volg/{kept.code}?taal={language}")
        for private in (PHONE, NAME, "Verhoeven", "drie weken", "Marktstraat", "7511", "52.22"):
            assert private not in page


def test_the_language_of_the_visit_comes_first_and_can_be_switched(
    take_in: TakeIn, client: Client
) -> None:
    kept = take_in(appointment())
    english = text_of(client, f"/volg/{kept.code}", headers={"Accept-Language": "nl"})
    assert "We have your message" in english
    for other in LANGUAGES:
        assert (f'href="?taal={other}"' in english) == (other != "en")
    assert "Wij hebben uw bericht" in text_of(client, f"/volg/{kept.code}?taal=nl")


def test_a_language_without_words_falls_back_to_dutch(take_in: TakeIn, client: Client) -> None:
    kept = take_in(street_light(language="fr"))
    assert "Wij hebben uw bericht" in text_of(client, f"/volg/{kept.code}")


def test_a_sentence_only_in_dutch_is_marked_as_dutch(take_in: TakeIn, client: Client) -> None:
    kept = take_in(appointment())
    Submission.objects.filter(pk=kept.pk).update(status="done", sentence="De afspraak staat.")
    page = text_of(client, f"/volg/{kept.code}")
    assert "We have finished with your message." in page
    assert '<p class="sentence" lang="nl" dir="auto">De afspraak staat.</p>' in page
    Submission.objects.filter(pk=kept.pk).update(sentence_translated="Your slot is booked.")
    page = text_of(client, f"/volg/{kept.code}")
    assert "Your slot is booked." in page
    assert "De afspraak staat." not in page


def test_two_with_one_code_ask_which_day(take_in: TakeIn, client: Client) -> None:
    shared = code()
    first = take_in(street_light(code=shared))
    second = take_in(appointment(code=shared))
    _received(first, 2026, 11, 20, 9, 0)
    _received(second, 2026, 11, 22, 16, 30)
    page = text_of(client, f"/volg/{shared}")
    assert "Welke dag was het?" in page
    assert "Kapotte straatlamp" not in page
    links = re.findall(r'class="button" href="([^"]+)"', page)
    assert links == [f"/volg/{shared}?dag=2026-11-20", f"/volg/{shared}?dag=2026-11-22"]
    chosen = text_of(client, links[1])
    assert "Afspraak" in chosen
    assert "Kapotte straatlamp" not in chosen
    assert "Een andere dag kiezen" in chosen
    assert "Which day was it?" in text_of(client, f"/volg/{shared}?dag=rubbish&taal=en")


def test_two_of_one_day_are_both_shown_with_their_time(take_in: TakeIn, client: Client) -> None:
    shared = code()
    first = take_in(street_light(code=shared))
    second = take_in(street_light(code=shared, category=None))
    _received(first, 2026, 11, 22, 16, 30)
    _received(second, 2026, 11, 22, 9, 5)
    page = text_of(client, f"/volg/{shared}")
    assert page.index("Om 09:05 uur") < page.index("Om 16:30 uur")
    assert "Kapotte straatlamp" in page


def test_a_day_is_the_day_in_the_town_not_in_greenwich(take_in: TakeIn, client: Client) -> None:
    kept = take_in(street_light())
    _received(kept, 2026, 11, 23, 0, 30)
    assert "maandag 23 november 2026" in text_of(client, f"/volg/{kept.code}")
    (report,) = client.get(f"/api/status/{kept.code}").json()["reports"]
    assert (report["day"], report["changed"]) == ("2026-11-23", "2026-11-23")


def test_an_unknown_code_says_what_to_do(own_state: Any, db: None, client: Client) -> None:
    response = client.get(f"/volg/{code()}")
    page = response.content.decode()
    assert response.status_code == 404
    assert "Wij vinden dit nummer nog niet" in page
    assert "Kijk later nog eens" in page
    assert "14 0999" in page
    assert '<form method="get"' in page


@pytest.mark.parametrize("text", ["12", "482173905561", "%3Cb%3E", "a" * 300])
def test_a_code_that_cannot_be_is_explained(
    own_state: Any, db: None, client: Client, text: str
) -> None:
    response = client.get(f"/volg/{text}")
    assert response.status_code == 404
    assert "Dit nummer klopt niet" in response.content.decode()
    assert "<b>" not in response.content.decode()


def test_a_typed_code_leads_to_its_page(take_in: TakeIn, client: Client) -> None:
    kept = take_in(street_light())
    response = client.get("/volg/", {"code": f" {grouped(kept.code)}", "taal": "en"}, follow=True)
    assert response.redirect_chain == [(f"/volg/{kept.code}?taal=en", 302)]
    wrong = client.get("/volg/", {"code": "123"}).content.decode()
    assert 'aria-invalid="true"' in wrong
    assert 'value="123"' in wrong


def test_the_page_is_not_indexed_kept_or_told_to_others(take_in: TakeIn, client: Client) -> None:
    response = client.get(f"/volg/{take_in(street_light()).code}")
    assert "noindex" in response["X-Robots-Tag"]
    assert b'<meta name="robots" content="noindex' in response.content
    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    page = response.content.decode()
    assert "<script" not in page
    assert " style=" not in page
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)


def test_the_due_day_counts_working_days_from_the_day_it_came(take_in: TakeIn) -> None:
    kept = take_in(street_light())
    assert kept.due == add_workdays(timezone.localdate(kept.received_at), 5)
    assert take_in(appointment()).due is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_words_and_puts_the_same_things_in_them(language: str) -> None:
    asked = re.compile(r"^([a-z][\w-]*) =|\{ (\$\w+) \}", re.MULTILINE)
    dutch, other = (
        asked.findall((FOLDER / f"{each}.ftl").read_text()) for each in ("nl", language)
    )
    assert other == dutch


def test_the_subject_and_the_promise_are_said_as_the_bundle_says_them(
    own_state: Path, take_in: TakeIn, client: Client
) -> None:
    (own_state / "texts").mkdir()
    (own_state / "texts" / "nl.ftl").write_text(
        "category-straat-lamp-kapot = Kapotte straatlamp\nflow-afspraak = Maken\n"
        "    .title = Afspraak\npromise-snel = Wij maken het binnen 5\u00a0werkdagen.\n"
    )
    (own_state / "texts" / "tr.ftl").write_text(
        "category-straat-lamp-kapot = Bozuk lamba\nflow-afspraak = Al\n    .title = Randevu\n"
        "promise-snel = 5 iş günü içinde onarırız.\n"
    )
    page = text_of(client, f"/volg/{take_in(street_light(language='tr')).code}")
    assert '<p class="subject" lang="tr" dir="auto">Bozuk lamba</p>' in page
    assert '<p lang="tr" dir="auto">5 iş günü içinde onarırız.</p>' in page
    visit = take_in(appointment())
    (report,) = client.get(f"/api/status/{visit.code}", {"taal": "tr"}).json()["reports"]
    assert report["title"] == "Randevu"
    other = {"main": "straat", "sub": "lamp-kapot", "label": "Anders genoemd", "promise": "Snel."}
    renamed = take_in(street_light(language="tr", category=other))
    page = text_of(client, f"/volg/{renamed.code}")
    assert '<p class="subject" lang="nl" dir="auto">Anders genoemd</p>' in page
    assert '<p lang="nl" dir="auto">Snel.</p>' in page


def test_an_arabic_page_keeps_numbers_in_their_own_order(take_in: TakeIn, client: Client) -> None:
    kept = take_in(street_light(language="ar"))
    Submission.objects.filter(pk=kept.pk).update(sentence="De lamp brandt weer.")
    _received(kept, 2026, 11, 22, 10, 5)
    page = text_of(client, f"/volg/{kept.code}")
    assert '<html lang="ar" dir="rtl">' in page
    assert f'<bdi dir="ltr">{grouped(kept.code)}</bdi>' in page
    assert "\u206814 0999\u2069" in page
    assert "\u2068الأحد، 22 نوفمبر 2026\u2069" in page
    assert '<p class="sentence" lang="nl" dir="auto">De lamp brandt weer.</p>' in page


def test_a_sentence_in_the_language_of_the_visitor_is_told_in_that_language_only(
    take_in: TakeIn, client: Client
) -> None:
    kept = take_in(street_light(language="pl"))
    Submission.objects.filter(pk=kept.pk).update(
        status="done", sentence="De lamp brandt weer.", sentence_translated="Lampa znowu świeci."
    )

    def told(language: str) -> tuple[str, str]:
        answer = client.get(f"/api/status/{kept.code}", {"taal": language}).json()
        (report,) = answer["reports"]
        return report["sentence"], report["language"]

    assert told("pl") == ("Lampa znowu świeci.", "pl")
    for language in ("nl", "ar", "tr", "uk", "en"):
        assert told(language) == ("De lamp brandt weer.", "nl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_status_can_be_asked_in_every_language(
    take_in: TakeIn, client: Client, language: str
) -> None:
    kept = take_in(street_light())
    (report,) = client.get(f"/api/status/{kept.code}", {"taal": language}).json()["reports"]
    expected = words(language)("status-received-sentence")
    assert (report["sentence"], report["language"]) == (expected, language)


def test_a_promise_that_was_not_kept_is_admitted(take_in: TakeIn, client: Client) -> None:
    kept = take_in(street_light())
    assert "langer dan wij beloofden" not in text_of(client, f"/volg/{kept.code}")
    Submission.objects.filter(pk=kept.pk).update(due=timezone.localdate() - timedelta(days=1))
    assert "langer dan wij beloofden" in text_of(client, f"/volg/{kept.code}")
    Submission.objects.filter(pk=kept.pk).update(status="done", sentence="Het is gemaakt.")
    assert "langer dan wij beloofden" not in text_of(client, f"/volg/{kept.code}")


def tell_it(submission: Submission, status: Status, **more: Any) -> Submission:
    tell(submission.pk, Told(status, **more), source=StatusChange.Source.BACKOFFICE)
    submission.refresh_from_db()
    return submission


def report_of(client: Client, submission: Submission) -> dict[str, Any]:
    (report,) = client.get(f"/api/status/{submission.code}").json()["reports"]
    return dict(report)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_planned_says_for_which_day(take_in: TakeIn, client: Client, language: str) -> None:
    kept = tell_it(
        take_in(street_light(language=language)), Status.PLANNED, planned_for=date(2026, 12, 1)
    )
    page = text_of(client, f"/volg/{kept.code}")
    day = words(language).day(date(2026, 12, 1))
    assert words(language)("planned-on", day=day) in page
    assert f'<span class="step-detail" lang="{language}" dir="auto">{day}</span>' in page
    assert words(language)("status-planned-sentence") in page
    report = report_of(client, kept)
    assert (report["status"], report["planned_for"]) == ("planned", "2026-12-01")
    tell_it(kept, Status.PLANNED)
    page = text_of(client, f"/volg/{kept.code}")
    assert "step-detail" not in page
    assert report_of(client, kept)["planned_for"] == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_sent_on_says_to_whom(take_in: TakeIn, client: Client, language: str) -> None:
    kept = tell_it(
        take_in(street_light(language=language)), Status.FORWARDED, organisation="Waterschap <b>"
    )
    page = text_of(client, f"/volg/{kept.code}")
    name = 'lang="nl" dir="auto">Waterschap &lt;b&gt;</'
    assert f"{words(language)('forwarded-to')} <strong {name}strong>" in page
    assert f'<span class="step-detail" {name}span>' in page
    report = report_of(client, kept)
    assert (report["status"], report["organisation"]) == ("forwarded", "Waterschap <b>")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_reopened_says_calmly_that_it_is_looked_at_again(
    take_in: TakeIn, client: Client, language: str
) -> None:
    kept = tell_it(take_in(street_light(language=language)), Status.IN_PROGRESS)
    again = words(language)("again-sentence")
    assert again not in text_of(client, f"/volg/{kept.code}")
    tell_it(kept, Status.DONE, sentence="De lamp is gemaakt.")
    tell_it(kept, Status.IN_PROGRESS)
    page = text_of(client, f"/volg/{kept.code}")
    assert words(language)("status-in_progress") in page
    assert again in page
    assert "De lamp is gemaakt." not in page
    said = client.get(f"/api/status/{kept.code}", {"taal": language}).json()["reports"][0]
    assert (said["status"], said["sentence"]) == ("in_progress", again)
    tell_it(kept, Status.IN_PROGRESS, sentence="Wij komen dinsdag.")
    page = text_of(client, f"/volg/{kept.code}?taal=nl")
    assert page.index(words("nl")("again-sentence")) < page.index("Wij komen dinsdag.")
