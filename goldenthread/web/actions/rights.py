"""What the person who looks may do here: for offering it. The verbs ask again."""

from dataclasses import dataclass

from goldenthread.people.models import User
from goldenthread.people.permissions import VERBS, may
from goldenthread.plans import rungs
from goldenthread.plans.actions.own import left_to, services
from goldenthread.plans.models import Action, Plan
from goldenthread.plans.seeing import Sight

CONTRADICT = "plans.contradict"


@dataclass(frozen=True, kw_only=True)
class Rights:
    """What may be offered of an action, and the step at which it stands.

    Attributes:
        state: the step of delivery.
        works: may update it, file evidence and name tests.
        updates: may say what has changed, also in the place of somebody who is away.
        enters: enters it for others, as an officer does.
        claimed: the document names a day of completion.
        has_local: the council has set a day.
        contradicts: may file evidence that a test is not met.
        challenges: may ask something about it.
        is_due: a day counts, so that more time can be asked for.
    """

    state: str
    works: bool = False
    updates: bool = False
    enters: bool = False
    sets_deadlines: bool = False
    gives_lead: bool = False
    sets_kind: bool = False
    approves: bool = False
    approves_tests: bool = False
    counts: bool = False
    judges: bool = False
    contradicts: bool = False
    challenges: bool = False
    claimed: bool = False
    has_local: bool = False
    is_due: bool = False
    is_judged: bool = False

    @property
    def is_open(self) -> bool:
        return self.state not in rungs.CLOSED


def rights_of(action: Action, user: User, *, state: str = "", **given: bool) -> Rights:
    """What a user may do to an action that they see; nothing where it is no longer in force."""
    in_force = action.plan.state == Plan.State.CURRENT and action.dropped_in_id is None
    if not in_force or action.same_as_id is not None:
        return Rights(state=state, **given)
    authority = action.plan.authority
    places = [None, *services(action)]

    def arranges(verb: str) -> bool:
        return any(may(user, verb, authority, service=place) for place in places)

    enters = may(user, "plans.update", authority)
    own = Action.objects.filter(Sight(user).works_on(authority="plan__authority"), pk=action.pk)
    works = enters or own.exists()
    return Rights(
        state=state,
        works=works,
        updates=works or left_to(action, user) is not None,
        enters=enters,
        sets_deadlines=arranges("plans.set_deadline"),
        gives_lead=arranges("plans.give_lead"),
        sets_kind=arranges("plans.set_kind"),
        approves=arranges("plans.approve_extension"),
        approves_tests=may(user, "plans.approve_reopening", authority),
        counts=arranges("plans.record_period"),
        judges=arranges("plans.judge_status"),
        contradicts=may_contradict(action, user),
        challenges=True,
        **given,
    )


def may_contradict(action: Action, user: User) -> bool:
    """Whether a user who sees an action may file evidence against its tests."""
    authority = action.plan.authority
    if may(user, CONTRADICT, authority):
        return True
    held = user.role_holdings.current().filter(
        authority=authority, role__in=VERBS[CONTRADICT].roles
    )
    return any(
        may(user, CONTRADICT, authority, partner=one.partner)
        for one in held.exclude(partner=None).select_related("partner")
    )
