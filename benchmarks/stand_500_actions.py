"""Where 500 actions stand, and their page, beside fetching the same actions and updates bare."""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from typing import Any

ACTIONS = 500
ROUNDS = 5
BAR_SECONDS = 1.0
DAY = date(2026, 3, 16)


def main() -> int:
    """Print the medians and their ratios to the bare rows; 1 when the page misses its bar."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GOLDENTHREAD_DATA"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
        cast, plan = _made()
        return _measured(cast, plan)


def _made() -> tuple[Any, Any]:
    """A council with a plan: some actions have one update and one test, a few have forty."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from goldenthread.people.tests.factories import make_cast
    from goldenthread.plans import actions
    from goldenthread.plans.tests.factories import recorded

    luck, cast = random.Random(500), make_cast()  # noqa: S311 - no secret
    plan = recorded(cast, _draft(luck))
    for action in plan.actions.all():
        for n in range(min(40, int(luck.paretovariate(1.2)))):
            actions.add_update(action=action, by=cast.alice, text=f"Step {n} was taken.")
    return cast, plan


def _draft(luck: random.Random) -> Any:
    from goldenthread.plans.drafts import (
        ActionDraft,
        ItemDraft,
        PlanDraft,
        TestDraft,
        TimescaleDraft,
    )

    items = tuple(ItemDraft(number=str(n + 1), text=f"Area {n + 1}") for n in range(25))
    tests = [TestDraft(text=f"Minutes of the board, part {n}", kind="done") for n in range(4)]
    rows = tuple(
        ActionDraft(
            items=(n % 25,),
            text=f"Action {n + 1}: hold conferences in time",
            tests=tuple(tests[: luck.choice([0, 1, 1, 1, 2, 4])]),
            timescales=(TimescaleDraft(printed=luck.choice(["May 2026", "End Sept 2025"])),),
        )
        for n in range(ACTIONS)
    )
    return PlanDraft(title="Plan of 500", items=items, actions=rows)


def _measured(cast: Any, plan: Any) -> int:
    from django.test import Client

    from goldenthread.plans.gathering import stands_of
    from goldenthread.plans.models import Action, Update

    client = Client()
    client.force_login(cast.alice)
    address = f"/plans/{plan.authority.code}/{plan.public_id}/"
    rows = list(plan.actions.all())
    bare = _median(
        lambda: (list(plan.actions.all()), list(Update.objects.filter(action__plan=plan)))
    )
    stand = _median(lambda: stands_of(Action.objects.filter(plan=plan), DAY))
    page = _median(lambda: client.get(address, HTTP_HOST="localhost"))
    print(f"{len(rows)} actions and their updates as bare rows: {bare:.3f} s")
    print(f"where they stand: {stand:.3f} s, ratio {stand / bare:.1f}")
    print(f"the plan's page, 100 of them: {page:.3f} s, ratio {page / bare:.1f}")
    return int(page > BAR_SECONDS)


def _median(work: Callable[[], Any]) -> float:
    """Seconds of the middle round; the first is thrown away."""
    times = []
    for _ in range(ROUNDS + 1):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return statistics.median(times[1:])


if __name__ == "__main__":
    sys.exit(main())
