"""Single fields as other programs take and give them: web, telephone and mail addresses, moments.

What does not fit such a field is left out of it, whole, and stands in the text: half a
telephone number is worse than none.
"""

from datetime import datetime
from typing import Annotated, Any

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from pydantic import StringConstraints

Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+\S*$", max_length=300)]
"""A web address in the settings."""

DUTCH = 31
DUTCH_DIGITS = 9
"""Without the 0 in front; shorter ones are of services, and `1` and a few more no number."""
_is_mail = EmailValidator()


def phone_number(told: str) -> str:
    """Without spaces: as one dials it within the Netherlands, or with + and the country.
    Empty where it is no number, or has an extension, which has no place in such a field.

    >>> phone_number("06 - 12 34 56 78")
    '0612345678'
    >>> phone_number("0032 2 279 22 11")
    '+3222792211'
    """
    try:
        number = phonenumbers.parse(told, "NL")
    except phonenumbers.NumberParseException:
        return ""
    possible = phonenumbers.is_possible_number_with_reason(number)
    if number.extension or possible != phonenumbers.ValidationResult.IS_POSSIBLE:
        return ""
    national = str(number.national_number)
    if number.country_code == DUTCH:
        return f"0{national}" if len(national) == DUTCH_DIGITS else ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def mail_address(told: str, longest: int) -> str:
    """Empty where it is no mail address, or a longer one."""
    try:
        _is_mail(told)
    except ValidationError:
        return ""
    return told if len(told) <= longest else ""


def part(of: Any, name: str) -> Any:
    """What stands under a name in JSON; an empty object where nothing does."""
    found = of.get(name) if isinstance(of, dict) else None
    return {} if found is None else found


def moment(told: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(told))
    except ValueError:
        return None
