"""Settings. Every value that differs between machines is read from the environment, here only."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

BASE_DIR = Path(__file__).resolve().parents[2]
DATA_DIR = Path(os.environ.get("GOLDENTHREAD_DATA", BASE_DIR / "var")).resolve()


def secret(name: str) -> str:
    """The secret called `name`: from the environment, else from a file made at first use.

    The file lies in the data folder, is readable by its owner only, and is never replaced.
    """
    if value := os.environ.get(f"GOLDENTHREAD_{name.upper()}"):
        return value
    path = DATA_DIR / "secrets" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text()


def database(address: str | None) -> dict[str, Any]:
    """The database at `address` (postgresql://user:password@host:port/name), else SQLite."""
    if address is None:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA_DIR / "goldenthread.sqlite3",
            "OPTIONS": {
                "timeout": 20,
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
            },
        }
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
    }


SECRET_KEY = secret("secret_key")
DEBUG = os.environ.get("GOLDENTHREAD_DEBUG") == "1"
ALLOWED_HOSTS = os.environ.get("GOLDENTHREAD_HOSTS", "127.0.0.1,localhost,testserver").split(",")
DATABASES = {"default": database(os.environ.get("GOLDENTHREAD_DATABASE"))}
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "goldenthread.people",
    "goldenthread.sources",
    "goldenthread.inspections",
    "goldenthread.results",
    "goldenthread.plans",
    "goldenthread.intake",
]
AUTH_USER_MODEL = "people.User"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "goldenthread.config.urls"
WSGI_APPLICATION = "goldenthread.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
# The key of the history's chain, and the folder of its second place (docs/guide/history.md).
HISTORY_KEY = secret("history_key")
HISTORY_HEADS = os.environ.get("GOLDENTHREAD_HISTORY_HEADS", str(DATA_DIR / "history"))
# How long a job stays with a worker that gives no sign of life.
JOB_LEASE_SECONDS = float(os.environ.get("GOLDENTHREAD_JOB_LEASE_SECONDS", "60"))
STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
# Behind a proxy that speaks HTTPS and says so in X-Forwarded-Proto; off on a laptop.
HTTPS = os.environ.get("GOLDENTHREAD_HTTPS") == "1"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = False
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]  # the council's domain is not ours
