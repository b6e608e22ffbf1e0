"""How long the pages of a large council take, each beside a bare view of the same rows.

5,000 actions, half of them in one plan, and 200,000 updates. On SQLite; on the database that
GOLDENTHREAD_DATABASE names where it is set, which must be empty. On SQLite the database works
within the process, so that the processor's time is that of both.
"""

import logging
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

ROUNDS = 12
MIGRATE_SECONDS = 10.0
BARE = (
    "<table>{% for row in rows %}<tr><td>{{ row.public_id }}</td><td>{{ row.text }}</td></tr>"
    "{% endfor %}</table>"
)


@dataclass(frozen=True)
class Timed:
    """What one page took: seconds of processor and of the clock, rounds in order, and queries."""

    processor: list[float]
    clock: list[float]
    queries: int

    @property
    def median(self) -> float:
        return statistics.median(self.processor)

    @property
    def p95(self) -> float:
        return sorted(self.processor)[int(0.95 * len(self.processor))]


def main() -> int:
    """Print each page's figures and its ratio to the bare view; 1 when a page misses its bar."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GOLDENTHREAD_DATA"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
        import django

        django.setup()
        logging.disable(logging.INFO)
        slow = _migrated()
        from django.db import connection

        from benchmarks.made_months import make

        made = make()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        print(f"{connection.vendor}; load of the machine: {os.getloadavg()[0]:.1f}")
        return max(slow, _measured(made))


def _migrated() -> int:
    from django.core.management import call_command

    began = time.perf_counter()
    call_command("migrate", verbosity=0)
    took = time.perf_counter() - began
    print(f"migrations on an empty database: {took:.1f} s")
    return int(took > MIGRATE_SECONDS)


def _measured(made: Any) -> int:
    """Each page by its address, with the most milliseconds that it may take."""
    from django.test import Client

    client = Client()
    client.force_login(made.cast.alice)
    misses = 0
    for name, address, bar, many in _pages(made):
        bare = _timed(_bare_view(made.plans[0], many))
        page = _timed(lambda: _opened(client, address))  # noqa: B023 - called at once
        print(
            f"{name}: median {1000 * page.median:.0f} ms, p95 {1000 * page.p95:.0f} ms, "
            f"clock {1000 * statistics.median(page.clock):.0f} ms, {page.queries} queries; bar "
            f"{bar} ms; ratio {page.median / bare.median:.0f} to {many} bare rows "
            f"({1000 * bare.median:.1f} ms)"
        )
        misses += 1000 * page.median > bar
    return int(misses > 0)


def _pages(made: Any) -> list[tuple[str, str, int, int]]:
    """Name, address, the bar in milliseconds, and how many bare rows it is held against."""
    from goldenthread.web.plans import addresses

    large, small = made.plans[0], made.plans[-1]
    item, action = large.items.order_by("pk").first(), large.actions.order_by("pk").first()
    return [
        ("plan of 2,500 actions, its first 100", addresses.of_plan(large), 40, 100),
        ("the smallest plan", addresses.of_plan(small), 40, 25),
        ("plans", "/plans/", 20, 25),
        ("item", addresses.of_item(item), 40, 25),
        ("action", addresses.of_action(action), 40, 25),
        ("thread", addresses.of_thread(item), 40, 25),
        ("my work", "/", 40, 25),
        ("claims waiting", "/library/claims/", 40, 25),
        ("Excel of 5,000 actions", "/plans/actions.xlsx", 1_500, 5_000),
    ]


def _bare_view(plan: Any, many: int) -> Callable[[], str]:
    """The same rows as plain values in a plain template."""
    from django.template import Context, engines

    template = engines["django"].from_string(BARE).template
    rows = plan.actions.order_by("order").values("public_id", "text")[:many]
    return lambda: template.render(Context({"rows": list(rows.all())}))


def _opened(client: Any, address: str) -> None:
    """Open a page.

    Raises:
        RuntimeError: when it is not there, since a page of an error would look quick.
    """
    answer = client.get(address, HTTP_HOST="localhost")
    if answer.status_code != 200:
        raise RuntimeError(
            f"{address} answered {answer.status_code}: mend its address in this script."
        )
    if answer.streaming:
        for _ in answer:
            pass


def _timed(work: Callable[[], Any]) -> Timed:
    """Time the rounds; a first one is thrown away, but its queries are counted."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        work()
    queries = len(asked)  # now, for each request that follows empties the log
    processor, clock = [], []
    for _ in range(ROUNDS):
        began, on_clock = time.process_time(), time.perf_counter()
        work()
        processor.append(time.process_time() - began)
        clock.append(time.perf_counter() - on_clock)
    return Timed(processor, clock, queries)


if __name__ == "__main__":
    sys.exit(main())
