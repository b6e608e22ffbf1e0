"""The sentences of a paper, each with where it stands, whatever part of the paper it is in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from goldenthread.documents.layout import Place
from goldenthread.documents.papers.front import Field
from goldenthread.documents.papers.passages import Passage, sentences


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its paragraph, the label or heading it stands under, and its place."""

    text: str
    paragraph: str
    where: str
    place: Place


def of_fields(fields: Iterable[Field]) -> Iterator[Sentence]:
    for one in fields:
        paragraph = " ".join(one.parts)
        for text in sentences(one.text):
            yield Sentence(text, paragraph, one.label, one.value_place or one.place)


def of_passages(passages: Iterable[Passage]) -> Iterator[Sentence]:
    """The sentences under each heading; a row of a table is one sentence."""
    heading = ""
    for passage in passages:
        if passage.heading:
            heading = f"{passage.number} {passage.text}" if passage.number else passage.text
            continue
        texts = [passage.text] if passage.cells else sentences(passage.text)
        for text in texts:
            yield Sentence(text.replace("\t", " "), passage.text, heading, passage.place)
