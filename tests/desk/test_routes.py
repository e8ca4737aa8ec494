"""Where each kind goes, as staff fill it in; and the back-offices, as staff see them."""

import argparse
import re
import threading
from collections.abc import Iterator, Sequence
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from config.bundle import FACTORY, load_bundle
from desk.backoffices import checking, registry
from desk.backoffices.check_all import check_all
from desk.backoffices.kinds import kinds
from desk.backoffices.models import Handover, Quiet, Route
from tests.backoffices.worlds.mor import World as Mor
from tests.backoffices.worlds.signalen_public import World as Signalen
from tests.desk.conftest import TakeIn
from tests.desk.handed import NOWHERE, SECRET, backoffices, handed, write_backoffices
from tests.desk.samples import street_light

__all__ = ["backoffices"]
LAMP = "melding:verlichting/lamp-uit"
LAMPS = "wegen-verkeer-straatmeubilair/straatverlichting-openbare-klok"


@pytest.fixture(autouse=True)
def factory(settings: Any, own_state: Path) -> None:
    settings.BUNDLE = FACTORY


@pytest.fixture
def router(staff: Client) -> Client:
    """A member of staff who may change routes."""
    permission = Permission.objects.get(codename="change_route")
    User.objects.get(username="beheer").user_permissions.add(permission)
    return staff


@pytest.fixture
def signalen(settings: Any, own_state: Path) -> Iterator[Signalen]:
    with Signalen() as world:
        content = {"straat": world.settings_lines()}
        settings.BACKOFFICES = write_backoffices(own_state, content)
        yield world


def _said(client: Client, **changes: str) -> dict[str, str]:
    """The form as a browser would send it, with some fields changed."""
    page = client.get("/inbox/routes/").content.decode()
    said = {"seen": unescape(re.findall(r'name="seen" value="([^"]*)"', page)[0])}
    for name, options in re.findall(r'<select name="([^"]+)".*?>(.*?)</select>', page, re.S):
        said[name] = next(iter(re.findall(r'value="([^"]*)" selected', options)), "")
    said |= dict(re.findall(r'<input name="(target [^"]+)" value="([^"]*)"', page))
    return {name: unescape(value) for name, value in said.items()} | changes


def _save(client: Client, **changes: str) -> Any:
    return client.post("/inbox/routes/", _said(client, **changes), follow=True)


def _routes() -> dict[str, tuple[str, str]]:
    return {f"{each.flow}:{each.category}": (each.backoffice, each.target)
            for each in Route.objects.all()}  # fmt: skip


def test_every_flow_that_sends_and_every_category_is_in_the_table(
    own_state: Path, db: None
) -> None:
    bundle = load_bundle(FACTORY)
    found = [kind.key for kind in kinds()]
    subs = {f"melding:{main.value}/{sub.value}" for main in bundle.catalogue.categories
            for sub in main.sub}  # fmt: skip
    flows = {f"{name}:" for name, flow in bundle.flows.items() if flow.ends == "send"}
    assert subs | flows <= set(found)
    assert not any(key.startswith("status:") for key in found)
    assert found.index("melding:") < found.index("melding:verlichting") < found.index(LAMP)


def test_what_has_no_route_is_counted_and_stands_out(router: Client, backoffices: Path) -> None:
    real = sum(1 for kind in kinds() if kind.is_real)
    page = router.get("/inbox/routes/").content.decode()
    assert f"{real} soorten hebben geen route" in page
    page = _save(router, **{"backoffice melding:": "straat"}).content.decode()
    left = real - sum(1 for kind in kinds() if kind.is_real and kind.flow == "melding")
    assert f"{left} soorten hebben geen route" in page
    others = {f"backoffice {kind.flow}:": "-" for kind in kinds() if not kind.category}
    page = _save(router, **(others | {"backoffice melding:": "straat"})).content.decode()
    assert "Elk soort heeft een route." in page


def test_a_route_is_saved_with_who_did_it_and_others_stay_as_they_were(
    router: Client, backoffices: Path
) -> None:
    before = timezone.now() - timedelta(days=1)
    Route.objects.create(flow="klacht", backoffice="brief", changed_at=before)
    changes = {f"backoffice {LAMP}": "straat", f"target {LAMP}": " lamp/uit "}
    response = _save(router, **changes)
    assert "Opgeslagen." in response.content.decode()
    assert _routes() == {"klacht:": ("brief", ""), LAMP: ("straat", "lamp/uit")}
    changed = Route.objects.get(flow="melding")
    assert changed.changed_by
    assert changed.changed_by.username == "beheer"
    assert Route.objects.get(flow="klacht").changed_at == before
    _save(router, **{f"backoffice {LAMP}": "", f"target {LAMP}": "", "backoffice klacht:": "-"})
    assert _routes() == {"klacht:": ("", "")}


