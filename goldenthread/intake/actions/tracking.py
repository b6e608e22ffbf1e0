"""A plan goes out to Excel and comes back: each changed cell is shown before it counts."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow, UserFacingError
from goldenthread.intake.actions.keeping import keep_file
from goldenthread.intake.models import Tracker, TrackerReturn
from goldenthread.intake.tracker import reading, workbook
from goldenthread.intake.tracker.cells import actions_of, cells_of
from goldenthread.intake.tracker.comparing import Difference
from goldenthread.intake.tracker.looking import compared
from goldenthread.intake.tracker.taking import take
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.people.permissions import require
from goldenthread.plans.models import Action, Plan

VERB = "intake.track"


def take_out(*, plan: Plan, by: User) -> tuple[Tracker, bytes]:
    """Save a plan's actions as Excel, to be filled in and brought back.

    Raises:
        NotAllowed:    `by` may not work on plans in Excel here.
        NotAllowedNow: the plan is archived or withdrawn.
    """
    _workable(plan, by)
    cells = cells_of(list(actions_of(plan, by)), timezone.localdate())
    with transaction.atomic():
        row = Plan.objects.select_for_update().get(pk=plan.pk)
        last = row.trackers.aggregate(last=Max("number"))["last"] or 0
        made = Tracker.objects.create(
            plan=row, number=last + 1, cells=cells, by=by, at=timezone.now()
        )
        record(by=by, verb="took out to Excel", thing=made, after={"actions": len(cells)})
    data = workbook.write(
        cells, title=str(plan), copy=str(made), made_at=timezone.localtime(made.at)
    )
    return made, data


def bring_back(*, plan: Plan, name: str, data: bytes, by: User) -> TrackerReturn:
    """Read a workbook that comes back. Nothing in the plan changes by it.

    Call it outside a transaction: reading takes a moment.

    Raises:
        NotAllowed:    `by` may not work on plans in Excel here.
        NotAllowedNow: the plan is archived or withdrawn, or the workbook is another plan's.
        UserFacingError: it is no workbook, or none that was saved here.
    """
    _workable(plan, by)
    found = reading.read(data, name)
    tracker = _copy_of(plan, found.copy, name)
    with transaction.atomic():
        upload = keep_file(authority=plan.authority, name=name, data=data, by=by)
        made = TrackerReturn.objects.create(
            plan=plan, tracker=tracker, upload=upload, by=by, at=timezone.now(),
            lines=[[one.row, one.public_id, dict(one.cells), sorted(one.formulas)] for one in found.lines],
            lacks=list(found.lacks),
        )  # fmt: skip
        after = {"copy": tracker.number if tracker else None, "rows": len(found.lines)}
        record(by=by, verb="brought back from Excel", thing=made, after=after)
    return made


def take_in(
    *, returned: TrackerReturn, chosen: Mapping[str, str], by: User
) -> list[dict[str, Any]]:
    """Take the chosen cells over, each row in a transaction of its own: one refused stops no other.

    Args:
        chosen: by the key of each chosen difference what stood in the plan when it was chosen.

    Returns:
        For each row `public_id`, `is_done` and in `words` what became of it.

    Raises:
        NotAllowed:    `by` may not work on plans in Excel here.
        NotAllowedNow: the plan is archived or withdrawn, nothing is chosen, or the workbook
                       was taken over already.
    """
    _workable(returned.plan, by)
    if not chosen:
        raise NotAllowedNow("Choose at least one change. Nothing was taken over.")
    _claim(returned, by)
    results = [
        _row(public_id, cells, chosen, by, returned.plan)
        for public_id, cells in _by_row(compared(returned, by).differences, chosen).items()
    ]
    known = {result["public_id"] for result in results}
    gone = sorted({key.split(":")[0] for key in chosen} - known)
    results += [_result(one, "Nothing is different there any more.", done=False) for one in gone]
    with transaction.atomic():
        TrackerReturn.objects.filter(pk=returned.pk).update(results=results)
        done = sum(result["is_done"] for result in results)
        after = {"rows": len(results), "taken": done}
        record(by=by, verb="took over from Excel", thing=returned, after=after)
    return results


@transaction.atomic
def _claim(returned: TrackerReturn, by: User) -> None:
    """Take a workbook over once: of two who press at once, one is told."""
    row = TrackerReturn.objects.select_for_update(of=("self",)).get(pk=returned.pk)
    if row.taken_at is not None:
        raise NotAllowedNow(
            f"{row} was taken over already by {row.taken_by}. Bring the workbook back again to "
            "take more of it."
        )
    row.taken_by, row.taken_at = by, timezone.now()
    row.save(update_fields=["taken_by", "taken_at"])


def _by_row(
    differences: Collection[Difference], chosen: Mapping[str, str]
) -> dict[str, list[Difference]]:
    found: dict[str, list[Difference]] = {}
    for one in differences:
        if one.key in chosen:
            found.setdefault(one.public_id, []).append(one)
    return found


def _row(
    public_id: str, cells: list[Difference], chosen: Mapping[str, str], by: User, plan: Plan
) -> dict[str, Any]:
    meanwhile = [one for one in cells if one.now != chosen[one.key]]
    if meanwhile:
        now = meanwhile[0].now or "nothing"
        return _result(public_id, f"Changed meanwhile: now “{now}”. Look at it again.", done=False)
    try:
        with transaction.atomic():
            action = Action.objects.visible_to(by).get(plan=plan, public_id=public_id)
            words = take(action, {one.column: one.theirs for one in cells}, by)
    except UserFacingError as error:
        return _result(public_id, str(error), done=False)
    return _result(public_id, words, done=True)


def _result(public_id: str, words: str, *, done: bool) -> dict[str, Any]:
    return {"public_id": public_id, "is_done": done, "words": words}


def _workable(plan: Plan, by: User) -> None:
    require(by, VERB, plan.authority)
    row = Plan.objects.visible_to(by).get(pk=plan.pk)
    if row.state != Plan.State.CURRENT:
        raise NotAllowedNow(f"{row} is {row.get_state_display().lower()}. Nothing was changed.")


def _copy_of(plan: Plan, copy: str, name: str) -> Tracker | None:
    """The copy that a workbook is of; None where it does not say.

    Raises:
        NotAllowedNow: it is of another plan.
    """
    if not copy:
        return None
    known = {str(one): one for one in plan.trackers.select_related("plan__authority")}
    if copy not in known:
        raise NotAllowedNow(
            f"{name}: This workbook is “{copy}”, and you are bringing it back to "
            f"{plan.authority.code} {plan.public_id}. Open its own plan. Nothing was changed."
        )
    return known[copy]
