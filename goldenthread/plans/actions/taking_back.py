"""Taking back one's own last update, soon after it was entered."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.plans.actions.rows import in_force, note_use
from goldenthread.plans.models import Action, TakenBack, Update

# So long an update may be taken back: what was pressed by mistake, not what was said.
LONGEST = timedelta(minutes=15)


@transaction.atomic
def take_back_update(*, update: Update, by: User) -> TakenBack:
    """Take back the last update of an action: it stays, and counts no longer.

    The step of delivery stays as it is; it is set back by itself.

    Raises:
        NotAllowed:          somebody else entered it, or a document brought it.
        NotAllowedNow:       it is too late, something was said since, more hangs on it, it is
                             taken back already, or the action is no longer in force.
        Update.DoesNotExist: `by` does not see it.
    """
    row = Update.objects.visible_to(by).select_related("action__plan__authority").get(pk=update.pk)
    action = row.action
    if action is None or row.by_id != by.pk or row.version_id is not None:
        raise NotAllowed("Only whoever entered an update takes it back. Nothing was changed.")
    Action.objects.select_for_update(of=("self",)).get(pk=action.pk)
    in_force(action)
    if why_not := _why_not(row, action):
        raise NotAllowedNow(f"{why_not} Add another update instead. Nothing was changed.")
    made = TakenBack.objects.create(of=row, by=by, at=timezone.now())
    note_use(action.plan)
    record(by=by, verb="took back an update", thing=action, after={"update": row.pk})
    return made


def _why_not(row: Update, action: Action) -> str:
    """Why it can be taken back no longer; empty where it can."""
    if timezone.now() - row.at > LONGEST:
        return "An update can be taken back for a quarter of an hour."
    if Update.objects.filter(action=action, pk__gt=row.pk).exists():
        return "Something was said after it."
    if row.kind == Update.Kind.STEP:
        return "It tells of a step: set the step back."
    if row.for_whom_id is not None:
        return f"{row.for_whom} was told of it, and may correct it."
    if row.moves.exists() or row.milestones.exists():
        return "A forecast or a milestone came of it."
    return "It is taken back already." if TakenBack.objects.filter(of=row).exists() else ""
