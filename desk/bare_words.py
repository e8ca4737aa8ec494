"""What a staff page says outside of any translation: nobody would ever see its English."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

NOT_FOR_STAFF = ("follow/", "contractors/")
"""Pages with a language of their own: visitors choose one, firms have Dutch."""
FOR_STAFF_AFTER_ALL = ("contractors/firm.html", "contractors/firms.html")
NAMES = {
    "Zuil",
    "Nederlands",
    "English",
    "PDF",
    "CSV",
    "QR",
    "WGS84",
    "https",
    "MB",
    "C",
    "N",
    "YAML",
    "B",
    "x",
    "m",
}
"""Names and units, which are the same in every language."""
_SPOKEN = re.compile(r"\b(?:alt|aria-label|title|placeholder|data-label|label)=\"([^\"]*)\"")
_WORD = re.compile(r"[^\W\d_]+")


def bare_words(templates: Path) -> Iterator[str]:
    """What its staff pages say outside of any translation."""
    for file in sorted(templates.rglob("*.html")):
        name = file.relative_to(templates).as_posix()
        if name.startswith(NOT_FOR_STAFF) and name not in FOR_STAFF_AFTER_ALL:
            continue
        text = re.sub(r"{% (blocktrans\w*).*?{% end\1 %}", "", file.read_text(), flags=re.S)
        text = re.sub(r"{% (verbatim|comment).*?{% end\1 %}", "", text, flags=re.S)
        text = re.sub(r"{% block width %}\w+{% endblock %}", "", text)
        text = re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}", "", text)
        spoken = " ".join(_SPOKEN.findall(text))
        text = re.sub(r"<(span|p|pre|code)[^>]*class=\"[^\"]*\bcode\b[^\"]*\"[^>]*>[^<]*", "", text)
        text = re.sub(r"<code[^>]*>[^<]*", "", text)
        shown = re.sub(r"<[^>]*>", " ", text, flags=re.S)
        words = _WORD.findall(unescape(f"{spoken} {shown}"))
        if found := [word for word in words if word not in NAMES]:
            yield f"{name}: not in a translation: {' '.join(found[:40])}"
