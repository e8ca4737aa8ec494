"""Files that come with a form stay in memory: a photograph is never on a disk unsealed.

Measure the whole before it is read; this takes whatever comes.
"""

from django.core.files.uploadhandler import MemoryFileUploadHandler


class InMemory(MemoryFileUploadHandler):
    def handle_raw_input(self, *args: object, **kwargs: object) -> None:  # noqa: ARG002 - Django's
        self.activated = True
