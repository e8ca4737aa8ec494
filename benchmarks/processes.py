"""Programs under test: started alone, looked at from outside, and gone when we are done."""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import psutil

ROOT = Path(__file__).parent.parent
_OTHERS = ("PYTHON", "ZUIL", "SDL", "DISPLAY", "WAYLAND")


def environment(more: Mapping[str, str]) -> dict[str, str]:
    """Ours, without what would change how a program under test behaves."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(_OTHERS)}
    return own | dict(more)


def start(
    command: Sequence[str], more: Mapping[str, str], log: Path, stdout: int | None = None
) -> subprocess.Popen[bytes]:
    """In a session of its own, so that it and all it starts can be ended together."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as errors:
        return subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment(more),
            stdin=subprocess.DEVNULL,
            stdout=errors if stdout is None else stdout,
            stderr=errors,
            start_new_session=True,
        )


def end(process: subprocess.Popen[bytes], limit_s: float = 10.0) -> None:
    """Ask it to end; after `limit_s`, and for whatever it left behind, do not ask."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(limit_s)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdout:
        process.stdout.close()


def pss_mb(process: subprocess.Popen[bytes]) -> float:
    """Proportional memory of it and all it started, in MB (10^6 bytes).

    A page that several processes share counts for its part in each: so Chromium's many
    processes pay once for what they share, and we pay for our part of Python's files.
    """
    total = 0
    for one in _family(process):
        with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
            total += one.memory_full_info().pss
    return total / 1e6


def resident_mb(process: subprocess.Popen[bytes]) -> float:
    """What one process has in memory if it is charged for all that it shares."""
    return psutil.Process(process.pid).memory_info().rss / 1e6


def own_mb(process: subprocess.Popen[bytes]) -> float:
    """What one process has made itself (anonymous memory): the only place for a leak.

    Unlike PSS it does not change when somebody else starts or ends a Python beside it.
    """
    rollup = Path(f"/proc/{process.pid}/smaps_rollup").read_text(encoding="ascii")
    line = next(line for line in rollup.splitlines() if line.startswith("Anonymous:"))
    return int(line.split()[1]) * 1024 / 1e6


def processor_s(process: subprocess.Popen[bytes]) -> float:
    """Seconds of a core that it and all it started have used so far."""
    total = 0.0
    for one in _family(process):
        with suppress(psutil.NoSuchProcess):
            times = one.cpu_times()
            total += times.user + times.system
    return total


def _family(process: subprocess.Popen[bytes]) -> list[psutil.Process]:
    first = psutil.Process(process.pid)
    return [first, *first.children(recursive=True)]
