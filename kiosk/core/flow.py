"""What a form is: steps in a fixed order, some of them only after certain answers.

The path a visitor walks is computed from the answers, never stored, so going back,
changing an answer and carrying on need no code of their own. A condition looks only
backwards and tests only membership:

    when: {waar: [adres]}      this step is asked if `waar` was answered with `adres`
    when: {hulp: [ja, weet-niet], huur: [ja]}      every line must hold

A step that is not on the path counts as not answered.
"""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from kiosk.core.sentences import Sentence, sentence
from kiosk.core.view import InputKind

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
Picture = Annotated[str, StringConstraints(pattern=r"^[0-9A-F]{4,6}(-[0-9A-F]{4,6})*$")]
Answers = Mapping[str, str]
When = Mapping[Name, tuple[Name, ...]]
Ask = Literal["choice", InputKind]
Meaning = Literal["category", "location", "words", "channel", "contact"]


class Part(BaseModel):
    """A piece of a bundle: nothing changes it, and a misspelt line is refused."""

    # YAML reads a pictogram such as 2705 as a number.
    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)


class Choice(Part):
    """One answer: the value that is kept, and its pictogram. Its words stand in the texts."""

    value: Name
    picture: Picture


class Step(Part):
    """One question on one screen.

    ask       `choice`, or what is typed: postcode, phone, words ...
    choices   the answers, for `ask: choice`; or
    source    where they come from: `categories`, `subcategories` (of the category chosen
              in an earlier step), or `places` (known places of the bundle)
    means     what the answer is to the municipality; see docs/flows.md
    skip      the visitor may leave it out
    aloud     what is typed may be echoed through the loudspeaker (never for contact)
    """

    step: Name
    ask: Ask
    picture: Picture | None = None
    choices: tuple[Choice, ...] = ()
    source: Literal["categories", "subcategories", "places"] | None = None
    style: Literal["list", "tiles"] = "tiles"
    means: Meaning | None = None
    skip: bool = False
    aloud: bool = False
    when: When = {}

    @model_validator(mode="after")
    def _choices_belong_to_choosing(self) -> Self:
        given = bool(self.choices) + (self.source is not None)
        if self.ask == "choice" and given != 1:
            raise ValueError(
                sentence(
                    "step '{step}' asks for a choice, so it needs either 'choices' or 'source'",
                    step=self.step,
                )
            )
        if self.ask != "choice" and given:
            raise ValueError(
                sentence("step '{step}' is typed, so it cannot have choices", step=self.step)
            )
        values = [choice.value for choice in self.choices]
        if twice := {value for value in values if values.count(value) > 1}:
            raise ValueError(
                sentence(
                    "step '{step}' has '{value}' twice; rename one of them",
                    step=self.step,
                    value=min(twice),
                )
            )
        if self.skip and self.ask == "choice":
            raise ValueError(
                sentence(
                    "step '{step}' is a choice: give it an answer such as 'weet-niet' "
                    "instead of 'skip'",
                    step=self.step,
                )
            )
        return self


class Advice(Part):
    """A scheme that may fit these answers, explained in three sentences (in the texts)."""

    advice: Name
    picture: Picture
    when: When = {}


class Flow(Part):
    """A form and how it ends.

    ends: send     check page, then the submission and a receipt
    ends: status   the typed code is looked up; nothing is sent
    send_when      for a flow that only sends after certain answers (advice without a
                   call-back ends with a printed leaflet)
    """

    flow: Name
    picture: Picture
    ends: Literal["send", "status"] = "send"
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    advice: tuple[Advice, ...] = ()
    advice_before: Name | None = None
    send_when: When = {}

    @model_validator(mode="after")
    def _conditions_look_backwards(self) -> Self:
        before: dict[str, Step] = {}
        for step in self.steps:
            if step.step in before:
                raise ValueError(
                    sentence("step '{step}' stands here twice; rename one of them", step=step.step)
                )
            _check_when(sentence("step '{step}'", step=step.step), step.when, before)
            if step.source == "subcategories" and not any(
                earlier.source == "categories" for earlier in before.values()
            ):
                raise ValueError(
                    sentence(
                        "step '{step}' offers subcategories, so a step with "
                        "'source: categories' must come before it",
                        step=step.step,
                    )
                )
            before[step.step] = step
        for item in self.advice:
            _check_when(sentence("advice '{advice}'", advice=item.advice), item.when, before)
        _check_when(sentence("send_when"), self.send_when, before)
        if bool(self.advice) != (self.advice_before is not None):
            raise ValueError(
                sentence(
                    "advice needs 'advice_before' (the step in front of which it is shown), "
                    "and the other way round"
                )
            )
        if self.advice_before is not None and self.advice_before not in before:
            raise ValueError(
                sentence(
                    "advice_before names '{name}', which is not a step. Steps: {steps}.",
                    name=self.advice_before,
                    steps=", ".join(before),
                )
            )
        if self.ends == "status" and [step.ask for step in self.steps] != ["code"]:
            raise ValueError(
                sentence("a flow that ends with 'status' has exactly one step, 'ask: code'")
            )
        return self


def _check_when(who: Sentence, when: When, before: Mapping[str, Step]) -> None:
    for name, values in when.items():
        if name not in before:
            raise ValueError(
                sentence(
                    "{who} depends on '{name}', which does not come before it. "
                    "Steps before it: {steps}.",
                    who=who,
                    name=name,
                    steps=", ".join(before) or sentence("none"),
                )
            )
        known = [choice.value for choice in before[name].choices]
        if before[name].ask != "choice":
            raise ValueError(
                sentence(
                    "{who} depends on '{name}', which is typed; depend on a choice",
                    who=who,
                    name=name,
                )
            )
        for value in values:
            if known and value not in known:
                raise ValueError(
                    sentence(
                        "{who} depends on '{name}: {value}', which is not an answer there. "
                        "Answers: {answers}.",
                        who=who,
                        name=name,
                        value=value,
                        answers=", ".join(known),
                    )
                )


def holds(when: When, answers: Answers) -> bool:
    """Whether every line of a condition has one of its values among the answers."""
    return all(answers.get(name) in values for name, values in when.items())


def path(flow: Flow, answers: Answers) -> tuple[Step, ...]:
    """The steps on this visitor's way, in order, as far as the answers tell."""
    seen: dict[str, str] = {}
    steps: list[Step] = []
    for step in flow.steps:
        if holds(step.when, seen):
            steps.append(step)
            if step.step in answers:
                seen[step.step] = answers[step.step]
    return tuple(steps)
