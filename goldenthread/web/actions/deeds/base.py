"""What a person can do on the Action page: a form, a verb, and who is offered it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from goldenthread.people.models import User
from goldenthread.plans.models import Action
from goldenthread.web.actions.forms import DeedForm, NothingForm
from goldenthread.web.actions.rights import Rights


@dataclass(frozen=True)
class Doing:
    """One press: the action, the row that it is of, who pressed, and a valid form."""

    action: Action
    user: User
    thing: Any
    form: DeedForm

    @property
    def data(self) -> Mapping[str, Any]:
        return self.form.cleaned_data


@dataclass(frozen=True)
class Done:
    """What is said afterwards; with `undo_of` the row that a press of 'Undo' takes back by the deed `undo`."""

    text: str
    undo_of: int | None = None
    undo: str = "undo_filing"


@dataclass(frozen=True, kw_only=True)
class Deed:
    """One thing that can be done; its name is the name of its address.

    Attributes:
        of:      the kind of row that it is of, "" for the action itself.
        appends: nothing is overwritten, so that a page that is a little old is no obstacle.
        has_kinds: its form has the fields of a kind of evidence, which is chosen first.
        may:     who may open and send its form; its verb asks again.
        offered: whether it stands among the ways on of whoever may; else it is pressed elsewhere.
    """

    name: str
    title: str
    button: str
    run: Callable[[Doing], Done]
    form: type[DeedForm] = NothingForm
    of: str = ""
    appends: bool = False
    has_kinds: bool = False
    may: Callable[[Rights], bool] = lambda rights: rights.works
    offered: Callable[[Rights], bool] = lambda rights: False
