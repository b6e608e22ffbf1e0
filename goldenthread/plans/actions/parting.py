"""Milestones that the timescales of a confirmed plan name: completed by, implemented by."""

from goldenthread.plans import parting
from goldenthread.plans.actions.writing import Sheet
from goldenthread.plans.models import Milestone


def milestones(sheet: Sheet) -> None:
    """Both ends of each timescale that names them; one that an earlier version named stays."""
    new: list[Milestone] = []
    for row, draft in zip(sheet.actions, sheet.draft.actions, strict=True):
        there = set(row.milestones.values_list("kind", "due"))
        for given in draft.timescales:
            for part in parting.parts(given.printed, given.anchor):
                if (part.kind, part.due) not in there:
                    there.add((part.kind, part.due))
                    new.append(_milestone(part, action=row))
    Milestone.objects.bulk_create(new)


def _milestone(part: parting.Part, **of: object) -> Milestone:
    return Milestone(
        **of, kind=part.kind, printed=part.printed, due=part.due, precision=part.precision
    )
