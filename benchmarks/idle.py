"""What a start screen costs that nobody touches: seconds of a core per second, in percent.

User and system time of all processes of each program, as the kernel counts them, over the
same span. Both run at the same time, each on a display of its own: neither can take
anything from the other's count, and it halves the wait. The kiosk has no mirror, a desk
that answers, a printer that is well, and a sound device that is open.
"""

import subprocess
import time
from collections.abc import Sequence
from contextlib import ExitStack

from benchmarks.display import Display
from benchmarks.figures import Figure
from benchmarks.processes import end, processor_s
from benchmarks.stage import Stage

SPAN_S = 32.0
"""Long enough for the kiosk's own rounds, and for ticks of 10 ms to count for 0.03 %."""
SETTLE_S = 5.0


def measure(stage: Stage) -> list[Figure]:
    with ExitStack() as ends:
        programs = [stage.installation.start_kiosk(stage.display)]
        ends.callback(end, programs[0])
        if stage.chromium is not None:
            second = ends.enter_context(Display(stage.folder / "second-display"))
            programs.append(ends.enter_context(stage.chromium.running(second)))
        time.sleep(SETTLE_S)
        zuil, *peers = _percent(programs)
    name = "processor, start screen untouched"
    peer = peers[0] if peers else None
    return [Figure(name, "% of a core", zuil, peer, at_most=0.5)]


def _percent(programs: Sequence[subprocess.Popen[bytes]]) -> list[float]:
    before, began = [processor_s(program) for program in programs], time.monotonic()
    time.sleep(SPAN_S)
    after, span_s = [processor_s(program) for program in programs], time.monotonic() - began
    return [(late - soon) / span_s * 100 for soon, late in zip(before, after, strict=True)]
