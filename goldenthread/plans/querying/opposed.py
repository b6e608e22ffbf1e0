"""Test and evidence differ: the action asks for one thing, and what is reported is its opposite."""

from goldenthread.plans.querying.facts import Facts, Finding, Quote
from goldenthread.plans.querying.likeness import clauses, holds, stems

# What is asked for, and what is reported instead. A line more is all that another pair needs.
PAIRS = (
    ("due", "overdue"),
    ("overdue", "due"),
    ("before", "after"),
    ("held", "planned"),
    ("held", "cancelled"),
    ("approved", "drafted"),
    ("approved", "draft"),
    ("agreed", "proposed"),
    ("signed off", "draft"),
    ("published", "drafted"),
    ("implemented", "planned"),
    ("implemented", "designed"),
    ("appointed", "advertised"),
    ("all", "some"),
    ("every", "some"),
    ("all", "none"),
    ("increase", "decrease"),
    ("reduce", "increase"),
    ("weekly", "monthly"),
    ("monthly", "quarterly"),
)
# How many words besides the pair show that two sentences are of one matter.
ALIKE = 2


def find(facts: Facts) -> list[Finding]:
    """One finding for each pair: of what is done, or said to be, the last words on the matter.

    A later report that says what was asked for takes the place of one that does not.
    """
    if not (facts.done or facts.reported_done):
        return []
    found: dict[str, Finding] = {}
    for asked in (facts.text, *facts.tests):
        for pair in PAIRS:
            if (one := _of_pair(asked, pair, facts)) is not None:
                found.setdefault(one.claim, one)
    return list(found.values())


def _of_pair(asked: str, pair: tuple[str, str], facts: Facts) -> Finding | None:
    wanted, other = pair
    if not holds(asked, wanted) or holds(asked, other):
        return None
    last = None
    for quote in facts.said:
        for clause in clauses(quote.text):
            if _is_alike(asked, clause, pair) and holds(clause, wanted) != holds(clause, other):
                last = Quote(quote.place, clause) if holds(clause, other) else None
    return None if last is None else _finding(asked, pair, last)


def _is_alike(asked: str, clause: str, pair: tuple[str, str]) -> bool:
    apart = stems(" ".join(pair))
    return len((stems(asked) & stems(clause)) - apart) >= ALIKE


def _finding(asked: str, pair: tuple[str, str], last: Quote) -> Finding:
    wanted, other = pair
    return Finding(
        claim=f"{wanted} / {other}",
        words=f"It asks for “{wanted}”, and what is reported says “{other}”. Which is it?",
        quotes=(Quote("what it asks for", asked), last),
        facts=(asked, last.text),
    )
