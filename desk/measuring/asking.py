"""What somebody asks of the figures: the period, and which kiosks, languages and ways of using.

Read from the address, so that a page can be kept and sent to a colleague. What makes no
sense there counts as not asked.
"""

from datetime import date, timedelta

from django.http import HttpRequest
from django.utils import timezone

from desk.fleet.models import Kiosk
from desk.languages import language_name
from desk.measuring.period import Asked
from desk.measuring.reading import languages
from desk.measuring.words import MODES

USUAL_DAYS = 30
LONGEST_DAYS = 3 * 366


def asked(request: HttpRequest, days: int = USUAL_DAYS) -> Asked:
    """The period ends yesterday where nothing else is asked: today is not over."""
    today = timezone.localdate()
    last = min(_day(request, "tot") or today - timedelta(days=1), today)
    first = _day(request, "van") or last - timedelta(days=days - 1)
    first = max(min(first, last), last - timedelta(days=LONGEST_DAYS))
    mode = request.GET.get("hoe", "")
    language = request.GET.get("taal", "")
    return Asked(
        first,
        last,
        request.GET.get("zuil", "")[:100],
        language if language.isascii() and language.isalpha() and len(language) <= 3 else "",
        mode if mode in MODES else "",
    )


def choices() -> dict[str, object]:
    """What the form above the figures offers."""
    return {
        "kiosks": Kiosk.objects.order_by("name").values_list("name", flat=True)[:1000],
        "languages": [(each, language_name(each)) for each in languages()],
        "modes": MODES.items(),
    }


def _day(request: HttpRequest, name: str) -> date | None:
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return None
