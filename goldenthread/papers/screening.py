"""What screening suspects in a text that is to be signed: where it stands and what to do."""

from goldenthread.people.models import Authority
from goldenthread.sources.actions import names_of
from goldenthread.sources.screening import excerpt, screen


def suspected(text: str, authority: Authority) -> list[str]:
    """A line for each place that may tell who a child is, with its surroundings masked."""
    suspects = screen(text, known=names_of(authority))
    return [f"{one.reason}: “{excerpt(text, one, suspects)}”" for one in suspects]


def why_not_signed(text: str, authority: Authority) -> str:
    """Why a text cannot be signed as it stands; empty where nothing is suspected in it."""
    places = suspected(text, authority)
    if not places:
        return ""
    return (
        f"The text may tell who a child is. {'; '.join(places)}. Take it out, or say why it is "
        "nobody's personal data. Nothing was signed."
    )
