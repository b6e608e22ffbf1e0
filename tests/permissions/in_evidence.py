"""How the verbs on tests and evidence are tried, in an action in which some stand."""

from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from tests.permissions.in_sources import upload
from tests.permissions.trying import tries

WORDS = {"kind": "document", "title": "On file", "shows": "That it is so.", "quantity": 1}
AGAINST = {"kind": "document", "title": "On file", "shows": "That it is not so."}


def named(town):
    """The only test of the action against which nothing is filed yet."""
    return actions.add_test(of=town.action, text="A guide", kind="done", by=town.cast.alice)


def filed(town):
    made = actions.file_evidence(
        action=town.action, tests=[named(town)], extract="Page 1", by=town.cast.alice, **WORDS
    )
    return made.versions.get().links.get()


@tries("plans.name_own_test", actions.add_test)
def add_test(town):
    return lambda by: actions.add_test(of=town.action, text="A guide", kind="done", by=by)


@tries("plans.name_test", actions.add_test, also="of an item")
def add_test_of_an_item(town):
    item = town.plan.items.order_by("order").last()
    return lambda by: actions.add_test(of=item, text="A guide", kind="done", by=by)


@tries("plans.name_own_test", actions.change_test)
def change_test(town):
    row = named(town)
    return lambda by: actions.change_test(test=row, by=by, why="Clearer.", text="The guide")


@tries("plans.name_own_test", actions.ask_reopening)
def ask_reopening(town):
    row = filed(town).test
    return lambda by: actions.ask_reopening(test=row, by=by, why="Clearer.", text="The guide")


def asked(town):
    row, words = filed(town).test, {"why": "Clearer.", "text": "The guide"}
    by = make_user("Otto Officer", town.cast.aldermere, Role.IMPROVEMENT_OFFICER)
    return actions.ask_reopening(test=row, by=by, **words)


@tries("plans.approve_reopening", actions.approve_reopening)
def approve_reopening(town):
    row = asked(town)
    return lambda by: actions.approve_reopening(reopening=row, by=by)


@tries("plans.approve_reopening", actions.refuse_reopening)
def refuse_reopening(town):
    row = asked(town)
    return lambda by: actions.refuse_reopening(reopening=row, by=by, why="It is clear.")


@tries("plans.file_own_evidence", actions.file_evidence)
def file_evidence(town):
    row = named(town)
    return lambda by: actions.file_evidence(
        action=town.action, tests=[row], extract="Page 1", by=by, **WORDS
    )


@tries("plans.file_evidence", actions.new_version, also="of somebody else's")
def new_version(town):
    row = filed(town).version.evidence
    return lambda by: actions.new_version(evidence=row, extract="Page 2", by=by)


@tries("plans.restrict", actions.restrict_evidence)
def restrict_evidence(town):
    row = upload(town, town.cast.alice)
    return lambda by: actions.restrict_evidence(upload=row, by=by)


@tries("plans.contradict", actions.contradict)
def contradict(town):
    row = named(town)
    return lambda by: actions.contradict(test=row, extract="Page 1", by=by, **AGAINST)


@tries("plans.file_own_evidence", actions.withdraw_evidence)
def withdraw_evidence(town):
    row = filed(town)
    return lambda by: actions.withdraw_evidence(link=row, by=by, why="The wrong page.")


@tries("plans.file_own_evidence", actions.ask_for_check)
def ask_for_check(town):
    row = filed(town)
    return lambda by: actions.ask_for_check(link=row, by=by)


@tries("plans.check", actions.accept)
def accept(town):
    row = filed(town)
    return lambda by: actions.accept(link=row, by=by, how_do_we_know="Seen.")


@tries("plans.check", actions.return_)
def send_back(town):
    row = filed(town)
    return lambda by: actions.return_(link=row, by=by, reason="A page is missing.")
