"""What staff may be allowed beyond their roles, in the words of `python -m desk staff`."""

from django.utils.translation import gettext_lazy as _

PERMISSIONS = {
    "read-contact": "intake.read_contact",
    "edit-routes": "backoffices.change_route",
    "edit-texts": "answers.change_template",
    "edit-contractors": "contractors.change_contractor",
}
RIGHTS = {
    "read-contact": _("Zien hoe een burger te bereiken is"),
    "edit-routes": _("Bepalen welk soort naar welk zaaksysteem gaat"),
    "edit-texts": _("Teksten van antwoorden veranderen"),
    "edit-contractors": _("Aannemers beheren"),
}
