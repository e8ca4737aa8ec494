"""A bundle out as a zip and in again; and zips that somebody made to do harm."""

import io
import stat
import zipfile

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.editing import bundle_paths, zips
from desk.editing.zips import BundleZip, RefusedZipError, write_zip
from desk.publishing.drafts import digest_of, draft
from desk.publishing.models import Blob, Change
from tests.editing.conftest import file, seen_on, shown

IMPORT = "/bundel/inlezen/"


def _zip(files: dict[str, bytes], **options: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", options.get("method", zipfile.ZIP_DEFLATED)) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return out.getvalue()


def _export(client: Client) -> bytes:
    return client.get("/bundel/ophalen/").getvalue()


def _upload(client: Client, content: bytes) -> tuple[int, str]:
    answer = client.post(IMPORT, {"zip": io.BytesIO(content)})
    return answer.status_code, answer.content.decode()


def _confirm(client: Client, page: str, why: str = "") -> int:
    fields = {
        name: page.partition(f'name="{name}" value="')[2].partition('"')[0]
        for name in ("token", "number")
    }
    return client.post(f"{IMPORT}bevestigen/", fields | {"why": why}).status_code


@pytest.mark.soak  # many whole bundles
def test_what_went_out_comes_in_as_the_same_draft(clerk: Client) -> None:
    before, out = draft(), _export(clerk)
    assert out == _export(clerk)
    status, page = _upload(clerk, out)
    assert status == 200
    assert "Niets: het ontwerp is al zo." in page
    assert 'name="token"' not in page
    fields = {
        "nl-text": "X",
        "en-text": "Y",
        "seen": seen_on(shown(clerk, "/bundel/teksten/ui-next/")),
    }
    clerk.post("/bundel/teksten/ui-next/", fields)
    assert draft().files != before.files
    _, page = _upload(clerk, out)
    assert "ui-next = X" in page
    assert _confirm(clerk, page, "Uit git") == 302
    assert draft().files == before.files
    last = Change.objects.first()
    assert last
    assert last.why == "Ingelezen uit een zip: Uit git"


PATHS = st.one_of(
    st.from_regex(r"\A(flows/)?[a-z][a-z0-9-]{0,8}\.yaml\Z"),
    st.from_regex(r"\Atexts/[a-z]{2,3}\.ftl\Z"),
)


@given(st.dictionaries(PATHS, st.text(st.characters(codec="utf-8"), max_size=200), max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_bundle_goes_through_a_zip_unchanged(texts: dict[str, str]) -> None:
    files = {path: text.encode() for path, text in texts.items()} | {"bundle.yaml": b"x"}
    out = io.BytesIO()
    write_zip(iter(sorted(files.items())), out)
    assert dict(BundleZip(out).contents()) == files


def test_the_import_shows_what_it_does_before_it_does_it(clerk: Client) -> None:
    with zipfile.ZipFile(io.BytesIO(_export(clerk))) as out:
        files = {f"my-bundle-main/{name}": out.read(name) for name in out.namelist()}
    files["my-bundle-main/README.md"] = b"# For colleagues"
    files["my-bundle-main/flows/nieuw.yaml"] = b"flow: nieuw\nsteps: [\n"
    del files["my-bundle-main/pronunciation.yaml"]
    number = draft().number
    status, page = _upload(clerk, _zip(files))
    assert status == 200
    assert draft().number == number
    for told in ("README.md", "Dit bestand is nieuw.", "Dit bestand gaat weg.", "nieuw.yaml#r"):
        assert told in page
    assert _confirm(clerk, page) == 302
    assert "flows/nieuw.yaml" in draft().files
    assert "pronunciation.yaml" not in draft().files
    assert "README.md" not in draft().files


def test_an_import_does_not_run_over_a_colleague(clerk: Client, colleague: Client) -> None:
    with zipfile.ZipFile(io.BytesIO(_export(clerk))) as out:
        files = {name: out.read(name) for name in out.namelist()}
    files["theme.yaml"] += b"# ours\n"
    _, page = _upload(clerk, _zip(files))
    waiting = "/bundel/wachten/"
    times = {"idle_s": "90", "warning_s": "40", "seen": seen_on(shown(colleague, waiting))}
    assert colleague.post(waiting, times).status_code == 302
    assert _confirm(clerk, page) == 200
    assert "idle_s: 90" in file("bundle.yaml")
    assert clerk.post(f"{IMPORT}bevestigen/", {"token": "verzonnen"}).status_code == 422


def test_an_import_of_which_a_file_is_gone_asks_for_it_again(clerk: Client) -> None:
    with zipfile.ZipFile(io.BytesIO(_export(clerk))) as out:
        files = {name: out.read(name) for name in out.namelist()}
    files["theme.yaml"] += b"# ours\n"
    _, page = _upload(clerk, _zip(files))
    Blob.objects.filter(digest=digest_of(files["theme.yaml"])).delete()
    assert _confirm(clerk, page) == 422


def _linked() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("bundle.yaml", "x: 1\n")
        link = zipfile.ZipInfo("flows/a.yaml")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/passwd")
    return out.getvalue()


def _encrypted() -> bytes:
    """As a password would mark it: the first bit of its flags, in both places."""
    content = bytearray(_zip({"bundle.yaml": b"x: 1\n"}))
    content[6] |= 1
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def _torn() -> bytes:
    content = bytearray(_zip({"bundle.yaml": b"x: 1\n" * 50}, method=zipfile.ZIP_STORED))
    content[60] ^= 0xFF
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "geen zip-bestand"),
        (b"PK\x03\x04 rubbish", "geen zip-bestand"),
        (_zip({"theme.yaml": b"x"}), "geen bundle.yaml"),
        (_zip({"bundle.yaml": b"x", "../../evil.yaml": b"x"}), "buiten de map"),
        (_zip({"bundle.yaml": b"x", "/etc/evil.yaml": b"x"}), "buiten de map"),
        (_zip({"bundle.yaml": b"x", "flows\\..\\evil.yaml": b"x"}), "buiten de map"),
        (_zip({"bundle.yaml": b"x", "C:evil.yaml": b"x"}), "buiten de map"),
        (_linked(), "verwijzing"),
        (_encrypted(), "wachtwoord"),
        (_torn(), "beschadigd"),
        (_zip({"bundle.yaml": b"x", "BUNDLE.yaml": b"y"}), "twee keer"),
        (_zip({"bundle.yaml": b"x"}, method=zipfile.ZIP_LZMA), "ongewone manier"),
        (_zip({"bundle.yaml": b"\xff\xfe"}), "geen tekst"),
        (_zip({"bundle.yaml": b"0" * (bundle_paths.MOST_TEXT + 1)}), "te groot"),
        (_zip({"bundle.yaml": b"x"} | {f"a{n}": b"" for n in range(5001)}), "te veel bestanden"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_zip_that_could_do_harm_is_refused_whole(
    clerk: Client, content: bytes, told: str
) -> None:
    number, before = draft().number, dict(draft().files)
    status, page = _upload(clerk, content)
    assert (status, told in page) == (422, True)
    assert (draft().number, draft().files) == (number, before)


def test_a_bomb_is_stopped_while_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its list of contents lies about the sizes, so only reading tells."""
    content = bytearray(_zip({"bundle.yaml": b"0" * 5_000_000}))
    for at in (22, content.rindex(b"PK\x01\x02") + 24):
        content[at : at + 4] = (100).to_bytes(4, "little")
    bomb = BundleZip(io.BytesIO(bytes(content)))
    with pytest.raises(RefusedZipError):
        list(bomb.contents())
    monkeypatch.setattr(zips, "MOST_BYTES", 1000)
    with pytest.raises(RefusedZipError, match="te groot"):
        BundleZip(io.BytesIO(_zip({"bundle.yaml": b"0" * 1001})))


def test_a_body_that_is_too_long_is_not_read_at_all(clerk: Client) -> None:
    answer = clerk.generic(
        "POST",
        IMPORT,
        b"short",
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(bundle_paths.MOST_PACKED * 2),
    )
    assert answer.status_code == 413
    assert "te groot" in answer.content.decode()


def test_an_upload_from_another_site_is_refused(clerk: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = clerk.cookies
    answer = strict.post(IMPORT, {"zip": io.BytesIO(_zip({"bundle.yaml": b"x"}))})
    assert answer.status_code == 403
