"""Papers of Aldermere, a council that does not exist, with everything that a paper can hold."""

from datetime import date
from decimal import Decimal

from goldenthread.papers.document import (
    Bullets,
    Cell,
    Column,
    Document,
    Facts,
    Grid,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Run,
    paragraphs,
    words,
)

AS_AT = date(2025, 12, 5)
# What each form would take for something else if it were not kept as text.
TRAPS = (
    "=SUM(A1:A9)",
    "#strong[loud] *bold* _it_ $x$ @ref <label> // note",
    "<script>alert(1)</script> & <b>bold</b>",
    "{{ braces }} \\ back \"quotes\" 'single'",
    "+44 20 7946 0000",
    "00123",
)
WEAKNESSES = (
    "Make sure that children are seen in time when somebody is worried about them",
    "Improve the quality and regularity of supervision of social workers",
    "Say in each plan what must change for the child, and by when",
    "Strengthen the oversight of managers at the front door",
    "Ask children who went missing why they went, and act on what they say",
    "Give carers the records that they are entitled to before meetings",
)


def text_cell(text, **options):
    return Cell(blocks=paragraphs(text), **options)


def plan_grid():
    """A plan of three recommendations, whose cells span the rows of their actions."""
    columns = (
        Column("No", 0.5),
        Column("Area for improvement", 3),
        Column("Action required", 3),
        Column("Days late", 1, "right"),
        Column("Due", 1.5),
        Column("Status", 1),
    )
    rows = []
    for number in range(1, 4):
        for n in range(3):
            first = (
                (
                    text_cell(str(number), rows=3, head=True),
                    text_cell(f"Weakness {number}: visits are late", rows=3),
                )
                if n == 0
                else ()
            )
            rows.append(
                (
                    *first,
                    text_cell(f"Step {number}.{n}\nSecond line of it"),
                    text_cell("12 days", number=Decimal(12)),
                    text_cell("31 March 2026", day=date(2026, 3, 31)),
                    text_cell(*(("Late",) if n else ("On time",)), tone="bad" if n else "good"),
                )
            )
    return Grid(
        columns=columns,
        rows=tuple(rows),
        caption="The actions of the plan",
        summary="One row an action; the first two columns span the actions of a recommendation.",
        sheet="Actions",
    )


def trap_grid():
    rows = tuple((text_cell(str(n), head=True), text_cell(text)) for n, text in enumerate(TRAPS))
    return Grid(
        columns=(Column("Row", 1), Column("=A1 heading & <i>", 4)),
        rows=rows,
        caption="What looks like something else: [a/b]?",
    )


def listed_grid():
    cell = Cell(
        blocks=(
            words("Before the list"),
            Bullets(((Run("first"),), (Run("second "), Run("strong", strong=True)))),
            Bullets(((Run("one"),), (Run("two"),)), numbered=True),
        )
    )
    return Grid(
        columns=(Column("Lists"), Column("Empty")),
        rows=((cell, Cell()),),
        caption="Lists in a cell",
    )


def paper(**options):
    """A paper of every kind of block."""
    settings = {
        "title": "Highlight report & plan",
        "subtitle": "Improvement board, December 2025",
        "authority": "Aldermere Council",
        "as_at": AS_AT,
        "marking": "OFFICIAL - for the board & its members",
        "footer": "Aldermere improvement plan",
        "blocks": (
            Note("Nothing said by children is on file for this month.", "missing"),
            Heading(1, "The overall view"),
            words("Two thirds of visits are now in time.", "lead"),
            Paragraph((Run("In plain words, "), Run("and strong ones", strong=True), Run("."))),
            words("“I know my worker now.”", "quote"),
            words("From the survey of October 2025.", "small"),
            Facts((("Plan", (Run("Aldermere 2025"),)), ("Actions done", (Run("12 of 40"),)))),
            Note("Figures before April 2025 were counted otherwise.", "warning"),
            Note("Grey means that nothing was agreed yet."),
            Heading(2, "What comes next"),
            Bullets(((Run("Visit the team"),), (Run("Ask the board"),))),
            Bullets(((Run("First"),), (Run("Then"),)), numbered=True),
            words("Between the lists"),
            Bullets(((Run("Again first"),),), numbered=True),
            PageBreak(),
            Heading(4, "Too deep a heading"),
            plan_grid(),
            trap_grid(),
            listed_grid(),
        ),
    }
    return Document(**(settings | options))


def long_plan(rows=500, columns=11):
    """A plan as long as the longest that is printed, on its side."""
    sentence = "Complete a dip sample of twenty case files each month and report what was found. "
    titles = (
        "No", "Area for Improvement", "Action Required", "Ofsted Time scale", "Local Time scale",
        "Lead Officer", "Sub delegate officers", "Progress / Comments", "Test", "Evid. On File",
        "Date Comp.",
    )  # fmt: skip
    shares = (0.6, 3, 3.4, 1.2, 1.2, 1.4, 1.4, 3, 2.4, 1, 1)
    lines = []
    for n in range(rows):
        spans = (
            (
                text_cell(str(n // 5 + 1), rows=min(5, rows - n)),
                text_cell(WEAKNESSES[n // 5 % len(WEAKNESSES)], rows=min(5, rows - n)),
            )
            if n % 5 == 0
            else ()
        )
        own = [text_cell(f"{n + 1}. {sentence}" * (1 + n % 3)), text_cell("Immediately")]
        own += [text_cell("31 March 2026", day=date(2026, 3, 31)), text_cell("Head of Service")]
        own += [text_cell("Team Manager\nPractice Lead"), text_cell(sentence * (n % 4))]
        own += [text_cell(f"Report {n}"), text_cell("Yes" if n % 2 else ""), text_cell("")]
        lines.append((*spans, *own))
    grid = Grid(
        columns=tuple(Column(title, share) for title, share in zip(titles, shares, strict=True)),
        rows=tuple(lines),
        caption="Action plan",
        summary="One row an action.",
    )
    return Document(
        title="Action plan",
        authority="Aldermere Council",
        as_at=AS_AT,
        landscape=True,
        footer="Aldermere action plan",
        blocks=(Heading(1, "Safeguarding services"), grid),
    )
