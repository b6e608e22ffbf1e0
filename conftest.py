"""Which tests run on which database, what they may reach, and the fixtures of every room."""

import os
import shutil
from datetime import UTC, datetime

import pytest
import time_machine
from django.conf import settings
from django.test import TransactionTestCase
from hypothesis import settings as random_data

from tests.plugins import tables
from tests.plugins.needs import FINDERS, shared_folder

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "own_database"}
A_MONDAY_MORNING = datetime(2026, 3, 16, 9, 30, tzinfo=UTC)
ON_THIS_MACHINE = ["127.0.0.1", "localhost", "::1"]


# A busy machine is no fault of the code. A landing draws the same data each time: luck must not
# decide it; a developer's own runs draw new data.
random_data.register_profile("house", deadline=None, derandomize=os.environ.get("CI") == "true")
random_data.load_profile("house")


def pytest_configure(config):
    # The slow hash of a password protects nobody here, and every sign-in would pay for it.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # Playwright runs an event loop in the tests' own thread.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(config, items):
    for item in items:
        _mark(item)
    on_postgres = config.getoption("database") == "postgres"
    runs = [_runs(item, on_postgres=on_postgres) for item in items]
    if on_postgres:
        runs = _one_journey_a_file(items, runs)
    wanted = [item for item, is_run in zip(items, runs, strict=True) if is_run]
    unwanted = [item for item, is_run in zip(items, runs, strict=True) if not is_run]
    if on_postgres:
        for item in wanted:
            item.add_marker(pytest.mark.needs("postgres"))
    config.hook.pytest_deselected(items=unwanted)
    items[:] = wanted


def _mark(item):
    fixtures = getattr(item, "fixturenames", ())
    if "page" in fixtures:
        item.add_marker("journey")
    if item.get_closest_marker("journey"):
        item.add_marker(pytest.mark.needs("chromium"))
        item.add_marker(pytest.mark.allow_hosts(ON_THIS_MACHINE))
    if "shared" in fixtures:
        item.add_marker("shared")


def _runs(item, *, on_postgres):
    """Whether the test belongs to this run: the second run repeats what uses the database.

    How wide a window is, no database knows: the second run makes each journey at a desk.
    """
    elsewhere = "sqlite" if on_postgres else "postgres"
    if item.get_closest_marker(elsewhere):
        return False
    return not on_postgres or (uses_database(item) and not _is_on_a_phone(item))


def _one_journey_a_file(items, runs):
    """What runs, with the first journey of each file alone.

    The pages themselves are asked on both databases by the tests of the areas; the browser is
    driven to its end on the first.
    """
    seen, kept = {}, []
    for item, is_run in zip(items, runs, strict=True):
        if is_run and item.get_closest_marker("journey"):
            is_run = seen.setdefault(item.path, item.function) is item.function
        kept.append(is_run)
    return kept


def _is_on_a_phone(item):
    call = getattr(item, "callspec", None)
    return call is not None and call.params.get("width") == "phone"


def uses_database(item):
    django_class = isinstance(getattr(item, "cls", None), type) and issubclass(
        item.cls, TransactionTestCase
    )
    fixtures = set(getattr(item, "fixturenames", ()))
    marked = item.get_closest_marker("django_db") is not None
    return django_class or marked or not fixtures.isdisjoint(DATABASE_FIXTURES)


def pytest_runtest_setup(item):
    if item.get_closest_marker("shared") and not shared_folder().is_dir():
        pytest.skip("../shared missing")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """The tests' database is there before Django asks: a copy of the tables, made once a run.

    On SQLite it is a file, as a council's server has it: in memory there is no WAL.
    """
    first, database = tables.made(), settings.DATABASES["default"]
    if tables.is_on_server():
        name = database["TEST"].get("NAME") or f"test_{database['NAME']}"
        database["TEST"]["NAME"] = tables.copied_on_server(name)
    else:
        file = settings.DATA_DIR / "test.sqlite3"
        database["TEST"]["NAME"] = str(file)
        shutil.copyfile(first / tables.FILE, file)


@pytest.fixture(scope="session")
def django_db_keepdb():
    """The copy stays as it is, and goes with the folder or the cluster that holds it.

    Dropping it on a server would fail on a request that a closed browser left behind.
    """
    return True


@pytest.fixture
def fixed_clock():
    """It is Monday 16 March 2026, 09:30 in London; `.move_to(...)` takes the test elsewhere."""
    with time_machine.travel(A_MONDAY_MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The machine's own Chromium: nothing is downloaded."""
    return {
        **browser_type_launch_args,
        "executable_path": FINDERS["chromium"](),
        "args": ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
    }