def test_a_changed_route_moves_nothing_that_was_sent(
    router: Client, take_in: TakeIn, backoffices: Path
) -> None:
    handover = handed(take_in(street_light()), "arrived")
    _save(router, **{"backoffice melding:": "brief"})
    handover.refresh_from_db()
    assert (handover.backoffice, handover.state) == ("straat", "arrived")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({f"target {LAMP}": "x"}, "Bij 'Lamp brandt niet' staat een soort, maar geen zaaksysteem"),
        ({"backoffice melding:": "weg"}, "Dit zaaksysteem is er niet"),
        ({"seen": "0 long ago"}, "Een collega heeft de routes net veranderd"),
    ],
)
def test_a_table_that_cannot_be_right_is_not_saved(
    router: Client, backoffices: Path, changes: dict[str, str], sentence: str
) -> None:
    response = _save(router, **changes)
    assert response.status_code == 422
    assert sentence in unescape(response.content.decode())
    assert _routes() == {}


def test_whoever_may_not_change_routes_may_look(
    staff: Client, backoffices: Path, take_in: TakeIn
) -> None:
    handed(take_in(street_light()), "unrouted")
    page = staff.get("/inbox/routes/").content.decode()
    assert "fieldset" in page
    assert "disabled" in page
    assert "Routes opslaan" not in page
    assert "Opnieuw verdelen" not in page
    assert staff.post("/inbox/routes/", {"backoffice melding:": "straat"}).status_code == 403
    assert staff.post("/inbox/routes/voorstellen/", {"backoffice": "straat"}).status_code == 403
    assert staff.post("/inbox/routes/verdelen/").status_code == 403
    assert _routes() == {}


def test_what_waits_for_a_route_gets_the_new_one_when_asked(
    router: Client, take_in: TakeIn, backoffices: Path
) -> None:
    handover = handed(take_in(street_light()), "unrouted", backoffice="", target="")
    _save(router, **{"backoffice melding:": "brief", "target melding:": "overig/overig"})
    handover.refresh_from_db()
    assert handover.state == "unrouted"
    page = router.post("/inbox/routes/verdelen/", follow=True).content.decode()
    assert "Aantal inzendingen dat nu een route heeft: 1." in page
    handover.refresh_from_db()
    assert (handover.state, handover.backoffice) == ("waiting", "brief")


def test_suggestions_fill_only_what_is_empty_and_goes_there(
    router: Client, signalen: Signalen
) -> None:
    """This Signalen has a grofvuil, an overig-afval and an overig, and not much else."""
    Route.objects.create(flow="melding", backoffice="straat")
    Route.objects.create(flow="melding", category="afval/anders", backoffice="")
    own = {"backoffice": "straat", "target": "eigen/keuze"}
    Route.objects.create(flow="melding", category="anders/anders", **own)
    response = router.post("/inbox/routes/voorstellen/", {"backoffice": "straat"}, follow=True)
    assert _routes() == {
        "melding:": ("straat", ""),
        "melding:afval/anders": ("", ""),
        "melding:anders/anders": ("straat", "eigen/keuze"),
        "melding:afval/grofvuil": ("straat", "afval/grofvuil"),
    }
    assert "Ingevuld voor straat: 1." in response.content.decode()


def test_a_subject_of_mor_is_found_by_its_name(
    router: Client, settings: Any, own_state: Path
) -> None:
    with Mor() as world:
        world.subjects.names["licht"] = "Verlichting doet het niet"
        content = {"straat": world.settings_lines()}
        settings.BACKOFFICES = write_backoffices(own_state, content)
        Route.objects.create(flow="melding", backoffice="straat")
        names = dict(checking.targets_known(registry.cached()["straat"]))
        router.post("/inbox/routes/voorstellen/", {"backoffice": "straat"})
    filled = {key: target for key, (_, target) in _routes().items() if target}
    assert {key: names[target] for key, target in filled.items()} == {
        LAMP: "Verlichting doet het niet",
        "melding:natuur/boom": "Bomen",
    }


def test_a_target_that_is_gone_over_there_is_marked(router: Client, signalen: Signalen) -> None:
    Route.objects.create(flow="melding", backoffice="straat", target="oud/weg")
    page = unescape(router.get("/inbox/routes/").content.decode())
    assert "'oud/weg' bestaat niet in straat" in page
    assert '<datalist id="targets-straat"><option' in page


def test_a_route_to_a_back_office_that_left_the_file_is_marked(
    router: Client, backoffices: Path
) -> None:
    Route.objects.create(flow="melding", backoffice="oud")
    page = router.get("/inbox/routes/").content.decode()
    assert "oud staat niet in backoffices.yaml" in page
    assert "Opgeslagen." in _save(router).content.decode()
    assert _routes() == {"melding:": ("oud", "")}


