"""Views as the core makes them, of each kind of screen: to look at, and to find fault with."""

from collections.abc import Callable
from dataclasses import replace

from kiosk.core.texts import NOTHING, Direction, Text
from kiosk.core.view import (
    Block,
    Choices,
    Code,
    Field,
    Keys,
    Paragraph,
    Qr,
    Row,
    Rows,
    Target,
    Utterance,
    View,
)

T = Text.plain
NAV: tuple[Target | None, ...] = (
    Target("back", "back", T("Terug"), "2B05"),
    Target("repeat", "repeat", T("Herhaal"), "1F501"),
    Target("pause", "repeat", T("Pauze"), "23F8"),
    Target("help", "help", T("Hulp"), "1F64B"),
    Target("stop", "stop", T("Stoppen"), "1F6D1"),
)
SETTINGS = (
    Target("language", "setting", T("Taal"), "1F310"),
    Target("sound", "setting", T("Geluid"), "1F50A"),
    Target("larger", "setting", T("Groter"), "1F50D"),
    Target("sight", "setting", T("Zien"), "1F453"),
)


def view(
    screen: str,
    title: str,
    *blocks: Block,
    help_: str = "",
    notice: str = "",
    picture: str = "",
    actions: tuple[Target, ...] = (),
    step: tuple[int, int] | None = None,
    focus: str | None = None,
    nav: tuple[Target | None, ...] = NAV,
    direction: Direction = "ltr",
) -> View:
    return View(
        screen=screen,
        language="nl",
        direction=direction,
        text_size=0,
        theme="normal",
        owner=T("Gemeente Voorbeeldstad"),
        place=T("Zuil in de bibliotheek"),
        title=T(title),
        help=T(help_) if help_ else NOTHING,
        notice=T(notice) if notice else NOTHING,
        picture=picture,
        blocks=blocks,
        actions=actions,
        settings=SETTINGS,
        nav=nav,
        focus=focus,
        say=(Utterance(title, "nl"), Utterance(help_, "nl")),
        step=step,
    )


def choice(
    name: str,
    words: str,
    picture: str = "",
    note: str = "",
    *,
    chosen: bool = False,
    enabled: bool = True,
) -> Target:
    noted = T(note) if note else NOTHING
    return Target(f"choice:{name}", "choice", T(words), picture, noted, enabled, chosen)


def portal() -> View:
    services = (
        choice("melding", "Iets melden op straat", "1F6A7", "Kapot, vuil of gevaarlijk"),
        choice("klacht", "Klacht, compliment of idee", "1F4AC", "Wij luisteren"),
        choice("afspraak", "Afspraak maken", "1F4C5", "Paspoort, rijbewijs, verhuizen"),
        choice("geldhulp", "Hulp met geld en zorg", "1F4B6", "Kijk wat voor u kan"),
        choice("terugbellen", "Bel mij terug", "1F4DE", "Een mens belt u"),
        choice("status", "Hoe is het met mijn melding?", "1F9FE", "Scan uw bon"),
    )
    return view(
        "start",
        "Wat wilt u doen?",
        Choices(services, "list"),
        help_="Tik op een plaatje. Of luister en kies.",
        nav=(None, NAV[1], NAV[2], NAV[3], None),
        focus="choice:klacht",
    )


def tiles() -> View:
    found = (
        choice("lamp", "Lamp", "1F4A1", chosen=True),
        choice("afval", "Afval", "1F5D1"),
        choice("weg", "Weg of stoep", "1F6E3"),
        choice("boom", "Boom of plant", "1F333"),
        choice("rat", "Ratten of ander dier", "1F400"),
        choice("anders", "Iets anders", "2753"),
    )
    return view(
        "melding.wat",
        "Wat is er kapot of vuil?",
        Choices(found, "tiles"),
        actions=(Target("next", "forward", T("Verder")),),
        step=(1, 6),
    )


def pages() -> View:
    found = (
        choice("a", "Lamp doet het niet", "1F4A1"),
        choice("b", "Lantaarnpaal staat scheef of is beschadigd", "1F6A7"),
        choice("c", "Verkeerslicht", "1F6A6"),
        choice("d", "Kabels hangen los", "1F50C"),
        choice("e", "Lamp brandt overdag", "2600"),
        choice("f", "Weet ik niet", "2753", enabled=False),
        Target("page:back", "choice", T("Vorige antwoorden"), "2B06"),
        Target("page:next", "choice", T("Meer antwoorden"), "2B07"),
    )
    return view(
        "melding.welke",
        "Wat is er met de straatverlichting aan de hand?",
        Choices(found, "tiles"),
        help_="Kies wat er het beste bij past.",
        step=(2, 6),
        focus="choice:c",
    )


def number_pad() -> View:
    rows = [[Target(f"key:{digit}", "key", T(digit)) for digit in row] for row in PAD]
    rows.append(
        [
            Target("key:erase", "key", Text("Wis", "wissen")),
            Target("key:0", "key", T("0")),
            Target("key:letters", "key", T("A-Z")),
        ]
    )
    return view(
        "melding.huisnummer",
        "Wat is het huisnummer?",
        Field("house_number", "12", "12", T("Typ het huisnummer")),
        Keys(tuple(tuple(row) for row in rows)),
        help_="Bijvoorbeeld 12 of 12 b.",
        actions=(Target("next", "forward", T("Verder")),),
        step=(4, 6),
        focus="key:5",
    )


PAD = ("123", "456", "789")
LETTERS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")


