"""What the page of a meeting says: its items with papers, last decisions, what was agreed."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from goldenthread.governance import looking
from goldenthread.governance.models import AgendaItem, Decision, Meeting, NextStep, Resolution
from goldenthread.inspections.models import Recommendation
from goldenthread.papers.models import SignedPaper
from goldenthread.people.models import User
from goldenthread.people.permissions import may
from goldenthread.plans.models import Plan
from goldenthread.web import words
from goldenthread.web.components import Tag
from goldenthread.web.governance.presenters.forum import state
from goldenthread.web.pages import Crumb
from goldenthread.web.ways import Ways, way_to

State = Meeting.State
OPEN = (State.PLANNED, State.ISSUED)


@dataclass(frozen=True, kw_only=True)
class Way:
    """A link of an item; `title` tells it from the same link of others."""

    text: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Followed:
    """A resolution or an agreed next step, and how it stands."""

    text: str
    stands: str
    href: str = ""
    into: str = ""


@dataclass(frozen=True, kw_only=True)
class Said:
    """A decision with what it resolves."""

    text: str
    resolutions: Sequence[Followed]


@dataclass(frozen=True, kw_only=True)
class Item:
    """An item of the agenda."""

    pk: int
    number: int
    title: str
    why: str
    tag: str
    papers: Sequence[Way]
    last: str
    minute: str
    decisions: Sequence[Said]
    steps: Sequence[Followed]
    evidence: Sequence[str]
    ways: Sequence[Way]
    up: bool
    down: bool


class MeetingPage:
    """A meeting with all of its agenda."""

    def __init__(self, meeting: Meeting, user: User, *, keeps: bool) -> None:
        forum = meeting.forum
        self.heading, self.caption = words.day(meeting.day), str(forum)
        self.crumbs = (
            Crumb("Governance", reverse("governance:index")),
            Crumb(forum.name, reverse("governance:forum", args=[forum.pk])),
        )
        self.meeting, self.user, self.keeps = meeting, user, keeps
        self.is_open = meeting.state in OPEN
        self.is_held = meeting.state == State.HELD
        self.tag: Tag = state(meeting)
        self.facts = _facts(meeting)
        self.items = _Items(meeting, user, keeps=keeps).all()


def _facts(meeting: Meeting) -> list[tuple[str, str]]:
    facts = [("Place", meeting.place)] if meeting.place else []
    if meeting.cancelled_why:
        facts.append(("Cancelled because", meeting.cancelled_why))
    if meeting.approved_in is not None:
        facts.append(("Minutes approved on", words.day(meeting.approved_in.day)))
    if meeting.state not in (State.HELD, State.APPROVED):
        return facts
    related = ("seat__post", "seat__person", "seat__partner")
    rows = list(meeting.attendance.select_related(*related).order_by("pk"))
    for how, label in (("present", "There"), ("apologies", "Apologies"), ("absent", "Absent")):
        who = [_who(row) for row in rows if row.how == how]
        facts.append((label, "; ".join(who) or "Nobody"))
    facts.append(("Quorum", looking.quorum_of(meeting)[1]))
    if meeting.cases is not None:
        facts.append(("Cases considered", words.number(meeting.cases)))
    return facts


def _who(row: object) -> str:
    seat = getattr(row, "seat", None)
    if seat is not None:
        return str(seat.who)
    agency, number = vars(row)["agency"], vars(row)["number"]
    return f"{agency} ({number})"


class _Items:
    """The items of a meeting; a constant number of queries for any number of them."""

    def __init__(self, meeting: Meeting, user: User, *, keeps: bool) -> None:
        self.meeting, self.keeps = meeting, keeps
        related = ("plan__authority", "version", "recommendation", "action__plan")
        self.rows = list(
            AgendaItem.objects.visible_to(user)
            .filter(meeting=meeting)
            .select_related(*related)
            .prefetch_related(
                "decisions__resolutions",
                "next_steps__lead",
                "next_steps__action",
                "next_steps__item",
                "extracts__evidence",
            )
            .order_by("order", "pk")
        )
        self.adds = may(user, "plans.add_action", meeting.authority)
        self.last = looking.last_decisions(meeting)
        self.ways = Ways(user, actions=[row.action_id for row in self.rows])
        plans = Plan.objects.visible_to(user).filter(pk__in=[row.plan_id for row in self.rows])
        self.plans = set(plans.values_list("pk", flat=True))
        asked_for = Recommendation.objects.visible_to(user).filter(
            pk__in=[row.recommendation_id for row in self.rows]
        )
        self.asked_for = set(asked_for.values_list("pk", flat=True))
        papers = SignedPaper.objects.visible_to(user).filter(
            pk__in=[row.paper for row in self.rows if row.paper]
        )
        self.papers = {row.pk: row for row in papers.select_related("plan__authority")}

    def all(self) -> list[Item]:
        """Each item, in order."""
        return [self._item(row) for row in self.rows]

    def _item(self, row: AgendaItem) -> Item:
        moves = self.keeps and self.meeting.state in (*OPEN, State.HELD)
        return Item(
            pk=row.pk,
            number=row.order,
            title=row.title,
            why=row.why,
            tag=f"{row.get_kind_display()}{', out of turn' if row.exceptional else ''}",
            papers=self._papers(row),
            last=_last(self.last.get(row.pk)),
            minute=row.minute,
            decisions=[self._decision(one) for one in row.decisions.all()],
            steps=[self._step(one) for one in row.next_steps.all()],
            evidence=[str(one.evidence) for one in row.extracts.all()],
            ways=self._ways(row),
            up=moves and row.order > 1,
            down=moves and row.order < len(self.rows),
        )

    def _papers(self, row: AgendaItem) -> list[Way]:
        """What the item opens, as far as the person sees it."""
        found = []
        if href := self.ways.action(row.action_id):
            found.append(Way(text=f"Open {vars(row.action)['public_id']}", href=href))
        elif row.plan is not None and row.action_id is None and row.plan_id in self.plans:
            href = way_to("plans:plan", row.plan.authority.code, row.plan.public_id)
            found.append(Way(text=f"Open {row.plan.public_id}", href=href))
        if (paper := self.papers.get(row.paper or 0)) is not None:
            place = (paper.plan.authority.code, paper.plan.public_id, paper.public_id)
            found.append(Way(text="Open the paper", href=way_to("papers:signed", *place)))
        if row.recommendation is not None and row.recommendation_id in self.asked_for:
            at = way_to("inspections:recommendations", row.recommendation.inspection_id)
            found.append(Way(text="Open the recommendation", href=at))
        return found

    def _ways(self, row: AgendaItem) -> list[Way]:
        if self.meeting.state not in (State.HELD, State.APPROVED):
            return []
        found = []
        if self.keeps and self.meeting.state == State.HELD:
            texts = (("Minute", "minute"), ("Decide", "decide"), ("Next step", "step"))
            found = [Way(text=text, href=_to(name, row)) for text, name in texts]
        if row.minute and self.ways.action(row.action_id):
            found.append(Way(text="File the minute as evidence", href=_to("evidence", row)))
        return found

    def _decision(self, row: Decision) -> Said:
        return Said(
            text=row.text, resolutions=[self._resolution(one) for one in row.resolutions.all()]
        )

    def _resolution(self, row: Resolution) -> Followed:
        if row.done_at is not None:
            day = words.day(row.done_at)
            return Followed(text=row.text, stands=f"carried out on {day}: {row.done_words}")
        by = f", by {words.day(row.due_on)}" if row.due_on else ""
        href = way_to("governance:carry_out", row.pk) if self.keeps else ""
        return Followed(text=row.text, stands=f"open{by}", href=href)

    def _step(self, row: NextStep) -> Followed:
        who = f"{row.lead}, by {words.day(row.due_on)}"
        if row.done_at is not None:
            day = words.day(row.done_at)
            return Followed(text=row.text, stands=f"{who}: done on {day}: {row.done_words}")
        if row.action is not None:
            return Followed(text=row.text, stands=f"{who}: action {row.action.public_id}")
        href = way_to("governance:finish", row.pk) if self.keeps else ""
        has_plan = row.item.plan_id in self.plans and self.adds
        into = way_to("governance:into_action", row.pk) if has_plan else ""
        return Followed(text=row.text, stands=f"{who}: open", href=href, into=into)


def _last(row: Decision | None) -> str:
    return f"{words.day(row.item.meeting.day)}: {row.text}" if row else ""


def _to(name: str, row: AgendaItem) -> str:
    return way_to(f"governance:{name}", row.pk)
