"""A clerk finds a text and changes it in two languages; nothing else in the files moves."""

import pytest
from django.test import Client

from desk.access.models import Deed
from desk.publishing.drafts import draft
from desk.publishing.models import Change
from tests.editing.conftest import file, seen_on, shown

NEXT = "/bundel/teksten/ui-next/"
PHONE = "/bundel/teksten/ui-receipt-phone/"


def _typed(client: Client, address: str, **fields: str) -> dict[str, object]:
    """The form as the browser would send it: what stands in its fields, but for these."""
    page = shown(client, address)
    found: dict[str, object] = {"seen": seen_on(page), "act": "save"}
    for part in page.split('<textarea id="')[1:]:
        found[part.split('"')[0]] = part.split(">\n", 1)[1].split("</textarea>")[0]
    return found | {name.replace("_", "-"): text for name, text in fields.items()}


def test_a_text_is_found_by_a_word_of_any_language_and_by_its_place(clerk: Client) -> None:
    page = shown(clerk, "/bundel/teksten/?q=Start+again")
    english = file("texts/en.ftl")
    assert ("ui-" in page) == ("start again" in english.lower())
    receipts = shown(clerk, "/bundel/teksten/?waar=receipt")
    assert "ui-receipt-phone" in receipts
    assert "ui-next" not in receipts
    assert "melding-wat" in shown(clerk, "/bundel/teksten/?waar=flow:melding&q=melding-wat")
    assert "0 teksten" in shown(clerk, "/bundel/teksten/?q=xyzzy")


def test_a_text_is_changed_in_two_languages_and_nothing_else(clerk: Client) -> None:
    before = {code: file(f"texts/{code}.ftl") for code in ("nl", "en", "ar")}
    typed = _typed(clerk, NEXT, nl_text="Volgende", en_text="Go on", why="Duidelijker")
    answer = clerk.post(NEXT, typed, follow=True)
    assert "Opgeslagen in het ontwerp" in answer.content.decode()
    assert file("texts/nl.ftl") == before["nl"].replace("ui-next = Verder", "ui-next = Volgende")
    assert "\nui-next = Go on\n" in file("texts/en.ftl")
    assert file("texts/ar.ftl") == before["ar"]
    assert {each.path for each in Change.objects.all()} == {"texts/nl.ftl", "texts/en.ftl"}
    assert {each.why for each in Change.objects.all()} == {"Tekst ui-next: Duidelijker"}
    assert Deed.objects.filter(what="bundle.change", who_named="anna").count() == 2
    assert "was" in shown(clerk, "/bundel/")
    assert "ui-next = Volgende" in shown(clerk, "/bundel/")


def test_saving_without_a_change_changes_nothing(clerk: Client) -> None:
    number = draft().number
    assert clerk.post(NEXT, _typed(clerk, NEXT)).status_code == 302
    assert draft().number == number
    assert not Change.objects.exists()


def test_what_is_filled_in_is_named_and_must_stay(clerk: Client) -> None:
    page = shown(clerk, PHONE)
    assert "{ $phone }" in page
    for text, told in (
        ("Vragen? Bel ons.", "$phone } is weg"),
        ("Bel { $phone } of { $naam }", "$naam } is hier niet bekend"),
        ("Bel { $phone", "Regel 1 kan niet"),
        ("", "Schrijf hier wat er op het scherm staat"),
    ):
        answer = clerk.post(PHONE, _typed(clerk, PHONE, nl_text=text, en_text="Kept { $phone }"))
        page = answer.content.decode()
        assert (answer.status_code, told in page) == (422, True), text
        assert "Kept { $phone }" in page
    assert not Change.objects.exists()
    fine = _typed(clerk, PHONE, nl_text="Bel ons: { $phone }.")
    assert clerk.post(PHONE, fine).status_code == 302


def test_a_missing_translation_is_marked_and_can_be_written(clerk: Client) -> None:
    assert clerk.post(NEXT, _typed(clerk, NEXT, tr_text="", tr_spoken="")).status_code == 302
    assert "ui-next" not in file("texts/tr.ftl")
    missing = shown(clerk, "/bundel/teksten/?mist=tr").split('<span class="kind code">ui-next')[1]
    assert "Turks" in missing.split("</tr>")[0]
    assert "Hier ontbreekt iets" in shown(clerk, NEXT)
    assert clerk.post(NEXT, _typed(clerk, NEXT, tr_text="Devam")).status_code == 302
    names = [line.split(" =")[0] for line in file("texts/tr.ftl").splitlines() if " =" in line]
    dutch = [line.split(" =")[0] for line in file("texts/nl.ftl").splitlines() if " =" in line]
    at = [name for name in dutch if name.startswith("ui-")].index("ui-next")
    assert [name for name in names if name.startswith("ui-")][at] == "ui-next"


