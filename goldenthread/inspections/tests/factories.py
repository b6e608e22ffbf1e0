"""Reports of the made-up council of Aldermere."""

from dataclasses import replace
from datetime import date

from goldenthread.inspections import actions
from goldenthread.inspections.drafts import (
    FindingDraft,
    JudgementDraft,
    LinkDraft,
    RecommendationDraft,
    ReportDraft,
)

RI = "Requires improvement to be good"
SIF_GRADES = (
    ("overall_effectiveness", "requires_improvement", RI, "la"),
    ("help_and_protection", "good", "Good", "la"),
    ("looked_after_permanence", "requires_improvement", "require improvement", "la"),
    ("adoption", "good", "good", "la"),
    ("care_leavers_sif", "requires_improvement", "requires improvement", "la"),
    ("leadership_management_governance", "good", "good", "la"),
    ("lscb", "good", "good", "lscb"),
)


def judged(area, grade, printed, body="la", **more):
    label = more.pop("label", area.replace("_", " "))
    return JudgementDraft(
        area=area, label=label, grade=grade, grade_printed=printed, body=body, **more
    )


def sif(**changes):
    """An inspection under the single framework: seven grades, two points, four paragraphs."""
    report = ReportDraft(
        framework="SIF",
        first_day=date(2016, 2, 22),
        last_day=date(2016, 3, 17),
        precision="day",
        days_printed="22 February 2016 to 17 March 2016",
        published=date(2016, 5, 16),
        published_from="page 1",
        lead_inspectors=("Ivy Inspector",),
        judgements=tuple(judged(*row) for row in SIF_GRADES),
        findings=(
            FindingDraft(number=12, text="Visits are late.", sense="weakness", page=9),
            FindingDraft(number=13, text="Plans are vague.", sense="weakness", page=9),
            FindingDraft(number=14, text="Children are heard.", sense="strength", page=10),
            FindingDraft(number=15, text="There are two teams.", page=10),
        ),
        recommendations=(
            RecommendationDraft(text="Visit in time.", number="1", page=8),
            RecommendationDraft(text="Audit with the Board.", number="120", body="lscb", page=38),
        ),
        links=(LinkDraft(paragraph=12, recommendations=("1",)),),
    )
    return replace(report, **changes)


def slac(**changes):
    """An announced inspection of 2012: two trees, points by urgency, no day of publication."""
    report = ReportDraft(
        framework="SLAC",
        first_day=date(2012, 4, 1),
        last_day=date(2012, 5, 31),
        precision="month",
        days_printed="April / May 2012",
        legal_power="Children Act 2004",
        legal_power_printed="The inspection was carried out under the Children Act 2004.",
        judgements=(
            judged("safeguarding.overall_effectiveness", "adequate", "Adequate"),
            judged("safeguarding.capacity_for_improvement", "adequate", "Adequate"),
            judged("looked_after.overall_effectiveness", "adequate", "Adequate"),
            judged("looked_after.capacity_for_improvement", "good", "Good"),
        ),
        recommendations=(
            RecommendationDraft(
                text="all partner agencies should understand the threshold",
                group="Immediately:",
                section="Safeguarding services",
                addressees=("all partner agencies",),
            ),
            RecommendationDraft(
                text="consider a joint post",
                group="Within three months:",
                section="Safeguarding services",
                addressees=("the health trust", "the council"),
            ),
            RecommendationDraft(
                text="ensure that visits are recorded",
                group="Within six months:",
                section="Services for looked after children",
            ),
        ),
    )
    return replace(report, **changes)


def recorded(cast, report=None, **more):
    """A report that Alice recorded for Aldermere."""
    return actions.record_report(
        authority=cast.aldermere, by=cast.alice, upload=None, report=report or sif(), **more
    )


def asking(cast, text="Do it.", **more):
    """The only recommendation of a report that Alice recorded."""
    draft = RecommendationDraft(text=text, **more)
    return recorded(cast, sif(recommendations=(draft,), links=())).recommendations.get()
