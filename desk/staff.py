"""What staff may be allowed beyond the inbox, in the words of `python -m desk staff`."""

PERMISSIONS = {
    "read-contact": "intake.read_contact",
    "edit-routes": "backoffices.change_route",
    "edit-texts": "answers.change_template",
    "edit-contractors": "contractors.change_contractor",
}
