"""Fetching the row of a verb: seen by the user, locked, still current."""

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections.models import Inspection, Recommendation
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


def asked(recommendation: Recommendation, by: User, verb: str) -> Recommendation:
    """The recommendation as it now stands, locked, for a change; raises as `changeable`."""
    inspection = changeable(recommendation.inspection, by, verb)
    row: Recommendation = inspection.recommendations.select_for_update().get(pk=recommendation.pk)
    row.inspection = inspection
    return row
