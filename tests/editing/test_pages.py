"""Every page of the editor: there for who may see it, shut for who may not."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from desk.fleet.models import Kiosk
from desk.publishing.models import Change
from tests.editing.conftest import LOOK, file, person, seen_on, shown

PAGES = (
    "/bundel/",
    "/bundel/meer/",
    "/bundel/teksten/",
    "/bundel/teksten/?q=zuil&waar=ui&mist=ar",
    "/bundel/teksten/ui-next/",
    "/bundel/teksten/flow-melding/",
    "/bundel/teksten/ui-still-help/",
    "/bundel/mededelingen/",
    "/bundel/mededelingen/nieuw/",
    "/bundel/zuilen/",
    "/bundel/zuilen/zuil/ZUIL-1/",
    "/bundel/tijden/",
    "/bundel/tijden/zuil/ZUIL-1/",
    "/bundel/start/",
    "/bundel/start/zuil/ZUIL-1/",
    "/bundel/talen/",
    "/bundel/talen/zuil/ZUIL-1/",
    "/bundel/wachten/",
    "/bundel/wachten/zuil/ZUIL-1/",
    "/bundel/plekken/",
    "/bundel/beloften/",
    "/bundel/categorieen/",
    "/bundel/categorieen/afval/",
    "/bundel/kleuren/",
    "/bundel/kleuren/normal/",
    "/bundel/bestanden/",
    "/bundel/bestanden/flows/klacht.yaml",
    "/bundel/bestanden/flows/ophalen.yaml",
    "/bundel/inlezen/",
)


@pytest.mark.usefixtures("own_desk")
def test_who_may_only_look_sees_every_page_and_can_send_none() -> None:
    Kiosk.objects.create(name="ZUIL-1", token_digest="none")
    viewer = person("kijker", LOOK)
    before = Change.objects.count()
    for address in PAGES:
        page = shown(viewer, address)
        assert 'aria-current="page"' in page, address
        assert viewer.post(address, {"act": "save", "why": "x"}).status_code in (403, 405), address
    assert Change.objects.count() == before


@pytest.mark.usefixtures("own_desk")
def test_who_may_not_look_sees_none_of_them() -> None:
    outsider, nobody = person("buiten"), Client()
    for address in (*PAGES, "/bundel/ophalen/", "/bundel/plaatjes/1F4A1.svg"):
        assert outsider.get(address).status_code == 403, address
        assert nobody.get(address).status_code == 302, address


def test_all_tabs_are_on_every_page(clerk: Client) -> None:
    for page in (shown(clerk, "/bundel/"), shown(clerk, "/bundel/bestanden/")):
        for name in ("overview", "texts", "announcements", "kiosks", "more"):
            assert f'href="{reverse(f"editing:{name}")}"' in page


def test_there_is_no_page_for_what_is_not_there(clerk: Client) -> None:
    for address in (
        "teksten/1-2/",
        "mededelingen/nergens/",
        "zuilen/zuil/nergens/",
        "zuilen/groep/nergens/",
        "tijden/groep/nergens/",
        "tijden/stad/x/",
        "categorieen/nergens/",
        "kleuren/nergens/",
        "bestanden/../settings.py",
        "bestanden/flows/../../x.yaml",
        "bestanden/words-allowed.txt",
        "plaatjes/FFFFF.svg",
        "plaatjes/..svg",
        "terug/",
    ):
        assert clerk.get(f"/bundel/{address}").status_code == 404, address


def test_texts_with_markup_are_shown_as_text(clerk: Client) -> None:
    nasty = '<script>alert(1)</script>" onfocus="x'
    page = shown(clerk, "/bundel/teksten/ui-next/")
    typed = {"nl-text": nasty, "en-text": nasty, "seen": seen_on(page)}
    assert clerk.post("/bundel/teksten/ui-next/", typed).status_code == 302
    for address in (
        "/bundel/",
        "/bundel/teksten/?q=alert",
        "/bundel/teksten/ui-next/",
        "/bundel/terug/",
        "/bundel/bestanden/texts/nl.ftl",
    ):
        page = shown(clerk, address)
        assert "<script>alert" not in page, address
        assert "&lt;script&gt;alert" in page, address
        assert '" onfocus=' not in page


def test_no_page_has_a_script_or_a_style_within_it(clerk: Client) -> None:
    for address in PAGES:
        if "ZUIL-1" in address:
            continue
        page = shown(clerk, address)
        assert " style=" not in page, address
        assert " onclick=" not in page, address
        assert "<script>" not in page, address


def test_a_draft_with_a_mistake_keeps_the_forms_waiting_and_says_where(clerk: Client) -> None:
    address = "/bundel/bestanden/bundle.yaml"
    broken = file("bundle.yaml").replace("idle_s: 120", "idle_s: 12x")
    typed = {"text": broken, "why": "proef", "act": "save", "seen": seen_on(shown(clerk, address))}
    assert clerk.post(address, typed).status_code == 422
    assert clerk.post(address, typed | {"sure": "on"}).status_code == 302
    line = next(n for n, each in enumerate(broken.splitlines(), 1) if "12x" in each)
    for form in ("/bundel/teksten/ui-next/", "/bundel/tijden/", "/bundel/plekken/"):
        for answer in (clerk.get(form), clerk.post(form, {"nl-text": "Nieuw"})):
            assert answer.status_code == 409
            assert f"/bundel/bestanden/bundle.yaml#r{line}" in answer.content.decode()
    assert f"bundle.yaml#r{line}" in shown(clerk, "/bundel/")


def test_pictograms_come_from_this_desk(clerk: Client, own_desk: Path) -> None:
    answer = clerk.get("/bundel/plaatjes/1F4A1.svg")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/svg+xml")
    assert b"<svg" in answer.getvalue()
