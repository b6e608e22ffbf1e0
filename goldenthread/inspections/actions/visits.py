"""Preparing for a visit: when it is expected, what it looks at, its letter, or that it was called off."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.basics.wording import read
from goldenthread.inspections.models import Framework, Inspection, Recommendation, Visit
from goldenthread.people.history import record
from goldenthread.people.models import Authority, User
from goldenthread.people.permissions import require

VERB = "inspections.prepare_visit"
NO_SCOPE = "Say what the inspectors will look at, as they put it."


@transaction.atomic
def prepare_visit(
    *,
    authority: Authority,
    framework: Framework,
    expected: str,
    scope: str,
    recommendations: Collection[int],
    by: User,
    cohort: str = "",
) -> Visit:
    """Begin to prepare for a visit of inspectors.

    Args:
        expected:        when, as it was told: "4 to 5 June 2026", "October 2026" or nothing.
        scope:           what they say they will look at, in their words.
        recommendations: ids of the recommendations that the visit is about.
        cohort:          which children's records are looked at.

    Raises:
        NotAllowed:    `by` may not prepare visits of the authority.
        NotAllowedNow: no scope is given, the wording is a day that there is not, or a
                       recommendation is none of the authority's own that stand.
    """
    require(by, VERB, authority)
    made = Visit(authority=authority, prepared_by=by, prepared_at=timezone.now())
    asked = _asked(authority, recommendations)
    _fill(made, framework=framework, expected=expected, scope=scope, cohort=cohort)
    made.save()
    made.recommendations.set(asked)
    record(by=by, verb="prepared", thing=made, after=_told(made))
    return made


@transaction.atomic
def change_visit(
    *,
    visit: Visit,
    framework: Framework,
    expected: str,
    scope: str,
    recommendations: Collection[int],
    by: User,
    cohort: str = "",
) -> Visit:
    """Say anew when a visit is expected and what it is about; arguments as of `prepare_visit`.

    Raises:
        NotAllowed, NotAllowedNow: as `prepare_visit`; or nothing more is prepared for it.
    """
    row = _to_come(visit, by)
    before = _told(row)
    asked = _asked(row.authority, recommendations)
    _fill(row, framework=framework, expected=expected, scope=scope, cohort=cohort)
    row.save()
    row.recommendations.set(asked)
    record(by=by, verb="changed", thing=row, before=before, after=_told(row))
    return row


@transaction.atomic
def call_off_visit(*, visit: Visit, why: str, by: User) -> Visit:
    """Say that a visit will not take place.

    Raises:
        NotAllowed:    `by` may not prepare visits of the authority.
        NotAllowedNow: there is no reason, or nothing more is prepared for it.
    """
    row = _to_come(visit, by)
    if not why.strip():
        raise NotAllowedNow("Say why the visit will not take place.")
    row.called_off_on, row.called_off_why = timezone.localdate(), why.strip()
    row.save(update_fields=["called_off_on", "called_off_why"])
    record(by=by, verb="called off", thing=row, after={"on": row.called_off_on}, why=why.strip())
    return row


@transaction.atomic
def record_letter(*, visit: Visit, letter: Inspection, by: User) -> Visit:
    """Say which letter followed a visit; the next visit then begins where it ends.

    Raises:
        NotAllowed:    `by` may not prepare visits of the authority.
        NotAllowedNow: the letter is another authority's, does not stand or is that of another
                       visit; or nothing more is prepared for this one.
    """
    row = _to_come(visit, by)
    found = Inspection.objects.visible_to(by).current().filter(authority=row.authority)
    kept = found.filter(pk=letter.pk).first()
    if kept is None:
        raise NotAllowedNow(f"{letter} is no letter of {row.authority} that stands. Choose one.")
    if Visit.objects.filter(letter=kept).exists():
        raise NotAllowedNow(f"{kept} is the letter of another visit. Choose another.")
    row.letter = kept
    row.save(update_fields=["letter"])
    record(by=by, verb="letter recorded", thing=row, after={"letter": str(kept)})
    return row


def _to_come(visit: Visit, by: User) -> Visit:
    """The visit as it now stands, locked, while it is still prepared for."""
    require(by, VERB, visit.authority)
    rows = Visit.objects.visible_to(by).select_for_update(of=("self",))
    row = rows.select_related("authority", "framework").get(pk=visit.pk)
    if not row.is_to_come:
        raise NotAllowedNow("Its letter is recorded, or it was called off. Nothing was changed.")
    return row


def _asked(authority: Authority, wanted: Collection[int]) -> list[Recommendation]:
    """The recommendations, all of the authority and of reports that stand."""
    state = Inspection.State.CURRENT
    rows = Recommendation.objects.filter(inspection__authority=authority, inspection__state=state)
    found = list(rows.filter(pk__in=wanted))
    if len(found) != len(set(wanted)) or not found:
        raise NotAllowedNow("Choose at least one recommendation of a report that stands here.")
    return found


def _fill(row: Visit, *, framework: Framework, expected: str, scope: str, cohort: str) -> None:
    when = read(expected.strip(), anchor=timezone.localdate())
    if when.question is not None and when.earliest is None and when.kind == "none":
        raise NotAllowedNow(f"{when.question.question} Write {when.question.suggestion}.")
    if not scope.strip():
        raise NotAllowedNow(NO_SCOPE)
    row.framework = framework
    row.days_printed = expected.strip()
    row.earliest, row.latest = when.earliest, when.latest or when.earliest
    row.scope, row.cohort = scope.strip(), cohort.strip()


def _told(row: Visit) -> dict[str, object]:
    return {
        "framework": row.framework.code,
        "expected": row.days_printed,
        "scope": row.scope,
        "cohort": row.cohort,
        "recommendations": sorted(row.recommendations.values_list("pk", flat=True)),
    }
