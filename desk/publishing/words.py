"""Why a publication failed or was halted, in the language of who reads it.

Kept as a word and what fills it in, since whoever reads it may not be who was there.
"""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

PROBLEMS = {
    "staff": _("%(who)s heeft de proef gestopt."),
    "withdrawn": _("%(who)s heeft de vraag ingetrokken voordat er werd uitgegeven."),
    "cannot": _("%(kiosk)s kan deze uitgave niet gebruiken: %(detail)s"),
    "fell_back": _("%(kiosk)s kon niet starten en ging terug naar de vorige uitgave."),
    "crashed": _("%(kiosk)s is vastgelopen met deze uitgave."),
    "silent": _("Van %(kiosk)s is al %(minutes)s minuten niets gehoord."),
    "older": _("Er is al een nieuwere uitgave."),
    "too_large": _("De bundel is te groot: %(detail)s"),
    "unfit": _("De bundel kan niet worden gebruikt: %(detail)s"),
    "unchecked": _("De bundel kon niet worden gecontroleerd. Kijk in het logboek van de uitgever."),
}
LONGEST = 400


def problem(what: str, **filled: object) -> dict[str, str]:
    return {"what": what, **{name: str(value)[:LONGEST] for name, value in filled.items()}}


def said(found: Mapping[str, str]) -> str:
    """The sentence; empty where there is no problem."""
    return str(PROBLEMS[found["what"]]) % found if found else ""
