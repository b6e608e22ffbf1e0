"""Files that somebody adds to evidence: one way to take them in for every page."""

from typing import Any

from goldenthread.intake.actions import keep_file
from goldenthread.people.models import User
from goldenthread.plans.actions.reaching import partner_of
from goldenthread.plans.models import Plan
from goldenthread.sources.models import Upload


def taken_in(file: Any, plan: Plan, by: User) -> Upload | None:
    """The upload of a file that a form brought for a plan; None where it brought none.

    Args:
        file: an uploaded file of a form, as Django types it: not at all.

    Raises:
        NotStored: it is empty or too large, or its name cannot be kept.
    """
    if file is None:
        return None
    return keep_file(
        authority=plan.authority,
        name=file.name,
        data=file.file,
        by=by,
        partner=partner_of(by, plan),
    )
