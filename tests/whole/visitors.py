"""Visitors who each tell something that nobody else does, so that it can be looked for."""

from dataclasses import dataclass

from tests.whole.hearing import View
from tests.whole.machine import Kiosk


@dataclass(frozen=True)
class Visitor:
    """What one of them types. Each word is unlike anything that a kiosk has of itself."""

    number: int

    @property
    def words(self) -> str:
        return f"Xylofoonpaal {self.number:05d} wiebelt gevaarlijk"

    @property
    def phone(self) -> str:
        return f"06{71000000 + self.number:08d}"

    @property
    def personal(self) -> tuple[str, ...]:
        """What may nowhere be readable."""
        grouped = f"{self.phone[:2]} {' '.join(self.phone[i : i + 2] for i in range(2, 10, 2))}"
        return self.words, f"Xylofoonpaal {self.number:05d}", self.phone, grouped

    def walk_to_the_check_page(self, kiosk: Kiosk) -> View:
        """A broken street light, close to here; please call me."""
        kiosk.tap("flow:melding", "choice:verlichting", "choice:lamp-kapot", "choice:hier")
        kiosk.type_in(self.words)
        kiosk.tap("next", "choice:bellen")
        kiosk.type_in(self.phone)
        view = kiosk.tap("next")
        assert view["screen"] == "melding.check"
        assert self.words in view["spoken"]
        return view
