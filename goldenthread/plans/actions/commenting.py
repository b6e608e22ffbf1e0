"""Comments on actions, by whoever sees them; corrected by who wrote them."""

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.days import without_weekday
from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.history import record
from goldenthread.people.models import Person, User
from goldenthread.plans.actions.entering import last_day_to_correct
from goldenthread.plans.actions.rows import in_force, note_use
from goldenthread.plans.models import Action, Comment
from goldenthread.sources import screening


@transaction.atomic
def comment(*, action: Action, by: User, text: str, corrects: Comment | None = None) -> Comment:
    """Remark something on an action, or put one's own remark of the last days right.

    It is restricted where screening suspects a child's details, and then masked in the history.

    Args:
        corrects: what it stands in the place of; that stays as it was.

    Raises:
        NotAllowed:          it corrects somebody else's.
        NotAllowedNow:       it says nothing, the action is no longer in force, or what it
                             corrects is another action's, corrected, or of five working days ago.
        Action.DoesNotExist: `by` does not see the action.
    """
    rows = Action.objects.visible_to(by).select_for_update(of=("self",))
    row = rows.select_related("plan__authority").get(pk=action.pk)
    in_force(row)
    words = text.strip()
    if not words:
        raise NotAllowedNow("Say what you remark. Nothing was changed.")
    if corrects is not None:
        _may_be_corrected(corrects, row, by)
    known = Person.objects.filter(authority=row.authority).values_list("name", flat=True)
    suspects = screening.screen(words, known=list(known))
    made = Comment.objects.create(
        action=row,
        by=by,
        at=timezone.now(),
        text=words,
        restricted=bool(suspects),
        corrects=corrects,
    )
    note_use(row.plan)
    after = {"comment": made.pk, "text": screening.masked(words) if suspects else words}
    record(by=by, verb="corrected a comment" if corrects else "commented", thing=row, after=after)
    return made


def _may_be_corrected(old: Comment, action: Action, by: User) -> None:
    if old.by_id != by.pk:
        raise NotAllowed("Only whoever wrote a comment corrects it. Nothing was changed.")
    until = last_day_to_correct(old.at)
    if until is not None and timezone.localdate() > until:
        raise NotAllowedNow(
            f"It could be corrected until {without_weekday(until)}. Write another comment."
        )
    if old.action_id != action.pk or Comment.objects.filter(corrects=old).exists():
        raise NotAllowedNow("It is corrected already, or is of another action. Write another one.")
