"""Hand-overs as a relay leaves them, and two back-offices that are down."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.utils import timezone

from desk.backoffices.models import Handover, HandoverNote
from desk.intake.models import Submission

NOWHERE = "http://127.0.0.1:9"
"""Nothing listens there."""
SECRET = "geheim-wachtwoord"
BACKOFFICES = {
    "straat": {"kind": "topdesk", "url": NOWHERE, "login": "zuil", "password": SECRET},
    "brief": {
        "kind": "signalen-public",
        "url": f"{NOWHERE}/signals",
        "default_point": [4.9, 52.37],
    },
}
BEGUN = {"begun": "2026-11-26T10:00:00+00:00"}


def write_backoffices(folder: Path, content: object = BACKOFFICES) -> Path:
    file = folder / "backoffices.yaml"
    file.write_text(yaml.safe_dump(content))
    file.chmod(0o600)
    return file


@pytest.fixture
def backoffices(settings: Any, own_state: Path) -> Path:
    settings.BACKOFFICES = write_backoffices(own_state)
    return own_state


def handed(submission: Submission, state: str, **fields: Any) -> Handover:
    Submission.objects.filter(pk=submission.pk).update(routed=True)
    given = {"backoffice": "straat", "target": "lamp", "next_try": None} | fields
    return Handover.objects.create(submission=submission, state=state, **given)


def in_hand() -> Any:
    return timezone.now() + timedelta(seconds=30)


def notes(handover: Handover) -> list[tuple[str, str]]:
    """What was written down, with who did it; the newest first."""
    found = HandoverNote.objects.filter(handover=handover).values_list("what", "by__username")
    return [(what, by or "") for what, by in found]
