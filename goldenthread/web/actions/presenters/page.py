"""The Action page as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator

from goldenthread.people.models import User
from goldenthread.plans import marks, rungs, status
from goldenthread.plans.actions.delivering import completion_reported
from goldenthread.plans.gathering import facts_of, rules_of
from goldenthread.plans.looking import person_of
from goldenthread.plans.models import Action, Delivery, DraftUpdate, Impact, Item, Plan, Standing
from goldenthread.web import words
from goldenthread.web.actions.deeds import ALL, Deed
from goldenthread.web.actions.presenters.around import Around, around
from goldenthread.web.actions.presenters.asked import Asked, asked_of
from goldenthread.web.actions.presenters.comments import Remark, comments_of
from goldenthread.web.actions.presenters.deadlines import Deadlines, deadlines_of
from goldenthread.web.actions.presenters.recurring import Recurring, recurring_of
from goldenthread.web.actions.presenters.reported import (
    Pointed,
    Reported,
    pointed_to,
    reported_of,
)
from goldenthread.web.actions.presenters.tests import Card, cards_of
from goldenthread.web.actions.presenters.updates import Line, Told, history, updates_of
from goldenthread.web.actions.rights import Rights, rights_of
from goldenthread.web.actions.ways import of_action
from goldenthread.web.components import Ladder, Tag
from goldenthread.web.pages import Crumb, Page


@dataclass(frozen=True)
class Stands:
    """Somebody who stands in the action."""

    pk: int
    rank: str
    who: str
    note: str
    is_person: bool


@dataclass(frozen=True)
class Way:
    """Something else that can be done, with where its form opens."""

    title: str
    href: str
    is_open: bool


@dataclass(frozen=True, kw_only=True)
class ActionPage:
    """Everything that the page prints."""

    frame: Page
    action: Action
    notice: str
    same_as_href: str
    items: Sequence[tuple[str, str, str]]
    pointed: Sequence[Pointed]
    state: str
    state_words: Sequence[str]
    kind: str
    rung: Tag | None
    ladder: Ladder | None
    status: Tag | None
    status_why: str
    key: Sequence[tuple[Tag, str]]
    marks: Sequence[str]
    reported: Reported | None
    embedding: str
    impact: str
    deadlines: Deadlines
    around: Around
    recurring: Recurring
    asked: Asked
    stands: Sequence[Stands]
    cards: Sequence[Card]
    drafts: Sequence[DraftUpdate]
    updates: Told
    comments: Sequence[Remark]
    history: Sequence[Line]
    seen: int
    rights: Rights
    ways: Sequence[Way]
    thread_href: str


def action_page(
    action: Action, user: User, *, opened: Deed | None = None, every_update: bool = False
) -> ActionPage:
    """The page of an action that the user sees, as of today."""
    day = timezone.localdate()
    facts = facts_of([action], day)[action.pk]
    rules = rules_of(action.plan.authority, day)
    rung, colour = rungs.rung(facts.standing), status.status(facts, rules)
    delivery = Delivery.objects.filter(action=action).select_related("replaced_by").first()
    claimed = completion_reported(action)
    rights = rights_of(
        action,
        user,
        state=facts.delivery,
        claimed=claimed is not None and claimed.completed_on is not None,
        has_local=facts.local_date,
        is_due=facts.due is not None,
        is_judged=bool(facts.judged),
    )
    told = history(action)
    return ActionPage(
        frame=_frame(action),
        action=action,
        notice=_notice(action),
        same_as_href=of_action(action.same_as) if action.same_as else "",
        items=_items(action, user),
        pointed=pointed_to(action, user),
        state=Delivery.State(facts.delivery).label,
        state_words=_state_words(delivery),
        kind=_kind(action),
        rung=Tag.rung(rung.number) if rung.number is not None else None,
        ladder=Ladder(rung.number, rung.next_needs) if rung.number is not None else None,
        status=_status(colour),
        status_why=colour.why,
        key=[(Tag.status(one, one.capitalize()), said) for one, said in rules.key],
        marks=[mark.words for mark in marks.marks(facts, rules)],
        reported=reported_of(action, user),
        embedding=_embedding(facts),
        impact=_impact(action),
        deadlines=deadlines_of(action, user, facts),
        around=around(action, user),
        recurring=recurring_of(action, user, rights, day),
        asked=asked_of(action, user, rights),
        stands=_stands(action, user),
        cards=cards_of(action, user, day),
        drafts=list(DraftUpdate.objects.visible_to(user).waiting().filter(action=action)),
        updates=updates_of(action, user, every=every_update),
        comments=comments_of(action, user, rights),
        history=told,
        seen=max((line.number for line in told), default=0),
        rights=rights,
        ways=[_way(action, one, opened) for one in ALL if one.may(rights) and one.offered(rights)],
        thread_href=reverse("thread:show", args=[action.plan.authority.code, action.public_id]),
    )


def _frame(action: Action) -> Page:
    plan = action.plan
    crumbs = [
        Crumb("Plans", reverse("plans:index")),
        Crumb(plan.title, reverse("plans:plan", args=[plan.authority.code, plan.public_id])),
    ]
    short = Truncator(action.text).chars(90)
    return Page(
        heading=f"{action.public_id}: {short}",
        caption=f"Action{f' {action.ref}' if action.ref else ''} of {plan}",
        crumbs=crumbs,
    )


def _notice(action: Action) -> str:
    if action.same_as is not None:
        return f"This row only points to {action.same_as.public_id}: it is worked on there."
    if action.dropped_in_id is not None:
        return "A later version of the plan no longer holds this action. It can only be read."
    if action.plan.state != Plan.State.CURRENT:
        return f"The plan is {action.plan.get_state_display().lower()}. It can only be read."
    return ""


def _items(action: Action, user: User) -> list[tuple[str, str, str]]:
    rows = Item.objects.visible_to(user).filter(
        served_by__action=action, served_by__dropped_in=None
    )
    return [
        (
            f"Item {row.number or row.public_id}",
            row.text,
            reverse("plans:item", args=[action.plan.authority.code, row.public_id]),
        )
        for row in rows.order_by("order")
    ]


def _state_words(delivery: Delivery | None) -> list[str]:
    """What goes with the step of delivery."""
    if delivery is None:
        return []
    said = [
        ("Completed", _completed(delivery)),
        ("Waits on", delivery.blocked_on),
        ("Why", delivery.why),
        ("Chase on", words.day(delivery.chase_on) if delivery.chase_on else ""),
        ("Way forward", delivery.way_forward),
        ("In its place", str(delivery.replaced_by or "")),
        ("What the review found", delivery.review),
        ("Starts on", words.day(delivery.starts_on) if delivery.starts_on else ""),
    ]
    return [f"{label}: {text}" for label, text in said if text]


def _completed(delivery: Delivery) -> str:
    day = delivery.completed_on
    if day is None:
        return ""
    taken = ", taken over from the document" if delivery.taken_from_id else ""
    return (f"{day:%B %Y}" if delivery.completed_precision == "month" else words.day(day)) + taken


def _kind(action: Action) -> str:
    proposed = " (proposed: nobody has confirmed it)" if action.kind_proposed else ""
    return f"{action.get_kind_display()}{proposed}"


def _status(found: status.Status) -> Tag | None:
    if found.colour == status.NONE:
        return None
    return Tag.status(found.colour, f"{found.colour.capitalize()}: {found.words}")


def _embedding(facts: status.Facts) -> str:
    run, needed = facts.standing.run, facts.standing.needed
    state = rungs.embedding(facts.standing)
    if state == "not tested":
        return "Not tested: no test of the kind practice."
    return f"{state.capitalize()}: {run} of {needed} periods in standard, one after another."


def _impact(action: Action) -> str:
    row = Impact.objects.filter(action=action).order_by("-pk").first()
    if row is None:
        return "Nothing was said of the impact."
    until = f", to be reviewed on {words.day(row.until)}" if row.until else ""
    said = f": {row.words}" if row.words else ""
    return f"{row.get_state_display()}{until}{said}."


def _stands(action: Action, user: User) -> list[Stands]:
    rows = Standing.objects.visible_to(user).current().filter(action=action, ended_on=None)
    order = list(Standing.Rank)
    found = [
        Stands(row.pk, row.get_rank_display(), row.who, _resolved(row), row.person_id is not None)
        for row in rows.select_related("person", "post", "team", "partner").order_by("pk")
    ]
    return sorted(found, key=lambda one: [rank.label for rank in order].index(one.rank))


def _resolved(row: Standing) -> str:
    """Who a post or team means today, or why nobody."""
    if row.person is not None:
        return ""
    found = person_of(row, timezone.localdate())
    return str(found.person) if found.person is not None else f"today nobody: {found.why_none}"


def _way(action: Action, deed: Deed, opened: Deed | None) -> Way:
    href = f"{of_action(action)}?do={deed.name}#do"
    return Way(deed.title, href, opened is not None and opened.name == deed.name)
