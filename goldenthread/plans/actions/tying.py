"""Tying a test to a target of a measure, and filing an approved figure against it."""

from typing import Any

from django.db import transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.models import User
from goldenthread.plans import tying
from goldenthread.plans.actions.filing import FILE, FILE_OWN, file_evidence
from goldenthread.plans.actions.reaching import workable
from goldenthread.plans.actions.testing import NAME, NAME_OWN, ask_reopening, change_test
from goldenthread.plans.models import Action, Evidence, Reopening, Test
from goldenthread.results.models import Target, Value

FIGURE_KIND = "measure value"


@transaction.atomic
def tie_test(*, test: Test, target: Target, by: User, why: str) -> Test | Reopening:
    """Have the number of a test come from the figures of a target's measure.

    Baseline, least change and period are those of the target. Where evidence is filed the
    change waits until somebody else approves it.

    Raises:
        NotAllowed:    `by` neither keeps the plan nor stands in the action, or does not see
                       the target.
        NotAllowedNow: the target ended or is no change from a baseline, the test is not of the
                       kind difference, or there is no reason.
    """
    plan = workable(test.of, by, NAME, NAME_OWN)
    rows = Target.objects.visible_to(by).filter(measure__authority=plan.authority)
    row = rows.select_related("measure", "baseline").filter(pk=target.pk).first()
    if row is None:
        raise NotAllowed("You see no such target of this council. Nothing was changed.")
    if row.ended_on is not None:
        raise NotAllowedNow(f"{row} ended: {row.ended_why}. Choose one that holds.")
    if row.baseline is None:
        raise NotAllowedNow(
            f"{row} is a level. A test of a change needs a baseline: set a change from a "
            "baseline as the measure's target first."
        )
    if test.kind != Test.Kind.DIFFERENCE:
        raise NotAllowedNow("Only a test of the kind difference is tied. Change its kind first.")
    aim = tying.aim_of(row, row.baseline)
    if test.links.exists():
        return ask_reopening(test=test, by=by, why=why, aim=aim)
    return change_test(test=test, by=by, why=why, aim=aim)


@transaction.atomic
def file_figure(
    *, action: Action, test: Test, value: Value, by: User, shows: str, ask_at_once: bool = False
) -> Evidence:
    """File an approved figure against the test that is tied to a target of its measure.

    Whether it shows the change is for the check to say; once revised it counts no longer.

    Raises:
        NotAllowed:    `by` neither keeps the plan nor stands in the action, or does not see
                       the figure.
        NotAllowedNow: the test is not tied, the figure is no approved one of its period, or it
                       is filed already.
    """
    workable(action, by, FILE, FILE_OWN)
    if not tying.is_tied(test.aim):
        raise NotAllowedNow(f"“{test}” is not tied to a target. Tie it first.")
    if not Value.objects.visible_to(by).filter(pk=value.pk).exists():
        raise NotAllowed("You do not see this figure. Nothing was filed.")
    row = next((one for one in tying.figures_for(test.aim) if one.pk == value.pk), None)
    if row is None:
        raise NotAllowedNow(
            f"{value} is no approved figure of the period and the part that “{test}” is tied to."
        )
    return file_evidence(
        action=action,
        tests=[test],
        kind=FIGURE_KIND,
        title=f"{row.measure.name}, {row.period}",
        shows=shows,
        by=by,
        ask_at_once=ask_at_once,
        about=_about(row),
        value=row,
        period_from=row.period_from,
        period_to=row.period_to,
    )


def _about(value: Value) -> dict[str, Any]:
    """The figure as evidence keeps it; a count may not know out of how many."""
    if value.denominator is None:
        return {"value": value.pk}
    figure: dict[str, Any] = {
        "number": value.number,
        "numerator": value.numerator,
        "denominator": value.denominator,
    }
    told = {name: float(number) for name, number in figure.items()}
    return {"value": value.pk, "figure": {**told, "as_at": value.as_at.isoformat()}}
