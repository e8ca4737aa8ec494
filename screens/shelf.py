"""What was made a moment ago and is likely wanted again, up to a fixed weight.

The thing that was used longest ago goes first, so that memory stays flat however many
people visit. Whatever holds a visitor's words can be emptied at once.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")


class Shelf(Generic[Key, Thing]):
    """A bounded cache. `weigh` gives the weight of a thing in the unit of `limit`."""

    def __init__(self, limit: int, weigh: Callable[[Thing], int] = lambda _thing: 1) -> None:
        self._things: OrderedDict[Key, Thing] = OrderedDict()
        self._limit = limit
        self._weigh = weigh
        self.weight = 0

    def get(self, key: Key, make: Callable[[], Thing]) -> Thing:
        """The thing for this key, made now if it is not there. A single too heavy one passes."""
        found = self._things.get(key)
        if found is not None:
            self._things.move_to_end(key)
            return found
        made = make()
        self._things[key] = made
        self.weight += self._weigh(made)
        while self.weight > self._limit and len(self._things) > 1:
            _, oldest = self._things.popitem(last=False)
            self.weight -= self._weigh(oldest)
        return made

    def clear(self) -> None:
        self._things.clear()
        self.weight = 0

    def __len__(self) -> int:
        return len(self._things)

    def __contains__(self, key: object) -> bool:
        return key in self._things
