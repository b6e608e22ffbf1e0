"""What every reader of running text needs: where a sentence ends, and the numbers spelled as words."""

import re
from collections.abc import Mapping

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
NUMBERS: Mapping[str, int] = {word: n for n, word in enumerate(_WORDS.split(" "), start=1)}
"""One to twenty; reports print figures above."""
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z‘“0-9])")


def sentences(text: str) -> list[str]:
    """The sentences of a text in order; the next may begin with a number."""
    return _END.split(text)
