"""S7: a target that is looser than the standard of the inspectors' paragraph, and a backlog."""

from datetime import date

import pytest
from django.utils import timezone

from goldenthread.inspections import actions as inspections
from goldenthread.plans import actions
from goldenthread.web.plans.addresses import of_item as of_item_page
from tests.scenarios.bringing import bring_in, page, seed
from tests.scenarios.documents import report_of_2012
from tests.scenarios.plans import in_word, row

THIRD = (
    "Capacity for improvement is adequate. The record of decisions and the plan are distributed "
    "within 24 hours but the detailed minutes of reviews are not always circulated within 15 days."
)
MINUTES = "Make sure that the minutes of planning meetings and of child protection reviews go out within a week"
COUNTED = "56 minutes currently outstanding (12 under 2 weeks)"
ROWS = [
    row(number="6", item=MINUTES, theirs="3 months", action="Weekly monitoring of the minutes",
        local="In place", progress=COUNTED,
        test="Monitoring sheets will evidence the date of distribution", lead="Asha Verity"),
    row(action="Achieve distribution of minutes within 1 month", local="Sept 2012",
        lead="Asha Verity"),
]  # fmt: skip


def check(cast, report, plan, *, item, paragraph):
    (report, _), (plan, _) = bring_in(cast, report, plan)
    by, day = cast.alice, timezone.localdate()
    action = plan.plan.actions.get(text__contains="within 1 month")
    finding = report.inspection.findings.get(number=paragraph)
    of_item = action.items.get()
    assert of_item.number == item
    if not (tie := of_item.answered.current().first()):
        wanted = report.inspection.recommendations.filter(text__contains="minutes").first()
        tie = actions.link_recommendation(item=of_item, recommendation=wanted, by=by)
    inspections.link_finding(finding=finding, recommendation=tie.recommendation, by=by)
    made = actions.raise_queries(plan=plan.plan, by=by, day=day)
    [query] = [one for one in made if one.rule == "looser"]
    assert query.action == action
    assert query.words == (
        "The target, “within 1 month”, is looser than the standard that the inspectors used, "
        "“within 15 days”. “within 15 days” does not say whether it means calendar or working "
        "days. Why is that enough?"
    )
    assert query.quotes[1][0] == f"paragraph {paragraph}"
    assert "circulated within 15 days" in " ".join(query.quotes[1][1].split())
    shown = page(by, of_item_page(of_item))
    assert "56 = 12 under 2 weeks + 44 of 2 weeks or more (minutes)" in shown
    assert query.words in shown
    assert "nobody says on which day they were counted" in shown
    monitoring = of_item.actions.get(text__contains="Weekly monitoring")
    actions.add_update(action=monitoring, by=by, text=COUNTED, said_on=date(2012, 6, 25))
    shown = page(by, of_item_page(of_item))
    assert "To be cleared by 30 September 2012, in equal steps from 25 June 2012" in shown
    assert "30 September 2012 0" in shown, "none is left on the last day"


def test_s7_the_target_is_looser_than_the_standard(cast, tmp_path):
    report = tmp_path / "report.pdf"
    report.write_bytes(report_of_2012(third=THIRD))
    check(cast, report, in_word(tmp_path / "plan.docx", ROWS), item="6", paragraph=3)


@pytest.mark.shared
def test_s7_on_the_real_report_and_plan(cast, shared):
    check(cast, seed(shared, "002"), seed(shared, "000"), item="7", paragraph=34)
