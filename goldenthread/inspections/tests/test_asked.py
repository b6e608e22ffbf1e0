"""Of whom a recommendation asks something, and criteria that are recorded like recommendations."""

from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowedNow, UserFacingError
from goldenthread.inspections import (
    actions,
    addressing,
    criteria,
    descriptors,
    looking,
)
from goldenthread.inspections.models import (
    Addressee,
    PartnerContribution,
)
from goldenthread.inspections.tests.factories import asking, recorded, slac
from goldenthread.people.actions import add_partner
from goldenthread.people.history import history_of

MARCH = date(2014, 3, 3)


@pytest.mark.parametrize(
    ("printed", "body", "part"),
    [
        (("the council",), "la", "sole owner"),
        (("The local authority",), "la", "sole owner"),
        (("Aldermere Metropolitan Borough Council",), "la", "sole owner"),
        ((), "la", "sole owner"),
        (("NHS Aldermere", "the council"), "la", "co-owner"),
        (("the local authority", "its partners"), "la", "co-owner"),
        (("all partner agencies",), "la", "co-owner"),
        (("the partnership",), "la", "co-owner"),
        ((), "partnership", "co-owner"),
        (("NHS Aldermere", "Aldermere Hospitals NHS Trust"), "la", "assurer"),
        (("partners",), "la", "assurer"),
        ((), "lscb", "assurer"),
    ],
)
def test_the_councils_part_follows_from_the_bodies_addressed(printed, body, part):
    """B-03."""
    found = addressing.addressed(printed, authority="Aldermere")
    assert [one.printed for one in found] == list(printed)
    assert addressing.council_part(found, body=body) == part


def test_each_addressee_is_a_row_tied_to_the_partner_of_that_name(cast):
    """B-03."""
    trust = add_partner(authority=cast.aldermere, name="The Health Trust", by=cast.setup)
    first, second, third = recorded(cast, slac()).recommendations.order_by("order")
    assert [row.council_part for row in (first, second, third)] == [
        "co-owner",
        "co-owner",
        "sole owner",
    ]
    bodies = second.bodies.order_by("order").values_list("printed", "kind", "partner")
    assert list(bodies) == [
        ("the health trust", "another body", trust.pk),
        ("the council", "council", None),
    ]
    assert Addressee.objects.visible_to(cast.bob).count() == 3
    assert not Addressee.objects.visible_to(cast.charlie).exists()


def test_addressees_are_corrected_and_the_printed_ones_stay(cast):
    """B-03."""
    row = asking(cast, addressees=("the council",))
    row = actions.set_addressees(recommendation=row, bodies=["the police"], by=cast.alice)
    assert (row.council_part, row.council_part_from) == ("assurer", "entered")
    assert row.addressees == ["the council"]
    assert row.bodies.get().printed == "the police"
    with pytest.raises(NotAllowedNow, match="would be assurer"):
        actions.set_addressees(
            recommendation=row, bodies=["the police"], part="co-owner", by=cast.alice
        )
    row = actions.set_addressees(
        recommendation=row, bodies=["the police"], part="co-owner", by=cast.alice, why="A pool."
    )
    assert row.council_part == "co-owner"
    assert len(history_of(row)) == 2


@pytest.mark.parametrize(
    ("bodies", "part", "match"),
    [
        ([], "", "addresses somebody"),
        (["the police", " "], "", "addresses somebody"),
        (["the police"], "owner", "no part"),
    ],
)
def test_an_addressee_has_a_name_and_a_part_is_one_of_the_list(cast, bodies, part, match):
    with pytest.raises(NotAllowedNow, match=match):
        actions.set_addressees(
            recommendation=asking(cast), bodies=bodies, part=part, by=cast.alice, why="x"
        )


GOOD = (
    ("5.2", "Action is taken where nothing changes."),
    ("1.0", "Children are listened to."),
    ("1.1", "Children are seen alone."),
    ("2.1", "Families are offered help early."),
    ("5.0", "Plans change with risk."),
    ("5.1", "Plans are reviewed."),
    ("10.0", "Homes are safe."),
)


def plan_of_criteria(**changes):
    items = [{"number": number, "text": text, "updates": []} for number, text in GOOD]
    items[2]["updates"] = [
        {"text": "Going well. The judgement will not be confined to the performance of CSC."}
    ]
    read = {
        "kind": "plan",
        "plans": [{"title": "Help and protection"}],
        "headings": [{"heading": "Services likely to be judged 'Good' if:", "column": "item"}],
        "items": [*items, {"number": "5.1", "text": "Plans are reviewed.", "updates": []}],
        "actions": [{"items": ["5.0", "5.1", "5.2"]}, {"items": ["1.0"]}],
        "sources": {"items/1/text": {"table": 1, "row": 3}},
    }
    return read | changes


