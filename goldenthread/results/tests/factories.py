"""Measures and figures of the made-up council of Aldermere."""

from datetime import date
from decimal import Decimal

from goldenthread.basics.periods import Period
from goldenthread.results import actions
from goldenthread.results.actions.targets import Terms
from goldenthread.results.actions.values import About


def month(number, year=2012):
    return Period.month(year, number)


def measure(cast, **changes):
    told = {
        "authority": cast.aldermere,
        "code": "VISITS",
        "name": "Visits in time",
        "form": "share",
        "unit": "%",
        "better": "higher",
        "kind": "impact",
        "text": "Visits within ten days",
        "population": "Visits due in the month",
        "by": cast.alice,
    }
    return actions.define_measure(**told | changes)


def about(period, **changes):
    told = {"as_at": period.last_day, "known_on": period.last_day, "source": "Case system"}
    return About(period=period, **told | changes)


def entered(cast, of, typed="12 of 14", period=None, **changes):
    by = changes.pop("by", cast.alice)
    period = period or month(3)
    return actions.enter_value(measure=of, typed=typed, about=about(period, **changes), by=by)


def approved(cast, of, typed="12 of 14", period=None, **changes):
    value = entered(cast, of, typed, period, **changes)
    return actions.approve_value(value=value, by=cast.bob)


def level(cast, of, value="80", **changes):
    told = {
        "measure": of,
        "comparator": "at least",
        "level": Decimal(value),
        "terms": Terms(date(2012, 1, 1), "Agreed by the board", date(2012, 3, 31)),
        "by": cast.alice,
    }
    return actions.set_level(**told | changes)
