"""News on the start screens: what is said in every language, from when until when, and where."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from desk.editing.fluent_pattern import refusal
from desk.editing.fluent_text import Words, words_from
from desk.editing.pages import direction_of, form_page, keep, name_of_language, page, status_of
from desk.editing.pictures import CODE, matching, name_of
from desk.editing.saving import Edit, Texts
from desk.editing.scopes import groups_in, kiosks_in
from desk.editing.texts import put_text
from desk.editing.words_of import shown, slug, words_in
from desk.editing.yaml_text import line_of, listed, rows_of, with_fields
from desk.publishing.drafts import draft, text_of
from desk.publishing.models import Files

NEWS = "announcements.yaml"
LONGEST, LONGEST_MORE = 120, 400
SHOWN_PICTURES = 24
MOST_KIOSKS = 100


@dataclass(frozen=True, slots=True)
class News:
    """One announcement as the form has it; days as typed."""

    name: str = ""
    picture: str = ""
    first: str = ""
    until: str = ""
    groups: tuple[str, ...] = ()
    kiosks: tuple[str, ...] = ()
    words: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def state(self) -> str:
        today = timezone.localdate().isoformat()
        if self.until and self.until < today:
            return "over"
        return "later" if self.first > today else "now"

    @property
    def first_day(self) -> date | None:
        return date.fromisoformat(self.first) if self.first else None

    @property
    def last_day(self) -> date | None:
        return date.fromisoformat(self.until) if self.until else None

    def row(self) -> dict[str, Any]:
        """As it stands in the bundle; None is left out."""
        return {
            "announcement": self.name,
            "picture": self.picture,
            "from": self.first_day,
            "until": self.last_day,
            "groups": list(self.groups) or None,
            "kiosks": list(self.kiosks) or None,
        }


def _read(row: dict[str, Any], words: dict[str, Words]) -> News:
    name = str(row["announcement"])
    return News(
        name,
        str(row["picture"]),
        str(row.get("from") or ""),
        str(row.get("until") or ""),
        tuple(row.get("groups") or ()),
        tuple(row.get("kiosks") or ()),
        {code: each.texts(f"announcement-{name}") for code, each in words.items()},
    )


def _all(files: Files) -> list[News]:
    words = words_in(files)
    return [_read(row, words) for row in listed(text_of(files, NEWS))]


@form_page
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    files = draft().files
    words = words_in(files)
    rows = [(each, shown(words, f"announcement-{each.name}")) for each in _all(files)]
    return page(request, "editing/announcements.html", {"rows": rows, "tab": "announcements"})


@form_page
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, name: str = "") -> HttpResponse:
    files = draft().files
    words = words_in(files)
    there = {each.name: each for each in _all(files)}
    if name and name not in there:
        raise Http404
    news = there.get(name, News(first=timezone.localdate().isoformat()))
    faults: dict[str, str] = {}
    more: dict[str, object] = {}
    status, act = 200, request.POST.get("act", "")
    if request.method == "POST":
        news = _posted(request, name, files, words)
        status = 200 if act == "search" else 422
        faults = {} if act == "search" else _faults(news, words)
        if not faults and act != "search":
            if not name:
                news = replace(news, name=_new_name(news, words, set(there)))
            outcome, more = keep(request, _saved(news, words))
            if outcome.saved:
                return redirect("editing:announcements")
            status = status_of(outcome)
    context = _shown(request, news, faults, files, words) | {"name": name}
    return page(request, "editing/announcement.html", context | more, _paths(words), status)


@form_page
@require_POST
def end(request: HttpRequest, name: str) -> HttpResponse:
    """Shown until yesterday; one that has not begun, or is to go altogether, is taken out."""
    files = draft().files
    words = words_in(files)
    news = next((each for each in _all(files) if each.name == name), None)
    if news is None:
        return redirect("editing:announcements")
    yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
    gone = request.POST.get("act") == "remove" or bool(news.first and news.first > yesterday)
    made = _removed(news, words) if gone else _saved(replace(news, until=yesterday), words)
    outcome, more = keep(request, made)
    if outcome.saved:
        return redirect("editing:announcements")
    context = _shown(request, news, {}, files, words) | {"name": name}
    status = status_of(outcome)
    return page(request, "editing/announcement.html", context | more, _paths(words), status)


def _posted(request: HttpRequest, name: str, files: Files, words: dict[str, Words]) -> News:
    post = request.POST
    by_hand = post.get("code", "").strip().upper()[:60]
    where = post.get("where") == "some"
    groups = [each for each in post.getlist("group") if each in groups_in(files)]
    kiosks = [each for each in post.getlist("kiosk") if each in kiosks_in(files)]
    said = {
        code: each.texts(f"announcement-{name}")
        | {"": post.get(f"text-{code}", "")[:1000], "more": post.get(f"more-{code}", "")[:1000]}
        for code, each in words.items()
    }
    return News(
        name,
        by_hand or post.get("picture", "")[:60],
        post.get("from", "")[:10],
        post.get("until", "")[:10],
        tuple(groups) if where else (),
        tuple(kiosks) if where else (),
        said,
    )


def _faults(news: News, words: dict[str, Words]) -> dict[str, str]:
    faults: dict[str, str] = {}
    first = next(iter(words))
    if not news.words[first][""].strip():
        faults[f"text-{first}"] = _("Schrijf de mededeling.")
    if not CODE.fullmatch(news.picture):
        faults["picture"] = _("Kies een plaatje.")
    for key, day in (("from", news.first), ("until", news.until)):
        try:
            date.fromisoformat(day or "2026-01-01")
        except ValueError:
            faults[key] = _("Dit is geen dag. Schrijf het zo: 2026-12-31.")
    if not faults and news.first and news.until and news.until < news.first:
        faults["until"] = _("De laatste dag ligt voor de eerste. Verander een van beide.")
    for code in words:
        said = news.words[code]
        for key, longest in (("", LONGEST), ("more", LONGEST_MORE)):
            field_name = f"{'more' if key else 'text'}-{code}"
            if len(said.get(key, "")) > longest:
                faults[field_name] = _("Dit is te lang. Schrijf hoogstens %(most)d tekens.") % {
                    "most": longest
                }
            elif "{" in said.get(key, "") or "}" in said.get(key, ""):
                faults[field_name] = _("Schrijf geen accolades: { of }.")
        refused = refusal(said)
        if refused is not None:
            name = f"{'more' if refused.key == 'more' else 'text'}-{code}"
            faults.setdefault(name, str(refused))
    return faults


def _new_name(news: News, words: dict[str, Words], taken: set[str]) -> str:
    said = news.words[next(iter(words))][""]
    return slug(" ".join(said.split()[:4]), taken)


def _paths(words: dict[str, Words]) -> tuple[str, ...]:
    return (NEWS, *(f"texts/{code}.ftl" for code in words))


def _part_of(name: str, texts: Texts) -> object:
    """The announcement and its words, in these files."""
    rows = [each for each in listed(texts[NEWS]) if each["announcement"] == name]
    said = {
        path: words_from(text).texts(f"announcement-{name}")
        for path, text in texts.items()
        if path != NEWS
    }
    return rows, said


def _saved(news: News, words: dict[str, Words]) -> Edit:
    paths = _paths(words)

    def apply(texts: Texts) -> Texts:
        key, first = f"announcement-{news.name}", texts[paths[1]]
        made = {
            path: put_text(texts[path], key, news.words[path[6:-4]], first) for path in paths[1:]
        }
        return made | {NEWS: _with(texts[NEWS], news)}

    what = _("Mededeling %(name)s") % {"name": news.name}
    return Edit(paths, lambda texts: _part_of(news.name, texts), apply, what)


def _with(text: str, news: News) -> str:
    names = [each["announcement"] for each in listed(text)]
    if news.name in names:
        return with_fields(text, [], {names.index(news.name): news.row()})
    rows = rows_of(text, [])
    line = line_of({key: each for key, each in news.row().items() if each is not None})
    if rows is not None:
        return rows.made([line, *rows.items])  # the newest stands first
    return f"{text.rstrip()}\n\n{line}" if text.strip() else line


def _removed(news: News, words: dict[str, Words]) -> Edit:
    paths = _paths(words)

    def apply(texts: Texts) -> Texts:
        made = {
            path: words_from(texts[path]).put(f"announcement-{news.name}", {}, ())
            for path in paths[1:]
        }
        rows = rows_of(texts[NEWS], [])
        names = [each["announcement"] for each in listed(texts[NEWS])]
        if rows is not None and news.name in names:
            at = names.index(news.name)
            made[NEWS] = rows.made([*rows.items[:at], *rows.items[at + 1 :]])
        return made

    what = _("Mededeling %(name)s weggehaald") % {"name": news.name}
    return Edit(paths, lambda texts: _part_of(news.name, texts), apply, what)


def _few(kiosks: list[str], chosen: tuple[str, ...]) -> list[str]:
    """A form does not name a thousand kiosks: who wants many puts them in a group."""
    others = [each for each in kiosks if each not in chosen]
    return sorted([*chosen, *others[:MOST_KIOSKS]], key=str.casefold)


def _shown(
    request: HttpRequest, news: News, faults: dict[str, str], files: Files, words: dict[str, Words]
) -> dict[str, object]:
    query = request.POST.get("query", "")[:60]
    found = [each.code for each in matching(query)][:SHOWN_PICTURES]
    if news.picture and news.picture not in found:
        found.insert(0, news.picture)
    return {
        "news": news,
        "columns": [
            (
                code,
                name_of_language(code),
                direction_of(code),
                news.words.get(code, {}).get("", ""),
                news.words.get(code, {}).get("more", ""),
                faults.get(f"text-{code}", ""),
                faults.get(f"more-{code}", ""),
            )
            for code in words
        ],
        "query": query,
        "pictures": [(code, name_of(code)) for code in found],
        "nothing_found": bool(query) and not matching(query),
        "groups": groups_in(files),
        "kiosks": _few(kiosks_in(files), news.kiosks),
        "fault": faults,
        "faults": [_("Er is niets opgeslagen. Kijk bij de rode regels.")] if faults else [],
        "longest": LONGEST,
        "longest_more": LONGEST_MORE,
        "tab": "announcements",
    }
