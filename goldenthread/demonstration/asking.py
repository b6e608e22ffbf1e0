"""What the rules and the chair of the board ask, and what was answered."""

from datetime import date, timedelta

from goldenthread.demonstration.council import Council
from goldenthread.plans import actions
from goldenthread.plans.actions.waking import rules
from goldenthread.plans.models import Plan, Query

CHAIR, OFFICER = "Grace Lowell", "Ines Hartley"
# How long ago the rules looked at the plans: some queries wait too long by now.
AGO = timedelta(days=23)


def ask(council: Council, plan: Plan, today: date) -> None:
    """Have the rules look at every plan, answer one query, and raise a challenge."""
    for one in Plan.objects.current().order_by("-pk"):
        actions.raise_queries(plan=one, by=rules(), day=today - AGO)
    first = Query.objects.asked().filter(action__plan=plan).order_by("pk")[0]
    actions.answer_query(
        query=first,
        by=council[OFFICER],
        outcome=Query.Outcome.EXPLAINED,
        answer="The managers’ meeting saw it; its minute is filed this week.",
    )
    actions.raise_challenge(
        action=plan.actions.get(text__startswith="Train the chairs"),
        by=council[CHAIR],
        text="What do children say is different since the chairs were trained?",
    )
