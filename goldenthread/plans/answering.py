"""Who has said something in a round of updates, and who has not."""

from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from django.db.models import Min, Q
from django.utils import timezone

from goldenthread.plans import rungs
from goldenthread.plans.models import Action, Delivery, Plan, Update
from goldenthread.plans.rounds import Round


@dataclass(frozen=True)
class Answers:
    """Of the actions that a round asks about: those told of in time, late, and not at all."""

    in_time: tuple[Action, ...]
    late: tuple[Action, ...]
    missing: tuple[Action, ...]

    @property
    def asked(self) -> int:
        """About how many actions it asks."""
        return len(self.in_time) + len(self.late) + len(self.missing)

    @property
    def words(self) -> str:
        """How many have answered: "31 of 40 answered, 2 of them late"."""
        late = f", {len(self.late)} of them late" if self.late else ""
        return f"{len(self.in_time) + len(self.late)} of {self.asked} answered{late}"


def answers_of(plan: Plan, of: Round) -> Answers:
    """What was said in a round, by whoever and also ‘no change’, in two queries.

    It asks about the actions in force that are not closed, and counts those closed meanwhile.
    What an import brought is no answer.
    """
    said = _said(plan, of)
    closed = Delivery.objects.filter(state__in=rungs.CLOSED).values("action")
    rows = Action.objects.in_force().filter(~Q(pk__in=closed) | Q(pk__in=said), plan=plan)
    actions = list(
        rows.filter(same_as=None).select_related("plan__authority").order_by("order", "pk")
    )
    return Answers(
        in_time=tuple(one for one in actions if one.pk in said and said[one.pk] <= of.due),
        late=tuple(one for one in actions if one.pk in said and said[one.pk] > of.due),
        missing=tuple(one for one in actions if one.pk not in said),
    )


def _said(plan: Plan, of: Round) -> dict[int, date]:
    """The first day in the round on which something was said of each action."""
    first, last = _start(of.opens), datetime.combine(of.closes, time.max, _zone())
    told = Update.objects.standing()
    rows = told.filter(action__plan=plan, version=None, at__range=(first, last))
    found = rows.order_by().values_list("action").annotate(Min("at"))
    return {action: timezone.localtime(at).date() for action, at in found if action is not None}


def _start(day: date) -> datetime:
    return datetime.combine(day, time.min, _zone())


def _zone() -> tzinfo:
    return timezone.get_current_timezone()
