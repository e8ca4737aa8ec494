"""How it is with the paper, in the words of a heartbeat: no more than the printer really says."""

from kiosk.core.health import PaperState
from printers.settings import FileSettings, NoPrinterSettings, PictureSettings, PrinterSettings
from printers.status import Status

WORDS: dict[Status, PaperState] = {
    Status.READY: "ok",
    Status.PAPER_LOW: "low",
    Status.NO_PAPER: "out",
    Status.COVER_OPEN: "cover_open",
    Status.OFFLINE: "offline",
    Status.LOST: "lost",
    Status.FAULT: "fault",
    Status.NONE: "none",
}


def paper_state(known: Status | None, settings: PrinterSettings) -> PaperState:
    """`known` is how the printer was when it was last asked or used; None before that."""
    if known is None or (known is Status.READY and not _tells(settings)):
        return "unknown"
    return WORDS[known]


def _tells(settings: PrinterSettings) -> bool:
    """Whether this printer says how it is; of one that only listens nobody knows."""
    if isinstance(settings, PictureSettings | NoPrinterSettings):
        return True
    if isinstance(settings, FileSettings) and not settings.path.is_char_device():
        return False
    return settings.answers and settings.model.answers
