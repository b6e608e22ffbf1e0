"""The counts of a plan and its sentence, for what a user sees of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from goldenthread.people.models import User
from goldenthread.plans import standing
from goldenthread.plans.models import Action, AsReported, Plan, Test


@dataclass(frozen=True, kw_only=True)
class Counts:
    """How many of a plan's actions stand where; rows that only point to another are left out.

    `reported_done` counts what is done here and, until the first round closes, what the
    document says is completed on a day or in a month. `accepted` is how many tests have accepted evidence, by kind;
    `done_tests` how many tests show only that something was done.
    """

    actions: int
    reported_done: int
    checked: int
    accepted: dict[str, int]
    late: int
    waiting: int
    silent: int
    no_test: int
    no_local_date: int
    only_done: int
    done_tests: int
    not_specified: int

    @property
    def sentence(self) -> str:
        """The counts in words."""
        return (
            f"{_many(self.actions, 'action')}; {self.reported_done} reported done, "
            f"{self.checked} checked here; {self.no_test} {_have(self.no_test)} no test; "
            f"{self.no_local_date} {_have(self.no_local_date)} no local date; "
            f"{_many(self.done_tests, 'test')} show{'s' if self.done_tests == 1 else ''} "
            "only that something was done"
        )

    @property
    def by_kind(self) -> str:
        """Accepted evidence by kind: '31 done, 4 practice, 0 difference'."""
        return ", ".join(f"{number} {kind}" for kind, number in self.accepted.items())


def counts(plan: Plan, user: User, day: date) -> Counts:
    """Count the actions of a plan that a user sees, as of a day; three queries."""
    rows = Action.objects.visible_to(user).current().filter(plan=plan, same_as=None)
    dated = AsReported.objects.current().filter(claims="completed", completed_on__isnull=False)
    # A sentence on progress may tell of a part that is completed.
    said = dated.filter(action=OuterRef("pk")).exclude(column=AsReported.Column.PROGRESS)
    listed: list[Any] = list(rows.with_standing(day).annotate(said_done=Exists(said)))
    open_round = plan.first_round_closed_on is None
    tests: list[Any] = list(
        standing.with_met(Test.objects.current().filter(action__in=rows.values("pk")), day)
    )
    return Counts(
        actions=len(listed),
        reported_done=sum(
            row.delivered == "done" or (open_round and row.said_done) for row in listed
        ),
        checked=sum((row.rung or 0) >= 3 for row in listed),
        accepted={
            kind: sum(test.kind == kind and test.is_met for test in tests)
            for kind in Test.Kind.values
        },
        late=sum(row.is_late for row in listed),
        waiting=sum(row.waiting_since is not None for row in listed),
        silent=sum(row.is_silent for row in listed),
        no_test=sum(not row.is_tested for row in listed),
        no_local_date=sum(not row.has_local_date for row in listed),
        only_done=sum(row.only_done for row in listed),
        done_tests=sum(test.kind == Test.Kind.DONE for test in tests),
        not_specified=sum(row.delivered == "to be agreed" for row in listed),
    )


def _many(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _have(number: int) -> str:
    return "has" if number == 1 else "have"
