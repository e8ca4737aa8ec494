"""What is counted of a visit, without a person in it: how far people come, and how long it takes.

`watched` looks at the session before and after each event and gives the rows that come of
it. A row says: in this flow, at this step, in this language, by finger, keys or one switch,
this happened. Sums of them cross the network (`Counts`), never a visit, an answer or a time
of day finer than the hour.

    visit      somebody came and went; seconds from the first press to the last
    step       a step was left, forwards or backwards; seconds spent there
    back help repeat    pressed there
    abandoned  the flow was left there without an end
    completed  the flow came to its end; seconds since it was begun
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from kiosk.core.events import AnyEvent, KeyPressed, Tapped
from kiosk.core.health import Message
from kiosk.core.session import Session

What = Literal["visit", "step", "back", "help", "repeat", "abandoned", "completed"]
Mode = Literal["touch", "keys", "switch"]
Name = Annotated[str, Field(max_length=60)]
PRESSED: Mapping[str, What] = {"back": "back", "help": "help", "repeat": "repeat"}
ENDS = ("thanks", "leaflet", "report")
"""Here somebody has what they came for."""
MOST_ROWS = 3000


class Count(Message):
    """`seconds` is the sum over `number` times, `seconds_squared` the sum of their squares."""

    flow: Name
    step: Name
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
    mode: Mode
    what: What
    number: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    seconds: Annotated[float, Field(ge=0, le=1e10)] = 0.0
    seconds_squared: Annotated[float, Field(ge=0, le=1e14)] = 0.0


class Counts(Message):
    """All of one hour at one kiosk, while one release was in use."""

    hour: AwareDatetime
    release: Annotated[int, Field(ge=0)] = 0
    rows: Annotated[tuple[Count, ...], Field(max_length=MOST_ROWS)] = ()


@dataclass(frozen=True, slots=True)
class Watch:
    """Since when the visit, the flow and the step last; None where there is none."""

    came_at: float | None = None
    flow_at: float | None = None
    step_at: float = 0.0
    flow: str = ""
    step: str = ""
    ended: bool = False
    """This flow has come to its end in this visit."""
    is_staff: bool = False
    """Somebody who works here: not counted."""


def watched(
    watch: Watch, before: Session, event: AnyEvent, after: Session
) -> tuple[Watch, tuple[Count, ...]]:
    """The watch after this event, and what is to be counted."""
    if watch.is_staff or "staff" in (before.panel, after.panel):
        return Watch(is_staff=after.visit == before.visit), ()
    rows: list[Count] = []
    if watch.came_at is None:
        if not after.active:
            return watch, ()
        watch = Watch(came_at=event.at, step_at=event.at)
    if what := _pressed(event):
        rows.append(_row(before, watch, what))
    if after.visit != before.visit:
        rows += _left(watch, before, before.last_press_at)
        came_at = watch.came_at if watch.came_at is not None else before.last_press_at
        last = event.at if what is not None or _is_press(event) else before.last_press_at
        rows.append(_row(before, Watch(), "visit", max(0.0, last - came_at)))
        return Watch(), tuple(rows)
    flow, step = _here(after)
    if (flow, step) == (watch.flow, watch.step):
        return watch, tuple(rows)
    if flow != watch.flow:
        rows += _left(watch, before, event.at)
        watch = replace(watch, flow=flow, flow_at=event.at if flow else None, ended=False)
    elif watch.step:
        rows.append(_row(before, watch, "step", max(0.0, event.at - watch.step_at)))
    watch = replace(watch, step=step, step_at=event.at)
    if after.place in ENDS and flow and not watch.ended:
        began_at = watch.flow_at if watch.flow_at is not None else event.at
        rows.append(_row(after, replace(watch, step=""), "completed", event.at - began_at))
        watch = replace(watch, ended=True)
    return watch, tuple(rows)


def summed(rows: Iterable[Count]) -> tuple[Count, ...]:
    """Rows of the same kind as one."""
    found: dict[tuple[str, ...], Count] = {}
    for row in rows:
        key = (row.flow, row.step, row.language, row.mode, row.what)
        known = found.get(key)
        found[key] = (
            row
            if known is None
            else known.model_copy(
                update={
                    "number": known.number + row.number,
                    "seconds": known.seconds + row.seconds,
                    "seconds_squared": known.seconds_squared + row.seconds_squared,
                }
            )
        )
    return tuple(found.values())


def _here(session: Session) -> tuple[str, str]:
    """The flow and the step; a place that is no step has its own name. Nothing at the start."""
    if session.place == "start":
        return "", ""
    return session.flow, session.step if session.place == "step" else session.place


def _left(watch: Watch, session: Session, at: float) -> list[Count]:
    """What leaving a flow counts: the step, and that it had no end, where it had none."""
    if not watch.flow:
        return []
    rows = [_row(session, watch, "step", max(0.0, at - watch.step_at))]
    if not watch.ended:
        rows.append(_row(session, watch, "abandoned"))
    return rows


def _row(session: Session, watch: Watch, what: What, seconds: float = 0.0) -> Count:
    return Count(
        flow=watch.flow,
        step=watch.step,
        language=session.settings.language,
        mode="switch" if session.scan is not None else "keys" if session.by_keys else "touch",
        what=what,
        seconds=seconds,
        seconds_squared=seconds * seconds,
    )


def _is_press(event: AnyEvent) -> bool:
    return isinstance(event, Tapped | KeyPressed)


def _pressed(event: AnyEvent) -> What | None:
    match event:
        case Tapped(target=name):
            return PRESSED.get(name)
        case KeyPressed(key=key):
            return PRESSED.get(key)
        case _:
            return None
