"""A submission in words for the people of a back-office, however little room there is.

Everything when it fits. Otherwise what can be read elsewhere is left out first: answers
that the text gives already, then the end of the visitor's own words. Never the number,
never the place, never how to reach the visitor: those stand whole or the text says where
they stand. Whoever reads a shortened text is told where the whole one is.
"""

from desk.backoffices.contract import ContactTold, Parcel

CHANNELS = {
    "none": "wil geen antwoord",
    "letter": "wil een brief",
    "sms": "wil een sms",
    "phone": "wil gebeld worden",
    "mail": "wil een e-mail",
}
_MORE = "…"
_BETWEEN_DIGITS = " ().,+/:-\u2010\u2011\u2013\u2014"
"""In telephone numbers, dates, times and amounts; the last four are kinds of dashes."""


def shorten(text: str, limit: int) -> str:
    """At most `limit` (1 or more) characters, ended at a word, with a sign that there was more.

    A number is never cut in the middle: half a telephone number is worse than none.

    >>> shorten("Bel mij op 06 12345678 na zessen", 20)
    'Bel mij op…'
    """
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    kept = text[: limit - len(_MORE)]
    if text[len(kept)] != " ":
        kept = kept.rpartition(" ")[0] or kept
    if text[len(kept) :].lstrip(_BETWEEN_DIGITS)[:1].isdigit():
        kept = _without_number_at_end(kept)
    return kept.rstrip(" ,;:-") + _MORE


def _without_number_at_end(text: str) -> str:
    end = len(text)
    while end and (text[end - 1].isdigit() or text[end - 1] in _BETWEEN_DIGITS):
        end -= 1
    return text[:end]


def title(parcel: Parcel, limit: int) -> str:
    """The subject and where it is, in one line."""
    place = f", {parcel.place.label}" if parcel.place and parcel.place.label else ""
    return shorten(f"{parcel.subject}{place}", limit)


def contact_lines(contact: ContactTold) -> list[str]:
    """How to reach the visitor, one thing a line."""
    address = " ".join(
        part for part in (contact.street, contact.house_number, contact.postcode) if part
    )
    named = (
        ("Naam", contact.name),
        ("Telefoon", contact.phone),
        ("E-mail", contact.email),
        ("Adres", address),
    )
    return [f"{name}: {said}" for name, said in named if said]


def whole(parcel: Parcel, *, contact: bool = True) -> str:
    """All of it: words, answers, place, how to reach the visitor, number and link."""
    return _joined(parcel.words, _answers(parcel), _fixed(parcel, contact=contact))


def fit(parcel: Parcel, limit: int, *, contact: bool = True) -> str:
    """As much as fits in `limit` characters. A line that has to stay whole and has no room is
    left out whole. Raises ValueError where not even the number and the
    link to the whole text fit: no field of any back-office is as small as that."""
    text = whole(parcel, contact=contact)
    if len(text) <= limit:
        return text
    *lines, number = _fixed(parcel, contact=contact)
    last = f"{number}\nDe hele tekst: {parcel.link}"
    if len(last) > limit:
        raise ValueError(f"a text of {len(last)} characters cannot be made to fit in {limit}")
    fixed = [*_as_many(lines, limit - len(last) - 1), last]
    room = limit - len("\n".join(fixed)) - len("\n\n")
    answers = _as_many(_answers(parcel), max(room // 2, room - len(parcel.words) - len("\n\n")))
    left = room - (len("\n".join(answers)) + len("\n\n") if answers else 0)
    return _joined(shorten(parcel.words, left) if left > 0 else "", answers, fixed)


def _joined(words: str, answers: list[str], fixed: list[str]) -> str:
    parts = [words, "\n".join(answers), "\n".join(fixed)]
    return "\n\n".join(part for part in parts if part)


def _as_many(lines: list[str], room: int) -> list[str]:
    """Those that fit, in order, whole."""
    kept: list[str] = []
    for line in lines:
        if len("\n".join([*kept, line])) <= room:
            kept.append(line)
    return kept


def _answers(parcel: Parcel) -> list[str]:
    """Question and answer, without what stands elsewhere in the text, or is contact."""
    contact, place = parcel.contact, parcel.place
    told = (parcel.words, contact.name, contact.phone, contact.email, place.label if place else "")
    elsewhere = {"", *map(_bare, told)}
    elsewhere = {"", *map(_bare, told)}
    return [f"{asked} {said}" for asked, said in parcel.answers if _bare(said) not in elsewhere]


def _bare(said: str) -> str:
    """Without spaces: `06 12345678` is said in groups and kept without them."""
    return "".join(said.split())


def _fixed(parcel: Parcel, *, contact: bool) -> list[str]:
    """What has to stay whole, most needed first, but the number last: it ends every text."""
    lines = [f"Waar: {parcel.place.label}"] if parcel.place and parcel.place.label else []
    if contact:
        lines += contact_lines(parcel.contact)
        lines.append(f"De burger {CHANNELS.get(parcel.contact.channel, '')}.")
    if parcel.language != "nl":
        lines.append(f"Taal van de burger: {parcel.language_name}")
    lines += [f"{each.what}: {each.link}" for each in parcel.attachments]
    return [*lines, f"Zuil-nummer: {parcel.code}"]
