"""A visitor in words: presses what can be heard, and a world that answers at once.

What nobody can hear, no test can press (A7): controls are found by their spoken text.
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Literal
from uuid import UUID

from config import terminals
from config.bundle import FACTORY, Bundle, load_bundle
from kiosk import codes
from kiosk.core.advance import advance
from kiosk.core.effects import Draw, Effect, Forget, LookUp, NotSolved, Print, Save, Say
from kiosk.core.events import (
    AnyEvent,
    Drawn,
    KeyName,
    KeyPressed,
    NotSolvedFailed,
    NotSolvedTold,
    Plugged,
    Printed,
    PrintFailed,
    PrintProblem,
    Report,
    Saved,
    SaveFailed,
    SaveProblem,
    Scanned,
    SpeechEnded,
    StatusFound,
    Tapped,
    TimePassed,
    Touched,
    Typed,
)
from kiosk.core.session import Session, fresh
from kiosk.core.show import show
from kiosk.core.terminal import Terminal
from kiosk.core.view import Target, Utterance, View


@cache
def factory() -> Bundle:
    return load_bundle(FACTORY)


def terminal_of(bundle: Bundle) -> Terminal:
    """A kiosk in a library."""
    return replace(
        terminals.terminal_of(bundle),
        name="proef-1",
        location="Bibliotheek",
        latitude=52.22,
        longitude=6.89,
    )


class Visit:
    """One kiosk and whoever stands before it. `save`, `paper` and `desk` play the world.

    `desk_listens` is whether the desk takes it that something is not solved.
    """

    def __init__(self, terminal: Terminal | None = None, language: str = "nl") -> None:
        self.terminal = terminal or terminal_of(factory())
        self.session: Session = fresh(self.terminal, 1)
        self.now = 0.0
        self.luck = random.Random(7)
        self.effects: list[Effect] = []
        self.heard: list[Utterance] = []
        self.save: SaveProblem | None = None
        self.paper: PrintProblem | None = None
        self.desk: dict[str, tuple[Report, ...]] = {}
        self.desk_listens = True
        if language != self.language:
            settings = replace(self.session.settings, language=language)
            self.session = replace(self.session, settings=settings)

    @property
    def language(self) -> str:
        return self.session.settings.language

    @property
    def view(self) -> View:
        return show(self.terminal, self.session)

    def handle(self, event: AnyEvent) -> Sequence[Effect]:
        self.session, effects = advance(self.terminal, self.session, event)
        self.effects += effects
        self.heard += [words for effect in effects for words in self._words_of(effect)]
        for effect in effects:
            answer = self._answer(effect)
            if answer is not None:
                self.handle(answer)
        return effects

    def _words_of(self, effect: Effect) -> Sequence[Utterance]:
        """What comes out of the loudspeaker or the headphones."""
        view = self.view
        match effect:
            case Say("screen"):
                return view.say
            case Say("echo"):
                return view.echo
            case Say("focus") if target := view.target(view.focus):
                return (Utterance(view.said[target.name], target.language or view.language),)
            case _:
                return ()

    def _answer(self, effect: Effect) -> AnyEvent | None:
        match effect:
            case Draw(visit):
                identity = UUID(int=self.luck.getrandbits(128), version=4)
                return Drawn(visit, identity, codes.make(self.luck), "2026-11-22T10:00:00+01:00")
            case Save(submission):
                if self.save is None:
                    return Saved(submission.id, at=self.now)
                return SaveFailed(submission.id, self.save, at=self.now)
            case Print(receipt):
                if self.paper is None:
                    return Printed(receipt.name, at=self.now)
                return PrintFailed(receipt.name, self.paper, at=self.now)
            case LookUp(code, _):
                return StatusFound(code, self.desk.get(code, ()), at=self.now)
            case NotSolved(code, _) if self.desk_listens:
                return NotSolvedTold(code, at=self.now)
            case NotSolved(code, _):
                return NotSolvedFailed(code, at=self.now)
            case _:
                return None

    def find(self, spoken: str) -> Target:
        """The one target that is said so, or whose spoken text begins with these words."""
        view = self.view
        found = [t for t in view.targets if view.said[t.name] == f"{spoken}."] or [
            t for t in view.targets if view.said[t.name].startswith(spoken)
        ]
        heard = ", ".join(view.said.values())
        assert len(found) == 1, f"{len(found)} targets are said as {spoken!r}; heard: {heard}"
        return found[0]

    def press(self, *spoken: str) -> "Visit":
        for words in spoken:
            self.now += 2.0
            self.handle(Tapped(self.find(words).name, at=self.now))
        return self

    def tap(self, *names: str) -> "Visit":
        for name in names:
            assert self.view.target(name), f"{name} is not among {list(self.view.said)}"
            self.now += 2.0
            self.handle(Tapped(name, at=self.now))
        return self

    def key(self, *keys: KeyName) -> "Visit":
        for key in keys:
            self.now += 2.0
            self.handle(KeyPressed(key, at=self.now))
        return self

    def touch(self, *names: str) -> "Visit":
        """Let a finger rest on each of these, without choosing it."""
        for name in names:
            self.now += 2.0
            self.handle(Touched(name, at=self.now))
        return self

    def plug(self, what: Literal["headphones", "microphone"], present: bool = True) -> "Visit":
        self.now += 2.0
        self.handle(Plugged(what, present, at=self.now))
        return self

    def silence(self) -> "Visit":
        """Everything that was being said has been said."""
        self.handle(SpeechEnded(at=self.now))
        return self

    def type_in(self, text: str) -> "Visit":
        self.now += 2.0
        self.handle(Typed(text, at=self.now))
        return self

    def scan(self, text: str) -> "Visit":
        self.now += 2.0
        self.handle(Scanned(text, at=self.now))
        return self

    def wait(self, seconds: int) -> "Visit":
        for _ in range(seconds):
            self.now += 1.0
            self.handle(TimePassed(at=self.now))
        return self

    @property
    def sent(self) -> list[Save]:
        return [effect for effect in self.effects if isinstance(effect, Save)]

    @property
    def told(self) -> list[NotSolved]:
        return [effect for effect in self.effects if isinstance(effect, NotSolved)]

    @property
    def printed(self) -> list[Print]:
        return [effect for effect in self.effects if isinstance(effect, Print)]

    @property
    def said(self) -> list[Say]:
        return [effect for effect in self.effects if isinstance(effect, Say)]

    @property
    def forgotten(self) -> bool:
        return any(isinstance(effect, Forget) for effect in self.effects)
