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
        Number("رقمك", GROUPS, "rtl"),
        QrCode(ADDRESS),
        Line(),
        Words("Melding: Straatlamp is kapot. Bij het Stadhuis.", "small"),
    ),
)
