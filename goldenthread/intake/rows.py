"""Fetching the import of a verb: seen by the user, allowed, locked."""

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.intake.models import Import
from goldenthread.people.models import User
from goldenthread.people.permissions import require


def locked(import_: Import, by: User, verb: str) -> Import:
    """The import as it now stands, for a change; three queries at most.

    Raises:
        Import.DoesNotExist: it is another authority's, or `by` may not look at imports.
        NotAllowed: `by` may look, but their roles do not let them do the verb.
    """
    rows = Import.objects.select_for_update(of=("self",)).visible_to(by)
    row = rows.select_related("authority", "upload__file__authority", "job", "inspection").get(
        pk=import_.pk
    )
    require(by, verb, row.authority)
    return row


def open_one(import_: Import, by: User, verb: str) -> Import:
    """The same, where the import still waits to be confirmed.

    Raises:
        NotAllowedNow: it is being read, was not recognised, or is confirmed or gone.
    """
    row = locked(import_, by, verb)
    if not row.is_open:
        raise NotAllowedNow(
            f"{row}: The import is “{row.get_state_display().lower()}”, so it cannot be edited. "
            "Nothing was changed."
        )
    return row
