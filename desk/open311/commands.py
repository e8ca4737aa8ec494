"""Letting an app in, and keeping it out: `python -m desk app` and `revoke-app`."""

import argparse
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from desk.open311.models import App
from desk.private_files import write_private
from desk.terminal import say, sorry


def let_in(asked: argparse.Namespace) -> int:
    name: str = asked.name
    out: Path = asked.out
    try:
        App(name=name).clean_fields(exclude=["key_digest", "revoked_at"])
    except ValidationError:
        return sorry("An app's name has 1 to 100 characters.")
    try:
        with transaction.atomic():  # a key that could not be written down is not given out
            write_private(out, App.objects.let_in(name) + "\n")
    except OSError as error:
        return sorry(f"Cannot write {out}: {error.strerror}. The app keeps its old key.")
    say(f"App {name} is let in. Its api_key is in {out}; it is a secret.")
    return 0


def keep_out(asked: argparse.Namespace) -> int:
    name: str = asked.name
    if not App.objects.filter(name=name).update(revoked_at=timezone.now()):
        return sorry(f"There is no app {name}.")
    say(f"App {name} is kept out from now on. Let it in again to give it a new key.")
    return 0
