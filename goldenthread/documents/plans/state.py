"""What is known of a plan while the blocks of its document go by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from goldenthread.documents.plans import headings
from goldenthread.documents.plans import titles as above
from goldenthread.documents.plans.drafts import Draft
from goldenthread.documents.plans.frame import Filled, Frame
from goldenthread.documents.plans.identity import Items


@dataclass(slots=True)
class Assembly:
    """What is known while the blocks go by."""

    remembered: Mapping[str, str] | None
    draft: Draft = field(default_factory=Draft)
    frame: Frame | None = None
    titles: list[Filled] = field(default_factory=list)
    judged: list[above.Judgement] = field(default_factory=list)
    section: str | None = None
    items: Items = field(init=False)
    fresh: bool = False
    asked: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.items = Items(self.draft)


def label(text: str) -> tuple[str | None, str]:
    """The column that a text's own label names ("Outcome: ..."), and the rest of it."""
    before, colon, rest = text.partition(":")
    if not colon or not headings.is_known(before):
        return None, text
    return headings.match([before])[0].column, rest.strip()
