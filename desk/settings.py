"""How this desk is set up: safe as it stands, and a few things to choose.

Everything that may be chosen comes from environment variables that start with
`ZUIL_DESK_` and is listed in docs/desk.md. What the desk makes for itself (secret key,
sealing key, database, limits) stands in one private folder, `ZUIL_DESK_STATE`.
"""

import os
import secrets
from pathlib import Path

import dj_database_url

from desk.access.provider import provider_of
from desk.logs import formatter_for
from desk.private_files import make_private_folder, read_or_make_private

ROOT = Path(__file__).resolve().parent.parent


def _env(name: str, default: str) -> str:
    return os.environ.get(f"ZUIL_DESK_{name}") or default


def _words(name: str, default: str) -> list[str]:
    return [word.strip() for word in _env(name, default).split(",") if word.strip()]


STATE = make_private_folder(Path(_env("STATE", "var/desk")).resolve())
BUNDLE = Path(_env("BUNDLE", str(ROOT / "config" / "factory"))).resolve()
"""Where the municipality's name and telephone number stand (`bundle.yaml`)."""

BACKOFFICES = Path(_env("BACKOFFICES", str(STATE / "backoffices.yaml"))).resolve()
"""Addresses and credentials of the back-offices; a secret. Without it all stays in the inbox."""
URL = _env("URL", "http://127.0.0.1:8800").rstrip("/")
"""How others reach this desk: in links for staff, in letters, and for back-offices that call us."""
REPOSITORY = Path(_env("REPOSITORY", str(STATE / "repository"))).resolve()
"""What kiosks fetch their bundle from: plain files, that any static host may serve as well."""
PUBLISHING_KEYS = Path(_env("PUBLISHING_KEYS", str(STATE / "publishing"))).resolve()
"""The keys that bundles are signed with. Only `python -m desk publisher` reads them."""
UPDATES_URL = _env("UPDATES_URL", "").rstrip("/")
"""Where kiosks find the repository. Empty: at this desk, under `/kiosk`."""
TRIAL_PAUSE_S = int(_env("TRIAL_PAUSE_S", "600"))
"""Seconds that a bundle is on trial before it may go to all kiosks."""
TRIAL_SILENT_S = int(_env("TRIAL_SILENT_S", "600"))
"""Seconds of silence of a trial kiosk after which the trial is halted."""
JURISDICTION = _env("JURISDICTION", "")
"""What apps call this town (Open311 `jurisdiction_id`). Empty: whatever they call it is fine."""
ERASE_AFTER_DAYS = int(_env("ERASE_AFTER_DAYS", "30"))
"""Days after the answer until what a visitor told about themselves is erased."""
NOTICE_AFTER_S = int(_env("NOTICE_AFTER_S", "600"))
"""Seconds until a visitor is told of a change: one that is taken back by then is not told."""
METRICS_TOKEN_FILE = _env("METRICS_TOKEN_FILE", "")
"""Holds the token that Prometheus shows. Empty: only this machine may ask for `/metrics`."""
LOGS = _env("LOGS", "lines")
"""`json`: each line of the log is an object, for programs that collect logs."""

SECRET_KEY, *SECRET_KEY_FALLBACKS = read_or_make_private(
    STATE / "secret-key", lambda: secrets.token_urlsafe(50)
).split() or [""]
"""The first line of the file. What an older line below it signed or locked is still believed."""
DEBUG = False
ALLOWED_HOSTS = _words("ALLOWED_HOSTS", "127.0.0.1,localhost")
HTTPS = _env("HTTPS", "no") == "yes"
"""Visitors reach the desk over https, through a proxy that says so."""
PROXIES = int(_env("PROXIES", "0"))
"""How many proxies in front add to X-Forwarded-For. 0: that header is not believed."""

SUBMISSION_MAX_BYTES = 8 * 1024 * 1024
"""Two spoken messages of a minute: 60 s x 22050 Hz x 2 bytes, in base64, is 3.5 MB each."""
THREADS = 32
"""Of each worker. A kiosk on a slow line holds one for minutes."""
LARGE_AT_ONCE = THREADS // 2
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024  # forms; submissions are read in desk.intake.bodies
PUBLIC_PER_MINUTE = int(_env("PUBLIC_PER_MINUTE", "30"))
LOGIN_TRIES = 5
LOGIN_TRIES_PER_ADDRESS = 30
LOGIN_WAIT_S = 300

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "desk.access",
    "desk.fleet",
    "desk.publishing",
    "desk.editing",
    "desk.rehearsal",
    "desk.measuring",
    "desk.open311",
    "desk.intake",
    "desk.answers",
    "desk.backoffices",
    "desk.contractors",
    "desk.follow",
    "desk.inbox",
]
MIDDLEWARE = [
    "desk.middleware.access_log",
    "desk.middleware.own_resources_only",
    "desk.middleware.health",  # before anything looks at the host name: probes use addresses
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "desk.access.language.staff_language",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "desk.access.sessions.that_end",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "desk.access.history.every_change",
]
ROOT_URLCONF = "desk.urls"
WSGI_APPLICATION = "desk.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "desk" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "desk.menu.menu",
            ]
        },
    }
]

_POSTGRESQL = _env("DATABASE_URL", "")
DATABASES = {
    "default": dj_database_url.parse(_POSTGRESQL, conn_max_age=None, conn_health_checks=True)
    if _POSTGRESQL
    else {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": STATE / "desk.sqlite3",
        "CONN_MAX_AGE": None,  # one connection per thread, kept: opening costs more than a query
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            # FULL: an answer to a kiosk makes it erase its copy, so it must outlive a power cut.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
            # What is erased is overwritten with zeros, not only let go of.
            "PRAGMA secure_delete=ON;",
        },
    }
}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": STATE / "limits",  # in files, so that all workers count together
        "OPTIONS": {"MAX_ENTRIES": 5000},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SECOND_FACTOR = _env("SECOND_FACTOR", "chosen")
"""`required`: all staff log in with a second step. `chosen`: those who set one up."""
OTP_TOTP_ISSUER = "Zuil"
OIDC = provider_of(_env)
"""The identity provider, where staff log in there; None without."""
OIDC_NAME = OIDC.name if OIDC else ""
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    *(["desk.access.oidc.Backend"] if OIDC else []),
]
LOGIN_URL = "inbox:login"
LOGIN_REDIRECT_URL = "inbox:list"
LOGOUT_REDIRECT_URL = "inbox:login"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 10 * 3600  # a working day
SESSION_IDLE_S = 3600
"""Seconds without a member of staff after which their session ends."""
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
X_FRAME_OPTIONS = "DENY"
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True  # `/health` is answered before
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    # For this host name and those below it. `host`: for a desk on a name that has others below.
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _env("HSTS", "below") != "host"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [ROOT / "desk" / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "static/"
STATICFILES_DIRS = [ROOT / "desk" / "static"]
WHITENOISE_USE_FINDERS = True  # no collecting step: the few files are served where they stand
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"discreet": {"()": "desk.logs.Discreet"}},
    "formatters": {"line": {"()": formatter_for(LOGS)}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "filters": ["discreet"],
            "formatter": "line",
        }
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "desk": {"level": "INFO"},
        # Every request already has its own line; what is left are the real failures.
        "django": {"handlers": [], "level": "ERROR", "propagate": True},
    },
}
