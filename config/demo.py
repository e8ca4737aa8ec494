"""A desk and a kiosk on one machine, for a first look: `make run`.

Starts the desk, its relay and its publisher, makes the first staff login (with a password of its
own), enrols a demonstration kiosk, starts it, and tells where everything is. A kiosk that crashes
is started again; Ctrl-C ends everything.
"""

import argparse
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import yaml

from config.device import has_display
from config.sorry import Sorry

ROOT = Path(__file__).parent.parent
PATIENCE_S = 30
CRASH_PAUSE_S = 1.0
MISTAKE = 2
"""The kiosk's exit code for what starting it again cannot mend."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make run", description=__doc__)
    parser.add_argument("--state", type=Path, default=ROOT / "var")
    parser.add_argument("--desk-port", type=int, default=8800)
    parser.add_argument("--mirror-port", type=int, default=8801)
    asked = parser.parse_args(arguments)
    # A shell that starts this in the background passes Ctrl-C on as ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    started: list[subprocess.Popen[bytes]] = []
    try:
        return _run(asked, started)
    except Sorry as sorry:
        sys.stderr.write(f"{sorry}\n")
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        _end(started)


def _run(asked: argparse.Namespace, started: list[subprocess.Popen[bytes]]) -> int:
    state: Path = asked.state
    window = has_display()
    _check_free(asked.desk_port, "desk")
    if not window:
        _check_free(asked.mirror_port, "kiosk in the browser")
    desk_url = f"http://127.0.0.1:{asked.desk_port}"
    password, enrolment, device = (
        state / "staff-password",
        state / "enrolment.yaml",
        state / "device.yaml",
    )
    environment = {
        **os.environ,
        "ZUIL_DESK_STATE": str(state / "desk"),
        "ZUIL_DESK_REPOSITORY": str(state / "repository"),
        "ZUIL_DESK_PUBLISHING_KEYS": str(state / "publishing"),
        "ZUIL_DESK_URL": desk_url,
    }
    desk = _start("-m", "desk", "serve", "--port", str(asked.desk_port), environment=environment)
    started.append(desk)
    _await(desk, f"{desk_url}/health")
    relay = _start("-m", "desk", "relay", environment=environment)
    started.append(relay)
    _make_keys(state, environment)
    enrolled = enrolment.read_text(encoding="utf-8") if enrolment.exists() else ""
    if desk_url not in enrolled or "updates_root" not in enrolled:
        _do(
            "-m",
            "desk",
            "first-staff",
            "--name",
            "beheer",
            "--out",
            str(password),
            environment=environment,
        )
        _do(
            "-m",
            "desk",
            "enrol",
            "zuil-1",
            "--out",
            str(enrolment),
            "--desk-url",
            desk_url,
            environment=environment,
        )
    _write_device(device)
    kiosk_options = ["--device", str(device), "--state", str(state)]
    kiosk_options += ["--windowed"] if window else ["--mirror", f"127.0.0.1:{asked.mirror_port}"]
    standing = state / "standing"
    standing.unlink(missing_ok=True)
    kiosk = _start(str(ROOT / "run_kiosk.py"), *kiosk_options)
    started.append(kiosk)
    if window:
        _until(kiosk, standing.exists, "The kiosk does not come")
    else:
        _await(kiosk, f"http://127.0.0.1:{asked.mirror_port}/view.json")
    publisher = _start("-m", "desk", "publisher", environment=environment)  # nobody waits for it
    started.append(publisher)
    _tell(asked, state, window, password, device)
    others = {"desk": desk, "relay": relay, "publisher": publisher}
    return _watch(others, kiosk, kiosk_options, started)


def _make_keys(state: Path, environment: Mapping[str, str]) -> None:
    """To publish with, made once and unlocked: for a first look, on one machine."""
    if (state / "repository" / "metadata" / "1.root.json").exists():
        return
    root = state / "root-key.pem"
    root.unlink(missing_ok=True)  # of a first start that was cut off: no kiosk trusts it
    made = ("-m", "desk", "publishing-keys", "new", "--no-passphrase", "--root-out", str(root))
    _do(*made, environment=environment)


def _watch(
    others: Mapping[str, subprocess.Popen[bytes]],
    kiosk: subprocess.Popen[bytes],
    options: Sequence[str],
    started: list[subprocess.Popen[bytes]],
) -> int:
    while True:
        try:
            code = kiosk.wait(0.5)
        except subprocess.TimeoutExpired:
            for name, process in others.items():
                if process.poll() is not None:
                    told = f"The {name} has stopped; its last lines above say why."
                    raise Sorry(told) from None
            continue
        if code == 0:
            return 0
        if code == MISTAKE:
            return 1
        sys.stderr.write("The kiosk stopped by itself and is started again.\n")
        time.sleep(CRASH_PAUSE_S)
        started.remove(kiosk)
        kiosk = _start(str(ROOT / "run_kiosk.py"), *options)
        started.append(kiosk)


def _check_free(port: int, who: str) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise Sorry(
                f"Port {port}, which the {who} needs, is taken by another program: "
                "stop that program, or choose other ports as the README says."
            ) from None


def _start(*command: str, environment: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    # A session of its own: Ctrl-C reaches this program only, which ends the others in order.
    return subprocess.Popen(
        [sys.executable, *command], cwd=ROOT, env=environment, start_new_session=True
    )


def _do(*command: str, environment: Mapping[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, check=False
    )
    if done.returncode:
        raise Sorry(done.stderr.decode().strip() or f"{' '.join(command)} did not work.")


def _await(process: subprocess.Popen[bytes], url: str) -> None:
    """Until `url` answers."""

    def answers() -> bool:
        try:
            with urllib.request.urlopen(url, timeout=1):  # noqa: S310 - our own loopback address
                return True
        except OSError:
            return False

    _until(process, answers, f"{url} does not answer")


def _until(process: subprocess.Popen[bytes], happened: Callable[[], bool], trouble: str) -> None:
    """Until it happened. A process that ends first has said why."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        if process.poll() is not None:
            raise SystemExit(1)
        if happened():
            return
        time.sleep(0.02)
    raise Sorry(f"{trouble}: stop everything with Ctrl-C and try again.")