def test_descriptors_are_recorded_as_recommendations_are(cast):
    """B-08: they can be answered, covered and closed like any other."""
    inspection = recorded(cast, descriptors.from_plan(plan_of_criteria()))
    rows = inspection.recommendations.order_by("order")
    assert {row.kind for row in rows} == {"good descriptor"}
    assert [row.number for row in rows] == [number for number, _ in GOOD]
    assert rows[1].source_place == {"table": 1, "row": 3}
    assert (inspection.framework.code, inspection.title) == (
        "evaluation criteria",
        "Help and protection",
    )
    assert not inspection.obligations.exists()
    actions.close_recommendation(recommendation=rows[0], shown="P1-A3", by=cast.bob)
    assert rows[0].closings.get().shown == "P1-A3"


@pytest.mark.parametrize(
    "changes",
    [{"headings": [{"heading": "Recommendation", "column": "item"}]}, {"items": []}],
)
def test_a_plan_without_criteria_gives_none(changes):
    with pytest.raises(UserFacingError, match="No criteria"):
        descriptors.from_plan(plan_of_criteria(**changes))


def test_criteria_stand_in_a_tree_by_their_numbers(cast):
    """B-09."""
    inspection = recorded(cast, descriptors.from_plan(plan_of_criteria()))
    tree = [
        (row.number, [below.number for below in under])
        for row, under in looking.criteria_tree(inspection)
    ]
    assert tree == [("1.0", ["1.1"]), ("2.1", []), ("5.0", ["5.1", "5.2"]), ("10.0", [])]


def test_one_row_answers_several_criteria(cast):
    """B-09."""
    inspection = recorded(cast, descriptors.from_plan(plan_of_criteria()))
    found, missing = looking.criteria_answered(inspection, "5.0, 5.1, 5.2 and 9.9")
    assert [row.number for row in found] == ["5.0", "5.1", "5.2"]
    assert missing == ("9.9",)
    assert descriptors.answered(plan_of_criteria()) == [("5.0", "5.1", "5.2"), ("1.0",)]


@pytest.mark.parametrize(
    ("number", "parent"),
    [("5.1", "5.0"), ("5.0", ""), ("2.1", ""), ("5.1.2", "5.1"), ("", ""), ("A1", "")],
)
def test_a_criterion_stands_under_the_one_of_the_level_above(number, parent):
    assert criteria.parent_of(number, ["1.0", "5.0", "5.1", "5.2", "2.1"]) == parent


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("This will not be confined to the performance of CSC.", True),
        ("The judgement is not limited to the work of the council.", True),
        ("Help is not confined to children under five.", False),
        ("Partners were told.", False),
    ],
)
def test_a_shared_judgement_is_read_from_its_sentence(text, shared):
    """B-10."""
    assert criteria.shared_words("It went well. " + text) == (text if shared else "")


def test_partners_contributions_to_a_shared_criterion_are_kept_by_partner(cast):
    """B-10."""
    inspection = recorded(cast, descriptors.from_plan(plan_of_criteria()))
    row = inspection.recommendations.get(number="1.1")
    assert row.shared_printed == "The judgement will not be confined to the performance of CSC."
    police, health = (
        add_partner(authority=cast.aldermere, name=name, by=cast.setup)
        for name in ("Police", "Health")
    )
    for partner, day in ((police, 5), (health, 4), (police, 3)):
        actions.record_contribution(
            recommendation=row,
            partner=partner,
            text=f"Said on the {day}th",
            said_on=date(2014, 3, day),
            by=cast.alice,
        )
    assert {(one.partner.name, one.text) for one in row.contributions.all()} == {
        ("Police", "Said on the 3th"),
        ("Police", "Said on the 5th"),
        ("Health", "Said on the 4th"),
    }
    assert not PartnerContribution.objects.visible_to(cast.charlie).exists()
    with pytest.raises(NotAllowedNow, match="stays shared"):
        actions.mark_shared(recommendation=row, shared=False, why="No.", by=cast.alice)


def test_only_a_shared_criterion_takes_contributions_of_own_partners(cast):
    """B-10."""
    row = asking(cast)
    ours = add_partner(authority=cast.aldermere, name="Police", by=cast.setup)
    theirs = add_partner(authority=cast.bramley, name="Police", by=cast.setup)

    def contribute(partner, text="Help.", said_on=MARCH):
        return actions.record_contribution(
            recommendation=row, partner=partner, text=text, said_on=said_on, by=cast.alice
        )

    with pytest.raises(NotAllowedNow, match="not marked as shared"):
        contribute(ours)
    with pytest.raises(NotAllowedNow, match="Say why"):
        actions.mark_shared(recommendation=row, shared=True, why="", by=cast.alice)
    actions.mark_shared(recommendation=row, shared=True, why="The board said so.", by=cast.alice)
    with pytest.raises(NotAllowedNow, match="crosses"):
        contribute(theirs)
    with pytest.raises(NotAllowedNow, match="Say what"):
        contribute(ours, text=" ")
    with pytest.raises(NotAllowedNow, match="Say what"):
        contribute(ours, said_on=date(2099, 1, 1))
    assert contribute(ours).partner == ours
