"""The director says how things stand and signs the highlight report for the next board."""

from datetime import date

from goldenthread.demonstration.council import Council
from goldenthread.papers import actions
from goldenthread.plans.models import Plan

VIEW = """Conferences are held sooner than they were, and we can show it: the protocol is in use, \
and a checker who had no part in it has read the records.

Permanence worries me most. The policy is written, and what we have heard since says that practice \
has not followed it. I have asked for that to be answered before anything else.

Our partners work with us. The register of health histories came back with gaps, and I expect it \
whole at the next meeting."""


def sign(council: Council, plan: Plan, today: date) -> None:
    """The officer drafts the overall view, the director signs it and the report of the day."""
    actions.draft_overall_view(plan=plan, as_at=today, text=VIEW, by=council["Ines Hartley"])
    director = council["David Penn"]
    actions.sign_overall_view(plan=plan, as_at=today, text=VIEW, by=director)
    actions.sign_off(plan=plan, name="highlight_report", as_at=today, by=director)
