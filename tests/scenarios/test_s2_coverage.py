"""S2: a recommendation that two items answer, one that is reworded, and coverage both ways."""

import pytest

from goldenthread.intake.linking import links_of
from goldenthread.plans.models import ItemRecommendation
from goldenthread.thread.coverage import coverage_of_inspection, coverage_of_plan
from tests.scenarios.bringing import bring_in, bring_in_one, seed
from tests.scenarios.documents import items_of_2012, plan_of_2012, report_of_2012


def links(report, plan):
    """The links of a plan in words: number of the recommendation in its report, of the item."""
    order = {row.pk: n for n, row in enumerate(recommendations(report), start=1)}
    number = {item["id"]: item["number"] for item in plan.draft["items"]}
    return [
        (order[one["recommendation"]], number[one["item"]], one) for one in links_of(plan.draft)
    ]


def recommendations(report):
    return report.inspection.recommendations.order_by("order")


def check(cast, report, plan):
    report, _ = bring_in_one(cast, report)
    plan, _ = bring_in_one(cast, plan, accept=False)
    assert plan.inspection == report.inspection
    found = links(report, plan)
    assert sorted({one for one, _, _ in found}) == list(range(1, 19))
    assert sorted({int(item) for _, item, _ in found}) == list(range(1, 20))
    assert len(found) == 19, "one bullet is answered by two items, every other by one"
    assert [item for one, item, _ in sorted(found, key=by_number) if one == 6] == ["6", "7"]
    reworded = next(link for one, item, link in found if (one, item) == (2, "2"))
    assert not reworded["same"]
    return reworded["difference"]


def check_recorded(cast, report, plan):
    """Both at once, the plan first: what is recorded covers both ways, too."""
    (plan, printed), (report, _) = bring_in(cast, plan, report)
    assert [printed["state"], report.state] == ["confirmed", "confirmed"]
    made = ItemRecommendation.objects.filter(item__plan=plan.plan)
    answered = list(made.order_by("recommendation__order", "item__order"))
    assert {one.recommendation for one in answered} == set(recommendations(report))
    assert {one.item for one in answered} == set(plan.plan.items.all())
    assert (report.inspection.recommendations.count(), plan.plan.items.count()) == (18, 19)
    assert [one.item.number for one in answered if one.recommendation.order == 6] == ["6", "7"]
    reworded = made.get(item__number="2")
    assert (reworded.wording, reworded.signed_off_at) == ("differs", None)
    for found in (
        coverage_of_inspection(report.inspection, by=cast.alice),
        coverage_of_plan(plan.plan, by=cast.alice),
    ):
        check_coverage(found)
    assert {"P1", "P1-I1", "P1-I19"} <= {one["public_id"] for one in printed["created"]}
    return reworded.difference


def check_coverage(found):
    """18 of 18 and 19 of 19; one point is split over items 6 and 7, item 2 is to be signed off."""
    assert found.words[0] == "18 of 18 recommendations with an action."
    assert found.words[1].startswith("19 of 19 items and ")
    assert [[item.number for item in row.items] for row in found.split] == [["6", "7"]]
    waiting = {one.item for one in found.to_sign_off}
    assert "2" in {row.row.number for row in found.items if row.row.id in waiting}


def by_number(found):
    return found[0], int(found[1])


@pytest.fixture
def made(tmp_path):
    report, plan = tmp_path / "report.pdf", tmp_path / "plan.docx"
    report.write_bytes(report_of_2012())
    plan.write_bytes(plan_of_2012())
    assert len(items_of_2012()) == 19
    return report, plan


@pytest.mark.parametrize("way", [check, check_recorded])
def test_s2_every_recommendation_and_every_item_is_covered(cast, made, way):
    assert way(cast, *made) == '"parents and carers" -> "carers"; added "/core group"'


@pytest.mark.shared
@pytest.mark.parametrize("way", [check, check_recorded])
def test_s2_on_the_real_report_and_the_real_plan(cast, shared, way):
    difference = way(cast, seed(shared, "002"), seed(shared, "000"))
    assert '"parents and carers" -> "carers"' in difference
    assert 'added "/core group"' in difference
