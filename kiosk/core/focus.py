"""Where the arrows lead, and in which order a single switch is offered what there is.

Left and right go along a row, up and down between rows. `names` are always those of the
targets, row by row as they lie on this panel, in the order of reading.
"""

from itertools import groupby

from kiosk.core.view import Target, View

Names = tuple[tuple[str, ...], ...]


def moved(view: View, names: Names, key: str) -> str | None:
    """The name of the target beside the focused one; it goes round at the ends.

    `key` is an arrow, or `move`: the next one in the order of reading.
    """
    # What cannot be pressed is passed over; where the focus is now it may have become so.
    by_name = {t.name: t for t in view.targets if t.enabled or t.name == view.focus}
    rows = [tuple(by_name[name] for name in row if name in by_name) for row in names]
    rows = [row for row in rows if row]
    if not rows:
        return None
    if view.direction == "rtl":
        key = {"left": "right", "right": "left"}.get(key, key)
    here = _place(rows, view.focus)
    if here is None:
        return (rows[-1] if key == "up" else rows[0])[0].name
    y, x = here
    flat = [target.name for row in rows for target in row]
    index = flat.index(rows[y][x].name)
    match key:
        case "left":
            return flat[index - 1]
        case "right" | "move":
            return flat[(index + 1) % len(flat)]
        case "up":
            row = rows[y - 1]
        case _:
            row = rows[(y + 1) % len(rows)]
    # The target that lies under this one when both rows are drawn equally wide.
    return row[min(len(row) - 1, x * len(row) // len(rows[y]))].name


def _place(rows: list[tuple[Target, ...]], name: str | None) -> tuple[int, int] | None:
    return next(
        (
            (y, x)
            for y, row in enumerate(rows)
            for x, target in enumerate(row)
            if target.name == name
        ),
        None,
    )


def stops(view: View, names: Names) -> Names:
    """What is offered to somebody with one switch, in order: single targets, and key rows.

    A keyboard comes first, for that is what such a screen is for.
    """
    by_name = {target.name: target for target in view.targets if target.enabled}
    found: list[tuple[str, ...]] = []
    for row in names:
        here = [name for name in row if name in by_name]
        for keys, run in groupby(here, key=lambda name: by_name[name].role == "key"):
            together = tuple(run)
            found += [together] if keys else [(name,) for name in together]
    first = next((i for i, stop in enumerate(found) if by_name[stop[0]].role == "key"), 0)
    return (*found[first:], *found[:first])


def row_of_keys(view: View, names: Names, name: str | None) -> tuple[str, ...]:
    """The keys that are offered together with this one; nothing where it stands alone."""
    return next((stop for stop in stops(view, names) if name in stop and len(stop) > 1), ())
