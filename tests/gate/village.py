"""One action with four tests, and people who may do everything but what the gate forbids."""

from goldenthread.people import actions as people
from goldenthread.people.models import Post, Team
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.drafts import ActionDraft, ItemDraft, StandingDraft, TestDraft
from goldenthread.plans.tests import factories

# Everybody holds every role that matters: only the gate is left to refuse them.
ROLES = (
    Role.IMPROVEMENT_OFFICER,
    Role.LEAD,
    Role.CHECKER,
    Role.STRATEGIC_LEAD,
    Role.DIRECTOR,
    Role.ANALYST,
)
NAMES = ("Lena Lead", "Cole Post", "Tess Team", "Petra Printed", "Chad Check", "Cora Check")
TESTS = (
    TestDraft(text="The guide", kind="done"),
    TestDraft(text="Minutes of the meetings with head teachers", kind="done", quantity=2),
    TestDraft(text="Sample of files", kind="practice"),
    TestDraft(text="Children say so in a survey", kind="difference"),
)


class Village:
    """Lena leads, whoever holds the post leads beside her, a team carries out."""

    def __init__(self, cast):
        self.cast, here = cast, cast.aldermere
        self.users = {name: make_user(name, here, *ROLES) for name in NAMES}
        self.people = {name: user.persons.get() for name, user in self.users.items()}
        self.post = Post.objects.create(authority=here, title="Head of duty")
        self.team = Team.objects.create(authority=here, name="Duty team")
        self._take("Cole Post")
        self._join("Tess Team")
        self.plan = factories.recorded(cast, self.draft())
        for name in NAMES[3:]:
            actions.give_to_checker(plan=self.plan, user=self.users[name], by=cast.alice)

    @property
    def action(self):
        return self.plan.actions.get(public_id__endswith="A1")

    def draft(self, *, tests=TESTS, standings=True, text="Write the guide"):
        """A document that holds the action, with the tests and the people that it names."""
        stand = (
            StandingDraft(printed="Lena Lead", person=self.people["Lena Lead"]),
            StandingDraft(printed="Head of duty", rank="co-lead", post=self.post),
            StandingDraft(printed="Duty team", rank="delegate", team=self.team),
            StandingDraft(printed="Petra Printed", rank="delegate"),
        )
        first = ActionDraft(
            items=(0,), ref="i)", text=text, tests=tests, standings=stand if standings else ()
        )
        second = ActionDraft(items=(0,), ref="ii)", text="Launch the hub")
        return factories.plan(
            items=(ItemDraft(number="1", text="Visits"),),
            actions=(first, second),
            references=(),
            to_settle=(),
        )

    def _take(self, name):
        people.take_post(
            post=self.post, person=self.people[name], by=self.cast.setup, started_on=None
        )

    def _join(self, name):
        people.join_team(
            team=self.team, person=self.people[name], by=self.cast.setup, started_on=None
        )
