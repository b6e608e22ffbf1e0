"""Papers drawn at random: unchanged they are the same, and one changed number is found alone."""

import re
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.papers.comparing.comparison import answer
from goldenthread.papers.comparing.tests import made
from goldenthread.papers.document import Bullets, Column, Document, Grid, Heading, Run, cell, words

WORDS = ("visits", "children", "late", "seen", "the", "plan", "team", "review", "carers", "Green")
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS),
    st.integers(0, 99_999).map(str),
    st.integers(0, 100).map("{}%".format),
    st.tuples(st.integers(1, 28), st.sampled_from(("March", "June"))).map(
        lambda day: f"{day[0]} {day[1]} 2026"
    ),
)
TEXT = st.lists(PIECES, min_size=1, max_size=8).map(" of note, ".join)
FEW = st.integers(1, 4)


@st.composite
def papers(draw):
    """A paper with a few sections, each with paragraphs, points or a table."""
    blocks = []
    for number in range(draw(FEW)):
        blocks.append(Heading(draw(st.integers(1, 2)), draw(st.sampled_from(WORDS)).title()))
        kind = draw(st.sampled_from(("paragraphs", "points", "table")))
        if kind == "table":
            blocks.append(draw(tables(number)))
        elif kind == "points":
            points = draw(st.lists(TEXT, min_size=1, max_size=4))
            blocks.append(Bullets(tuple((Run(text),) for text in points)))
        else:
            blocks += [words(text) for text in draw(st.lists(TEXT, min_size=1, max_size=4))]
    return Document(
        title="Drawn paper",
        authority="Aldermere",
        as_at=date(2026, 3, 16),
        blocks=tuple(blocks),
    )


@st.composite
def tables(draw, number):
    width, numbered = draw(st.integers(2, 4)), draw(st.booleans())
    columns = tuple(Column(f"Column {chr(65 + n)}") for n in range(width))
    rows = []
    for n in range(draw(FEW)):
        own = [draw(TEXT) for _ in range(width)]
        rows.append(tuple(map(cell, [f"A{n + 1}", *own[1:]] if numbered else own)))
    return Grid(columns=columns, rows=tuple(rows), caption=f"Table {chr(65 + number)}")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(papers())
def test_a_paper_that_nobody_changed_has_the_same_figures(document):
    with TemporaryDirectory() as folder:
        frozen = made.frozen(Path(folder), document)
        found = answer(frozen, frozen=frozen, finished_name="Finished.docx")
    assert (found["state"], found["rows"]) == ("same figures", [])


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(papers(), st.data())
def test_one_number_that_changed_is_the_one_difference_and_is_named(document, data):
    with TemporaryDirectory() as folder:
        frozen = made.frozen(Path(folder), document)
        changed = []

        def change(file):
            elements = [e for e in file.element.body.iter("{*}t") if re.search("[0-9]", e.text)]
            element = data.draw(st.sampled_from(elements))
            number = data.draw(st.sampled_from(re.findall("[0-9]+", element.text)))
            other = str(int(number) + 1)
            element.text = re.sub(rf"(?<![0-9]){number}(?![0-9])", other, element.text, count=1)
            changed.append((number, other))

        finished = made.finished(frozen, change)
        found = answer(finished, frozen=frozen, finished_name="Finished.docx")
    [(number, other)] = changed
    [row] = found["rows"]
    assert number in row["before"]
    assert other in row["after"]
