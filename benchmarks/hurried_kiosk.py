"""The kiosk as it is, but for one pause: 'ready' works at once when the thanks have come.

A visitor reads the thanks for a while, and within 1.5 s a press there counts as a second
press on 'send'. Five hundred visitors in a row would wait a quarter of an hour for that.
Memory does not depend on it.
"""

import sys

import run_kiosk
from kiosk.core import advance

if __name__ == "__main__":
    advance.THANKS_STAND_S = 0.0
    sys.exit(run_kiosk.main())
