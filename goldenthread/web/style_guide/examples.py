"""Made-up words and numbers for each component, of the invented council of Aldermere."""

from goldenthread.web.components import (
    Cell,
    Column,
    Count,
    CountBar,
    Empty,
    Figure,
    Ladder,
    Part,
    Table,
    Tag,
)

HERE = "/style-guide/"
COUNTS = (
    Count(number=68, label="actions", href=HERE, is_current=True),
    Count(number=2, label="reported done", href=f"{HERE}?state=reported", note="0 checked here"),
    Count(
        number=31,
        label="evidence checked",
        href=f"{HERE}?state=checked",
        note="27 done, 4 practice, 0 difference",
        tone="green",
    ),
    Count(number=9, label="late", href=f"{HERE}?state=late", tone="red"),
    Count(number=5, label="waiting for a check", href=f"{HERE}?state=waiting", tone="amber"),
    Count(number=6, label="no test", href=f"{HERE}?state=no-test"),
)
BARS = (
    CountBar(68, "row", (Part(66, "accepted", "good"), Part(2, "refused", "bad"))),
    CountBar(68, "row", (Part(41, "accepted", "good"), Part(20, "to look at", "waiting"))),
)
STATUSES = (
    Tag.status("grey", "Not due to start"),
    Tag.status("red", "Past the deadline"),
    Tag.status("amber", "Forecast late"),
    Tag.status("blue", "Embedded"),
    Tag.status("green", "On course"),
)
RUNGS = tuple(Tag.rung(number) for number in range(6))
TABLE = Table(
    caption="Actions of the Aldermere improvement plan",
    columns=(
        Column(heading="Action", sort_href=f"{HERE}?sort=-action", sorted="ascending"),
        Column(heading="Lead"),
        Column(heading="Agreed deadline", sort_href=f"{HERE}?sort=due"),
        Column(heading="Tests checked", numeric=True),
        Column(heading="State"),
    ),
    rows=(
        (
            Cell("P1-A12 Head teachers meet each half term", href=HERE),
            Cell("Head of Service", note="Children in need"),
            Cell("16 May 2016", note="forecast 30 June 2016"),
            Cell("0 of 2"),
            Cell(tag=Tag.status("amber", "Forecast late")),
        ),
        (
            Cell("P1-A13 Each assessment records what the child said", href=HERE),
            Cell("Team manager, Assessment"),
            Cell("1 September 2016"),
            Cell("14 of 14"),
            Cell(tag=Tag.rung(3)),
        ),
        (
            Cell("P1-A14 A rota for the out-of-hours team", href=HERE),
            Cell("None", note="A lead is missing"),
            Cell("No local date"),
            Cell("0 of 1"),
            Cell(tag=Tag.status("grey", "To be agreed")),
        ),
    ),
)
EMPTY = Empty(
    heading="No evidence yet",
    text="Nothing has been filed for this test. File a minute, an audit or what families said.",
    action="File evidence",
    href=HERE,
)
LADDER = Ladder(2, "the sample of ten case files that test 1 names, accepted by a checker.")
FIGURES = (Figure(value="57.1", unit="%", n=14), Figure(value="1,204", unit=" days"))
PAGINATION = {
    "items": [
        {"number": 1, "href": HERE, "current": True},
        {"number": 2, "href": f"{HERE}?page=2"},
    ],
    "next": {"href": f"{HERE}?page=2"},
}
READING = [
    {"key": {"text": "Recommendation"}, "value": {"text": "Tell head teachers the outcome"}},
    {"key": {"text": "Deadline, as printed"}, "value": {"text": "Within three months"}},
    {"key": {"text": "Deadline, as read"}, "value": {"text": "16 August 2016"}},
]