def test_a_new_text_stands_with_those_like_it(clerk: Client) -> None:
    address = "/bundel/teksten/place-haven/"
    assert "Deze tekst is er nog niet" in shown(clerk, address)
    assert clerk.post(address, _typed(clerk, address, nl_text="De haven")).status_code == 302
    lines = [line for line in file("texts/nl.ftl").splitlines() if line.startswith("place-")]
    assert lines[-1] == "place-haven = De haven"


def test_who_forgets_how_it_is_said_is_told(clerk: Client) -> None:
    address = "/bundel/teksten/ui-silent/"
    answer = clerk.post(address, _typed(clerk, address, ar_text="سكوت"), follow=True)
    page = answer.content.decode()
    assert "de tekst is nieuw, maar de uitspraak niet" in page
    assert "Arabisch" in page.split("de uitspraak niet")[1][:60]


@pytest.mark.soak  # seconds of a processor
def test_two_clerks_change_two_texts_of_one_file(clerk: Client, colleague: Client) -> None:
    mine = _typed(clerk, NEXT, nl_text="Volgende")
    theirs = _typed(colleague, "/bundel/teksten/ui-back/", nl_text="Vorige")
    assert colleague.post("/bundel/teksten/ui-back/", theirs).status_code == 302
    assert clerk.post(NEXT, mine).status_code == 302
    assert "ui-next = Volgende" in file("texts/nl.ftl")
    assert "ui-back = Vorige" in file("texts/nl.ftl")


def test_two_clerks_change_the_same_text_and_nothing_typed_is_lost(
    clerk: Client, colleague: Client
) -> None:
    mine = _typed(clerk, NEXT, nl_text="Volgende", pl_text="Dalejże", why="Mijn reden")
    theirs = _typed(colleague, NEXT, nl_text="Ga door")
    assert colleague.post(NEXT, theirs).status_code == 302
    answer = clerk.post(NEXT, mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    for shown_there in ("bert heeft dit net veranderd", "ui-next = Ga door", "Volgende", "Dalejże"):
        assert shown_there in page
    assert 'value="Mijn reden"' in page
    assert "ui-next = Ga door" in file("texts/nl.ftl")
    assert clerk.post(NEXT, mine | {"seen": seen_on(page)}).status_code == 302
    assert "ui-next = Volgende" in file("texts/nl.ftl")


def test_a_form_without_what_it_was_made_from_overwrites_nobody(clerk: Client) -> None:
    answer = clerk.post(NEXT, {"nl-text": "Volgende", "en-text": "Next"})
    assert answer.status_code == 409
    assert not Change.objects.exists()


def test_one_text_one_file_and_everything_can_be_put_back(clerk: Client) -> None:
    published = {path: file(path) for path in ("texts/nl.ftl", "texts/en.ftl", "bundle.yaml")}
    for name in ("ui-next", "ui-back"):
        address = f"/bundel/teksten/{name}/"
        clerk.post(address, _typed(clerk, address, nl_text="X", en_text="Y"))
    asked = "/bundel/terug/?pad=texts/nl.ftl&tekst=ui-next"
    page = shown(clerk, asked)
    assert "ui-back" not in page.split("<main")[1].split("</article>")[0]
    one = {"pad": "texts/nl.ftl", "tekst": "ui-next", "seen": seen_on(page)}
    assert clerk.post("/bundel/terug/", one).status_code == 302
    assert file("texts/nl.ftl") == published["texts/nl.ftl"].replace(
        "ui-back = Terug", "ui-back = X"
    )
    assert clerk.post("/bundel/terug/", {"pad": "texts/nl.ftl"}).status_code == 302
    assert file("texts/nl.ftl") == published["texts/nl.ftl"]
    assert "ui-next = Y" in file("texts/en.ftl")
    assert clerk.post("/bundel/terug/", {"why": "Toch niet"}).status_code == 302
    assert {path: file(path) for path in published} == published
    assert "Niets: het ontwerp is gelijk" in shown(clerk, "/bundel/")
    last = Change.objects.first()
    assert last
    assert last.why.endswith("Toch niet")
