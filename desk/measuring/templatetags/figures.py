"""How figures are written on the pages: shares, times, bars; small numbers left out."""

from collections.abc import Sequence

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from desk.measuring.comparing import Difference
from desk.measuring.statistics import Interval
from desk.measuring.statistics import few as is_few

register = template.Library()
MINUTE_S = 60


@register.filter
def number(value: int) -> str:
    """A number, or that it is too small to be shown."""
    return _("minder dan 5") if is_few(value) else number_format(value, force_grouping=True)


@register.filter
def percent(value: float | Interval | None) -> str:
    """`0.5` as 50 %."""
    if value is None:
        return "–"
    part = value.value if isinstance(value, Interval) else value
    return f"{round(part * 100)} %"


@register.filter
def sure(value: Interval | None) -> str:
    """Between which two the share lies, 19 times of 20."""
    if value is None:
        return ""
    low, high = round(value.low * 100), round(value.high * 100)
    return _("{low} tot {high} %").format(low=low, high=high)


@register.filter
def time_spent(seconds: float) -> str:
    """In seconds below two minutes, in minutes above."""
    if seconds < 2 * MINUTE_S:
        return _("{seconds} s").format(seconds=round(seconds))
    return _("{minutes} min").format(minutes=number_format(seconds / MINUTE_S, 1))


@register.filter
def beside(values: Sequence[int | None], names: Sequence[str]) -> list[tuple[int | None, str]]:
    """Each number with what it is of, so that a narrow screen can say both."""
    return list(zip(values, names, strict=True))


@register.filter
def days(value: float | None) -> str:
    return "–" if value is None else number_format(value, 1)


@register.simple_tag
def bar(part: float, whole: float, kind: str = "") -> SafeString:
    """A bar as long as `part` of `whole`. The number stands beside it: nothing to be read out."""
    width = 0.0 if not whole else max(0.0, min(100.0, 100 * part / whole))
    return format_html(
        '<svg class="bar {}" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="all" width="100" height="6"/>'
        '<rect class="part" width="{}" height="6"/></svg>',
        kind,
        f"{width:.1f}",
    )


@register.simple_tag
def columns(values: "tuple[int | None, ...]", most: int) -> SafeString:
    """A small column for each month. The numbers stand beside it."""
    step = 10
    shapes = [
        format_html(
            '<rect class="part" x="{}" y="{}" width="8" height="{}"/>',
            index * step,
            f"{30 - height:.1f}",
            f"{height:.1f}",
        )
        for index, value in enumerate(values)
        if (height := 30 * (value or 0) / most if most else 0.0)
    ]
    return format_html(
        '<svg class="columns" viewBox="0 0 {} 30" aria-hidden="true">{}</svg>',
        max(1, len(values)) * step,
        SafeString("".join(shapes)),
    )


@register.filter
def verdict(difference: Difference) -> str:
    """What a difference means, in words."""
    return {
        "better": _("Beter"),
        "worse": _("Slechter"),
        "unclear": _("Geen duidelijk verschil"),
        "too-few": _("Te weinig bezoeken om iets te zeggen"),
    }[difference.verdict]


@register.filter
def what(difference: Difference) -> str:
    return {
        "completed": _("Afgemaakt"),
        "abandoned": _("Gestopt"),
        "help": _("Hulp gevraagd"),
        "back": _("Terug"),
        "seconds": _("Tijd"),
    }[difference.what]


@register.filter
def amount(difference: Difference, which: str) -> str:
    """`before` or `after`, in the unit of this figure."""
    value = getattr(difference, which)
    return time_spent(value) if difference.what == "seconds" else percent(value)


@register.filter
def rose(difference: Difference) -> str:
    """How much it rose, and between which two that lies 19 times of 20."""
    if difference.rose is None:
        return ""
    seconds = difference.what == "seconds"
    scale = 1 if seconds else 100
    signed = [
        ("+" if each * scale >= 0.05 else "−" if each * scale <= -0.05 else "")
        + number_format(abs(each) * scale, 1)
        for each in (difference.rose.value, difference.rose.low, difference.rose.high)
    ]
    unit = _("seconden") if seconds else _("procentpunt")
    return _("{rose} {unit} (van {low} tot {high})").format(
        rose=signed[0], unit=unit, low=signed[1], high=signed[2]
    )
