"""What the page of claims says."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from goldenthread.people.models import Authority, Notice
from goldenthread.plans.models import Plan
from goldenthread.thread import claiming
from goldenthread.web import words
from goldenthread.web.claims.telling import Post
from goldenthread.web.components import Cell, Column, Count, Empty, Table, Tag
from goldenthread.web.listing import Pages
from goldenthread.web.pages import Crumb

TAGS = {
    claiming.NOTHING_FILED: "govuk-tag--red",
    claiming.NOT_ASKED: "govuk-tag--orange",
    claiming.RETURNED: "govuk-tag--red",
    claiming.WAITING: "govuk-tag--light-blue",
}
TONES = {claiming.NOTHING_FILED: "red", claiming.RETURNED: "red", claiming.NOT_ASKED: "amber"}
# The key of each plan by its public id.
COLUMNS = ("Action", "What is claimed", "State", "Since")
PER_PAGE = 100
# Everybody who must act, by service, name and the id of the person.
Totals = Mapping[tuple[str, str, int | None], claiming.Actor]
EMPTY = Empty(
    heading="No claim waits for evidence",
    text="Whatever is reported done or on file has evidence that somebody else has checked, or "
    "nothing is reported yet. What a plan says of itself appears here once it is imported.",
)


class ClaimsPage:
    """Claims of a council or of one plan, grouped by service and who must act."""

    heading = "Claims waiting for evidence"
    crumbs = (Crumb("Library", "/library/"),)

    def __init__(
        self,
        authority: Authority,
        plans: Sequence[Plan],
        plan: Plan | None,
        claims: Sequence[claiming.Claim],
        state: str,
        day: date,
        request: HttpRequest,
    ) -> None:
        self.caption = str(plan) if plan is not None else str(authority)
        self._query = {"council": authority.code, **({"plan": plan.public_id} if plan else {})}
        self.counts = self._counts(claims, state)
        self.plans = [self._plan(one, plan) for one in plans] if len(plans) > 1 else []
        self.all_plans = f"?{urlencode({'council': authority.code})}" if plan else ""
        shown = [claim for claim in claims if not state or claim.state == state]
        every = claiming.grouped(shown)
        in_order = [claim for one in every for actor in one.actors for claim in actor.claims]
        self.listing: Pages[claiming.Claim] = Pages(request, in_order, per_page=PER_PAGE)
        totals = {
            (one.name, actor.name, actor.person): actor for one in every for actor in one.actors
        }
        number = {one.name: one.count for one in every}
        self.services = [
            _service(one, totals, number[one.name], authority.code, day)
            for one in claiming.grouped(self.listing.page)
        ]
        self.sentence = _sentence(claims, day)
        self.empty = None if claims else EMPTY
        self.send_href = f"{reverse('claims:send')}?{urlencode(self._query)}"

    def _counts(self, claims: Sequence[claiming.Claim], state: str) -> list[Count]:
        every = Count(
            number=len(claims),
            label="all",
            href=f"?{urlencode(self._query)}",
            is_current=not state,
        )
        number = {one: sum(claim.state == one for claim in claims) for one in claiming.STATES}
        return [every] + [
            Count(
                number=number[one],
                label=one,
                href=f"?{urlencode({**self._query, 'state': one})}",
                tone=TONES.get(one, "") if number[one] else "",
                is_current=state == one,
            )
            for one in claiming.STATES
        ]

    def _plan(self, one: Plan, chosen: Plan | None) -> tuple[str, str, bool]:
        query = urlencode({"council": self._query["council"], "plan": one.public_id})
        return str(one), f"?{query}", one == chosen


def _service(
    one: claiming.OfService, totals: Totals, count: int, code: str, day: date
) -> Mapping[str, object]:
    """A service with what of it stands on this page, and how many claims it has in all."""
    tables = [
        (
            actor.name,
            _table(actor, len(totals[one.name, actor.name, actor.person].claims), code, day),
        )
        for actor in one.actors
    ]
    return {"name": one.name, "count": words.counted(count, "claim"), "actors": tables}


def _table(actor: claiming.Actor, total: int, code: str, day: date) -> Table:
    here = len(actor.claims)
    part = f", {here} of them on this page" if here < total else ""
    return Table(
        caption=f"{actor.name}: {words.counted(total, 'claim')}{part}",
        columns=[Column(heading=name) for name in COLUMNS],
        rows=[_row(claim, code, day) for claim in actor.claims],
    )


def _row(claim: claiming.Claim, code: str, day: date) -> list[Cell]:
    check = reverse("evidence:check", args=[claim.link]) if claim.link is not None else ""
    since = words.day(claim.since) if claim.since is not None else "no day is known"
    return [
        Cell(claim.label, href=reverse("actions:show", args=[code, claim.label])),
        Cell(claim.words, href=check),
        Cell(tag=Tag(claim.state, TAGS[claim.state])),
        Cell(since, note=_clock(claim, day)),
    ]


def _clock(claim: claiming.Claim, day: date) -> str:
    if claim.due is None:
        return ""
    late = " (passed)" if claim.is_late(day) else ""
    return f"checkers have until {words.day(claim.due)}{late}"


def _sentence(claims: Sequence[claiming.Claim], day: date) -> str:
    leads = sum(claim.state != claiming.WAITING for claim in claims)
    late = sum(claim.is_late(day) for claim in claims)
    return (
        f"{words.counted(len(claims), 'claim')}: {leads} for the leads to act on, "
        f"{len(claims) - leads} for the checkers, {late} of those past the checkers' own clock."
    )


def post_in_words(post: Post) -> list[str]:
    """Who would be told now, and who not and why."""
    said = [f"{words.counted(len(post.messages), 'lead')} would be told now."]
    reasons = (
        ("Told of everything before: ", post.told_before),
        ("No account, so no message: ", post.no_account),
        ("Nobody knows who this is, so no message: ", post.no_person),
    )
    return said + [f"{label}{', '.join(sorted(set(names)))}." for label, names in reasons if names]


def sent_before(notices: Iterable[Notice]) -> list[str]:
    """The latest messages, each with whether it was mailed and read."""
    return [
        f"{words.day(row.sent_at)}: {row.to}, {row.about}, {_how(row)}, "
        f"{'read' if row.read_at else 'not yet read'}"
        for row in notices
    ]


def _how(row: Notice) -> str:
    if row.mailed_at is not None:
        return "mailed"
    return f"not mailed ({row.mail_problem})" if row.mail_problem else "not mailed yet"
