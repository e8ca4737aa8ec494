"""What the visitor should see and hear now: a description, not a drawing.

One View has two renderers: pixels (`screens`) and speech (`kiosk.speech`). Both use
the same text objects. Everything that can be pressed is a `Target`; the order of
targets is the order in which arrows visit them and in which they are spoken.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from kiosk.core.texts import NOTHING, Direction, Text

Role = Literal[
    "choice", "forward", "back", "send", "change", "key", "setting", "repeat", "help", "stop"
]
InputKind = Literal[
    "postcode",
    "house_number",
    "street",
    "phone",
    "email",
    "name",
    "words",
    "code",
    "digits",
]

OTHER = "anders"
"""The value of 'something else', wherever it is offered."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words to say in one language. `pause_ms` of silence follows."""

    text: str
    language: str
    pause_ms: int = 250


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be pressed. `name` is stable: it is what `Tapped` carries.

    `picture` names a pictogram by its OpenMoji code (`1F4A1`). `language` is set where
    the label is in another language than the screen, such as the name of a language.
    """

    name: str
    role: Role
    text: Text
    picture: str = ""
    note: Text = NOTHING
    enabled: bool = True
    chosen: bool = False
    language: str = ""
    width: float = 1.0
    """Width in a row of keys, in ordinary keys."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Answers to choose from: `list` (picture, words beside) or `tiles` (picture above words)."""

    targets: tuple[Target, ...]
    style: Literal["list", "tiles"]
    # `Target("page:next")` and `page:back` belong to the targets when there are more pages.


@dataclass(frozen=True, slots=True)
class Field:
    """The line that shows what was typed. `value` raw, `shown` grouped, `hint` when empty."""

    kind: InputKind
    value: str
    shown: str
    hint: Text = NOTHING
    hear: Target | None = None
    """Says what was typed, because the visitor asked for it (A6)."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys to type with, row by row, all of one height."""

    rows: tuple[tuple[Target, ...], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One answer on the check page: what was asked, what was answered, and how to change it."""

    label: Text
    value: Text
    picture: str
    change: Target


@dataclass(frozen=True, slots=True)
class Rows:
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """The tracking code in groups of four: the largest thing on its screen."""

    label: Text
    groups: tuple[str, ...]
    spoken: str
    hear: Target


@dataclass(frozen=True, slots=True)
class Qr:
    """A square code for a telephone's camera, with a sentence beside it. Not spoken itself."""

    payload: str
    text: Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A card with a picture, a heading and a few sentences."""

    text: Text
    heading: Text = NOTHING
    picture: str = ""
    tone: Literal["plain", "good", "warning"] = "plain"
    language: str = ""
    """Set where the words are in another language than the screen, such as the desk's answer."""


@dataclass(frozen=True, slots=True)
class Level:
    """How loud the microphone hears the visitor (0 to 1), and how much time is used."""

    level: float
    seconds: int
    most: int
    text: Text


@dataclass(frozen=True, slots=True)
class Drawing:
    """A pictogram as large as there is room for. It is not spoken: the words beside it are."""

    picture: str


Block = Choices | Field | Keys | Rows | Code | Qr | Paragraph | Level | Drawing


@dataclass(frozen=True, slots=True)
class View:
    """One screen.

    `screen` is stable for one place in one flow (`melding.waar`), whatever the language.
    `notice` is an error or news, shown beside the answer and spoken first. `settings`
    and `nav` stand in the same place on every screen; a place without use is None.
    """

    screen: str
    language: str
    direction: Direction
    text_size: int
    theme: str
    owner: Text
    place: Text
    title: Text
    help: Text = NOTHING
    notice: Text = NOTHING
    notice_tone: Literal["good", "warning"] = "warning"
    picture: str = ""
    blocks: tuple[Block, ...] = ()
    actions: tuple[Target, ...] = ()
    settings: tuple[Target, ...] = ()
    nav: tuple[Target | None, ...] = ()
    focus: str | None = None
    focus_row: tuple[str, ...] = ()
    """The keys that are offered as one, to somebody with one switch."""
    say: tuple[Utterance, ...] = ()
    echo: tuple[Utterance, ...] = ()
    said: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """What is said of each target by itself, by its name; see `kiosk.core.say.said_of`."""
    step: tuple[int, int] | None = None
    """Progress: this step and how many there are as far as is known."""
    page: tuple[int, int] = (1, 1)
    """Which part of a screen that is too full to be shown at once, and how many there are."""
    explore: Literal["off", "lift", "tap"] = "off"
    """What a resting finger does: nothing; it is told what lies under it and chooses when
    lifted (`lift`); or the same, and only a second tap chooses (`tap`)."""
    motion: bool = True
    low: bool = False
    """All that can be pressed stands in the reach zone (A12)."""
    blank: bool = False
    """Nothing is shown, for the visitor listens; a touch anywhere is `Tapped("unblank")`."""
    raw_keys: bool = False
    """Staff are teaching keys: each key comes as `RawKey`."""

    @property
    def focused(self) -> frozenset[str]:
        """All targets that have the focus now: one, or a row of keys."""
        return frozenset(self.focus_row or ((self.focus,) if self.focus else ()))

    @property
    def spoken(self) -> str:
        return " ".join(part.text for part in self.say if part.text)

    @property
    def input(self) -> Field | None:
        return next((block for block in self.blocks if isinstance(block, Field)), None)

    def rows_of_targets(self, columns: int = 2) -> Iterator[tuple[Target, ...]]:
        """Targets row by row as they lie on the screen, for moving with arrows."""
        for block in self.blocks:
            match block:
                case Choices(targets, "tiles"):
                    for start in range(0, len(targets), columns):
                        yield targets[start : start + columns]
                case Choices(targets):
                    yield from ((target,) for target in targets)
                case Field(hear=Target() as hear) | Code(hear=hear):
                    yield (hear,)
                case Keys(rows):
                    yield from rows
                case Rows(rows):
                    yield from ((row.change,) for row in rows)
                case _:
                    pass
        yield from ((action,) for action in self.actions)
        if nav := tuple(target for target in self.nav if target):
            yield nav
        if self.settings:
            yield self.settings

    @property
    def targets(self) -> tuple[Target, ...]:
        return tuple(target for row in self.rows_of_targets() for target in row)

    def target(self, name: str | None) -> Target | None:
        return next((target for target in self.targets if target.name == name), None)
