"""How the verbs of the plans room are tried, on a plan in which some stand."""

from django.utils import timezone

from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.models import ToSettle
from goldenthread.plans.tests import factories
from tests.permissions.trying import tries


def linked(town):
    item, asked = town.plan.items.first(), town.report.recommendations.first()
    return actions.link_recommendation(item=item, recommendation=asked, by=town.cast.alice)


@tries("plans.record_plan", actions.record_plan)
def record_plan(town):
    draft = factories.plan()
    return lambda by: actions.record_plan(
        authority=town.cast.aldermere, by=by, upload=None, plan=draft
    )


@tries("plans.record_plan", actions.record_plan, also="a next version")
def record_version(town):
    draft = factories.plan()
    return lambda by: actions.record_plan(
        authority=town.cast.aldermere, by=by, upload=None, plan=draft, replaces=town.plan
    )


@tries("plans.link", actions.link_recommendation)
def link(town):
    item, asked = town.plan.items.first(), town.report.recommendations.first()
    return lambda by: actions.link_recommendation(item=item, recommendation=asked, by=by)


@tries("plans.link", actions.unlink_recommendation)
def unlink(town):
    row = linked(town)
    return lambda by: actions.unlink_recommendation(link=row, by=by, why="Another matter.")


@tries("plans.sign_off_wording", actions.sign_off_wording)
def sign_off(town):
    row = linked(town)
    return lambda by: actions.sign_off_wording(link=row, by=by)


@tries("plans.settle", actions.settle)
def settle(town):
    row = ToSettle.objects.get(version__plan=town.plan, topic="other")
    return lambda by: actions.settle(to_settle=row, answer={"words": "2013"}, by=by)


@tries("plans.give_to_checker", actions.give_to_checker)
def give_to_checker(town):
    user = make_user("Chloe Checker", town.cast.aldermere, Role.CHECKER)
    return lambda by: actions.give_to_checker(plan=town.plan, user=user, by=by)


@tries("plans.give_to_checker", actions.take_from_checker)
def take_from_checker(town):
    row = town.plan.checkers.first()
    return lambda by: actions.take_from_checker(checker=row, by=by, why="On leave.")


@tries("plans.mark_used", actions.mark_used)
def mark_used(town):
    return lambda by: actions.mark_used(plan=town.plan, by=by, what="paper 3")


@tries("plans.withdraw", actions.withdraw_plan)
def withdraw_plan(town):
    return lambda by: actions.withdraw_plan(plan=town.plan, by=by, why="The wrong file.")


@tries("plans.withdraw", actions.archive_plan)
def archive_plan(town):
    actions.mark_used(plan=town.plan, by=town.cast.alice, what="paper 3")
    return lambda by: actions.archive_plan(plan=town.plan, by=by, why="Ended.")


@tries("plans.withdraw", actions.withdraw_version)
def withdraw_version(town):
    plan = actions.record_plan(
        authority=town.cast.aldermere,
        by=town.cast.alice,
        upload=None,
        plan=factories.plan(),
        replaces=town.plan,
    )
    version = plan.current_version
    return lambda by: actions.withdraw_version(version=version, by=by, why="The wrong file.")


@tries("plans.add_action", actions.add_action)
def add_action(town):
    items = [town.plan.items.first()]
    return lambda by: actions.add_action(
        plan=town.plan, items=items, text="Tell the teams.", by=by, why="The board decided so."
    )


@tries("plans.add_action", actions.replace_with_new)
def replace_with_new(town):
    return lambda by: actions.replace_with_new(
        action=town.action, state="superseded", text="Tell the teams.", by=by, why="It is wider."
    )


def proposed(town, by):
    source = actions.Source(title="Training plan", whose="Bramley")
    return actions.record_adoption(
        plan=town.plan, by=by, source=source, applies="The training is trust wide."
    )


@tries("plans.adopt", actions.record_adoption)
def record_adoption(town):
    return lambda by: proposed(town, by)


@tries("plans.adopt", actions.decide_adoption)
def decide_adoption(town):
    row = proposed(town, town.cast.alice)
    decision = actions.Decision(on=timezone.localdate(), by_whom="The board", changed="Nothing")
    return lambda by: actions.decide_adoption(adoption=row, by=by, decision=decision)


@tries("plans.adopt", actions.remove_adoption)
def remove_adoption(town):
    row = proposed(town, town.cast.alice)
    return lambda by: actions.remove_adoption(adoption=row, by=by, why="Not this one.")
