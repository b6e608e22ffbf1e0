"""The deadlines that law and inspectorates set after an inspection, as data.

The rows are those of the domain reference, section 2.7. A row that says "to check" rests on
a secondary source or on memory; pages must show that beside the date.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from goldenthread.basics import rules
from goldenthread.basics.calendars import ACTION_PLANS, EVERY_DAY, Calendar
from goldenthread.basics.days import without_weekday
from goldenthread.basics.due import Due, cannot_be_worked_out
from goldenthread.basics.periods import Period


class Anchor(StrEnum):
    """Which day a deadline is counted from."""

    REPORT = "the day the report is received or published"
    EVENT = "the day of the event"
    NONE = "no day that a rule gives"


@dataclass(frozen=True)
class Obligation:
    """One duty with a deadline.

    `rule`, `length` and `calendar` are empty where no rule gives the day; `reason` then says
    who sets it. `to_check` says what is not certain; empty where the source is certain.
    """

    id: str
    trigger: str
    who: str
    what: str
    source: str
    anchor: Anchor = Anchor.REPORT
    rule: str = ""
    length: int = 0
    calendar: Calendar | None = None
    reason: str = ""
    to_check: str = ""

    @property
    def is_certain(self) -> bool:
        """Whether length and start rest on the text of the law or of the inspectorate."""
        return not self.to_check

    @property
    def unit(self) -> str:
        """What the length counts, such as working days; empty without a rule."""
        return rules.named(self.rule).unit if self.rule else ""


@dataclass(frozen=True)
class Computed:
    """An obligation worked out from both days; each is kept, and the earlier alerts."""

    obligation: Obligation
    from_published: Due
    from_received: Due
    from_event: Due

    @property
    def alert(self) -> Due:
        """The earliest answer that there is: regulation counts from receipt, which is often
        not printed, and councils count from publication."""
        answers = (self.from_received, self.from_published, self.from_event)
        dated = [due for due in answers if due.date]
        if dated:
            return min(dated, key=lambda due: due.date or date.max)
        is_report = self.obligation.anchor is Anchor.REPORT
        return self.from_received if is_report else self.from_event

    @property
    def basis(self) -> str:
        """From which day the alert is counted, in words."""
        if self.alert.date is None or self.alert.start is None:
            return ""
        counted_from = without_weekday(self.alert.start)
        if self.alert is self.from_event:
            return f"counted from the event, {counted_from}"
        if self.alert is self.from_received:
            return f"counted from receipt, {counted_from}"
        known = "" if self.from_received.date else "; the day of receipt is not known"
        return f"counted from publication, {counted_from}{known}"


SI_2007_462 = "SI 2007/462 (Education and Inspections Act 2006 s137)"
REG_3_TO_CHECK = (
    "The text of reg 3 was not read. The 70 working days rest on Ofsted's words "
    "“within 70 working days of receiving the letter”, council minutes and dates that fit."
)
PRESS_ARTICLE = "The length is from a press article that quotes Ofsted; read the framework."
NO_DAY = {
    "published": "the day of publication is not known",
    "received": "the day of receipt is not known",
    "event": "the day it is counted from is not known",
}
FROM_MEMORY = "The length is from memory; read the regulation."

OBLIGATIONS = (
    Obligation(
        id="publish-report",
        trigger="The council receives a report under section 137",
        who="council",
        what="Publish the report: copies to partners, a local newspaper and a radio station; "
        "a copy to inspect; copies on demand",
        source=f"{SI_2007_462} reg 2",
        rule="K1",
        length=30,
        calendar=ACTION_PLANS,
    ),
    Obligation(
        id="written-statement",
        trigger="The council receives a report under section 137",
        who="council",
        what="Prepare and publish the written statement of action and of the period in which "
        "it will be taken",
        source=f"{SI_2007_462} reg 3; s137(3) and (4)",
        rule="K1",
        length=70,
        calendar=ACTION_PLANS,
        to_check=REG_3_TO_CHECK,
    ),
    Obligation(
        id="send-statement",
        trigger="The council receives a report under section 137",
        who="council",
        what="Send the plan to the Secretary of State and His Majesty's Chief Inspector",
        source=f"{SI_2007_462}, as a council's minutes cite it",
        rule="K1",
        length=70,
        calendar=ACTION_PLANS,
        to_check=REG_3_TO_CHECK,
    ),
    Obligation(
        id="priority-action-draft",
        trigger="A focused visit finds an area for priority action",
        who="council",
        what="Send the draft plan to Ofsted",
        source="Ofsted's framework for inspecting local authorities (ILACS), from September 2018",
        rule="K1",
        length=20,
        calendar=ACTION_PLANS,
        to_check=PRESS_ARTICLE,
    ),
    Obligation(
        id="priority-action-final",
        trigger="A focused visit finds an area for priority action",
        who="council",
        what="Send the final plan to Ofsted",
        source="Ofsted's framework for inspecting local authorities (ILACS), from September 2018",
        rule="K1",
        length=70,
        calendar=ACTION_PLANS,
        to_check=PRESS_ARTICLE,
    ),
    Obligation(
        id="joint-area-statement",
        trigger="A joint targeted area inspection report that asks for a written statement",
        who="principal authority",
        what="Make the written statement of proposed action",
        source="SI 2015/1792 reg 4",
        rule="K1",
        length=70,
        calendar=ACTION_PLANS,
        to_check="The working-day definition of SI 2015/1792 was not read; that of SI 2007/462 "
        "is used.",
    ),
    Obligation(
        id="send-priority-plan",
        trigger="An area SEND inspection with outcome 3",
        who="area partnership",
        what="Send the priority action plan",
        source="A secondary source: 35 to 50 working days after the final report",
        rule="K1",
        length=35,
        calendar=ACTION_PLANS,
        to_check="Between 35 and 50 working days; the shorter is shown. Take the day from the "
        "letter.",
    ),
    Obligation(
        id="update-strategic-plan",
        trigger="A full area SEND inspection",
        who="area partnership",
        what="Update and publish the strategic plan",
        source="Area SEND framework: 30 working days",
        rule="K1",
        length=30,
        calendar=ACTION_PLANS,
        to_check="Whether the days run from receipt or from publication was not read.",
    ),
    Obligation(
        id="improvement-notice",
        trigger="An improvement notice",
        who="council",
        what="Send the improvement plan, run the board, meet the regular review by DfE",
        source="The improvement notice",
        anchor=Anchor.NONE,
        reason="the notice itself sets the day; enter the day that it states",
    ),
    Obligation(
        id="monitoring-programme",
        trigger="An inadequate judgement",
        who="Ofsted",
        what="Action planning visit, then monitoring visits each quarter",
        source="Ofsted's framework for inspecting local authorities (ILACS)",
        anchor=Anchor.NONE,
        reason="Ofsted sets the programme; enter the days that it gives",
    ),
    Obligation(
        id="key-decision-notice",
        trigger="A key decision is needed to approve the plan",
        who="council",
        what="Publish notice of the decision, then decide, then wait for call-in",
        source="SI 2012/2089 reg 9",
        anchor=Anchor.EVENT,
        rule="K7",
        length=28,
        calendar=EVERY_DAY,
        to_check=FROM_MEMORY,
    ),
    Obligation(
        id="scrutiny-response",
        trigger="The executive receives a scrutiny report with recommendations and notice",
        who="executive",
        what="Respond to the scrutiny report",
        source="Local Government Act 2000 s9FE; same wording in SI 2009/1919 reg 6",
        anchor=Anchor.EVENT,
        rule="K8",
        length=2,
        to_check=FROM_MEMORY,
    ),
    Obligation(
        id="self-evaluation",
        trigger="Each year",
        who="council",
        what="Self-evaluation and the annual engagement meeting",
        source="Ofsted's framework for inspecting local authorities (ILACS): yearly",
        anchor=Anchor.EVENT,
        rule="K4",
        length=12,
        to_check="“Yearly” is read as not more than twelve months after the last one.",
    ),
    Obligation(
        id="family-group-decision-making",
        trigger="Before care proceedings are issued",
        who="council",
        what="Offer family group decision-making in the letter before proceedings",
        source="Children's Wellbeing and Schools Act 2026 s1",
        anchor=Anchor.EVENT,
        rule="K9",
        length=0,
        calendar=EVERY_DAY,
        to_check="Whether the section is in force must be checked.",
    ),
)


def named(id_: str) -> Obligation:
    """The obligation of that id.

    Raises:
        KeyError: there is none.
    """
    return {obligation.id: obligation for obligation in OBLIGATIONS}[id_]


def computed(
    obligation: Obligation,
    *,
    published: date | None = None,
    received: date | None = None,
    event: date | Period | None = None,
    publication_day_counts: bool = False,
) -> Computed:
    """The obligation worked out from each day that is known; `alert` is the earliest.

    Args:
        published: the day the report was published.
        received:  the day the council received it, from which the regulations count.
        event:     the day the duty hangs on where that is not the report: the decision,
                   the receipt of the scrutiny report, the last self-evaluation, the issue.
        publication_day_counts: count the first day as day 1, to see how a council that
                   does so comes to its date. Only for rule K1.
    """
    day_one = publication_day_counts and obligation.rule == "K1"
    of_report = obligation.anchor is Anchor.REPORT
    published, received = (published, received) if of_report else (None, None)
    return Computed(
        obligation=obligation,
        from_published=_from("published", published, obligation, day_one=day_one),
        from_received=_from("received", received, obligation, day_one=day_one),
        from_event=_from("event", None if of_report else event, obligation, day_one=day_one),
    )


def _from(which: str, start: date | Period | None, obligation: Obligation, *, day_one: bool) -> Due:
    if obligation.anchor is Anchor.NONE:
        return cannot_be_worked_out("", obligation.reason)
    if start is None:
        return cannot_be_worked_out(obligation.rule, NO_DAY[which])
    due = rules.work_out(
        rules.named(obligation.rule),
        start,
        obligation.length,
        calendar=obligation.calendar,
        day_one=day_one,
    )
    if obligation.is_certain:
        return due
    return replace(due, notes=(*due.notes, f"To check: {obligation.to_check}"))
