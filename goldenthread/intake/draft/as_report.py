"""From a draft, as a person has edited it, to a report that can be recorded."""

from goldenthread.inspections.drafts import ReportDraft
from goldenthread.inspections.reading import from_reading
from goldenthread.intake.draft.form import Draft, proposal_of

KINDS = ("report", "letter", "decision")


def report_of(draft: Draft) -> ReportDraft:
    """The accepted rows of a report, a letter or a decision report.

    Raises:
        UserFacingError: it is none of those, or names no framework.
    """
    return from_reading(proposal_of(draft))
