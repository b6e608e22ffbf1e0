"""S8: what stands in a column of dates and is none, brought in with the report that it answers."""

from datetime import date

import pytest

from goldenthread.basics.wording import occurrences, read
from goldenthread.plans import actions
from goldenthread.plans.models import Deadline, ToSettle
from tests.scenarios.bringing import answer, bring_in, bring_in_one, page_of, seed
from tests.scenarios.documents import items_of_2012, report_of_2012
from tests.scenarios.plans import in_word, row

QUARTERLY = "commencing 09/08/12 then quarterly"
# As printed: how it is read, the first day, the day by which it is due.
READ_AS = {
    "immediat": ("immediate", None, None),
    "Immed": ("immediate", None, None),
    "3 months": ("relative", None, None),
    "TBC on 28/08/12": ("tbc", date(2012, 8, 28), None),
    QUARTERLY: ("recurring", date(2012, 8, 9), None),
    "End Sept 2012": ("exact", date(2012, 9, 30), date(2012, 9, 30)),
    "June – August": ("range", date(2012, 6, 1), date(2012, 8, 31)),
    "In place": ("in_progress", None, None),
    "In progress": ("in_progress", None, None),
    "From 19/06/12": ("range", date(2012, 6, 19), None),
    "09/12": ("month", date(2012, 9, 1), date(2012, 9, 30)),
    "03/12": ("month", date(2012, 3, 1), date(2012, 3, 31)),
    "03/13": ("month", date(2013, 3, 1), date(2013, 3, 31)),
    "Oct. 13 and ongoing": ("ongoing", date(2013, 10, 1), None),
    "Dec 13 – March 14": ("range", date(2013, 12, 1), date(2014, 3, 31)),
    "within 4 weeks": ("relative", None, None),
}
DAY_OR_MONTH = {date(2012, 12, 9), date(2012, 12, 3), date(2013, 12, 3)}
OF_2012 = ("Immed", "3 months", "TBC on 28/08/12", "End Sept 2012", "June – August", "In place",
           "In progress", "From 19/06/12", "09/12", "03/12", "03/13")  # fmt: skip
OF_2014 = ("Oct. 13 and ongoing", "Dec 13 – March 14")


def check(plan, tokens):
    """Each wording stands as printed, is read as it should be, and none became a day and month."""
    rows = Deadline.objects.current().filter(version__plan=plan)
    found = {one.printed: (one.reading, one.earliest, one.due) for one in rows}
    assert {token: found[token] for token in tokens} == {one: READ_AS[one] for one in tokens}
    assert not DAY_OR_MONTH & {one.due for one in rows}


def check_meeting_quarters_and_march(plan, by):
    """A date to be set at a meeting, quarters of which one is a Saturday, and a month too early."""
    open_yet = ToSettle.objects.filter(version__plan=plan, topic="timescale")
    [early] = open_yet.filter(words__contains="“03/12”")
    assert "before the inspection" in early.words
    assert early.action.deadlines.get().due == date(2012, 3, 31), "asked about, not mended"
    [meeting] = open_yet.filter(words__contains="28/08/12")
    assert "28 August 2012; that is not the deadline" in meeting.words
    assert "“03/12”" in page_of(by, early.action)
    quarterly = Deadline.objects.get(version__plan=plan, printed__endswith=QUARTERLY)
    assert quarterly.recurrence == "quarterly from 2012-08-09"
    reading = read(quarterly.printed, anchor=None)
    times = occurrences(reading, first_day=date(2012, 8, 1), last_day=date(2013, 5, 31))
    assert [one.day for one in times] == [
        date(2012, 8, 9), date(2012, 11, 9), date(2013, 2, 9), date(2013, 5, 9),
    ]  # fmt: skip
    assert [bool(one.flag) for one in times] == [False, False, True, False]


def check_within_weeks_of_an_update(action, by):
    """'within 4 weeks' counts from the update that says it."""
    said = actions.add_update(
        action=action, by=by, said_on=date(2014, 3, 31),
        text="The review is to be presented within 4 weeks.",
    )  # fmt: skip
    step = actions.add_milestone(action=action, by=by, printed="within 4 weeks", update=said)
    assert step.due == date(2014, 4, 28)


def test_s8_each_wording_stays_and_none_becomes_another_day(cast, tmp_path):
    report = tmp_path / "report.pdf"
    report.write_bytes(report_of_2012())
    tokens = list(READ_AS)
    texts = dict(items_of_2012())
    rows = [
        row(number=str(n), item=texts[str(n)], action=f"Do the work of step {n}", local=token,
            lead="Asha Verity")
        for n, token in enumerate(tokens, start=1)
    ]  # fmt: skip
    plan = in_word(tmp_path / "plan.docx", rows)
    [_, (brought, _)] = bring_in(cast, report, plan)
    check(brought.plan, tokens)
    check_meeting_quarters_and_march(brought.plan, cast.alice)
    check_within_weeks_of_an_update(brought.plan.actions.get(order=3), cast.alice)


@pytest.mark.shared
def test_s8_on_the_real_report_and_the_real_plan_of_2012(cast, shared):
    bring_in_one(cast, seed(shared, "002"))
    read_only, _ = bring_in_one(cast, seed(shared, "000"), accept=False)
    # The plan prints only the months, April and May.
    days = {"set": {"inspected_from": "2012-04-23", "inspected_to": "2012-05-04"}}
    answer(read_only, cast.alice, days, kind="days")
    brought, _ = bring_in_one(cast, seed(shared, "000"))
    check(brought.plan, OF_2012)
    check_meeting_quarters_and_march(brought.plan, cast.alice)


@pytest.mark.shared
def test_s8_on_the_real_plan_of_2014(cast, shared):
    brought, _ = bring_in_one(cast, seed(shared, "004"))
    check(brought.plan, OF_2014)
    [action] = brought.plan.actions.filter(asreporteds__text__contains="within 4 weeks")
    check_within_weeks_of_an_update(action, cast.alice)
