"""Matching the headings of a plan by hand, for this document and the next of the authority."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.documents.plans.headings import fold
from goldenthread.documents.plans.vocabulary import MEANINGS
from goldenthread.intake.actions.uploading import ask
from goldenthread.intake.models import HeadingMemory, Import
from goldenthread.intake.rows import locked
from goldenthread.people.history import record
from goldenthread.people.models import User

VERB = "intake.name_headings"
STATE = Import.State
# What a person may choose for a heading, with its meaning in words.
COLUMNS: Mapping[str, str] = MEANINGS


@transaction.atomic
def name_headings(
    *, import_: Import, mapping: Mapping[str, str], by: User, queue: bool = True
) -> Import:
    """Say what the headings of a plan stand for; it is read again, and they are remembered.

    Args:
        mapping: heading as printed to a column, one of `COLUMNS`.
        queue:   False leaves the reading to `read_now`.

    Raises:
        NotAllowedNow: a column is unknown, a heading is blank, or the proposal was edited or
                       answered already, which reading again would lose.
        NotAllowed:    `by` may not match headings in the authority.
    """
    row = locked(import_, by, VERB)
    chosen = _checked(mapping)
    if row.edits.standing().exists():
        raise NotAllowedNow(
            f"{row}: The proposal was edited, and reading it again would lose that. Undo the "
            "edits first, or upload the file again. Nothing was changed."
        )
    row.become(STATE.WAITING)
    for folded, (printed, field) in chosen.items():
        HeadingMemory.objects.update_or_create(
            authority=row.authority,
            folded=folded,
            defaults={"printed": printed, "field": field, "by": by, "at": timezone.now()},
        )
    row.is_called_a_plan, row.proposal, row.draft, row.message = True, {}, {}, ""
    row.job, row.reading_at = (ask(row, by) if queue else None), timezone.now()
    row.save()
    record(by=by, verb="matched headings", thing=row, after={"headings": dict(mapping)})
    return row


def _checked(mapping: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Folded heading to heading and column."""
    for heading, field in mapping.items():
        if field not in COLUMNS:
            raise NotAllowedNow(f"“{heading}”: “{field}” is no column. Choose one of the list.")
        if not fold(heading) or len(heading) > 200:
            raise NotAllowedNow("A heading is blank or too long. Nothing was changed.")
    if not mapping:
        raise NotAllowedNow("Choose a column for one heading at least. Nothing was changed.")
    return {fold(heading): (heading, field) for heading, field in mapping.items()}
