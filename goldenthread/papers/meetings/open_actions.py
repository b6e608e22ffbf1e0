"""The actions of a plan that are not done, as a paper."""

from datetime import date

from goldenthread.basics.days import without_weekday
from goldenthread.papers.document import Cell, Column, Document, Grid, Note, cell
from goldenthread.people.models import User
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import Action, Plan
from goldenthread.plans.standing import Stands

OVER = ("done", "superseded", "ineffective")


def open_actions(plan: Plan, *, by: User, as_at: date) -> Document:
    """Each action that the person sees and that is not done, with its day and how it stands."""
    rows = Action.objects.visible_to(by).in_force().filter(plan=plan, same_as=None)
    actions = list(rows.order_by("order"))
    stands = stands_of(actions, as_at)
    found = [one for one in actions if stands[one.pk].delivered not in OVER]
    grid = Grid(
        columns=(Column("Id", 0.8), Column("Action", 4), Column("Due", 1.2), Column("Stands", 1.4)),
        rows=tuple(_row(one, stands[one.pk]) for one in found),
        caption="Open actions",
        summary="A row for each action that is not done.",
    )
    return Document(
        title=plan.title,
        subtitle="Open actions",
        authority=plan.authority.name,
        as_at=as_at,
        footer=f"{plan.authority.name}: open actions of {plan.public_id}",
        blocks=(grid,) if found else (Note("No action is open.", "info"),),
    )


def _row(action: Action, stand: Stands) -> tuple[Cell, ...]:
    day = without_weekday(stand.last_day) if stand.last_day else "no day"
    late = "late, " if stand.is_late else ""
    return (
        cell(action.public_id, head=True),
        cell(action.text),
        cell(day),
        cell(f"{late}{stand.delivered}", tone="bad" if stand.is_late else ""),
    )
