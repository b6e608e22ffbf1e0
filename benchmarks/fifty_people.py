"""Fifty people at work for ten minutes: how long their pages take, and what a worker weighs.

On the PostgreSQL that GOLDENTHREAD_DATABASE names, which must be empty. Each person opens pages
and says what has changed of an action, and thinks for five seconds on the average in between.
"""

import argparse
import http.client
import logging
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PEOPLE, THINK_SECONDS, MINUTES = 50, 5.0, 10.0
P95_SECONDS, WORKER_MB = 0.300, 150
PORT, WORKERS = 8765, 2
OFFICERS, STANDS_IN = 5, 10
TOKEN = "m" * 32  # the form's token and the cookie's are the same; any will do
# What is opened, and how often of a hundred.
MIX = {
    "/": 25,
    "plan": 20,
    "item": 15,
    "action": 20,
    "search": 7,
    "/plans/": 5,
    "thread": 5,
    "claims": 3,
}
SAYS = 0.05
WORDS = ("progress", "visits", "rev", "chronology", "board", "sup")


@dataclass
class Person:
    """Who signs in: the session, and the pages that are theirs to open."""

    session: str
    places: dict[str, list[str]]
    took: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def main() -> int:
    """Print the percentiles and the weight of a worker; 1 when a bar is missed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--minutes", type=float, default=MINUTES)
    minutes = asked.parse_args().minutes
    if "postgres" not in os.environ.get("GOLDENTHREAD_DATABASE", ""):
        print("Set GOLDENTHREAD_DATABASE to an empty PostgreSQL database.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GOLDENTHREAD_DATA"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
        people = _made()
        server = _served()
        try:
            _worked(people, minutes)
            weights = _weights(server.pid)
        finally:
            server.terminate()
            server.wait(30)
    return _told(people, weights, minutes)


def _made() -> list[Person]:
    """The council, and fifty people with a session each."""
    import django

    django.setup()
    logging.disable(logging.INFO)
    from django.core.management import call_command
    from django.db import connection, connections

    from benchmarks.made_months import make

    call_command("migrate", verbosity=0)
    made = make()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    luck = random.Random(50)  # noqa: S311 - no secret
    people = [_person(made, number, luck) for number in range(PEOPLE)]
    connections.close_all()
    return people


def _person(made: Any, number: int, luck: random.Random) -> Person:
    """An improvement officer, or somebody who leads actions of one plan."""
    from goldenthread.people.roles import Role
    from goldenthread.people.tests.factories import make_user
    from goldenthread.plans.models import Standing

    role = Role.IMPROVEMENT_OFFICER if number < OFFICERS else Role.LEAD
    user = make_user(f"Person Number{number}", made.cast.aldermere, role)
    plan = made.plans[0] if role == Role.IMPROVEMENT_OFFICER else luck.choice(made.plans)
    actions = luck.sample(list(plan.actions.order_by("pk")), STANDS_IN)
    if role == Role.LEAD:
        own = user.persons.get()
        for action in actions:
            Standing.objects.create(action=action, rank=Standing.Rank.DELEGATE, person=own)
    return Person(_session(user), _places(plan, actions))


def _session(user: Any) -> str:
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    store = SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store.create()
    return str(store.session_key)


def _places(plan: Any, actions: list[Any]) -> dict[str, list[str]]:
    """The addresses of what somebody opens, by what it is."""
    from goldenthread.web.plans import addresses

    items = [action.items.first() for action in actions]
    return {
        "plan": [addresses.of_plan(plan)],
        "item": [addresses.of_item(item) for item in items if item],
        "action": [addresses.of_action(action) for action in actions],
        "thread": [addresses.of_thread(item) for item in items if item],
        "search": [f"/search/?q={word}" for word in WORDS],
        "claims": ["/library/claims/"],
        "/": ["/"],
        "/plans/": ["/plans/"],
    }


def _served() -> "subprocess.Popen[bytes]":
    """The pages on this machine, as `goldenthread serve` serves them; it answers."""
    command = Path(sys.executable).with_name("goldenthread")
    options = ["serve", "--port", str(PORT), "--workers", str(WORKERS)]
    server = subprocess.Popen([command, *options])
    for _ in range(120):
        time.sleep(0.5)
        try:
            if _asked("/health", "")[0] == 200:
                return server
        except OSError:
            continue
    server.terminate()
    raise RuntimeError("The server does not answer: look at what it printed.")


def _worked(people: list[Person], minutes: float) -> None:
    """All of them at once until the time is over."""
    until = time.monotonic() + 60 * minutes
    busy = [
        threading.Thread(target=_at_work, args=(one, number, until))
        for number, one in enumerate(people)
    ]
    for one in busy:
        one.start()
    for one in busy:
        one.join()


def _at_work(one: Person, number: int, until: float) -> None:
    luck = random.Random(number)  # noqa: S311 - no secret
    time.sleep(luck.uniform(0, THINK_SECONDS))
    while time.monotonic() < until:
        kind = luck.choices(list(MIX), list(MIX.values()))[0]
        address = luck.choice(one.places[kind])
        says = kind == "action" and luck.random() < SAYS * 100 / MIX["action"]
        began = time.perf_counter()
        try:
            status, _ = (
                _asked(f"{address}update/", one.session, says=True)
                if says
                else _asked(address, one.session)
            )
        except OSError as error:
            one.faults.append(f"{address}: {error}")
        else:
            # Whoever is not signed in is led away, so that only an update may be.
            if status != (302 if says else 200):
                one.faults.append(f"{address}: {status}")
        one.took.append(time.perf_counter() - began)
        time.sleep(luck.expovariate(1 / THINK_SECONDS))


def _asked(address: str, session: str, *, says: bool = False) -> tuple[int, int]:
    """The status of an answer and its length; `says` adds an update."""
    wire = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    headers = {"Cookie": f"sessionid={session}; csrftoken={TOKEN}"}
    body = None
    if says:
        headers |= {"Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": TOKEN}
        body = "update-text=It+goes+on+as+planned."
    wire.request("POST" if says else "GET", address, body=body, headers=headers)
    answer = wire.getresponse()
    length = len(answer.read())
    wire.close()
    return answer.status, length


def _weights(parent: int) -> list[float]:
    """What each worker takes of memory, in MB."""
    found = []
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            facts = dict(line.split(":", 1) for line in status.read_text().splitlines())
        except OSError:
            continue
        if int(facts["PPid"]) == parent:
            found.append(int(facts["VmRSS"].split()[0]) / 1024)
    return found


def _told(people: list[Person], weights: list[float], minutes: float) -> int:
    took = sorted(second for one in people for second in one.took)
    faults = [fault for one in people for fault in one.faults]
    p95, p99 = (took[int(part * len(took))] for part in (0.95, 0.99))
    print(
        f"{len(people)} people for {minutes:g} minutes: {len(took)} pages, {len(faults)} faults; "
        f"median {1000 * statistics.median(took):.0f} ms, p95 {1000 * p95:.0f} ms, "
        f"p99 {1000 * p99:.0f} ms; load of the machine {os.getloadavg()[0]:.1f}"
    )
    print("workers: " + ", ".join(f"{weight:.0f} MB" for weight in sorted(weights)))
    for fault in sorted(set(faults))[:10]:
        print(fault)
    return int(bool(faults) or p95 > P95_SECONDS or max(weights, default=0) > WORKER_MB)


if __name__ == "__main__":
    sys.exit(main())
