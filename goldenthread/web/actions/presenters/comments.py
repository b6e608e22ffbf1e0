"""The comments on an action, the newest first."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from goldenthread.people.models import User
from goldenthread.plans.actions.entering import last_day_to_correct
from goldenthread.plans.models import Action, Comment
from goldenthread.web import words
from goldenthread.web.actions.rights import Rights
from goldenthread.web.actions.ways import of_action


@dataclass(frozen=True, kw_only=True)
class Remark:
    """One comment; `before` is what its author wrote first, `correct_href` is for them alone."""

    pk: int
    text: str
    by: str
    at: datetime
    restricted: bool
    before: str
    correct_href: str


def comments_of(action: Action, user: User, rights: Rights) -> list[Remark]:
    """The comments that a user sees, each with what it corrects. One query."""
    rows = Comment.objects.visible_to(user).filter(action=action).select_related("by")
    found = {row.pk: row for row in rows.order_by("-pk")}
    corrected = {row.corrects_id for row in found.values()}
    return [
        _remark(row, found.get(row.corrects_id or 0), user, rights)
        for row in found.values()
        if row.pk not in corrected
    ]


def _remark(row: Comment, before: Comment | None, user: User, rights: Rights) -> Remark:
    until = last_day_to_correct(row.at)
    in_time = until is None or timezone.localdate() <= until
    may = rights.challenges and row.by_id == user.pk and in_time
    return Remark(
        pk=row.pk,
        text=row.text,
        by=str(row.by),
        at=row.at,
        restricted=row.restricted,
        before=f"{words.moment(before.at)}: {before.text}" if before else "",
        correct_href=f"{of_action(row.action)}?do=correct_comment&of={row.pk}#do" if may else "",
    )
