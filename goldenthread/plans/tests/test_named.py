"""Every row of a plan says in words what it is, and whose it is."""

from datetime import date

import pytest
from django.apps import apps

from goldenthread.inspections.models import Recommendation
from goldenthread.people.models import Authority, Person, User
from goldenthread.plans import models as m

DAY = date(2026, 3, 16)
HERE = Authority(code="990", name="Aldermere")
PLAN = m.Plan(authority=HERE, public_id="P1", title="Improvement plan")
VERSION = m.Version(plan=PLAN, number=2)
ITEM = m.Item(plan=PLAN, public_id="P1-I1", number="1")
ACTION = m.Action(plan=PLAN, public_id="P1-A3")
OTHER = m.Action(plan=PLAN, public_id="P1-A1")
PART = m.Part(version=VERSION, title="Safeguarding")
TEST = m.Test(action=ACTION, number=1, text="A sample")
FILED = m.Evidence(plan=PLAN, public_id="P1-E1", title="The minute")
LINK = m.EvidenceLink(version=m.EvidenceVersion(evidence=FILED, number=1), test=TEST)
AFTER = m.Deadline(action=ACTION, source="local", printed="after the visit")
VISIT = m.Event(plan=PLAN, name="The visit")
TWICE = m.Commitment(action=ACTION, printed="twice a year")
CARL = {"person": Person(name="Carl Cross")}
VISITS = Recommendation(number="1", text="Visit in time.")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (m.Workstream(plan=PLAN, name="Workforce"), "Workforce"),
        (m.Checker(plan=PLAN, user=User(name="Carl Cross")), "P1: Carl Cross"),
        (FILED, "P1-E1 The minute"),
        (m.Reopening(plan=PLAN, test=TEST), "Reopening of A sample"),
        (VERSION, "P1, version 2"),
        (PART, "Safeguarding"),
        (
            m.PlanJudgement(part=PART, label="Overall", grade_printed="Adequate"),
            "Overall: Adequate",
        ),
        (m.SourceIssue(version=VERSION, where="Row 1", problem="Twice."), "Row 1: Twice."),
        (m.ToSettle(version=VERSION, words="Which year?"), "Which year?"),
        (m.ItemRecommendation(item=ITEM, recommendation=VISITS), f"P1-I1 1 answers {VISITS}"),
        (m.ActionItem(action=ACTION, item=ITEM), "P1-A3 for P1-I1 1"),
        (m.Standing(action=ACTION, rank="co-lead", printed="Ben"), "Ben, co-lead of P1-A3"),
        (m.Delivery(action=ACTION, state="blocked"), "P1-A3: blocked"),
        (m.Milestone(action=ACTION, text="The draft", due=DAY), "The draft: 2026-03-16"),
        (m.DeadlineMove(action=ACTION, kind="agreed", to=DAY), "Extension of P1-A3: 2026-03-16"),
        (
            m.EventDeadline(deadline=AFTER, event=VISIT, days_after=5),
            "Local: after the visit, 5 days after The visit",
        ),
        (m.Dependency(action=ACTION, needs=OTHER), "P1-A3 needs P1-A1"),
        (m.AsReported(action=ACTION, column="progress", text="Done"), "Progress: Done"),
        (m.Wording(action=ACTION, text="New front sheet"), "New front sheet"),
        (m.CrossReference(action=ACTION, printed="see 9"), "P1-A3: see 9"),
        (m.Update(action=ACTION, text="Begun."), "Begun."),
        (m.JudgedStatus(action=ACTION, colour="amber"), "P1-A3: amber"),
        (m.StatusRules(authority=HERE, started_on=DAY), "Aldermere from 2026-03-16"),
        (m.Risk(action=ACTION, text="Two posts are empty."), "Two posts are empty."),
        (TWICE, "twice a year"),
        (m.Occurrence(commitment=TWICE, day=DAY), "twice a year: 2026-03-16"),
        (m.Check(link=LINK, outcome="accepted", **CARL), "Accepted by Carl Cross"),
        (m.CheckRequest(link=LINK, asked_on=DAY), f"{LINK}: asked on 2026-03-16"),
    ],
)
def test_a_row_says_what_it_is_and_whose(row, words):
    assert (str(row), row.authority) == (words, HERE)


def test_what_belongs_to_neither_an_action_nor_an_item_is_nobodys():
    with pytest.raises(ValueError, match="neither to an action nor to an item"):
        _ = m.Update(text="Begun.").authority


def test_no_row_of_the_room_is_named_by_its_number_alone():
    bare = [one for one in apps.get_app_config("plans").get_models() if "__str__" not in vars(one)]
    assert {one.__name__ for one in bare} == set()