def _write_device(path: Path) -> None:
    if path.exists():
        return
    content = {
        "location": "Bibliotheek Centrum",
        "latitude": 52.2215,
        "longitude": 6.8937,
        "panel_mm": [268, 477],
        "enrolment": "enrolment.yaml",
        "printer": {"kind": "picture", "directory": str(path.parent / "receipts")},
        "staff_code": f"{secrets.randbelow(10**6):06}",
    }
    path.write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True), encoding="utf-8")


def _tell(
    asked: argparse.Namespace, state: Path, window: bool, password: Path, device: Path
) -> None:
    kiosk = "in its window" if window else f"http://127.0.0.1:{asked.mirror_port}/"
    word = password.read_text(encoding="utf-8").strip() if password.exists() else "as you set it"
    code = yaml.safe_load(device.read_text(encoding="utf-8")).get("staff_code")
    staff = f"  Staff code   {code}, for the staff screen of the kiosk\n" if code else ""
    sys.stdout.write(
        f"\n  The kiosk    {kiosk}\n"
        f"  The desk     http://127.0.0.1:{asked.desk_port}/\n"
        f"  Staff login  beheer, password: {word}\n"
        f"  Receipts     {state / 'receipts'}/\n"
        f"{staff}\n"
        "  Ctrl-C ends everything.\n\n"
    )
    sys.stdout.flush()


def _end(started: list[subprocess.Popen[bytes]]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # once is enough
    for process in reversed(started):
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


if __name__ == "__main__":
    sys.exit(main())
