"""The browser at two widths, somebody who is signed in, and what holds on every page."""

import os
import re
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache

from goldenthread.web.tests.people import PASSWORD, make_user

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
WIDTHS = {"desk": 1280, "phone": 390}
HEIGHT = 900
# A busy machine is no fault of a page.
TIMEOUT = 60_000
# Playwright's own loop runs in the thread of the tests.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chromium = shutil.which("chromium") or "/usr/bin/chromium"
    return {**browser_type_launch_args, "executable_path": chromium, "args": FLAGS.split()}


@pytest.fixture(params=WIDTHS, ids=list(WIDTHS))
def width(request):
    """Each journey is made twice: at a desk and on a phone."""
    return WIDTHS[request.param]


@pytest.fixture
def browser_context_args(browser_context_args, width, live_server):
    """A window of that width; relative addresses are those of the server under test."""
    return {
        **browser_context_args,
        "viewport": {"width": width, "height": HEIGHT},
        "base_url": live_server.url,
    }


@pytest.fixture
def plain_page(browser, browser_context_args):
    """A page in a browser without JavaScript."""
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    context.set_default_timeout(TIMEOUT)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(page):
    """A page that remembers what its console said: a blocked script or style is a fault."""
    page.set_default_timeout(TIMEOUT)
    page.complaints = []
    page.on("console", lambda m: page.complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    yield page
    # A refused form and a page that is not there are what some journeys are about.
    faults = [text for text in page.complaints if "Failed to load resource" not in text]
    assert faults == []


@pytest.fixture
def officer(live_server):
    # The cache's table is no model's, so no test empties it: a lock-out would outlive its test.
    cache.clear()
    return make_user("ines.officer@aldermere.example", "Ines Officer")


@pytest.fixture
def sign_in(officer):
    """Signs the officer in as she would: by typing."""

    def typed(page, password=PASSWORD):
        page.goto("/account/sign-in/")
        page.get_by_label("Email address").fill(officer.email)
        page.get_by_label("Password", exact=True).fill(password)
        page.get_by_role("button", name="Sign in").click()

    return typed


@pytest.fixture
def check(request, width):
    """Checks a page as it stands: accessible, no sideways scroll; keeps a picture if asked.

    The environment's JOURNEY_PICTURES names a folder for a picture of each page checked. The
    pages are the same on either database, so that one run of the two looks at them.
    """
    folder = os.environ.get("JOURNEY_PICTURES")
    looks = request.config.getoption("database") == "sqlite"

    def checked(page, name=""):
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            test = re.sub(r"\W+", "-", request.node.name)
            page.screenshot(path=f"{folder}/{name or test}-{width}.png", full_page=True)
        page.wait_for_load_state("load")
        if not looks:
            return
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    return checked
