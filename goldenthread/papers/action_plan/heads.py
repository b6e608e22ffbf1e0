"""The columns of a printed plan: the council's own headings, and what must stand beside them."""

from collections.abc import Collection, Iterable, Mapping

from goldenthread.documents.plans import vocabulary as words
from goldenthread.documents.plans.headings import dated
from goldenthread.papers.action_plan.rows import Head

# Where a council's document has no heading for what is to be printed.
OWN = (
    Head("No", words.NUMBER),
    Head("Area for improvement", words.ITEM),
    Head("Action required", words.ACTION),
    Head("Ofsted timescale", words.TIMESCALE),
    Head("Local timescale", words.LOCAL),
    Head("Lead officer", words.LEADS),
    Head("Sub-delegate officers", words.DELEGATES),
    Head("Progress / comments", words.PROGRESS),
    Head("Test", words.TEST),
    Head("Measures of progress", words.MEASURES_OF_PROGRESS),
    Head("Measures of impact", words.MEASURES_OF_IMPACT),
    Head("Evidence on file", words.EVIDENCE),
    Head("Date completed", words.COMPLETED),
    Head("Status", words.STATUS),
)
ALWAYS = frozenset({words.ITEM, words.ACTION})
# Printed where nobody has a heading for anything.
USUAL = frozenset(
    {
        *(words.NUMBER, words.ITEM, words.ACTION, words.TIMESCALE, words.LOCAL, words.LEADS),
        *(words.DELEGATES, words.PROGRESS, words.TEST, words.EVIDENCE, words.COMPLETED),
    }
)
_BOTH = frozenset({words.MEASURES_OF_PROGRESS, words.MEASURES_OF_IMPACT})
_FIRST = (words.NUMBER, words.ITEM)


def heads_of(read: Iterable[Mapping[str, str]], filled: Collection[str]) -> tuple[Head, ...]:
    """The columns to print.

    Args:
        read:   the headings of the plan's document in their order, each with its "column".
        filled: the columns for which there is something to print.
    """
    own = _printed(read)
    if not own:
        wanted = USUAL | set(filled)
        return tuple(head for head in OWN if head.column in wanted)
    there = {head.column for head in own}
    if words.MEASURES_OF_BOTH in there:
        there |= _BOTH
    lacking = [
        head for head in OWN if head.column not in there and head.column in ALWAYS | set(filled)
    ]
    first = [head for head in lacking if head.column in _FIRST]
    return (*first, *own, *(head for head in lacking if head.column not in _FIRST))


def _printed(read: Iterable[Mapping[str, str]]) -> list[Head]:
    """The document's headings; of two tables with other words for a column the first counts.

    What is kept as it is has no column of its own here, and is left out.
    """
    found: dict[str, Head] = {}
    for one in read:
        title = " ".join(one["heading"].split())
        if not title or one["column"] in (None, words.OTHER):
            continue
        head = Head(title, one["column"], dated(title) or "")
        found.setdefault(head.key, head)
    return list(found.values())
