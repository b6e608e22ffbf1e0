"""What the page of one figure says, and what may be decided there."""

from collections.abc import Iterator, Sequence

from django.urls import reverse

from goldenthread.people.models import User
from goldenthread.people.permissions import may
from goldenthread.results.actions.values import APPROVE, ENTER
from goldenthread.results.models import Value
from goldenthread.web import words
from goldenthread.web.measures import wording
from goldenthread.web.pages import Crumb


class FigurePage:
    """A figure with its days and people; whoever may not approve it reads why."""

    def __init__(self, value: Value, user: User, crumbs: Sequence[Crumb]) -> None:
        self.value, self.crumbs = value, crumbs
        self.heading = f"{wording.figure_of(value)}, {wording.period_of(value)}"
        self.caption = str(value.measure)
        self.tag = wording.state_of(value)
        self.facts = list(_facts(value))
        self.is_waiting = value.state == Value.State.ENTERED
        self.objection = _objection(value, user) if self.is_waiting else ""
        self.may_decide = self.is_waiting and not self.objection
        enters = may(user, ENTER, value.authority, team=value.team)
        self.may_revise = enters and value.state == Value.State.APPROVED
        seen = Value.objects.visible_to(user).filter(revises=value)
        self.revised_by = seen.exclude(state=Value.State.RETURNED).first()
        self.back = reverse("measures:show", args=[value.measure_id])


def _facts(value: Value) -> Iterator[tuple[str, str]]:
    yield "Figure", wording.figure_of(value)
    yield "Number of cases", wording.parts_of(value)
    yield "As typed", value.printed
    yield "Of whom", wording.part_of(value)
    yield "Period", wording.period_of(value)
    yield "As at", words.day(value.as_at)
    yield "Known on", words.day(value.known_on)
    yield "Where it is from", value.source
    yield "Counted by", f"{value.definition}: {value.definition.text}"
    yield "Entered by", f"{value.entered_by}, {words.moment(value.entered_at)}"
    if value.approved_by is not None and value.approved_at is not None:
        yield "Approved by", f"{value.approved_by}, {words.moment(value.approved_at)}"
    if value.revises is not None:
        yield "Revises", f"{value.revises}"
        yield "Cause", f"{value.get_cause_display()}. {value.reason}"
    if value.denominator is None:
        yield "Can it show impact?", "No: it does not say out of how many."


def _objection(value: Value, user: User) -> str:
    """Why the user may not approve or return it; empty where they may."""
    if value.entered_by_id == user.pk:
        return "You entered it. Somebody else approves or returns it."
    if not may(user, APPROVE, value.authority, team=value.team):
        return "It waits for an analyst, a strategic lead or the director."
    return ""
