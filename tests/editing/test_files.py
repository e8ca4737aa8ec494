"""The editor of files: mistakes with their line, and saved in spite of them only on purpose."""

import pytest
from django.test import Client

from desk.publishing.drafts import draft
from desk.publishing.models import Change
from tests.editing.conftest import file, seen_on, shown

FLOW = "/bundel/bestanden/flows/klacht.yaml"


def _send(client: Client, address: str, text: str, **more: str) -> tuple[int, str]:
    fields = {"text": text, "act": "save", "why": "Proef", "seen": seen_on(shown(client, address))}
    answer = client.post(address, fields | more)
    return answer.status_code, answer.content.decode()


def test_a_mistake_is_shown_with_its_line_and_a_link_to_it(clerk: Client) -> None:
    text = file("flows/klacht.yaml").replace("style: list", "styel: list", 1)
    line = next(n for n, each in enumerate(text.splitlines(), 1) if "styel" in each)
    status, page = _send(clerk, FLOW, text)
    assert status == 422
    assert f'href="#r{line}" data-line="{line}"' in page
    assert f'<li id="r{line}" class="wrong">' in page
    assert "‘styel’ is hier niet bekend. Haal het weg, of verbeter de spelling." in page
    assert "styel: list" in page
    assert not Change.objects.exists()


@pytest.mark.parametrize(
    ("path", "old", "new", "line_of"),
    [
        ("flows/klacht.yaml", "steps:", "steps", "steps"),
        ("texts/nl.ftl", "ui-next = Verder", "ui-next Verder", "ui-next Verder"),
        ("catalogue.yaml", "days: 3", "days: drie", "days: drie"),
        ("theme.yaml", '"#F6F2EA"', "blauw", None),
    ],
)
def test_every_kind_of_file_is_looked_at(
    clerk: Client, path: str, old: str, new: str, line_of: str | None
) -> None:
    text = file(path).replace(old, new, 1)
    status, page = _send(clerk, f"/bundel/bestanden/{path}", text, act="check")
    assert status == 200
    assert "Dit klopt nog niet" in page
    if line_of:
        line = next(n for n, each in enumerate(text.splitlines(), 1) if line_of in each)
        assert f"#r{line}" in page or f"#r{line + 1}" in page
    assert not Change.objects.exists()


def test_only_who_is_sure_saves_a_mistake_and_says_why(clerk: Client) -> None:
    text = file("flows/klacht.yaml").replace("ask: words", "ask: woorden")
    assert _send(clerk, FLOW, text)[0] == 422
    assert _send(clerk, FLOW, text, sure="on", why=" ")[0] == 422
    assert _send(clerk, FLOW, text, sure="on")[0] == 302
    assert file("flows/klacht.yaml") == text
    mended = text.replace("ask: woorden", "ask: words")
    assert _send(clerk, FLOW, mended, why="Hersteld")[0] == 302
    assert shown(clerk, "/bundel/teksten/ui-next/")
    last = Change.objects.first()
    assert last
    assert (last.why, last.who_named) == ("Hersteld", "anna")


def test_looking_it_over_saves_nothing(clerk: Client) -> None:
    status, page = _send(clerk, FLOW, file("flows/klacht.yaml") + "# x\n", act="check", why="")
    assert (status, "Dit klopt. Het is nog niet opgeslagen." in page) == (200, True)
    assert not Change.objects.exists()


def test_a_new_file_is_made_and_taken_away(clerk: Client) -> None:
    names = clerk.post("/bundel/bestanden/", {"name": "flows/ophalen.yaml"})
    assert names.headers["Location"] == "/bundel/bestanden/flows/ophalen.yaml"
    for wrong in ("../x.yaml", "flows/x.txt", "clips/nl/a.wav", "", "texts/nederlands.ftl"):
        assert clerk.post("/bundel/bestanden/", {"name": wrong}).status_code == 422, wrong
    address = "/bundel/bestanden/flows/ophalen.yaml"
    flow = "flow: ophalen\npicture: 1F6CB\nsteps:\n  - {step: wat, ask: words, picture: 1F6CB}"
    assert _send(clerk, address, flow)[0] == 302
    assert file("flows/ophalen.yaml") == flow + "\n"
    assert _send(clerk, address, flow, act="remove")[0] == 302
    assert "flows/ophalen.yaml" not in draft().files


def test_two_clerks_in_one_file_and_nothing_typed_is_lost(clerk: Client, colleague: Client) -> None:
    seen = seen_on(shown(clerk, FLOW))
    text = file("flows/klacht.yaml")
    assert _send(colleague, FLOW, text + "# van bert\n")[0] == 302
    mine = {"text": text + "# van anna\n", "act": "save", "why": "Proef", "seen": seen}
    answer = clerk.post(FLOW, mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "bert heeft dit net veranderd" in page
    assert "# van bert" in page
    assert "# van anna" in page
    assert clerk.post(FLOW, mine | {"seen": seen_on(page)}).status_code == 302
    assert file("flows/klacht.yaml").endswith("# van anna\n")


def test_a_file_that_is_too_long_is_not_taken(clerk: Client) -> None:
    status, page = _send(clerk, FLOW, "#" * (210 * 1024))
    assert (status, "te lang om hier" in page) == (422, True)
