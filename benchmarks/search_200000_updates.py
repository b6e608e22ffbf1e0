"""How long a search takes among 200,000 updates: the page, by who asks and for what.

On SQLite; on the database that GOLDENTHREAD_DATABASE names where it is set, which must be empty.
"""

import logging
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

ROUNDS = 12
BAR_SECONDS = 0.100
# Rare, common and prefix from three letters, one word and two.
MIX = (
    "kestrel",
    "chronology",
    "progress",
    "review children",
    "pro",
    "rev",
    "superv",
    "therapy hous",
)


def main() -> int:
    """Print the percentiles of the mix for each reader; 1 when a 95th misses its bar."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GOLDENTHREAD_DATA"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
        import django

        django.setup()
        logging.disable(logging.INFO)
        from django.core.management import call_command
        from django.db import connection

        from benchmarks.made_months import make

        call_command("migrate", verbosity=0)
        made = make()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        return _measured(made, connection.vendor)


def _measured(made: Any, vendor: str) -> int:
    from goldenthread.plans.models import Update

    bare = _times(lambda: list(Update.objects.order_by("-pk")[:25]))
    base = statistics.median(bare)
    print(f"{vendor}: the 25 newest updates as bare rows: {1000 * base:.1f} ms")
    readers = {"improvement officer": made.cast.alice, "lead of one small plan": made.lead}
    return max(_of_reader(name, user, base) for name, user in readers.items())


def _of_reader(name: str, user: Any, base: float) -> int:
    from django.test import Client

    client = Client()
    client.force_login(user)
    times: list[float] = []
    for typed in MIX:
        of = _times(lambda: client.get("/search/", {"q": typed}, HTTP_HOST="localhost"))  # noqa: B023
        print(f"  {name}, {typed!r}: {1000 * statistics.median(of):.0f} ms")
        times += of
    times.sort()
    p95 = times[int(0.95 * len(times))]
    median = statistics.median(times)
    print(
        f"  {name}: median {1000 * median:.0f} ms, p95 {1000 * p95:.0f} ms, ratio {p95 / base:.0f}"
    )
    return int(p95 > BAR_SECONDS)


def _times(work: Callable[[], Any]) -> list[float]:
    """Seconds of each round; a first one is thrown away."""
    found = []
    for _ in range(ROUNDS + 1):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return found[1:]


if __name__ == "__main__":
    sys.exit(main())
