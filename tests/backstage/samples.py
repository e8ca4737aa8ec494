"""One submission of a visitor who told a lot."""

from uuid import UUID

from kiosk.core.submission import Answer, Contact, Submission

SUBMISSION = Submission(
    id=UUID("5f9c1c1e-6f0c-4c1b-9b1b-3f2d8f6f2c11"),
    code="482173905569",
    kiosk="bibliotheek-1",
    bundle="factory",
    flow="melding",
    title="Melding",
    language="nl",
    made_at="2026-11-22T12:00:00+01:00",
    words="De lantaarnpaal bij nummer twaalf is stuk",
    contact=Contact(channel="phone", name="Annemarie Janssen", phone="0612345678"),
    answers=(Answer(step="wat", question="Wat is er?", value="lamp", shown="Kapotte lamp"),),
)
