"""Checks of what follows a referral: assessments, enquiries, conferences and plans."""

from datetime import date

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs, days_between
from goldenthread.indicators.quality.checks import (
    Check,
    Needs,
    beside,
    looked_at,
    marked,
    overlapping,
)

ASSESSMENT_DAYS, CONFERENCE_DAYS = 45, 15
A_MONDAY = date(1900, 1, 1)
WEEK, SATURDAY = 7, 5
CENSUS = "CIN census validation"


def assessment_before_referral(inputs: Inputs) -> ir.Table:
    """Assessments with their referral; it fails where it began before the referral came."""
    rows = beside(
        inputs["assessments"], inputs["referrals"], "referral", referred_on="referral_date"
    )
    return looked_at(rows, "assessment", rows.started_on < rows.referred_on)


def enquiry_before_referral(inputs: Inputs) -> ir.Table:
    """Section 47 enquiries with their referral; it fails where it began before that came."""
    rows = beside(
        inputs["s47_enquiries"], inputs["referrals"], "referral", referred_on="referral_date"
    )
    return looked_at(rows, "enquiry", rows.started_on < rows.referred_on)


def closed_with_unfinished_assessment(inputs: Inputs) -> ir.Table:
    """Assessments of closed referrals; it fails where it was never authorised."""
    rows = beside(inputs["assessments"], inputs["referrals"], "referral", closed_on="closed_on")
    rows = rows.filter(rows.closed_on.notnull())
    return looked_at(rows, "assessment", rows.authorised_on.isnull())


def assessment_open_long(inputs: Inputs) -> ir.Table:
    """Open assessments; it fails where more than 45 working days have passed."""
    rows = inputs["assessments"]
    rows = rows.filter(rows.authorised_on.isnull())
    rows = rows.mutate(today=ibis.literal(inputs.span.as_at))
    rows = inputs.with_working_days(rows, start="started_on", stop="today", name="taken")
    return looked_at(rows, "assessment", rows.taken > ASSESSMENT_DAYS)


def enquiry_without_conference(inputs: Inputs) -> ir.Table:
    """Enquiries not marked as needing no conference; it fails where none came in 15 working days.

    An enquiry that ended without further action needs none.
    """
    rows = inputs["s47_enquiries"]
    needless = rows.conference_not_needed.fill_null(False) | rows.no_further_action.fill_null(False)
    rows = rows.filter(~needless)
    conferences = inputs["conferences"]
    rows = marked(rows, conferences.filter(conferences.held_on.notnull()), enquiry="enquiry")
    rows = rows.mutate(today=ibis.literal(inputs.span.as_at))
    rows = inputs.with_working_days(rows, start="started_on", stop="today", name="taken")
    return looked_at(rows, "enquiry", rows.is_there.isnull() & (rows.taken > CONFERENCE_DAYS))


def conference_at_weekend(inputs: Inputs) -> ir.Table:
    """Conferences held; it fails on a Saturday or Sunday."""
    rows = inputs["conferences"]
    rows = rows.filter(rows.held_on.notnull())
    return looked_at(rows, "conference", _is_weekend(rows.held_on))


def target_at_weekend(inputs: Inputs) -> ir.Table:
    """Conferences with a target day; it fails on a Saturday or Sunday."""
    rows = inputs["conferences"]
    rows = rows.filter(rows.target_date.notnull())
    return looked_at(rows, "conference", _is_weekend(rows.target_date))


def _is_weekend(day: ir.DateValue) -> ir.BooleanValue:
    return days_between(ibis.literal(A_MONDAY), day) % WEEK >= SATURDAY


def plan_without_conference(inputs: Inputs) -> ir.Table:
    """Protection plans of this authority; it fails where no conference was held on its first day."""
    rows = inputs["cp_plans"]
    rows = rows.filter(~rows.of_another_authority.fill_null(False) & rows.started_on.notnull())
    rows = marked(rows, inputs["conferences"], child="child", started_on="held_on")
    return looked_at(rows, "cp_plan", rows.is_there.isnull())


def review_before_plan(inputs: Inputs) -> ir.Table:
    """Reviews of plans; it fails where one was held on the plan's first day or before."""
    rows = beside(
        inputs["cp_reviews"],
        inputs["cp_plans"],
        "cp_plan",
        plan_started_on="started_on",
        team="team",
    )
    return looked_at(rows, "review", rows.held_on <= rows.plan_started_on)


def plans_overlap(inputs: Inputs) -> ir.Table:
    """Protection plans; it fails where the child's plan before goes on after this one began."""
    return overlapping(inputs, "cp_plans", "cp_plan")


