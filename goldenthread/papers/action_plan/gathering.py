"""Fetches what an action plan prints, as far as a person sees it; about twenty queries."""

from datetime import date

from goldenthread.documents.plans import vocabulary as words
from goldenthread.intake.models import Import
from goldenthread.papers.action_plan.cells import Written
from goldenthread.papers.action_plan.heads import heads_of
from goldenthread.papers.action_plan.rows import (
    ActionRow,
    Group,
    ItemRow,
    PartRows,
    PlanRows,
)
from goldenthread.papers.stand import notes_of, stand_of, tone_of
from goldenthread.people.models import User
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import Action, ActionItem, Item, Plan

ABOVE = "As above ({item})"
AS_TODAY = (
    "Updates, agreed days and leads are told as at {day}; wording, tests, evidence and status "
    "stand as they do on {today}."
)
BY_NAME = (
    "No post is known here for {count} of those who stand in the actions; they are printed as "
    "the document names them."
)
NO_ROUND = (
    "The first round of updates is not closed: the cells of progress, evidence and completion "
    "say what the document reported, and nobody here has checked it."
)


def gather(plan: Plan, *, by: User, as_at: date) -> PlanRows:
    """The plan as a person sees it, as at a day.

    Costs a constant number of queries for any number of actions.
    """
    found = _Rows(plan, by, as_at)
    heads = heads_of(_read(plan), found.written.filled)
    found.written.spread(heads)
    return PlanRows(
        public_id=plan.public_id,
        title=plan.title,
        authority=plan.authority.name,
        as_at=as_at,
        heads=heads,
        parts=found.parts(),
        stand=stand_of(
            plan,
            found.actions.values(),
            found.stands,
            as_at=as_at,
            notes=notes_of(plan, by, as_at, open_round=NO_ROUND, as_today=AS_TODAY),
        ),
        missing=found.missing(),
    )


def _read(plan: Plan) -> list[dict[str, str]]:
    """The headings of the document of the version that stands, as it was read and mended."""
    imports = Import.objects.filter(plan=plan, upload=plan.current_version.upload)
    row = imports.exclude(upload=None).order_by("-pk").first()
    return list(row.draft.get("headings") or ()) if row else []


class _Rows:
    """The rows of a plan, each once."""

    def __init__(self, plan: Plan, by: User, as_at: date) -> None:
        self.plan, self.by, self.as_at = plan, by, as_at
        rows = Item.objects.visible_to(by).current().filter(plan=plan)
        self.items = list(rows.select_related("part").order_by("order", "pk"))
        acts = Action.objects.visible_to(by).current().filter(plan=plan)
        self.actions = {row.pk: row for row in acts.order_by("order", "pk")}
        self.stands = stands_of(self.actions.values(), as_at)
        self.served = self._served()
        # With which item each action is printed.
        self.printed: dict[int, Item] = {}
        self.written = Written(plan, self.items, self.actions, self.stands, by=by, as_at=as_at)

    def _served(self) -> dict[int, tuple[int, ...]]:
        """The actions of each item, by its id, in the order of the plan."""
        ties = ActionItem.objects.visible_to(self.by).current().filter(action__plan=self.plan)
        pairs = set(ties.values_list("item", "action"))
        return {
            item.pk: tuple(pk for pk in self.actions if (item.pk, pk) in pairs)
            for item in self.items
        }

    def parts(self) -> tuple[PartRows, ...]:
        parts = list(self.plan.current_version.parts.order_by("order"))
        found = []
        for part in (*parts, None):
            items = [item for item in self.items if (item.part if part else None) == part]
            items = [item for item in items if part is not None or item.part_id is None]
            groups = self._groups(items)
            if part is None:
                groups += self._unserving()
            if groups:
                judged = part.judgements.order_by("order") if part else ()
                printed = tuple((one.label, one.grade_printed) for one in judged)
                title = (part.title if part else "") or self.plan.title
                found.append(PartRows(title=title, judgements=printed, groups=tuple(groups)))
        return tuple(found)

    def _groups(self, items: list[Item]) -> list[Group]:
        """Items that follow each other and share all their actions are one group.

        An action that serves items apart from each other is printed with the first of them;
        under the others a row points there.
        """
        found: list[Group] = []
        last: tuple[int, ...] = ()
        for item in items:
            served = self.served[item.pk]
            if found and served and served == last:
                group = found.pop()
                found.append(Group(items=(*group.items, self._item(item)), actions=group.actions))
                continue
            last = served
            actions = tuple(self._here_or_above(pk, item) for pk in served)
            found.append(Group(items=(self._item(item),), actions=actions))
        return found

    def _here_or_above(self, pk: int, item: Item) -> ActionRow:
        first = self.printed.setdefault(pk, item)
        if first is item:
            return self._action(self.actions[pk])
        return ActionRow(ref="", text=ABOVE.format(item=first.number or first.public_id))

    def _unserving(self) -> list[Group]:
        """Actions that serve no item."""
        serving = {pk for served in self.served.values() for pk in served}
        alone = [self._action(row) for pk, row in self.actions.items() if pk not in serving]
        return [Group(items=(ItemRow(number="", text=""),), actions=tuple(alone))] if alone else []

    def _item(self, item: Item) -> ItemRow:
        return ItemRow(
            number=item.number,
            text=item.text,
            section=item.section,
            cells=self.written.of_item(item.pk),
        )

    def _action(self, row: Action) -> ActionRow:
        tone = tone_of(self.stands[row.pk].colour)
        cells = self.written.of_action(row.pk)
        return ActionRow(ref=row.ref, text=row.text, cells=cells, tone=tone)

    def missing(self) -> tuple[str, ...]:
        """What the plan lacks, and who is printed by name for want of a post."""
        lacking = {
            "Actions without a lead": self._lacking(words.LEADS),
            "Actions without a test": self._lacking(words.TEST),
            "Items without an action": sum(not served for served in self.served.values()),
        }
        found = [f"{said}: {number}." for said, number in lacking.items() if number]
        if self.written.by_name:
            found.append(BY_NAME.format(count=len(self.written.by_name)))
        return tuple(found)

    def _lacking(self, column: str) -> int:
        own = (pk for pk, row in self.actions.items() if row.same_as_id is None)
        return sum(not self.written.of_action(pk).get(column) for pk in own)
