"""A plan of Aldermere with a lead, a checker and an action whose test wants to be shown."""

from dataclasses import dataclass
from datetime import date

from goldenthread.people.models import User
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import Cast, make_user
from goldenthread.plans import actions
from goldenthread.plans.drafts import ActionDraft, ItemDraft, PlanDraft, StandingDraft, TestDraft
from goldenthread.plans.models import Action, Evidence, EvidenceLink, Plan, Test

OF_A_MEETING = {"meeting": "The board", "agenda_item": "4", "held_on": "2026-03-02"}


@dataclass(frozen=True)
class World:
    """Lena leads, Dan is her delegate, Carl checks; Alice is the improvement officer."""

    cast: Cast
    plan: Plan
    action: Action
    test: Test
    lena: User
    dan: User
    carl: User


def person(user):
    return user.persons.get()


def make_world(cast, *, tests=None):
    lena = make_user("Lena Long", cast.aldermere, Role.LEAD)
    dan = make_user("Dan Drew", cast.aldermere, Role.LEAD)
    carl = make_user("Carl Cross", cast.aldermere, Role.CHECKER)
    draft = PlanDraft(
        title="Improvement plan",
        items=(ItemDraft(number="1", text="Minutes are right"),),
        actions=(
            ActionDraft(
                items=(0,),
                text="Write a template",
                standings=(
                    StandingDraft(printed="Lena Long", person=person(lena)),
                    StandingDraft(printed="Dan Drew", rank="delegate", person=person(dan)),
                ),
                tests=tests or (TestDraft(text="Copy of the template", kind="done"),),
            ),
        ),
    )
    plan = actions.record_plan(authority=cast.aldermere, by=cast.alice, upload=None, plan=draft)
    action = plan.actions.get()
    actions.give_to_checker(plan=plan, user=carl, by=cast.alice)
    return World(cast, plan, action, action.tests.order_by("number").first(), lena, dan, carl)


def file(world, *, by=None, test=None, title="The template", **more):
    """A minute that Lena filed; the link to the test."""
    extract = more.pop("extract", f"The text of {title}")
    content = {"kind": "document", "shows": "It is there", "extract": extract, **more}
    of = test or world.test
    evidence = actions.file_evidence(
        action=world.action, tests=[of], title=title, by=by or world.lena, **content
    )
    return EvidenceLink.objects.get(version__evidence=evidence, test=of)


def accept(world, link, *, by=None):
    return actions.accept(link=link, by=by or world.carl, how_do_we_know="I read it")


def contradicted(world, *, by=None, test=None, title="What the audit found"):
    """Evidence of Alice's that contradicts the test; its link."""
    evidence = actions.contradict(
        test=test or world.test,
        kind="document",
        title=title,
        shows="It is not used",
        by=by or world.cast.alice,
        extract=title,
    )
    return EvidenceLink.objects.get(version__evidence=evidence)


def counts(test, day=date(2026, 3, 16)):
    """Whether the test is shown on a day."""
    return Test.objects.shown(day).filter(pk=test.pk).exists()


def latest(evidence):
    return Evidence.objects.get(pk=evidence.pk).versions.order_by("number").last()
