"""What a browser is told on every page, and what only signed-in people see."""

import os
import subprocess
import sys

import pytest
from django.urls import URLPattern, get_resolver

OPEN = {
    # By a secret address alone, which shows no title and no name.
    "calendar:feed",
    "health:index",
    "council-logo",
    "account_login",
    "account_logout",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_authenticate",
}


@pytest.mark.django_db
def test_every_page_has_a_strict_policy(page_client):
    headers = page_client.get("/").headers
    policy = headers["Content-Security-Policy"]
    for part in ("default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'"):
        assert part in policy.split("; ")
    assert "unsafe" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"


def named_patterns(patterns, space=""):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", pattern
        else:
            inner = f"{pattern.namespace}:" if pattern.namespace else space
            yield from named_patterns(pattern.url_patterns, inner)


def test_only_these_pages_are_open_to_strangers():
    opened = {
        name
        for name, pattern in named_patterns(get_resolver().url_patterns)
        if not getattr(pattern.callback, "login_required", True)
    }
    assert opened == OPEN


def run(*arguments, **settings):
    return subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", *arguments],
        # (Set for the tests that drive a browser.)
        env={k: v for k, v in os.environ.items() if k != "DJANGO_ALLOW_ASYNC_UNSAFE"} | settings,
        capture_output=True,
        text=True,
        check=False,
    )


def test_behind_https_django_finds_nothing_to_warn_of():
    deployed = {"GOLDENTHREAD_HTTPS": "1", "GOLDENTHREAD_HOSTS": "plan.example.gov.uk"}
    done = run("check", "--deploy", "--fail-level", "WARNING", **deployed)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("setting", "kept"),
    [
        ("file", "filebased"),
        ("console", "console"),
        ("smtp://u:p%40@mail.example:25", "smtp"),
        ("notify:an-id", "people.notify"),
    ],
)
def test_mail_goes_where_the_setting_says(setting, kept):
    code = "from django.conf import settings as s; print(s.EMAIL_BACKEND, s.EMAIL_HOST_PASSWORD)"
    done = run("shell", "--verbosity", "0", "-c", code, GOLDENTHREAD_MAIL=setting)
    assert kept in done.stdout
    assert ("p@" in done.stdout) is (kept == "smtp")


@pytest.mark.parametrize(
    ("setting", "told"),
    [("notify:an-id", "[] an-id"), ("file", "[replies@aldermere.example] no template")],
)
def test_with_notify_no_answer_to_a_digest_is_asked_for(setting, told):
    code = (
        "from django.conf import settings as s; "
        "print(f'[{s.REPLY_TO}]', s.NOTIFY_TEMPLATE or 'no template')"
    )
    given = {"GOLDENTHREAD_MAIL": setting, "GOLDENTHREAD_REPLY_TO": "replies@aldermere.example"}
    assert told in run("shell", "--verbosity", "0", "-c", code, **given).stdout


@pytest.mark.django_db
class TestTheCouncilsLogo:
    def show(self, client, settings, path):
        settings.COUNCIL_LOGO = path
        return client.get("/council-logo")

    @pytest.mark.parametrize(
        ("start", "kind"),
        [(b"\x89PNG\r\n\x1a\n", "image/png"), (b"<svg></svg>", "image/svg+xml")],
    )
    def test_is_shown_by_what_it_is(self, visitor, settings, tmp_path, start, kind):
        picture = tmp_path / "logo"
        picture.write_bytes(start)
        answer = self.show(visitor, settings, picture)
        assert answer.headers["Content-Type"] == kind
        assert b"".join(answer.streaming_content) == start

    def test_is_nothing_else_than_a_picture(self, visitor, settings, tmp_path):
        page = tmp_path / "logo.png"
        page.write_bytes(b"<html></html>")
        assert self.show(visitor, settings, page).status_code == 404

    @pytest.mark.parametrize("there", [True, False])
    def test_may_be_missing(self, visitor, settings, tmp_path, there):
        path = tmp_path / "gone.png" if there else None
        assert self.show(visitor, settings, path).status_code == 404

    def test_stands_in_the_header_with_the_name(self, page_client, settings, tmp_path):
        settings.COUNCIL_NAME, settings.COUNCIL_LOGO = "Aldermere Council", tmp_path / "logo.png"
        page = page_client.get("/").text
        assert "Aldermere Council" in page
        assert 'src="/council-logo"' in page
