"""From a tap to the first sample of the next screen's voice.

Every sentence is new: a fresh kiosk is walked through its flows in each language, and
a screen whose title was heard before does not count. Before each tap the voice is paused
and silence is waited for, so that the first sound after the tap is the new sentence. The tap is
down and up in one; the button acts on the up. What counts as heard is the moment at
which the sound driver takes the first piece with a sample in it (benchmarks.loudspeaker);
a sound card then plays its own queue, which is the same for every program.
"""

import random
import time
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.figures import Figure, median, percentile_95
from benchmarks.loudspeaker import Loudspeaker
from benchmarks.mirror import Mirror
from benchmarks.stage import Stage

TYPED = {
    "postcode": "1234 ab",
    "house_number": "12",
    "street": "Kerkstraat",
    "phone": "0612345678",
    "email": "jo@voorbeeld.nl",
    "name": "jo de vries",
    "words": "het is donker.",
    "digits": "3",
}
LONGEST_FLOW = 20
LIMIT_S = 5.0
SPREAD_S = 0.1
"""Silence is noticed when a piece of sound ends; a visitor's finger does not wait for that."""
THANKS_STAND_S = 1.6
"""A press of 'ready' sooner than this counts as a second tap on what was there before."""


class Heard(NamedTuple):
    screen: str
    ms: float


def measure(stage: Stage) -> list[Figure]:
    with Loudspeaker(stage.folder / "loudspeaker") as loudspeaker:
        more = {"SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": str(loudspeaker.path)}
        with stage.installation.kiosk(stage.display, more=more) as (_, mirror):
            heard = list(_walks(stage, mirror, loudspeaker))
    slowest = max(heard[1:], key=lambda one: one.ms)
    print(f"slowest: {slowest.screen}, {slowest.ms:.0f} ms;", end=" ")
    first, *others = (one.ms for one in heard)
    return [
        Figure(
            "tap to first sample of speech, new sentence, median",
            "ms",
            median(others),
            at_most=60,
            values=others,
        ),
        Figure("the same, 95th percentile", "ms", percentile_95(others), at_most=60),
        Figure("the same, very first sentence after a start", "ms", first),
    ]


def _walks(stage: Stage, mirror: Mirror, loudspeaker: Loudspeaker) -> Iterator[Heard]:
    titles = {str(mirror.view["title"])}
    for language in _languages(mirror):
        mirror.look()
        for flow in [one.name for one in mirror.targets if one.name.startswith("flow:")]:
            if language != mirror.view["language"]:
                mirror.tap("language", f"language:{language}")
            yield from _walk(stage, mirror, loudspeaker, flow, titles)
            if mirror.has("done"):
                time.sleep(THANKS_STAND_S)
                mirror.tap("done")
            else:
                mirror.tap("stop", "stop:yes")


def _languages(mirror: Mirror) -> list[str]:
    mirror.tap("language")
    names = [one.name.partition(":")[2] for one in mirror.targets if "language:" in one.name]
    mirror.tap("back")
    return names


def _walk(
    stage: Stage, mirror: Mirror, loudspeaker: Loudspeaker, flow: str, titles: set[str]
) -> Iterator[Heard]:
    name = flow
    for _ in range(LONGEST_FLOW):
        if mirror.view["input"] is not None:
            mirror.type(TYPED[mirror.view["input"]["kind"]])
        mirror.key("pause")
        loudspeaker.silence(LIMIT_S)
        stage.display.finger.point(mirror.rect(name))
        time.sleep(random.uniform(0, SPREAD_S))  # noqa: S311 - no secret depends on it
        tapped = stage.display.finger.tap()
        heard = loudspeaker.first_sample_after(tapped, LIMIT_S)
        mirror.look()
        title = str(mirror.view["title"])
        if title not in titles:
            titles.add(title)
            yield Heard(mirror.screen, (heard - tapped) * 1000)
        if mirror.view["input"] is not None and mirror.view["input"]["kind"] == "code":
            return
        choices = [one.name for one in mirror.targets if one.name.startswith("choice:")]
        if not choices and not mirror.has("next"):
            return
        name = choices[len(titles) % len(choices)] if choices else "next"
