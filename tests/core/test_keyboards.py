"""The on-screen keys of every language: what they show, what is said of them, what they type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core import inputs, keyboard
from kiosk.core.keyboards import LAYOUTS, capital, layout_of
from kiosk.core.view import InputKind, Keys, Target
from tests.core.languages import LANGUAGES, texts, visit_in
from tests.core.visit import Visit

KINDS: tuple[InputKind, ...] = tuple(inputs.KINDS)
LAYERS = ("", *keyboard.NAMED[2:])
HALF_TYPED = {"postcode": "1234"}


def rows_of(
    kind: InputKind, layer: str, language: str, value: str = ""
) -> tuple[tuple[Target, ...], ...]:
    return keyboard.rows(kind, value, layer, language, keyboard.words_of(texts(), language))


def every_keyboard() -> list[tuple[InputKind, str, str, str]]:
    return [
        (kind, layer, language, value)
        for kind in KINDS
        for layer in LAYERS
        for language in LANGUAGES
        for value in {"", HALF_TYPED.get(kind, "")}
    ]


def shown(rows: tuple[tuple[Target, ...], ...]) -> str:
    return "".join(key.name.removeprefix("key:")[:1] for row in rows for key in row)


def at_the_name(language: str) -> Visit:
    visit = visit_in(language).tap("flow:terugbellen")
    while visit.view.input is None:
        visit.tap(visit.view.targets[0].name)
    assert visit.view.input.kind == "name"
    return visit


def at_the_words(language: str) -> Visit:
    visit = visit_in(language).tap("flow:klacht")
    while visit.view.input is None:
        visit.tap(visit.view.targets[0].name)
    assert visit.view.input.kind == "words"
    return visit


def typed(visit: Visit) -> str:
    assert visit.view.input is not None
    return visit.view.input.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_keyboard_has_more_than_five_rows_of_twelve_keys(language: str) -> None:
    for kind, layer, code, value in every_keyboard():
        if code == language:
            rows = rows_of(kind, layer, language, value)
            assert len(rows) <= 5, (kind, layer)
            assert max(sum(key.width for key in row) for row in rows) <= 12, (kind, layer)
            names = [key.name for row in rows for key in row]
            assert len(names) == len(set(names)), (kind, layer)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_keys_on_one_screen_are_said_alike(language: str) -> None:
    for kind, layer, code, value in every_keyboard():
        if code == language:
            said = [key.text.spoken for row in rows_of(kind, layer, language, value) for key in row]
            assert len(said) == len(set(said)), (kind, layer)
            assert all(said), (kind, layer)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_keyboard_types_is_accepted_by_the_field_above_it(language: str) -> None:
    for kind, layer, code, value in every_keyboard():
        if code != language:
            continue
        for key in (key for row in rows_of(kind, layer, language, value) for key in row):
            name = key.name.removeprefix("key:")
            if name in keyboard.NAMED and name != "space":
                continue
            before = value or ("" if kind == "phone" else "1" if kind == "code" else "")
            after = inputs.add(kind, before, " " if name == "space" else name)
            assert len(after) > len(before), (kind, layer, name)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["email", "postcode"])
def test_addresses_for_mail_and_postcodes_are_latin_in_every_language(
    language: str, kind: InputKind
) -> None:
    for layer in LAYERS:
        keys = shown(rows_of(kind, layer, language, HALF_TYPED.get(kind, "")))
        assert keys.isascii()
        assert set("qwertyuiopasdfghjklzxcvbnm") <= set(keys)


@pytest.mark.parametrize(
    ("language", "letters"),
    [
        ("tr", "ığüşöçi"),
        ("pl", "ąćęłńóśźż"),
        ("uk", "ґєіїйщьюя'"),
        ("ar", "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإئؤةى"),
    ],
)
def test_a_name_is_typed_with_every_letter_of_its_language_in_sight(
    language: str, letters: str
) -> None:
    assert set(letters) <= set(shown(rows_of("name", "", language)))
    assert set(letters) <= set(shown(rows_of("words", "", language)))


def test_keys_stand_as_on_a_real_keyboard() -> None:
    def first_letters(language: str) -> str:
        row = rows_of("name", "", language)[0]
        return "".join(key.name.removeprefix("key:") for key in row[:6])

    found = {language: first_letters(language) for language in ("nl", "en", "tr", "pl", "uk", "ar")}
    assert found == {
        "nl": "qwerty", "en": "qwerty", "tr": "qwerty", "pl": "qwerty", "uk": "йцукен",
        "ar": "ضصثقفغ",
    }  # fmt: skip


@pytest.mark.parametrize("language", ["uk", "ar"])
def test_a_street_starts_in_latin_and_a_name_in_the_own_script_and_one_key_leads_over(
    language: str,
) -> None:
    own = layout_of(language).rows[0][0]
    assert "q" in shown(rows_of("street", "", language))
    assert own in shown(rows_of("name", "", language))
    visit = at_the_name(language)
    visit.tap("key:latin")
    assert visit.view.target("key:q")
    assert visit.view.target(f"key:{own}") is None
    visit.tap("key:script")
    assert visit.view.target("key:q") is None
    assert visit.view.target(f"key:{own}")


def test_a_key_that_changes_the_keys_leads_back_from_its_own_place() -> None:
    visit = at_the_name("uk")
    rows = [row for block in visit.view.blocks if isinstance(block, Keys) for row in block.rows]
    here = next(
        (y, x) for y, row in enumerate(rows) for x, k in enumerate(row) if k.name == "key:latin"
    )
    visit.tap("key:latin")
    rows = [row for block in visit.view.blocks if isinstance(block, Keys) for row in block.rows]
    assert rows[here[0]][here[1]].name == "key:script"
    assert [u.text for u in visit.view.echo] == [texts().text("uk", "ui-key-latin").spoken]


def test_the_focus_of_somebody_with_a_keypad_stays_on_the_key_that_leads_back() -> None:
    visit = at_the_name("uk")
    for _ in range(80):
        if visit.view.focus == "key:latin":
            break
        visit.key("right")
    visit.key("select")
    assert visit.view.focus == "key:script"
    visit.key("select")
    assert visit.view.focus == "key:latin"


@pytest.mark.parametrize(
    ("language", "name", "keys"),
    [
        ("nl", "José", ["j", "o", "s", "Letters met tekens", "e accent aigu"]),
        ("nl", "Zoë", ["z", "o", "Letters met tekens", "ë"]),
        ("nl", "Łukasz", ["Letters met tekens", "ł", "Letters zonder tekens", *"ukasz"]),
        ("en", "Zoë", ["z", "o", "Letters with marks", "ë"]),
        ("tr", "Ayşe", list("ayşe")),
        ("tr", "İpek Işık", [*"ipek", "Boşluk", *"ışık"]),
        ("pl", "Łukasz", ["ł", "u", "k", "a", "s", "zet"]),
        ("pl", "Żółć", ["ż", "o kreskowane", "ł", "ć"]),
        ("uk", "Дмитро", list("дмитро")),
        ("uk", "Мар'яна", [*"мар", "апостроф", *"яна"]),
        ("ar", "محمد", [*"محم", "دَال"]),
        ("ar", "علاء", list("علاء")),
    ],
)
def test_a_name_is_typed_with_keys_that_are_found_by_what_is_said(
    language: str, name: str, keys: list[str]
) -> None:
    assert typed(at_the_name(language).press(*keys)) == name


def test_a_name_in_latin_letters_gets_its_capital_in_an_arabic_visit() -> None:
    visit = at_the_name("ar").tap("key:latin", "key:j", "key:o", "key:space", "key:d")
    assert typed(visit) == "Jo D"


@pytest.mark.parametrize(
    ("language", "letter", "big"),
    [("tr", "i", "İ"), ("tr", "ı", "I"), ("nl", "i", "I"), ("pl", "ł", "Ł"), ("uk", "ї", "Ї"),
     ("ar", "م", "م"), ("nl", "ß", "ß")],
)  # fmt: skip
def test_capitals_are_those_of_the_language(language: str, letter: str, big: str) -> None:
    assert capital(letter, language) == big


def test_a_capital_key_shows_what_it_types_and_keeps_its_name_and_its_sound() -> None:
    visit = at_the_name("tr")
    key = visit.view.target("key:i")
    assert key is not None
    assert (key.text.shown, key.text.spoken) == ("İ", "i")
    visit.tap("key:i")
    key = visit.view.target("key:i")
    assert key is not None
    assert key.text.shown == "i"


def test_an_arabic_sentence_has_arabic_marks_and_they_are_said_by_name() -> None:
    rows = rows_of("words", "", "ar")
    found = {key.name.removeprefix("key:"): key.text for row in rows for key in row}
    assert {"،", "؟"} <= set(found)
    assert not {",", "?"} & set(found)
    assert found["؟"].spoken == texts().text("ar", "ui-key-question").spoken


@given(st.text(max_size=12))
def test_digits_of_every_script_become_0_to_9(text: str) -> None:
    plain = inputs.western(text)
    assert len(plain) == len(text)
    assert not [c for c in plain if c.isdecimal() and not c.isascii()]
    for kind in KINDS:
        assert not [c for c in inputs.add(kind, "", text) if c.isdecimal() and not c.isascii()]


@pytest.mark.parametrize("digits", ["٠٦١٢٣٤٥٦٧٨", "۰۶۱۲۳۴۵۶۷۸", "０６１２３４５６７８"])
def test_a_number_typed_in_other_digits_is_that_number(digits: str) -> None:
    assert inputs.add("phone", "", digits) == "0612345678"


def test_a_receipt_scanned_in_arabic_digits_is_found() -> None:
    western = next(
        code
        for code in (f"48217390556{n}" for n in range(10))
        if visit_in("ar").terminal.find_code(code)
    )
    arabic = western.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    visit = visit_in("ar").scan(arabic)
    assert visit.session.code == western


@pytest.mark.parametrize(
    ("before", "after"),
    [("Zoë", "Zo"), ("Zoe\u0308", "Zo"), ("مُ", ""), ("سلا", "سل"), ("دارٌ", "دا"), ("", ""),
     ("\u0308", "")],
)  # fmt: skip
def test_erase_takes_one_letter_with_all_its_marks(before: str, after: str) -> None:
    assert inputs.without_last(before) == after


@pytest.mark.parametrize("language", LANGUAGES)
def test_erase_undoes_the_last_key_and_no_more(language: str) -> None:
    visit = at_the_words(language)
    rows = [row for block in visit.view.blocks if isinstance(block, Keys) for row in block.rows]
    names = [key.name for row in rows for key in row]
    visit.type_in("a")
    for name in names:
        if name.removeprefix("key:") not in keyboard.NAMED:
            assert typed(visit.tap(name, "key:erase")) == "A"


def test_marks_that_belong_to_a_letter_are_accepted_in_names_streets_and_words() -> None:
    kinds: tuple[InputKind, ...] = ("name", "street", "words")
    for kind in kinds:
        for letter in ("e\u0308", "مُ", "і\u0301"):
            assert inputs.add(kind, "", letter) == letter


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "jo, punt, de, streepje, vries, 1, 9, apenstaartje, voorbeeld, punt, nl"),
        ("tr", "jo, nokta, de, tire, vries, 1, 9, et işareti, voorbeeld, nokta, nl"),
        ("pl", "jo, kropka, de, kreska, vries, 1, 9, małpa, voorbeeld, kropka, nl"),
    ],
)
def test_an_address_for_mail_is_read_with_the_words_of_the_language(
    language: str, said: str
) -> None:
    marks = keyboard.marks_of(texts(), language)
    assert inputs.said("email", "jo.de-vries19@voorbeeld.nl", marks) == said


def test_a_number_is_read_digit_by_digit_in_its_groups() -> None:
    marks = keyboard.marks_of(texts(), "nl")
    assert inputs.said("phone", "+31612345678", marks) == "plus 3 1, 6 1, 2 3, 4 5, 6 7, 8"
    assert inputs.said("postcode", "7522AB", marks) == "7 5 2 2, A B"


def test_a_language_is_added_by_adding_a_table() -> None:
    assert set(LAYOUTS) == {"tr", "pl", "uk", "ar"}
    assert layout_of("fr").rows[0] == "qwertyuiop"


@pytest.mark.parametrize("after", LANGUAGES)
@pytest.mark.parametrize("before", LANGUAGES)
def test_another_language_in_the_middle_of_a_name_keeps_it_and_shows_the_keys_of_that_language(
    before: str, after: str
) -> None:
    layer = "accents" if layout_of(before).latin else "latin"
    visit = at_the_name(before).type_in("Jo").tap(f"key:{layer}", "language", f"language:{after}")
    assert typed(visit) == "Jo"
    keys = shown(next(b.rows for b in visit.view.blocks if isinstance(b, Keys)))
    own = layout_of(after)
    expected = "é" if own.latin and layer == "accents" else own.rows[0][0]
    if not own.latin and layer == "latin":
        expected = "q"
    assert expected in keys
    assert typed(visit.tap("key:erase")) == "J"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_typed_and_said_in_one_language_is_sent_from_another(language: str) -> None:
    visit = at_the_words("uk").type_in("темно біля школи.").tap("language", f"language:{language}")
    assert typed(visit) == "Темно біля школи."
    visit.tap("next", "choice:geen", "send")
    assert visit.sent[0].submission.words == "Темно біля школи."
    assert visit.sent[0].submission.language == language
