"""How a paper names whoever writes or signs it: by post, never by name."""

from collections.abc import Iterable
from datetime import date

from goldenthread.people.models import Authority, User
from goldenthread.people.roles import Role
from goldenthread.plans.checker_facts import person_for, post_of


def post_in_words(user: User, authority: Authority, *, roles: Iterable[Role], day: date) -> str:
    """The post of a user on a day; without one the role in which they act, and that it is so."""
    person = person_for(user, authority)
    post = post_of(person, day) if person is not None else None
    if post is not None:
        return post.title
    held = user.role_holdings.on(day).filter(authority=authority, role__in=sorted(roles))
    first = held.order_by("pk").first()
    role = Role(first.role).label if first is not None else "Somebody"
    return f"{role} (post not recorded)"
