"""The words of a workbook that came back: each changed cell beside what stands there today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from goldenthread.intake.models import TrackerReturn
from goldenthread.intake.tracker.columns import BY_KEY
from goldenthread.intake.tracker.comparing import Compared, Difference
from goldenthread.plans.models import Plan
from goldenthread.web import words
from goldenthread.web.pages import Crumb
from goldenthread.web.plans import addresses

NOTHING = "nothing"
CHOSEN = "take"
STOOD = "stood"


@dataclass(frozen=True, kw_only=True)
class Change:
    """One changed cell, with a box; what was changed on both sides is not ticked beforehand."""

    key: str
    label: str
    theirs: str
    now: str
    was: str
    stood: str
    is_both: bool


@dataclass(frozen=True, kw_only=True)
class Row:
    """The changes of one action."""

    public_id: str
    changes: Sequence[Change]


class ReturnPage:
    """What a workbook says otherwise than the plan.

    Args:
        returned: the workbook.
        compared: what is different in it.
        crumbs:   the way to the page.
    """

    def __init__(
        self, returned: TrackerReturn, compared: Compared, *, crumbs: Sequence[Crumb]
    ) -> None:
        self.caption, self.crumbs = str(returned), crumbs
        self.heading = _heading(compared)
        self.rows = _rows(compared.differences)
        self.problems = compared.problems
        self.unchanged = words.counted(compared.unchanged, "row says", "rows say")
        self.has_both = any(one.is_both for one in compared.differences)
        self.lacks = ", ".join(returned.lacks)
        self.copy = (
            f"It is copy {returned.tracker.number}, saved on {words.moment(returned.tracker.at)}."
            if returned.tracker
            else "It does not say which copy it is, so nothing is ticked: it cannot be told which "
            "of the two was changed."
        )


def chosen(given: QueryDict) -> dict[str, str]:
    """What was ticked, with what stood in the plan when the page was shown."""
    return {key: given.get(f"{STOOD}:{key}", "") for key in given.getlist(CHOSEN)}


def before(plan: Plan, rows: Iterable[TrackerReturn]) -> list[tuple[str, str, str]]:
    """The workbooks that came back before: name, when and by whom, and the address."""
    return [
        (
            row.upload.name,
            f"{words.moment(row.at)}, {row.by}: {_became(row)}",
            addresses.of_plan(plan, "tracker-return", row.pk),
        )
        for row in rows
    ]


def _became(row: TrackerReturn) -> str:
    if row.taken_at is None:
        return "not taken over"
    done = sum(one["is_done"] for one in row.told())
    return f"{words.counted(done, 'row')} taken over"


def _heading(compared: Compared) -> str:
    count = len(compared.differences)
    if not count:
        return "Nothing is different"
    actions = len({one.public_id for one in compared.differences})
    return f"{words.counted(count, 'change')} in {words.counted(actions, 'action')}"


def _rows(differences: Sequence[Difference]) -> list[Row]:
    found: dict[str, list[Change]] = {}
    for one in differences:
        found.setdefault(one.public_id, []).append(_change(one))
    return [Row(public_id=key, changes=changes) for key, changes in found.items()]


def _change(one: Difference) -> Change:
    return Change(
        key=one.key,
        label=BY_KEY[one.column].heading,
        theirs=one.theirs,
        now=one.now or NOTHING,
        was=one.was or NOTHING,
        stood=one.now,
        is_both=one.is_both,
    )
