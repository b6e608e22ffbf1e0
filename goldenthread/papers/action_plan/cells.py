"""What stands in the cells of items and actions: as printed, and what was said here since."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from goldenthread.basics.days import without_weekday
from goldenthread.documents.plans import vocabulary as words
from goldenthread.papers.action_plan.rows import Head
from goldenthread.people.models import Postholding, User
from goldenthread.plans.models import (
    Action,
    AsReported,
    Deadline,
    DeadlineMove,
    Delivery,
    Item,
    Plan,
    Standing,
    Test,
    Update,
)
from goldenthread.plans.standing import Stands

REPORTED = {
    AsReported.Column.PROGRESS: words.PROGRESS,
    AsReported.Column.EVIDENCE: words.EVIDENCE,
    AsReported.Column.COMPLETED: words.COMPLETED,
    AsReported.Column.COLOUR: words.STATUS,
}
TESTS = {
    "test": words.TEST,
    "measures of progress": words.MEASURES_OF_PROGRESS,
    "measures of impact": words.MEASURES_OF_IMPACT,
}
Key = tuple[str, int]


class Written:
    """The cells of every row, by column a line for each thing that is said.

    Attributes:
        by_name: who is printed by name because no post is known.
    """

    def __init__(
        self,
        plan: Plan,
        items: Iterable[Item],
        actions: Mapping[int, Action],
        stands: Mapping[int, Stands],
        *,
        by: User,
        as_at: date,
    ) -> None:
        self.plan, self.by, self.as_at, self.stands = plan, by, as_at, stands
        self.cells: dict[Key, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self.by_name: set[str] = set()
        self.own = {"item": {row.pk for row in items}, "action": set(actions)}
        self._numbers(actions.values())
        self._people()
        self._deadlines()
        self._moves()
        self._tests()
        self._reported()
        self._updates()
        self._delivered()
        self._checked()

    @property
    def filled(self) -> set[str]:
        """The columns in which something stands; a dated update stands in its own."""
        found = {key.split(" ")[0] for cells in self.cells.values() for key in cells}
        return found - {words.UPDATE}

    def spread(self, heads: Sequence[Head]) -> None:
        """Move what was said under a heading that is not printed to the cell of progress."""
        there = {head.key for head in heads}
        for cells in self.cells.values():
            for key in [key for key in cells if key.startswith(words.UPDATE) and key not in there]:
                said = key.removeprefix(words.UPDATE).strip()
                lines = [f"{said}: {text}" if said else text for text in cells.pop(key)]
                cells[words.PROGRESS] = lines + cells.get(words.PROGRESS, [])

    def of_item(self, pk: int) -> dict[str, str]:
        return self._cells("item", pk)

    def of_action(self, pk: int) -> dict[str, str]:
        return self._cells("action", pk)

    def _cells(self, kind: str, pk: int) -> dict[str, str]:
        return {key: "\n".join(lines) for key, lines in self.cells[kind, pk].items()}

    def _put(self, row: Any, column: str, text: str) -> None:
        """Add to the cell of the action or item to which a row belongs."""
        of = ("action", row.action_id) if row.action_id else ("item", row.item_id)
        if text.strip() and of[1] in self.own[of[0]]:
            self.cells[of][column].append(text.strip())

    def _numbers(self, actions: Iterable[Action]) -> None:
        for row in actions:
            if row.ref:
                self.cells["action", row.pk][words.REF].append(row.ref)

    def _of_plan(self) -> Q:
        return Q(action__plan=self.plan) | Q(item__plan=self.plan)

    def _people(self) -> None:
        rows = Standing.objects.visible_to(self.by).current().on(self.as_at)
        rows = rows.filter(action__plan=self.plan)
        found = list(rows.select_related("person", "post", "team", "partner").order_by("pk"))
        posts = _posts({row.person_id for row in found if row.person_id}, self.as_at)
        for row in found:
            column = words.DELEGATES if row.rank == Standing.Rank.DELEGATE else words.LEADS
            cells = self.cells["action", row.action_id]
            cells[column].append(self._who(row, posts))

    def _who(self, row: Standing, posts: Mapping[int, str]) -> str:
        """Whoever stands there by post, where one is known; else as the document says it."""
        post = posts.get(row.person_id or 0)
        if post:
            return post
        name = row.printed or row.who
        if row.person_id or row.is_nobodys:
            self.by_name.add(name)
        return name

    def _deadlines(self) -> None:
        rows = Deadline.objects.visible_to(self.by).current().filter(self._of_plan())
        for row in rows.select_related("item").order_by("pk"):
            said = row.printed or (without_weekday(row.due) if row.due else "")
            theirs = row.source == Deadline.Source.INSPECTORATE
            if theirs and row.action_id is None:
                self._put(row, words.TIMESCALE, said)
                continue
            of_one = f" (item {row.item.number})" if row.action_id and row.item else ""
            set_by = "Set by the inspectorate: " if theirs else ""
            self._put(row, words.LOCAL, f"{set_by}{said}{of_one}" if said else "")

    def _moves(self) -> None:
        """The last day agreed and the last forecast that were said by the day."""
        moves = DeadlineMove.objects.visible_to(self.by).filter(
            action__plan=self.plan, milestone=None
        )
        last: dict[tuple[int, int | None, str], DeadlineMove] = {}
        for row in moves.exclude(state__in=["asked", "refused"]).order_by("pk"):
            if timezone.localtime(row.decided_at or row.asked_at).date() <= self.as_at:
                last[row.action_id, row.item_id, row.kind] = row
        for row in last.values():
            word = "Agreed" if row.kind == DeadlineMove.Kind.AGREED else "Forecast"
            lines = self.cells["action", row.action_id][words.LOCAL]
            lines.append(f"{word}: {without_weekday(row.to)}")

    def _tests(self) -> None:
        rows = Test.objects.visible_to(self.by).current().filter(self._of_plan())
        for row in rows.order_by("number", "pk"):
            self._put(row, TESTS.get(row.column, words.TEST), row.text)

    def _reported(self) -> None:
        rows = AsReported.objects.visible_to(self.by).current().filter(self._of_plan())
        for row in rows.order_by("pk"):
            update = f"{words.UPDATE} {row.said}"
            self._put(row, REPORTED.get(AsReported.Column(row.column), update), row.text)

    def _updates(self) -> None:
        rows = Update.objects.visible_to(self.by).standing().filter(self._of_plan(), version=None)
        for row in rows.order_by("pk"):
            said_on = row.said_on or timezone.localtime(row.at).date()
            if timezone.localtime(row.at).date() <= self.as_at:
                text = " ".join(row.text.split())
                self._put(row, words.PROGRESS, f"{without_weekday(said_on)}: {text}")

    def _delivered(self) -> None:
        """A completion that a person recorded here; one taken over stands as the document has it."""
        rows = Delivery.objects.visible_to(self.by).filter(action__plan=self.plan)
        for row in rows.filter(completed_on__lte=self.as_at, taken_from=None):
            if row.completed_on:
                in_month = row.completed_precision == "month"
                said = (
                    f"{row.completed_on:%B %Y}" if in_month else without_weekday(row.completed_on)
                )
                self.cells["action", row.action_id][words.COMPLETED] = [said]

    def _checked(self) -> None:
        """How far evidence is checked here, and the status beside the one that was reported."""
        for pk, one in self.stands.items():
            tests = one.facts.standing.tests
            checked = sum(test.accepted for test in tests)
            cells = self.cells["action", pk]
            if checked:
                cells[words.EVIDENCE].append(f"Checked here: {checked} of {_many(len(tests))}")
            if words.STATUS in cells:
                cells[words.STATUS].append(f"Worked out: {one.colour} ({one.status.words})")


def _many(number: int) -> str:
    return f"{number} test{'' if number == 1 else 's'}"


def _posts(people: set[int], day: date) -> dict[int, str]:
    """The post that each person held on a day, where it was one."""
    held: dict[int, set[str]] = defaultdict(set)
    rows = Postholding.objects.on(day).filter(person__in=people)
    for person, title in rows.values_list("person", "post__title"):
        held[person].add(title)
    return {person: titles.pop() for person, titles in held.items() if len(titles) == 1}
