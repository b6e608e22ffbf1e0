"""Evidence expired or contradicted."""

from goldenthread.basics.days import without_weekday
from goldenthread.plans.querying.facts import Facts, Finding


def find(facts: Facts) -> list[Finding]:
    """One finding for each piece of evidence that expired, and for each that contradicts."""
    expired = [
        Finding(
            claim=evidence,
            words=f"{evidence} expired on {without_weekday(day)}. What shows it today?",
            facts=(f"expired {day.isoformat()}",),
        )
        for evidence, day in facts.expired.items()
    ]
    contradicted = [
        Finding(
            claim=evidence,
            words=f"{evidence} says that a test is not met. What answers it?",
            facts=("contradicts",),
        )
        for evidence in facts.contradicted
    ]
    return [*expired, *contradicted]
