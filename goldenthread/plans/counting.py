"""The counts of plans and their sentence, for what a user sees of them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from goldenthread.people.models import User
from goldenthread.plans import rungs
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import Action, AsReported, Plan
from goldenthread.plans.replacing import no_longer_counted
from goldenthread.plans.standing import KINDS, TALLIED, Stands


@dataclass(frozen=True, kw_only=True)
class Counts:
    """How many of a plan's actions stand where; rows that only point to another are left out.

    `reported_done` counts what is done here and, until the first round closes, what the
    document says is completed on a day or in a month. `accepted` is how many tests have accepted evidence, by kind;
    `done_tests` how many tests show only that something was done. `replaced` counts what was
    superseded or found ineffective and still counts, `left` what no longer does and is in no
    other number, as what took its place is checked.
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
    replaced: int
    left: int

    @property
    def sentence(self) -> str:
        """The counts in words."""
        return "; ".join(filter(None, (self._main, _still(self.replaced), _left(self.left))))

    @property
    def _main(self) -> str:
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
    """Count the actions of a plan that a user sees, as of a day."""
    rows = Action.objects.visible_to(user).current().filter(plan=plan)
    return counts_by_plan(rows, day).get(plan.pk) or count({}, (), ())


def counts_by_plan(actions: "QuerySet[Action]", day: date) -> dict[int, Counts]:
    """Count actions by their plan, as of a day; plans without any have no entry.

    Costs a constant number of queries. Rows that only point to another action are left out.
    """
    own = actions.filter(same_as=None).order_by()
    rows: list[Any] = list(own.values_list("pk", "same_as_id", "plan_id", named=True))
    stands, reported = stands_of(rows, day), said_done(own)
    left = no_longer_counted(stands, day)
    plans: dict[int, dict[int, Stands]] = defaultdict(dict)
    for row in rows:
        plans[row.plan_id][row.pk] = stands[row.pk]
    return {plan: count(found, reported, left) for plan, found in plans.items()}


def said_done(actions: "QuerySet[Action] | Collection[int]") -> set[int]:
    """Those that their document calls completed, with a day, while the first round is open.

    Args:
        actions: as a query, or by their ids.
    """
    rows = AsReported.objects.says_completed().exclude(completed_on=None)
    given: Any = actions.values("pk") if isinstance(actions, QuerySet) else actions
    rows = rows.filter(action__in=given, action__plan__first_round_closed_on=None)
    return set(rows.values_list("action_id", flat=True))


def count(stands: Mapping[int, Stands], reported: Collection[int], left: Collection[int]) -> Counts:
    """Count actions by where they stand.

    Args:
        stands: of each action, by its id.
        reported: those that the document calls completed, as `said_done` has them.
        left: those that count no longer, as `no_longer_counted` has them.
    """
    counted = {pk: one for pk, one in stands.items() if pk not in left} if left else stands
    tallies = [one.tally for one in counted.values()]
    sums = dict(zip(TALLIED, map(sum, zip(*tallies, strict=True)), strict=False))
    number = {name: sums.get(name, 0) for name in TALLIED}
    said = sum(counted[pk].delivered != rungs.DONE for pk in reported if pk in counted)
    return Counts(
        actions=len(counted),
        reported_done=number["done"] + said,
        checked=number["checked"],
        accepted={kind: number[f"accepted of {kind}"] for kind in KINDS},
        late=number["late"],
        waiting=number["waiting"],
        silent=number["silent"],
        no_test=number["no_test"],
        no_local_date=number["no_local_date"],
        only_done=number["only_done"],
        done_tests=number["tests of done"],
        not_specified=number["not_specified"],
        replaced=number["replaced"],
        left=len(stands) - len(counted),
    )


def _still(number: int) -> str:
    """What was replaced and still counts, in words; "" for none."""
    if not number:
        return ""
    verb, whose = ("counts", "its") if number == 1 else ("count", "their")
    return (
        f"{number} superseded or ineffective still {verb} until what took {whose} place is checked"
    )


def _left(number: int) -> str:
    """What was replaced and counts no longer, in words; "" for none."""
    if not number:
        return ""
    verb, whose = ("counts", "its") if number == 1 else ("count", "their")
    return f"{number} no longer {verb}, as what took {whose} place is checked"


def _many(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _have(number: int) -> str:
    return "has" if number == 1 else "have"
