"""Texts compared without case, white space, bullets, and the kinds of dashes and quotes."""

import re

_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-"})


def folded(text: str) -> str:
    """The text as it is compared; two that differ only in print are the same."""
    plain = text.translate(_SAME).casefold()
    return " ".join(re.sub(r"[•▪●*]|^\s*-\s", " ", plain, flags=re.MULTILINE).split()).rstrip(
        ".;, "
    )
