"""Questions about a plan that are asked for a day."""

from datetime import date

from goldenthread.people.by_date import Resolved, holder_of, manager_of
from goldenthread.plans.models import Standing


def person_of(standing: Standing, on: date) -> Resolved:
    """Who it is on a day: the person, who held the post, who managed the team.

    Returns:
        The one person, or none and in words why: a partner organisation and a printed name
        that is nobody's yet are no person.
    """
    if standing.person is not None:
        return Resolved(standing.person)
    if standing.post is not None:
        return holder_of(standing.post, on)
    if standing.team is not None:
        return manager_of(standing.team, on)
    if standing.partner is not None:
        return Resolved(None, f"{standing.partner} has named nobody")
    return Resolved(None, f"nobody has said who “{standing.printed}” is")
