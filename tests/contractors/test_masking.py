"""What a firm does not get to read in the words of a visitor."""

import pytest

from desk.masking import masked


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Bel 0612345678.", "Bel •••."),
        ("Bel 06 - 12 34 56 78 na zes uur", "Bel ••• na zes uur"),
        ("+31 (0)6 1234 5678", "•••"),
        ("(053) 481 20 20", "•••"),
        ("nummer 4812020", "nummer •••"),
        ("اتصل ٠٦١٢٣٤٥٦٧٨ مساء", "اتصل ••• مساء"),
        ("jo.de-wit+zuil@post.voorbeeld.nl, graag", "•••, graag"),
        ("Mail jo@voorbeeld.nl. Dank u.", "Mail •••. Dank u."),
        ("Lamp 4711 in de Markt 12, 7511 AB", "Lamp 4711 in de Markt 12, 7511 AB"),
        ("Sinds 22-11-2026 of 2026-11-22", "Sinds 22-11-2026 of 2026-11-22"),
        ("Op 1, 2, 3, 4, 5, 6, 7", "Op 1, 2, 3, 4, 5, 6, 7"),
        ("", ""),
    ],
)
def test_numbers_and_mail_addresses_are_unreadable_and_the_rest_stays(
    written: str, shown: str
) -> None:
    assert masked(written) == shown
