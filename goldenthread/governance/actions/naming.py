"""Names that plans print are proposed; somebody says which board or meeting each one is."""

from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.governance.actions.forums import About, register_forum
from goldenthread.governance.actions.rows import FORUMS, same_authority
from goldenthread.governance.models import Forum, ForumName, Mention
from goldenthread.governance.naming import named
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.people.permissions import require
from goldenthread.plans.models import Plan, Test

EXTRACT = 300


@transaction.atomic
def propose_forums(*, plan: Plan, by: User) -> list[Mention]:
    """Note the boards and meetings that a plan's words name; one known by its name is tied to it.

    Returns:
        The new mentions; those that were there before stay as they were decided.

    Raises:
        NotAllowed:        `by` may not.
        Plan.DoesNotExist: `by` does not see the plan.
    """
    row = Plan.objects.visible_to(by).select_related("authority").get(pk=plan.pk)
    require(by, FORUMS, row.authority)
    known = {one.printed.casefold() for one in Mention.objects.filter(plan=row)}
    found: dict[str, Mention] = {}
    for where, text in _texts(row):
        for name in named(text):
            if name.casefold() not in known | found.keys():
                words = f"{where}: “{text[:EXTRACT]}”"
                found[name.casefold()] = Mention(
                    authority=row.authority, plan=row, printed=name[:200], where=words
                )
    made = Mention.objects.bulk_create(found.values())
    record(by=by, verb="looked for boards and meetings", thing=row, after={"found": len(made)})
    return made


@transaction.atomic
def confirm_mention(
    *, mention: Mention, by: User, forum: Forum | None = None, about: About | None = None
) -> Mention:
    """Say which board or meeting a printed name is: one of the register, a new one, or none.

    What is printed becomes another name of it. Without `forum` and `about` it is none.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: it is decided, or both are given.
    """
    rows = Mention.objects.select_for_update(of=("self",)).select_related("authority")
    row = rows.visible_to(by).get(pk=mention.pk)
    require(by, FORUMS, row.authority)
    if row.decided_at is not None or (forum is not None and about is not None):
        raise NotAllowedNow(f"“{row}” is decided already, or two are chosen. Nothing was changed.")
    same_authority(row.authority, forum)
    if about is not None:
        forum = register_forum(authority=row.authority, about=about, by=by)
    row.forum, row.decided_by, row.decided_at = forum, by, timezone.now()
    row.save(update_fields=["forum", "decided_by", "decided_at"])
    if forum is not None and not _is_called(forum, row.printed):
        ForumName.objects.create(forum=forum, text=row.printed)
    record(by=by, verb="confirmed", thing=row, after={"forum": forum.pk if forum else None})
    return row


def _is_called(forum: Forum, printed: str) -> bool:
    names = [forum.name, forum.abbreviation, *forum.names.values_list("text", flat=True)]
    return printed.casefold() in {name.casefold() for name in names}


def _texts(plan: Plan) -> Iterator[tuple[str, str]]:
    """The words of a plan that may name boards and meetings, each with where it stands."""
    for item in plan.items.current():
        yield f"Item {item.number}", item.text
    for action in plan.actions.current():
        yield action.public_id, action.text
    tests = Test.objects.current().filter(action__plan=plan) | Test.objects.current().filter(
        item__plan=plan
    )
    for test in tests.select_related("action", "item"):
        yield f"Test of {test.of}", test.text
