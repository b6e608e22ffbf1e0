"""Target looser than the inspectors' standard: 'within 1 month' where they said '15 days'."""

from goldenthread.plans.querying.facts import Facts, Finding, Quote
from goldenthread.plans.querying.likeness import clauses, stems
from goldenthread.plans.querying.standards import Length, is_looser, lengths, may_be_looser

# How many words a sentence of the paragraph shares with the action and its item, at least.
ALIKE = 2


def find(facts: Facts) -> list[Finding]:
    """One finding for each target of the action or of its tests that allows more time."""
    found: dict[str, Finding] = {}
    for text in (facts.text, *facts.tests):
        for target in lengths(text):
            standard = _standard(f"{facts.text} {text} {facts.about}", facts.cited)
            if standard is not None and may_be_looser(target, standard[1]):
                found.setdefault(target.printed, _finding(text, target, *standard))
    return list(found.values())


def _standard(about: str, cited: tuple[Quote, ...]) -> tuple[Quote, Length] | None:
    """The sentence of the paragraphs that is most alike and names a length; the first of equals."""
    best: tuple[Quote, Length] | None = None
    most = ALIKE - 1
    for quote in cited:
        for clause in clauses(quote.text):
            named, shared = lengths(clause), len(stems(about) & stems(clause))
            if named and shared > most:
                best, most = (Quote(quote.place, clause), named[0]), shared
    return best


def _finding(text: str, target: Length, quote: Quote, standard: Length) -> Finding:
    doubt = "" if is_looser(target, standard) else " if these are calendar days"
    unit = (
        f" “{standard.printed}” does not say whether it means calendar or working days."
        if standard.is_ambiguous
        else ""
    )
    return Finding(
        claim=target.printed,
        words=f"The target, “{target.printed}”, is looser than the standard that the inspectors "
        f"used, “{standard.printed}”{doubt}.{unit} Why is that enough?",
        quotes=(Quote("what it asks for", text), quote),
        facts=(target.printed, quote.text),
    )
