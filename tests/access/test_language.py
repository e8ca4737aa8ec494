"""Staff choose Dutch or English; nobody else's pages change with it."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import translation

from desk.contractors.models import Contractor
from desk.intake.models import Submission
from tests.access.conftest import Browser, Named
from tests.desk.conftest import TakeIn
from tests.desk.samples import street_light

ENGLISH = {"HTTP_ACCEPT_LANGUAGE": "en-GB,en;q=0.9"}


@pytest.fixture
def clerk(named: Named, logged_in: Browser) -> Client:
    return logged_in(named("anna", "inbox"))


def _choose(client: Client, language: str, then: str = "/inbox/") -> str:
    said = {"language": language, "next": then}
    return str(client.post("/beheer/taal/", said)["Location"])


def test_pages_are_dutch_until_somebody_chooses(clerk: Client, take_in: TakeIn) -> None:
    kept = take_in(street_light())
    page = clerk.get("/inbox/", **ENGLISH).content.decode()  # type: ignore[arg-type] # as headers
    assert '<html lang="nl">' in page
    assert "Ontvangen" in page
    assert _choose(clerk, "en", f"/inbox/{kept.pk}/") == f"/inbox/{kept.pk}/"
    page = clerk.get(f"/inbox/{kept.pk}/").content.decode()
    assert '<html lang="en">' in page
    assert "What the citizen answered" in page
    assert "Wat de burger antwoordde" not in page
    _choose(clerk, "nl")
    assert "Wat de burger antwoordde" in clerk.get(f"/inbox/{kept.pk}/").content.decode()


def test_it_can_be_chosen_before_logging_in(own_state: object, db: None) -> None:
    client = Client()
    _choose(client, "en", "/inbox/inloggen/")
    assert "Log in" in client.get("/inbox/inloggen/").content.decode()


def test_a_language_that_is_none_and_another_site_lead_nowhere(clerk: Client) -> None:
    assert _choose(clerk, "xx") == "/inbox/"
    assert '<html lang="nl">' in clerk.get("/inbox/").content.decode()
    assert _choose(clerk, "en", "https://evil.example/") == "/"


def test_pages_of_visitors_and_firms_do_not_change_with_it(clerk: Client, take_in: TakeIn) -> None:
    kept = take_in(street_light())
    paths = (f"/volg/{kept.code}", "/aannemer/inloggen/", f"/api/status/{kept.code}")
    before = [clerk.get(path).content for path in paths]
    _choose(clerk, "en")
    fresh = [_without_token(content) for content in before]
    assert [_without_token(clerk.get(path).content) for path in paths] == fresh


def test_a_firm_with_the_cookie_of_staff_reads_dutch(take_in: TakeIn) -> None:
    kept = take_in(street_light())
    Submission.objects.filter(pk=kept.pk).update(due=date(2026, 12, 3))
    user = User.objects.create_user("firma")
    Contractor.objects.create(user=user, firm="Jansen", categories=["straat"])
    client = Client()
    client.force_login(user)
    _choose(client, "en")
    assert "donderdag 3 december" in client.get("/aannemer/").content.decode()


def _without_token(content: bytes) -> bytes:
    start, _, rest = content.partition(b'name="csrfmiddlewaretoken"')
    return start + rest.partition(b">")[2]


def test_the_language_of_one_request_is_not_that_of_the_next(clerk: Client) -> None:
    _choose(clerk, "en")
    clerk.get("/inbox/")
    assert translation.get_language() == "nl"


def test_what_is_written_down_stays_dutch(clerk: Client, take_in: TakeIn) -> None:
    """The record of a submission is one record, whatever language its readers have."""
    kept = take_in(street_light())
    _choose(clerk, "en")
    said = {"status": "planned", "planned_for": "2026-12-03", "seen": kept.changed_at.isoformat()}
    assert clerk.post(f"/inbox/{kept.pk}/", said).status_code == 302
    page = clerk.get(f"/inbox/{kept.pk}/").content.decode()
    assert "Planned for 03-12-2026." in page
    kept.refresh_from_db()
    assert kept.status == "planned"
