"""How a trial may begin: on which panel, as which kiosk, in which language, size and colours.

What the draft offers is read from its files as they are: they may be wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from django.utils.translation import gettext as _

from desk.fleet.models import Kiosk
from desk.languages import language_name
from desk.publishing.drafts import text_of
from desk.publishing.models import Files
from desk.rehearsal.trials import SHAPES, Wishes

SIZES = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """One list of the form: what is sent, and what is shown."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


def choices(files: Files) -> tuple[Choice, ...]:
    shapes = {
        "21": _("21,5 inch, staand"),
        "21-lying": _("21,5 inch, liggend"),
        "15": _("15,6 inch, staand"),
        "10": _("10 inch, staand"),
    }
    sizes = {"0": _("gewoon"), "1": _("groter"), "2": _("nog groter"), "3": _("het grootst")}
    themes = {"normal": _("gewoon")}
    return (
        Choice("shape", _("Formaat van het scherm"), tuple(shapes.items())),
        Choice("kiosk", _("Zuil"), (("", _("een gewone zuil")), *_each(_kiosks(files)))),
        Choice("language", _("Taal"), tuple((c, language_name(c)) for c in _languages(files))),
        Choice("text_size", _("Letters"), tuple(sizes.items())),
        Choice("theme", _("Kleuren"), tuple((t, themes.get(t, t)) for t in _themes(files))),
    )


def wished(sent: Mapping[str, str], files: Files) -> Wishes:
    """What was chosen; what is not offered is as a kiosk begins."""

    def of(name: str, offered: tuple[str, ...]) -> str:
        value = sent.get(name, "")
        return value if value in offered else ""

    return Wishes(
        shape=of("shape", tuple(SHAPES)) or "21",
        kiosk=of("kiosk", _kiosks(files)),
        language=of("language", _languages(files)),
        theme=of("theme", _themes(files)),
        text_size=int(of("text_size", tuple(str(size) for size in range(SIZES))) or 0),
    )


def _kiosks(files: Files) -> tuple[str, ...]:
    """Those that are there, and those that the draft names."""
    there = Kiosk.objects.filter(revoked_at=None).values_list("name", flat=True)
    return tuple(sorted({*there, *_names(_yaml(files, "kiosks.yaml").get("kiosks"))}))


def _languages(files: Files) -> tuple[str, ...]:
    return _names(_yaml(files, "bundle.yaml").get("languages"))


def _themes(files: Files) -> tuple[str, ...]:
    return _names(_yaml(files, "theme.yaml"))


def _names(found: object) -> tuple[str, ...]:
    return tuple(str(each) for each in found) if isinstance(found, list | dict) else ()


def _each(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, name) for name in names)


def _yaml(files: Files, path: str) -> dict[str, Any]:
    try:
        found = yaml.safe_load(text_of(files, path))
    except yaml.YAMLError:
        return {}
    return found if isinstance(found, dict) else {}
