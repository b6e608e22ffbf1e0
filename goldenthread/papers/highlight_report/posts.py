"""Who leads an action and who said something, by post: names are never told."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from goldenthread.people.models import Person, Postholding, User
from goldenthread.plans.models import Plan, Standing, Update

NO_POST = "no post known"
NOBODY = "nobody"
DOCUMENT = "the document"


class Posts:
    """The posts of those who lead actions of a plan or said something about it."""

    def __init__(self, plan: Plan, updates: Iterable[Update], *, by: User, as_at: date) -> None:
        rows = Standing.objects.visible_to(by).current().on(as_at).filter(action__plan=plan)
        leads = list(rows.filter(rank=Standing.Rank.LEAD).select_related("post", "team", "partner"))
        users = {row.by_id for row in updates}
        own = Person.objects.filter(user__in=users, authority=plan.authority)
        self.persons = {user: pk for pk, user in own.values_list("pk", "user")}
        people = {row.person_id for row in leads} | {row.for_whom_id for row in updates}
        known = {pk for pk in people if pk is not None}
        self.held = _held(known | set(self.persons.values()), as_at)
        self.leads = {row.action_id: self._of_standing(row) for row in leads}

    def of_action(self, pk: int) -> str:
        """The post, team or partner organisation that leads an action."""
        return self.leads.get(pk, NOBODY)

    def of_update(self, row: Update) -> str:
        """The post of whoever said it; what an imported document says is the document's."""
        if row.version_id is not None:
            return DOCUMENT
        return self._of_person(row.for_whom_id or self.persons.get(row.by_id))

    def _of_standing(self, row: Standing) -> str:
        known = row.post or row.team or row.partner
        return str(known) if known else self._of_person(row.person_id)

    def _of_person(self, pk: int | None) -> str:
        return self.held.get(pk or 0, NO_POST)


def _held(people: set[int], day: date) -> dict[int, str]:
    """The post that each person held on a day, where it was one."""
    held: dict[int, set[str]] = defaultdict(set)
    rows = Postholding.objects.on(day).filter(person__in=people)
    for person, title in rows.values_list("person", "post__title"):
        held[person].add(title)
    return {person: titles.pop() for person, titles in held.items() if len(titles) == 1}
