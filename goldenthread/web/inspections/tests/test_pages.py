"""The list and the pages of a report: what stands there, for whom, in how many queries."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from goldenthread.inspections import actions
from goldenthread.inspections.drafts import (
    FigureDraft,
    FindingDraft,
    LinkDraft,
    RecommendationDraft,
)
from goldenthread.inspections.models import Grade, Inspection
from goldenthread.inspections.tests.factories import judged, recorded, sif, slac
from goldenthread.plans import actions as plans
from goldenthread.thread.tests.factories import make_world

PARTS = ("show", "findings", "recommendations", "evidence", "days")


def at(name, *numbers):
    return reverse(f"inspections:{name}", args=numbers)


def text(response):
    return " ".join(response.content.decode().split())


def test_a_council_without_a_report_is_told_to_import_one(alice):
    page = text(alice.get("/library/inspections/"))
    assert "No inspection is recorded yet" in page
    assert "Import a report" in page


def test_each_scale_stands_by_itself_and_is_named(alice, cast):
    recorded(cast, slac())
    recorded(cast)
    page = text(alice.get("/library/inspections/"))
    assert "Scale: Four points against minimum requirements, 2009" in page
    assert "Scale: Four points, requires improvement to be good, 2013" in page
    assert "2012: 1 Good, 3 Adequate." in page


def test_the_board_is_not_counted_among_the_areas_of_the_council(alice, cast):
    recorded(cast)
    page = text(alice.get("/library/inspections/"))
    assert "2016: 3 Good, 3 Requires improvement to be good." in page
    assert "the Board, not the council" in page


def looked_after(cast):
    """A report of 2013, whose scale is another one and whose overall area has the same code."""
    report = sif(
        framework="2013 LAC inspection",
        first_day=date(2013, 5, 13),
        last_day=date(2013, 5, 17),
        days_printed="13 to 17 May 2013",
        published=None,
        published_from="",
        judgements=(judged("overall_effectiveness", "adequate", "Adequate"),),
        findings=(),
        links=(),
    )
    return recorded(cast, report)


def test_grades_of_two_scales_are_compared_only_over_a_recorded_crosswalk(alice, cast):
    looked_after(cast)
    recorded(cast)
    assert "Scales differ, no crosswalk" in text(alice.get("/library/inspections/"))
    adequate = Grade.objects.get(scale__code="looked-after", code="adequate")
    improve = Grade.objects.get(scale__code="requires-improvement", code="requires_improvement")
    actions.record_crosswalk(
        authority=cast.aldermere,
        from_grade=adequate,
        to_grade=improve,
        why="Both third",
        by=cast.alice,
    )
    page = text(alice.get("/library/inspections/"))
    assert "Scales differ" not in page
    assert "by a recorded crosswalk" in page


def test_two_inspections_on_one_scale_are_compared_by_steps(alice, cast):
    recorded(cast)
    recorded(
        cast,
        sif(first_day=date(2018, 2, 5), last_day=date(2018, 3, 1), published=date(2018, 4, 30)),
    )
    assert "The same grade" in text(alice.get("/library/inspections/"))


def test_the_list_says_what_is_to_be_decided_and_leads_to_it(alice, cast):
    inspection = recorded(cast)
    page = text(alice.get("/library/inspections/"))
    assert f"{at('findings', inspection.pk)}?show=open" in page


def test_the_list_filters_by_framework_and_sorts_both_ways(alice, cast):
    recorded(cast)
    recorded(cast, slac())
    page = text(alice.get("/library/inspections/?framework=SLAC"))
    assert "framework, 2016" not in page.split("Judgements by area")[0]
    for sort in ("newest", "-newest", "day", "-day", "weak", "-told", "nothing"):
        assert alice.get(f"/library/inspections/?sort={sort}").status_code == 200


@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_a_report_is_not_there_for_another_council(charlie, cast, part):
    assert charlie.get(at(part, recorded(cast).pk)).status_code == 404


@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_a_report_is_shown(alice, cast, part):
    assert alice.get(at(part, recorded(cast).pk)).status_code == 200


def test_the_page_says_the_deadline_with_its_source_and_the_scale_of_the_grades(alice, cast):
    page = text(alice.get(at("show", recorded(cast).pk)))
    assert "requires improvement to be good, 2013" in page
    assert "written statement of action" in page
    assert "counted from publication" in page
    assert "Count and stated day" in page


def test_a_finding_shows_its_paragraph_its_sense_and_what_cites_it(alice, cast):
    page = text(alice.get(at("findings", recorded(cast).pk)))
    assert "¶12" in page
    assert "Cited by 1 recommendation: 1." in page
    assert "No recommendation cites it. It needs a decision." in page


def test_the_uncited_weak_paragraphs_stand_alone_when_asked_for(alice, cast):
    page = text(alice.get(at("findings", recorded(cast).pk) + "?show=open"))
    assert "¶13" in page
    assert "¶12<" not in page


def test_coverage_goes_both_ways(alice, cast):
    world = make_world(cast)
    page = text(alice.get(at("recommendations", world.inspection.pk)))
    assert "1 of 1 recommendation with an action." in page
    assert "Answered by 1 action of item 1." in page
    assert "the council&#x27;s own, additional" in page
    assert "P1-A2" in page


def test_a_recommendation_without_an_action_is_marked_and_can_be_filtered(alice, cast):
    inspection = recorded(cast)
    page = text(alice.get(at("recommendations", inspection.pk) + "?show=without-action"))
    assert "No action" in page
    assert "Audit with the Board" not in page.split("What the report asks for")[1]


def grow(cast, n):
    """A longer report of the same council, two years later."""
    points = tuple(RecommendationDraft(text=f"Do thing {i}.", number=str(i)) for i in range(1, n))
    weak = tuple(FindingDraft(number=i, text=f"Weak {i}.", sense="weakness") for i in range(1, n))
    links = tuple(LinkDraft(paragraph=i, recommendations=(str(i),)) for i in range(1, n, 2))
    days = {"first_day": date(2018, 2, 5), "last_day": date(2018, 3, 1)}
    published = {"published": date(2018, 4, 30)}
    return recorded(
        cast, sif(**days, **published, recommendations=points, findings=weak, links=links)
    )


@pytest.mark.parametrize("part", ["show", "findings", "recommendations"])
def test_a_longer_report_costs_no_more_queries(alice, cast, queries_of, part):
    short = recorded(cast)
    long = grow(cast, 12)
    assert queries_of(alice, at(part, short.pk)) == queries_of(alice, at(part, long.pk))


def test_more_inspections_cost_no_more_queries(alice, cast, queries_of):
    recorded(cast)
    looked_after(cast)
    before = queries_of(alice, "/library/inspections/")
    grow(cast, 8)
    assert queries_of(alice, "/library/inspections/") == before


def test_a_paragraph_that_is_tagged_as_cited_by_nothing_named_says_so(alice, cast):
    row = recorded(cast, sif(links=(LinkDraft(paragraph=12, recommendations=()),)))
    page = text(alice.get(at("findings", row.pk)))
    assert "The report tags it as cited, without saying by which recommendation." in page


def test_an_area_that_was_judged_once_is_compared_with_nothing(alice, cast):
    recorded(cast)
    again = {"first_day": date(2018, 2, 5), "last_day": date(2018, 3, 1)}
    one = (judged("adoption", "good", "Good"),)
    recorded(cast, sif(**again, published=date(2018, 4, 30), judgements=one))
    assert "judged once" in text(alice.get("/library/inspections/"))


def test_a_report_that_grades_nothing_has_no_table_of_judgements(alice, cast):
    row = recorded(cast, sif(judgements=()))
    assert "on the scale" not in text(alice.get(at("show", row.pk)))


def test_a_figure_of_the_area_without_its_paragraph_says_so_with_a_stroke(alice, cast):
    figure = FigureDraft(value=Decimal("328"), text="328 children", unit="children")
    page = text(alice.get(at("evidence", recorded(cast, sif(figures=(figure,))).pk)))
    assert "328 children" in page
    row = page.partition("328 children")[2].partition("</tr>")[0]
    assert "–" in row


def test_the_list_is_narrowed_to_those_in_force(alice, cast):
    link = f'href="{at("show", recorded(cast).pk)}"'
    shown = {
        state: link in alice.get("/library/inspections/", {"state": state}).text
        for state in Inspection.State.values
    }
    assert [state for state, is_there in shown.items() if is_there] == ["current"]


def test_a_closed_recommendation_and_another_wording_are_told(alice, cast):
    world = make_world(cast)
    item = world.plan.items.get(public_id="P1-I2")
    link = plans.link_recommendation(item=item, recommendation=world.recommendation, by=cast.alice)
    assert link.difference
    page = text(alice.get(at("recommendations", world.inspection.pk)))
    assert "Item 2 words it otherwise (not signed off):" in page
    plans.sign_off_wording(link=link, by=cast.bob)
    actions.close_recommendation(
        recommendation=world.recommendation, by=cast.bob, shown="P1-A1: difference shown"
    )
    page = text(alice.get(at("recommendations", world.inspection.pk)))
    assert "Item 2 words it otherwise (signed off):" in page
    assert "Closed" in page.split("What the report asks for")[1]
