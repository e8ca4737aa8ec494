"""By ear alone: everything is said, nothing private is said aloud (A1, A6), and what is
heard is enough to choose by (A7)."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.core import inputs
from kiosk.core.events import Plugged, Tapped, TimePassed
from tests.core.listening import AtTheKeypad
from tests.core.visit import Visit
from tests.core.walking import walk_to_the_end

PRIVATE = {
    "postcode": "9871zx",
    "house_number": "7351",
    "street": "Quispelweg",
    "phone": "0687654329",
    "email": "zq@quispel.nl",
    "name": "quispel wobbe",
    "words": "het is donker",
    "digits": "3",
    "code": "482173905566",
}
CONTACT = ("phone", "email", "name", "postcode", "house_number")


class Blind(AtTheKeypad):
    """Knows nothing of this kiosk: first listens to the whole screen, then chooses by its words."""

    def arrives(self) -> list[str]:
        self._visit.plug("headphones")
        said = self.hears()
        self.listens_to_the_end()
        return said


def test_a_stranger_finds_out_by_ear_alone_how_to_ask_for_a_call() -> None:
    visit = Visit()
    listener = Blind(visit)
    service = next(said for said in listener.arrives() if said.startswith("Bel mij terug"))
    said = listener.choose(service)
    while "Uw naam." not in said:
        # Any choice will do for this stranger: the one that was said last.
        said = listener.choose(said[-1])
    listener.spell("jo")
    said = listener.choose("Verder")
    assert any("telefoonnummer" in sentence for sentence in said)
    listener.spell("0612345678")
    said = listener.choose("Verder")
    assert any("0 6, 1 2, 3 4, 5 6, 7 8" in sentence for sentence in said)
    said = listener.choose(said[-1])
    assert said[0].startswith("Dank u wel")
    assert len(visit.sent) == 1


def test_what_was_typed_before_is_said_when_its_question_comes_back() -> None:
    visit = Visit().tap("flow:klacht")
    while visit.view.input is None:
        visit.tap(visit.view.targets[0].name)
    visit.type_in("te lang").tap("repeat")
    assert "Te lang." in [utterance.text for utterance in visit.heard]


def test_of_a_contact_detail_is_only_said_that_it_is_there() -> None:
    visit = Visit().tap("flow:terugbellen")
    walk_to_the_end(visit)
    visit.tap("change:naam").tap("repeat")
    assert visit.session.typed == "Jo De Vries"
    assert "ingevuld." in [utterance.text for utterance in visit.heard]


def forms(kind: str, value: str) -> set[str]:
    """All ways in which a value could be heard."""
    one = inputs.said(kind, value)  # type: ignore[arg-type] # kinds of fields
    return {form.casefold() for form in (value, inputs.shown(kind, value), one)}  # type: ignore[arg-type] # as above


def said_now(visit: Visit) -> str:
    """All that could be said now, but for what was asked to be said."""
    view, echo = visit.view, visit.session.echo
    asked = echo is not None and echo.kind == "value"
    parts = view.say if asked else (*view.say, *view.echo)
    return " ".join([*(part.text for part in parts), *view.said.values()]).casefold()


step = st.one_of(
    st.tuples(st.just("answer"), st.integers(0, 30)),
    st.tuples(st.just("answer"), st.integers(0, 30)),
    st.tuples(st.just("answer"), st.integers(0, 30)),
    st.tuples(st.just("tap"), st.integers(0, 200)),
    st.tuples(
        st.just("key"),
        st.sampled_from(["down", "right", "select", "back", "repeat", "switch", "speech"]),
    ),
    st.tuples(st.just("type"), st.just(0)),
    st.tuples(st.just("wait"), st.sampled_from([1, 125])),
)


def do(visit: Visit, kind: str, value: object) -> None:
    visit.now += 1.0
    field = visit.view.input
    targets = [t.name for t in visit.view.targets if t.enabled]
    match kind:
        case "answer" if field is not None and visit.session.panel is None:
            visit.type_in(PRIVATE[field.kind])
            visit.handle(Tapped("next", at=visit.now + 1))
        case "answer" | "tap" if targets:
            assert isinstance(value, int)
            inner = [name for name in targets if name.startswith(("choice:", "next", "page:"))]
            names = inner if kind == "answer" and inner else targets
            visit.handle(Tapped(names[value % len(names)], at=visit.now))
        case "key":
            visit.key(value)  # type: ignore[arg-type] # a key
        case "type" if field is not None:
            visit.type_in(PRIVATE[field.kind])
        case _:
            visit.now += float(str(value)) if kind == "wait" else 0.0
            visit.handle(TimePassed(at=visit.now))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(["terugbellen", "melding", "klacht"]), st.lists(step, max_size=60))
def test_the_loudspeaker_never_says_a_contact_detail_that_nobody_asked_for(
    flow: str, steps: list[tuple[str, object]]
) -> None:
    visit = Visit().tap(f"flow:{flow}")
    for kind, value in steps:
        do(visit, kind, value)
        session = visit.session
        if not session.flow:
            continue
        asked = visit.terminal.flows[session.flow].steps
        # Where it is may be the visitor's own street: that is said, as it is no contact detail.
        places = {session.answers.get(one.step) for one in asked if one.means == "location"}
        given_now = {
            one.ask: session.typed if one.step == session.step else session.answers.get(one.step)
            for one in asked
            if one.means == "contact" and one.ask != "choice"
        }
        given_now = {ask: value for ask, value in given_now.items() if value not in places}
        heard = said_now(visit)
        for field_kind, private in given_now.items():
            if private and len(private) > 3:
                for form in forms(field_kind, private):
                    assert form not in heard, f"{visit.view.screen} says {form!r}"


def test_the_property_above_would_notice() -> None:
    """Over headphones the same visit does say it."""
    visit = Visit()
    visit.handle(Plugged("headphones", True, at=1.0))
    visit.tap("flow:terugbellen")
    walk_to_the_end(visit)
    assert any(form in said_now(visit) for form in forms("phone", "0612345678"))
