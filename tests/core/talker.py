"""A visitor who speaks where others type, and a recorder that answers at once."""

from collections.abc import Sequence
from typing import Self

from kiosk.core.effects import (
    Discard,
    Effect,
    Forget,
    Record,
    StopRecording,
)
from kiosk.core.events import (
    AnyEvent,
    Plugged,
    Recorded,
    RecordingHeard,
)
from kiosk.core.view import Row
from tests.core.languages import terminal
from tests.core.visit import Visit


class Talker(Visit):
    """A visitor with a microphone before them. `sounds` is what the recorder holds."""

    def __init__(self, language: str = "nl") -> None:
        super().__init__(terminal(), language)
        self.handle(Plugged("microphone", present=True))
        self.sounds: dict[str, int] = {}
        self.open = ""

    def handle(self, event: AnyEvent) -> Sequence[Effect]:
        effects = super().handle(event)
        for effect in effects:
            match effect:
                case Record(name):
                    self.open = name
                    self.sounds[name] = 0
                case StopRecording() if self.open:
                    name, self.open = self.open, ""
                    self.handle(Recorded(name, self.sounds[name], at=self.now))
                case Discard(name):
                    self.sounds.pop(name, None)
                case Forget():
                    self.sounds.clear()
                    self.open = ""
        return effects

    def press(self, *spoken: str) -> Self:
        super().press(*spoken)
        return self

    def tap(self, *names: str) -> Self:
        super().tap(*names)
        return self

    def type_in(self, text: str) -> Self:
        super().type_in(text)
        return self

    def talk(self, seconds: int) -> Self:
        for second in range(1, seconds + 1):
            self.now += 1.0
            self.sounds[self.open] = second
            self.handle(RecordingHeard(0.5, float(second), at=self.now))
        return self

    def go_to_the_words(self, flow: str = "klacht") -> Self:
        self.tap(f"flow:{flow}")
        while self.view.input is None:
            self.tap(self.view.targets[0].name)
        return self

    def say_it(self, seconds: int = 12) -> Self:
        """From the words screen to a message that is not kept yet."""
        self.tap("record", "record:start")
        self.talk(seconds)
        self.tap("record:stop")
        assert self.view.screen == "record.done"
        return self

    def seek(self, spoken: str) -> Self:
        """With the keypad, eyes shut: to the right until this is heard, and choose it."""
        for _ in range(120):
            focus = self.view.focus
            if focus is not None and self.view.said[focus].startswith(spoken):
                self.key("select")
                return self
            self.key("right")
        raise AssertionError(f"{spoken!r} is never heard; {list(self.view.said.values())}")

    @property
    def read_out(self) -> str:
        return self.view.spoken


def rows(visit: Visit) -> list[Row]:
    return [row for block in visit.view.blocks for row in getattr(block, "rows", ())]
