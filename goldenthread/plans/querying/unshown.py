"""Reported done without evidence."""

from goldenthread.plans.querying.facts import Facts, Finding


def find(facts: Facts) -> list[Finding]:
    """One finding where an action is done, or said to be, and nothing is filed here."""
    if not (facts.done or facts.reported_done) or facts.filed:
        return []
    told = "It is done" if facts.done else "The document says that it is done"
    on_file = (
        "the document says that evidence is on file, and none is filed here"
        if facts.reported_evidence
        else "no evidence is reported, and none is filed here"
    )
    words = f"{told}; {on_file}. What shows it?"
    return [Finding(words=words, facts=(told, on_file))]
