"""The eighteen states of a report in Signalen, and what each is to a visitor.

Reopened is to be looked at anew, so it goes back to received. What was handed to another
program of the same town (sent, ready to send) is still being worked on; only "forward to
external" went to another organisation.
"""

from desk.intake.models import Status

STATUSES = {
    "m": Status.RECEIVED,
    "i": Status.RECEIVED,
    "b": Status.IN_PROGRESS,
    "h": Status.IN_PROGRESS,
    "ingepland": Status.PLANNED,
    "o": Status.DONE,
    "a": Status.CANNOT,
    "s": Status.IN_PROGRESS,  # its parts have numbers of their own
    "reopen requested": Status.RECEIVED,
    "reopened": Status.RECEIVED,
    "reaction requested": Status.IN_PROGRESS,
    "reaction received": Status.IN_PROGRESS,
    "ready to send": Status.IN_PROGRESS,
    "sent": Status.IN_PROGRESS,
    "send failed": Status.IN_PROGRESS,
    "done external": Status.IN_PROGRESS,
    "closure requested": Status.IN_PROGRESS,
    "forward to external": Status.FORWARDED,
}
REOPENABLE = frozenset({"o", "a", "reopen requested"})
SPLIT = "s"
REOPENED = "reopened"
INNER = frozenset(
    {
        "h",
        "s",
        "reopen requested",  # what the visitor said
        "reopened",  # what we say about that
        "reaction received",  # what the visitor said
        "ready to send",
        "sent",
        "send failed",
        "done external",
        "closure requested",
        "forward to external",  # the letter to that organisation
    }
)
"""States whose text is meant for colleagues."""
