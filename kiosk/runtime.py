"""The loop of a kiosk: wait, advance, show and say, carry out effects.

It decides nothing. Whatever happens (a finger, a saved row, a printed receipt, a
second that passes) comes in as an event, one after the other, in one thread; the
session that `advance` gives back is shown, and its effects are carried out.

The order is the promise: what a visitor sees changes before anything slow begins, and
a submission is durable before the event exists that says so.
"""

import queue
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol
from uuid import UUID

from kiosk.core.advance import advance
from kiosk.core.effects import (
    Draw,
    Effect,
    Forget,
    Hush,
    LookUp,
    Pause,
    Print,
    Save,
    Say,
)
from kiosk.core.events import AnyEvent, Drawn, Saved, SaveFailed, TimePassed
from kiosk.core.receipt import Receipt
from kiosk.core.session import Session, fresh
from kiosk.core.show import show
from kiosk.core.submission import Submission
from kiosk.core.terminal import Terminal
from kiosk.core.view import Utterance, View
from kiosk.memory import give_back

BUSY_WAIT_S = 0.004
IDLE_WAIT_S = 0.036
"""Between looks for a finger: short while somebody is there, longer on the start screen.
Up to 40 ms a scanner's line, which comes as typing, still holds together."""
TICK_S = 1.0
VOICE = (Hush, Say, Pause)


class Screen(Protocol):
    """Shows a view and hands over what fingers and keys did since the last time."""

    def show(self, view: View) -> None: ...
    def poll(self) -> Sequence[AnyEvent]: ...
    def handled(self, event: AnyEvent) -> None: ...
    def wait(self, blind_s: float) -> None: ...
    def wake(self) -> None: ...
    def forget(self) -> None: ...


class Voice(Protocol):
    def say(
        self, utterances: Sequence[Utterance], *, rate_step: int, volume_step: int, after: bool
    ) -> None: ...
    def hush(self) -> None: ...
    def pause(self, on: bool) -> None: ...
    def forget(self) -> None: ...


class Keeper(Protocol):
    """Seals and commits a submission, and only then says Saved."""

    def keep(self, submission: Submission) -> SaveFailed | Saved: ...


class Paper(Protocol):
    def submit(self, receipt: Receipt) -> None: ...
    def forget(self) -> None: ...


class StatusDesk(Protocol):
    def ask(self, code: str, language: str) -> None: ...


@dataclass(frozen=True, slots=True)
class World:
    """What carries effects out. Everything here is a Protocol: a test plays any of it."""

    voice: Voice
    keeper: Keeper
    paper: Paper
    status: StatusDesk
    make_code: Callable[[], str]
    wall: Callable[[], datetime] = lambda: datetime.now().astimezone()


class Runtime:
    """One kiosk. `post` takes events from other threads; everything else is this thread's.

    It works from the first picture on. Until `furnish` brings what is slow to load (voice,
    printer, delivery), effects wait in their order and fingers are already answered.
    """

    def __init__(
        self, terminal: Terminal, screen: Screen, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.terminal = terminal
        self.session: Session = fresh(terminal, 1)
        self.view: View = show(terminal, self.session)
        self._screen = screen
        self._inbox: queue.SimpleQueue[AnyEvent] = queue.SimpleQueue()
        self._clock = clock
        self._world: World | None = None
        self._waiting: list[Effect] = []
        self._last_tick = clock()
        # The start screen is spoken when somebody comes, not to an empty hall.
        screen.show(self.view)

    def furnish(self, world: World) -> None:
        """Everything is loaded: carry out what has waited."""
        self._world = world
        waiting, self._waiting = self._waiting, []
        give_back()
        self._carry_out_all(waiting)

    @property
    def is_furnished(self) -> bool:
        return self._world is not None

    def turn(self) -> bool:
        """Handle what has happened; whether anything had."""
        events: list[AnyEvent] = []
        while not self._inbox.empty():
            events.append(self._inbox.get_nowait())
        # Fingers last: the end of a sentence that was said before a press is not that of the next.
        events += self._screen.poll()
        now = self._clock()
        if now - self._last_tick >= TICK_S:
            self._last_tick = now
            events.append(TimePassed(at=now))
        for event in events:
            self.handle(event)
        return bool(events)

    def post(self, event: AnyEvent) -> None:
        """Something happened elsewhere. Any thread may say so."""
        self._inbox.put(event)
        self._screen.wake()

    def wait(self) -> None:
        """Until there may be something for the next turn."""
        self._screen.wait(BUSY_WAIT_S if self.session.active else IDLE_WAIT_S)

    def handle(self, event: AnyEvent) -> None:
        """One event: the next session is shown, then its effects are carried out."""
        before, shown = self.session, self.view
        self.session, effects = advance(self.terminal, before, event)
        if self.session is not before:
            self.view = show(self.terminal, self.session)
        # Silence is immediate, and a sentence is made while the screen is being drawn.
        self._carry_out_all([effect for effect in effects if isinstance(effect, VOICE)])
        if self.view != shown:
            self._screen.show(self.view)
        self._carry_out_all([effect for effect in effects if not isinstance(effect, VOICE)])
        self._screen.handled(event)

    def _carry_out_all(self, effects: Sequence[Effect]) -> None:
        if self._world is None:
            self._waiting += effects
            return
        for effect in effects:
            answer = self._carry_out(self._world, effect)
            if answer is not None:
                self.handle(replace(answer, at=self._clock()))

    def _carry_out(self, world: World, effect: Effect) -> AnyEvent | None:
        match effect:
            case Draw(visit):
                identity = UUID(bytes=secrets.token_bytes(16), version=4)
                now = world.wall().isoformat(timespec="seconds")
                return Drawn(visit, identity, world.make_code(), now)
            case Save(submission):
                return world.keeper.keep(submission)
            case Print(receipt):
                world.paper.submit(receipt)
            case LookUp(code, language):
                world.status.ask(code, language)
            case Say(what, after):
                self._say(world.voice, what, after)
            case Pause(on):
                world.voice.pause(on)
            case Forget():
                world.voice.forget()
                world.paper.forget()
                self._screen.forget()
                give_back()
            case Hush():
                world.voice.hush()
        return None

    def _say(self, voice: Voice, what: str, after: bool) -> None:
        match what:
            case "screen":
                words = self.view.say
            case "echo":
                words = self.view.echo
            case _:
                words = self._focused()
        settings = self.session.settings
        voice.say(words, rate_step=settings.rate, volume_step=settings.volume, after=after)

    def _focused(self) -> tuple[Utterance, ...]:
        target = self.view.target(self.view.focus)
        if target is None:
            return ()
        return (Utterance(self.view.said[target.name], target.language or self.view.language),)
