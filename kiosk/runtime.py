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
from dataclasses import replace
from typing import Protocol
from uuid import UUID

from kiosk.core.advance import advance
from kiosk.core.effects import (
    Discard,
    Draw,
    Effect,
    Enrol,
    Forget,
    Hush,
    KeepKeys,
    KeepTries,
    LookUp,
    NotSolved,
    Pause,
    Play,
    Print,
    Record,
    Route,
    Save,
    Say,
    StopRecording,
)
from kiosk.core.events import AnyEvent, Drawn, KeysKept, RecordingFailed, TimePassed
from kiosk.core.session import Session, fresh
from kiosk.core.show import show
from kiosk.core.terminal import Terminal
from kiosk.core.view import Utterance, View
from kiosk.memory import give_back
from kiosk.world import Voice, World

BUSY_WAIT_S = 0.004
IDLE_WAIT_S = 0.036
"""Between looks for a finger: short while somebody is there, longer on the start screen.
Up to 40 ms a scanner's line, which comes as typing, still holds together."""
TICK_S = 1.0
HURRIED_TICK_S = 0.1
"""While scanning with one switch, or recording: a second would be heard as unsteady."""
VOICE = (Hush, Say, Pause, Route, Play, Record, StopRecording)
"""What is heard, and what hears: in the order in which it was asked, before the picture."""


Watcher = Callable[[Session, AnyEvent, Session], None]
"""Is told of each event, with the session before and after it. It changes nothing."""


class Screen(Protocol):
    """Shows a view and hands over what fingers and keys did since the last time."""

    def show(self, view: View) -> None: ...
    def poll(self) -> Sequence[AnyEvent]: ...
    def handled(self, event: AnyEvent) -> None: ...
    def wait(self, blind_s: float, most_s: float | None = None) -> None: ...
    def wake(self) -> None: ...
    def forget(self) -> None: ...


class Runtime:
    """One kiosk. `post` takes events from other threads; everything else is this thread's.

    It works from the first picture on. Until `furnish` brings what is slow to load (voice,
    printer, delivery), effects wait in their order and fingers are already answered.
    """

    def __init__(
        self,
        terminal: Terminal,
        screen: Screen,
        clock: Callable[[], float] = time.monotonic,
        session: Session | None = None,
        held: Sequence[AnyEvent] = (),
    ) -> None:
        """`held` is what a visitor did before; whoever held it may have shown an answer."""
        self.terminal = terminal
        self.session: Session = session or fresh(terminal, 1)
        self.view: View = show(terminal, self.session)
        self._screen = screen
        self._inbox: queue.SimpleQueue[AnyEvent] = queue.SimpleQueue()
        self._clock = clock
        self._world: World | None = None
        self._waiting: list[Effect] = []
        self._watchers: tuple[Watcher, ...] = ()
        self._last_tick = clock()
        for event in held:
            self.handle(event)
        # The start screen is spoken when somebody comes, not to an empty hall.
        screen.show(self.view)

    def furnish(self, world: World) -> None:
        """Everything is loaded: carry out what has waited."""
        self._world = world
        waiting, self._waiting = self._waiting, []
        give_back()
        self._carry_out_all(waiting)

    def watch(self, watcher: Watcher) -> None:
        """Call this after each event from now on. Any thread may ask; it must be quick."""
        self._watchers = (*self._watchers, watcher)

    @property
    def is_furnished(self) -> bool:
        return self._world is not None

    def turn(self) -> bool:
        """Handle what has happened; whether anything had."""
        events: list[AnyEvent] = []
        while not self._inbox.empty():
            event = self._inbox.get_nowait()
            # What came from elsewhere, such as headphones, counts as a press of this moment.
            events.append(event if event.at else replace(event, at=self._clock()))
        # Fingers last: the end of a sentence that was said before a press is not that of the next.
        events += self._screen.poll()
        now = self._clock()
        if now - self._last_tick >= (HURRIED_TICK_S if self._is_hurried else TICK_S):
            self._last_tick = now
            events.append(TimePassed(at=now))
        for event in events:
            self.handle(event)
        return bool(events)

    @property
    def _is_hurried(self) -> bool:
        take = self.session.take
        return self.session.scan is not None or (take is not None and take.state == "recording")

    def post(self, event: AnyEvent) -> None:
        """Something happened elsewhere. Any thread may say so."""
        self._inbox.put(event)
        self._screen.wake()

    def wait(self) -> None:
        """Until there may be something for the next turn."""
        blind_s = BUSY_WAIT_S if self.session.active else IDLE_WAIT_S
        self._screen.wait(blind_s, HURRIED_TICK_S if self._is_hurried else None)

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
        for watcher in self._watchers:
            watcher(before, event, self.session)

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
                names = [recording.step for recording in submission.recordings]
                sounds = world.recorder.wavs(names) if world.recorder else {}
                return world.keeper.keep(submission, sounds)
            case Print(receipt):
                world.paper.submit(receipt)
            case LookUp(code, language):
                world.status.ask(code, language)
            case NotSolved(code, day):
                world.status.tell_not_solved(code, day)
            case Say(what, after):
                self._say(world.voice, what, after)
            case Pause(on):
                world.voice.pause(on)
            case Forget():
                self._forget(world)
            case Hush():
                world.voice.hush()
            case Route(to):
                world.route(to)
            case KeepKeys() | KeepTries() | Enrol():
                return self._by_staff(world, effect)
            case Record() | StopRecording() | Play() | Discard():
                return self._recording(world, effect)
        return None

    def _by_staff(self, world: World, effect: KeepKeys | KeepTries | Enrol) -> AnyEvent | None:
        match effect:
            case KeepKeys(keys):
                return KeysKept(world.keep_keys(keys))
            case KeepTries(wrong, locked_s):
                world.keep_tries(wrong, locked_s)
            case Enrol(code, desk_url):
                world.enrol(code, desk_url)
        return None

    def _recording(
        self, world: World, effect: Record | StopRecording | Play | Discard
    ) -> AnyEvent | None:
        recorder = world.recorder
        match effect:
            case Record(name, most_s) if recorder:
                recorder.start(name, most_s)
            case Record(name):
                return RecordingFailed(name)
            case StopRecording() if recorder:
                recorder.stop()
            case Play(name) if recorder:
                volume_step = self.session.settings.volume
                world.voice.play(recorder.sound(name), volume_step=volume_step)
            case Discard(name) if recorder:
                recorder.discard(name)
            case _:
                pass
        return None

    def _forget(self, world: World) -> None:
        """Everywhere where words of the visitor may be."""
        world.voice.forget()
        world.paper.forget()
        if world.recorder:
            world.recorder.forget()
        self._screen.forget()
        self.terminal.arrangement.forget()
        give_back()

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
