"""What may be done in the results room, and by which roles."""

from goldenthread.people.permissions import Verb, register
from goldenthread.people.roles import Role

DEFINERS = frozenset({Role.IMPROVEMENT_OFFICER, Role.ANALYST})
ENTERERS = DEFINERS | {Role.LEAD, Role.TEAM_MANAGER}
# Of figures that somebody else entered (DESIGN 1).
APPROVERS = frozenset({Role.ANALYST, Role.STRATEGIC_LEAD, Role.DIRECTOR})
SETTERS = frozenset({Role.IMPROVEMENT_OFFICER, Role.STRATEGIC_LEAD, Role.DIRECTOR})

register(
    (
        Verb("results.define_measure", "define measures", DEFINERS),
        Verb("results.enter_value", "enter figures", ENTERERS),
        Verb("results.approve_value", "approve or return figures", APPROVERS),
        Verb("results.set_target", "set targets and record whether they were met", SETTERS),
    )
)
