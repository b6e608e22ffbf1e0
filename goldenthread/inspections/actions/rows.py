"""Fetching the row of a verb: seen by the user, locked, still current."""

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections.models import Inspection
from goldenthread.people.models import User
from goldenthread.people.permissions import require


def changeable(inspection: Inspection, by: User, verb: str) -> Inspection:
    """The inspection as it now stands, for a change.

    Raises:
        NotAllowed:    the user may not do the verb in its authority.
        NotAllowedNow: it is archived or withdrawn.
    """
    require(by, verb, inspection.authority)
    rows = Inspection.objects.select_for_update(of=("self",)).select_related(
        "framework", "authority"
    )
    row = rows.get(pk=inspection.pk) if by.is_system else rows.visible_to(by).get(pk=inspection.pk)
    if row.state != Inspection.State.CURRENT:
        raise NotAllowedNow(f"{row} is {row.get_state_display().lower()}. Nothing was changed.")
    return row
