"""Claims that wait for evidence: what is reported and not checked, by service and who must act."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, QuerySet

from goldenthread.people.models import Authority, Membership, Postholding, Service, User
from goldenthread.plans import rungs
from goldenthread.plans.models import (
    Action,
    AsReported,
    Check,
    CheckRequest,
    EvidenceLink,
    Plan,
    Standing,
    Test,
)
from goldenthread.thread import claiming

CLAIMED = (AsReported.Claims.PART, AsReported.Claims.FULL, AsReported.Claims.COMPLETED)
CHECKERS = "The plan's checkers"


@dataclass(frozen=True)
class Lead:
    """Who leads an action on a day: what is printed, the person if there is one, the service."""

    name: str = ""
    person: int | None = None
    service: str = ""


def claims_waiting(of: Authority | Plan, *, by: User, day: date) -> tuple[claiming.OfService, ...]:
    """What is said to be done or shown in an authority or a plan, and is not checked.

    Evidence that waits for a check is the checkers' to act on; all else the lead's.
    Ten queries, however many claims.
    """
    return claiming.grouped(claims_of(of, by=by, day=day))


def claims_of(of: Authority | Plan, *, by: User, day: date) -> list[claiming.Claim]:
    """The same as a plain list, in the order of the plans."""
    actions = list(_actions(of, by))
    leads = leads_of(actions, day)
    links = _links(actions, by, day)
    waiting = {
        row.link_id: row
        for row in CheckRequest.objects.waiting().filter(link__in=links).select_related("of")
    }
    of_action: dict[int | None, list[EvidenceLink]] = defaultdict(list)
    for link in links:
        of_action[link.test.action_id].append(link)
    found: list[claiming.Claim] = []
    for action in actions:
        lead = leads.get(action.pk, Lead())
        own = of_action.get(action.pk, ())
        found += [_filed(action, lead, link, waiting.get(link.pk)) for link in own]
    return [*found, *_unfiled(actions, links, leads, day)]


def _actions(of: Authority | Plan, by: User) -> QuerySet[Action]:
    rows = Action.objects.visible_to(by).in_force().filter(same_as=None)
    rows = rows.filter(plan=of) if isinstance(of, Plan) else rows.filter(plan__authority=of)
    return rows.select_related("delivery").order_by("plan_id", "order")


def _links(actions: list[Action], by: User, day: date) -> list[EvidenceLink]:
    """Evidence that supports a test and is not accepted, as it counts on the day."""
    rows = EvidenceLink.objects.visible_to(by).newest()
    last = Check.objects.filter(link=OuterRef("pk")).order_by("-pk")
    rows = rows.filter(
        test__action__in=actions,
        test__dropped_in=None,
        direction=EvidenceLink.Direction.SUPPORTS,
    ).annotate(outcome=last.values("outcome")[:1], checked_on=last.values("day")[:1])
    counting = set(
        EvidenceLink.objects.accepted(day)
        .filter(test__action__in=actions)
        .values_list("pk", flat=True)
    )
    found = rows.select_related("test", "version__evidence").order_by("pk")
    return [row for row in found if row.pk not in counting]


def _filed(
    action: Action, lead: Lead, link: EvidenceLink, request: CheckRequest | None
) -> claiming.Claim:
    evidence = link.version.evidence
    state, since = claiming.NOT_ASKED, link.version.filed_at.date()
    if request is not None:
        state, since = claiming.WAITING, request.asked_on
    elif getattr(link, "outcome", None) == Check.Outcome.RETURNED:
        state, since = claiming.RETURNED, getattr(link, "checked_on", since)
    checker = request.of if request is not None else None
    return claiming.Claim(
        state=state,
        action=action.pk,
        label=action.public_id,
        words=f"{evidence.public_id} {evidence.title}: {link.shows}",
        service=lead.service,
        must_act=str(checker or CHECKERS) if request is not None else lead.name,
        person=None if request is not None else lead.person,
        since=since,
        due=request.due_on if request is not None else None,
        link=link.pk,
    )


def _unfiled(
    actions: list[Action], links: Iterable[EvidenceLink], leads: dict[int, Lead], day: date
) -> list[claiming.Claim]:
    """What is said to be done or on file, where nothing is on its way to a check."""
    under_way = {link.test.action_id for link in links}
    said = _said(actions)
    shown = _all_shown(actions, day)
    found = []
    for action in actions:
        words, since = said.get(action.pk, ("", None))
        if not words or action.pk in under_way or action.pk in shown:
            continue
        lead = leads.get(action.pk, Lead())
        found.append(
            claiming.Claim(
                state=claiming.NOTHING_FILED,
                action=action.pk,
                label=action.public_id,
                words=words,
                service=lead.service,
                must_act=lead.name,
                person=lead.person,
                since=since,
            )
        )
    return found


def _said(actions: list[Action]) -> dict[int, tuple[str, date | None]]:
    """What is claimed of an action: by a person who reported it done, else by its document."""
    said: dict[int, tuple[str, date | None]] = {}
    rows = AsReported.objects.current().filter(action__in=actions, claims__in=CLAIMED)
    for row in rows.order_by("-pk"):
        words = f"{row.get_column_display()} as reported: {row.text}"
        said[row.action_id or 0] = (words, row.completed_on)
    for action in actions:
        delivery = getattr(action, "delivery", None)
        if delivery is not None and delivery.state == rungs.DONE:
            said[action.pk] = (rungs.NAMES[2].capitalize(), delivery.completed_on)
    return said


def _all_shown(actions: list[Action], day: date) -> set[int]:
    """Actions with tests of kind *done*, all of which have accepted evidence."""
    tests = Test.objects.current().filter(action__in=actions, kind=Test.Kind.DONE)
    shown = set(tests.shown(day).values_list("pk", flat=True))
    every: dict[int, bool] = {}
    for test, action in tests.values_list("pk", "action"):
        every[action or 0] = every.get(action or 0, True) and test in shown
    return {action for action, whole in every.items() if whole}


def leads_of(actions: list[Action], day: date) -> dict[int, Lead]:
    """Who leads each action on the day, and of which service that is."""
    rows = list(
        Standing.objects.current()
        .on(day)
        .filter(action__in=actions, rank=Standing.Rank.LEAD)
        .select_related("person", "post__service", "post__team__service", "team__service")
        .select_related("partner")
    )
    holders, managers = _holders(rows, day), _managers(rows, day)
    people = {row.person_id for row in rows if row.person_id}
    services = _services(people, day)
    found = {}
    for row in rows:
        person = row.person_id or holders.get(row.post_id or 0) or managers.get(row.team_id or 0)
        found[row.action_id] = Lead(row.who, person, _service(row, services))
    return found


def _service(row: Standing, services: dict[int, str]) -> str:
    if row.post is not None:
        service = row.post.service or (row.post.team.service if row.post.team else None)
        return _name(service)
    if row.team is not None:
        return _name(row.team.service)
    if row.partner is not None:
        return str(row.partner)
    return services.get(row.person_id or 0, "")


def _name(service: Service | None) -> str:
    return str(service) if service is not None else ""


def _holders(rows: list[Standing], day: date) -> dict[int, int]:
    """Who held each post alone on the day; whoever was acting stands first, as in `holder_of`."""
    posts: dict[int, list[Postholding]] = {}
    holdings = Postholding.objects.on(day).filter(post__in=[row.post_id for row in rows])
    for holding in holdings:
        posts.setdefault(holding.post_id, []).append(holding)
    alone = {}
    for post, found in posts.items():
        first = [one for one in found if one.acting] or found
        if len(first) == 1:
            alone[post] = first[0].person_id
    return alone


def _managers(rows: list[Standing], day: date) -> dict[int, int]:
    """Who managed each team alone on the day."""
    teams: dict[int, list[int]] = {}
    managing = Membership.objects.on(day).filter(
        manages=True, team__in=[row.team_id for row in rows]
    )
    for team, person in managing.values_list("team", "person"):
        teams.setdefault(team, []).append(person)
    return {team: found[0] for team, found in teams.items() if len(found) == 1}


def _services(people: set[int], day: date) -> dict[int, str]:
    """The service of each person, by the post or the team of the day."""
    found: dict[int, str] = {}
    in_teams = Membership.objects.on(day).filter(person__in=people, team__service__isnull=False)
    for person, name in in_teams.values_list("person", "team__service__name"):
        found[person] = name
    in_posts = Postholding.objects.on(day).filter(person__in=people, post__service__isnull=False)
    for person, name in in_posts.values_list("person", "post__service__name"):
        found[person] = name
    return found
