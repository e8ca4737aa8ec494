"""The factory bundle's flows: every question can be answered, and every picture is there."""

import itertools
from collections import Counter

import pytest

from config.problems import read_yaml
from kiosk.core.filing import CHANNELS
from kiosk.core.flow import holds
from kiosk.core.view import OTHER
from tests.factory import FACTORY, PICTURES, catalogue, flows, screens

CHOICES_ON_A_SCREEN = 6
CHOICES_ON_PAGES = 10
WAYS_OUT = {OTHER, "weet-niet", "maakt-niet-uit", "geen", "nee"}
"""Answers for who does not know, does not mind, or does not want to."""


def test_the_start_screen_offers_at_most_six_flows_and_all_of_them_exist() -> None:
    start = read_yaml(FACTORY / "bundle.yaml", "bundle.yaml")["start"]
    assert sorted(start) == sorted(flow.flow for flow in flows())
    assert len(start) <= CHOICES_ON_A_SCREEN


def test_every_pictogram_exists() -> None:
    used = {picture for offered in screens().values() for _, picture in offered}
    used |= {step.picture for flow in flows() for step in flow.steps if step.picture}
    used |= {item.picture for flow in flows() for item in flow.advice}
    assert {code for code in used if not (PICTURES / f"{code}.svg").exists()} == set()


@pytest.mark.parametrize("screen", screens())
def test_no_pictogram_stands_twice_on_one_screen(screen: str) -> None:
    times = Counter(picture for _, picture in screens()[screen])
    assert [picture for picture, n in times.items() if n > 1] == []


@pytest.mark.parametrize("screen", screens())
def test_a_question_fits_one_screen_unless_it_has_pages(screen: str) -> None:
    most = (
        CHOICES_ON_PAGES
        if screen == "places" or screen.startswith("categories.")
        else CHOICES_ON_A_SCREEN
    )
    assert len(screens()[screen]) <= most


@pytest.mark.parametrize("screen", [one for one in screens() if one not in {"start", "places"}])
def test_who_does_not_know_can_always_answer_and_yes_comes_first(screen: str) -> None:
    values = [value for value, _ in screens()[screen]]
    assert WAYS_OUT & set(values)
    assert "ja" not in values[1:]
    assert OTHER not in values[:-1]


def test_every_promise_that_is_made_is_known_and_none_is_left_over() -> None:
    made = {sub.promise for main in catalogue().categories for sub in main.sub}
    assert made == {one.promise for one in catalogue().promises}


def test_contact_details_are_never_echoed_and_a_channel_is_one_that_the_desk_knows() -> None:
    for step in (step for flow in flows() for step in flow.steps):
        assert not (step.means == "contact" and step.aloud)
        if step.means == "channel":
            assert {choice.value for choice in step.choices} == set(CHANNELS)


def test_whoever_asks_for_help_with_money_gets_advice_but_never_a_pile() -> None:
    flow = next(flow for flow in flows() if flow.advice)
    asked = flow.steps[: [step.step for step in flow.steps].index(str(flow.advice_before))]
    counts = set()
    shown = set()
    for values in itertools.product(*([one.value for one in step.choices] for step in asked)):
        answers = dict(zip((step.step for step in asked), values, strict=True))
        fits = [item.advice for item in flow.advice if holds(item.when, answers)]
        counts.add(len(fits))
        shown.update(fits)
    assert min(counts) >= 1
    assert max(counts) <= 10
    assert shown == {item.advice for item in flow.advice}
