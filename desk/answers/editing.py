"""Where staff write the texts themselves, and see in every language what a visitor gets."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.problems import Mistakes
from desk.answers import letter, sms
from desk.answers import texts as said
from desk.answers.checking import LONGEST, SAMPLE_CODE, doubts, faults, sample_values
from desk.answers.letter import Letter
from desk.answers.lists import CHANGE_TEXTS, clerk, may
from desk.answers.models import Channel, Template
from desk.answers.print_list import pdf_response, sender
from desk.answers.setup import Answers, load
from desk.codes import grouped
from desk.follow.texts import LANGUAGES, RIGHT_TO_LEFT
from desk.intake.models import Status
from desk.languages import language_name

NAMED = {
    "subject": _("waar het over gaat"),
    "day": _("de dag van de melding"),
    "number": _("het nummer op de bon"),
    "sentence": _("de zin die u schreef bij de status"),
    "planned": _("de dag waarop het gepland is"),
    "organisation": _("wie het nu doet"),
    "phone": _("ons telefoonnummer"),
    "municipality": _("onze naam"),
    "link": _("het adres van de pagina met het antwoord"),
}


class TextForm(forms.Form):
    """`sure`: saved although something that is usually needed is missing."""

    text = forms.CharField(
        max_length=LONGEST,
        required=False,
        error_messages={"max_length": _("De tekst is te lang: hoogstens %(limit_value)d tekens.")},
    )
    sure = forms.BooleanField(required=False)

    def __init__(self, key: "Key", *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type] # handed on as given
        self._key = key
        self.doubts: list[str] = []

    def clean_text(self) -> str:
        text = "\n".join(self.cleaned_data["text"].splitlines()).strip()
        for fault in faults(self._key.channel, text, self._key.language):
            self.add_error("text", fault)
        return text

    def clean(self) -> dict[str, object]:
        found = super().clean() or {}
        if not self.errors:
            self.doubts = doubts(self._key.channel, found["text"])
            if self.doubts and not found["sure"]:
                self.add_error("sure", gettext("Kijk nog eens naar de tekst."))
        return found


@dataclass(frozen=True, slots=True)
class Key:
    """Which text it is. Raises Http404 where there is none."""

    channel: Channel
    status: Status
    language: str

    @classmethod
    def of(cls, channel: str, status: str, language: str) -> "Key":
        known = channel in Channel.values and status in said.STATUSES and language in LANGUAGES
        if not known:
            raise Http404
        return cls(Channel(channel), Status(status), language)

    @property
    def where(self) -> dict[str, Any]:
        return {"channel": self.channel, "status": self.status, "language": self.language}

    @property
    def page(self) -> str:
        return reverse("answers:template", kwargs=self.where)


@dataclass(frozen=True, slots=True)
class Preview:
    key: Key
    name: str
    """Of the language, in Dutch."""
    direction: str
    text: str
    length: int
    parts: int
    """How many text messages it takes."""


@may(CHANGE_TEXTS)
@require_safe
def templates(request: HttpRequest) -> HttpResponse:
    own = set(Template.objects.values_list("channel", "status", "language"))
    rows = [
        (
            channel,
            status,
            [
                (Key(channel, status, each), language_name(each), (channel, status, each) in own)
                for each in LANGUAGES
            ],
        )
        for channel in Channel
        for status in said.STATUSES
    ]
    return render(request, "answers/templates.html", {"rows": rows, "here": "answers"})


@may(CHANGE_TEXTS)
@require_http_methods(["GET", "HEAD", "POST"])
def template(request: HttpRequest, channel: str, status: str, language: str) -> HttpResponse:
    return _edited(request, Key.of(channel, status, language))


def _edited(request: HttpRequest, key: Key) -> HttpResponse:
    act = request.POST.get("act", "")
    if act == "reset":
        Template.objects.filter(**key.where).delete()
        messages.success(request, "text-reset")
        return redirect(key.page)
    form = TextForm(key, request.POST if act else None)
    if act == "save" and form.is_valid():
        Template.objects.update_or_create(
            **key.where,
            defaults={
                "text": form.cleaned_data["text"],
                "changed_at": timezone.now(),
                "changed_by": clerk(request),
            },
        )
        messages.success(request, "text-saved")
        return redirect(key.page)
    text = request.POST.get("text", "") if act else said.template(*key.where.values())
    usable = not faults(key.channel, text, key.language)
    context = {
        "key": key,
        "language": language_name(key.language),
        "direction": _direction(key.language),
        "form": form,
        "text": text,
        "own": Template.objects.filter(**key.where).select_related("changed_by").first(),
        "named": NAMED,
        "first": _preview(key, text) if usable else None,
        "others": [
            _preview(other, said.template(*other.where.values()))
            for other in (Key(key.channel, key.status, each) for each in LANGUAGES)
            if other != key
        ],
        "longest": LONGEST,
        "here": "answers",
    }
    wrong = bool(act) and bool(form.errors)
    return render(request, "answers/template.html", context, status=422 if wrong else 200)


@may(CHANGE_TEXTS)
@require_POST
def letter_pdf(request: HttpRequest, channel: str, status: str, language: str) -> HttpResponse:
    """The letter as it would be printed, with the text as it stands in the field now."""
    key = Key.of(channel, status, language)
    text = request.POST.get("text", "")
    if key.channel != Channel.LETTER or faults(channel, text, language):
        return _edited(request, key)
    spoken_in = said.languages_of(channel, language)
    texts = [text, *(said.template(channel, status, each) for each in spoken_in[1:])]
    made = Letter(
        sender=sender(_answers()),
        address=("A. Voorbeeld", "Dorpsstraat 1", "1234 AB  VOORBEELDSTAD"),
        day=date(2026, 11, 26),
        number=grouped(SAMPLE_CODE),
        link=said.link_to(SAMPLE_CODE),
        languages=spoken_in,
        texts=tuple(
            said.fill(each, sample_values(spoken, status), spoken)
            for each, spoken in zip(texts, spoken_in, strict=True)
        ),
    )
    return pdf_response(letter.letters([made]))


def _answers() -> Answers:
    try:
        return load()
    except Mistakes:
        return Answers()


def _preview(key: Key, text: str) -> Preview:
    values = sample_values(key.language, key.status)
    if key.channel == Channel.SMS:
        filled = sms.shortened(text, values, key.language)
    else:
        filled = said.fill(text, values, key.language)
    direction = _direction(key.language)
    name = language_name(key.language)
    return Preview(key, name, direction, filled, sms.length(filled), sms.parts(filled))


def _direction(language: str) -> str:
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"
