"""What comes again on the Action page: each phase with its count and its occurrences."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from goldenthread.people.models import User
from goldenthread.plans import recurring
from goldenthread.plans.models import Action, DatedOccurrence, EvidenceLink, Recurrence, Test
from goldenthread.plans.proposing import proposal
from goldenthread.web import words
from goldenthread.web.actions.rights import Rights
from goldenthread.web.actions.ways import of_action
from goldenthread.web.components import Tag

State = DatedOccurrence.State
# So many stand open, the newest first; what is older is one press away.
OPEN = 8
COLOURS = {
    State.DONE: "govuk-tag--green",
    State.MISSED: "govuk-tag--red",
    State.EXCUSED: "govuk-tag--grey",
    State.CALLED_OFF: "govuk-tag--grey",
}


@dataclass(frozen=True, kw_only=True)
class Turn:
    """One occurrence: its day, what was made of it, its evidence and the ways on."""

    day: str
    note: str
    tag: Tag
    said: str
    evidence: str
    ways: Sequence[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Phase:
    """One recurrence: what and how often, from when until when, its count and occurrences."""

    pk: int
    title: str
    when: str
    tally: str
    turns: Sequence[Turn]
    earlier: Sequence[Turn]
    may_end: bool


@dataclass(frozen=True)
class Recurring:
    """All phases in their order; without any, what the plan's own wording proposes."""

    phases: Sequence[Phase]
    proposed: str = ""
    propose_href: str = ""


def recurring_of(action: Action, user: User, rights: Rights, day: date) -> Recurring:
    """What comes again of an action, as a user sees it."""
    rows = Recurrence.objects.visible_to(user).filter(action=action).order_by("first_day", "pk")
    phases = list(rows.prefetch_related("occurrences__said_by"))
    if not phases:
        return _proposed(action, rights)
    look = _Look(action, user, rights, day)
    return Recurring([look.phase(row) for row in phases])


def _proposed(action: Action, rights: Rights) -> Recurring:
    """Asked of whoever may set it up, while the action is open."""
    found = proposal(action) if rights.sets_deadlines and rights.is_open else None
    if found is None:
        return Recurring(())
    often = Recurrence(frequency=found.recurs.frequency, number=found.recurs.number).how_often
    first = words.day(found.recurs.first_day)
    said = f"The plan says “{found.printed}”: {often} from {first}."
    return Recurring((), said, f"{of_action(action)}?do=recur#do")


class _Look:
    """What all occurrences of an action are drawn with; a constant number of queries."""

    def __init__(self, action: Action, user: User, rights: Rights, day: date) -> None:
        self.action, self.rights, self.day = action, rights, day
        links = EvidenceLink.objects.filter(occurrence__recurrence__action=action)
        accepted = set(links.accepted(day).values_list("pk", flat=True))
        self.filed: dict[int, list[bool]] = defaultdict(list)
        supports = links.newest().filter(direction=EvidenceLink.Direction.SUPPORTS)
        for pk, occurrence in supports.values_list("pk", "occurrence"):
            self.filed[occurrence or 0].append(pk in accepted)
        tests = Test.objects.visible_to(user).current().filter(action=action)
        # What recurs is practice before it is a product.
        self.test = next(iter(sorted(tests, key=lambda one: one.kind != "practice")), None)

    def phase(self, row: Recurrence) -> Phase:
        found = sorted(row.occurrences.all(), key=lambda one: one.due, reverse=True)
        turns = [self._turn(one) for one in found]
        return Phase(
            pk=row.pk,
            title=_title(row),
            when=_when(row),
            tally=recurring.tally((one.held for one in found), self.day).words + ".",
            turns=turns[:OPEN],
            earlier=turns[OPEN:],
            may_end=self.rights.sets_deadlines and row.called_off_at is None,
        )

    def _turn(self, row: DatedOccurrence) -> Turn:
        overdue = row.state == State.EXPECTED and row.due < self.day
        label = "Overdue" if overdue else row.get_state_display()
        colour = "govuk-tag--red" if overdue else COLOURS.get(State(row.state), "govuk-tag--blue")
        return Turn(
            day=words.day(row.due),
            note=row.note,
            tag=Tag(label, colour),
            said=_said(row),
            evidence=self._evidence(row),
            ways=list(self._ways(row)) if self.rights.is_open else [],
        )

    def _evidence(self, row: DatedOccurrence) -> str:
        filed = self.filed[row.pk]
        if not filed:
            return "None yet." if row.state == State.DONE else ""
        checked = sum(filed)
        if checked == len(filed):
            return f"{words.counted(checked, 'piece')}, checked."
        return f"{words.counted(len(filed), 'piece')}, {checked} checked."

    def _ways(self, row: DatedOccurrence) -> Iterable[tuple[str, str]]:
        """What may be pressed: the words and the address."""
        expected, missed = row.state == State.EXPECTED, row.state == State.MISSED
        if self.rights.works and (expected or missed):
            yield "Done", self._way("hold", row)
        if self.rights.works and expected and row.due <= self.day:
            yield "Missed", self._way("miss", row)
        if self.rights.approves and (expected or missed):
            yield "Excuse", self._way("excuse", row)
        if self.rights.works and self.test is not None and row.state == State.DONE:
            href = f"{of_action(self.action)}?do=file&of={self.test.pk}&occurrence={row.pk}#do"
            yield "File evidence", href
        if self.rights.works and row.state in (State.DONE, State.MISSED, State.EXCUSED):
            yield "Take back", self._way("expect", row)

    def _way(self, deed: str, row: DatedOccurrence) -> str:
        code, public_id = self.action.plan.authority.code, self.action.public_id
        return reverse(f"actions:{deed}", args=[code, public_id, row.pk])


def _title(row: Recurrence) -> str:
    share = f", a sample of {row.sample}" if row.sample else ""
    often = row.how_often
    return f"{row.what}: {often}{share}" if row.what else f"{often.capitalize()}{share}"


def _when(row: Recurrence) -> str:
    first = words.day(row.first_day)
    if row.last_day is None:
        return f"From {first}, for good."
    why = f" {row.called_off_why}." if row.called_off_why else ""
    return f"From {first} to {words.day(row.last_day)}.{why}"


def _said(row: DatedOccurrence) -> str:
    """When it was done, or why not, and who said so."""
    if row.done_on is not None:
        month = row.done_precision == "month"
        on = f"{row.done_on:%B %Y}" if month else words.day(row.done_on)
        return f"Done {on}, as {row.said_by} said."
    if row.state == State.EXPECTED or not row.why:
        return ""
    return f"{row.why} ({row.said_by})"
