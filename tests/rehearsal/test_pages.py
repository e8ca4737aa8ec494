"""The pages for trying and checking: who may, what they refuse, and what is on them."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any, get_args

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from config.examining.findings import Kind
from desk.backoffices.models import Route
from desk.publishing.drafts import change, draft, files_digest, write_folder
from desk.publishing.publishing import UNEXAMINED, hindrance
from desk.rehearsal import examinations, trials, worker
from desk.rehearsal.models import ChangedScreen, Examination, Trial
from desk.rehearsal.unrouted import unrouted
from desk.rehearsal.wording import SENTENCES
from tests.desk.handed import write_backoffices
from tests.rehearsal.conftest import CHANGE, LOOK, LogIn, Stand
from tests.screens.small_kiosk import SmallKiosk

PAGE = "/bundel/proef/"


def mirror(trial: Trial, name: str = "") -> str:
    return f"{PAGE}{trial.pk}/zuil/{name}"


def post(client: Client, address: str, **form: str) -> int:
    """As the form on the page does, with its token."""
    client.get(PAGE)
    token = client.cookies["csrftoken"].value
    return client.post(address, form | {"csrfmiddlewaretoken": token}).status_code


def tap(client: Client, trial: Trial, name: str, target: str, token: str = "") -> Any:
    return client.post(
        mirror(trial, name),
        json.dumps({"target": target}),
        content_type="application/json",
        headers={"X-CSRFToken": token} if token else {},
    )


def examined(**values: Any) -> Examination:
    done = {"state": "done", "ended_at": timezone.now()}
    return Examination.objects.create(digest=files_digest(draft().files), **(done | values))


def test_a_trial_is_seen_and_pressed_through_the_desk(
    anna: Client, stand: Stand, kiosk: SmallKiosk
) -> None:
    trial = stand("anna")
    page = anna.get(mirror(trial))
    assert b'<img id="screen"' in page.content
    assert "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]
    assert page.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert anna.get(mirror(trial, "mirror.js")).content.startswith(b'"use strict"')
    assert anna.get(mirror(trial, "screen.png")).content.startswith(b"\x89PNG")
    view = anna.get(mirror(trial, "view.json"))
    assert view.json()["title"] == "Wat is er kapot of vuil?"
    answer = tap(anna, trial, "tap", "choice:lamp", view.headers["X-CSRFToken"])
    assert (answer.status_code, answer.json()["screen"]) == (200, "melding.huisnummer")
    assert len(kiosk.events) == 1


def test_nothing_is_pressed_without_the_pages_own_token(
    anna: Client, stand: Stand, kiosk: SmallKiosk
) -> None:
    trial = stand("anna")
    anna.get(mirror(trial, "view.json"))
    assert tap(anna, trial, "tap", "choice:lamp").status_code == 403
    assert kiosk.events == []


@pytest.mark.parametrize("name", ["health", "tap", "mirror.py", "favicon.ico", "..%2Fview.json"])
def test_only_what_the_mirror_itself_serves_can_be_asked(
    anna: Client, stand: Stand, name: str
) -> None:
    assert anna.get(mirror(stand("anna"), name)).status_code == 404


def test_only_the_mirrors_own_deeds_can_be_done(anna: Client, stand: Stand) -> None:
    trial = stand("anna")
    token = anna.get(mirror(trial, "view.json")).headers["X-CSRFToken"]
    assert tap(anna, trial, "view.json", "choice:lamp", token).status_code == 404
    assert anna.put(mirror(trial, "tap"), headers={"X-CSRFToken": token}).status_code == 405


def test_somebody_elses_trial_does_not_exist(anna: Client, log_in: LogIn, stand: Stand) -> None:
    trial = stand("anna")
    other = log_in("bert", LOOK, CHANGE)
    for path in ("", "bonnen/", "bonnen/1.png", "zuil/", "zuil/view.json", "zuil/screen.png"):
        assert other.get(f"{PAGE}{trial.pk}/{path}").status_code == 404, path
    assert post(other, f"{PAGE}{trial.pk}/stop/") == 404
    assert trials.is_alive(trial)


def test_a_stranger_is_sent_to_the_login_page(anna: Client, stand: Stand) -> None:
    trial = stand("anna")
    for path in (PAGE, f"{PAGE}schermen/", f"{PAGE}{trial.pk}/", mirror(trial, "screen.png")):
        answer = Client().get(path)
        assert (answer.status_code, "inloggen" in answer.headers["Location"]) == (302, True), path


def test_who_may_only_look_starts_nothing(log_in: LogIn) -> None:
    viewer = log_in("kees", LOOK)
    assert viewer.get(PAGE).status_code == 200
    viewer.get("/inbox/inloggen/")
    assert "Controleer</button>" not in viewer.get(PAGE).content.decode()
    for path in ("controleer/", "probeer/"):
        assert post_with_any_token(viewer, f"{PAGE}{path}") == 403
    assert not Examination.objects.exists()
    assert not Trial.objects.exists()


def post_with_any_token(client: Client, address: str) -> int:
    token = "a" * 32
    client.cookies["csrftoken"] = token
    return client.post(address, {"csrfmiddlewaretoken": token}).status_code


def test_without_any_right_on_the_bundle_there_is_no_page(log_in: LogIn) -> None:
    assert log_in("piet").get(PAGE).status_code == 403


def test_a_trial_ends_with_its_folder_when_its_owner_stops_it_or_logs_out(
    anna: Client, stand: Stand
) -> None:
    for address in ("stop", "logout"):
        trial = stand("anna")
        path = reverse("rehearsal:stop", args=[trial.pk]) if address == "stop" else None
        assert post(anna, path or reverse("inbox:logout")) == 302
        assert not trials.folder(trial).exists()
        assert not Trial.objects.exists()


def test_a_trial_whose_kiosk_has_ended_is_over(
    anna: Client, stand: Stand, kiosk: SmallKiosk
) -> None:
    trial = stand("anna")
    (trials.folder(trial) / "rehearsal.json").unlink()
    assert anna.get(mirror(trial, "view.json")).status_code == 410
    assert anna.get(f"{PAGE}{trial.pk}/").status_code == 302
    assert not Trial.objects.exists()


def test_a_kiosk_that_crashed_gives_its_place_back(anna: Client, stand: Stand) -> None:
    trial = stand("anna")
    Trial.objects.update(port=9)
    assert anna.get(mirror(trial, "view.json")).status_code == 410
    assert not Trial.objects.exists()


def test_no_more_than_three_trials_run_at_once(anna: Client, log_in: LogIn, stand: Stand) -> None:
    for name in ("bert", "cees", "dora"):
        log_in(name, LOOK, CHANGE)
        stand(name)
    assert post(anna, f"{PAGE}probeer/", shape="21") == 302
    assert "Er staan al genoeg probeerzuilen aan." in anna.get(PAGE).content.decode()
    assert Trial.objects.count() == 3


def test_the_receipt_is_a_picture_on_the_page(anna: Client, stand: Stand) -> None:
    trial = stand("anna")
    address = f"{PAGE}{trial.pk}/bonnen/"
    assert anna.get(address).json() == {"receipts": [], "over": False}
    picture = trials.folder(trial) / "state" / "receipts" / "482173905566.png"
    picture.write_bytes(b"\x89PNG")
    assert anna.get(address).json()["receipts"] == [f"{address}1.png"]
    assert b"".join(anna.get(f"{address}1.png").streaming_content) == b"\x89PNG"  # type: ignore[attr-defined]
    assert anna.get(f"{address}2.png").status_code == 404


def test_a_draft_that_cannot_be_read_is_examined_and_cannot_be_published(
    anna: Client, desk_state: Path
) -> None:
    now = draft()
    assert hindrance(now) == str(UNEXAMINED)
    user = User.objects.get(username="anna")
    change(user, {"flows/melding.yaml": b"flow: melding\n"}, "per ongeluk", {})
    Examination.objects.create(digest=files_digest(draft().files), files=draft().files)
    assert worker.work()
    assert not worker.work()
    found = examinations.of(draft())
    assert examinations.standing(found) == "unfit"
    page = anna.get(PAGE).content.decode()
    assert "flows/melding.yaml" in page
    assert "‘picture’ ontbreekt. Zet het erbij." in page
    assert "Er is" in page or "Er zijn" in page
    assert hindrance(draft()) not in ("", str(UNEXAMINED))


def test_problems_are_told_in_dutch_with_the_way_to_mend_them(anna: Client) -> None:
    about = {"key": "melding-wat", "words": "Lang", "language": "nl", "panel": "10 inch, lying"}
    fit = {"file": "texts/nl.ftl", "line": 9, "what": "x", "kind": "fit"}
    step = {"file": "flows/melding.yaml", "line": 26, "what": "x", "kind": "step"}
    examined(
        problems=[
            fit | {"about": about | {"screen": "melding.wat"}},
            step | {"about": {"step": "plek", "flow": "melding"}},
        ]
    )
    page = anna.get(PAGE).content.decode()
    assert "‘Lang’ past niet op zijn plek (Nederlands, 10 inch, liggend)." in page
    assert 'href="/bundel/teksten/melding-wat/"' in page
    assert "Geen enkel antwoord leidt naar de vraag ‘plek’." in page
    assert 'href="/bundel/bestanden/flows/melding.yaml#line-26"' in page


def test_a_mistake_in_a_file_is_told_in_the_language_of_the_page(anna: Client) -> None:
    place = {"file": "theme.yaml", "line": 3, "kind": ""}
    parts = {"template": "'{name}' is missing. Add it.", "values": {"name": "ink"}}
    older = {"what": "'line' is missing. Add it.", "about": {}}
    examined(
        problems=[place | {"what": "'ink' is missing. Add it.", "about": parts}, place | older]
    )
    page = anna.get(PAGE).content.decode()
    assert "<p>‘ink’ ontbreekt. Zet het erbij.</p>" in page
    assert '<p lang="en">&#x27;line&#x27; is missing. Add it.</p>' in page  # of an older desk
    anna.cookies["django_language"] = "en"
    page = anna.get(PAGE).content.decode()
    assert "<p>&#x27;ink&#x27; is missing. Add it.</p>" in page
    assert "ontbreekt" not in page


def test_every_kind_of_finding_can_be_said() -> None:
    assert set(SENTENCES) == {*get_args(Kind), "unrouted"} - {""}


def test_a_category_without_a_route_is_a_problem_with_its_line(
    desk_state: Path, settings: Any, tmp_path: Path
) -> None:
    folder = tmp_path / "draft"
    write_folder(draft().files, folder)
    assert unrouted(folder) == []  # without back-offices all is dealt with in the inbox
    settings.BACKOFFICES = write_backoffices(tmp_path)
    for flow in ("melding", "klacht", "afspraak", "geldhulp", "terugbellen"):
        Route.objects.create(flow=flow, category="", backoffice="")
    assert unrouted(folder) == []
    Route.objects.filter(flow="melding").update(category="afval")
    found = {each["about"]["category"]: each for each in unrouted(folder)}
    assert "verlichting/lamp-uit" in found
    assert not any(category.startswith("afval/") for category in found)
    lines = (folder / "catalogue.yaml").read_text(encoding="utf-8").splitlines()
    one = found["verlichting/lamp-uit"]
    assert "lamp-uit" in lines[one["line"] - 1]
    assert one["file"] == "catalogue.yaml"


def test_changed_screens_are_shown_before_and_after(anna: Client) -> None:
    found = examined(changed=1)
    screen = ChangedScreen.objects.create(
        examination=found, screen="melding.waar", page=1, language="nl",
        before=None, after=b"\x89PNG", has_after=True, said_after="Precies hier",
    )  # fmt: skip
    page = anna.get(f"{PAGE}schermen/").content.decode()
    assert "Dit scherm is er nu niet." in page
    assert "Precies hier" in page
    address = f"{PAGE}schermen/{screen.pk}"
    assert anna.get(f"{address}/after.png").content == b"\x89PNG"
    assert anna.get(f"{address}/before.png").status_code == 404


def test_an_examination_that_nobody_is_at_may_be_asked_again(anna: Client) -> None:
    found = examined(state="running", began_at=timezone.now())
    assert examinations.standing(found) == "busy"
    found.began_at = timezone.now() - worker.GONE_AFTER - timedelta(seconds=1)
    assert examinations.standing(found) == "failed"


def test_without_the_kiosk_program_the_page_says_so(anna: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr("desk.rehearsal.program.NEEDED", ("nobody_has_this",))
    page = anna.get(PAGE).content.decode()
    assert "Op deze computer staat het programma van de zuil niet." in page
    assert "<button>Probeer" not in page