def test_routes_of_kinds_that_left_the_bundle_can_still_be_ended(
    router: Client, backoffices: Path
) -> None:
    Route.objects.create(flow="vroeger", category="a/b", backoffice="straat")
    _save(router, **{"backoffice vroeger:a/b": ""})
    assert _routes() == {}


def test_a_bundle_that_cannot_be_read_is_a_sentence(
    router: Client, backoffices: Path, settings: Any
) -> None:
    settings.BUNDLE = backoffices
    assert "kan niet worden gelezen" in router.get("/inbox/routes/").content.decode()


class _Hangs:
    """A connector to a back-office that does not answer until the test is over."""

    def __init__(self) -> None:
        self.over = threading.Event()

    def targets(self) -> Sequence[tuple[str, str]]:
        self.over.wait(30)
        return [("a", "A")]

    def check(self, _: Sequence[str]) -> Sequence[Any]:
        self.over.wait(30)
        return []


def test_a_back_office_that_hangs_holds_no_page_up(
    backoffices: Path, monkeypatch: pytest.MonkeyPatch, db: None
) -> None:
    monkeypatch.setattr(checking, "MOMENT_S", 0.01)
    monkeypatch.setattr(checking, "CHECK_S", 0.01)
    hangs: Any = _Hangs()
    known = registry.cached()["straat"]
    slow = registry.BackOffice("traag", known.settings, hangs)
    try:
        assert checking.targets_known(slow) == ()
        with monkeypatch.context() as later:
            later.delattr(checking, "_within")  # nobody waits a second time
            assert checking.targets_known(slow) == ()
        assert checking.check(slow).problems == [checking.TOO_LONG]
    finally:
        hangs.over.set()
    checking._asking["targets-traag"].result(10)  # what came after all, is known the next time
    assert checking.targets_known(slow) == [("a", "A")]


def test_the_back_offices_are_shown_with_what_waits_and_without_secrets(
    staff: Client, take_in: TakeIn, backoffices: Path
) -> None:
    for state in ("waiting", "waiting", "refused", "unsure", "arrived"):
        handed(take_in(street_light()), state, asked_at=timezone.now())
    until = timezone.now() + timedelta(hours=1)
    Quiet.objects.create(backoffice="straat", until=until, why="Het is te druk.")
    response = staff.get("/inbox/zaaksystemen/")
    shown = {each.name: each for each in response.context["backoffices"]}
    assert shown["straat"].counts == {"waiting": 2, "refused": 1, "unsure": 1, "arrived": 1}
    assert shown["straat"].last_news is not None
    assert shown["brief"].last_news is None
    page = response.content.decode()
    assert "Het is te druk." in page
    assert NOWHERE in page
    assert SECRET not in page


def test_a_check_on_the_page_says_what_is_wrong_or_that_all_is_well(
    staff: Client, signalen: Signalen
) -> None:
    page = staff.post("/inbox/zaaksystemen/straat/controle/", follow=True).content.decode()
    assert "Alles klopt." in page
    Route.objects.create(flow="melding", backoffice="straat", target="oud/weg")
    page = staff.post("/inbox/zaaksystemen/straat/controle/", follow=True).content.decode()
    assert "oud/weg" in page
    assert "Alles klopt." not in page


def test_a_check_of_a_back_office_that_is_down_says_so(staff: Client, backoffices: Path) -> None:
    staff.post("/inbox/zaaksystemen/straat/controle/")
    shown = staff.get("/inbox/zaaksystemen/").context["backoffices"]
    checked = {each.name: each.checked for each in shown}
    assert "niet te bereiken" in checked["straat"].problems[0]
    assert checked["brief"] is None


def test_the_command_prints_every_sentence_and_ends_with_1(
    signalen: Signalen, db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_all(argparse.Namespace()) == 0
    assert capsys.readouterr().out == "All is well: straat.\n"
    Route.objects.create(flow="melding", backoffice="straat", target="oud/weg")
    Route.objects.create(flow="klacht", backoffice="weg")
    assert check_all(argparse.Namespace()) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("straat: ")
    assert "oud/weg" in first
    assert second == "weg: there are routes to it, but it is not in backoffices.yaml."


def test_the_command_says_what_is_wrong_with_the_file(
    settings: Any, own_state: Path, db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.BACKOFFICES = write_backoffices(own_state, {"straat": {"kind": "iets"}})
    assert check_all(argparse.Namespace()) == 1
    assert "needs a line 'kind:'" in capsys.readouterr().err


def test_only_staff_see_these_pages(own_state: Path, db: None, client: Client) -> None:
    for path in ("routes/", "zaaksystemen/"):
        assert client.get(f"/inbox/{path}").status_code == 302
    assert client.post("/inbox/zaaksystemen/straat/controle/").status_code == 302
    assert Handover.objects.count() == 0
