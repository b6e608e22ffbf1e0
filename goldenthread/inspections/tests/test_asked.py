"""What a recommendation asks: of whom, which number, which criterion, and how it is closed."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow, UserFacingError
from goldenthread.inspections import (
    actions,
    addressing,
    closing,
    criteria,
    descriptors,
    looking,
    targets,
)
from goldenthread.inspections.drafts import RecommendationDraft
from goldenthread.inspections.models import (
    Addressee,
    Closing,
    ConsiderDecision,
    NumericTarget,
    PartnerContribution,
    Recommendation,
)
from goldenthread.inspections.tests.factories import recorded, sif, slac
from goldenthread.inspections.wordings import to_consider
from goldenthread.people.actions import add_partner
from goldenthread.people.history import history_of

MARCH = date(2014, 3, 3)
TRAINING = (
    "the health trust should improve training so that a minimum of 80% of all staff groups "
    "are in date"
)


def asking(cast, text="Do it.", **more):
    draft = RecommendationDraft(text=text, **more)
    return recorded(cast, sif(recommendations=(draft,), links=())).recommendations.get()


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


def test_partners_contributions_to_a_shared_criterion_are_shown_by_partner(cast):
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
    ((shared, by_partner),) = looking.contributions_of(inspection)
    assert shared == row
    assert {one.name: [said.text for said in texts] for one, texts in by_partner.items()} == {
        "Police": ["Said on the 3th", "Said on the 5th"],
        "Health": ["Said on the 4th"],
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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (TRAINING, ("at least", "80", "all staff groups", True)),
        ("at least 90 per cent of visits within 10 days", ("at least", "90", "visits", False)),
        ("no more than 5% of plans", ("at most", "5", "plans", False)),
        ("no less than 75% in each team", ("at least", "75", "", False)),
        ("compliance of 80% or above", ("at least", "80", "", False)),
        ("under 12.5 % of re-referrals", ("less than", "12.5", "re-referrals", False)),
        ("more than 95% of every team", ("more than", "95", "every team", True)),
        ("100% of all teams are trained", ("exactly", "100", "all teams", True)),
        ("a minimum of 80% of all staff", ("at least", "80", "all staff", False)),
    ],
)
def test_a_number_that_a_recommendation_sets_is_read(text, wanted):
    """B-11."""
    (found,) = targets.commitments(text)
    comparator, value, population, each = wanted
    assert (found.comparator, found.value) == (comparator, Decimal(value))
    assert (found.population, found.each_group) == (population, each)
    assert found.words in text


@pytest.mark.parametrize(
    "text",
    ["reduce it by 10%", "a 5% rise", "23% of the population", "over 250% of it", "by at least 5%"],
)
def test_a_change_or_a_bare_figure_sets_no_level(text):
    assert targets.commitments(text) == ()


ALL_GROUPS = targets.Commitment("", "at least", Decimal(80), "all staff groups", each_group=True)
TOGETHER = targets.Commitment("", "at least", Decimal(80), "visits")


@pytest.mark.parametrize(
    ("target", "groups", "met", "words"),
    [
        (ALL_GROUPS, {"nurses": (8, 10), "doctors": (95, 100)}, True, "reached"),
        (ALL_GROUPS, {"nurses": (7, 10), "doctors": (100, 100)}, False, "not reached: nurses"),
        (ALL_GROUPS, {"nurses": (7, 10), "doctors": None}, False, "not reached: nurses"),
        (ALL_GROUPS, {"nurses": (9, 10), "doctors": None}, None, "no figures for doctors"),
        (ALL_GROUPS, {"nurses": (0, 0)}, None, "no figures for nurses"),
        (ALL_GROUPS, {}, None, "no figures for anybody"),
        (TOGETHER, {"north": (7, 10), "south": (100, 100)}, True, "reached"),
        (TOGETHER, {"north": (7, 10), "south": (8, 10)}, False, "not reached: visits"),
        (TOGETHER, {"north": (10, 10), "south": None}, None, "no figures for south"),
    ],
)
def test_each_group_has_to_reach_the_target_not_their_mean(target, groups, met, words):
    """B-11."""
    found = targets.reached(target, groups)
    assert found.met is met
    assert words in found.words


@pytest.mark.parametrize(
    ("comparator", "met"),
    [
        ("at least", True),
        ("at most", True),
        ("exactly", True),
        ("more than", False),
        ("less than", False),
    ],
)
def test_the_edge_of_a_target(comparator, met):
    edge = targets.Commitment("", comparator, Decimal("12.5"))
    assert targets.reached(edge, {"all": (1, 8)}).met is met


def test_a_target_is_proposed_with_the_report_and_confirmed_by_a_person(cast):
    """B-11."""
    target = asking(cast, TRAINING).targets.get()
    assert (target.state, target.comparator, target.value, target.unit) == (
        "proposed",
        "at least",
        80,
        "%",
    )
    assert (target.population, target.each_group) == ("all staff groups", True)
    assert target.printed == "a minimum of 80% of all staff groups"
    actions.decide_target(target=target, confirmed=True, indicator="TRAIN-1", by=cast.alice)
    target.refresh_from_db()
    assert (target.state, target.indicator, target.decided_by) == (
        "confirmed",
        "TRAIN-1",
        cast.alice,
    )
    found = looking.reached(target, {"nurses": (9, 10)}, expected=["nurses", "doctors"])
    assert (found.met, found.unknown) == (None, ("doctors",))
    assert looking.reached(target, {"nurses": (9, 10), "doctors": (1, 2)}).short == ("doctors",)
    assert not NumericTarget.objects.visible_to(cast.charlie).exists()


def test_a_refused_target_has_a_reason(cast):
    target = asking(cast, TRAINING).targets.get()
    for indicator, why in (("", " "), ("TRAIN-1", "x")):
        with pytest.raises(NotAllowedNow, match="A refusal"):
            actions.decide_target(
                target=target, confirmed=False, indicator=indicator, by=cast.alice, why=why
            )
    row = actions.decide_target(target=target, confirmed=False, by=cast.alice, why="Health's own.")
    assert row.state == "refused"
    assert len(history_of(row)) == 1


def test_the_database_refuses_a_decided_target_without_who(cast):
    asking(cast, TRAINING)
    with pytest.raises(IntegrityError), transaction.atomic():
        NumericTarget.objects.update(state="confirmed")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("consider a joint post", "consider a joint post"),
        (
            "audit each file and consider extending the audit to supervision",
            "consider extending the audit to supervision",
        ),
        ("ensure that staff listen and consider wishes", ""),
        ("ensure that visits are recorded", ""),
    ],
)
def test_the_part_that_is_only_to_be_considered_is_told_from_the_rest(text, words):
    """B-12."""
    assert to_consider(text) == words


@pytest.mark.parametrize(
    ("must_change", "to_decide", "decided", "shown", "refused"),
    [
        (False, True, False, "", "decision"),
        (False, True, False, "New posts.", "decision"),
        (False, True, True, "", ""),
        (True, False, False, "", "change"),
        (True, False, False, "New posts.", ""),
        (True, True, False, "New posts.", "decision"),
        (True, True, True, " ", "change"),
        (True, True, True, "New posts.", ""),
    ],
)
def test_what_closing_rests_on(must_change, to_decide, decided, shown, refused):
    """B-12."""
    asked = closing.Asked(must_change=must_change, to_decide=to_decide)
    found = closing.refusal(asked, decided=decided, shown=shown)
    assert refused in found if refused else found == ""


def consider(cast, row, decision="not adopted", why="It costs more.", decided_on=MARCH, by=None):
    return actions.decide_consider(
        recommendation=row, decision=decision, why=why, decided_on=decided_on, by=by or cast.bob
    )


def test_consider_is_closed_by_a_decision_without_a_change(cast):
    """B-12."""
    row = asking(cast, "consider a joint post")
    with pytest.raises(NotAllowedNow, match="record the decision first"):
        actions.close_recommendation(recommendation=row, by=cast.bob)
    consider(cast, row)
    made = actions.close_recommendation(recommendation=row, by=cast.bob)
    assert (made.decision.decision, made.shown) == ("not adopted", "")
    with pytest.raises(NotAllowedNow, match="closed already"):
        actions.close_recommendation(recommendation=row, by=cast.bob)
    with pytest.raises(NotAllowedNow, match="Reopen it"):
        consider(cast, row)
    actions.reopen_recommendation(recommendation=row, why="A new offer.", by=cast.bob)
    consider(cast, row, decision="adopted", why="Paid for.")
    assert actions.close_recommendation(recommendation=row, by=cast.bob).decision.why == "Paid for."
    assert row.closings.count() == 2
    assert {line.verb for line in history_of(made)} == {"closed", "reopened"}


def test_a_must_is_closed_by_a_change_and_not_by_a_decision(cast):
    """B-12."""
    row = asking(cast, "ensure that visits are recorded")
    with pytest.raises(NotAllowedNow, match="not to consider"):
        consider(cast, row)
    with pytest.raises(NotAllowedNow, match="say what shows it"):
        actions.close_recommendation(recommendation=row, by=cast.bob)
    made = actions.close_recommendation(recommendation=row, shown="P1-A1", by=cast.bob)
    assert made.decision is None


def test_one_that_is_partly_to_be_considered_needs_both(cast):
    """B-12."""
    row = asking(cast, "audit each file and consider extending it to teams")
    assert (row.consider, row.to_consider) == (False, "consider extending it to teams")
    consider(cast, row)
    with pytest.raises(NotAllowedNow, match="say what shows it"):
        actions.close_recommendation(recommendation=row, by=cast.bob)
    assert actions.close_recommendation(recommendation=row, shown="P1-A1", by=cast.bob).decision


@pytest.mark.parametrize(
    ("change", "match"),
    [
        ({"decision": "maybe"}, "Give both"),
        ({"why": " "}, "Give both"),
        ({"decided_on": date(2099, 1, 1)}, "lies ahead"),
    ],
)
def test_a_decision_on_what_to_consider_has_all_its_parts(cast, change, match):
    with pytest.raises(NotAllowedNow, match=match):
        consider(cast, asking(cast, "consider a joint post"), **change)


def test_only_what_is_closed_is_reopened(cast):
    with pytest.raises(NotAllowedNow, match="Only what is closed"):
        actions.reopen_recommendation(recommendation=asking(cast), why="x", by=cast.bob)


def test_a_report_with_a_closed_recommendation_is_not_withdrawn(cast):
    row = asking(cast)
    actions.close_recommendation(recommendation=row, shown="P1-A1", by=cast.bob)
    with pytest.raises(NotAllowedNow, match="decided about or closed"):
        actions.withdraw_report(inspection=row.inspection, by=cast.alice, why="Wrong.")


def test_others_may_neither_decide_nor_close(cast):
    row = asking(cast, "consider a joint post")
    with pytest.raises(NotAllowed):
        consider(cast, row, by=cast.charlie)
    with pytest.raises(NotAllowed):
        actions.close_recommendation(recommendation=row, by=cast.charlie)
    with pytest.raises(NotAllowed):
        actions.set_addressees(recommendation=row, bodies=["x"], by=cast.bob)
    consider(cast, row)
    actions.close_recommendation(recommendation=row, by=cast.bob)
    assert not ConsiderDecision.objects.visible_to(cast.charlie).exists()
    assert not Closing.objects.visible_to(cast.charlie).exists()
    assert Recommendation.objects.visible_to(cast.alice).count() == 1
