"""Plans of the made-up council of Aldermere."""

from dataclasses import replace
from datetime import date

from goldenthread.plans import actions
from goldenthread.plans.drafts import (
    ActionDraft,
    IssueDraft,
    ItemDraft,
    JudgementDraft,
    PartDraft,
    PlanDraft,
    ReferenceDraft,
    ReportedDraft,
    StandingDraft,
    TestDraft,
    TimescaleDraft,
    ToSettleDraft,
)

ROW = {"table": 1, "row": 2}


def plan(**changes):
    """Two parts, three items numbered through, four actions, one of them for two items."""
    draft = PlanDraft(
        title="Improvement plan",
        label="September 2013",
        day=date(2013, 9, 30),
        precision="month",
        parts=(
            PartDraft(
                title="Safeguarding",
                judgements=(
                    JudgementDraft(label="Overall effectiveness", grade_printed="Adequate"),
                ),
            ),
            PartDraft(title="Looked after children"),
        ),
        items=(
            ItemDraft(
                part=0,
                number="1",
                text="All partners understand the threshold",
                timescales=(TimescaleDraft(printed="immediat", source="inspectorate"),),
                place={**ROW, "cell": 2},
            ),
            ItemDraft(part=0, number="2", text="Carers know how to correct core group minutes"),
            ItemDraft(part=1, number="3", text="Visits are recorded"),
        ),
        actions=(
            ActionDraft(
                items=(0,),
                ref="i)",
                text="Meet with each of the 14 head teachers",
                standings=(
                    StandingDraft(printed="Ann Adams"),
                    StandingDraft(printed="TMs", rank="delegate"),
                ),
                timescales=(TimescaleDraft(printed="July 2012", place={**ROW, "cell": 5}),),
                tests=(
                    TestDraft(text="Confirmation in the minute when each meeting has taken place"),
                ),
                reported=(
                    ReportedDraft(column="progress", text="1 meeting already taken place"),
                    ReportedDraft(column="evidence", text="Yes - part", place={**ROW, "cell": 9}),
                ),
                place={**ROW, "cell": 3},
            ),
            ActionDraft(
                items=(1, 2),
                ref="ii)",
                text="Launch the hub",
                timescales=(
                    TimescaleDraft(printed="Oct 13", item=1),
                    TimescaleDraft(printed="Sept 13", item=2),
                ),
                reported=(
                    ReportedDraft(
                        column="update", text="The hub went live Oct.13.", said="March 2014"
                    ),
                ),
            ),
            ActionDraft(
                items=(2,),
                text="New front sheet",
                standings=(
                    StandingDraft(printed="Ann Adams"),
                    StandingDraft(printed="Ben Brown", rank="co-lead"),
                ),
                tests=(TestDraft(text="Sample audit of 20 records"),),
                reported=(
                    ReportedDraft(column="completed", text="June 2012"),
                    ReportedDraft(column="progress", text="Completed"),
                ),
            ),
            ActionDraft(items=(2,), text="As above (1)", same_as=0),
        ),
        references=(
            ReferenceDraft(action=3, printed="As above (1)", kind="shares action", to_item=0),
        ),
        issues=(IssueDraft(where="Table 1, row 2", problem="The label is printed twice."),),
        to_settle=(
            ToSettleDraft(topic="lead", action=1, words="Who leads the launch?"),
            ToSettleDraft(words="Which year?"),
        ),
    )
    return replace(draft, **changes)


def recorded(cast, draft=None, **more):
    """A plan that Alice recorded for Aldermere."""
    return actions.record_plan(
        authority=cast.aldermere, by=cast.alice, upload=None, plan=draft or plan(), **more
    )
