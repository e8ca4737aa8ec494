"""The loop of a kiosk: wait, advance, show and say, carry out effects.

It decides nothing. Whatever happens (a finger, a saved row, a printed receipt, a
second that passes) comes in as an event, one after the other, in one thread; the
session that `advance` gives back is shown, and its effects are carried out.

The order is the promise: what a visitor sees changes before anything slow begins, and
a submission is durable before the event exists that says so.
"""

import queue
import random
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol
from uuid import UUID

from kiosk import codes
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

BUSY_WAIT_S = 0.004
IDLE_WAIT_S = 0.030
"""Between looks for a finger: short while somebody is there, longer on the start screen."""
TICK_S = 1.0


class Screen(Protocol):
    """Shows a view and hands over what fingers and keys did since the last time."""

    def show(self, view: View) -> None: ...
    def poll(self) -> Sequence[AnyEvent]: ...
    def forget(self) -> None: ...


class Voice(Protocol):
    def say(
        self, utterances: Sequence[Utterance], *, rate_step: int, volume_step: int, after: bool
    ) -> None: ...
    def hush(self) -> None: ...
    def pause(self, on: bool) -> None: ...
    def forget(self) -> None: ...


class Keeper(Protocol):
    """Seals and commits a submission; None when it is on disk, else the problem."""

    def keep(self, submission: Submission) -> SaveFailed | Saved: ...


class Paper(Protocol):
    def submit(self, receipt: Receipt) -> None: ...
    def forget(self) -> None: ...


class StatusDesk(Protocol):
    def ask(self, code: str) -> None: ...


@dataclass
class World:
    """What carries effects out. Everything here is a Protocol: a test plays any of it."""

    screen: Screen
    voice: Voice
    keeper: Keeper
    paper: Paper
    status: StatusDesk
    clock: Callable[[], float] = time.monotonic
    wall: Callable[[], datetime] = field(default=lambda: datetime.now().astimezone())
    luck: random.Random = field(default_factory=random.SystemRandom)


class Runtime:
    """One kiosk. `inbox` takes events from other threads; everything else is this thread's."""

    def __init__(self, terminal: Terminal, world: World) -> None:
        self.terminal = terminal
        self.world = world
        self.inbox: queue.SimpleQueue[AnyEvent] = queue.SimpleQueue()
        self.session: Session = fresh(terminal, 1)
        self.view: View = show(terminal, self.session)
        self._last_tick = world.clock()

    def start(self) -> None:
        """Show the start screen. It is spoken when somebody comes, not to an empty hall."""
        self.world.screen.show(self.view)

    def turn(self) -> bool:
        """Handle what has happened; whether anything had."""
        events = list(self.world.screen.poll())
        while True:
            try:
                events.append(self.inbox.get_nowait())
            except queue.Empty:
                break
        now = self.world.clock()
        if now - self._last_tick >= TICK_S:
            self._last_tick = now
            events.append(TimePassed(at=now))
        for event in events:
            self.handle(event)
        return bool(events)

    @property
    def wait_s(self) -> float:
        """How long may pass before the next turn."""
        return BUSY_WAIT_S if self.session.active else IDLE_WAIT_S

    def handle(self, event: AnyEvent) -> None:
        """One event: the next session is shown, then its effects are carried out."""
        before = self.session
        self.session, effects = advance(self.terminal, before, event)
        if any(isinstance(effect, Hush) for effect in effects):
            self.world.voice.hush()
        if self.session is not before:
            self._show()
        for effect in effects:
            answer = self._carry_out(effect)
            if answer is not None:
                self.handle(answer)

    def _show(self) -> None:
        view = show(self.terminal, self.session)
        if view != self.view:
            self.view = view
            self.world.screen.show(view)

    def _carry_out(self, effect: Effect) -> AnyEvent | None:
        match effect:
            case Draw(visit):
                return self._draw(visit)
            case Save(submission):
                answer = self.world.keeper.keep(submission)
                return replace(answer, at=self.world.clock())
            case Print(receipt):
                self.world.paper.submit(receipt)
            case LookUp(code):
                self.world.status.ask(code)
            case Say(what, after):
                self._say(what, after)
            case Pause(on):
                self.world.voice.pause(on)
            case Forget():
                self.world.voice.forget()
                self.world.paper.forget()
                self.world.screen.forget()
            case Hush():
                pass  # done before the screen was drawn, so that silence is immediate
        return None

    def _draw(self, visit: int) -> Drawn:
        identity = UUID(bytes=secrets.token_bytes(16), version=4)
        now = self.world.wall().isoformat(timespec="seconds")
        return Drawn(visit, identity, codes.make(self.world.luck), now)

    def _say(self, what: str, after: bool) -> None:
        view = self.view
        match what:
            case "screen":
                words = view.say
            case "echo":
                words = view.echo
            case _:
                words = self._focused()
        settings = self.session.settings
        self.world.voice.say(
            words, rate_step=settings.rate, volume_step=settings.volume, after=after
        )

    def _focused(self) -> tuple[Utterance, ...]:
        target = self.view.target(self.view.focus)
        if target is None:
            return ()
        language = target.language or self.view.language
        return (Utterance(self.view.said[target.name], language),)
