"""A kiosk that cannot live with one bundle.

    python -m tests.whole.crash_with VERSION --device ...

With that bundle it ends with an error once its first screen stands, as a bug would that only
that bundle brings out. With any other it is as always.
"""

import sys


def main() -> int:
    version = sys.argv.pop(1)
    from kiosk.runtime import Runtime  # noqa: PLC0415 - after the option that is ours
    from kiosk.world import World  # noqa: PLC0415

    furnish = Runtime.furnish

    def crash(self: Runtime, world: World) -> None:
        if self.terminal.bundle == version:
            raise RuntimeError("not with this bundle")
        furnish(self, world)

    Runtime.furnish = crash  # type: ignore[method-assign] # the bug
    import run_kiosk  # noqa: PLC0415 - after the bug

    return run_kiosk.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
