"""An action that a person adds to a plan: no document brought it, and none takes it away."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import Max

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.plans import kinds
from goldenthread.plans.actions.delivering import Step, set_delivery
from goldenthread.plans.actions.leading import Somebody, give_lead
from goldenthread.plans.actions.moving import set_local_deadline
from goldenthread.plans.actions.own import workable
from goldenthread.plans.actions.rows import changeable, note_use
from goldenthread.plans.folding import folded
from goldenthread.plans.models import Action, ActionItem, Item, Plan
from goldenthread.plans.numbering import Serials

ADD = "plans.add_action"


@transaction.atomic
def add_action(
    *,
    plan: Plan,
    items: Sequence[Item],
    text: str,
    by: User,
    why: str,
    lead: Somebody | None = None,
    due: date | None = None,
) -> Action:
    """Add an action to a plan, with the next public id, as the plan's last.

    A later document neither drops it nor takes its id; one that holds its words means it.

    Args:
        items: which of the plan's items it serves, at least one.
        why:   what it comes from, such as a decision; kept in the history.
        due:   the local day.

    Raises:
        NotAllowed:    `by` may not add actions here, or not give the lead or the day.
        NotAllowedNow: the plan is put aside, an item is not one that stands in it, the plan
                       holds the same words for one of the items, or words are missing.
    """
    row = changeable(plan, by, ADD)
    if not text.strip() or not why.strip():
        raise NotAllowedNow("Say what is to be done, and what it comes from. Nothing was added.")
    serves = _standing(row, items)
    _new_there(row, serves, text)
    made = Action.objects.create(
        plan=row,
        public_id=Serials(row.public_id, "A", _ids(row)).next(),
        order=(row.actions.aggregate(last=Max("order"))["last"] or 0) + 1,
        text=text.strip(),
        kind=kinds.kind_of_action(text, ""),
    )
    ActionItem.objects.bulk_create(ActionItem(action=made, item=item) for item in serves)
    note_use(row)
    after = {"text": made.text, "items": [item.public_id for item in serves]}
    record(by=by, verb="added an action", thing=made, after=after, why=why)
    if lead is not None:
        give_lead(action=made, to=lead, by=by, why=why)
    if due is not None:
        set_local_deadline(action=made, by=by, due=due)
    return made


@transaction.atomic
def replace_with_new(
    *, action: Action, state: str, text: str, by: User, why: str, due: date | None = None
) -> Action:
    """Close an action that another takes the place of, and add that other one.

    It serves the same items.

    Args:
        state: "superseded" or "ineffective".

    Returns:
        The new action.

    Raises:
        NotAllowed, NotAllowedNow: as in `add_action` and `set_delivery`.
    """
    row = workable(action, by)
    items = list(Item.objects.filter(served_by__action=row, served_by__dropped_in=None))
    made = add_action(plan=row.plan, items=items, text=text, by=by, why=why, due=due)
    set_delivery(action=row, state=state, by=by, step=Step(why=why, replaced_by=made))
    return made


def _ids(plan: Plan) -> list[str]:
    return list(plan.actions.values_list("public_id", flat=True))


def _standing(plan: Plan, items: Sequence[Item]) -> list[Item]:
    """The items, each once, in the plan's order."""
    wanted = {item.pk for item in items}
    found = list(plan.items.current().filter(pk__in=wanted).order_by("order"))
    if not found or len(found) != len(wanted):
        raise NotAllowedNow(f"An action serves one item of {plan} or several. Choose them.")
    return found


def _new_there(plan: Plan, items: Sequence[Item], text: str) -> None:
    """Stop where the plan holds the same words for one of the items: one matter is counted once."""
    rows = plan.actions.current().filter(items__in=items).distinct()
    there = next((row for row in rows if folded(row.text) == folded(text)), None)
    if there is not None:
        raise NotAllowedNow(f"{there} says the same already. Work on that one; nothing was added.")
