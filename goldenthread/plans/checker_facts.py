"""Reads the facts for the gate from the tables, and how a checker stands to the lead."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from goldenthread.people.alike import alike, known_as
from goldenthread.people.deputising import stood_in_for
from goldenthread.people.models import Authority, Membership, Person, Post, Postholding, User
from goldenthread.people.roles import Role
from goldenthread.plans import gate
from goldenthread.plans.looking import person_of
from goldenthread.plans.models import (
    Action,
    Evidence,
    EvidenceLink,
    Plan,
    Standing,
    Test,
    Update,
)


def facts(link: EvidenceLink, by: User, day: date) -> gate.Facts:
    """What decides whether a user may check this evidence on a day. About fifteen queries."""
    version, test = link.version, link.test
    actions = actions_of(test)
    later = version.evidence.versions.filter(number__gt=version.number)
    return gate.Facts(
        checker=_checker(by, version.evidence.plan, day),
        day=day,
        stood=tuple(_stood(one) for one in _standings(actions)),
        filed=tuple(gate.Deed(user, person) for user, person in _filers(version.evidence)),
        told=tuple(gate.Deed(*told) for told in _updates(actions, test)),
        test_changed_at=test.changed_at,
        is_latest=not later.exists(),
        is_withdrawn=link.withdrawn_at is not None,
        test_stands=test.dropped_in_id is None,
        expires_on=version.expires_on,
    )


def stood_in(action: Action, by: User, day: date) -> str:
    """That a user stands or ever stood in an action or one that is the same, in words; or ""."""
    stood = map(_stood, _standings(_same_as(Action.objects.filter(pk=action.pk))))
    return gate.stood_in(_checker(by, action.plan, day), stood)


def actions_of(test: Test) -> QuerySet[Action]:
    """The actions whose people may not check a test: its own and all that are the same as it.

    Of a test of an item as a whole all that serve the item or ever did.
    """
    own = Q(served__item=test.item_id) if test.action_id is None else Q(pk=test.action_id)
    return _same_as(Action.objects.filter(own))


def _same_as(actions: QuerySet[Action]) -> QuerySet[Action]:
    """The actions and all that are the same as one of them."""
    head = Coalesce("same_as", "pk")
    heads = actions.annotate(head=head).values("head")
    return Action.objects.annotate(head=head).filter(head__in=heads)


def _filers(evidence: Evidence) -> Iterator[tuple[int, int | None]]:
    """Who filed a version, and who tied one to a test: both put it forward."""
    yield from evidence.versions.values_list("filed_by", "filed_for")
    ties = EvidenceLink.objects.filter(version__evidence=evidence)
    yield from ((user, None) for user in ties.values_list("linked_by", flat=True))


def person_for(by: User, authority: Authority) -> Person | None:
    """The person whom an account belongs to in an authority."""
    return by.persons.filter(authority=authority).first()


def _checker(by: User, plan: Plan, day: date) -> gate.Checker:
    person = person_for(by, plan.authority)
    same = alike(person) if person is not None else []
    # A deputy checks nothing that the person who is away could not.
    covers = stood_in_for(by, day)
    same += [one.person for one in covers if not one.as_officer and one.person not in same]
    roles = by.role_holdings.on(day).filter(authority=plan.authority)
    ended = Q(ended_on=None) | Q(ended_on__gte=day)
    given = plan.checkers.filter(ended, user=by, started_on__lte=day)
    posts = list(_posts(same))
    return gate.Checker(
        is_system=by.is_system,
        has_role=by.is_active and roles.filter(role=Role.CHECKER).exists(),
        has_plan=given.exists(),
        persons=frozenset(one.pk for one in same),
        users=frozenset([by.pk, *(one.user_id for one in same if one.user_id is not None)]),
        known=tuple(known_as(one) for one in same),
        posts=tuple(
            gate.Held(had.post_id, had.started_on, had.counts_until, _called(had.post))
            for had in posts
        ),
        teams=tuple(_teams(same, posts)),
        partners=frozenset(_partners(by, same, posts)),
    )


def _posts(same: list[Person]) -> QuerySet[Postholding]:
    return Postholding.objects.filter(person__in=same).select_related("post__team")


def _called(post: Post) -> tuple[str, ...]:
    return (post.title, *post.synonyms)


def _teams(same: list[Person], posts: Iterable[Postholding]) -> Iterator[gate.Held]:
    """The teams that they were in, and those that their posts belong to."""
    for member in Membership.objects.filter(person__in=same).select_related("team"):
        team = member.team
        called = (team.name, team.code, *team.synonyms)
        yield gate.Held(
            team.pk, member.started_on, member.counts_until, tuple(filter(None, called))
        )
    for had in posts:
        if had.post.team is not None:
            yield gate.Held(
                had.post.team.pk, had.started_on, had.counts_until, (had.post.team.name,)
            )


def _partners(by: User, same: list[Person], posts: Iterable[Postholding]) -> Iterator[int]:
    rows = [one.partner_id for one in same]
    rows += [had.post.partner_id for had in posts]
    rows += list(by.role_holdings.values_list("partner", flat=True))
    yield from (pk for pk in rows if pk is not None)


def _standings(actions: QuerySet[Action]) -> QuerySet[Standing]:
    """Everybody who ever stood there, also whom a later version no longer names."""
    return Standing.objects.filter(action__in=actions).select_related(
        "person", "post", "team", "partner"
    )


def _stood(row: Standing) -> gate.Stood:
    return gate.Stood(
        rank=row.rank,
        who=row.printed if row.is_nobodys else row.who,
        printed=row.printed,
        person=row.person_id,
        post=row.post_id,
        team=row.team_id,
        partner=row.partner_id,
        first=row.started_on,
        last=row.ended_on,
        ended=row.ended_on is not None or row.dropped_in_id is not None,
    )


def _updates(
    actions: QuerySet[Action], test: Test
) -> QuerySet[Update, tuple[int, int | None, datetime]]:
    of = Q(action__in=actions)
    if test.item_id is not None:
        of |= Q(item=test.item_id)
    return Update.objects.filter(of).values_list("by", "for_whom", "at")


def line_to_lead(person: Person, test: Test, day: date) -> str:
    """How the checker's post stands to the lead's on a day, in words, as it is printed."""
    leads = Standing.objects.current().filter(
        action__in=actions_of(test), rank=Standing.Rank.LEAD, ended_on=None
    )
    lead = leads.select_related("person", "post", "team", "partner").first()
    if lead is None:
        return "the action has no lead"
    leader = person_of(lead, day).person
    theirs = lead.post or (post_of(leader, day) if leader is not None else None)
    mine = post_of(person, day)
    if mine is None or theirs is None:
        return f"no reporting line to {lead.who} is known"
    return _line(mine, theirs)


def post_of(person: Person, day: date) -> Post | None:
    """The post that a person holds on a day; the earliest begun where there are several."""
    held = person.postholdings.on(day).select_related("post__service", "post__reports_to")
    holding = held.order_by("started_on", "pk").first()
    return holding.post if holding is not None else None


def _line(mine: Post, theirs: Post) -> str:
    above_me, above_them = _above(mine), _above(theirs)
    if theirs in above_me:
        return f"reports to the lead's post “{theirs}”, {_steps(above_me.index(theirs) + 1)}"
    if mine in above_them:
        return f"the lead's post “{theirs}” reports to it, {_steps(above_them.index(mine) + 1)}"
    shared = next((post for post in above_me if post in above_them), None)
    if shared is not None:
        return f"both it and the lead's post “{theirs}” report to “{shared}”"
    return f"no reporting line to the lead's post “{theirs}”"


def _above(post: Post) -> list[Post]:
    """The posts above one, nearest first; a circle in the directory ends the walk."""
    chain: list[Post] = []
    while (post.reports_to is not None) and post.reports_to not in chain:
        post = post.reports_to
        chain.append(post)
    return chain


def _steps(number: int) -> str:
    return "directly" if number == 1 else f"over {number} steps"
