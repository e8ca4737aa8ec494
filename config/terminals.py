"""A kiosk as the core knows it, made from its bundle."""

from config.bundle import Bundle
from kiosk import codes
from kiosk.core.terminal import Terminal


def terminal_of(bundle: Bundle) -> Terminal:
    """A kiosk with this bundle that has no name and stands nowhere; `replace` gives it both."""
    return Terminal(
        name="kiosk",
        bundle=bundle.version,
        municipality=bundle.municipality,
        location="",
        latitude=None,
        longitude=None,
        follow_url="http://127.0.0.1:8800/volg/{code}",
        flows=bundle.flows,
        start=bundle.start,
        catalogue=bundle.catalogue,
        texts=bundle.texts,
        themes=tuple(bundle.themes),
        limits=bundle.limits,
        code_is_valid=codes.is_valid,
        find_code=codes.find,
        announcements={one.announcement: one.picture for one in bundle.announcements},
    )
