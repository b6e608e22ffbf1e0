"""The counts that must hold before an import is confirmed, as bars and in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goldenthread.intake.draft import form
from goldenthread.intake.draft.proof import Proof, proof
from goldenthread.web import words
from goldenthread.web.components import CountBar, Part, Tag
from goldenthread.web.imports.wording import BY_NAME


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One kind of row: a bar of its parts, a tag and a sentence. Green once all is settled."""

    title: str
    bar: CountBar
    tag: Tag
    sentence: str
    is_green: bool


def bars(draft: form.Draft, asked: Mapping[str, list[int]]) -> Sequence[Bar]:
    """A bar for each kind of row that a page shows."""
    return [_bar(draft, one, asked) for one in proof(draft) if one.kind in BY_NAME]


def _bar(draft: form.Draft, one: Proof, asked: Mapping[str, list[int]]) -> Bar:
    kind = BY_NAME[one.kind]
    waiting = sum(1 for row in form.accepted(draft, one.kind) if row["id"] in asked)
    parts = (
        Part(one.accepted - waiting, "accepted", "good"),
        Part(waiting, "with a question", "waiting"),
        Part(one.refused, "refused", "bad"),
    )
    is_green = one.agrees and not waiting
    return Bar(
        title=kind.title,
        bar=CountBar(one.accepted + one.refused, kind.one, [p for p in parts if p.number]),
        tag=_tag(one, waiting),
        sentence=one.sentence,
        is_green=is_green,
    )


def _tag(one: Proof, waiting: int) -> Tag:
    if not one.agrees:
        return Tag("Counts do not agree", "govuk-tag--orange")
    if waiting:
        rows = words.counted(waiting, "row has a question", "rows have a question")
        return Tag(f"{rows}", "govuk-tag--orange")
    return Tag("Counts agree", "govuk-tag--green")
