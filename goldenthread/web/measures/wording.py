"""Figures, targets and ties in the words of the pages."""

from fractions import Fraction

from goldenthread.plans.models import Item, MeasureLink
from goldenthread.results import looking
from goldenthread.results.figures import plain
from goldenthread.results.kinds import Comparator, Form
from goldenthread.results.models import Measure, Target, Value
from goldenthread.web import words
from goldenthread.web.components import Tag

EVERYBODY = "everybody"
STATES = {
    Value.State.ENTERED: Tag("entered, not yet approved", "govuk-tag--yellow"),
    Value.State.APPROVED: Tag("approved", "govuk-tag--green"),
    Value.State.RETURNED: Tag("returned with a reason", "govuk-tag--red"),
    Value.State.REVISED: Tag("revised figure", "govuk-tag--grey"),
}


def state_of(value: Value) -> Tag:
    return STATES[Value.State(value.state)]


def figure_of(value: Value) -> str:
    """The figure in its unit: "77.5%", "62.1 per 10,000", "3 children"."""
    return in_unit(value.measure, value.exact)


def in_unit(measure: Measure, number: Fraction) -> str:
    """A number of a measure with its unit."""
    if measure.form == Form.SHARE:
        return f"{plain(number)}%"
    if measure.form == Form.RATE:
        return f"{plain(number)} per 10,000"
    return f"{plain(number)} {measure.unit}"


def parts_of(value: Value) -> str:
    """What the figure is made of: "31 of 40"; of a count without a whole, that it lacks one."""
    if value.denominator is None:
        return "does not say out of how many"
    # (As "f": normalised alone, 20 is written as 2E+1.)
    return f"{value.numerator.normalize():,f} of {words.number(value.denominator)}"


def period_of(value: Value) -> str:
    return f"{words.day(value.period_from)} to {words.day(value.period_to)}"


def part_of(value: Value) -> str:
    return value.part or EVERYBODY


def decided_on(value: Value) -> str:
    """Who entered and who approved it: one line."""
    entered = f"entered by {value.entered_by}, {words.day(value.entered_at)}"
    if value.approved_by is None or value.approved_at is None:
        return entered
    return f"{entered}; approved by {value.approved_by}, {words.day(value.approved_at)}"


def target_of(target: Target) -> str:
    """What has to be reached: "at least 80%", "a fall by at least 10% from 40%"."""
    measure, baseline = target.measure, target.baseline
    if baseline is None:
        return f"{target.comparator} {in_unit(measure, Fraction(target.level or 0))}{_whom(target)}"
    change = plain(Fraction(target.minimum_change or 0))
    unit = " points" if measure.form == Form.SHARE else f" {measure.unit}"
    by = f"{change}{'%' if target.change_in == Target.ChangeIn.PER_CENT else unit}"
    way = "a fall" if target.comparator == Comparator.AT_MOST else "a rise"
    level = in_unit(measure, looking.level_of(target))
    said = f"{way} by at least {by} from {in_unit(measure, baseline.exact)}"
    return f"{said} ({period_of(baseline)}), so {target.comparator} {level}{_whom(target)}"


def _whom(target: Target) -> str:
    if target.each_group:
        return f", each of: {', '.join(target.groups)}"
    part = target.baseline.part if target.baseline else (str(target.team) if target.team_id else "")
    return f", {part}" if part else ""


def tie_of(link: MeasureLink) -> str:
    """What is expected of the measure: "measure of impact, a rise expected"."""
    kind = Measure.Kind(link.kind).label.lower()
    expected = MeasureLink.Expected(link.expected).label.lower()
    lag = words.counted(link.lag_months, "month")
    later = f", from {lag} after completion" if link.lag_months else ""
    return f"{kind}, {expected} expected{later}"


def public_id_of(link: MeasureLink) -> str:
    return f"{'Item' if isinstance(link.of, Item) else 'Action'} {link.of.public_id}"
