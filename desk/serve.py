"""The desk as a running server: gunicorn with threads, started in this very process."""

import argparse
import errno
import gc
import socket
from pathlib import Path

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver
from gunicorn.app.base import (  # type: ignore[import-untyped] # gunicorn ships no types
    BaseApplication,
)

from desk.terminal import say, sorry

KEEP_ALIVE_S = 75
"""Longer than the minute that proxies and kiosks keep a quiet connection."""
GRACE_S = 10
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - gunicorn's own heartbeat files, with mode 0600


def serve(asked: argparse.Namespace) -> int:
    host, port = asked.host, asked.port
    try:
        listener = open_listener(host, port)
    except OverflowError:
        return sorry(f"There is no port {port}. Choose one from 1 to 65535 with --port.")
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return sorry(f"Port {port} is taken by another program. Choose another with --port.")
        if error.errno == errno.EACCES:
            return sorry(f"Port {port} is not for ordinary users. Choose one above 1023.")
        return sorry(f"This machine cannot listen on {host}. Choose another with --host.")
    shown = f"[{host}]" if ":" in host else host
    say(f"The desk is at http://{shown}:{listener.getsockname()[1]}/")
    Server(listener, asked.workers).run()
    return 0


class Server(BaseApplication):  # type: ignore[misc] # as above
    """Serves on a socket that is already open, so that a taken port is known beforehand."""

    def __init__(self, listener: socket.socket, workers: int) -> None:
        self._listener = listener
        self._workers = workers
        super().__init__()

    def load_config(self) -> None:
        chosen = {
            "bind": f"fd://{self._listener.fileno()}",
            "workers": self._workers,
            "worker_class": "gthread",
            "threads": settings.THREADS,
            "keepalive": KEEP_ALIVE_S,
            "graceful_timeout": GRACE_S,
            "preload_app": True,  # loaded once, shared by all workers
            "control_socket_disable": True,  # would be a file in the user's home
            "accesslog": None,  # desk.middleware writes its own, without codes and addresses
            "loglevel": "warning",
            "proc_name": "zuil-desk",
        }
        if SHARED_MEMORY.is_dir():
            chosen["worker_tmp_dir"] = str(SHARED_MEMORY)  # a slow disk must not look like a hang
        for name, value in chosen.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIHandler:
        gc.disable()  # imports make nothing to collect
        application = get_wsgi_application()
        get_resolver().url_patterns  # noqa: B018 - imports every page now, not at the first visit
        gc.freeze()  # it all stays: nobody looks through it again, and workers go on sharing it
        gc.enable()
        return application


def open_listener(host: str, port: int) -> socket.socket:
    """Listen at an address. Raises OSError where it is taken or not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(512)
    except OSError:
        listener.close()
        raise
    return listener
