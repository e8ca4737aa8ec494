"""Answering every question of a flow with something, to get to its end."""

from tests.core.visit import Visit

TYPED = {
    "postcode": "1234 ab",
    "house_number": "12 b",
    "street": "Kerkstraat",
    "phone": "06-12345678",
    "email": "jo@voorbeeld.nl",
    "name": "jo de vries",
    "words": "het is donker.",
    "digits": "3",
}


def walk_to_the_end(visit: Visit, prefer: tuple[str, ...] = ()) -> Visit:
    """Answer every question with something, until nothing is asked any more."""
    for _ in range(40):
        place = visit.session.place
        if place not in ("step", "advice"):
            return visit
        field = visit.view.input
        if place == "advice":
            visit.tap("next" if visit.view.target("next") else "page:next")
        elif field is not None:
            visit.type_in(TYPED[field.kind]).tap("next")
        else:
            names = [t.name for t in visit.view.targets if t.name.startswith("choice:")]
            visit.tap(next((name for name in prefer if name in names), names[0]))
    raise AssertionError(f"never came to an end; now at {visit.view.screen}")
