"""Small numbers in a table whose total is shown: what is left out so that nobody reckons them.

A total of 40 with parts 25, 12 and "fewer than 5" says that the last is 3. So the next smallest
part is left out too, and both are called "not shown": which of them is the small one cannot be
told. The same where two or more are left out, and the rest can only be all ones or all fours.
Where everything is small there is nothing else to leave out.
"""

from collections.abc import Collection, Hashable, Mapping
from typing import TypeVar

from django.utils.translation import gettext as _

from desk.measuring.statistics import FEW, few

Name = TypeVar("Name", bound=Hashable)


def left_out(
    parts: Mapping[Name, int], total: int, anyway: Collection[Name] = ()
) -> dict[Name, str]:
    """The parts that are not shown, and what stands in their place.

    `anyway`: those that are not shown for another reason.
    """
    hidden = {name for name, number in parts.items() if few(number) or name in anyway}
    rest = total - sum(number for name, number in parts.items() if name not in hidden)
    shown = [name for name in parts if parts[name] >= FEW and name not in hidden]
    can_be_told = len(hidden) == 1 or rest in (len(hidden), len(hidden) * (FEW - 1))
    if not hidden or few(total) or not can_be_told or not shown:
        return dict.fromkeys(hidden, _("minder dan 5"))
    hidden.add(min(shown, key=lambda name: parts[name]))
    return dict.fromkeys(hidden, _("niet getoond"))
