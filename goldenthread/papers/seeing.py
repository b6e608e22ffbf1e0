"""Whether a person may print a paper of a plan as at a day."""

from datetime import date

from django.utils import timezone

from goldenthread.basics.days import without_weekday
from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.models import User
from goldenthread.plans.models import Plan
from goldenthread.plans.seeing import Sight


def to_print(plan: Plan, *, by: User, as_at: date) -> None:
    """Stop where a paper of the plan cannot be printed.

    Raises:
        NotAllowed:    `by` does not see the plan.
        NotAllowedNow: the plan is withdrawn; or the day is to come, or lies before the day on
                       which the version of the plan that stands was recorded here.
    """
    if not Plan.objects.visible_to(by).filter(pk=plan.pk).exists():
        raise NotAllowed(f"{plan.public_id}: {by} does not see this plan. Ask who may.")
    if plan.state == Plan.State.WITHDRAWN:
        raise NotAllowedNow(f"{plan.public_id}: The plan was withdrawn. Import it again.")
    if as_at > timezone.localdate():
        raise NotAllowedNow(f"{without_weekday(as_at)} is to come. Choose today or an earlier day.")
    recorded = timezone.localtime(plan.current_version.recorded_at).date()
    if as_at < recorded:
        raise NotAllowedNow(
            f"{plan.public_id}: What stands was recorded here on {without_weekday(recorded)}, "
            f"after {without_weekday(as_at)}. Choose that day or a later one."
        )


def sees_whole(plan: Plan, by: User) -> bool:
    """Whether a person sees all of the plan, not only their own organisation's part."""
    whole = Plan.objects.filter(Sight(by).plan("pk", authority="authority"))
    return whole.filter(pk=plan.pk).exists()
