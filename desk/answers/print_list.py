"""The print list: letters to print, all in one file or one by one, and then off the list."""

from collections.abc import Iterable

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from config.problems import Mistakes
from desk.answers import letter
from desk.answers.letter import Letter
from desk.answers.lists import READ_CONTACT, may, read_contact, settle, shown, to_do
from desk.answers.models import Channel, Notice
from desk.answers.notices import to_call_list
from desk.answers.reach import letter_lines
from desk.answers.setup import Answers, load
from desk.answers.texts import NEXT_LANGUAGE, languages_of, link_to
from desk.codes import grouped
from desk.municipality import municipality

NO_ADDRESS = "Het adres is niet compleet."


@may(READ_CONTACT)
@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    return render(request, "answers/letters.html", shown(Channel.LETTER))


@may(READ_CONTACT)
@require_POST
def pdf(request: HttpRequest) -> HttpResponse:
    """The letters that were asked for. One without an address goes to the call list."""
    try:
        answers = load()
    except Mistakes:  # only the sender's lines and the towns stand there
        answers = Answers()
    found = []
    for notice in _chosen(request):
        made = letter_of(notice, answers)
        if made is None:
            to_call_list(notice, NO_ADDRESS)
            messages.info(request, "to-call-list")
        else:
            read_contact(notice.submission, request, "Brief")
            found.append(made)
    if not found:
        messages.info(request, "no-letters")
        return redirect("answers:letters")
    return pdf_response(letter.letters(found))


def pdf_response(content: bytes) -> HttpResponse:
    """Shown by the browser, not saved: nothing stays behind in a folder of downloads."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="brieven.pdf"'
    return response


@may(READ_CONTACT)
@require_POST
def printed(request: HttpRequest) -> HttpResponse:
    numbers = list(_chosen(request).values_list("pk", flat=True))
    settled = sum(settle(number, request, "Geprint") for number in numbers)
    messages.success(request, "printed" if settled else "no-letters")
    return redirect("answers:letters")


def _chosen(request: HttpRequest) -> QuerySet[Notice]:
    numbers: Iterable[str] = request.POST.getlist("brief")
    wanted = [int(number) for number in numbers if number.isascii() and number.isdigit()]
    return to_do(Channel.LETTER).filter(pk__in=wanted).select_related("submission", "change")


def letter_of(notice: Notice, answers: Answers) -> Letter | None:
    """The letter of a notice; None where there is no address to send it to."""
    address = letter_lines(notice.submission.content.contact, answers.letter.towns)
    if not address:
        return None
    return Letter(
        sender=sender(answers),
        address=address,
        day=timezone.localdate(notice.made_at),
        number=grouped(notice.submission.code),
        link=link_to(notice.submission.code),
        languages=languages_of(Channel.LETTER, notice.language),
        texts=tuple(notice.text.split(NEXT_LANGUAGE)),
    )


def sender(answers: Answers) -> tuple[str, ...]:
    owner = municipality()
    return (*(answers.letter.sender[:4] or (owner.name,)), f"Telefoon {owner.phone}")
