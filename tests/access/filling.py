"""`python -m tests.access.filling` fills the desk whose state folder the environment names."""

from importlib import import_module

import django

if __name__ == "__main__":
    django.setup()
    import_module("tests.access.sample").fill()
