"""Tests and their evidence: naming, changing, filing, asking for a check, withdrawing."""

from typing import Any, cast

from goldenthread.plans import actions
from goldenthread.plans.models import EvidenceLink
from goldenthread.web.actions import forms
from goldenthread.web.actions.deeds.base import Deed, Doing, Done
from goldenthread.web.actions.filing import ContradictForm, FileForm, VersionForm
from goldenthread.web.uploads import taken_in

TAKEN_BACK = "Taken back at once by who filed it"
FIELDS = ("text", "kind", "quantity", "unit")


def _add(doing: Doing) -> Done:
    actions.add_test(of=doing.action, by=doing.user, **doing.data)
    return Done("The test was added. It can be changed until evidence is filed against it.")


def _change(doing: Doing) -> Done:
    test, why = doing.thing, doing.data["why"]
    changes = {name: doing.data[name] for name in FIELDS if doing.data[name] != getattr(test, name)}
    if not test.links.exists():
        actions.change_test(test=test, by=doing.user, why=why, **changes)
        return Done("The test was changed. To undo this, change it back.")
    actions.ask_reopening(test=test, by=doing.user, why=why, **changes)
    return Done("Evidence is filed, so the change waits until somebody else approves it.")


def _approve(doing: Doing) -> Done:
    actions.approve_reopening(reopening=doing.thing, by=doing.user)
    return Done("The test was changed; what was accepted of it is open again. It cannot be undone.")


def _refuse(doing: Doing) -> Done:
    actions.refuse_reopening(reopening=doing.thing, by=doing.user, why=doing.data["why"])
    return Done("The test stays as it is. The change can be asked for again.")


def _file(doing: Doing) -> Done:
    form = cast(FileForm, doing.form)
    made = actions.file_evidence(
        action=doing.action,
        tests=[doing.thing],
        by=doing.user,
        ask_at_once=doing.data["asks"],
        quantity=doing.data.get("quantity"),
        occurrence=doing.data.get("occurrence"),
        **_files(doing),
        **form.content(),
    )
    link = EvidenceLink.objects.get(version__evidence=made, test=doing.thing)
    waits = (
        "It waits for a check." if doing.data["asks"] else "Ask for a check when it is complete."
    )
    return Done(f"{made.public_id} “{made.title}” was filed. {waits}", undo_of=link.pk)


def _contradict(doing: Doing) -> Done:
    form = cast(ContradictForm, doing.form)
    made = actions.contradict(test=doing.thing, by=doing.user, **_files(doing), **form.content())
    return Done(
        f"{made.public_id} “{made.title}” was filed against the test, which is open again. "
        "It stays: a check answers it. Whoever filed it withdraws it, where they work on the action."
    )


def _new_version(doing: Doing) -> Done:
    form = cast(VersionForm, doing.form)
    evidence = doing.thing.version.evidence
    made = actions.new_version(evidence=evidence, by=doing.user, **_files(doing), **form.content())
    supports = made.links.filter(direction=EvidenceLink.Direction.SUPPORTS)
    for link in supports if doing.data["asks"] else ():
        actions.ask_for_check(link=link, by=doing.user)
    waits = (
        "It waits for a check." if doing.data["asks"] else "Ask for a check when it is complete."
    )
    return Done(f"{made} was filed; it is to be checked anew. {waits} Earlier versions stay.")


def _files(doing: Doing) -> dict[str, Any]:
    """The files of the form, taken in with what is filed: a refusal leaves none behind."""
    plan = doing.action.plan
    given = {"upload": doing.data["file"], "before": doing.data.get("before")}
    return {name: taken_in(file, plan, doing.user) for name, file in given.items()}


def _ask(doing: Doing) -> Done:
    asked = actions.ask_for_check(link=doing.thing, by=doing.user)
    until = f" by {asked.due_on:%-d %B %Y}" if asked.due_on else ""
    return Done(f"It waits for a check{until}. The clock is the checkers', not the lead's.")


def _withdraw(doing: Doing) -> Done:
    actions.withdraw_evidence(link=doing.thing, by=doing.user, why=doing.data["why"])
    return Done("It was withdrawn: it stays on file and counts no longer. File it again to undo.")


def _undo(doing: Doing) -> Done:
    actions.withdraw_evidence(link=doing.thing, by=doing.user, why=TAKEN_BACK)
    return Done("It was taken back; that it was filed stays in the history.")


DEEDS = (
    Deed(
        name="add_test",
        title="Add a test",
        button="Add the test",
        form=forms.TestForm,
        run=_add,
        appends=True,
        offered=lambda r: True,
    ),
    Deed(
        name="change_test",
        title="Change a test",
        button="Change the test",
        form=forms.ChangeTestForm,
        run=_change,
        of="test",
    ),
    Deed(
        name="approve_reopening",
        title="Approve the change of a test",
        button="Approve the change",
        run=_approve,
        of="reopening",
        may=lambda r: r.approves_tests,
    ),
    Deed(
        name="refuse_reopening",
        title="Refuse the change of a test",
        button="Refuse the change",
        form=forms.WhyForm,
        run=_refuse,
        of="reopening",
        may=lambda r: r.approves_tests,
    ),
    Deed(
        name="file",
        title="File evidence",
        button="File the evidence",
        form=FileForm,
        run=_file,
        of="test",
        appends=True,
        has_kinds=True,
    ),
    Deed(
        name="contradict",
        title="File evidence that the test is not met",
        button="File it against the test",
        form=ContradictForm,
        run=_contradict,
        of="test",
        appends=True,
        may=lambda r: r.contradicts,
        has_kinds=True,
    ),
    Deed(
        name="new_version",
        title="File a new version",
        button="File the new version",
        form=VersionForm,
        run=_new_version,
        of="link",
        appends=True,
    ),
    Deed(name="ask_check", title="", button="Ask for a check", run=_ask, of="link", appends=True),
    Deed(
        name="withdraw",
        title="Withdraw evidence",
        button="Withdraw it",
        form=forms.WhyForm,
        run=_withdraw,
        of="link",
    ),
    Deed(name="undo_filing", title="", button="Undo", run=_undo, of="link", appends=True),
)