def keyboard() -> View:
    rows = [[Target(f"key:{letter}", "key", T(letter)) for letter in row] for row in LETTERS]
    rows[3].append(Target("key:erase", "key", T("Wis"), width=2.0))
    rows.append(
        [
            Target("key:,", "key", Text(",", "komma")),
            Target("key:.", "key", Text(".", "punt")),
            Target("key:space", "key", T("Spatie"), width=4.0),
            Target("key:?", "key", Text("?", "vraagteken")),
            Target("key:!", "key", Text("!", "uitroepteken")),
        ]
    )
    words = "De lamp op de hoek is al een week donker. Het is daar 's avonds gevaarlijk."
    return view(
        "melding.vertel",
        "Wilt u er iets bij vertellen?",
        Field("words", words, words, hear=Target("hear", "repeat", T("Luister"), "1F442")),
        Keys(tuple(tuple(row) for row in rows)),
        help_="Dit mag u overslaan.",
        actions=(
            Target("next", "forward", T("Verder")),
            Target("skip", "forward", T("Overslaan")),
        ),
        step=(5, 6),
    )


def phone_error() -> View:
    pad = replace(number_pad().blocks[1])
    return view(
        "melding.telefoon",
        "Wat is uw telefoonnummer?",
        Field(
            "phone",
            "0612",
            "06 12",
            T("06 12 34 56 78"),
            Target("hear", "repeat", T("Luister"), "1F442"),
        ),
        pad,
        help_="Alleen om u te antwoorden.",
        notice="Dit nummer is te kort. Een nummer heeft tien cijfers.",
        picture="1F4F1",
        actions=(Target("next", "forward", T("Verder"), enabled=False),),
        step=(5, 6),
    )


def check(count: int = 4) -> View:
    answers = (
        ("Wat", "De lamp brandt niet", "1F4A1"),
        ("Waar", "Kerkstraat 12, bij de bibliotheek", "1F4CD"),
        ("Extra", "“Al een week donker op de hoek.”", "1F4AC"),
        ("Antwoord", "Een sms", "1F4F1"),
        ("Telefoon", "06 ·· ·· ·· 78", "1F4DE"),
        ("Naam", "M. de Vries", "1F464"),
        ("Postcode", "7511 AB", "1F3E0"),
        ("Huisnummer", "12", "1F522"),
        ("Straat", "Burgemeester van Veenlaan", "1F6E3"),
    )
    rows = tuple(
        Row(T(label), T(value), picture, Target(f"change:{label}", "change", T("Wijzig")))
        for label, value, picture in answers[:count]
    )
    return view(
        "melding.check",
        "Klopt dit?",
        Rows(rows),
        help_="Wij sturen het pas als u op de knop drukt.",
        actions=(Target("send", "send", T("Melding versturen"), "1F4E8"),),
        step=(6, 6),
        focus="change:Waar",
    )


def check_nine() -> View:
    return check(9)


def thanks() -> View:
    return view(
        "melding.thanks",
        "Dank u wel. Uw melding is binnen.",
        Code(
            T("Uw nummer"),
            ("4821", "7390", "5566"),
            "4 8 2 1, 7 3 9 0, 5 5 6 6",
            Target("hear", "repeat", T("Luister naar uw nummer"), "1F442"),
        ),
        Qr(
            "http://127.0.0.1:8800/volg/482173905566",
            T("Hebt u een telefoon? Scan dit en volg uw melding."),
        ),
        help_="Pak uw bon. Wij maken de lamp binnen 5 werkdagen.",
        actions=(Target("done", "forward", T("Klaar")),),
    )


def no_paper() -> View:
    return replace(
        thanks(),
        screen="melding.no_paper",
        notice=T("Het papier is op. Schrijf uw nummer op, of scan de code met uw telefoon."),
    )


def advice() -> View:
    sentences = "U betaalt minder huur. Het hangt af van uw inkomen. Wij helpen u met vragen."
    names = ("Huurtoeslag", "Zorgtoeslag", "Bijzondere bijstand", "Hulp bij schulden")
    pictures = ("1F3E0", "1F3E5", "1F4B6", "1F91D")
    cards = tuple(
        Paragraph(T(sentences), T(name), picture)
        for name, picture in zip(names, pictures, strict=True)
    )
    return view(
        "geldhulp.advice",
        "Dit past misschien bij u",
        *cards,
        help_="U krijgt dit op papier mee.",
        actions=(Target("next", "forward", T("Verder")),),
        step=(6, 8),
    )


def status() -> View:
    return view(
        "status.found",
        "Uw melding van 3 november",
        Paragraph(T("Wij zijn er nu mee bezig."), T("Bezig"), "1F6A7", "good"),
        Paragraph(T("Deze dienst doet het nu niet. Probeer het later nog eens."), tone="warning"),
        actions=(Target("done", "forward", T("Klaar")),),
    )


def confirm() -> View:
    return view(
        "melding.stop",
        "Wilt u stoppen?",
        help_="Wat u hebt ingevuld, gaat dan weg.",
        picture="1F6D1",
        actions=(
            Target("stop:yes", "choice", T("Ja, stoppen"), "1F6D1"),
            Target("stop:no", "choice", T("Nee, ga verder"), "27A1"),
        ),
    )


def arabic() -> View:
    found = (
        choice("melding", "الإبلاغ عن شيء في الشارع", "1F6A7"),
        choice("klacht", "شكوى أو فكرة", "1F4AC", chosen=True),
        choice("status", "أين وصل بلاغي رقم 12 في Kerkstraat؟", "1F9FE"),
    )
    return view(
        "start",
        "ماذا تريد أن تفعل؟",
        Choices(found, "list"),
        help_="اضغط على صورة. أو استمع واختر.",
        step=(2, 6),
        direction="rtl",
    )


Sample = Callable[[], View]
ALL: tuple[Sample, ...] = (
    portal,
    tiles,
    pages,
    number_pad,
    keyboard,
    phone_error,
    check,
    check_nine,
    thanks,
    no_paper,
    advice,
    status,
    confirm,
    arabic,
)
