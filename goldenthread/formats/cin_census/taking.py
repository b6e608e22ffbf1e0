"""Takes the elements of a census into rows, counts them, and says what could not be read."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from goldenthread.formats.cells import BadCell
from goldenthread.formats.cin_census import elements
from goldenthread.formats.cin_census.elements import OF_CONFERENCE, OF_FAMILY_MEETING, Fields
from goldenthread.formats.reading import Account, Fault, Keys, Reading, Rows

HANGS_ON = ("child", "referral")
CONFERENCE = ("conference", *HANGS_ON, "enquiry", "cp_plan", "led_to_plan", *OF_CONFERENCE)


def _columns(fields: Fields, *, without: Collection[str] = ()) -> tuple[str, ...]:
    return tuple(column for column in fields.columns if column not in without)


COLUMNS = {
    "children": (*_columns(elements.IDENTIFIERS), "birth_month", "unborn", "ethnicity"),
    "disabilities": ("disability", "child", "disability_code"),
    "referrals": ("referral", "child", *_columns(elements.DETAILS, without=OF_CONFERENCE)),
    "assessments": ("assessment", *HANGS_ON, *_columns(elements.ASSESSMENT)),
    "assessment_factors": ("factor", "assessment", "factor_code"),
    "cin_plans": ("cin_plan", *HANGS_ON, *_columns(elements.CIN_PLAN)),
    "s47_enquiries": ("enquiry", *HANGS_ON, *_columns(elements.ENQUIRY, without=OF_CONFERENCE)),
    "conferences": CONFERENCE,
    "cp_plans": ("cp_plan", *HANGS_ON, *_columns(elements.PLAN)),
    "cp_reviews": ("review", "child", "cp_plan", "held_on"),
}
# The block that came with the census of 2026 to 2027; an older file does not carry it.
NEWEST = {
    "pre_proceedings": (
        "pre_proceedings_row",
        "child",
        *_columns(elements.PRE_PROCEEDINGS, without=OF_FAMILY_MEETING),
    ),
    "family_meetings": ("family_meeting", *HANGS_ON, *OF_FAMILY_MEETING),
}
COUNTED = (
    "Child",
    "Disability",
    "CINdetails",
    "Assessments",
    "AssessmentFactors",
    "CINPlanDates",
    "Section47",
    "DateOfInitialCPC",
    "ChildProtectionPlans",
    "CPPreviewDate",
    "PreProceedingsandFGDM",
    "FGDMMeetingOffer",
)


class Taking:
    """The rows, counts and faults of one file on its way in."""

    def __init__(self, file: str, keys: Keys, reading: Reading) -> None:
        self.file = file
        self.keys = keys
        self.reading = reading
        reading.tables = {name: Rows(name, taken) for name, taken in COLUMNS.items()}
        self._accounts = {what: Account(what) for what in COUNTED}
        self._known: set[str] = set()

    def finish(self) -> None:
        """Leave the counts with the reading: of each element that came, and of the main ones."""
        self.reading.accounts = [each for each in self._accounts.values() if each.rows]

    def values(
        self, element: Any, fields: Fields, *, container: bool = False
    ) -> tuple[list[Any], list[str]]:
        """The values of the elements inside, in the order of their columns, and the unreadable.

        In a `container` stand elements that are taken elsewhere, so no other is asked about.
        """
        values: list[Any] = [None] * len(fields.columns)
        bad: list[str] = []
        if element is None:
            return values, bad
        inside = fields.inside
        for part in element:
            if (tail := part.tail) and not tail.isspace():
                self._stray(part)
            found = inside.get(part.tag) or inside.get(local(part.tag))
            if found is None:
                if not container:
                    self._unknown(part)
                continue
            place, column, read = found
            try:
                values[place] = read(part.text)
            except BadCell as fault:
                bad.append(column)
                self._fault(part, fault)
        return values, bad

    def value(self, element: Any, fields: Fields) -> tuple[Any, list[str]]:
        """The value of an element that repeats."""
        _place, column, read = fields.inside[local(element.tag)]
        try:
            return read(element.text), []
        except BadCell as fault:
            self._fault(element, fault)
            return None, [column]

    def child(self, child: "Child", row: list[Any], bad: list[str], characteristics: Any) -> None:
        """Take a child in with what is known of it, and its disabilities."""
        ethnicity, worse = self.values(characteristics, elements.ETHNICITY, container=True)
        birth_day = row[1]
        born = birth_day and birth_day.replace(day=1)
        unborn = None if "birth_day" in bad else birth_day is None and row[2] is not None
        self.put(
            "Child",
            "children",
            child,
            (child.hash, *row[1:], born, unborn, *ethnicity),
            [*bad, *worse],
        )
        if characteristics is None:
            return
        for element in characteristics.iter("{*}Disability"):
            code, bad = self.value(element, elements.DISABILITIES)
            key = child.key("disability", code)
            self.put("Disability", "disabilities", child, (key, child.hash, code), bad)

    def put(
        self, what: str, table: str, child: "Child", row: tuple[Any, ...], bad: Sequence[str]
    ) -> None:
        """Take a row in and count it; a row of nobody is counted and left out."""
        account = self._accounts[what]
        if bad or child.hash is None:
            account.refused += 1
        else:
            account.accepted += 1
        if child.hash is None:
            account.lost += 1
        else:
            self._rows(table).add(row, bad)

    def _rows(self, table: str) -> Rows:
        if table not in self.reading.tables:
            self.reading.tables[table] = Rows(table, NEWEST[table])
        return self.reading.tables[table]

    def _fault(self, element: Any, fault: BadCell) -> None:
        self.reading.faults.append(Fault(self._where(element), fault.problem, fault.fix))

    def nobody(self) -> None:
        """Say that a child has no number, so that nothing about it can be taken."""
        number = self._accounts["Child"].rows + 1
        self.reading.faults.append(
            Fault(
                f"{self.file}, child {number}, element LAchildID",
                "The child has no number, so nothing about it was taken.",
                "Give the child its number in the case system.",
            )
        )

    def _stray(self, element: Any) -> None:
        self.reading.faults.append(
            Fault(
                f"{self._where(element)}, after it",
                "Text stands between two elements; it was left out.",
                "Remove it, or put it into the element that it belongs to.",
            )
        )

    def _unknown(self, element: Any) -> None:
        name = local(element.tag)
        if name in elements.LEFT_OUT or name in self._known:
            return
        self._known.add(name)
        self.reading.notes.append(
            f"The element {name} is not part of the census as it is known here; it was left out."
        )

    def _where(self, element: Any) -> str:
        return f"{self.file}, line {element.sourceline}, element {local(element.tag)}"


class Child:
    """One child while its element is read: its hash, the names of its rows, its conferences."""

    def __init__(self, taking: Taking, number: str | None) -> None:
        self._taking = taking
        self.hash = taking.keys.child(number) if number else None
        self.plans: dict[date | None, str] = {}
        self._seen: dict[tuple[str, object], int] = {}
        self._conferences: dict[date | None, tuple[Any, ...]] = {}
        if self.hash is None:
            taking.nobody()

    def key(self, kind: str, *told: object) -> str:
        """What names a row of the child: its kind and day, and its place among those alike."""
        alike = (kind, told)
        place = self._seen.get(alike, 0)
        self._seen[alike] = place + 1
        return self._taking.keys.row(self.hash, kind, *told, place)

    def conference(
        self,
        referral: str,
        enquiry: str | None,
        days: tuple[date | None, date | None],
        bad: Sequence[str],
    ) -> None:
        """Keep a conference until the child's plans are known; one day is one conference."""
        held_on = days[1]
        before = self._conferences.get(held_on)
        if before is None or (before[1] is None and enquiry is not None):
            self._conferences[held_on] = (referral, enquiry, days, bad)

    def finish(self) -> None:
        """Take the conferences in, each with the plan that began on its day."""
        for held_on, (referral, enquiry, days, bad) in self._conferences.items():
            plan = self.plans.get(held_on) if held_on else None
            key = self.key("conference", held_on)
            led = plan is not None if held_on else None
            row = (key, self.hash, referral, enquiry, plan, led, *days)
            self._taking.put("DateOfInitialCPC", "conferences", self, row, bad)


def local(tag: str) -> str:
    """The name of an element without a namespace."""
    return tag.rpartition("}")[2] if tag[0] == "{" else tag
