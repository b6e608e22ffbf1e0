"""What became of each row of a change of several; where it was refused, why."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from goldenthread.basics.errors import UserFacingError
from goldenthread.plans.models import Action
from goldenthread.web.plans.forms import TABLES


@dataclass(frozen=True)
class Result:
    """What became of one row; where it was refused, why. `undo` is what `undoing` takes."""

    public_id: str
    is_done: bool
    words: str
    undo: str = ""


def one(public_id: str, do: Callable[[], str]) -> Result:
    """Do one thing, and say what came of it."""
    try:
        return Result(public_id, True, do())
    except UserFacingError as error:
        return Result(public_id, False, str(error))


def somebody(chosen: str, row: Action) -> Any:
    """Who was chosen as "person:5", of the action's authority."""
    name, pk = chosen.split(":")
    return TABLES[name].objects.get(pk=int(pk), authority=row.plan.authority)
