"""How fast and how small the kiosk is, measured from outside; see docs/benchmarks.md.

Nothing here is part of a kiosk or a desk: it starts them as they are, stands before them
like a visitor with a finger and a stopwatch, and does the same to Chromium.
"""
