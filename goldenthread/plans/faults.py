"""Faults of a plan document that follow from its own rows. No table is asked."""

from collections.abc import Iterator

from goldenthread.plans import labels, timescales
from goldenthread.plans.drafts import ActionDraft, IssueDraft, PlanDraft


def of_plan(plan: PlanDraft) -> list[IssueDraft]:
    """Labels that clash, one action with several timescales, references that lead nowhere.

    What the reader of the document has listed already is not listed again.
    """
    told = " ".join(issue.problem for issue in plan.issues)
    found = [*_labels(plan), *_timescales(plan, told), *_references(plan)]
    return [issue for issue in found if issue.problem not in told]


def _labels(plan: PlanDraft) -> Iterator[IssueDraft]:
    for index, item in enumerate(plan.items):
        refs = [action.ref for action in plan.actions if action.items[:1] == (index,)]
        for problem in labels.clashes(refs):
            yield IssueDraft(
                where=f"Item {item.number}",
                problem=f"The label {problem}.",
                fix="Correct the label in the document.",
                place=item.place,
            )


def _timescales(plan: PlanDraft, told: str) -> Iterator[IssueDraft]:
    rows = [
        timescales.Printed(
            _label(plan, action, given.item), _text(plan, action), given.printed, given.anchor
        )
        for action in plan.actions
        for given in action.timescales
        if given.source == "local"
    ]
    for group in timescales.contradictions(rows):
        if all(row.timescale in told for row in group):
            continue
        yield IssueDraft(
            where=", ".join(row.label for row in group),
            problem=timescales.said(group),
            fix="Say which is right, or keep both as targets of one action.",
        )


def _text(plan: PlanDraft, action: ActionDraft) -> str:
    return plan.actions[action.same_as].text if action.same_as is not None else action.text


def _label(plan: PlanDraft, action: ActionDraft, item: int | None) -> str:
    served = action.items if item is None else (item,)
    numbers = ", ".join(plan.items[index].number for index in served)
    return f"{numbers} {action.ref}".strip() or "an action of no item"


def _references(plan: PlanDraft) -> Iterator[IssueDraft]:
    for given in plan.references:
        if given.to_item is None and given.to_action is None:
            yield IssueDraft(
                where=_label(plan, plan.actions[given.action], None),
                problem=f"“{given.printed}” leads to nothing in this plan.",
                fix="Say what is meant.",
                place=given.place,
            )
