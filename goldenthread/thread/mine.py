"""Which standings are somebody's on a day: by name, by the post held, by the team managed."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from goldenthread.people.models import Membership, Postholding, RoleHolding, User
from goldenthread.people.roles import Role
from goldenthread.plans.models import Action, Standing


def standings_of(user: User, day: date) -> QuerySet[Standing]:
    """The standings of a day that mean the user, in actions that they see and that stand.

    Of a post whoever is acting stands before the one they stand in for, as `holder_of` has it;
    of a team it is the manager. An organisation's are those of its partner users.
    """
    actions = Action.objects.visible_to(user).in_force().filter(same_as=None)
    rows = (
        Standing.objects.visible_to(user).current().on(day).filter(action__in=actions.values("pk"))
    )
    return rows.filter(_means(user, day)).select_related(
        "action__plan__authority", "post", "team", "partner"
    )


def why(standing: Standing) -> str:
    """Why an action is the user's, as a sentence."""
    rank = standing.get_rank_display().lower()
    if standing.post is not None:
        return f"You hold the post “{standing.post}”, its {rank}."
    if standing.team is not None:
        return f"You manage “{standing.team}”, its {rank}."
    if standing.partner is not None:
        return f"“{standing.partner}” is its {rank}."
    return f"You are its {rank}."


def _means(user: User, day: date) -> Q:
    holding = Postholding.objects.on(day).filter(post=OuterRef("post"))
    theirs = holding.filter(person__user=user)
    holds = Exists(theirs.filter(acting=True)) | Exists(theirs) & ~Exists(
        holding.filter(acting=True)
    )
    managing = Membership.objects.on(day).filter(
        team=OuterRef("team"), person__user=user, manages=True
    )
    partners = RoleHolding.objects.on(day).filter(
        user=user,
        user__is_active=True,
        role=Role.PARTNER_USER,
        authority=OuterRef("action__plan__authority"),
        partner=OuterRef("partner"),
    )
    return Q(person__user=user) | Q(holds) | Q(Exists(managing)) | Q(Exists(partners))
