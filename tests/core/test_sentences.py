"""A sentence is a plain string that knows what it was made of, wherever it goes."""

import json
import pickle

import pytest

from kiosk.core.sentences import made_of, parts_of, sentence

INNER = sentence("step '{step}'", step="wat")
MADE = sentence("{who} has {count} of {most}: {names}.", who=INNER, count=3, most=1.5, names="{a}")


def test_it_is_the_english_with_its_values_in_it() -> None:
    assert MADE == "step 'wat' has 3 of 1.5: {a}."
    assert MADE.template == "{who} has {count} of {most}: {names}."
    assert sentence("it ends with '}', or {so}") == "it ends with '}', or {so}"


@pytest.mark.parametrize("way", ["pickle", "json"])
def test_it_comes_whole_out_of_another_process(way: str) -> None:
    if way == "pickle":
        found = pickle.loads(pickle.dumps(MADE))  # noqa: S301 - our own
    else:
        found = made_of(json.loads(json.dumps(parts_of(MADE))))
    assert (found, found.template, found.values) == (MADE, MADE.template, MADE.values)
    assert found.values["who"].template == INNER.template


def test_any_other_string_has_no_parts() -> None:
    assert parts_of("step 'wat'") is None
