"""How a test is tied to a target, and how an approved figure is filed against it, are tried."""

from datetime import date
from decimal import Decimal

from goldenthread.plans import actions
from goldenthread.results import actions as results
from goldenthread.results.actions.targets import Terms
from goldenthread.results.tests.factories import approved, measure, month
from tests.permissions.trying import tries

WHY = "As the board asked"


def a_target(town):
    """A fall from 40 in 2012, with a test of the action that is to show it."""
    of = measure(town.cast, code="RETURNED", form="count", unit="records", better="lower")
    target = results.set_change(
        baseline=approved(town.cast, of, "40", month(3)),
        comparator="at most",
        minimum_change=Decimal(10),
        change_in="unit",
        terms=Terms(date(2012, 4, 1), "The board", date(2013, 3, 31)),
        by=town.cast.alice,
    )
    test = actions.add_test(
        of=town.action, text="Fewer are returned", kind="difference", by=town.cast.alice
    )
    return of, target, test


@tries("plans.name_own_test", actions.tie_test, also="to a target")
def tie_test(town):
    _, target, test = a_target(town)
    return lambda by: actions.tie_test(test=test, target=target, by=by, why=WHY)


@tries("plans.file_own_evidence", actions.file_figure, also="of a measure")
def file_figure(town):
    of, target, test = a_target(town)
    actions.tie_test(test=test, target=target, by=town.cast.alice, why=WHY)
    test.refresh_from_db()
    value = approved(town.cast, of, "30", month(6))
    given = {"action": town.action, "test": test, "value": value, "shows": "Fewer"}
    return lambda by: actions.file_figure(by=by, **given)
