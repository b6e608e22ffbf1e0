"""How a chain names the people in it: on pages by name, on papers by post."""

from typing import Protocol

from goldenthread.people.models import Person, User
from goldenthread.plans.models import Check


class Naming(Protocol):
    """What people are called."""

    def of(self, who: User | Person) -> str:
        """Somebody who did something."""
        ...

    def checker(self, check: Check) -> str:
        """Whoever checked evidence."""
        ...


class ByName:
    """By name; a checker with the post of that day."""

    def of(self, who: User | Person) -> str:
        """The name."""
        return str(who)

    def checker(self, check: Check) -> str:
        """Name and post."""
        return f"{check.person}, {check.post}" if check.post else str(check.person)
