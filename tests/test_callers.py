"""The kiosks that the benchmark plays: they come when they said, and say how long they waited."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from benchmarks.callers import Call, call
from benchmarks.figures import Figure

GET = b"GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
WAIT_S = 0.05


class _Answers(BaseHTTPRequestHandler):
    """What is asked for by name."""

    wbufsize = -1  # head and content in one piece
    turn = threading.Semaphore(1)

    def do_GET(self) -> None:
        match self.path:
            case "/hang-up":
                self.close_connection = True
            case "/nothing-new":
                self.send_response(304)
                self.end_headers()
            case "/short":
                self.close_connection = True
                self._say(200, b"hello", 9)
            case "/alone":
                with self.turn:
                    threading.Event().wait(WAIT_S)
                    self._say(200, b"hello")
            case _:
                self._say(200, b"hello" * 20_000)

    def _say(self, status: int, content: bytes, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(length or len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Nothing."""


class _Server(ThreadingHTTPServer):
    request_queue_size = 64  # whoever finds the queue full comes back after a second


@pytest.fixture(params=["HTTP/1.0", "HTTP/1.1"])
def port(request: pytest.FixtureRequest) -> Iterator[int]:
    handler = type("Handler", (_Answers,), {"protocol_version": request.param})
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def test_each_call_hears_all_its_answers_whole(port: int) -> None:
    heard = call(port, [Call(0.0, [GET % b"/", GET % b"/nothing-new", GET % b"/"])] * 20)
    assert [(each.statuses, each.fault) for each in heard] == [((200, 304, 200), "")] * 20
    assert all(each.received > 200_000 for each in heard)


def test_half_an_answer_and_none_are_faults(port: int) -> None:
    (none,) = call(port, [Call(0.0, [GET % b"/hang-up"])])
    assert (none.statuses, none.fault) == ((), "hung up")
    (half,) = call(port, [Call(0.0, [GET % b"/short"])])
    assert (half.statuses, half.fault) == ((), "cut off")


def test_waiting_for_ones_turn_counts(port: int) -> None:
    at_once = call(port, [Call(0.0, [GET % b"/alone"])] * 3)
    assert sorted(each.took_s for each in at_once)[2] >= 3 * WAIT_S
    one_line = call(port, [Call(0.0, [GET % b"/alone"])] * 3, at_once=1)
    assert sorted(each.took_s for each in one_line)[2] >= 3 * WAIT_S


def test_a_call_comes_at_its_moment_and_not_before(port: int) -> None:
    began = time.monotonic()
    (heard,) = call(port, [Call(0.1, [GET % b"/nothing-new"])])
    assert time.monotonic() - began >= 0.1 + heard.took_s
    assert heard.took_s > 0


def test_nobody_who_listens_is_a_fault() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answers) as server:
        gone = server.server_port
    (heard,) = call(gone, [Call(0.0, [GET % b"/"])])
    assert heard.fault == "ConnectionRefusedError"


def test_a_figure_may_have_to_be_large_enough() -> None:
    enough, too_few = (Figure("rate", "a second", rate, at_least=170) for rate in (170, 169))
    assert (enough.met, too_few.met) == (True, False)
    assert enough.reach == "at least 170 a second"
