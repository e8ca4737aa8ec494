"""The kiosk sleeps until a finger, a key or a thread needs it."""

import os
import socket
import threading
import time
from pathlib import Path

from screens.waiting import FALSE_ALARMS, Waiting, descriptors, to_display_server


def slept_s(waiting: Waiting, blind_s: float) -> float:
    began = time.monotonic()
    waiting.wait(blind_s)
    return time.monotonic() - began


def test_another_thread_wakes_it_at_once() -> None:
    waiting = Waiting()
    threading.Timer(0.05, waiting.wake).start()
    assert slept_s(waiting, 20) < 10


def test_a_wake_before_the_sleep_is_not_lost_and_counts_once() -> None:
    waiting = Waiting()
    waiting.wake()
    waiting.wake()
    assert slept_s(waiting, 20) < 10
    assert slept_s(waiting, 0.05) >= 0.04


def test_what_the_display_writes_ends_the_sleep() -> None:
    waiting = Waiting()
    ours, theirs = socket.socketpair()
    waiting.watch([ours.fileno()])
    theirs.send(b"event")
    assert slept_s(waiting, 20) < 0.2
    ours.close()
    theirs.close()


def test_a_socket_that_never_brings_an_event_is_given_up() -> None:
    waiting = Waiting()
    ours, theirs = socket.socketpair()
    waiting.watch([ours.fileno()])
    theirs.send(b"never read")
    for _ in range(FALSE_ALARMS + 1):
        waiting.wait(0)
    assert slept_s(waiting, 0.05) >= 0.04
    ours.close()
    theirs.close()


def test_only_connections_to_a_display_server_are_watched(tmp_path: Path) -> None:
    before = descriptors()
    assert descriptors() == before
    folder = tmp_path / ".X11-unix"
    folder.mkdir()
    display, other = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)
    clients = []
    for server, name in ((display, folder / "X5"), (other, tmp_path / "bus")):
        server.bind(str(name))
        server.listen()
        client = socket.socket(socket.AF_UNIX)
        client.connect(str(name))
        clients.append(client)
    file = os.open(tmp_path, os.O_RDONLY)
    assert to_display_server(descriptors() - before) == (clients[0].fileno(),)
    os.close(file)
    for one in (display, other, *clients):
        one.close()
