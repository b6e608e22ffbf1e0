"""Numbers as words and figures."""

import re

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS: dict[str, int] = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: 10 * value for value, word in enumerate(_TENS, start=2)},
    "hundred": 100,
    "dozen": 12,
}
_TEENS_AND_UNITS = "|".join(sorted(_UNITS, key=len, reverse=True))
WORD = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_UNITS[1:10])}))?|{_TEENS_AND_UNITS}"
    rf"|a\s+hundred|(?:a|one|two)\s+dozen)"
)
"""A pattern for a number from zero to a hundred in words."""
FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
"""A pattern for a number in figures, thousands parted by commas or not."""


def value_of(printed: str) -> int | float:
    """The value of a number that one of the two patterns matches."""
    text = printed.strip().lower()
    if re.match(r"\d", text):
        number = float(text.replace(",", ""))
        return int(number) if number.is_integer() else number
    parts = [part for part in re.split(r"[-\s]+", text) if part != "a"]
    if "dozen" in parts:
        return 12 * (WORDS[parts[0]] if len(parts) > 1 else 1)
    return sum(WORDS[part] for part in parts)
