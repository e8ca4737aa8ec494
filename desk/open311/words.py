"""What an app may show to whoever handed something in: the number, and where to follow it."""

from django.conf import settings
from django.urls import reverse

from desk.codes import grouped
from desk.intake.models import Submission

NOTICES = {
    "nl": "Uw nummer is {code}. Zo volgt u het: {address}",
    "en": "Your number is {code}. Follow it here: {address}",
    "ar": "رقمك هو {code}. تابعه هنا: {address}",
    "tr": "Numaranız {code}. Buradan takip edin: {address}",
    "pl": "Twój numer to {code}. Sprawdź tutaj: {address}",
    "uk": "Ваш номер {code}. Стежте тут: {address}",
}
"""By the language of whoever handed it in; in Dutch where there are no words in it."""


def notice(submission: Submission) -> str:
    address = f"{settings.URL}{reverse('follow:page', args=[submission.code])}"
    said = NOTICES.get(submission.language, NOTICES["nl"])
    return said.format(code=grouped(submission.code), address=address)
