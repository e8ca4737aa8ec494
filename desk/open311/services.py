"""What can be handed in through the other door: the flows of the bundle, as services.

    a flow that asks for a category    one service for each: `verlichting-lamp-uit`
    any other flow that is sent        one service: `klacht`

Its other questions are the attributes of a service. Where it is, the own words and how to
reach somebody have fields of their own in the standard, so these are no attributes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from config.bundle import Bundle
from config.problems import Mistakes
from config.terminals import terminal_of
from desk.bundle import bundle
from desk.open311.written import Value
from kiosk.core import filing, walk
from kiosk.core.flow import Flow, Step
from kiosk.core.terminal import Terminal


@dataclass(frozen=True)
class Service:
    """`chosen` is what an app says by choosing this service: the category."""

    code: str
    flow: Flow
    chosen: Mapping[str, str]
    terminal: Terminal

    def listed(self, language: str) -> dict[str, Value]:
        """As in the list of services."""
        name, group = self._name(language), ""
        promise, keywords = "", [name]
        if category := filing.category_of(self.terminal, self.flow, self.chosen, language):
            group = self._text(language, f"category-{category.main}")
            promise = category.promise
            keywords = [group, name]
        return {
            "service_code": self.code,
            "service_name": name,
            "description": promise or name,
            "metadata": bool(self.questions()),
            "type": "realtime",
            "keywords": ",".join(keywords),
            "group": group,
        }

    def definition(self, language: str) -> dict[str, Value]:
        """Its attributes: what an app asks beside the fields of the standard."""
        return {
            "service_code": self.code,
            "attributes": [
                self._attribute(step, order, language)
                for order, step in enumerate(self.questions(), 1)
            ],
        }

    @property
    def category_key(self) -> str:
        """`main/sub`; empty where the flow has no categories."""
        return "/".join(self.chosen.values())

    def questions(self) -> tuple[Step, ...]:
        """The steps that are attributes."""
        return tuple(
            step for step in self.flow.steps if step.means is None and step.step not in self.chosen
        )

    def step_that_means(self, meaning: str) -> Step | None:
        return next((step for step in self.flow.steps if step.means == meaning), None)

    def _attribute(self, step: Step, order: int, language: str) -> dict[str, Value]:
        typed = "text" if step.ask == "words" else "string"
        return {
            "variable": True,
            "code": step.step,
            "datatype": "singlevaluelist" if step.ask == "choice" else typed,
            "required": not step.skip and not step.when,
            "datatype_description": "",
            "order": order,
            "description": self._text(language, f"{self.flow.flow}-{step.step}"),
            "values": [
                {"key": option.value, "name": self._text(language, option.key)}
                for option in walk.options(self.terminal, self.flow, step, self.chosen)
            ],
        }

    def _name(self, language: str) -> str:
        category = walk.category_chosen(self.terminal, self.flow, self.chosen)
        if category is None:
            return self._text(language, f"flow-{self.flow.flow}.title")
        main, sub = category
        return self._text(language, f"category-{main.value}-{sub.value}")

    def _text(self, language: str, key: str) -> str:
        return self.terminal.texts.text(language, key).shown


Services = Mapping[str, Service]


def services() -> Services:
    """All there are, by their code; none where the bundle cannot be used."""
    try:
        return _of(bundle().version)
    except Mistakes:
        return {}


def codes() -> Mapping[tuple[str, str], str]:
    """The code of each service by flow and category, as a submission has these."""
    return {(each.flow.flow, each.category_key): each.code for each in services().values()}


@lru_cache(maxsize=2)
def _of(version: str) -> Services:  # noqa: ARG001 - it names exactly this content
    published = bundle()
    found: dict[str, Service] = {}
    for code, flow, chosen in _offered(published):
        while code in found:  # two flows with the same categories
            code += "-2"  # noqa: PLW2901 - the next code to try
        found[code] = Service(code, flow, chosen, terminal_of(published))
    return found


def _offered(published: Bundle) -> Iterator[tuple[str, Flow, Mapping[str, str]]]:
    for flow in published.flows.values():
        if flow.ends != "send":
            continue
        by_source = {step.source: step.step for step in flow.steps if step.source}
        if "categories" not in by_source or "subcategories" not in by_source:
            yield flow.flow, flow, {}
            continue
        for main in published.catalogue.categories:
            for sub in main.sub:
                yield (
                    f"{main.value}-{sub.value}",
                    flow,
                    {by_source["categories"]: main.value, by_source["subcategories"]: sub.value},
                )
