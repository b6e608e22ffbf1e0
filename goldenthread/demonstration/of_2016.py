"""The inspection of 2016: the day that a paper states beside the one that the law gives."""

from datetime import date

from goldenthread.basics.errors import UserFacingError
from goldenthread.demonstration.council import Council
from goldenthread.inspections import actions
from goldenthread.inspections.models import Inspection
from goldenthread.sources.models import Upload

STATED = date(2016, 8, 23)


def work(council: Council, inspection: Inspection | None, paper: Upload | None) -> None:
    """Enter the deadline that the paper to Cabinet states, seventy working days on.

    Raises:
        UserFacingError: the report was not recorded as an inspection.
    """
    if inspection is None:
        raise UserFacingError("inspection report 2016.pdf: No inspection was made of it.")
    actions.state_deadline(
        inspection=inspection, duty="written-statement", stated_on=STATED, upload=paper,
        printed="the deadline is 23 August 2016", by=council["Ines Hartley"],
    )  # fmt: skip
