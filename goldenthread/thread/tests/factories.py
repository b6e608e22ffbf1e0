"""A plan of Aldermere that answers a report, with a lead, a delegate and a checker."""

from dataclasses import dataclass

from goldenthread.inspections.drafts import LinkDraft as Cited
from goldenthread.inspections.drafts import RecommendationDraft
from goldenthread.inspections.models import Inspection, Recommendation
from goldenthread.inspections.tests.factories import recorded as report_recorded
from goldenthread.inspections.tests.factories import sif
from goldenthread.people.models import User
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import Cast, make_user
from goldenthread.plans import actions
from goldenthread.plans.drafts import (
    ActionDraft,
    ItemDraft,
    LinkDraft,
    PlanDraft,
    ReportedDraft,
    StandingDraft,
    TestDraft,
    TimescaleDraft,
)
from goldenthread.plans.models import Action, EvidenceLink, Item, Plan, Test

MINUTE = {"meeting": "The board", "agenda_item": "4", "held_on": "2012-03-02"}


@dataclass(frozen=True)
class World:
    """Lena leads the first of two actions, Dan is her delegate, Carl checks, Alice keeps the plan.

    Paragraph 12 → recommendation 1 → item 1 → P1-A1 (reported on file) with one test; the
    second action has no lead and no test, the second item is the council's own.
    """

    cast: Cast
    inspection: Inspection
    plan: Plan
    lena: User
    dan: User
    carl: User

    @property
    def recommendation(self) -> Recommendation:
        return self.inspection.recommendations.get(number="1")

    @property
    def action(self) -> Action:
        return self.plan.actions.get(public_id="P1-A1")

    @property
    def other(self) -> Action:
        return self.plan.actions.get(public_id="P1-A2")

    @property
    def item(self) -> Item:
        return self.plan.items.get(public_id="P1-I1")

    @property
    def test(self) -> Test:
        return self.action.tests.get()


def person(user):
    return user.persons.get()


def make_world(cast, *, quantity=None, more_actions=()):
    lena = make_user("Lena Long", cast.aldermere, Role.LEAD)
    dan = make_user("Dan Drew", cast.aldermere, Role.LEAD)
    carl = make_user("Carl Cross", cast.aldermere, Role.CHECKER)
    point = RecommendationDraft(text="Visit in time.", number="1", page=8)
    inspection = report_recorded(
        cast,
        sif(recommendations=(point,), links=(Cited(paragraph=12, recommendations=("1",)),)),
    )
    draft = PlanDraft(
        title="Improvement plan",
        items=(
            ItemDraft(number="1", text="Visit in time."),
            ItemDraft(number="2", text="A new office", answers="additional"),
        ),
        actions=(
            ActionDraft(
                items=(0,),
                text="Write a template",
                standings=(
                    StandingDraft(printed="Lena Long", person=person(lena)),
                    StandingDraft(printed="Dan Drew", rank="delegate", person=person(dan)),
                ),
                tests=(TestDraft(text="Copy of the template", kind="done", quantity=quantity),),
                reported=(ReportedDraft(column="evidence", text="Yes"),),
                timescales=(TimescaleDraft(printed="March 2012"),),
            ),
            ActionDraft(items=(1,), text="Rent it"),
            *more_actions,
        ),
        links=(LinkDraft(item=0, recommendation=inspection.recommendations.get().pk),),
    )
    plan = actions.record_plan(authority=cast.aldermere, by=cast.alice, upload=None, plan=draft)
    actions.give_to_checker(plan=plan, user=carl, by=cast.alice)
    return World(cast, inspection, plan, lena, dan, carl)


def file(world, *, by=None, test=None, title="The template", kind="document", **more):
    """Evidence that Lena filed on the test; its link."""
    of = test or world.test
    content = {"extract": f"The text of {title}", "shows": "It is there", **more}
    evidence = actions.file_evidence(
        action=of.action, tests=[of], title=title, kind=kind, by=by or world.lena, **content
    )
    return EvidenceLink.objects.get(version__evidence=evidence, test=of)


def accept(world, link):
    return actions.accept(link=link, by=world.carl, how_do_we_know="I read it.")


def return_(world, link, reason="No date on it."):
    return actions.return_(link=link, by=world.carl, reason=reason)
