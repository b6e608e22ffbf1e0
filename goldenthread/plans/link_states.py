"""How links of evidence and their tests stand on a day, read from the tables for many at once."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from goldenthread.plans import evidence_states
from goldenthread.plans.models import Check, CheckRequest, EvidenceLink, EvidenceVersion, Test


@dataclass(frozen=True)
class States:
    """By link the state, a key of `evidence_states.WORDS`; by test what it has, n of N."""

    of_link: dict[int, str]
    of_test: dict[int, evidence_states.Shown]


def states(tests: Collection[Test], day: date) -> States:
    """The states of all links of these tests, those that a user does not see too. One query.

    A count that leaves out what somebody may not see would be wrong; show its number alone.
    """
    linked: dict[int, list[evidence_states.Linked]] = defaultdict(list)
    for row in _rows(tests):
        linked[row.test_id].append(_linked(row))
    of_link: dict[int, str] = {}
    of_test: dict[int, evidence_states.Shown] = {}
    for test in tests:
        own = linked[test.pk]
        for one in own:
            of_link[one.id] = evidence_states.link_state(one, own, edition=test.edition, day=day)
        of_test[test.pk] = evidence_states.test_state(
            own, quantity=test.quantity, edition=test.edition, day=day
        )
    return States(of_link, of_test)


def _rows(tests: Collection[Test]) -> "QuerySet[EvidenceLink]":
    last = Check.objects.filter(link=OuterRef("pk")).order_by("-pk")
    later = EvidenceVersion.objects.filter(
        evidence=OuterRef("version__evidence"), number__gt=OuterRef("version__number")
    )
    return (
        EvidenceLink.objects.filter(test__in=[test.pk for test in tests])
        .annotate(
            checked=Subquery(last.values("outcome")[:1]),
            check_id=Subquery(last.values("pk")[:1]),
            upheld_id=Subquery(last.filter(outcome=Check.Outcome.ACCEPTED).values("pk")[:1]),
            checked_edition=Subquery(last.values("edition")[:1]),
            checked_last=Subquery(last.values("last_link")[:1]),
            replaced=Exists(later),
            asked=Exists(CheckRequest.objects.waiting().filter(link=OuterRef("pk"))),
        )
        .select_related("version__value")
        .order_by("pk")
    )


def _linked(row: EvidenceLink) -> evidence_states.Linked:
    # The names are those of the annotations above, which the model does not know.
    given = vars(row)
    return evidence_states.Linked(
        id=row.pk,
        supports=row.direction == EvidenceLink.Direction.SUPPORTS,
        quantity=row.quantity,
        outcome=given["checked"] or "",
        edition=given["checked_edition"] or 0,
        last_link=given["checked_last"] or 0,
        check=given["check_id"] or 0,
        upheld_by=given["upheld_id"] or 0,
        is_latest=not given["replaced"],
        is_withdrawn=row.withdrawn_at is not None,
        is_asked=given["asked"],
        expires_on=row.version.expires_on,
        figure_holds=row.version.figure_holds,
    )
