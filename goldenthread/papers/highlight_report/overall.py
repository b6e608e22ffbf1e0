"""The director's overall view in the report: the signed one of its day, or why there is none."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from goldenthread.basics.days import without_weekday
from goldenthread.papers.document import Block, Heading, Note, paragraphs, words
from goldenthread.papers.models import OverallView
from goldenthread.papers.seeing import sees_whole
from goldenthread.people.models import User
from goldenthread.plans.models import Plan

TITLE = "The director's overall view"
NOT_TYPED = "The director's overall view is not typed yet."
NOT_SIGNED = "The director's overall view is drafted and not signed yet."
OF_THE_WHOLE = (
    "The director's overall view is of the whole plan, and is not printed in a part of it."
)


@dataclass(frozen=True, kw_only=True)
class Overall:
    """The signed view with the post that signed it and the day; else why it is not printed."""

    text: str = ""
    post: str = ""
    on: date | None = None
    without: Note | None = None


NONE_TYPED = Overall(without=Note(NOT_TYPED, "missing"))
NONE_SIGNED = Overall(without=Note(NOT_SIGNED, "missing"))
NOT_IN_A_PART = Overall(without=Note(OF_THE_WHOLE))


def overall_of(plan: Plan, *, by: User, as_at: date) -> Overall:
    """The newest signed view of that very day, as far as a person sees it."""
    views = OverallView.objects.visible_to(by).of_day(plan, as_at)
    if view := views.signed().first():
        return Overall(text=view.text, post=view.post, on=timezone.localdate(view.at))
    if not sees_whole(plan, by):
        return NOT_IN_A_PART
    return NONE_SIGNED if views.exists() else NONE_TYPED


def section(overall: Overall) -> Iterable[Block]:
    """The section of the report."""
    yield Heading(1, TITLE)
    if overall.without is not None:
        yield overall.without
    yield from paragraphs(overall.text)
    if overall.on is not None:
        yield words(f"Signed by {overall.post}, {without_weekday(overall.on)}", "small")
