"""What is read out of the words of recommendations when they are recorded; part of that verb."""

from collections.abc import Iterable, Mapping, Sequence

from goldenthread.inspections import addressing, criteria, targets
from goldenthread.inspections.models import Addressee, NumericTarget, Recommendation
from goldenthread.people.models import Authority, PartnerOrganisation


def write(rows: Sequence[Recommendation], authority: Authority) -> None:
    """Addressees with the council's part, numbers that are set, the tree of descriptors."""
    partners = partners_of(authority)
    for row in rows:
        found = addressing.addressed(row.addressees, authority=authority.name)
        row.council_part = addressing.council_part(found, body=row.body)
        row.council_part_from = "words"
        addressees(row, found, partners)
    _tree([row for row in rows if row.kind == Recommendation.Kind.DESCRIPTOR])
    Recommendation.objects.bulk_update(
        rows, ["council_part", "council_part_from", "parent"], batch_size=500
    )
    NumericTarget.objects.bulk_create(_target(row) for row in _numbered(rows))


def partners_of(authority: Authority) -> dict[str, PartnerOrganisation]:
    """The partner organisations of an authority by their folded name."""
    rows = PartnerOrganisation.objects.filter(authority=authority)
    return {one.name.casefold(): one for one in rows}


def addressees(
    row: Recommendation,
    found: Iterable[addressing.Addressed],
    partners: Mapping[str, PartnerOrganisation],
) -> list[Addressee]:
    """A row for each body addressed; one that is a partner organisation of ours is tied to it."""
    return Addressee.objects.bulk_create(
        Addressee(
            recommendation=row,
            order=order,
            printed=one.printed,
            kind=one.kind,
            partner=partners.get(one.printed.casefold()) if one.kind == addressing.OTHER else None,
        )
        for order, one in enumerate(found, start=1)
    )


def _tree(rows: Sequence[Recommendation]) -> None:
    known = {row.number: row for row in reversed(rows) if row.number}
    for row in rows:
        row.parent = known.get(criteria.parent_of(row.number, known))


def _numbered(
    rows: Iterable[Recommendation],
) -> Iterable[tuple[Recommendation, int, targets.Commitment]]:
    for row in rows:
        for order, one in enumerate(targets.commitments(row.text), start=1):
            yield row, order, one


def _target(found: tuple[Recommendation, int, targets.Commitment]) -> NumericTarget:
    row, order, one = found
    return NumericTarget(
        recommendation=row,
        order=order,
        printed=one.words,
        comparator=one.comparator,
        value=one.value,
        population=one.population,
        each_group=one.each_group,
    )
