"""What may be done in the intake room, and by which roles."""

from goldenthread.intake.models import EDITORS
from goldenthread.people.permissions import Verb, register

register(
    (
        Verb("intake.upload", "bring in reports and plans", EDITORS),
        Verb("intake.edit", "edit what was read of a document", EDITORS),
        Verb("intake.confirm", "confirm an import", EDITORS),
        Verb("intake.undo", "undo or discard an import", EDITORS),
        Verb("intake.track", "work on a plan in Excel", EDITORS),
        Verb("intake.name_headings", "match the headings of a plan", EDITORS),
    )
)
