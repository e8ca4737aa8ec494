"""Examines drafts, one at a time, in a process of its own: `python -m desk.rehearsal.worker`.

The web process starts it when staff ask for an examination, and does not wait. It takes up
whatever waits and ends when nothing does. Two that are started together follow each other.
What takes too long is ended and counts as failed; so does what was begun by one that is gone.
"""

import fcntl
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import django

if TYPE_CHECKING:
    from desk.rehearsal.models import Examination

# Models can only be imported after django.setup().
# ruff: noqa: PLC0415

EXAMINE_WITHIN_S, DRAW_WITHIN_S = 600, 300
GONE_AFTER = timedelta(seconds=EXAMINE_WITHIN_S + DRAW_WITHIN_S + 60)
"""After this long nobody is working on it any more."""
LATER = "later"
"""As `config.examining.findings`: the screens could not be made."""
KEPT = 5
"""Examinations with their pictures; the desk needs only that of the draft."""
STEP = re.compile(r"screens (\d+) of (\d+)")


def start() -> None:
    """Begin, from the web process."""
    process = subprocess.Popen(
        [sys.executable, "-m", "desk.rehearsal.worker"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    threading.Thread(target=process.wait, daemon=True).start()  # so that nothing is left of it


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "desk.settings")
    django.setup()
    from django.conf import settings

    folder = Path(settings.STATE) / "rehearsal"
    folder.mkdir(mode=0o700, exist_ok=True)
    with (folder / "examining.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        while work():
            pass
    return 0


def work() -> bool:
    """Examine one that waits; False where none does."""
    from django.utils import timezone

    from desk.rehearsal.models import Examination

    for each in Examination.objects.filter(state="waiting").order_by("asked_at"):
        claimed = Examination.objects.filter(pk=each.pk, state="waiting").update(
            state="running", began_at=timezone.now(), percent=0
        )
        if claimed:
            state = "failed"
            try:
                state = _examine(each)
            finally:
                each.state, each.ended_at = state, timezone.now()
                each.save()
                old = Examination.objects.order_by("-asked_at").values_list("pk")[KEPT:]
                Examination.objects.filter(pk__in=[pk for (pk,) in old]).delete()
            return True
    return False


def _examine(examination: "Examination") -> str:
    """The state that it ends in."""
    from django.conf import settings

    from desk.publishing.drafts import write_folder
    from desk.rehearsal.unrouted import unrouted

    with tempfile.TemporaryDirectory(prefix="zuil-examining-") as name:
        draft, base, out = (Path(name) / part for part in ("draft", "base", "out"))
        write_folder(examination.files, draft)
        if examination.base is None:
            base = Path(settings.BUNDLE)
        else:
            write_folder(examination.base, base)
        found = Path(name) / "found.json"
        asked = ("--bundle", str(draft), "--base", str(base), "--out", str(found))
        if not _run("config.examining", asked, EXAMINE_WITHIN_S, examination):
            return "failed"
        content = json.loads(found.read_text(encoding="utf-8"))
        examination.problems = [*content["problems"], *unrouted(draft)]
        examination.advice = content["advice"]
        if any(each["kind"] == LATER for each in content["advice"]):
            return "done"  # there is nothing to draw yet
        sides = ("--before", str(base), "--after", str(draft), "--out", str(out))
        if _run("config.examining.drawing", sides, DRAW_WITHIN_S, examination):
            _keep_pictures(examination, out)
    return "done"


def _keep_pictures(examination: "Examination", out: Path) -> None:
    from desk.rehearsal.models import ChangedScreen

    def picture(name: str) -> bytes | None:
        return (out / name).read_bytes() if name else None

    index: dict[str, Any] = json.loads((out / "index.json").read_text(encoding="utf-8"))
    examination.changed = index["all"]
    examination.screens.all().delete()
    for each in index["changed"]:
        pictures = {side: picture(each.pop(side)) for side in ("before", "after")}
        there = {f"has_{side}": content is not None for side, content in pictures.items()}
        if any(there.values()):
            ChangedScreen.objects.create(examination=examination, **each, **pictures, **there)


def _run(
    module: str, arguments: Sequence[str], within_s: float, examination: "Examination"
) -> bool:
    """Whether it did its work in time. How far it is stands in the database meanwhile."""
    from desk.rehearsal.program import ROOT, command, environment

    process = subprocess.Popen(
        command(module, *arguments),
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    late = threading.Timer(within_s, _kill, [process])
    late.start()
    try:
        assert process.stdout  # noqa: S101 - a pipe
        for line in process.stdout:
            if step := STEP.match(line):
                percent = 100 * int(step[1]) // int(step[2])
                type(examination).objects.filter(pk=examination.pk).update(percent=percent)
        return process.wait() == 0
    finally:
        late.cancel()
        _kill(process)


def _kill(process: "subprocess.Popen[str]") -> None:
    """It, and all that it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main())
