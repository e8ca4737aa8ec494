"""What a visitor makes of a screen, from `view.json`: what is said, and what can be pressed."""

import re
from typing import Any

View = dict[str, Any]
Target = dict[str, Any]


def heard(view: View, words: str) -> Target:
    """The one target that is said with these first words."""
    said = [target for target in view["targets"] if target["spoken"].startswith(words)]
    exact = [target for target in said if target["spoken"].rstrip(".") == words.rstrip(".")]
    found = exact or said
    everything = [target["spoken"] for target in view["targets"]]
    assert len(found) == 1, f"{len(found)} targets are said {words!r}; heard: {everything}"
    target: Target = found[0]
    return target


def names(view: View) -> list[str]:
    return [target["target"] for target in view["targets"]]


def code_heard(view: View) -> str:
    """The tracking code as a visitor hears it on the thanks screen."""
    found = re.search(r"((?:\d ){3}\d), ((?:\d ){3}\d), ((?:\d ){3}\d)", view["spoken"])
    assert found, view["spoken"]
    return "".join(found.groups()).replace(" ", "")
