"""Settings. Every value that differs between machines is read from the environment, here only."""

import base64
import hashlib
import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF

from goldenthread.config.logs import logging_to_stderr

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


def mail(address: str) -> dict[str, Any]:
    """Where mail goes: "file" (a folder of the data folder), "console", Notify, or a server."""
    # notify:TEMPLATE, the id of a template of GOV.UK Notify that asks for subject and body.
    if address.startswith("notify:"):
        return {
            "EMAIL_BACKEND": "goldenthread.people.notify.EmailBackend",
            "NOTIFY_TEMPLATE": address.removeprefix("notify:"),
        }
    # smtp://user:password@host:port; smtp+plain:// without TLS, for a relay on the same machine.
    if not address.startswith(("smtp://", "smtp+plain://")):
        backend = {"file": "filebased", "console": "console"}[address]
        return {"EMAIL_BACKEND": f"django.core.mail.backends.{backend}.EmailBackend"}
    parts = urlsplit(address)
    return {
        "EMAIL_HOST": parts.hostname or "",
        "EMAIL_PORT": parts.port or 587,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp",
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
    "django_htmx",
    "csp",
    "goldenthread.web",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "goldenthread.people",
    "goldenthread.sources",
    "goldenthread.inspections",
    "goldenthread.results",
    "goldenthread.plans",
    "goldenthread.governance",
    "goldenthread.intake",
    "goldenthread.thread",
    "goldenthread.papers",
]
AUTH_USER_MODEL = "people.User"
MIDDLEWARE = [
    "goldenthread.web.middleware.Numbered",
    "goldenthread.web.middleware.RolesRemembered",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "goldenthread.web.middleware.SignInForFragments",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "goldenthread.web.sign_in.first_password.ChoosePasswordFirst",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "goldenthread.web.middleware.ErrorsInWords",
]
ROOT_URLCONF = "goldenthread.config.urls"
WSGI_APPLICATION = "goldenthread.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Each area of the pages brings its own folder of templates.
        "DIRS": sorted((BASE_DIR / "goldenthread" / "web").glob("*/templates")),
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "goldenthread.web.navigation.shell",
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
# The folder of stored files (docs/guide/files.md).
# Children's data: loads as tables, the key of the hashes, and that of the case system's numbers.
LOADS_DIR = os.environ.get("GOLDENTHREAD_LOADS", str(DATA_DIR / "loads"))
CHILDREN_KEY = secret("children_key")
NUMBERS_KEY = base64.urlsafe_b64encode(
    hashlib.sha256(secret("numbers_key").encode()).digest()
).decode()
FILES_DIR = os.environ.get("GOLDENTHREAD_FILES", str(DATA_DIR / "files"))
# How long a job stays with a worker that gives no sign of life.
JOB_LEASE_SECONDS = float(os.environ.get("GOLDENTHREAD_JOB_LEASE_SECONDS", "60"))
STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STATICFILES_DIRS = [("vendor", BASE_DIR / "vendor" / "web")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "goldenthread.web.static_files.HashedWhenCollected"},
}

# The header
COUNCIL_NAME = os.environ.get("GOLDENTHREAD_COUNCIL", "")
COUNCIL_LOGO = Path(os.environ["GOLDENTHREAD_LOGO"]) if "GOLDENTHREAD_LOGO" in os.environ else None

# Every component on one page, for those who build pages.
STYLE_GUIDE = DEBUG

# Shared by all web workers, so that a lock-out holds whichever of them is asked. An entry
# is one email address or network that failed; too small a table could be flooded to unlock.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# Sign-in
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "goldenthread.web.sign_in.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "100/15m/ip,5/15m/key",
    "reset_password": "20/15m/ip,5/15m/key",
    "reset_password_from_key": "20/15m/ip",
    "reauthenticate": "10/15m/user",
    "change_password": "5/m/user",
}
MFA_ADAPTER = "goldenthread.web.sign_in.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Golden Thread"
MFA_ALLOW_UNVERIFIED_EMAIL = True
SECOND_FACTOR_KEY = secret("second_factor_key")
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_FAILURE_VIEW = "goldenthread.web.errors.form_expired"

# Behind a proxy that speaks HTTPS and says so in X-Forwarded-Proto; off on a laptop.
HTTPS = os.environ.get("GOLDENTHREAD_HTTPS") == "1"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = False
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]  # the council's domain is not ours
SECURE_REDIRECT_EXEMPT = ["^health$"]
# How many proxies add their sender to X-Forwarded-For, so that a lock-out counts the right network.
PROXIES = int(os.environ.get("GOLDENTHREAD_PROXIES", "1" if HTTPS else "0"))
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Mail and log
NOTIFY_TEMPLATE = ""
vars().update(mail(os.environ.get("GOLDENTHREAD_MAIL", "file")))
# The key of the council's service on GOV.UK Notify, and where that is.
NOTIFY_KEY = os.environ.get("GOLDENTHREAD_NOTIFY_KEY", "")
NOTIFY_ADDRESS = "https://api.notifications.service.gov.uk"
# A mail server that says nothing for so long counts as away, in seconds.
EMAIL_TIMEOUT = 20
EMAIL_FILE_PATH = DATA_DIR / "mail"
# Where answers to a digest are received, such as replies@council.example; empty where nowhere.
# Notify puts its own address for answers into each mail, so that a digest could not be answered.
REPLY_TO = "" if NOTIFY_TEMPLATE else os.environ.get("GOLDENTHREAD_REPLY_TO", "")
# The Maildir into which the mail server puts those answers; empty where nowhere.
MAILBOX = os.environ.get("GOLDENTHREAD_MAILBOX", "")
# Where people open the pages: what links in mails begin with.
ADDRESS = os.environ.get("GOLDENTHREAD_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
DEFAULT_FROM_EMAIL = os.environ.get("GOLDENTHREAD_MAIL_FROM", "golden-thread@localhost")
LOGGING = logging_to_stderr(os.environ.get("GOLDENTHREAD_LOG_LEVEL", "INFO"))
