"""What may be done in the governance room, and by which roles."""

from goldenthread.people.permissions import Verb, register
from goldenthread.people.roles import Role

CLERKS = frozenset({Role.CLERK, Role.IMPROVEMENT_OFFICER})
LEADERS = frozenset(
    {Role.CLERK, Role.IMPROVEMENT_OFFICER, Role.STRATEGIC_LEAD, Role.DIRECTOR, Role.BOARD_CHAIR}
)
# A manager says it of their own team.
TELLERS = LEADERS | {Role.TEAM_MANAGER}
DOERS = LEADERS | {Role.LEAD, Role.CHECKER, Role.TEAM_MANAGER}

register(
    (
        Verb("governance.keep_forums", "keep the register of boards and meetings", CLERKS),
        Verb("governance.keep_meetings", "keep meetings, agendas and minutes", CLERKS),
        Verb("governance.keep_questions", "keep members' questions and their answers", CLERKS),
        Verb("governance.renew_rounds", "put rounds before meetings", frozenset(), by_system=True),
        Verb("governance.follow", "say that an agreed next step is done", DOERS),
        Verb("governance.cascade", "say that a team has held a themed meeting", TELLERS),
    )
)
