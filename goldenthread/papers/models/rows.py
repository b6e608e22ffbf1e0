"""What the rows of this room share: they are only ever added, and seen with the whole plan."""

from typing import Any, ClassVar, Self

from django.db import models

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.models import User
from goldenthread.people.models.visibility import Row, Scoped
from goldenthread.plans.seeing import Sight


class Added(models.Model):
    """A row that is only ever added; triggers of the database refuse the rest as well."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row for the first time.

        Raises:
            NotAllowedNow: it stands already.
        """
        if not self._state.adding:
            raise NotAllowedNow(f"{self} stands as it is: it is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Never.

        Raises:
            NotAllowedNow: always.
        """
        raise NotAllowedNow(f"{self} stands as it is: it is never deleted.")


class OfPlan(Scoped[Row]):
    """Questions about rows of a plan, seen by whoever sees the whole plan.

    A partner user sees only a part, and none of these tells of a part.
    """

    PLAN: ClassVar[str] = "plan"

    def visible_to(self, user: User) -> Self:
        return self.filter(Sight(user).plan(self.PLAN, authority=f"{self.PLAN}__authority"))
