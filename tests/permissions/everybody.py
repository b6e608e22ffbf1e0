"""A council with everybody in it: each role, wholly or for one part, here and elsewhere."""

from datetime import date

from django.utils import timezone

from goldenthread.people.models import (
    Membership,
    PartnerOrganisation,
    Person,
    Post,
    Postholding,
    RoleHolding,
    Service,
    Team,
    User,
)
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import LONG_AGO
from goldenthread.plans.models import Checker, Standing

LAST_YEAR = date(2025, 1, 31)
# Nobody is one of these without a team or an organisation.
NEVER_WHOLE = {Role.TEAM_MANAGER, Role.PARTNER_USER}


class Everybody:
    """Who they are by a label: "director", "director of our team", "director of Bramley"."""

    def __init__(self, cast):
        self.cast, self.users = cast, {}
        here = cast.aldermere
        self.service, self.other_service = _rows(Service, here, "Early help", "Fostering")
        self.team = Team.objects.create(authority=here, name="Duty", service=self.service)
        self.other_team = Team.objects.create(
            authority=here, name="Kinship", service=self.other_service
        )
        self.partner, self.other_partner = _rows(PartnerOrganisation, here, "Hospital", "School")
        self.post = Post.objects.create(authority=here, title="Head of duty")
        self._holdings = []
        for role in Role:
            self._of_role(role)
        self._without()
        self._keep()

    def _of_role(self, role):
        name = role.value
        if role not in NEVER_WHOLE:
            self._add(name, role)
            self._add(f"{name} until last year", role, ended_on=LAST_YEAR)
            self._add(f"{name} of Bramley", role, authority=self.cast.bramley)
        if role != Role.PARTNER_USER:
            self._add(f"{name} of our team", role, team=self.team)
            self._add(f"{name} of another team", role, team=self.other_team)
        if role not in NEVER_WHOLE:
            self._add(f"{name} of our service", role, service=self.service)
            self._add(f"{name} of another service", role, service=self.other_service)
        if role == Role.PARTNER_USER:
            self._add(f"{name} of our partner", role, partner=self.partner)
            self._add(f"{name} of another partner", role, partner=self.other_partner)

    def _without(self):
        self._add("nobody in particular", None)
        self._add("improvement_officer switched off", Role.IMPROVEMENT_OFFICER).is_active = False
        self.users["system"] = User.objects.system("timer.weekly", "Weekly timer")

    def _add(self, label, role, authority=None, **holding):
        authority = authority or self.cast.aldermere
        email = f"{label.replace(' ', '.')}@aldermere.example"
        user = self.users[label] = User(email=email, name=label.capitalize())
        told = {"user": user, "authority": authority, "started_on": LONG_AGO} | holding
        self._holdings.append(RoleHolding(role=role or "", **told))
        return user

    def _keep(self):
        """Write those down who were added since: all of them in three statements."""
        users = [holding.user for holding in self._holdings]
        User.objects.bulk_create(users)
        persons = [
            Person(authority=holding.authority, name=holding.user.name, user=holding.user)
            for holding in self._holdings
        ]
        Person.objects.bulk_create(persons)
        RoleHolding.objects.bulk_create([one for one in self._holdings if one.role])
        self._holdings = []

    def stand_in(self, action):
        """Let leads, co-leads, delegates, our team, our partner and a checker stand in it."""
        self._add("lead standing", Role.LEAD)
        self._add("lead standing by post", Role.LEAD)
        self._add("lead standing by team", Role.LEAD)
        self._add("lead who stood there", Role.LEAD)
        given = self._add("checker given the plan", Role.CHECKER)
        self._keep()
        Postholding.objects.create(post=self.post, person=self.person("lead standing by post"))
        Membership.objects.create(team=self.team, person=self.person("lead standing by team"))
        self.stand_in_again(action)
        Checker.objects.create(plan=action.plan, user=given, started_on=LONG_AGO)

    def stand_in_again(self, action):
        """The same people stand in another action of the plan."""
        for row in action.standings.filter(ended_on=None):
            row.ended_on = timezone.localdate()
            row.save()
        stand = action.standings.create
        stand(rank=Standing.Rank.LEAD, person=self.person("lead standing"))
        stand(rank=Standing.Rank.CO_LEAD, post=self.post)
        stand(rank=Standing.Rank.DELEGATE, team=self.team)
        stand(rank=Standing.Rank.DELEGATE, partner=self.partner)
        former = self.person("lead who stood there")
        stand(rank=Standing.Rank.DELEGATE, person=former, ended_on=LAST_YEAR)

    def person(self, label):
        return Person.objects.get(user=self.users[label])


def _rows(model, authority, *names):
    return [model.objects.create(authority=authority, name=name) for name in names]
