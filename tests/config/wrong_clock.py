"""What looks for updates, on a machine whose clock is wrong: `python -m ... DAYS`.

Everything else is as always: the day that the program sees is so many days off.
"""

import datetime
import sys

REAL = datetime.datetime


def main() -> int:
    off = datetime.timedelta(days=float(sys.argv[1]))

    class Wrong(REAL):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> "Wrong":
            return cls.fromtimestamp((REAL.now(tz) + off).timestamp(), tz)

    datetime.datetime = Wrong  # type: ignore[misc] # the clock of this process
    from config.updating.looking import main  # noqa: PLC0415 - after the clock that it takes as its own

    return main()


if __name__ == "__main__":
    sys.exit(main())
