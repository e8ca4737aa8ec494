"""Of all that Babel knows of a language a kiosk says plurals, numbers and days.

The names of currencies, territories, units and time zones in six languages are more than
6 MB that nobody on a kiosk asks for. They are dropped from Babel's cache, which its own
`load` and `get_global` hand out; for the kiosk's process only, since a desk needs them.
"""

from babel import localedata
from babel.core import get_global

from config.texts import LOCALES

KEPT = frozenset(
    {
        *("plural_form", "ordinal_form", "number_symbols", "decimal_formats"),
        *("numbering_systems", "default_numbering_system", "months", "days", "quarters", "eras"),
        *("date_formats", "time_formats", "datetime_formats", "day_periods", "day_period_rules"),
        *("week_data", "character_order", "locale_id"),
    }
)


def slim(language: str) -> None:
    """Load this language, and forget what a kiosk does not say of it."""
    for name in {"root", language, LOCALES.get(language, language)}:
        data = localedata.load(name)
        for key in [key for key in data if key not in KEPT]:
            del data[key]
    unused = (
        *(get_global("territory_languages"), get_global("territory_currencies")),
        *(get_global("territory_zones"), get_global("meta_zones")),
    )
    for part in unused:
        part.clear()  # type: ignore[attr-defined] # typed as read-only
