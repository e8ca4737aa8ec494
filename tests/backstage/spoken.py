"""Texts as a kiosk says them, for measuring how it says them."""

DUTCH = (
    "In uw straat is een lamp kapot. U kunt dat hier melden. Wij maken de lamp binnen vijf "
    "werkdagen. U krijgt een papier mee met een nummer. Met dat nummer ziet u hoe het gaat met "
    "uw melding. Wilt u dat wij u bellen als het klaar is? Kies dan voor bellen en typ uw "
    "telefoonnummer. U kunt dit ook overslaan. Staat uw antwoord er niet bij, kies dan iets "
    "anders. Daarna kunt u in uw eigen woorden vertellen wat er aan de hand is. Als alles goed "
    "is, drukt u op de groene knop onder aan het scherm."
)
ENGLISH = (
    "A lamp in your street is broken. You can report that here. We repair the lamp within five "
    "working days. You will get a paper with a number. With that number you can see how your "
    "report is going. Would you like us to call you when it is done? Then choose phone and type "
    "your number. You may also skip this. If your answer is not listed, choose something else. "
    "After that you can tell us in your own words what is wrong."
)
SENTENCES = {
    "nl": "In uw straat is een lamp kapot.",
    "en": "A lamp in your street is broken.",
    "ar": "المصباح في شارعك معطل.",
    "tr": "Sokağınızda bir lamba bozuk.",
    "pl": "Lampa na twojej ulicy jest zepsuta.",
    "uk": "Ліхтар на вашій вулиці зламаний.",
}
