"""The menu of the staff pages: what this person may see, in one order everywhere.

An entry is there for who has its permission. `here` in a page's context marks where one is.
"""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Entry:
    here: str
    label: object
    name: str
    """The name of its address."""
    any_of: tuple[str, ...] = ()
    """One of these permissions is needed; none for all staff."""


_SETS_UP = ("intake.work_inbox", "backoffices.change_route")
ENTRIES = (
    Entry("inbox", _("Inbox"), "inbox:list", ("intake.work_inbox",)),
    Entry("asides", _("Apart gelegd"), "inbox:asides", ("intake.work_inbox",)),
    Entry(
        "answers",
        _("Antwoorden"),
        "answers:overview",
        ("intake.read_contact", "answers.change_template"),
    ),
    Entry(
        "contractors",
        _("Aannemers"),
        "contractors-staff:firms",
        ("contractors.change_contractor",),
    ),
    Entry("routes", _("Routes"), "inbox:routes", _SETS_UP),
    Entry("backoffices", _("Zaaksystemen"), "inbox:backoffices", _SETS_UP),
    Entry("fleet", _("Zuilen"), "fleet:list", ("fleet.view_kiosk",)),
    Entry("bundle", _("Bundel"), "editing:overview", ("publishing.view_release",)),
    Entry("figures", _("Cijfers"), "measuring:overview", ("measuring.view_figures",)),
    Entry("access", _("Beheer"), "access:overview", ("auth.change_user",)),
)


@dataclass(frozen=True, slots=True)
class Shown:
    here: str
    label: object
    address: str


def menu(request: HttpRequest) -> dict[str, object]:
    """Context processor: `menu`, the entries for who is logged in."""
    user = getattr(request, "user", None)
    if not isinstance(user, User) or not user.is_staff:
        return {}
    return {"menu": _entries(user)}


def first_page(user: AbstractBaseUser | AnonymousUser) -> str:
    """Where somebody begins: the first page of their menu, or else their own login."""
    if not isinstance(user, User) or not user.is_staff:
        return reverse("inbox:list")
    entries = _entries(user)
    return entries[0].address if entries else reverse("access:mine")


def _entries(user: User) -> list[Shown]:
    return [shown for entry in ENTRIES if (shown := _shown(entry, user))]


def _shown(entry: Entry, user: User) -> Shown | None:
    if entry.any_of and not any(user.has_perm(each) for each in entry.any_of):
        return None
    try:
        return Shown(entry.here, entry.label, reverse(entry.name))
    except NoReverseMatch:
        return None
