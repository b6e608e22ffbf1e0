"""What the kinds of rows and their fields are called on the pages of an import."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """One field of a row: where it lies in the draft, and what people call it.

    `shape` is "line", "text" (several lines) or "list" (one to a line). A field that is not
    `edited` is printed only. `as_reported` marks what the document claims about itself.
    """

    name: str
    label: str
    shape: str = "line"
    edited: bool = True
    as_reported: bool = False


@dataclass(frozen=True)
class Kind:
    """A kind of row. `name` is its list in the draft, `main` the field that is its text."""

    name: str
    one: str
    many: str
    main: str
    fields: tuple[Field, ...]
    can_be_split: bool = False

    @property
    def title(self) -> str:
        return self.many[0].upper() + self.many[1:]


ITEMS = Kind(
    "items",
    "item",
    "items",
    "text",
    (
        Field("number", "Number"),
        Field("text", "Text as printed", "text"),
        Field("timescale", "Inspectorate’s timescale"),
        Field("measures_of_progress", "Measures of progress", "list"),
        Field("measures_of_impact", "Measures of impact", "list"),
    ),
)
ACTIONS = Kind(
    "actions",
    "action",
    "actions",
    "text",
    (
        Field("items", "Serves items", "list", edited=False),
        Field("ref", "Label"),
        Field("text", "Text as printed", "text"),
        Field("leads", "Lead", "list"),
        Field("delegates", "Delegates", "list"),
        Field("local_timescale", "Local timescale"),
        Field("test", "Test: what will show it", "text"),
        Field("progress", "Progress, as reported", "text", as_reported=True),
        Field("evidence_on_file", "Evidence on file, as reported", as_reported=True),
        Field("completed", "Completed, as reported", as_reported=True),
    ),
    can_be_split=True,
)
RECOMMENDATIONS = Kind(
    "recommendations",
    "recommendation",
    "recommendations",
    "text",
    (
        Field("number", "Number"),
        Field("text", "Text as printed", "text"),
        Field("group", "Timescale as printed"),
        Field("kind", "Kind", edited=False),
        Field("section", "Section", edited=False),
    ),
    can_be_split=True,
)
JUDGEMENTS = Kind(
    "judgements",
    "judgement",
    "judgements",
    "label",
    (
        Field("label", "Area as printed"),
        Field("grade_printed", "Grade as printed"),
        Field("grade", "Grade as read"),
        Field("section", "Section", edited=False),
    ),
)
PARAGRAPHS = Kind(
    "paragraphs",
    "paragraph",
    "paragraphs",
    "text",
    (
        Field("number", "Number", edited=False),
        Field("section", "Section", edited=False),
        Field("text", "Text as printed", "text"),
    ),
)
FIGURES = Kind(
    "figures",
    "figure",
    "figures",
    "text",
    (
        Field("name", "Name"),
        Field("printed", "Value as printed", edited=False),
        Field("unit", "Unit", edited=False),
        Field("text", "Text as printed", "text"),
    ),
)
COMMITMENTS = Kind(
    "commitments",
    "commitment",
    "commitments",
    "text",
    (Field("text", "Text as printed", "text"), Field("kind", "Kind", edited=False)),
)
MONEY = Kind(
    "money",
    "sum of money",
    "sums of money",
    "text",
    (
        Field("printed", "Sum as printed", edited=False),
        Field("nature", "Nature"),
        Field("year", "Year"),
        Field("text", "Text as printed", "text"),
    ),
)
KINDS = (
    ITEMS,
    ACTIONS,
    RECOMMENDATIONS,
    JUDGEMENTS,
    PARAGRAPHS,
    FIGURES,
    COMMITMENTS,
    MONEY,
)
BY_NAME = {kind.name: kind for kind in KINDS}
# What the kinds of document are called; the keys are those of the readers.
DOCUMENTS = {
    "plan": "improvement plan",
    "report": "inspection report",
    "letter": "inspection letter",
    "decision": "decision report",
    "question": "question and answer",
    "not recognised": "not recognised",
}
# The last word of a place in the draft that holds a day.
DAYS = frozenset(
    {
        *("published", "received", "inspection_start", "inspection_end", "visit_start"),
        *("visit_end", "start", "end", "stated", "due", "local_due", "date"),
        *("inspected_from", "inspected_to"),
    }
)
