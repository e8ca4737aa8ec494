"""`/inbox/aannemers/`: staff see which firms there are, change what they do, and block them.

A login for a new firm is made with `python -m desk contractor`.
"""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from desk.contractors.area import AreaError, area_of, around_of, categories_of
from desk.contractors.models import Contractor
from desk.inbox.login import staff_page
from desk.intake.models import OPEN_STATUSES

MAY_CHANGE = "contractors.change_contractor"


class FirmForm(forms.Form):
    """Categories and postcodes with spaces or commas between them, or each on its own line."""

    firm = forms.CharField(max_length=100)
    categories = forms.CharField(max_length=2000)
    postcodes = forms.CharField(required=False, max_length=2000)
    around = forms.CharField(required=False, max_length=100)
    blocked = forms.BooleanField(required=False)

    def clean_categories(self) -> list[str]:
        try:
            return categories_of(_words(self.cleaned_data["categories"]))
        except AreaError:
            raise forms.ValidationError("categories") from None

    def clean_postcodes(self) -> list[str]:
        try:
            return area_of(_words(self.cleaned_data["postcodes"]), "")["postcodes"]
        except AreaError:
            raise forms.ValidationError("postcodes") from None

    def clean_around(self) -> str:
        said = str(self.cleaned_data["around"])
        try:
            area_of([], said)
        except AreaError:
            raise forms.ValidationError("around") from None
        return said


@staff_page
@permission_required(MAY_CHANGE, raise_exception=True)
@require_safe
def firms(request: HttpRequest) -> HttpResponse:
    in_hand = Count("jobs", filter=Q(jobs__submission__status__in=OPEN_STATUSES))
    found = Contractor.objects.select_related("user").annotate(in_hand=in_hand).order_by("firm")
    context = {"firms": found, "here": "contractors"}
    return render(request, "contractors/firms.html", context)


@staff_page
@permission_required(MAY_CHANGE, raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def firm(request: HttpRequest, number: int) -> HttpResponse:
    contractor = get_object_or_404(Contractor.objects.select_related("user"), pk=number)
    initial = {
        "firm": contractor.firm,
        "categories": "\n".join(contractor.categories),
        "postcodes": " ".join(contractor.postcodes),
        "around": around_of(contractor),
        "blocked": not contractor.user.is_active,
    }
    form = FirmForm(request.POST or None, initial=initial)
    if form.is_valid():
        _save(contractor, form.cleaned_data)
        messages.success(request, "firm-saved")
        return redirect("contractors-staff:firms")
    context = {"contractor": contractor, "form": form, "here": "contractors"}
    status = 422 if form.errors else 200
    return render(request, "contractors/firm.html", context, status=status)


def _save(contractor: Contractor, said: dict[str, object]) -> None:
    postcodes, around = said["postcodes"], said["around"]
    assert isinstance(postcodes, list)  # noqa: S101 - as the form made them
    area = area_of(postcodes, str(around))
    with transaction.atomic():
        contractor.firm, contractor.categories = str(said["firm"]), said["categories"]
        for name, value in area.items():
            setattr(contractor, name, value)
        contractor.save()
        contractor.user.is_active = not said["blocked"]
        contractor.user.save(update_fields=["is_active"])


def _words(text: str) -> list[str]:
    return text.replace(",", " ").split()
