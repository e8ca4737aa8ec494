"""Texts of the kiosk: found by a word or by their place, changed in all languages at once."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from desk.editing.fluent_pattern import references, refusal, tidy
from desk.editing.fluent_text import NAME, Words, is_spoken, spoken_of, words_from
from desk.editing.pages import direction_of, form_page, keep, name_of_language, page, say, status_of
from desk.editing.saving import Edit, Texts
from desk.editing.words_of import Places, all_names, search, words_in
from desk.publishing.drafts import draft

MOST_SHOWN = 100
LONGEST = 2000
Typed = dict[str, dict[str, str]]
"""By language and attribute."""


@form_page
@require_safe
def found(request: HttpRequest) -> HttpResponse:
    files = draft().files
    words = words_in(files)
    places = Places(files, words)
    query, place, lacking = (request.GET.get(key, "")[:100] for key in ("q", "waar", "mist"))
    rows = search(words, places, query, place, lacking)
    context = {
        "rows": [
            (each, places.labels[each.place], [name_of_language(code) for code in each.missing])
            for each in rows[:MOST_SHOWN]
        ],
        "count": len(rows),
        "places": places.labels.items(),
        "languages": [(code, name_of_language(code)) for code in list(words)[1:]],
        "query": query,
        "place": place,
        "lacking": lacking,
        "tab": "texts",
    }
    return page(request, "editing/texts.html", context)


@dataclass(frozen=True, slots=True)
class Field:
    id: str
    key: str
    text: str
    fault: str
    spoken: bool
    fills: str
    """What is filled in here when it is shown, such as `{ $phone }`."""

    @property
    def rows(self) -> int:
        return max(2, min(10, self.text.count("\n") + 1 + len(self.text) // 45))


@form_page
@require_http_methods(["GET", "HEAD", "POST"])
def text(request: HttpRequest, name: str) -> HttpResponse:
    """One text; a name that no language has yet is one that can be written."""
    if not NAME.fullmatch(name):
        raise Http404
    files = draft().files
    words = words_in(files)
    places = Places(files, words)
    keys = _keys(words, name, places.attributes(name))
    typed = {code: each.texts(name) for code, each in words.items()}
    faults: dict[tuple[str, str], str] = {}
    more: dict[str, object] = {}
    status = 200
    if request.method == "POST":
        typed = {
            code: {key: request.POST.get(_id(code, key), "")[:LONGEST] for key in keys}
            for code in words
        }
        faults = _faults(words, name, typed)
        status = 422
        if not faults:
            outcome, more = keep(request, edit_of(words, name, typed))
            if outcome.saved:
                _say_unspoken(request, words, name, typed)
                return redirect("editing:text", name)
            status = status_of(outcome)
    first = next(iter(words))
    context = {
        "name": name,
        "is_new": name not in all_names(words),
        "place": places.labels[places.of(name)],
        "comment": words[first].comment(name),
        "section": words[first].sections().get(name, ""),
        "columns": [
            (
                code,
                name_of_language(code),
                direction_of(code),
                code != first and bool(_lacks(typed, first, code)),
                [
                    Field(
                        _id(code, key),
                        key,
                        typed[code].get(key, ""),
                        faults.get((code, key), ""),
                        is_spoken(key),
                        ", ".join(f"{{ {each} }}" for each in sorted(_known(words, name, key))),
                    )
                    for key in keys
                ],
            )
            for code in words
        ],
        "faults": [_("Er is niets opgeslagen. Kijk bij de rode regels.")] if faults else [],
        "tab": "texts",
    }
    return page(request, "editing/text.html", context | more, _paths(words), status)


def _id(code: str, key: str) -> str:
    return f"{code}-{key or 'text'}"


def _paths(words: dict[str, Words]) -> tuple[str, ...]:
    return tuple(f"texts/{code}.ftl" for code in words)


def _lacks(typed: Typed, first: str, code: str) -> list[str]:
    return [
        key
        for key, text in typed[first].items()
        if text.strip() and not is_spoken(key) and not typed[code].get(key, "").strip()
    ]


def _keys(words: dict[str, Words], name: str, usual: tuple[str, ...]) -> list[str]:
    """The text and all that may stand beside it, each with how it is said."""
    there = [key for each in words.values() for key in each.texts(name)]
    shown = dict.fromkeys(["", *(key for key in there if not is_spoken(key)), *usual])
    return [each for key in shown for each in (key, spoken_of(key))]


def _known(words: dict[str, Words], name: str, key: str) -> frozenset[str]:
    """What may be filled in: what some language fills in already."""
    shown = key.removesuffix("spoken").removesuffix("-")
    found = (each.texts(name).get(one, "") for each in words.values() for one in (key, shown))
    return frozenset().union(*(references(text) for text in found if "{" in text))


def _faults(words: dict[str, Words], name: str, typed: Typed) -> dict[tuple[str, str], str]:
    faults: dict[tuple[str, str], str] = {}
    first = next(iter(words))
    if not typed[first].get("", "").strip():
        faults[first, ""] = _("Schrijf hier wat er op het scherm staat.")
    for code, each in words.items():
        refused = refusal(typed[code])
        if refused is not None:
            faults.setdefault((code, refused.key), str(refused))
        before = each.texts(name)
        for key, text in typed[code].items():
            new = tidy(text)
            if not new or new == before.get(key):
                continue
            needs = references(before.get(key) or ("" if is_spoken(key) else _of(words, name, key)))
            if fault := _about_references(references(new), _known(words, name, key), needs):
                faults.setdefault((code, key), fault)
    return faults


def _of(words: dict[str, Words], name: str, key: str) -> str:
    return next(iter(words.values())).texts(name).get(key, "")


def _about_references(new: frozenset[str], known: frozenset[str], needed: frozenset[str]) -> str:
    if strange := sorted(new - known):
        return _("{ %(name)s } is hier niet bekend. Haal het weg.") % {"name": strange[0]}
    if gone := sorted(each for each in needed - new if each.startswith("$")):
        return _("{ %(name)s } is weg. Zet het terug: de zuil vult het in.") % {"name": gone[0]}
    return ""


def edit_of(words: dict[str, Words], name: str, typed: Typed) -> Edit:
    """Write these texts under this name, each in its language."""
    paths = _paths(words)

    def part(texts: Texts) -> object:
        return {path: words_from(text).texts(name) for path, text in texts.items()}

    def apply(texts: Texts) -> Texts:
        return {
            path: put_text(text, name, typed[path[6:-4]], texts[paths[0]])
            for path, text in texts.items()
        }

    return Edit(paths, part, apply, _("Tekst %(name)s") % {"name": name})


def put_text(source: str, name: str, texts: dict[str, str], first_source: str) -> str:
    """A new text stands behind the last one with a name like it; in other languages the same."""
    first = words_from(first_source)
    return words_from(source).put(name, texts, order_with(first.names, name))


def order_with(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    if name in names:
        return names
    parts = name.split("-")
    for length in range(len(parts) - 1, 0, -1):
        head = "-".join(parts[:length])
        alike = [each for each in names if f"{each}-".startswith(f"{head}-")]
        if alike:
            at = names.index(alike[-1]) + 1
            return (*names[:at], name, *names[at:])
    return (*names, name)


def _say_unspoken(request: HttpRequest, words: dict[str, Words], name: str, typed: Typed) -> None:
    """A text that changed while how it is said did not: usually forgotten."""
    stale = [
        name_of_language(code)
        for code, each in words.items()
        for key, said in each.texts(name).items()
        if is_spoken(key)
        and tidy(typed[code][key]) == said
        and _changed(each, name, typed[code], key)
    ]
    if stale:
        sentence = _("Let op: de tekst is nieuw, maar de uitspraak niet. Kijk bij: %(languages)s.")
        say(request, sentence % {"languages": ", ".join(dict.fromkeys(stale))}, good=False)


def _changed(words: Words, name: str, typed: dict[str, str], spoken: str) -> bool:
    shown = spoken.removesuffix("spoken").removesuffix("-")
    return tidy(typed.get(shown, "")) != words.texts(name).get(shown, "")
