"""`python -m desk contractor`: a login for a firm, with its kinds of work and its area."""

import argparse
import secrets

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction

from desk.contractors.area import AreaError, area_of, categories_of
from desk.contractors.models import Contractor
from desk.private_files import write_private
from desk.terminal import say, sorry

PASSWORD_GROUPS = 4
"""Groups of 24 random bits: 96 bits, and still to be typed over from paper."""


def make(asked: argparse.Namespace) -> int:
    if User.objects.filter(username=asked.name).exists():
        return sorry(f"There is a login {asked.name} already; nothing was changed.")
    try:
        contractor = Contractor(
            firm=asked.firm.strip(),
            categories=categories_of(asked.category),
            **area_of(asked.postcode, asked.around or ""),
        )
    except AreaError as error:
        return sorry(f"{error}.")
    user = User(username=asked.name)
    password = "-".join(secrets.token_hex(3) for _ in range(PASSWORD_GROUPS))
    user.set_password(password)
    try:
        user.clean_fields()
        Contractor._meta.get_field("firm").clean(contractor.firm, contractor)
    except ValidationError:
        return sorry(
            "A login's name has 1 to 150 letters, digits and @ . + - _ only, "
            "and a firm's name 1 to 100 characters."
        )
    try:
        with transaction.atomic():  # a password that could not be written down is of no use
            user.save()
            contractor.user = user
            contractor.save()
            write_private(asked.out, password + "\n")
    except OSError as error:
        return sorry(f"Cannot write {asked.out}: {error.strerror}. No login was made.")
    say(f"Login {asked.name} was made for {contractor.firm}. Its password is in {asked.out}.")
    return 0
