"""Rules of the database that many tables share, named alike so that a test can find them."""

from django.db.models import CheckConstraint, F, Q


def together(table: str, stem: str) -> CheckConstraint:
    """`<stem>_by` and `<stem>_at` of `table` (such as "people_job") are both set or both empty."""
    by, at = f"{stem}_by__isnull", f"{stem}_at__isnull"
    return CheckConstraint(
        name=f"{table}_{stem}_by_and_at_together",
        condition=Q(**{by: True, at: True}) | Q(**{by: False, at: False}),
    )


def dates_in_order(table: str) -> CheckConstraint:
    """`ended_on` of `table` is not before `started_on`; either may be empty."""
    return CheckConstraint(
        name=f"{table}_dates_in_order",
        condition=Q(started_on__isnull=True)
        | Q(ended_on__isnull=True)
        | Q(ended_on__gte=F("started_on")),
    )
