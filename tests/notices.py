"""Announcements in six languages, as long as clerks write them, and kiosks that have them."""

from dataclasses import replace
from functools import cache

from config.bundle import FACTORY
from config.texts import FluentTexts
from kiosk.core.events import Board
from kiosk.core.session import Session
from kiosk.core.terminal import Terminal

PICTURES = {"markt": "1F3EA", "weg": "1F6A7", "afval": "1F5D1", "feest": "1F389", "water": "1F6B0"}
ALL = tuple(PICTURES)
WORDS = {
    "nl": (
        "Op zaterdag 5 december is er markt op het plein.",
        "De Hengelosestraat is dicht tot en met vrijdag 4 december.",
        "Rij om langs de Noorderhagen. Fietsers mogen er wel door.",
        "Wij halen het afval deze week een dag later bij u op.",
        "Op 27 april is het gemeentehuis de hele dag dicht.",
        "Er komt morgen tot 12 uur geen water uit de kraan.",
    ),
    "en": (
        "On Saturday 5 December there is a market on the square.",
        "The Hengelosestraat is closed up to and including Friday 4 December.",
        "Please go round by the Noorderhagen. Cyclists can still pass.",
        "This week we will collect your waste one day later than usual.",
        "On 27 April the town hall is closed all day.",
        "There will be no water from the tap tomorrow until 12 o'clock.",
    ),
    "ar": (
        "يوم السبت 5 ديسمبر يقام السوق في الساحة.",
        "شارع Hengelosestraat مغلق حتى يوم الجمعة 4 ديسمبر.",
        "يمكنك المرور من شارع Noorderhagen. الطريق مفتوح للدراجات.",
        "هذا الأسبوع نجمع النفايات بعد الموعد المعتاد بيوم واحد.",
        "يوم 27 أبريل مبنى البلدية مغلق طوال اليوم.",
        "غدا لن يكون هناك ماء في الحنفية حتى الساعة 12.",
    ),
    "tr": (
        "5 Aralık Cumartesi günü meydanda pazar kurulacak.",
        "Hengelosestraat 4 Aralık Cuma gününe kadar trafiğe kapalı.",
        "Lütfen Noorderhagen üzerinden gidin. Bisikletliler geçebilir.",
        "Bu hafta çöplerinizi her zamankinden bir gün sonra topluyoruz.",
        "27 Nisan günü belediye binası bütün gün kapalı.",
        "Yarın saat 12'ye kadar musluktan su akmayacak.",
    ),
    "pl": (
        "W sobotę 5 grudnia na placu będzie targ.",
        "Ulica Hengelosestraat jest zamknięta do piątku 4 grudnia.",
        "Prosimy jechać przez Noorderhagen. Rowerzyści mogą przejechać.",
        "W tym tygodniu odbieramy śmieci jeden dzień później niż zwykle.",
        "27 kwietnia urząd gminy jest zamknięty przez cały dzień.",
        "Jutro do godziny 12 w kranie nie będzie wody.",
    ),
    "uk": (
        "У суботу 5 грудня на площі відбудеться ярмарок.",
        "Вулиця Hengelosestraat зачинена до п'ятниці 4 грудня.",
        "Об'їжджайте через Noorderhagen. Велосипедисти можуть проїхати.",
        "Цього тижня ми заберемо сміття на один день пізніше, ніж зазвичай.",
        "27 квітня будівля муніципалітету зачинена весь день.",
        "Завтра до 12 години в крані не буде води.",
    ),
}
"""In the order of `PICTURES`; the third of each is `.more` of the second."""
LONG = {
    "nl": "Wij zetten deze week nieuwe zuilen neer. Vanaf maandag 7 december kunt u hier weer "
    "terecht. In het gemeentehuis staat een zuil die het wel doet. Het gemeentehuis is open van "
    "9 tot 17 uur, op donderdag tot 20 uur. U kunt ons ook bellen. Wij helpen u graag verder.",
    "ar": "نضع هذا الأسبوع أجهزة جديدة. ابتداء من يوم الاثنين 7 ديسمبر يمكنك استعمال الجهاز من "
    "جديد. في مبنى البلدية جهاز يعمل الآن. المبنى مفتوح من الساعة 9 إلى الساعة 17. يمكنك أن تتصل "
    "بنا أيضا.",
}
"""What staff may write for a kiosk that is out of service: as long as an order allows."""


def source(language: str) -> str:
    """The lines of a language file."""
    market, road, round_, waste, feast, water = WORDS[language]
    return (
        f"\nannouncement-markt = {market}\nannouncement-weg = {road}\n    .more = {round_}\n"
        f"announcement-afval = {waste}\nannouncement-feest = {feast}\n"
        f"announcement-water = {water}\n"
    )


@cache
def texts() -> FluentTexts:
    """The factory's, with these announcements."""
    return FluentTexts(
        {
            language: (FACTORY / f"texts/{language}.ftl").read_text(encoding="utf-8")
            + source(language)
            for language in WORDS
        }
    )


def with_notices(terminal: Terminal) -> Terminal:
    return replace(terminal, texts=texts(), announcements=PICTURES)


def posted(session: Session, board: Board) -> Session:
    """The start screen of a kiosk where this hangs."""
    return replace(session, board=board, hardware=replace(session.hardware, board=board))
