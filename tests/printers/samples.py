"""Receipts as a visitor gets them, to draw and to print in these tests."""

from kiosk.core.receipt import Line, Number, QrCode, Receipt, Words

CODE = "482173650194"
ADDRESS = f"https://zuil.voorbeeldstad.nl/volg/{CODE}"
GROUPS = (CODE[:4], CODE[4:8], CODE[8:])

DUTCH = Receipt(
    CODE,
    "nl",
    (
        Words("Gemeente Voorbeeldstad", "title", "center"),
        Line(),
        Words("Bedankt. Wij hebben uw melding.", "strong"),
        Words("Straatlamp is kapot"),
        Words("Bij het Stadhuis, Marktplein 1"),
        Words("Wij maken het binnen 5 werkdagen.", "strong"),
        Line(),
        Number("Uw nummer", GROUPS),
        QrCode(ADDRESS),
        Words("Scan deze code met een telefoon. Dan ziet u hoe het gaat.", align="center"),
        Line(),
        Words("Vragen? Bel 14 053. Noem uw nummer."),
        Words("zondag 22 november 2026, zuil Bibliotheek", "small"),
    ),
)

ENGLISH = Receipt(
    CODE,
    "en",
    (
        Words("Gemeente Voorbeeldstad", "title", "center"),
        Line(),
        Words("Thank you. We have your report.", "strong"),
        Words("Street light is broken"),
        Words("Near the town hall, Marktplein 1"),
        Words("We repair it within 5 working days.", "strong"),
        Line(),
        Number("Your number", GROUPS),
        QrCode(ADDRESS),
        Words("Scan this code with a telephone to see how it goes.", align="center"),
        Line(),
        Words("Questions? Call 14 053. Tell them your number."),
        Line(),
        Words("Melding: Straatlamp is kapot. Bij het Stadhuis. Binnen 5 werkdagen.", "small"),
        Words("zondag 22 november 2026, zuil Bibliotheek", "small"),
    ),
)

ARABIC = Receipt(
    CODE,
    "ar",
    (
        Words("Gemeente Voorbeeldstad", "title", "center"),
        Line(),
        Words("شكرا لك. لقد استلمنا بلاغك.", "strong", direction="rtl"),
        Words("مصباح الشارع معطل، Marktplein 12", direction="rtl"),
        Words("نجيب خلال 5 أيام عمل، من 9:00 إلى 17:00.", direction="rtl"),
        Number("رقمك", GROUPS, "rtl"),
        QrCode(ADDRESS),
        Words("هل لديك سؤال؟ اتصل على \u206814 0999\u2069", "strong", "center", "rtl"),
        Line(),
        Words("Melding: Straatlamp is kapot. Bij het Stadhuis.", "small"),
    ),
)


def _short(language: str, *words: str) -> Receipt:
    """The same receipt in another script: every letter of it must have a shape."""
    thanks, promise, number, call, day = words
    parts = (
        Words("Gemeente Voorbeeldstad", "title", "center"),
        Line(),
        Words(thanks, "strong"),
        Words(promise),
        Number(number, GROUPS),
        QrCode(ADDRESS),
        Words(call, "strong", "center"),
        Words(day, "small", "center"),
        Line(),
        Words("Melding: Straatlamp is kapot. Bij het Stadhuis.", "small"),
    )
    return Receipt(CODE, language, parts)


TURKISH = _short(
    "tr",
    "Teşekkürler. İhbarınız bize ulaştı.",
    "Sokak lambası bozuk. 5 iş günü içinde bakacağız.",
    "Numaranız",
    "Sorunuz mu var? 14 0999",
    "22 Kasım 2026 Pazar, ılık güç çöp",
)
POLISH = _short(
    "pl",
    "Dziękujemy. Mamy Twoje zgłoszenie.",
    "Latarnia nie świeci. Sprawdzimy ją w ciągu 5 dni roboczych.",
    "Numer zgłoszenia",
    "Pytania? Zadzwoń: 14 0999",
    "niedziela, 22 listopada 2026, zażółć gęślą jaźń",
)
UKRAINIAN = _short(
    "uk",
    "Дякуємо. Ми отримали ваше звернення.",
    "Ліхтар не світить. Ми подивимося протягом 5 робочих днів.",
    "Ваш номер",
    "Запитання? Телефонуйте: 14 0999",
    "неділя, 22 листопада 2026, ґанок, їжак, єнот",
)
ALL = (DUTCH, ENGLISH, ARABIC, TURKISH, POLISH, UKRAINIAN)
