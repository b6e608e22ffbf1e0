"""The three papers of Aldermere as they are laid out, by hand and in any size, and how they are finished."""

import io
import shutil
import subprocess
from datetime import date, timedelta

import docx

from goldenthread.papers.action_plan import layout as action_plan
from goldenthread.papers.action_plan.rows import (
    ActionRow,
    Group,
    Head,
    ItemRow,
    PartRows,
    PlanRows,
)
from goldenthread.papers.coverage import layout as coverage
from goldenthread.papers.highlight_report import layout as highlight_report
from goldenthread.papers.highlight_report.rows import (
    Change,
    Decision,
    Due,
    Improved,
    Named,
    Report,
    Voice,
    Waiting,
)
from goldenthread.papers.renderers import word
from goldenthread.papers.stand import Stand
from goldenthread.thread import covering

DAY = date(2026, 3, 16)
POSTS = ("Head of Practice", "Service Manager, Assessment", "Virtual School Head")
STEPS = (
    "Visit every child within ten working days of the referral and write down what was seen",
    "Give each social worker supervision once a month that is written down",
    "Say in each plan what must change for the child, and by when",
    "Ask children who went missing why they went, and act on what they say",
    "Give carers the records that they are entitled to before meetings",
)
STAND = Stand(
    sentences=(
        "24 actions; 7 reported done, 3 checked here.",
        "Evidence checked by kind: 3 done, 1 practice, 0 difference.",
    ),
    statuses=(("green", 12), ("amber", 8), ("red", 4)),
    key=(("red", "past the agreed deadline and not done"), ("green", "the rest")),
    notes=("The first round of updates is not closed.",),
)


def day(number):
    return DAY + timedelta(days=number * 7 % 200)


def action(number):
    text = f"{STEPS[number % len(STEPS)]}, team {chr(65 + number % 26)}"
    return Named(public_id=f"P1-A{number}", text=text, lead=POSTS[number % len(POSTS)])


def due(number, colour="red"):
    return Due(
        action=action(number),
        due=day(number),
        forecast=day(number + 5) if number % 3 else None,
        colour=colour,
        tone="bad",
    )


def highlight(many=6):
    """A highlight report with so many rows in each of its tables."""
    numbers = range(1, many + 1)
    return highlight_report.lay_out(
        Report(
            public_id="P1",
            title="Improvement plan of Aldermere",
            authority="Aldermere",
            as_at=DAY,
            stand=STAND,
            improved=tuple(_improved(n) for n in numbers),
            voices=(
                Voice(
                    public_id="P1-E4", title="Survey of families", said=("14 of 20 felt heard.",)
                ),
                Voice(public_id="P1-E5", title="Forum of carers", said=("We waited 3 weeks.",)),
            ),
            changes=tuple(_change(n) for n in numbers),
            unchanged=4,
            late=tuple(due(n) for n in numbers),
            waiting=tuple(
                Waiting(action=action(n), what="A check of its evidence", since=day(n))
                for n in numbers
            ),
            decisions=(
                Decision(
                    public_id="P1-A2", text=action(2).text, what="2 more months, to 5 May 2026"
                ),
            ),
            coming=tuple(due(n, "green") for n in range(many + 1, 2 * many + 1)),
            restricted=2,
        )
    )


def _improved(number):
    return Improved(
        action=action(number),
        rung=3 + number % 3,
        words="evidence checked",
        evidence=(f"The template (document), accepted on {day(number).day} March 2026.",),
        figures=(
            f"Seen in time: {60 + number % 30}% ({30 + number} of 90), as at 28 February 2026",
        ),
    )


def _change(number):
    return Change(
        public_id=f"P1-A{1 + number // 2}",
        about=action(1 + number // 2).text,
        on=day(number),
        post=POSTS[0],
        text=f"Training was given to {number + 20} social workers.",
    )


def plan(many=9):
    """An action plan with so many actions, three to an item, in the council's own columns."""
    heads = (
        ("No.", "number"),
        ("Area for improvement", "item"),
        ("Ref", "ref"),
        ("Action", "action"),
        ("By when", "local_timescale"),
        ("Lead", "leads"),
        ("Status", "status"),
        ("Progress", "progress"),
    )
    groups = tuple(_group(first, many) for first in range(0, many, 3))
    half = (len(groups) + 1) // 2
    return action_plan.lay_out(
        PlanRows(
            public_id="P1",
            title="Improvement plan of Aldermere",
            authority="Aldermere",
            as_at=DAY,
            heads=tuple(Head(title, column) for title, column in heads),
            parts=(
                PartRows(
                    title="Help and protection",
                    judgements=(("Judgement in 2025", "inadequate"),),
                    groups=groups[:half],
                ),
                PartRows(title="Leadership", groups=groups[half:]),
            ),
            stand=STAND,
            missing=("2 actions have no deadline.",),
        )
    )


def _group(first, many):
    number = first // 3 + 1
    item = ItemRow(number=str(number), text=f"Weakness {number}: visits are late.")
    actions = tuple(
        ActionRow(
            ref=f"{number}.{n - first + 1}",
            text=action(n).text,
            cells={
                "local_timescale": f"{day(n).day} June 2026",
                "leads": POSTS[n % 3],
                "status": "Amber" if n % 2 else "Green",
                "progress": f"{n + 10} of 90 visits were seen.\nThe next count is in May 2026.",
            },
        )
        for n in range(first, min(first + 3, many))
    )
    return Group(items=(item,), actions=actions)


def covered():
    """Coverage of three recommendations, the last without an action."""
    asked = [
        covering.Asked(id=n, inspection=1, number=str(n), text=f"{STEPS[n]} in {n + 2} teams.")
        for n in (1, 2, 3)
    ]
    items = [
        covering.Item(id=n, plan=1, public_id=f"P1-I{n}", number=f"{n}.0", text=STEPS[n])
        for n in (1, 2)
    ]
    extra = covering.Item(
        id=9, plan=1, public_id="P1-I9", number="9.0", text=STEPS[0], meant="additional"
    )
    actions = [
        covering.Action(
            id=n, plan=1, public_id=f"P1-A{n}", text=STEPS[n], items=frozenset({1 + n % 2})
        )
        for n in range(5)
    ]
    answers = [covering.Answer(id=n, recommendation=n, item=n) for n in (1, 2)]
    return coverage.lay_out(
        covering.coverage(asked=asked, answers=answers, items=[*items, extra], actions=actions),
        public_id="P1",
        title="Improvement plan of Aldermere",
        authority="Aldermere",
        as_at=DAY,
    )


PAPERS = {"highlight report": highlight, "action plan": plan, "coverage": covered}


def frozen(folder, document, name="frozen.docx"):
    """The paper as it was frozen."""
    path = folder / name
    path.write_bytes(word.render(document))
    return path


def finished(frozen_path, change, name="finished.docx"):
    """A copy of the frozen paper that somebody changed; `change` has the opened file."""
    file = docx.Document(io.BytesIO(frozen_path.read_bytes()))
    change(file)
    path = frozen_path.with_name(name)
    file.save(path)
    return path


def saved_by_libreoffice(path, form):
    """What LibreOffice makes of a file in a form."""
    folder = path.parent / "saved"
    subprocess.run(  # noqa: S603
        [shutil.which("soffice"), "--headless", f"-env:UserInstallation=file://{folder}/profile",
         "--convert-to", form, "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return folder / f"{path.stem}.{form}"
