"""The open list of types of inspection: adding one, saying of which type an inspection was (A-15)."""

from django.db import transaction
from django.db.models import Q

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections.actions.rows import changeable
from goldenthread.inspections.models import Inspection, InspectionType
from goldenthread.people.history import record
from goldenthread.people.models import Authority, User
from goldenthread.people.permissions import require

VERB = "inspections.name_type"


@transaction.atomic
def add_inspection_type(*, authority: Authority, label: str, by: User) -> InspectionType:
    """Add a type that the authority needs and the list has not got.

    Raises:
        NotAllowed:    `by` may not add types in the authority.
        NotAllowedNow: the label is empty or on the list already.
    """
    require(by, VERB, authority)
    name = label.strip()
    listed = Q(authority=None) | Q(authority=authority)
    if not name or InspectionType.objects.filter(listed, label__iexact=name).exists():
        raise NotAllowedNow(f"“{name}” is empty or on the list already. Choose or name another.")
    made = InspectionType.objects.create(
        authority=authority, code=f"{authority.code} {name.casefold()}"[:60], label=name
    )
    record(by=by, verb="added", thing=made, after={"label": name})
    return made


@transaction.atomic
def set_inspection_type(
    *, inspection: Inspection, kind: InspectionType | None, by: User, why: str = ""
) -> Inspection:
    """Say of which type an inspection was; None for not known.

    Raises:
        NotAllowed:    `by` may not say so in the authority.
        NotAllowedNow: the type is another authority's.
    """
    row = changeable(inspection, by, VERB)
    if kind is not None and kind.authority_id not in (None, row.authority_id):
        raise NotAllowedNow("Nothing crosses between authorities: choose a type of this list.")
    before, row.type = row.type, kind
    row.save(update_fields=["type"])
    record(
        by=by,
        verb="typed",
        thing=row,
        before={"type": before.code if before else None},
        after={"type": kind.code if kind else None},
        why=why,
    )
    return row
