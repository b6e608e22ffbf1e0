"""The people of a thread by their posts: papers print no names."""

from datetime import date

from goldenthread.papers.signers import post_in_words
from goldenthread.people.models import Authority, Person, User
from goldenthread.people.roles import Role
from goldenthread.plans.checker_facts import post_of
from goldenthread.plans.models import Check

NO_POST = "somebody whose post is not recorded"


class ByPost:
    """By the post of the day; each person is asked for once."""

    def __init__(self, authority: Authority, day: date) -> None:
        self._authority, self._day = authority, day
        self._known: dict[User | Person, str] = {}

    def of(self, who: User | Person) -> str:
        """The post, else the role in which they act."""
        if who not in self._known:
            self._known[who] = self._post(who)
        return self._known[who]

    def checker(self, check: Check) -> str:
        """The post as it was on the day of the check."""
        return check.post or self.of(check.person)

    def _post(self, who: User | Person) -> str:
        if isinstance(who, User):
            return post_in_words(who, self._authority, roles=Role, day=self._day)
        post = post_of(who, self._day)
        return post.title if post is not None else NO_POST
