"""The letters of every language, as people know them from other keyboards.

One table for each language; a language without a table has the Latin one. At most twelve
letters in a row. Keys stand as on a real keyboard in every script, from left to right:
the Arabic letter ض in the place of Q.

No shift: a sentence and a name get their capitals by themselves (`capital`). لا is typed
as its two letters, and goes as two.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """`rows` from left to right. `latin` is False where Dutch names need other keys."""

    rows: tuple[str, ...]
    latin: bool = True
    comma: str = ","
    question: str = "?"


QWERTY = Layout(("qwertyuiop", "asdfghjkl", "zxcvbnm"))
LAYOUTS = {
    # Turkish Q.
    "tr": Layout(("qwertyuıopğü", "asdfghjklşi", "zxcvbnmöç")),
    # QWERTY, and the nine Polish letters in sight: on each row those that belong to it, as
    # on a Polish typewriter. Who looks for ł does not know that it hides behind another key.
    "pl": Layout(("qwertyuiopęó", "asdfghjklłąś", "zxcvbnmćńżź")),
    # ЙЦУКЕН with ґ; the apostrophe is spelled as a letter: п'ять, Мар'яна.
    "uk": Layout(("йцукенгшщзхї", "фівапролджєґ", "ячсмитьбю'"), latin=False),
    # Arabic (101); the letters that stand behind shift there are at the end of the last row.
    "ar": Layout(
        ("ضصثقفغعهخحجد", "شسيبلاتنمكطذ", "ئءؤرىةوزظأإآ"), latin=False, comma="،", question="؟"
    ),
}
ACCENTS = ("áàâäãåąæçćčđ", "éèêëęğíìîïı", "łñńóòôöõøśš", "şßúùûüýźżž")
"""Letters of names that a Latin keyboard does not show: José, Zoë, Ayşe, Łukasz, Đorđe."""


def layout_of(language: str) -> Layout:
    return LAYOUTS.get(language, QWERTY)


def accents_of(layout: Layout) -> tuple[str, ...]:
    """The letters with marks that these keys do not show already."""
    shown = "".join(layout.rows)
    return tuple("".join(letter for letter in row if letter not in shown) for row in ACCENTS)


def capital(letter: str, language: str) -> str:
    """The letter as a capital, where it has one of a single letter. Turkish i has a dot."""
    if language == "tr" and letter == "i":
        return "İ"
    upper = letter.upper()
    return upper if len(upper) == 1 else letter
