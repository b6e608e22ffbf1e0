"""Scenario S8: date cells that hold an urgency, an offset, a state, a meeting or a range."""

import json
from datetime import date
from pathlib import Path

import pytest

from goldenthread.basics.wording import before_inspection, occurrences, read

PLAN = date(2012, 6, 29)
UPDATE = date(2014, 3, 31)
SHARED = Path(__file__).parents[4].parent / "shared"

MADE = [
    # wording, anchor, kind, first day, last day, due
    ("immediat", PLAN, "immediate", None, None, PLAN),
    ("Immed", PLAN, "immediate", None, None, PLAN),
    ("3 months", PLAN, "relative", None, None, date(2012, 9, 29)),
    ("TBC on 28/08/12", PLAN, "tbc", date(2012, 8, 28), None, None),
    ("commencing 09/08/12 then quarterly", PLAN, "recurring", date(2012, 8, 9), None, None),
    ("End Sept 2012", PLAN, "exact", date(2012, 9, 30), date(2012, 9, 30), date(2012, 9, 30)),
    ("June – August", PLAN, "range", date(2012, 6, 1), date(2012, 8, 31), date(2012, 8, 31)),
    ("In place", PLAN, "in_progress", None, None, None),
    ("In progress", PLAN, "in_progress", None, None, None),
    ("From 19/06/12", PLAN, "range", date(2012, 6, 19), None, None),
    ("09/12", PLAN, "month", date(2012, 9, 1), date(2012, 9, 30), date(2012, 9, 30)),
    ("03/12", PLAN, "month", date(2012, 3, 1), date(2012, 3, 31), date(2012, 3, 31)),
    ("03/13", PLAN, "month", date(2013, 3, 1), date(2013, 3, 31), date(2013, 3, 31)),
    ("Oct. 13 and ongoing", UPDATE, "ongoing", date(2013, 10, 1), None, None),
    ("Dec 13 – March 14", UPDATE, "range", date(2013, 12, 1), date(2014, 3, 31), date(2014, 3, 31)),
    ("within 4 weeks", UPDATE, "relative", None, None, date(2014, 4, 28)),
]


@pytest.mark.parametrize(
    ("wording", "anchor", "kind", "earliest", "latest", "due"), MADE, ids=[row[0] for row in MADE]
)
def test_s8_each_token_has_its_own_kind_and_days(wording, anchor, kind, earliest, latest, due):
    reading = read(wording, anchor=anchor)
    assert (reading.kind, reading.earliest, reading.latest, reading.due) == (
        kind,
        earliest,
        latest,
        due,
    )
    assert reading.text == wording


def test_s8_only_the_meeting_and_the_bare_state_are_asked_about():
    asked = [wording for wording, anchor, *_ in MADE if read(wording, anchor=anchor).question]
    assert asked == ["TBC on 28/08/12", "In place"]


def test_s8_the_third_quarter_falls_on_a_saturday():
    reading = read("commencing 09/08/12 then quarterly", anchor=PLAN)
    found = occurrences(reading, first_day=PLAN, last_day=date(2013, 5, 31))
    assert [(one.day, bool(one.flag)) for one in found] == [
        (date(2012, 8, 9), False),
        (date(2012, 11, 9), False),
        (date(2013, 2, 9), True),
        (date(2013, 5, 9), False),
    ]


def test_s8_march_2012_is_flagged_as_before_the_inspection():
    inspection = read("April / May 2012", anchor=None)
    assert "probably an error" in before_inspection(read("03/12", anchor=PLAN), inspection.earliest)
    for later in ("09/12", "03/13"):
        assert before_inspection(read(later, anchor=PLAN), inspection.earliest) is None


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the real documents are not beside the project")
def test_s8_the_real_plans_hold_these_tokens():
    plan = " ".join(next((SHARED / "seeds").glob("000_*.txt")).read_text(encoding="utf-8").split())
    for wording in (
        "28/08/12",
        "commencing 09/08/12 then quarterly",
        "End Sept",
        "In place",
        "03/12",
    ):
        assert wording in plan


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the real documents are not beside the project")
def test_s8_the_real_wordings_are_read_and_none_is_wrong_in_silence():
    key = json.loads((SHARED / "truth" / "dates.json").read_text(encoding="utf-8"))["dates"]
    right, silent = 0, []
    for row in key:
        reading = read(row["raw"], anchor=date.fromisoformat(row["anchor"]))
        is_right = _is_right(reading, row)
        right += is_right
        if not is_right and not reading.question:
            silent.append(row["raw"])
    assert right >= 0.98 * len(key)
    assert silent == []


def _is_right(reading, row):
    wanted = (row["earliest"], row["latest"])
    if not any(wanted):
        return reading.kind == row["kind"]
    got = (reading.earliest, reading.latest)
    return tuple(day and day.isoformat() for day in got) == wanted
