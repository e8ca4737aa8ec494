"""What is wrong with something that a person wrote, in English, so that it can be said in Dutch.

It is a plain string, for a terminal and for a log. It also knows what it was made of, so that
the desk says the same to a clerk in the language of the page (`desk.mistakes`):

    found = sentence("'{name}' is missing, which {who} needs. Add it.", name="ui-x", who="a.yaml")
    str(found)          'ui-x' is missing, which a.yaml needs. Add it.
    found.template      '{name}' is missing, which {who} needs. Add it.
    found.values        {"name": "ui-x", "who": "a.yaml"}

Only the template is translated. A value may be a sentence too, where it is made of words; a
number with a part behind the point is given rounded. A template without values is taken as it
stands, braces and all.
"""

from collections.abc import Mapping
from typing import Any


class Sentence(str):
    """Made by `sentence`."""

    __slots__ = ("template", "values")
    template: str
    values: "Mapping[str, Value]"

    def __new__(cls, template: str, values: "Mapping[str, Value]") -> "Sentence":
        made = super().__new__(cls, template.format(**values) if values else template)
        made.template, made.values = template, values
        return made

    def __reduce__(self) -> tuple[type["Sentence"], tuple[object, ...]]:
        """It goes from process to process with what it was made of."""
        return Sentence, (self.template, self.values)


Value = str | int | float | Sentence


def sentence(template: str, **values: Value) -> Sentence:
    return Sentence(template, values)


def template(words: str) -> str:
    """The same words, found by `desk.messages` where `sentence` gets them by a name."""
    return words


def parts_of(made: str) -> Mapping[str, Any] | None:
    """What a sentence was made of, for JSON; None for any other string."""
    if not isinstance(made, Sentence):
        return None
    return {
        "template": made.template,
        "values": {name: parts_of(value) or value if isinstance(value, str) else value
                   for name, value in made.values.items()},
    }  # fmt: skip


def made_of(parts: Mapping[str, Any]) -> Sentence:
    """The sentence again. Raises KeyError or IndexError where a value is not there."""
    values = parts["values"].items()
    return Sentence(
        parts["template"],
        {name: made_of(value) if isinstance(value, dict) else value for name, value in values},
    )
