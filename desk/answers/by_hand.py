"""The list of texts: for a municipality without a gateway, whose staff send them by hand."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods, require_safe

from desk.answers.lists import READ_CONTACT, gone, may, read_contact, settle, shown, to_do
from desk.answers.models import Channel, Notice
from desk.answers.notices import to_call_list

COULD_NOT = "De sms kon niet verstuurd worden."


@may(READ_CONTACT)
@require_safe
def texts(request: HttpRequest) -> HttpResponse:
    return render(request, "answers/texts.html", shown(Channel.SMS))


@may(READ_CONTACT)
@require_http_methods(["GET", "HEAD", "POST"])
def text(request: HttpRequest, number: int) -> HttpResponse:
    found = to_do(Channel.SMS).select_related("submission", "change").filter(pk=number).first()
    if found is None:
        return gone(request, "answers:texts")
    if request.method == "POST":
        return _settled(request, found)
    read_contact(found.submission, request, gettext_noop("Sms versturen"))
    context = {
        "notice": found,
        "submission": found.submission,
        "contact": found.submission.content.contact,
        "here": "answers",
    }
    return render(request, "answers/text.html", context)


def _settled(request: HttpRequest, notice: Notice) -> HttpResponse:
    match request.POST.get("uitkomst"):
        case "verstuurd":
            if not settle(notice.pk, request, "Verstuurd"):
                return gone(request, "answers:texts")
            messages.success(request, "settled")
        case "lukt-niet":
            to_call_list(notice, COULD_NOT)
            messages.success(request, "to-call-list")
    return redirect("answers:texts")
