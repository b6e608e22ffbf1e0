"""Tying a test to a target, and filing an approved figure of its measure."""

from goldenthread.plans import actions
from goldenthread.plans.models import EvidenceLink, Reopening
from goldenthread.web.actions.deeds.base import Deed, Doing, Done
from goldenthread.web.actions.tying import FigureForm, TieForm


def _tie(doing: Doing) -> Done:
    made = actions.tie_test(test=doing.thing, by=doing.user, **doing.data)
    if isinstance(made, Reopening):
        return Done("Evidence is filed, so the change waits until somebody else approves it.")
    return Done(
        "The test is tied: its number comes from approved figures. Tie it anew to change it."
    )


def _file(doing: Doing) -> Done:
    data = doing.data
    made = actions.file_figure(
        action=doing.action,
        test=doing.thing,
        by=doing.user,
        value=data["value"],
        shows=data["shows"],
        ask_at_once=data["asks"],
    )
    link = EvidenceLink.objects.get(version__evidence=made, test=doing.thing)
    return Done(f"{made.public_id} “{made.title}” was filed.", undo_of=link.pk)


DEEDS = (
    Deed(
        name="tie_test",
        title="Tie a test to a target",
        button="Tie it",
        form=TieForm,
        run=_tie,
        of="test",
    ),
    Deed(
        name="file_figure",
        title="File an approved figure",
        button="File the figure",
        form=FigureForm,
        run=_file,
        of="test",
        appends=True,
    ),
)
