"""A kiosk whose clock runs fast: `python -m tests.whole.fast_clock 20 --device ...`.

Everything else of it is as always. Only the clock on which the kiosk counts how long nobody
has pressed anything goes so many times faster, so that a minute can be waited for.
"""

import sys
import time


def main() -> int:
    times, begun, real = float(sys.argv.pop(1)), time.monotonic(), time.monotonic

    def fast() -> float:
        return begun + (real() - begun) * times

    time.monotonic = fast
    import run_kiosk  # noqa: PLC0415 - after the clock that it takes as its own

    return run_kiosk.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
