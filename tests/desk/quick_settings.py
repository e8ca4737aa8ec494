"""A desk as it is set up, but for passwords that cost a quarter of a second to check."""

from desk.settings import *  # noqa: F403 - all of it

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
