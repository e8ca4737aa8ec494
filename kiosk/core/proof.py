"""The paper that staff ask for from afar, to see on the spot whether the printer does it well.

Which kiosk, when, a sentence in every script that visitors may get, and a square to scan.
"""

from datetime import datetime

from kiosk.core.receipt import Line, Part, QrCode, Receipt, Words
from kiosk.core.terminal import Terminal


def proof_of(terminal: Terminal, name: str, now: datetime) -> Receipt:
    """A receipt of nothing. `name` is that of its file where receipts are pictures."""
    texts = terminal.texts
    staff = texts.staff
    parts: list[Part] = [
        Words(terminal.municipality.name, "strong", "center"),
        Words(texts.text(staff, "ui-test-print").shown, "title", "center", texts.direction(staff)),
        Line(),
        Words(terminal.name, "strong", "center"),
        Words(terminal.location, "small", "center"),
        Words(texts.day(staff, now.date()).shown, align="center"),
        Words(f"{now:%H:%M}", align="center"),
    ]
    for language in texts.languages:
        direction = texts.direction(language)
        parts += [
            Line(),
            Words(texts.text(language, "ui-language-name").shown, "strong", direction=direction),
            Words(texts.text(language, "ui-test-print-text").shown, direction=direction),
        ]
    parts += [Line(), QrCode(terminal.follow_url.format(code=""))]
    kept = (part for part in parts if not (isinstance(part, Words) and not part.text))
    return Receipt(name, staff, tuple(kept))
