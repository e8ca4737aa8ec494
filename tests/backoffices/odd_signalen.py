"""A Signalen that can be made to give odd answers, and to be cut off after it stored something.

world.fake.odd["/private/signals"] = Answer(502)    wherever an address ends so
world.fake.cut_after_storing = True                 the next POST is done, and not answered
"""

from typing import Any

from desk.backoffices.contract import Parcel
from tests.backoffices.fakes.server import Answer, Asked
from tests.backoffices.fakes.signalen import FakeSignalen
from tests.backoffices.parcels import parcel
from tests.backoffices.worlds import signalen, signalen_public


class OddSignalen(FakeSignalen):
    def __init__(self) -> None:
        super().__init__()
        self.public_per_hour = 1000
        self.odd: dict[str, Answer] = {}
        self.cut_after_storing = False

    def answer(self, asked: Asked) -> Answer:
        for tail, odd in self.odd.items():
            if asked.path.rstrip("/").endswith(tail):
                return odd
        answer = super().answer(asked)
        if self.cut_after_storing and asked.method == "POST":
            self.cut_after_storing = False
            raise ConnectionAbortedError
        return answer


class OddWorld(signalen.World):
    def __init__(self) -> None:
        self.fake: OddSignalen = OddSignalen()


class OddPublicWorld(signalen_public.World):
    def __init__(self) -> None:
        self.fake: OddSignalen = OddSignalen()


def lamp(**changes: Any) -> Parcel:
    """A parcel for the category of street lights."""
    return parcel(target=signalen.World.target, **changes)