def need_beside_protection(inputs: Inputs) -> ir.Table:
    """Child in need plans; it fails where it runs on while the child has a protection plan."""
    rows = inputs["cin_plans"]
    plans = inputs["cp_plans"]
    plans = plans.select(
        plan_authority="authority", plan_child="child", plan_began="started_on",
        plan_ended="ended_on",
    )  # fmt: skip
    both = rows.join(
        plans,
        [
            rows.authority == plans.plan_authority,
            rows.child == plans.plan_child,
            rows.ended_on.isnull() | (rows.ended_on > plans.plan_began),
            plans.plan_ended.isnull() | (plans.plan_ended > rows.started_on),
        ],
    )
    rows = marked(rows, both, cin_plan="cin_plan")
    return looked_at(rows, "cin_plan", rows.is_there.notnull())


ASSESSED: Needs = {
    "assessments": ("child", "referral", "started_on"),
    "referrals": ("referral", "referral_date"),
}
CONFERENCES: Needs = {"conferences": ("child", "held_on")}
PLANS: Needs = {"cp_plans": ("child", "started_on", "ended_on")}
CHECKS = (
    Check(
        id="ASSESSMENT_BEFORE_REFERRAL",
        says="The assessment began before its referral came.",
        do="Put the day right, or tie the assessment to the referral that it is of.",
        source=CENSUS,
        needs=ASSESSED,
        rows=assessment_before_referral,
    ),
    Check(
        id="ENQUIRY_BEFORE_REFERRAL",
        says="The section 47 enquiry began before its referral came.",
        do="Put the day right, or tie the enquiry to the referral that it is of.",
        source=CENSUS,
        needs={
            "s47_enquiries": ("child", "referral", "started_on"),
            "referrals": ("referral", "referral_date"),
        },
        rows=enquiry_before_referral,
    ),
    Check(
        id="ASSESSMENT_LEFT_OPEN",
        says="The referral is closed and its assessment was never authorised.",
        do="Authorise the assessment or end it: it stands as open for ever.",
        source=CENSUS,
        needs=ASSESSED | {"referrals": ("referral", "closed_on")},
        rows=closed_with_unfinished_assessment,
    ),
    Check(
        id="ASSESSMENT_OPEN_45WD",
        says="The assessment has been open for more than 45 working days.",
        do="Finish it; it will not be in time. If it is finished, record it.",
        source=f"{CENSUS} 8670Q; Working Together to Safeguard Children 2023, 45 working days",
        needs={"assessments": ("child", "started_on", "authorised_on")},
        rows=assessment_open_long,
    ),
    Check(
        id="ENQUIRY_NO_CONFERENCE",
        says="More than 15 working days after the enquiry began there is no conference, and "
        "nobody said that none is needed.",
        do="Hold the conference, record it, or record that it is not needed.",
        source=f"{CENSUS} 8675Q; Working Together to Safeguard Children 2023, 15 working days",
        needs={
            "s47_enquiries": ("child", "started_on", "conference_not_needed"),
            "conferences": ("enquiry", "held_on"),
        },
        rows=enquiry_without_conference,
    ),
    Check(
        id="CONFERENCE_WEEKEND",
        says="The conference was held on a Saturday or Sunday.",
        do="Put the day right.",
        source=f"{CENSUS} 8875",
        needs=CONFERENCES,
        rows=conference_at_weekend,
    ),
    Check(
        id="TARGET_WEEKEND",
        says="The conference was to be held by a Saturday or Sunday.",
        do="Count the fifteen working days again.",
        source=CENSUS,
        needs={"conferences": ("child", "target_date")},
        rows=target_at_weekend,
    ),
    Check(
        id="PLAN_NO_CONFERENCE",
        says="The protection plan began on a day on which no conference was held.",
        do="Put one of the two days right: a plan begins at its conference.",
        source=f"{CENSUS} 2885",
        needs=PLANS | CONFERENCES,
        rows=plan_without_conference,
    ),
    Check(
        id="REVIEW_BEFORE_PLAN",
        says="A review was held on the plan's first day or before it.",
        do="Put the day right; the first conference is no review.",
        source=f"{CENSUS} 8841",
        needs=PLANS | {"cp_reviews": ("cp_plan", "held_on")},
        rows=review_before_plan,
    ),
    Check(
        id="PLANS_OVERLAP",
        says="The child's protection plan before goes on after this one began.",
        do="End the plan before: the child is counted twice.",
        source=f"{CENSUS} 8935",
        needs=PLANS,
        rows=plans_overlap,
    ),
    Check(
        id="NEED_AND_PROTECTION",
        says="A child in need plan runs while the child has a protection plan.",
        do="End the child in need plan on the day that the protection plan began.",
        source=f"{CENSUS} 8820",
        needs=PLANS | {"cin_plans": ("child", "started_on", "ended_on")},
        rows=need_beside_protection,
    ),
)
