"""Date before the inspection: an answer that came before what it answers."""

from goldenthread.basics.days import without_weekday
from goldenthread.plans.querying.facts import Facts, Finding


def find(facts: Facts) -> list[Finding]:
    """One finding for each day of the action that lies before the inspection's last day."""
    inspected = facts.inspected
    if inspected is None:
        return []
    return [
        Finding(
            claim=what,
            words=f"Its {what}, {without_weekday(day)}, lies before the inspection that it "
            f"answers, which ended on {without_weekday(inspected)}. Is the day right?",
            facts=(day.isoformat(), inspected.isoformat()),
        )
        for what, day in facts.days.items()
        if day < inspected
    ]
