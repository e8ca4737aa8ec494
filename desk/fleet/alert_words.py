"""Alerts in words: what is new and what is over since the last time, as one message for all.

Five or more kiosks with the same cause are one sentence ("12 zuilen zijn stil"). In quiet
hours nothing is said; afterwards all that is still the matter is said at once. A message is
written down in the same transaction as that it was told; `alert_post` brings it.
"""

import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from desk.fleet.alert_models import Alert, AlertMessage, AlertSettings, Cause
from desk.fleet.models import Heartbeat

TOGETHER = 5
"""From so many on they are one sentence."""
NAMED = 10
NAMED_FOR_MACHINES = 200
TEST = "test"
NOT_TOLD_OVER = (Cause.RESTARTS,)
"""A restart is a moment; nobody needs to hear that there was none since."""

ONE: Mapping[str, Promise] = {
    Cause.SILENT: gettext_lazy("{kiosk} is stil sinds {since}."),
    Cause.DESK: gettext_lazy(
        "De balie hoort geen enkele zuil meer. Kijk of de balie en haar netwerk werken."
    ),
    Cause.PAPER_OUT: gettext_lazy("{kiosk}: het papier is op."),
    Cause.PRINTER: gettext_lazy("{kiosk}: de printer werkt niet."),
    Cause.WAITING: gettext_lazy("{kiosk}: er wachten inzendingen te lang: {detail}."),
    Cause.BUNDLE: gettext_lazy("{kiosk} kan de nieuwste bundel niet gebruiken."),
    Cause.RESTARTS: gettext_lazy("{kiosk} is onverwacht opnieuw gestart."),
    Cause.OUT_LONG: gettext_lazy("{kiosk} is al lang buiten dienst."),
    Cause.PAPER_LOW: gettext_lazy("{kiosk}: het papier is bijna op."),
    Cause.CLOCK: gettext_lazy("{kiosk}: de klok loopt verkeerd."),
}
MANY: Mapping[str, Promise] = {
    Cause.SILENT: gettext_lazy("{number} zuilen zijn stil: {kiosks}."),
    Cause.PAPER_OUT: gettext_lazy("Bij {number} zuilen is het papier op: {kiosks}."),
    Cause.PRINTER: gettext_lazy("Bij {number} zuilen werkt de printer niet: {kiosks}."),
    Cause.WAITING: gettext_lazy("Bij {number} zuilen wachten inzendingen te lang: {kiosks}."),
    Cause.BUNDLE: gettext_lazy(
        "{number} zuilen kunnen de nieuwste bundel niet gebruiken: {kiosks}."
    ),
    Cause.RESTARTS: gettext_lazy("{number} zuilen zijn onverwacht opnieuw gestart: {kiosks}."),
    Cause.OUT_LONG: gettext_lazy("{number} zuilen zijn al lang buiten dienst: {kiosks}."),
    Cause.PAPER_LOW: gettext_lazy("Bij {number} zuilen is het papier bijna op: {kiosks}."),
    Cause.CLOCK: gettext_lazy("Bij {number} zuilen loopt de klok verkeerd: {kiosks}."),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a message, and what it is about."""

    cause: str
    is_over: bool
    alerts: Sequence[Alert]

    @classmethod
    def to_try_out(cls, now: datetime) -> "Line":
        return cls(TEST, False, [Alert(cause=TEST, began_at=now)])

    @property
    def sentence(self) -> str:
        if self.cause == TEST:
            return _("Dit is een proefbericht. Er is niets aan de hand.")
        first = self.alerts[0]
        if len(self.alerts) == 1:
            said = str(ONE[self.cause]).format(
                kiosk=_named(first), since=_moment(first.began_at), detail=first.detail
            )
        else:
            said = str(MANY[self.cause]).format(number=len(self.alerts), kiosks=self._names())
        return _("Voorbij: {sentence}").format(sentence=said) if self.is_over else said

    def _names(self) -> str:
        names = ", ".join(str(each.kiosk) for each in self.alerts[:NAMED])
        more = len(self.alerts) - NAMED
        return _("{names} en nog {more}").format(names=names, more=more) if more > 0 else names

    def for_machines(self) -> dict[str, object]:
        return {
            "cause": self.cause,
            "state": "over" if self.is_over else "began",
            "number": len(self.alerts),
            "kiosks": [str(each.kiosk) for each in self.alerts if each.kiosk][:NAMED_FOR_MACHINES],
            "since": min(each.began_at for each in self.alerts).isoformat(),
            "sentence": self.sentence,
        }


def tell(now: datetime, chosen: AlertSettings) -> int:
    """Write down the messages for what was not told yet; how many."""
    if not (chosen.mail_to or chosen.webhook_url) or is_quiet(now, chosen):
        return 0
    began, over = _untold(chosen.causes)
    lines = [*lines_of(began, is_over=False), *lines_of(over, is_over=True)]
    if not lines:
        return 0
    Alert.objects.filter(pk__in=[each.pk for each in began]).update(told_at=now)
    Alert.objects.filter(pk__in=[each.pk for each in over]).update(end_told_at=now)
    messages = write(now, chosen, lines)
    AlertMessage.objects.bulk_create(messages)
    return len(messages)


def write(now: datetime, chosen: AlertSettings, lines: Sequence[Line]) -> list[AlertMessage]:
    """The same message for each address and for the webhook; not saved."""
    with translation.override(settings.LANGUAGE_CODE):
        subject, text = _subject(lines), _text(lines)
        machines = {
            "format": 1,
            "id": str(uuid.uuid4()),
            "at": now.isoformat(),
            "desk": settings.URL,
            "alerts": [line.for_machines() for line in lines],
        }
    way = AlertMessage.Way
    found = [
        AlertMessage(way=way.MAIL, to=to, subject=subject, content=text, made_at=now, next_try=now)
        for to in chosen.mail_to.split()
    ]
    if chosen.webhook_url:
        content = json.dumps(machines, ensure_ascii=False)
        found.append(
            AlertMessage(
                way=way.WEBHOOK, to=chosen.webhook_url, content=content, made_at=now, next_try=now
            )
        )
    return found


def is_quiet(now: datetime, chosen: AlertSettings) -> bool:
    """Between the two times of the clock at the wall; also over midnight."""
    start, end = chosen.quiet_from, chosen.quiet_until
    if start is None or end is None or start == end:
        return False
    clock = timezone.localtime(now).time()
    return start <= clock < end if start < end else clock >= start or clock < end


def lines_of(alerts: Iterable[Alert], *, is_over: bool) -> list[Line]:
    """In the order of the causes; many with the same cause are one."""
    order = list(Cause.values)
    ranked = sorted(alerts, key=lambda each: (order.index(each.cause), str(each.kiosk)))
    found: list[Line] = []
    for cause, group in groupby(ranked, key=lambda each: each.cause):
        same = list(group)
        if len(same) >= TOGETHER:
            found.append(Line(cause, is_over, same))
        else:
            found.extend(Line(cause, is_over, [each]) for each in same)
    return found


def _untold(causes: Sequence[str]) -> tuple[QuerySet[Alert], QuerySet[Alert]]:
    wanted = Alert.objects.filter(cause__in=causes).select_related("kiosk__heartbeat")
    began = wanted.filter(told_at=None, ended_at=None, away_since=None)
    over = wanted.filter(told_at__isnull=False, ended_at__isnull=False, end_told_at=None)
    return began, over.exclude(cause__in=NOT_TOLD_OVER)


def _subject(lines: Sequence[Line]) -> str:
    if len(lines) == 1:
        return lines[0].sentence[:150]
    number = len(lines)
    return ngettext("Zuilen: {number} bericht", "Zuilen: {number} berichten", number).format(
        number=number
    )


def _text(lines: Sequence[Line]) -> str:
    said = "\n".join(f"- {line.sentence}" for line in lines)
    return f"{said}\n\n{settings.URL}{reverse('fleet:list')}\n"


def _named(alert: Alert) -> str:
    beat: Heartbeat | None = getattr(alert.kiosk, "heartbeat", None)
    where = beat.location if beat else ""
    return f"{alert.kiosk} ({where})" if where else str(alert.kiosk)


def _moment(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "D j b, H:i")
