"""Defining measures, and changing what they count."""

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.history import record
from goldenthread.people.models import Authority, User
from goldenthread.people.permissions import require
from goldenthread.results.kinds import Form
from goldenthread.results.models import Definition, Measure

DEFINE = "results.define_measure"


@transaction.atomic
def define_measure(
    *,
    authority: Authority,
    code: str,
    name: str,
    form: str,
    unit: str,
    better: str,
    kind: str,
    text: str,
    population: str,
    by: User,
    every_months: int = 1,
    settling_days: int = 0,
) -> Measure:
    """Define a measure, with the first version of what it counts and among whom.

    Args:
        form:          one of `kinds.Form`; it never changes.
        better, kind:  of `Measure.Better` and `Measure.Kind`.
        every_months:  how often a figure is expected.
        settling_days: after the period's end, until a figure is no longer provisional.

    Raises:
        NotAllowed:    `by` may not define measures of the authority.
        NotAllowedNow: something is left empty or unknown, or the code is taken.
    """
    require(by, DEFINE, authority)
    words = [code.strip(), name.strip(), unit.strip(), text.strip(), population.strip()]
    if not all(words):
        raise NotAllowedNow("A measure has a code, a name, a unit, what it counts and among whom.")
    known = form in Form.values and better in Measure.Better.values and kind in Measure.Kind.values
    if not known or every_months < 1 or settling_days < 0:
        raise NotAllowedNow("Choose form, direction and kind from their lists, and every month on.")
    if Measure.objects.filter(authority=authority, code__iexact=words[0]).exists():
        raise NotAllowedNow(f"{words[0]}: the code is taken. Choose another, or that measure.")
    made = Measure.objects.create(
        authority=authority,
        code=words[0],
        name=words[1],
        form=form,
        unit=words[2],
        better=better,
        kind=kind,
        every_months=every_months,
        settling_days=settling_days,
    )
    _define(made, 1, words[3], words[4], by)
    after = {"code": made.code, "form": form, "better": better, "kind": kind, "text": words[3]}
    record(by=by, verb="defined", thing=made, after=after)
    return made


@transaction.atomic
def change_definition(
    *, measure: Measure, text: str, population: str, why: str, by: User
) -> Definition:
    """Give a measure another definition; figures keep the one they were counted by.

    Raises:
        NotAllowed:    `by` may not define measures of the authority.
        NotAllowedNow: something is left empty, or nothing changes.
    """
    row = Measure.objects.select_for_update().visible_to(by).get(pk=measure.pk)
    require(by, DEFINE, row.authority)
    if not text.strip() or not population.strip() or not why.strip():
        raise NotAllowedNow("Say what is counted now, among whom, and why it changes.")
    last = row.definitions.latest("version")
    if (last.text, last.population) == (text.strip(), population.strip()):
        raise NotAllowedNow(f"{last} says the same already. Nothing was changed.")
    made = _define(row, last.version + 1, text.strip(), population.strip(), by)
    before = {"version": last.version, "text": last.text, "population": last.population}
    after = {"version": made.version, "text": made.text, "population": made.population}
    record(by=by, verb="redefined", thing=row, before=before, after=after, why=why)
    return made


def _define(measure: Measure, version: int, text: str, population: str, by: User) -> Definition:
    return Definition.objects.create(
        measure=measure,
        version=version,
        text=text,
        population=population,
        defined_by=by,
        defined_at=timezone.now(),
    )
