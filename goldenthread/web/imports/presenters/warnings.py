"""What stands against recording a report as it is."""

from collections.abc import Sequence

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections.actions.recording import preview
from goldenthread.inspections.reading import from_reading
from goldenthread.intake.draft.form import proposal_of
from goldenthread.intake.models import Import

REPORTS = frozenset({"report", "letter", "decision"})


def blocking(import_: Import) -> Sequence[str]:
    """The warnings that need a reason; what cannot be recorded at all is said when confirming."""
    if import_.kind not in REPORTS:
        return []
    try:
        found = preview(from_reading(proposal_of(import_.draft)))
    except NotAllowedNow:
        return []
    return [notice.words for notice in found if notice.blocking]
