"""Where the arrows lead: left and right along a row, up and down between rows."""

from kiosk.core.view import Target, View


def moved(view: View, key: str) -> str | None:
    """The name of the target beside the focused one; it goes round at the ends."""
    rows = [tuple(target for target in row if target.enabled) for row in view.rows_of_targets()]
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
        case "right":
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
