"""Staff write the texts: with what a visitor will see, and stopped before they go wrong."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from desk.answers.models import Template
from desk.answers.texts import factory
from desk.follow.texts import LANGUAGES
from tests.answers.conftest import Visit

HERE = "/inbox/antwoorden/teksten/"
SMS = f"{HERE}sms/done/nl/"
LETTER = f"{HERE}letter/done/ar/"
OWN = "Klaar: {subject}, {number}.\n{sentence}\nNiet goed? {link}"


def _save(clerk: Client, text: str, act: str = "save", **more: str) -> tuple[int, str]:
    answer = clerk.post(SMS, {"text": text, "act": act} | more, follow=True)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize(
    "page", ["sms/done/xx/", "sms/received/nl/", "fax/done/nl/", "sms/done/nl/brief.pdf"]
)
def test_there_is_no_page_for_what_there_is_no_text_for(clerk: Client, page: str) -> None:
    assert clerk.get(HERE + page).status_code in (404, 405)


def test_a_text_of_staff_is_used_from_then_on(clerk: Client, visitor: Visit) -> None:
    status, page = _save(clerk, OWN)
    assert (status, "Nieuwe antwoorden krijgen deze tekst." in page) == (200, True)
    kept = Template.objects.get()
    assert (kept.text, kept.changed_by) == (OWN, User.objects.get())
    assert "(eigen tekst)" in clerk.get(HERE).content.decode()
    someone = visitor("sms", phone="0612345678")
    someone.hears("done", "Alles werkt.")
    assert someone.notice.problem  # no gateway: it is called, with the words for calls
    assert "Klaar:" not in someone.notice.text


def test_the_text_of_the_program_can_be_had_back(clerk: Client) -> None:
    _save(clerk, OWN)
    _, page = _save(clerk, "", act="reset")
    assert "is terug" in page
    assert not Template.objects.exists()
    assert "Is het niet opgelost?" in page


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Schrijf een tekst"),
        ("{naam} {number} {link}", "{naam} is onbekend"),
        ("{number {link}", "haakje"),
        ("x" * 5000, "te lang"),
    ],
)
def test_a_wrong_text_is_not_saved(clerk: Client, text: str, told: str) -> None:
    status, page = _save(clerk, text)
    assert (status, told in page) == (422, True)
    assert text[:100] in page
    assert not Template.objects.exists()


def test_a_text_without_number_is_saved_only_by_who_is_sure(clerk: Client) -> None:
    status, page = _save(clerk, "Het is klaar. {link}")
    assert status == 422
    assert "{number} ontbreekt" in page
    assert "toch opslaan" in page
    assert not Template.objects.exists()
    assert _save(clerk, "Het is klaar. {link}", sure="on")[0] == 200
    assert Template.objects.get().text == "Het is klaar. {link}"


def test_a_preview_saves_nothing_and_shows_every_language(clerk: Client) -> None:
    _, page = _save(clerk, OWN, act="preview")
    assert not Template.objects.exists()
    assert "Klaar: Kapotte straatlamp, 4821 7390 5560." in page
    assert "1 sms" in page
    for language in LANGUAGES:
        assert f'lang="{language}"' in page
    assert 'dir="rtl"' in page


def test_a_letter_is_previewed_as_it_would_be_printed(clerk: Client) -> None:
    text = factory("letter", "done", "ar")
    answer = clerk.post(f"{LETTER}brief.pdf", {"text": text, "act": "preview"})
    assert answer["Content-Type"] == "application/pdf"
    other = clerk.post(f"{LETTER}brief.pdf", {"text": f"{text}\nشكرا", "act": "preview"})
    assert other.content != answer.content
    wrong = clerk.post(f"{LETTER}brief.pdf", {"text": "{nope}", "act": "preview"})
    assert (wrong.status_code, "{nope} is onbekend" in wrong.content.decode()) == (422, True)


def test_who_may_edit_texts_need_not_read_contacts(
    own_state: object, db: None, client: Client
) -> None:
    user = User.objects.create_user("schrijver", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="change_template"))
    client.force_login(user)
    assert client.get(SMS).status_code == 200
    assert client.get("/inbox/antwoorden/").status_code == 200
    assert client.get("/inbox/antwoorden/bellen/").status_code == 403
