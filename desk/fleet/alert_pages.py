"""What is the matter now, and how staff want to be warned: by mail, by webhook, and when not."""

import secrets
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from desk.access.history import write_down
from desk.access.may import may
from desk.fleet.alert_models import Alert, AlertMessage, AlertSettings, Cause
from desk.fleet.alert_post import is_allowed
from desk.fleet.alert_words import Line, write
from desk.fleet.listing import VIEW
from desk.fleet.overview import chosen
from desk.intake.sealing import seal_for_ourselves

CHANGE = "fleet.enrol_kiosk"
MOST_ADDRESSES = 20
ALERTS_SHOWN = 200
MESSAGES_SHOWN = 10
SECRET_BYTES = 32
IN_WORDS = "in-words"
NO_MAIL = gettext_lazy("Dit is geen e-mailadres: {what}. Zet elk adres op een eigen regel.")


class SettingsForm(forms.Form):
    mail_to = forms.CharField(required=False, max_length=2000)
    webhook_url = forms.CharField(required=False, max_length=500)
    quiet_from = forms.TimeField(required=False)
    quiet_until = forms.TimeField(required=False)
    causes = forms.MultipleChoiceField(required=False, choices=Cause.choices)
    silent_minutes = forms.IntegerField(min_value=5, max_value=24 * 60)
    waiting_minutes = forms.IntegerField(min_value=5, max_value=7 * 24 * 60)
    out_hours = forms.IntegerField(min_value=1, max_value=90 * 24)
    clock_minutes = forms.IntegerField(min_value=1, max_value=24 * 60)

    def clean_mail_to(self) -> str:
        found = str(self.cleaned_data["mail_to"]).replace(",", " ").split()
        for each in found:
            try:
                validate_email(each)
            except ValidationError:
                raise ValidationError(str(NO_MAIL).format(what=each)) from None
        if len(found) > MOST_ADDRESSES:
            raise ValidationError(_("Dit zijn meer dan 20 adressen. Maak er een groepsadres van."))
        return "\n".join(dict.fromkeys(found))

    def clean_webhook_url(self) -> str:
        url = str(self.cleaned_data["webhook_url"]).strip()
        if url and not is_allowed(url):
            raise ValidationError(
                _("Dit adres kan niet. Geef een adres dat begint met https:// en waar geen naam "
                  "en wachtwoord in staan.")
            )  # fmt: skip
        return url

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if bool(said.get("quiet_from")) != bool(said.get("quiet_until")):
            self.add_error("quiet_until", _("Vul beide tijden in, of laat beide leeg."))
        return said


@may(VIEW, to_change=CHANGE)
@require_http_methods(["GET", "HEAD", "POST"])
def alerts(request: HttpRequest) -> HttpResponse:
    row = chosen()
    form = SettingsForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with transaction.atomic():
            AlertSettings.objects.get_or_create(pk=1)
            AlertSettings.objects.filter(pk=1).update(**form.cleaned_data)
            write_down(cast(User, request.user), "fleet.alert-settings")
        return _back(request, _("Opgeslagen."))
    return _page(request, row, form)


@may(CHANGE)
@require_POST
def new_secret(request: HttpRequest) -> HttpResponse:
    """The one page on which the secret can be read. The one before stops at once."""
    made = secrets.token_urlsafe(SECRET_BYTES)
    with transaction.atomic():
        AlertSettings.objects.get_or_create(pk=1)
        AlertSettings.objects.filter(pk=1).update(webhook_secret=seal_for_ourselves(made.encode()))
        write_down(cast(User, request.user), "fleet.webhook-secret")
    return _page(request, chosen(), SettingsForm(), secret=made)


@may(CHANGE)
@require_POST
def try_out(request: HttpRequest) -> HttpResponse:
    """A message that says that it is a test, by every way that is set up."""
    now, row = timezone.now(), chosen()
    found = write(now, row, [Line.to_try_out(now)])
    AlertMessage.objects.bulk_create(found)
    if not found:
        return _back(request, _("Vul eerst een e-mailadres of een webhook in."), good=False)
    return _back(request, _("Er gaat een proefbericht uit. Kijk over een minuut hieronder."))


def _page(
    request: HttpRequest, row: AlertSettings, form: SettingsForm, secret: str = ""
) -> HttpResponse:
    may_change = cast(User, request.user).has_perm(CHANGE)
    found = Alert.objects.filter(ended_at=None).select_related("kiosk")
    context: dict[str, Any] = {
        "here": "fleet",
        "number": found.count(),
        "alerts": found[:ALERTS_SHOWN],
        "may_change": may_change,
        "looked_at": row.round_at,
    }
    if may_change:
        context |= {
            "form": form,
            "said": request.POST if form.is_bound else _initial(row),
            "causes": Cause.choices,
            "chosen": request.POST.getlist("causes") if form.is_bound else row.causes,
            "has_secret": bool(row.webhook_secret),
            "secret": secret,
            "sent": AlertMessage.objects.defer("content")[:MESSAGES_SHOWN],
        }
    return render(request, "fleet/alerts.html", context, status=422 if form.errors else 200)


def _initial(row: AlertSettings) -> dict[str, Any]:
    times = {
        name: moment.strftime("%H:%M") if (moment := getattr(row, name)) else ""
        for name in ("quiet_from", "quiet_until")
    }
    return {name: getattr(row, name) for name in SettingsForm.base_fields} | times


def _back(request: HttpRequest, sentence: str, *, good: bool = True) -> HttpResponse:
    level = messages.SUCCESS if good else messages.ERROR
    messages.add_message(request, level, sentence, extra_tags=IN_WORDS)
    return redirect("fleet:alerts")
