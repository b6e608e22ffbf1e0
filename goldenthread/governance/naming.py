"""Names of boards and meetings in the words of plans, as printed; plain text, no tables."""

import re

from goldenthread.documents.papers.forums import names_in

# "Minute of SCPG", "report to CMT", "TOR of EH Panel": capitals after words about meetings.
_SHORT = re.compile(
    r"\b(?:[Mm]inutes?|[Rr]eport(?:s|ed)?|[Aa]greed|[Tt]abled|[Pp]resented|[Uu]pdates?|[Rr]eview(?:ed)?)"
    r"\s+(?:\w+\s+)?(?:of|to|at|by)\s+(?:the\s+)?([A-Z]{3,6})\b"
)


def named(text: str) -> list[str]:
    """The names in a text, each once: in full, and abbreviations unexpanded."""
    whole = [name for name in names_in(text) if " " in name or name == "Cabinet"]
    return list(dict.fromkeys([*whole, *_SHORT.findall(text)]))
